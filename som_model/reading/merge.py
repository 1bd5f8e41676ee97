"""What a scenario takes from catalogues is put into its tree: unit costs, indices, definitions, a schedule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches

from som_model.errors import Finding, Notice
from som_model.reading.knowledge import Knowledge, inherited
from som_model.reading.nodes import DEFAULT_SERIES, Node, children, finding_at, text_of
from som_model.scenario.line import COST_BLOCKS
from som_model.wording.message import Message


@dataclass
class Merged:
    """A tree that stands alone, and what was found on the way."""

    root: Node
    knowledge: Knowledge
    references: dict[str, str] = field(default_factory=dict)
    defined: dict[str, Node] = field(default_factory=dict)
    copied: dict[str, tuple[str, Node]] = field(default_factory=dict)
    """Local unit cost → (what it copies from, the entry)."""
    rates: Node | None = None
    findings: list[Finding] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)


def _child(node: Node, key: str) -> Node:
    """A child that is known to be written."""
    child = node.child(key)
    assert child is not None
    return child


def with_child(node: Node, key: str, child: Node) -> Node:
    """The mapping with one child set."""
    return Node({**children(node), key: child}, node.place, node.key_place)


def definitions(merged: Merged) -> None:
    """A group's definition gives its texts, and its consequences where the group writes none."""
    for name, group in children(merged.root, "target_groups").items():
        key = text_of(group, "definition")
        if key is None:
            continue
        address = f"target_groups.{name}"
        definition = merged.knowledge.entry("target_groups", key)
        if definition is None:
            known_groups = merged.knowledge.names("target_groups")
            stated = _child(group, "definition")
            merged.findings.append(_unknown(stated, f"{address}.definition", "unknown_definition", key, known_groups))
            continue
        merged.defined[name] = definition
        known = {line: node for line, node in children(definition, "consequences").items() if node.child("change")}
        if not known:
            continue
        if group.child("consequences") is None:
            merged.notices.append(Notice(address, Message.of("definition_consequences", lines=tuple(known))))
            lines = known
        else:
            written = children(group, "consequences")
            lines = {line: _completed(node, known.get(line)) for line, node in written.items()}
        completed = with_child(group, "consequences", Node(dict(lines), group.place, group.key_place))
        groups = with_child(_child(merged.root, "target_groups"), name, completed)
        merged.root = with_child(merged.root, "target_groups", groups)


def _completed(written: Node, known: Node | None) -> Node:
    """A line with the fields of the definition's line of the same name that it does not write itself."""
    if known is None or not isinstance(written.content, dict) or not isinstance(known.content, dict):
        return written
    own_change = "change" in written.content
    known_fields = {key: child for key, child in known.content.items() if not (own_change and key == "relapse_included")}
    return Node({**known_fields, **written.content}, written.place, written.key_place)


def referring_lines(root: Node) -> Iterator[tuple[str, Node]]:
    """(address, line) of every line that may name a unit cost."""
    for group in children(root, "target_groups"):
        for name, line in children(root, "target_groups", group, "consequences").items():
            yield f"target_groups.{group}.consequences.{name}", line
    for block in COST_BLOCKS:
        for name, line in children(root, "programme", block).items():
            yield f"programme.{block}.{name}", line


def unit_costs(merged: Merged, addresses: Iterable[str]) -> None:
    """Every unit cost that a line or an address names is put under unit_costs."""
    local = {key: _from_catalogue(merged, key, node) for key, node in children(merged.root, "unit_costs").items()}
    resolved: dict[str, Node] = {}
    for address, line in referring_lines(merged.root):
        if (reference := text_of(line, "unit_cost")) is None or reference in resolved:
            continue
        entry = _resolve(merged, reference, local)
        if entry is not None:
            resolved[reference] = entry
        else:
            stated = _child(line, "unit_cost")
            merged.findings.append(_unknown_unit_cost(merged, stated, f"{address}.unit_cost", reference, local))
    for address in addresses:
        section, _, rest = address.partition(".")
        key = rest.partition(".")[0]
        used = {reference.partition("@")[0] for reference in resolved}
        if section == "unit_costs" and key not in local and key not in used and key not in resolved:
            entry = _resolve(merged, key, local, quietly=True)
            resolved.update({key: entry} if entry is not None else {})
    table = dict(local)
    for reference, entry in resolved.items():
        # the key alone for the vintage it stands for, whatever other lines name, so that an address keeps its meaning
        key = reference.partition("@")[0]
        canonical = key if _resolve(merged, key, local, quietly=True) is entry else reference
        merged.references[reference] = canonical
        table[canonical] = entry
    if table:
        place = (merged.root.child("unit_costs") or merged.root).place
        merged.root = with_child(merged.root, "unit_costs", Node(dict(table), place, place))


def _from_catalogue(merged: Merged, key: str, node: Node) -> Node:
    """A local entry with `from` copies that catalogue entry; one without stands alone."""
    origin = text_of(node, "from")
    address = f"unit_costs.{key}"
    if origin is None:
        if merged.knowledge.vintages(key.partition("@")[0]):
            merged.notices.append(Notice(address, Message.of("local_replaces_catalogue", key=key)))
        return node
    assert isinstance(node.content, dict)
    entry = _resolve(merged, origin, {})
    written = {name: child for name, child in node.content.items() if name != "from"}
    if entry is None:
        merged.findings.append(_unknown_unit_cost(merged, node.content["from"], f"{address}.from", origin, {}))
        return Node(written, node.place, node.key_place)
    assert isinstance(entry.content, dict)
    merged.copied[key] = (origin, entry)
    return Node({**inherited(entry, written, vintage=False), **written}, node.place, node.key_place)


