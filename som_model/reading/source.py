"""A scenario's text with its catalogues and changes: what a scenario is built from, again and again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from som_model.catalogue.files import VERSION
from som_model.errors import Finding, Notice, Place, ScenarioError
from som_model.reading.checks import addresses, lines, prices, rules, years
from som_model.reading.checks.slip import Slip
from som_model.reading.knowledge import BUILT_IN_PLACE, Knowledge, own_catalogues
from som_model.reading.merge import Merged, definitions, indices, schedule, unit_costs, with_child
from som_model.reading.nodes import (
    Node,
    children,
    drops_what_was_known,
    elements,
    find,
    finding_at,
    node_of,
    plain,
    set_at,
    text_of,
)
from som_model.reading.validate import nearly, pruned, validated
from som_model.resolved.lines import resolve_lines
from som_model.scenario.frozen import Named
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.payers import Payers
from som_model.scenario.scenario import LANGUAGE_VERSION, Record, Scenario
from som_model.scenario.target_group import GroupDefinition
from som_model.scenario.unit_cost import DiscountSchedule
from som_model.wording.message import Message

_NOWHERE = Place("")
STAND_INS = {"som": LANGUAGE_VERSION, "name": "x", "discount_rate": "0", "price_year": "2024"}
STAND_IN_PERIOD = Node({"start": Node("2024", _NOWHERE, _NOWHERE)}, _NOWHERE, _NOWHERE)
"""Values in place of refused ones, so that the rest of a file can be checked."""


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
        set_on_top = tuple(AssumptionChange(address, node_of(value, place), place) for address, value in changes.items())
        return replace(self, changes=(*self.changes, *set_on_top)).scenario()

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
            resolve_lines(scenario, merged.references)
            scenario._record = self._record(merged, scenario)
            findings += _checked(scenario, merged, (), (years, lines, prices, rules, addresses))
        else:
            findings += self._checked_remains(merged, refused)
        if findings:
            once_each = {(slip.file, slip.line, slip.column, slip.address, slip.message): slip for slip in findings}
            raise ScenarioError(once_each.values())
        assert scenario is not None
        return scenario

    def _merged(self) -> Merged:
        """The tree with catalogues and changes; a change is set as soon as its address is there, so that
        what it names is taken from the catalogues like what the file names."""
        merged = Merged(self.document, self.knowledge)
        # The period goes first: the years of a list are named by it.
        left = self._set(merged, sorted(self.changes, key=lambda change: change.address.split(".")[0] != "period"))
        definitions(merged)
        left = self._set(merged, left)
        used = [change.address for change in left]
        for pair in elements(merged.root, "correlations"):
            used += [address.content for address in elements(pair, "between") if isinstance(address.content, str)]
        unit_costs(merged, used)
        for change in self._set(merged, left):
            merged.findings += set_at(merged.root, change.address, change.node, change.place)[1]
        indices(merged)
        schedule(merged)
        return merged

    def _set(self, merged: Merged, changes: list[AssumptionChange]) -> list[AssumptionChange]:
        """Set what has its address already, in order; the changes that are left."""
        for position, change in enumerate(changes):
            root, findings = set_at(merged.root, change.address, change.node, change.place)
            if findings:
                return [change, *self._set(merged, changes[position + 1 :])]
            if drops_what_was_known(merged.root, change.address, change.node):
                merged.notices.append(Notice(change.address, Message.of("estimate_dropped")))
            merged.root = root
        return []

    def _checked_remains(self, merged: Merged, refused: list[Finding]) -> list[Finding]:
        """What else is wrong when refused parts are left out of account."""
        period_known = not any(finding.address.split(".")[0] == "period" for finding in refused)
        root = merged.root if period_known else with_child(merged.root, "period", STAND_IN_PERIOD)
        remains, taken = pruned(root, Scenario, STAND_INS)
        if remains is None:
            return []
        resolve_lines(remains, merged.references)
        remains._record = self._record(merged, remains)
        prices_known = period_known and "price_year" not in taken
        modules = [lines, addresses, *([years] if period_known else []), *([prices, rules] if prices_known else [])]
        return _checked(remains, merged, taken, modules)

    def _record(self, merged: Merged, scenario: Scenario) -> Record:
        """What the scenario is made from: its laws and rates, and the SHA-256 of everything the calculation rests on."""
        rates = validated(merged.rates, DiscountSchedule)[0] if merged.rates is not None else None
        written = [payers for _, payers in years.calendar_fields(scenario) if isinstance(payers, Payers)]
        named = sorted({split.rule for payers in written for split in payers.rules()})
        entries = {name: merged.knowledge.entry("payer_rules", name) for name in named}
        laws = {name: node for name, node in entries.items() if node is not None}
        read = plain(merged.root)
        read.pop("variants", None)
        parts = {"scenario": read, "schedule": plain(merged.rates) if merged.rates is not None else None}
        parts["payer_rules"] = {name: plain(node) for name, node in laws.items()}
        rests_on = json.dumps(parts, sort_keys=True, ensure_ascii=False)
        return Record(
            file=self.file,
            variant=self.variant,
            changed=tuple((change.address, _written(change.node)) for change in self.changes if change.own),
            source=self,
            references=Named(merged.references),
            schedule=rates,
            payer_rules=Named({name: law for name, node in laws.items() if (law := validated(node, PayerLaw)[0])}),
            catalogue_version=VERSION,
            input_sha256=hashlib.sha256(rests_on.encode()).hexdigest(),
            notices=(*merged.notices, *_replaced(merged, laws), *_version_notice(merged, laws)),
        )


def _written(node: Node) -> str:
    """A new value in a few words: the number, or the value of an estimate."""
    if isinstance(node.content, dict):
        value = node.content.get("value")
        return _written(value) if value is not None else "…"
    return "…" if isinstance(node.content, list) else node.content or "null"


def _checked(scenario: Scenario, merged: Merged, taken: Iterable[str], modules: Iterable[ModuleType]) -> list[Finding]:
    """What the rules between fields find, but for what hangs on parts already refused."""
    out = {*taken, *(finding.address for finding in merged.findings)}
    slips = [slip for module in modules for slip in module.slips(scenario)]
    findings = []
    for slip in slips:
        if _explained(slip, out):
            continue
        address, place = slip.address, _place(slip.address, merged.root, at_key=slip.at_key)
        if slip.line and place.file.startswith(BUILT_IN_PLACE):
            address, place = slip.line, _place(slip.line, merged.root, at_key=slip.at_key)
        findings.append(finding_at(place, address, slip.message))
    return findings


def _explained(slip: Slip, taken: set[str]) -> bool:
    """Whether the slip only follows from a part that is already refused."""
    parent, _, field = slip.address.rpartition(".")
    lacking = {field, *(str(value) for name, value in slip.message.values if name in ("first", "second", "field"))}
    for part in taken:
        if slip.address == part or slip.address.startswith(f"{part}."):
            return True
        if slip.because_of and (part == slip.because_of or part.startswith(f"{slip.because_of}.")):
            return True
        beside, _, misspelt = part.rpartition(".")
        if slip.at_key and beside == parent and any(nearly(misspelt, name) for name in lacking):
            return True
    return False


def _place(address: str, root: Node, *, at_key: bool) -> Place:
    """The place of a key or value; a part that is missing stands at the key of what lacks it."""
    steps = address.split(".")
    for depth in range(len(steps), 0, -1):
        node = find(root, ".".join(steps[:depth]))
        if node is not None:
            return node.key_place if at_key or depth < len(steps) else node.place
    return Place(root.place.file, 1, 1)


def _replaced(merged: Merged, laws: Mapping[str, Node]) -> Iterator[Notice]:
    """Rules, series, schedules and definitions that an own catalogue holds in place of the built-in ones."""
    groups = {
        f"target_groups.{name}.definition": text_of(node, "definition")
        for name, node in children(merged.root, "target_groups").items()
    }
    used = [("payer_rules", name, f"payer_rules.{name}") for name in laws]
    used += [("indices", name, f"indices.{name}") for name in children(merged.root, "indices")]
    used += [("discount_schedules", text_of(merged.root, "discount_rate") or "", "discount_rate")]
    used += [("target_groups", name or "", address) for address, name in groups.items()]
    for section, name, address in used:
        if merged.knowledge.own and merged.knowledge.replaces(section, name):
            yield Notice(address, Message.of("own_entry_replaces", key=name))


def _version_notice(merged: Merged, laws: Mapping[str, Node]) -> Iterator[Notice]:
    """The catalogue is another version than the scenario was written for: what it takes that changed since."""
    stated = text_of(merged.root, "catalogue")
    if stated is None or stated == VERSION:
        return
    from som_model.reading.knowledge import changed_others, changed_prices, earlier

    then = earlier(stated)
    if then is None:
        yield Notice("catalogue", Message.of("unknown_catalogue_version", stated=stated, installed=VERSION))
        return
    table = children(merged.root, "unit_costs")
    used = {name: (reference, table[name]) for reference, name in merged.references.items()} | merged.copied
    prices = changed_prices(then, used, text_of(merged.root, "price_year") or "9999")
    listed = [Message.of(f"since_{what}", key=key) for key, what in prices]
    rate = text_of(merged.root, "discount_rate")
    schedules = {rate: merged.rates} if rate is not None and merged.rates is not None else {}
    others = (("payer_rules", laws), ("indices", children(merged.root, "indices")), ("discount_schedules", schedules))
    for section, nodes in others:
        listed += [Message.of("since_other", key=name) for name in changed_others(then, section, nodes)]
    key = "other_catalogue" if listed else "other_catalogue_same"
    changes = tuple(listed)
    yield Notice("catalogue", Message.of(key, stated=stated, installed=VERSION, **({"changes": changes} if listed else {})))
