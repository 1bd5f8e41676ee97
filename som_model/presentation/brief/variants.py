"""The variants of the file beside the one that is shown: what a careful version comes to, next to the expected one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Paragraph, Row, Table
from som_model.presentation.brief.case import Case, split_is_known
from som_model.presentation.brief.harmless import cut_within
from som_model.presentation.brief.verdict import HALF_KRONE
from som_model.presentation.described.amounts import years_said
from som_model.projection.projection import Projection
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import TOTAL

NET_WIDTH, PAYBACK_WIDTH = 2.5, 2.65
LONGEST_NAME = 60
MOST_NAMED = 3


def variants(case: Case) -> tuple[Block, ...]:
    """A row for the variant shown and for each other, at most four; what is left out is told. Nothing where the file has none."""
    told = " ".join(_notes(case))
    if case.alternatives.differing:
        return (variant_table(case, told),)
    return (Paragraph(told),) if told else ()


def variant_table(case: Case, note: str = "") -> Table:
    """Accumulated net and payback of the public purse and of the municipality, variant by variant."""
    shown = (case.projection, *chosen(case))
    payers = [TOTAL, *(["municipality"] if _has_own_column(case, shown) else [])]
    paid_back = any(_carries_cost(each, payer) for each in shown for payer in payers)
    columns = []
    for payer in payers:
        whose = case.said(f"whose_{payer}").removeprefix("the ")
        columns.append(Column(whose[:1].upper() + whose[1:], NET_WIDTH, number=True))
        columns += [Column(case.said("payback_year"), PAYBACK_WIDTH, number=True)] if paid_back else []
    name = Column(case.said("variant"), TEXT_WIDTH - sum(column.width for column in columns))
    rows = tuple(_row(each, payers, paid_back, case) for each in shown)
    title = case.said("brief_variants_title", level=f"{case.level()}; {case.said('brief_sign')}")
    return Table(title, (name, *columns), rows, note)


def chosen(case: Case) -> tuple[Projection, ...]:
    """As many of the others as there is room for, in their order, that with the lowest result always among them."""
    others, most = case.alternatives.differing, case.room.variants
    if len(others) <= most:
        return others
    lowest = min(others, key=lambda each: each.accumulated_net)
    kept = [each for each in others if each is not lowest][: most - 1]
    return tuple(each for each in others if each is lowest or any(each is other for other in kept))


def turned(case: Case) -> str:
    """That a variant gives the public purse a loss where the one shown gives none, or a gain where it gives a loss."""
    net = case.net_of(TOTAL)
    others = [each for each in case.alternatives.differing if _is_level(each, case)]
    if not others or not case.is_touched(TOTAL):
        return ""
    furthest = (max if net < -HALF_KRONE else min)(others, key=lambda each: each.accumulated_net)
    found = furthest.accumulated_net
    if abs(found) <= HALF_KRONE or (found > 0) == (net >= -HALF_KRONE):
        return ""
    key = ("brief_turned_base" if furthest.scenario.variant is None else "brief_turned") + ("_gain" if found > 0 else "_loss")
    name = _title(furthest.scenario.variant, case)
    return case.said(key, name=name, amount=rounded_kroner(abs(found), case.language))


def _row(each: Projection, payers: Sequence[str], paid_back: bool, case: Case) -> Row:
    cells = [_named(each, case)]
    for payer in payers:
        known = payer == TOTAL or split_is_known(each)
        cells.append(case.say(each.accumulated_net_by_payer[payer]) if known else "–")
        cells += [(_payback(each, payer, case) if known else "–")] if paid_back else []
    return Row(tuple(cells), "part" if each is case.projection else "plain")


def _has_own_column(case: Case, shown: Sequence[Projection]) -> bool:
    """Whether the municipality's result is known, and in any row another than that of the public purse."""
    nets = [each.accumulated_net_by_payer for each in shown]
    return case.split_is_known and any(abs(net["municipality"] - net[TOTAL]) >= HALF_OERE for net in nets)


def _payback(each: Projection, payer: str, case: Case) -> str:
    year = each.payback_by_payer[payer]
    return str(year) if year is not None else case.said("payback_never") if _carries_cost(each, payer) else "–"


def _carries_cost(each: Projection, payer: str) -> bool:
    row = each.total(each.programme_cost) if payer == TOTAL else each.programme_cost[each.payers.index("municipality")]
    return bool((np.round(row, 2) > 0).any())


def _named(each: Projection, case: Case) -> str:
    """The variant's name; with years and prices where they are its own; of the one shown that it is."""
    name = _title(each.scenario.variant, case)
    if not _is_level(each, case):
        name = case.said("brief_variant_level", name=name, years=years_said(each.years), price_year=each.scenario.price_year)
    return case.said("brief_variant_shown", name=name) if each is case.projection else name


def _is_level(each: Projection, case: Case) -> bool:
    """Whether amounts are of the years and in the prices of the one shown."""
    return each.years == case.projection.years and each.scenario.price_year == case.scenario.price_year


def _title(name: str | None, case: Case) -> str:
    """A variant's title or name; 'Grundscenariet' of None."""
    if name is None:
        return case.said("brief_base_scenario")
    title = case.scenario.variants[name].title
    return cut_within(title.say(case.language) if title is not None else name, min(LONGEST_NAME, case.room.name))


def _notes(case: Case) -> list[str]:
    """What holds of the others: that changes hold in them too, which give the same, and which are not shown."""
    found = case.alternatives
    said = [case.said("brief_variants_changed")] if found.differing and case.scenario.record.changed else []
    for key, names in (("alike", found.alike), ("incomplete", found.incomplete), ("refused", found.refused)):
        if names:
            said.append(case.said(f"brief_variants_{key}", names=_listed(names, case)))
    more = len(found.differing) - len(chosen(case))
    if more:
        said.append(case.said("brief_variants_more" if more > 1 else "brief_variants_more_one", count=more))
    return said


def _listed(names: Sequence[str | None], case: Case) -> str:
    quoted = [case.said("brief_quoted", text=_title(name, case)) for name in names[:MOST_NAMED]]
    more = len(names) - len(quoted)
    return ", ".join([*quoted, *([case.said("brief_names_more", count=more)] if more else [])])
