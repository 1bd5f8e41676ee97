"""A scenario's text with its catalogues and changes: what a scenario is built from, again and again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from som_model.catalogue.built_in import VERSION
from som_model.errors import Finding, Notice, Place, ScenarioError
from som_model.reading.addresses import drops_what_was_known, find, node_of, placed, set_at
from som_model.reading.checks import addresses, lines, prices, years
from som_model.reading.checks.slip import Slip
from som_model.reading.knowledge import Knowledge, own_catalogues
from som_model.reading.merge import Merged, children, definitions, indices, schedule, unit_costs
from som_model.reading.nodes import Node, finding_at, plain
from som_model.reading.validate import pruned, validated
from som_model.scenario.scenario import LANGUAGE_VERSION, Record, Scenario
from som_model.scenario.target_group import GroupDefinition
from som_model.scenario.unit_cost import DiscountSchedule
from som_model.wording.message import Message


@dataclass(frozen=True)
class AssumptionChange:
    """A new value at an address, and where it was written."""

    address: str
    node: Node
    place: Place
    own: bool = True
    """Whether it was set on top of the file, rather than by one of its variants."""


@dataclass(frozen=True)
class ScenarioSource:
    """A scenario's nodes, the catalogues it draws on, and the changes made to it."""

    file: str
    document: Node
    knowledge: Knowledge
    variant: str | None = None
    changes: tuple[AssumptionChange, ...] = ()

    def of_variant(self, name: str) -> ScenarioSource:
        """The source with one of its variants set."""
        entries = children(self.document, "variants", name, "set")
        changes = tuple(AssumptionChange(address, node, node.key_place, own=False) for address, node in entries.items())
        return replace(self, variant=name, changes=(*self.changes, *changes))

    def vary(self, changes: Mapping[str, Any], shown: str = "vary") -> Scenario:
        """The scenario with some assumptions changed. Raises ScenarioError with every finding."""
        place = Place(shown)
        made = tuple(AssumptionChange(address, node_of(value, place), place) for address, value in changes.items())
        return replace(self, changes=(*self.changes, *made)).scenario()

    def files(self) -> tuple[Path, ...]:
        """Every file that was read: the scenario's own and its catalogues."""
        path = Path(self.file)
        return (path, *(catalogue for _, catalogue, _ in own_catalogues(self.document, path.parent)))

    def definition(self, group: str) -> GroupDefinition | None:
        """The catalogue's definition of a target group, where the group names one."""
        node = self._merged().defined.get(group)
        return validated(node, GroupDefinition)[0] if node is not None else None

    def place(self, address: str) -> Place:
        """Where an address is written; the nearest part above it where it is not."""
        return _place(address, self._merged().root, at_key=False)

    def scenario(self) -> Scenario:
        """The frozen scenario. Raises ScenarioError with every finding."""
        merged = self._merged()
        scenario, refused = validated(merged.root, Scenario)
        findings = [*merged.findings, *refused]
        if scenario is not None:
            scenario._record = self._record(merged)
            findings += _checked(scenario, merged.root, ())
        else:
            findings += self._checked_remains(merged)
        if findings:
            raise ScenarioError(_once_each(findings))
        assert scenario is not None
        return scenario

    def _merged(self) -> Merged:
        """The tree with catalogues and changes: definitions, then the file's own, then unit costs."""
        merged = Merged(self.document, self.knowledge)
        self._set(merged, lambda address: address.endswith(".definition"))
        definitions(merged)
        self._set(merged, lambda address: not address.endswith(".definition") and not _of_unit_cost(address))
        unit_costs(merged, [*(change.address for change in self.changes), *_correlated(merged.root)])
        self._set(merged, _of_unit_cost)
        indices(merged)
        schedule(merged)
        return merged

    def _set(self, merged: Merged, belongs: Any) -> None:
        for change in self.changes:
            if not belongs(change.address):
                continue
            new = placed(change.node, change.node.place)
            if drops_what_was_known(merged.root, change.address, new):
                merged.notices.append(Notice(change.address, Message.of("estimate_dropped")))
            merged.root, findings = set_at(merged.root, change.address, new, change.place)
            merged.findings += findings

    def _checked_remains(self, merged: Merged) -> list[Finding]:
        """What else is wrong when refused parts are left out of account."""
        start = find(merged.root, "period.start")
        year = start.content if start is not None and isinstance(start.content, str) else "2024"
        stand_ins = {"som": LANGUAGE_VERSION, "name": "x", "discount_rate": "0", "price_year": year}
        remains, taken = pruned(merged.root, Scenario, stand_ins)
        if remains is None:
            return []
        remains._record = self._record(merged)
        return _checked(remains, merged.root, taken)

    def _record(self, merged: Merged) -> Record:
        rates = validated(merged.rates, DiscountSchedule)[0] if merged.rates is not None else None
        return Record(
            file=self.file,
            variant=self.variant,
            changed=tuple((change.address, _written(change.node)) for change in self.changes if change.own),
            source=self,
            references=dict(merged.references),
            schedule=rates,
            catalogue_version=VERSION,
            input_sha256=_fingerprint(merged),
            notices=(*merged.notices, *_version_notice(merged)),
        )


