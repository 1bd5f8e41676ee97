"""The command `som`, and how it ends: 0 done, 1 no answer, 2 the input is wrong."""

from __future__ import annotations

import sys
from typing import Any

import typer

from som_model.cli import catalogue
from som_model.cli.chart import CHARTS, chart
from som_model.cli.check import check, review
from som_model.cli.handed_over import brief, budget, workbook
from som_model.cli.learn import learn
from som_model.cli.new import new, schema
from som_model.cli.options import language_of, without_language
from som_model.cli.refusals import refusal_said
from som_model.cli.run import compare, run
from som_model.cli.sensitivity import break_even, sensitivity
from som_model.cli.simulate import simulate
from som_model.cli.streams import make_safe, tell
from som_model.cli.value_of_information import value_of_information
from som_model.errors import NoAnswer, SomError
from som_model.wording.table import TABLE, Language, phrase


def program(language: Language) -> Any:
    """Every command with its arguments and options, its help in one language: a click command."""
    app = typer.Typer(
        name="som",
        help=phrase("help_som", language),
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    for name, command in (
        ("new", new),
        ("check", check),
        ("run", run),
        ("compare", compare),
        ("review", review),
        ("break-even", break_even),
        ("sensitivity", sensitivity),
        ("simulate", simulate),
        ("value-of-information", value_of_information),
        ("learn", learn),
        ("chart", chart),
        ("brief", brief),
        ("budget", budget),
        ("workbook", workbook),
        ("schema", schema),
    ):
        about = phrase(f"help_{name}", language).replace("{names}", ", ".join(CHARTS))
        app.command(name, help=about, short_help=about)(command)
    about = phrase("help_catalogue", language)
    known = typer.Typer(name="catalogue", help=about, short_help=about, no_args_is_help=True, add_completion=False)
    for name, entry_command in (("list", catalogue.list_entries), ("show", catalogue.show), ("check", catalogue.check)):
        about = phrase(f"help_catalogue_{name}", language)
        known.command(name, help=about, short_help=about)(entry_command)
    app.add_typer(known, name="catalogue")
    command = typer.main.get_command(app)
    _say_help(command, language)
    return command


def _say_help(command: Any, language: Language) -> None:
    """The help of arguments and options is written as a key of the table of words."""
    for param in command.params:
        if param.help in TABLE:
            param.help = phrase(param.help, language)
    for below in getattr(command, "commands", {}).values():
        _say_help(below, language)


def main() -> None:
    """Run the command line; a user's mistake is answered in plain words, never with a traceback."""
    make_safe()
    language, arguments = language_of(sys.argv[1:]), without_language(sys.argv[1:])
    if arguments == ["--version"]:
        from som_model.version import __version__

        tell(f"som_model {__version__}")
        raise SystemExit(0)
    try:
        raise SystemExit(program(language)(arguments, standalone_mode=False) or 0)
    except NoAnswer as error:
        tell(error.say(language))
        raise SystemExit(1) from None
    except SomError as error:
        tell(error.say(language))
        raise SystemExit(2) from None
    except BrokenPipeError:
        sys.stderr.close()
        raise SystemExit(0) from None
    except Exception as error:
        refusal = refusal_said(error, language)
        if refusal is None:
            raise
        tell(refusal)
        raise SystemExit(2) from None
