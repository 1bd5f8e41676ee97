"""A name that a page writes exists: fields in its YAML, options in its text, versions in what tells of them."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import som_model as som
from som_model.catalogue.files import VERSIONS, CatalogueFile
from som_model.catalogue.rules.rule import payer_rule, rule_names
from som_model.cli.app import program
from som_model.reading.language import entries_named, fields_at, models
from som_model.scenario.frozen import Frozen
from som_model.scenario.scenario import Scenario

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
ELLIPSIS = "…"


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def parameters() -> set[str]:
    """What payer rules ask of the citizens."""
    rules = [payer_rule(name) for name in rule_names()]
    return {step for rule in rules if rule for parameter in rule.parameters for step in parameter.name.split(".")}


def slips(node: Any, root: type[Frozen], path: tuple[str, ...] = ()) -> Iterator[str]:
    """Dotted paths of a fragment that the language has not at that place."""
    if isinstance(node, list):
        for number, each in enumerate(node):
            yield from slips(each, root, (*path, str(number)))
    if not isinstance(node, dict):
        return
    allowed = {*fields_at(path, root), "from"} if fields_at(path, root) and not entries_named(path, root) else None
    for key, value in node.items():
        if allowed is not None and key not in allowed and not key[:1].isdigit() and key not in {ELLIPSIS, *parameters()}:
            yield ".".join((*path, key))
        yield from slips(value, root, (*path, key))


def is_of_the_language(node: Any) -> bool:
    """Whether a fragment is a part of a scenario or of a catalogue file: of one of their types, or entries of one."""
    roots = (Scenario, CatalogueFile, *models(), *models(CatalogueFile))
    if not isinstance(node, dict) or any(not list(slips(node, root)) for root in roots):
        return True
    return all(isinstance(each, dict) and any(not list(slips(each, root)) for root in roots) for each in node.values())


def test_yaml_of_a_page_is_of_the_language() -> None:
    read, strange = 0, []
    for page in PAGES:
        for block in re.findall(r"```yaml[^\n]*\n(.+?)```", text_of(page), flags=re.DOTALL):
            node = yaml.load(block, Loader=yaml.BaseLoader)
            node = node.get("scenario", node) if isinstance(node, dict) else node
            read += 1
            if not is_of_the_language(node):
                strange.append((page.name, list(slips(node, Scenario))))
    assert read > 20
    assert strange == []


@pytest.mark.parametrize(
    "slip", ["success_rat: 0.3\nparticipants: 5", "unit_costs: {day: {amont: 5}}", "som: 1\nname: x\nperiods: 5"]
)
def test_a_field_that_is_not_there_is_seen(slip: str) -> None:
    assert not is_of_the_language(yaml.load(slip, Loader=yaml.BaseLoader))


def options() -> set[str]:
    """Every option of every command."""
    command: Any = program("da")
    commands = [*command.commands.values(), *command.commands["catalogue"].commands.values()]
    return {name for each in commands for option in each.params for name in (*option.opts, *option.secondary_opts)} | {"--help"}


def test_options_that_a_page_names_exist() -> None:
    of_others = re.compile(r"^.*\b(?:pip|pytest|jupyter|mkdocs|ruff|docs/\w+\.py|git)\b.*$", flags=re.MULTILINE)
    ours = {page.name: of_others.sub("", text_of(page)) for page in PAGES}
    named = {(page, name) for page, text in ours.items() for name in re.findall(r"(?<![\w-])--[a-z][a-z-]+", text)}
    there_are = options()
    assert len(named) > 100
    assert sorted((page, name) for page, name in named if name not in there_are) == []


def test_the_changes_and_the_citation_tell_this_version() -> None:
    newest = re.search(r"^## (\S+?),? ", text_of(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)
    assert newest is not None
    assert newest[1] == som.__version__
    named = re.findall(r"^Catalogue (\S+)\.$", text_of(ROOT / "CHANGELOG.md"), flags=re.MULTILINE)
    assert named
    assert all((VERSIONS / f"{version}.json").exists() for version in named)
    citation = yaml.safe_load(text_of(ROOT / "CITATION.cff"))
    assert citation["version"] == som.__version__
    assert {"cff-version", "message", "title", "authors"} <= set(citation)
