"""Reading scenario files: the public functions."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path
from typing import Any

from som_model.errors import Finding, Place, ScenarioError, UnknownName
from som_model.reading.knowledge import Knowledge, own_catalogues
from som_model.reading.nodes import Node, children, finding_at, plain, read_text
from som_model.reading.parsing import NULLS, parse
from som_model.reading.source import ScenarioSource
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message

UNKNOWN_NAMES = ("unknown_unit_cost", "unknown_vintage", "unknown_definition", "unknown_series")
"""What a catalogue that cannot be read would make unknown."""


def read_scenario(path: str | PathLike[str], variant: str | None = None) -> Scenario:
    """A scenario from a YAML file, in its base or in one of its variants.

    path: a UTF-8 file in version 1 of the scenario language. variant: a name under `variants`.
    Raises ScenarioError with every finding of the file, its own catalogues and all its variants;
    UnknownName for a variant the file does not have. Rules of the language: docs/reference/language.md.
    """
    source = _source(Path(path))
    base, variants = _every_variant(source)
    if variant is not None and variant not in variants:
        key = "unknown_variant" if variants else "no_variants"
        raise UnknownName(Message.of(key, name=variant, known=tuple(variants)))
    return variants[variant] if variant is not None else base


def read_scenarios(path: str | PathLike[str]) -> list[Scenario]:
    """The variants of a file in file order, or its base alone when it has none.

    Raises ScenarioError with every finding.
    """
    base, variants = _every_variant(_source(Path(path)))
    return list(variants.values()) or [base]


def _every_variant(source: ScenarioSource) -> tuple[Scenario, dict[str, Scenario]]:
    """The base and each variant; every finding of all of them at once, but for addresses that a slip in the base hides."""
    findings: dict[Finding, None] = {}
    built: list[Scenario] = []
    names = list(children(source.document, "variants"))
    for variant in (source, *(source.of_variant(name) for name in names)):
        try:
            built.append(variant.scenario())
        except ScenarioError as error:
            misspelt = _meant(findings)
            for finding in error.findings:
                above = [meant for meant in misspelt if f"{finding.address}.".startswith(f"{meant}.")]
                if not (above and finding.message.key.startswith("no_address")):
                    findings[finding] = None
    if findings:
        raise ScenarioError(findings)
    return built[0], dict(zip(names, built[1:], strict=True))


def _meant(findings: Iterable[Finding]) -> list[str]:
    """Addresses that the base would have, were its fields not misspelt or missing."""
    meant = []
    for finding in findings:
        values = dict(finding.message.values)
        if finding.message.key == "unknown_key_near":
            meant.append(f"{finding.address.rpartition('.')[0]}.{values['near']}".lstrip("."))
        elif finding.message.key in ("missing_field", "missing_form"):
            meant.append(finding.address)
    return meant


def _source(path: Path) -> ScenarioSource:
    """The file with its own catalogues; raises ScenarioError with every finding of all of them."""
    shown = path.as_posix()
    text = read_text(path, shown)
    if isinstance(text, Finding):
        raise ScenarioError([text])
    root, findings = parse(text, shown)
    if root is None or not isinstance(root.content, dict):
        place = root.place if root is not None and root.content is not None else Place(shown, 1, 1)
        raise ScenarioError(findings or [finding_at(place, "", Message.of("no_mapping"))])
    if "som_catalogue" in root.content:
        raise ScenarioError([finding_at(root.place, "som_catalogue", Message.of("is_catalogue"))])
    own: list[Node] = []
    of_catalogues: list[Finding] = []
    for number, (written, catalogue, named) in enumerate(own_catalogues(root, path.parent), start=1):
        catalogue_text = read_text(catalogue, named)
        if isinstance(catalogue_text, Finding):
            of_catalogues.append(finding_at(written.place, f"catalogues.{number}", catalogue_text.message))
            continue
        from som_model.reading.catalogue import own_catalogue

        node, of_file = own_catalogue(catalogue_text, named, tuple(own))
        of_catalogues += of_file
        own += [node] if node is not None else []
    findings += of_catalogues
    source = ScenarioSource(shown, root, Knowledge(tuple(own)))
    if findings:
        try:
            _every_variant(source)
        except ScenarioError as error:
            hidden = UNKNOWN_NAMES if of_catalogues else ()
            findings += [slip for slip in error.findings if slip not in findings and slip.message.key not in hidden]
        raise ScenarioError(findings)
    return source


def read_value(text: str, shown: str) -> Any:
    """The value of a setting such as --set ADDRESS=VALUE, as dicts, lists and text.

    Raises ScenarioError where the text is not a value of the language.
    """
    node, findings = parse(text, shown)
    if findings:
        raise ScenarioError(findings)
    if node is None or (node.content is None and text.strip() not in NULLS):
        raise ScenarioError([finding_at(Place(shown), "", Message.of("bad_setting", raw=text))])
    return plain(node)
