"""The reference page of the command line, from the commands themselves."""

from __future__ import annotations

from making.command_line_texts import EXAMPLES, HEAD, LEFT_OUT, SHARED, SHARED_HEAD, TAKES
from making.markdown import code, page, plain, table, to
from making.options_of_commands import Described, commands

HEADS = ("option", "means", "allowed", "left out")


def command_line_page() -> str:
    """Every command with its arguments, its options and a line that runs; what many share stands on top."""
    overview = table(
        ("command", "does"), [(to(f"som {each['name']}", f"`som {each['name']}`"), does(each)) for each in commands()]
    )
    return page([HEAD, overview, SHARED_HEAD, *(shared(name) for name in SHARED), "## The commands\n", *map(section, commands())])


def does(command: Described) -> str:
    """What a command does, with a capital first."""
    text = sentence(command["help"])
    return plain(text[0].upper() + text[1:])


def sentence(text: str) -> str:
    """A help text with its point."""
    return text if text.endswith((".", "?", "…")) else f"{text}."


def shared(name: str) -> str:
    """What an option that many commands share means, and which commands have it. Raises KeyError where none has."""
    having = [each for each in commands() if any(name in param["names"] for param in each["params"])]
    if not having:
        raise KeyError(f"no command has {name}: making/command_line_texts.py")
    param = next(param for param in having[0]["params"] if name in param["names"])
    of = ", ".join(to(f"som {each['name']}", each["name"]) for each in having)
    return f"### {', '.join(param['names'])}\n\n{SHARED[name].strip()}\n\nIn: {of}.\n"


def written(param: Described) -> str:
    """'`-o`, `--output FILE`'; an argument as the help calls it."""
    *others, last = param["names"]
    takes = "" if param["words"] else param["takes"]
    return ", ".join([*(code(other) for other in others), code(f"{last} {takes}".rstrip())])


def section(command: Described) -> str:
    """One command: what it does, an example, its arguments and its options."""
    name = command["name"]
    arguments = [param for param in command["params"] if not param["option"]]
    options = [param for param in command["params"] if param["option"]]
    usage = " ".join(["som", name, *(each["names"][0] if each["required"] else f"[{each['names'][0]}]" for each in arguments)])
    parts = [f"### som {name}\n", f"{does(command)}\n", f"    som {EXAMPLES.get(name, f'{name} --help --language en')}\n"]
    parts.append(f"Written {code(usage)}{', then options' if options else ''}.\n")
    if arguments:
        parts.append(
            table(("argument", "means", "left out"), [(written(each), means(each), left_out(each)) for each in arguments])
        )
    if options:
        parts.append(table(HEADS, [(linked(each), means(each), takes(each), left_out(each)) for each in options]))
    return "\n".join(parts)


def linked(param: Described) -> str:
    """How an option is written; with a link where it is explained on top."""
    if param["names"][-1] not in SHARED:
        return written(param)
    return to(", ".join(param["names"]), written(param))


def means(param: Described) -> str:
    """The help text of an argument or option, as a sentence."""
    return plain(sentence(param["help"]))


def takes(param: Described) -> str:
    """The words, the range or the kind of value that an option takes."""
    least, most = param["range"]
    if param["flag"]:
        return "nothing after it"
    if param["words"]:
        return ", ".join(code(word) for word in param["words"])
    if least is not None and most is not None:
        return f"a whole number, {least} to {most}"
    taken = TAKES.get(f"{param['names'][-1]} {param['takes']}") or TAKES.get(param["takes"], code(param["takes"]))
    return taken + ("; may be repeated" if param["repeated"] else "")


def left_out(param: Described) -> str:
    """What holds where an argument or option is not written."""
    if param["required"]:
        return "required"
    return LEFT_OUT.get(param["names"][-1], "–") if param["default"] is None else code(str(param["default"]))