def _written(node: Node) -> str:
    """A new value in a few words: the number, or the value of an estimate."""
    if isinstance(node.content, dict):
        value = node.content.get("value")
        return _written(value) if value is not None else "…"
    return "…" if isinstance(node.content, list) else node.content or "null"


def _of_unit_cost(address: str) -> bool:
    return address.startswith("unit_costs.")


def _correlated(root: Node) -> Iterator[str]:
    listed = root.child("correlations")
    for node in listed.content if listed is not None and isinstance(listed.content, list) else []:
        between = node.child("between")
        for address in between.content if between is not None and isinstance(between.content, list) else []:
            if isinstance(address.content, str):
                yield address.content


def _checked(scenario: Scenario, root: Node, taken: Iterable[str]) -> list[Finding]:
    """What the rules between fields find, but for what hangs on parts already refused."""
    out = set(taken)
    found: list[Finding] = []
    for module in (years, lines, prices, addresses):
        for slip in module.slips(scenario):
            if not _explained(slip, out):
                found.append(_placed_finding(slip, root))
    return found


def _explained(slip: Slip, taken: set[str]) -> bool:
    """Whether the slip only follows from a part that is already refused."""
    parent, _, field = slip.address.rpartition(".")
    for part in taken:
        if slip.address == part or slip.address.startswith(f"{part}."):
            return True
        if slip.because_of and (part == slip.because_of or part.startswith(f"{slip.because_of}.")):
            return True
        beside, _, misspelt = part.rpartition(".")
        if slip.message.key == "missing_field" and beside == parent and get_close_matches(field, [misspelt], cutoff=0.75):
            return True
    return False


def _placed_finding(slip: Slip, root: Node) -> Finding:
    return finding_at(_place(slip.address, root, at_key=slip.at_key), slip.address, slip.message)


def _place(address: str, root: Node, *, at_key: bool) -> Place:
    """The place of a key or value; a part that is missing stands at the key of what lacks it."""
    steps = address.split(".")
    for depth in range(len(steps), 0, -1):
        node = find(root, ".".join(steps[:depth]))
        if node is not None:
            return node.key_place if at_key or depth < len(steps) else node.place
    return Place(root.place.file, 1, 1)


def _once_each(findings: Iterable[Finding]) -> list[Finding]:
    told = {(finding.file, finding.line, finding.column, finding.address, finding.message): finding for finding in findings}
    return list(told.values())


def _fingerprint(merged: Merged) -> str:
    """SHA-256 of everything the calculation rests on: the merged file but for its variants, and the schedule."""
    read = plain(merged.root)
    read.pop("variants", None)
    parts = {"scenario": read, "schedule": plain(merged.rates) if merged.rates is not None else None}
    return hashlib.sha256(json.dumps(parts, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _version_notice(merged: Merged) -> Iterator[Notice]:
    stated = merged.root.child("catalogue")
    if stated is not None and isinstance(stated.content, str) and stated.content != VERSION:
        yield Notice("catalogue", Message.of("other_catalogue", stated=stated.content, installed=VERSION))
