"""The variants of the file beside the one that is shown: what a careful version comes to, next to the expected one."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.blocks import Block, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.economy import payback
from som_model.presentation.brief.harmless import cut_within
from som_model.presentation.brief.standing import HALF_KRONE, MUNICIPALITY, is_touched, split_is_known
from som_model.presentation.described.amounts import years_said
from som_model.presentation.described.by_payer import carries_cost
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.projection import Projection
from som_model.wording.numbers import rounded_kroner
from som_model.wording.parties import TOTAL

NET_WIDTH, PAYBACK_WIDTH = 2.5, 2.65
LONGEST_NAME = 60
MOST_NAMED = 3


def variants(case: Case) -> tuple[Block, ...]:
    """A row for the variant shown and for each other, at most four; below it that changes hold in them too, which give the
    same, and which are not shown. Nothing where the file has none."""
    others = case.alternatives
    notes = [case.said("brief_variants_changed")] if others.differing and case.scenario.record.changed else []
    named: tuple[tuple[str, Sequence[str | None]], ...] = (
        ("alike", others.alike),
        ("incomplete", others.incomplete),
        ("refused", others.refused),
    )
    for key, names in named:
        if names:
            listed = [case.said("brief_quoted", text=_title(name, case)) for name in names[:MOST_NAMED]]
            more = len(names) - len(listed)
            listed += [case.said("brief_names_more", count=more)] if more else []
            notes.append(case.said(f"brief_variants_{key}", names=", ".join(listed)))
    note = " ".join((*notes, *case.more("brief_variants_more", len(others.differing) - len(chosen(case)))))
    if others.differing:
        return (variant_table(case, note),)
    return (Paragraph(note),) if note else ()


def variant_table(case: Case, note: str = "") -> Table:
    """Accumulated net and payback of the public purse and of the municipality, variant by variant.

    The municipality has its columns where its result is known, and in any row another than that of the public purse.
    """
    shown = (case.projection, *chosen(case))
    nets = [projection.accumulated_net_by_payer for projection in shown]
    apart = split_is_known(case.projection) and any(abs(net[MUNICIPALITY] - net[TOTAL]) >= HALF_OERE for net in nets)
    payers = (TOTAL, MUNICIPALITY) if apart else (TOTAL,)
    paid_back = any(carries_cost(projection, payer) for projection in shown for payer in payers)
    columns = [Column("variant", case.said("variant"), "text")]
    for payer in payers:
        whose = case.said(f"whose_{payer}").removeprefix("the ")
        columns.append(Column(f"net_{payer}", whose[:1].upper() + whose[1:], width=NET_WIDTH))
        columns += [Column(f"payback_{payer}", case.said("payback_year"), "year", PAYBACK_WIDTH)] if paid_back else []
    rows: list[tuple[Cell, ...]] = []
    for projection in shown:
        cells: list[Cell] = []
        for payer in payers:
            known = payer == TOTAL or split_is_known(projection)
            cells.append(projection.accumulated_net_by_payer[payer] if known else None)
            cells += [payback(projection, payer, case) if known else None] if paid_back else []
        rows.append((_row_name(projection, case), *cells))
    return Table(
        name="variants",
        title=case.said("brief_variants_title", level=f"{case.level()}; {case.said('brief_sign')}"),
        unit="",
        columns=tuple(columns),
        rows=tuple(rows),
        marked=(0,),
        note=note,
        per=case.per,
    )


def chosen(case: Case) -> tuple[Projection, ...]:
    """As many of the others as there is room for, in their order, that with the lowest result always among them."""
    others, most = case.alternatives.differing, case.room.variants
    if len(others) <= most:
        return others
    lowest = min(others, key=lambda projection: projection.accumulated_net)
    kept = [projection for projection in others if projection is not lowest][: most - 1]
    return tuple(other for other in others if other is lowest or any(other is projection for projection in kept))


def turned(case: Case) -> str:
    """That a variant gives the public purse a loss where the one shown gives none, or a gain where it gives a loss."""
    net = case.projection.accumulated_net
    others = [projection for projection in case.alternatives.differing if _is_level(projection, case)]
    if not others or not is_touched(case.projection, TOTAL):
        return ""
    furthest = (max if net < -HALF_KRONE else min)(others, key=lambda projection: projection.accumulated_net)
    reached = furthest.accumulated_net
    if abs(reached) <= HALF_KRONE or (reached > 0) == (net >= -HALF_KRONE):
        return ""
    key = ("brief_turned_base" if furthest.scenario.variant is None else "brief_turned") + ("_gain" if reached > 0 else "_loss")
    name = _title(furthest.scenario.variant, case)
    return case.said(key, name=name, amount=rounded_kroner(abs(reached), case.language))


def _row_name(projection: Projection, case: Case) -> str:
    """The variant's name; with years and prices where they are its own; of the one shown that it is."""
    name, price_year = _title(projection.scenario.variant, case), projection.scenario.price_year
    if not _is_level(projection, case):
        name = case.said("brief_variant_level", name=name, years=years_said(projection.years), price_year=price_year)
    return case.said("brief_variant_shown", name=name) if projection is case.projection else name


def _is_level(projection: Projection, case: Case) -> bool:
    """Whether amounts are of the years and in the prices of the one shown."""
    return projection.years == case.projection.years and projection.scenario.price_year == case.scenario.price_year


def _title(name: str | None, case: Case) -> str:
    """A variant's title or name; 'Grundscenariet' of None."""
    if name is None:
        return case.said("brief_base_scenario")
    title = case.scenario.variants[name].title
    return cut_within(title.say(case.language) if title is not None else name, min(LONGEST_NAME, case.room.name))