def _resolve(merged: Merged, reference: str, local: dict[str, Node], quietly: bool = False) -> Node | None:
    """The entry of key or key@year: local, then own catalogues, then built-in."""
    key, _, pinned = reference.partition("@")
    if reference in local:
        return local[reference]
    price_year = text_of(merged.root, "price_year") or "9999"
    if pinned and key in local and (text_of(local[key], "price_year") or price_year) == pinned:
        return local[key]
    catalogues = merged.knowledge.vintages(key)
    if pinned:
        return next((years[int(pinned)] for years in catalogues if pinned.isdecimal() and int(pinned) in years), None)
    if not catalogues:
        return None
    own = _vintage(catalogues[0], price_year)
    if len(catalogues) > 1 and merged.knowledge.replaces_price(key):
        national = catalogues[-1][_vintage(catalogues[-1], price_year)]
        entries = {"own": catalogues[0][own], "national": national}
        amounts = {
            name: text_of(node, "amount") or text_of(node.child("amount"), "value") or "…" for name, node in entries.items()
        }
        message = Message.of("own_catalogue_replaces", key=key, **amounts, year=text_of(national, "price_year") or "–")
        merged.notices.append(Notice(f"unit_costs.{key}", message))
    if not quietly and not (price_year.isdecimal() and own <= int(price_year)):
        message = Message.of("vintage_after_price_year", key=key, vintage=own, price_year=price_year)
        merged.notices.append(Notice(f"unit_costs.{key}", message))
    return catalogues[0][own]


def _vintage(years: Iterable[int], price_year: str) -> int:
    """The latest vintage that is not after the scenario's price year; the earliest where all are."""
    return max((year for year in years if price_year.isdecimal() and year <= int(price_year)), default=min(years))


def _unknown_unit_cost(merged: Merged, node: Node, address: str, reference: str, local: dict[str, Node]) -> Finding:
    key, _, pinned = reference.partition("@")
    years = sorted({year for catalogue in merged.knowledge.vintages(key) for year in catalogue})
    if key in local:
        stated = text_of(local[key], "price_year") or text_of(merged.root, "price_year") or ""
        years = [*years, *([int(stated)] if stated.isdecimal() else [])]
    if pinned and years:
        known = tuple(f"{key}@{year}" for year in years)
        return finding_at(node.place, address, Message.of("unknown_vintage", reference=reference, known=known))
    return _unknown(node, address, "unknown_unit_cost", reference, [*local, *merged.knowledge.names("unit_costs")])


def _unknown(node: Node, address: str, key: str, name: str, known: list[str]) -> Finding:
    """A name that nothing has, with the nearest that something has."""
    near = get_close_matches(name.lower(), known, n=1, cutoff=0.5)
    if near:
        return finding_at(node.place, address, Message.of(key, name=name, near=Message.of("nearest", near=near[0])))
    listed = Message.of("known_names", known=tuple(known[:12])) if known else Message.of("none_known")
    return finding_at(node.place, address, Message.of(key, name=name, near=listed))


def indices(merged: Merged) -> None:
    """Every series that is named is put under indices."""
    local = children(merged.root, "indices")
    used = dict(local)
    lines = [(f"programme.staffing.{name}", post) for name, post in children(merged.root, "programme", "staffing").items()]
    lines += [(f"unit_costs.{key}", cost) for key, cost in children(merged.root, "unit_costs").items()]
    lines = [*referring_lines(merged.root), *lines]
    named = [(f"{address}.index", index) for address, line in lines if (index := line.child("index")) is not None]
    chosen = merged.root.child("price_index")
    if chosen is not None:
        series = chosen.child("series")
        named.insert(0, ("price_index.series", series) if series is not None else ("price_index", chosen))
    for address, node in named:
        name = node.content
        if not isinstance(name, str) or name in used:
            continue
        series = merged.knowledge.entry("indices", name)
        if series is None:
            merged.findings.append(_unknown(node, address, "unknown_series", name, [*local, *merged.knowledge.names("indices")]))
        else:
            used[name] = series
    left_out = chosen is None or (isinstance(chosen.content, dict) and "series" not in chosen.content)
    if DEFAULT_SERIES not in used and left_out:
        series = merged.knowledge.entry("indices", DEFAULT_SERIES)
        used.update({DEFAULT_SERIES: series} if series is not None else {})
    if used:
        place = (merged.root.child("indices") or merged.root).place
        merged.root = with_child(merged.root, "indices", Node(dict(used), place, place))


def schedule(merged: Merged) -> None:
    """A discount rate that names a schedule takes its rates."""
    node = merged.root.child("discount_rate")
    name = node.content if node is not None else None
    if node is None or not isinstance(name, str) or not name[:1].isalpha() or name in ("no", "yes"):
        return
    merged.rates = merged.knowledge.entry("discount_schedules", name)
    if merged.rates is None:
        known = merged.knowledge.names("discount_schedules")
        merged.findings.append(_unknown(node, "discount_rate", "unknown_schedule", name, known))
