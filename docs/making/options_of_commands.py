"""The commands, arguments and options of the command line as it describes itself in English."""

from __future__ import annotations

from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from som_model.cli.app import program

Described = dict[str, Any]


@cache
def commands() -> list[Described]:
    """Each command: its name, what it does, and its arguments and options in order."""
    return described(program("en"))


def described(command: Any, names: tuple[str, ...] = ()) -> list[Described]:
    """A command, or every command below it."""
    if hasattr(command, "commands"):
        return [each for name, below in command.commands.items() for each in described(below, (*names, name))]
    typed = get_type_hints(command.callback.__wrapped__)
    return [
        {
            "name": " ".join(names),
            "help": command.help,
            "params": [parameter(each, typed[each.name]) for each in command.params],
        }
    ]


def parameter(param: Any, annotation: Any) -> Described:
    """An argument or option: how it is written, its help, and what it takes."""
    option = param.param_type_name == "option"
    flag = annotation is bool
    holders = (param, getattr(param, "type", None))
    least, most = (next((found for each in holders if (found := getattr(each, end, None)) is not None), None) for end in ENDS)
    return {
        "names": [*param.opts, *param.secondary_opts] if option else [param.metavar or param.name.upper()],
        "takes": "" if flag or not option else (param.metavar or "").replace("|", " or "),
        "help": param.help,
        "option": option,
        "required": param.required,
        "repeated": param.multiple or param.nargs == -1,
        "default": None if flag or not isinstance(param.default, str | int | float) else param.default,
        "flag": flag,
        "words": words(annotation),
        "range": [least, most],
    }


ENDS = ("min", "max")


def words(annotation: Any) -> list[str]:
    """The words that an option takes; none where it takes any."""
    if get_origin(annotation) is Literal:
        return [str(word) for word in get_args(annotation)]
    return next((found for inner in get_args(annotation) if (found := words(inner))), [])
