"""The catalogue as text for a console: a listing, and one entry field by field."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.catalogue.entries import Catalogue, Entry
from som_model.catalogue.files import SECTIONS
from som_model.catalogue.rules.rule import payer_rule
from som_model.presentation.described.catalogue import payers_shown, price_shown, unit_shown
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.target_group import GroupDefinition
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries, UnitCost
from som_model.wording.numbers import number, percent
from som_model.wording.table import Language, in_language, label, phrase


def listing(catalogue: Catalogue, language: Language) -> Iterator[str]:
    """Two lines for each key: name, price and payers; then label, source and its other price years."""
    years: dict[tuple[str, bool], set[int]] = {}
    listed: dict[tuple[str, bool], Entry] = {}
    for entry in catalogue:
        years.setdefault((entry.key, entry.own), set()).update({entry.price_year} if entry.price_year else ())
    for entry in sorted(
        catalogue.find(latest=True),
        key=lambda entry: (SECTIONS.index(entry.section), getattr(entry.value, "topic", None) or "", entry.key),
    ):
        listed.setdefault((entry.key, entry.own), entry)
    title = "catalogue_title_one" if len(listed) == 1 else "catalogue_title"
    yield phrase(title, language).format(version=catalogue.version, count=len(listed))
    above = ""
    for (key, own), entry in listed.items():
        topic = getattr(entry.value, "topic", None)
        heading = phrase(f"section_{entry.section}", language) + (f": {label(f'topic_{topic}', language)}" if topic else "")
        if heading != above:
            above = heading
            yield f"\n{heading}"
        cost = entry.value
        if isinstance(cost, UnitCost):
            yield f"  {entry.key}: {_price(cost, language)}; {payers_shown(cost.payers, language)}"
        else:
            yield f"  {entry.name}"
        others = sorted(years[key, own] - {entry.price_year or 0})
        remark = "catalogue_own" if own else "catalogue_overridden" if (key, True) in listed else ""
        yield f"      {_below(entry, others, remark, language)}"


def _price(cost: UnitCost, language: Language) -> str:
    """'1.200 kr. pr. døgn (2024-priser)'"""
    return phrase("catalogue_per", language).format(
        amount=price_shown(cost, language), unit=unit_shown(cost.unit, language), year=cost.price_year
    )


def _below(entry: Entry, others: list[int], remark: str, language: Language) -> str:
    """Label, source or law, how good it is, and the other price years."""
    value = entry.value
    parts = [value.label.say(language) if value.label is not None else entry.name]
    parts += [phrase(remark, language)] if remark else []
    source, law, quality = (getattr(value, field, None) for field in ("source", "law", "quality"))
    if source:
        parts.append(phrase("catalogue_source", language).format(source=source))
    elif law:
        parts.append(phrase("catalogue_law", language).format(law=law))
    if quality:
        parts.append(label(quality, language))
    if others:
        parts.append(phrase("catalogue_also", language).format(years=", ".join(str(year) for year in others)))
    return ". ".join(parts)


def shown(catalogue: Catalogue, name: str, language: Language) -> Iterator[str]:
    """An entry field by field, its other price years, and how a scenario uses it.

    Raises UnknownName with the nearest names.
    """
    vintages = catalogue.vintages(name)
    entry = vintages[0]
    value = entry.value
    own = f" ({phrase('catalogue_own', language)})" if entry.own else ""
    yield f"{entry.name}: {value.label.say(language) if value.label is not None else ''}{own}"
    if isinstance(value, UnitCost):
        yield from _unit_cost(value, language)
    elif isinstance(value, GroupDefinition):
        yield from _group(value, language)
    elif isinstance(value, PayerLaw):
        yield from _law(entry.name, value, language)
    elif isinstance(value, PriceSeries):
        yield from _field("base", value.base, language)
        yield from (f"  {year}: {'–' if index is None else number(index, language)}" for year, index in value.values.items())
        yield from (f"  {year}: {text.say(language)}" for year, text in value.partial.items())
    elif isinstance(value, DiscountSchedule):
        yield from _field("decided", value.decided.say(language) if value.decided is not None else None, language)
        yield from (
            f"  {phrase('catalogue_band', language).format(band=band)}: {percent(rate, language)}"
            for band, rate in value.rates.items()
        )
    source, url, quality, note = (getattr(value, field, None) for field in ("source", "url", "quality", "note"))
    yield from _field("source", source, language)
    yield from _field("url", url, language)
    yield from _field("catalogue_quality", label(quality, language) if quality else None, language)
    yield from _field("note", note.say(language) if note is not None else None, language)
    for other in vintages[1:]:
        if isinstance(other.value, UnitCost):
            own = f", {phrase('catalogue_own', language)}" if other.own else ""
            yield f"  {other.name}: {price_shown(other.value, language)} kr.{own} ({other.value.source or ''})"
    yield from _use(entry, language)


def _field(name: str, value: str | None, language: Language) -> Iterator[str]:
    if value:
        yield f"  {phrase(f'head_{name}', language)}: {value}"


def _unit_cost(cost: UnitCost, language: Language) -> Iterator[str]:
    yield from _field("catalogue_price", _price(cost, language), language)
    basis = label(f"basis_{cost.payers_basis}", language) if cost.payers_basis else ""
    yield from _field("catalogue_payers", f"{payers_shown(cost.payers, language)}{f' ({basis})' if basis else ''}", language)
    yield from _field("law", cost.law, language)
    memory = f" ({phrase('catalogue_from_memory', language)})" if cost.account_quality == "assumed" else ""
    yield from _field("account", f"{cost.account}{memory}" if cost.account else None, language)
    yield from _field("area", label(cost.area, language) if cost.area else None, language)
    if cost.taxable is not None:
        yield from _field("taxable", phrase("yes" if cost.taxable else "no", language), language)


def _group(group: GroupDefinition, language: Language) -> Iterator[str]:
    for name in ("definition", "success_measure", "usual_payers"):
        text = getattr(group, name)
        yield from _field(name, text.say(language) if text is not None else None, language)
    yield from _field("law", group.law, language)
    if group.facts:
        yield f"  {phrase('head_facts', language)}:"
        for fact in group.facts.values():
            ends = "" if fact.low is None or fact.high is None else f"{number(fact.low, language)}-{number(fact.high, language)}"
            value = number(fact.value, language) if fact.value is not None else ""
            figure = f"{value} ({ends})" if value and ends else value or ends
            unit = label(f"fact_{fact.unit}", language).removeprefix("fact_")
            year = f" ({fact.year})" if fact.year else ""
            source = phrase("catalogue_source", language).format(source=fact.source)
            yield f"    {fact.label.say(language)}: {figure} {unit}{year}. {source}"
    if group.consequences:
        yield f"  {phrase('head_consequences', language)}:"
        for line in group.consequences.values():
            title = line.title.say(language) if line.title is not None else ""
            yield f"    {title} (unit_cost: {line.unit_cost})"


def _law(name: str, law: PayerLaw, language: Language) -> Iterator[str]:
    """What a rule asks of a line, as 'days_before (døgn på forsorgshjem om året før indsatsen)', and its law year by year."""
    rule = payer_rule(name)
    yield from _field("summary", law.summary.say(language), language)
    yield from _field("law", law.law, language)
    asked: list[str] = []
    for parameter in rule.parameters if rule is not None else ():
        optional = f"{phrase('optional', language)}: " if parameter.optional else ""
        asked.append(f"{parameter.name} ({optional}{in_language(parameter.asked, language)})")
    yield from _field("parameters", ", ".join(asked), language)
    yield from _field("known_to", str(law.known_to), language)
    for version in law.laws:
        figures = {**version.numbers, **version.amounts}
        told = ", ".join(f"{key}: {' / '.join(number(value, language) for value in values)}" for key, values in figures.items())
        only = f" [{', '.join(version.only_for)}]" if version.only_for else ""
        yield f"  {version.since.isoformat()}{only}: {phrase('law_unknown', language) if version.unknown else told}"
        if version.source:
            yield f"    {phrase('catalogue_source', language).format(source=version.source)} {version.url or ''}"


def _use(entry: Entry, language: Language) -> Iterator[str]:
    """The line to write in a scenario; of a price with the parameters of its rule, or the payers where they are not known."""
    value = entry.value
    if isinstance(value, UnitCost):
        payers = ["payers: {…}"]
        if value.payers is not None:
            payers = [_rule(split.rule) for split in value.payers.rules() if payer_rule(split.rule) is not None][:1]
        write = f"{entry.key}: {{{', '.join((f'unit_cost: {entry.key}', 'change: -1', *payers))}}}"
    else:
        fields = {
            "target_groups": f"definition: {entry.name}",
            "indices": f"price_index: {entry.name}",
            "discount_schedules": f"discount_rate: {entry.name}",
        }
        write = fields.get(entry.section) or _rule(entry.name)
    yield f"  {phrase('catalogue_write', language).format(write=write)}"


def _rule(name: str) -> str:
    """A rule as a line names it, with each parameter that it must be given: 'payers: {rule: homelessness, days_before: …}'"""
    rule = payer_rule(name)
    asked = (f", {parameter.name}: …" for parameter in rule.parameters if not parameter.optional) if rule is not None else ()
    return f"payers: {{rule: {name}{''.join(asked)}}}"


RECORD = (
    "section",
    "name",
    "label",
    "amount",
    "low",
    "high",
    "unit",
    "price_year",
    "payers",
    "law",
    "account",
    "area",
    "topic",
    "quality",
    "source",
    "url",
    "own",
    "note",
)
"""The keys of an entry's record."""


def record(entry: Entry, language: Language) -> dict[str, object]:
    """An entry as one plain object for other programs."""
    value = entry.value
    every = value.amount.every if isinstance(value, UnitCost) and value.amount is not None else None
    texts = {name: getattr(value, name, None) for name in ("law", "account", "area", "topic", "quality", "source", "url")}
    note = getattr(value, "note", None)
    return {
        "section": entry.section,
        "name": entry.name,
        "label": value.label.say(language) if value.label is not None else None,
        "amount": every.value if every is not None else None,
        "low": every.low if every is not None else None,
        "high": every.high if every is not None else None,
        "unit": getattr(value, "unit", None),
        "price_year": entry.price_year,
        "payers": payers_shown(value.payers, language) if isinstance(value, UnitCost) and value.payers is not None else None,
        **texts,
        "own": entry.own,
        "note": note.say(language) if note is not None else None,
    }
