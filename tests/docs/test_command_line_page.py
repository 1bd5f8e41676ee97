"""The page of the command line leaves nothing out: every command, argument and option is told, in English."""

import re
from collections.abc import Iterator
from typing import Any

from som_model.cli.app import program
from tests.docs.written import making, page_of, section_of


def commands() -> Iterator[tuple[str, Any]]:
    """Every command of the command line by its name."""
    top: Any = program("da")
    for name, command in top.commands.items():
        below = getattr(command, "commands", None)
        yield from ((f"{name} {each}", inner) for each, inner in below.items()) if below else ((name, command),)


def test_every_argument_and_option_is_in_the_section_of_its_command() -> None:
    untold = []
    for name, command in commands():
        said = section_of(page_of("command_line"), f"som {name}")
        assert f"\n    som {name}" in said
        for param in command.params:
            for written in param.opts if param.param_type_name == "option" else [param.metavar]:
                if not re.search(rf"^\| .*`{re.escape(written)}[ `].*\| .*\w.* \|$", said, flags=re.MULTILINE):
                    untold.append((name, written))
    assert untold == []


def test_what_is_said_of_shared_options_is_of_options_there_are() -> None:
    texts = making("command_line_texts")
    there_are = {name for _, command in commands() for param in command.params for name in param.opts}
    assert {*texts.SHARED, *texts.LEFT_OUT} <= there_are
    assert set(texts.EXAMPLES) == {name for name, _ in commands()}


def test_the_page_of_the_command_line_is_in_english() -> None:
    page = page_of("command_line")
    assert "Scenario file (YAML)." in page
    assert "Scenariefil" not in page
