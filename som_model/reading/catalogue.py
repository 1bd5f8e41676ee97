"""Reading catalogue files, own and built-in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from os import PathLike
from pathlib import Path

from som_model.catalogue.entries import Catalogue, Entry
from som_model.catalogue.files import DATA, SECTIONS, VERSION, CatalogueFile
from som_model.catalogue.rules.rule import Rule, payer_rule
from som_model.errors import Finding, Place, ScenarioError
from som_model.reading.checks.rules import unknown_rule
from som_model.reading.knowledge import Knowledge, contradictions, with_copies
from som_model.reading.nodes import Node, find, finding_at, read_text
from som_model.reading.parsing import parse
from som_model.reading.validate import validated
from som_model.scenario.payer_law import Law, PayerLaw
from som_model.wording.message import Message


def read_catalogue(*files: str | PathLike[str]) -> Catalogue:
    """Everything known: the municipality's own catalogue files, the last named first, then the built-in catalogue.

    files: catalogue files (som_catalogue: 1). Raises ScenarioError with every finding.
    """
    own: list[CatalogueFile] = []
    for path in files:
        shown = Path(path).as_posix()
        text = read_text(Path(path), shown)
        if isinstance(text, Finding):
            raise ScenarioError([text])
        catalogue = read_catalogue_file(path)
        if catalogue is None:
            raise ScenarioError([Finding(shown, 1, 1, "som_catalogue", Message.of("not_a_catalogue"))])
        own.append(catalogue)
    built_in = [part for path in sorted(DATA.rglob("*.yaml")) if (part := read_catalogue_file(path)) is not None]
    entries = [entry for catalogue in reversed(own) for entry in _entries(catalogue, own=True)]
    entries += [entry for part in built_in for entry in _entries(part, own=False)]
    entries.sort(key=lambda entry: SECTIONS.index(entry.section))
    rules: dict[str, tuple[str, ...]] = {}
    newest: dict[tuple[str, bool], int] = {}
    for entry in entries:
        if isinstance(entry.value, PayerLaw):
            rules.setdefault(entry.name, entry.value.payers)
        newest[entry.key, entry.own] = max(newest.get((entry.key, entry.own), 0), entry.price_year or 0)
    dated = (replace(entry, latest=newest[entry.key, entry.own] == (entry.price_year or 0)) for entry in entries)
    return Catalogue(VERSION, tuple(dated), tuple(rules.items()))


def _entries(catalogue: CatalogueFile, *, own: bool) -> Iterator[Entry]:
    for name, cost in catalogue.unit_costs.items():
        key = name.partition("@")[0]
        dated = f"{key}@{cost.price_year}" if cost.price_year else key
        yield Entry("unit_costs", dated, cost, own)
    for section in SECTIONS[1:]:
        for name, value in getattr(catalogue, section).items():
            yield Entry(section, name, value, own)


def read_catalogue_file(path: str | PathLike[str]) -> CatalogueFile | None:
    """A catalogue file read for itself; None where the file is something else.

    Raises ScenarioError with every finding.
    """
    shown = Path(path).as_posix()
    text = read_text(Path(path), shown)
    if isinstance(text, Finding) or "som_catalogue" not in text:
        return None
    root, findings = parse(text, shown)
    if root is None and findings and text.lstrip().startswith("som_catalogue"):
        raise ScenarioError(findings)
    if root is None or root.child("som_catalogue") is None:
        return None
    _, catalogue, wrong = _examined(root, Knowledge())
    if findings or wrong:
        raise ScenarioError(once_each_place([*findings, *wrong]))
    return catalogue


def own_catalogue(text: str, shown: str, earlier: tuple[Node, ...]) -> tuple[Node | None, list[Finding]]:
    """The tree of an own catalogue file with its copies made, and every finding of it.

    earlier: the own catalogues before it, which it may copy from.
    """
    root, findings = parse(text, shown)
    if root is None or not isinstance(root.content, dict):
        return None, findings or [finding_at(Place(shown, 1, 1), "", Message.of("no_mapping"))]
    root, _, wrong = _examined(root, Knowledge(earlier))
    return root, once_each_place([*findings, *wrong])


def _examined(root: Node, knowledge: Knowledge) -> tuple[Node, CatalogueFile | None, list[Finding]]:
    """The tree of a catalogue file with its copies made, the catalogue it holds, and what is wrong with it."""
    root, unknown = with_copies(root, knowledge)
    catalogue, refused = validated(root, CatalogueFile)
    return root, catalogue, [*unknown, *refused, *contradictions(root), *laws_out_of_form(root, catalogue)]


def once_each_place(findings: list[Finding]) -> list[Finding]:
    """A slip in an entry that others copy is told once."""
    return list({(slip.file, slip.line, slip.column, slip.message): slip for slip in reversed(findings)}.values())


def laws_out_of_form(root: Node, catalogue: CatalogueFile | None) -> list[Finding]:
    """Laws of payer rules that lack a figure the rule needs, or hold one that it cannot use."""
    findings: list[Finding] = []
    for name, stated in catalogue.payer_rules.items() if catalogue is not None else ():
        rule = payer_rule(name)
        if rule is None:
            node = find(root, f"payer_rules.{name}") or root
            findings.append(finding_at(node.key_place, f"payer_rules.{name}", unknown_rule(name)))
            continue
        for number, law in enumerate(stated.laws, start=1):
            for below, message in () if law.unknown else _out_of_form(name, rule, law):
                findings.append(_placed(root, f"payer_rules.{name}.laws.{number}.{below}", message))
    return findings


def _placed(root: Node, address: str, message: Message) -> Finding:
    """At the value, at the key of what is strange, or at what lacks it."""
    node = find(root, address)
    if node is not None:
        return finding_at(node.key_place if message.key == "law_not_its_own" else node.place, address, message)
    above = find(root, address.rpartition(".")[0]) or find(root, address.rpartition(".")[0].rpartition(".")[0]) or root
    return finding_at(above.key_place, address, message)


def _out_of_form(name: str, rule: Rule, law: Law) -> Iterator[tuple[str, Message]]:
    """(part of the law, what is wrong with it)."""
    form = rule.form
    asked = {**dict.fromkeys((*form.shares, *form.numbers), "numbers"), **dict.fromkeys(form.amounts, "amounts")}
    stated = {**dict.fromkeys(law.numbers, "numbers"), **dict.fromkeys(law.amounts, "amounts")}
    known = (*asked, *form.optional)
    strange = [figure for figure in stated if figure not in known]
    lacking = [figure for figure in asked if stated.get(figure) != asked[figure]]
    if strange:
        message = Message.of("law_not_its_own", name=strange[0], rule=name, known=known)
        yield f"{stated[strange[0]]}.{strange[0]}", message
    elif lacking:
        message = Message.of("law_lacks", name=lacking[0], rule=name, part=asked[lacking[0]])
        yield f"{asked[lacking[0]]}.{lacking[0]}", message
    for share in form.shares:
        for value in law.numbers.get(share, ()):
            if value > 1:
                yield f"numbers.{share}", Message.of("share_as_percentage", raw=f"{value:g}", write=f"{value / 100:g}")
            elif value < 0:
                yield f"numbers.{share}", Message.of("too_small", raw=f"{value:g}", limit="0")
    entries = {figure: len(values) for figure, values in (*law.numbers.items(), *law.amounts.items())}
    for first, second, more in () if lacking else form.longer:
        if entries[first] != entries[second] + more:
            counts = {"found": entries[first], "other": entries[second]}
            yield f"{asked[first]}.{first}", Message.of("law_lengths", first=first, second=second, more=more, **counts)
