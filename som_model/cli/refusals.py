"""What the parser of the command line refuses, in the language asked for.

Its errors are known by the names of their classes, because the versions of typer take them from different packages.
"""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from som_model.wording.message import Message
from som_model.wording.table import Language, phrase


def refusal_said(error: Exception, language: Language) -> str | None:
    """What is wrong with the words of a command, and where its help is; None where the error is not of the parser."""
    if not hasattr(error, "format_message"):
        return None
    kinds = {kind.__name__ for kind in type(error).__mro__}
    if "NoArgsIsHelpError" in kinds:
        return str(error.format_message())
    reason = _reason(error, kinds).say(language)
    ended = reason if reason.endswith("?") else f"{reason}."
    names: list[str] = []
    context = getattr(error, "ctx", None)
    while context is not None and context.parent is not None:
        names.insert(0, context.info_name)
        context = context.parent
    return phrase("command_not_read", language).format(reason=ended, command=" ".join(["som", *names]))


def _reason(error: Any, kinds: set[str]) -> Message:
    if "MissingParameter" in kinds:
        return Message.of("option_missing", name=_name(error.param))
    if "BadParameter" in kinds and error.param is not None:
        return _bad_value(error)
    if "NoSuchOption" in kinds:
        known = [option for param in error.ctx.command.params for option in param.opts] if error.ctx else []
        return _unknown("option_unknown", error.option_name, (*known, "--help"))
    if "BadOptionUsage" in kinds:
        values = re.search(r"requires (\d+) arguments", error.message)
        if values is not None:
            return Message.of("option_lacks_values", name=error.option_name, count=values[1])
        takes_none = "not take a value" in error.message
        return Message.of("option_takes_none" if takes_none else "option_lacks_value", name=error.option_name)
    command = re.match(r"No such command '(.*?)'\.", error.message)
    if command is not None:
        return _unknown("command_unknown", command[1], tuple(error.ctx.command.commands))
    extra = re.match(r"Got unexpected extra arguments? ?\(?s?\)? \((.*)\)", error.message)
    if extra is not None:
        return Message.of("words_left_over", words=extra[1])
    english = error.format_message().rstrip(".")
    return Message.of("as_written", da=english, en=english)


def _unknown(key: str, name: str, known: tuple[str, ...]) -> Message:
    """An unknown name, with the nearest known one; the dashes of options are alike in all and tell nothing."""
    plain = {option.lstrip("-"): option for option in known}
    near = get_close_matches(name.lstrip("-"), plain, n=1)
    if near:
        return Message.of(f"{key}_near", name=name, near=plain[near[0]])
    return Message.of(key, name=name, known=known)


def _bad_value(error: Any) -> Message:
    name, quoted = _name(error.param), re.findall(r"'(.*?)'", error.message)
    if "is not one of" in error.message and len(quoted) > 1:
        return Message.of("option_not_one_of", name=name, raw=quoted[0], known=tuple(quoted[1:]))
    holders = (error.param, getattr(error.param, "type", None))
    least, most = (next((getattr(holder, end) for holder in holders if hasattr(holder, end)), None) for end in ("min", "max"))
    if least is not None and most is not None:
        return Message.of("option_not_used_range", name=name, least=str(least), most=str(most))
    return Message.of("option_not_used", name=name)


def _name(param: Any) -> str:
    """An option as it is written, an argument as the help calls it."""
    return " / ".join(param.opts) if param.param_type_name == "option" else str(param.metavar or param.name)
