"""Reading catalogue files, own and built-in."""

from __future__ import annotations

from collections.abc import Iterator
from os import PathLike
from pathlib import Path

from som_model.catalogue.built_in import DATA, SECTIONS, VERSION
from som_model.catalogue.catalogue_file import CatalogueFile
from som_model.catalogue.entries import Catalogue
from som_model.catalogue.entry import Entry, Section
from som_model.errors import Finding, Place, ScenarioError
from som_model.reading.knowledge import Knowledge, contradictions, with_copies
from som_model.reading.nodes import Node, finding_at, read_text
from som_model.reading.parsing import parse
from som_model.reading.validate import validated
from som_model.scenario.payer_law import PayerLaw
from som_model.wording.message import Message


def read_catalogue(*files: str | PathLike[str]) -> Catalogue:
    """Everything known: the municipality's own catalogue files, the last named first, then the built-in catalogue.

    files: catalogue files (som_catalogue: 1). Raises ScenarioError with every finding.
    """
    own = [read_catalogue_file(path) for path in files]
    missing = [Path(path).as_posix() for path, kept in zip(files, own, strict=True) if kept is None]
    if missing:
        raise ScenarioError([Finding(path, 1, 1, "som_catalogue", Message.of("not_a_catalogue")) for path in missing])
    built_in = [kept for path in sorted(DATA.rglob("*.yaml")) if (kept := read_catalogue_file(path)) is not None]
    entries: list[Entry] = []
    for kept in reversed(own):
        entries += _entries(kept, own=True) if kept is not None else []
    for kept in built_in:
        entries += _entries(kept, own=False)
    entries.sort(key=lambda entry: SECTIONS.index(entry.section))
    rules = {entry.name: entry.value.payers for entry in entries if isinstance(entry.value, PayerLaw)}
    return Catalogue(VERSION, tuple(entries), tuple(rules.items()))


def _entries(kept: CatalogueFile, *, own: bool) -> Iterator[Entry]:
    newest: dict[str, int] = {}
    for name, cost in kept.unit_costs.items():
        key = name.partition("@")[0]
        newest[key] = max(newest.get(key, 0), cost.price_year or 0)
    for name, cost in kept.unit_costs.items():
        key = name.partition("@")[0]
        dated = f"{key}@{cost.price_year}" if cost.price_year else key
        yield Entry("unit_costs", dated, cost, own, latest=newest[key] == (cost.price_year or 0))
    for section in SECTIONS[1:]:
        for name, value in getattr(kept, section).items():
            yield Entry(_section(section), name, value, own)


def _section(name: str) -> Section:
    return name  # type: ignore[return-value]


def read_catalogue_file(path: str | PathLike[str]) -> CatalogueFile | None:
    """A catalogue file read for itself; None where the file is something else.

    Raises ScenarioError with every finding.
    """
    shown = Path(path).as_posix()
    text = read_text(Path(path), shown)
    if isinstance(text, Finding) or "som_catalogue" not in text:
        return None
    root, findings = parse(text, shown)
    if root is None or root.child("som_catalogue") is None:
        return None
    root, unknown = with_copies(root, Knowledge())
    made, refused = validated(root, CatalogueFile)
    findings += [*refused, *without_origin(unknown), *contradicting(root)]
    if findings:
        raise ScenarioError(findings)
    return made


def own_catalogue(text: str, shown: str, earlier: tuple[Node, ...]) -> tuple[Node | None, list[Finding]]:
    """The tree of an own catalogue file with its copies made, and every finding of it.

    earlier: the own catalogues before it, which it may copy from.
    """
    node, found = parse(text, shown)
    if node is None or not isinstance(node.content, dict):
        return None, found or [finding_at(Place(shown, 1, 1), "", Message.of("no_mapping"))]
    node, unknown = with_copies(node, Knowledge(earlier))
    return node, [*found, *without_origin(unknown), *validated(node, CatalogueFile)[1], *contradicting(node)]


def without_origin(unknown: list[tuple[Node, str, str]]) -> list[Finding]:
    """Entries whose `from` names nothing."""
    return [finding_at(node.place, address, Message.of("unknown_origin", name=name)) for node, address, name in unknown]


def contradicting(root: Node) -> list[Finding]:
    """Entries whose price_year is not the year of their key."""
    return [
        finding_at(node.place, address, Message.of("vintage_contradicts", named=named, stated=stated))
        for node, address, named, stated in contradictions(root)
    ]
