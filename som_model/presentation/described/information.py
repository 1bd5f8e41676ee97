"""The value of knowing each number, and of following citizens up, as tables, and how both were found."""

from __future__ import annotations

from som_model.analysis.information.display import about, evpi_within, part_of_all, together
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import GROUPS, ValueOfInformation
from som_model.analysis.simulation.display import payer_label
from som_model.presentation.described.amounts import in_kroner
from som_model.presentation.described.table import Cell, Column, Kind, Table
from som_model.resolved.titles import scenario_title, variant_title
from som_model.wording.language import Language
from som_model.wording.numbers import number
from som_model.wording.table import phrase

EVPI = "evpi"


def value_of_information(value: ValueOfInformation, language: Language = "da", *, spoken: bool = False) -> Table:
    """EVPI in kr., EVPPI of each assumption and of each group, the greatest first, and their parts of EVPI.

    spoken: to the digits that so many draws carry, for reading; else unrounded kr. and parts between 0 and 1.
    """
    known = [(phrase("voi_all", language), "", value.evpi)]
    known += [(value.assumption(each.name).title(language), each.name, each.evppi) for each in value.assumptions]
    known += [(together(each, language), GROUPS[each.name].rstrip("."), each.evppi) for each in value.groups]
    kinds: tuple[Kind, Kind] = ("mixed", "mixed") if spoken else ("kroner", "ratio")
    return Table(
        name="value_of_information",
        title=phrase("voi_title", language).format(title=value.title(language)),
        unit=in_kroner(value.simulation.base, language),
        columns=(
            Column("known", phrase("voi_known", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            Column("evppi", phrase("voi_evppi", language), kinds[0]),
            Column("part", phrase("voi_part", language), kinds[1]),
        ),
        rows=tuple((name, address, *_worth(evppi, value, language, spoken=spoken)) for name, address, evppi in known),
        emphasised=(0,),
    )


def sample_information(sample: SampleInformation, language: Language = "da", *, spoken: bool = False) -> Table:
    """For each number of citizens followed: EVSI of one choice, its value over the years the answer serves, what
    following them costs, and what is left, kr.

    spoken: without the columns that tell nothing, for reading.
    """
    worth = phrase("voi_worth", language).format(years=number(sample.years, language))
    heads = (
        ("evsi", phrase("voi_evsi", language)),
        ("worth", worth),
        ("cost", phrase("voi_cost_of_sample", language)),
        ("net_benefit", phrase("voi_enbs", language)),
    )
    scenario = sample.assumption.scenario
    rows = sorted(zip(sample.of, sample.evsi, sample.years * sample.evsi, sample.cost, sample.net_benefit, strict=True))
    best = sample.best if sample.cost_per_citizen else None
    dull = (("worth",) if sample.years == 1 else ()) + (() if sample.cost_per_citizen else ("cost", "net_benefit"))
    table = Table(
        name="sample_information",
        title=phrase("voi_sample_title", language).format(title=sample.assumption.title(language)),
        unit=phrase("price_level", language).format(unit=phrase("kr", language), price_year=scenario.price_year),
        columns=(
            Column("of", phrase("voi_followed", language), "count"),
            *(Column(key, label) for key, label in heads),
        ),
        rows=tuple((of, *(float(amount) + 0.0 for amount in amounts)) for of, *amounts in rows),
        emphasised=tuple(i for i, row in enumerate(rows) if row[0] == best),
    )
    return table.without(*dull) if spoken else table


def information_rows(value: ValueOfInformation, language: Language | None = None) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """(header, rows) for other programs: a row for each value in kr., of the numbers and of following citizens up.

    language: None gives stable names and unrounded amounts; a language gives its words and amounts to 0.01 kr.
    """
    scenario, simulation = value.simulation.scenario, value.simulation
    named: tuple[Cell, ...] = (scenario.name, scenario.variant, value.outcome, value.payer)
    if language is not None:
        variant = variant_title(scenario, language) if scenario.variant else None
        whose = payer_label(value.payer, language)
        named = (scenario_title(scenario, language), variant, phrase(value.outcome, language), whose)
    front = (*named, scenario.price_year, simulation.draws, simulation.seed)
    rows: list[tuple[Cell, ...]] = []
    for measure, address, followed, amount in _amounts(value):
        if language is None:
            rows.append((*front, measure, address, followed, amount))
        else:
            words = phrase(f"voi_measure_{measure}", language)
            rows.append((*front, words, _title(value, measure, address, language), followed, round(amount, 2)))
    stable = ("scenario", "variant", "outcome", "payer", "price_year", "draws", "seed", "measure", "address", "followed", "kr")
    if language is None:
        return list(stable), rows
    own = {"outcome": "figure", "measure": "voi_measure_head", "address": "voi_known", "followed": "voi_followed", "kr": "voi_kr"}
    return [phrase(own.get(name, name), language) for name in stable], rows


def methods_of_values(value: ValueOfInformation, language: Language) -> str:
    """How EVPI and EVPPI were found, with how many draws, and the source."""
    used = dict.fromkeys(each.method for each in (*value.assumptions, *value.groups))
    return phrase("voi_method_line", language).format(
        draws=number(value.simulation.draws, language, 0),
        seed=value.simulation.seed,
        evpi=phrase("voi_method_evpi", language).format(error=evpi_within(value, language)),
        evppi=phrase("voi_method_evppi", language).format(
            used="; ".join(phrase(f"voi_method_{each}", language) for each in used)
        ),
    )


def method_of_sample(language: Language) -> str:
    """How EVSI was found, and the source."""
    return phrase("voi_method_evsi", language)


def _worth(evppi: float, value: ValueOfInformation, language: Language, *, spoken: bool) -> tuple[Cell, Cell]:
    if spoken:
        return about(evppi, value, language).removesuffix(" kr."), part_of_all(evppi, value, language)
    return evppi, evppi / value.evpi if value.evpi > 0 else None


def _amounts(value: ValueOfInformation) -> list[tuple[str, str, int | None, float]]:
    """(measure, address or name of the group, citizens followed, kr.)"""
    rows: list[tuple[str, str, int | None, float]] = [(EVPI, "", None, value.evpi)]
    rows += [("evppi", each.name, None, each.evppi) for each in value.assumptions]
    rows += [("group", each.name, None, each.evppi) for each in value.groups]
    if value.sample is not None:
        sample = value.sample
        for measure, amounts in (("evsi", sample.evsi), ("cost", sample.cost), ("net_benefit", sample.net_benefit)):
            rows += [(measure, sample.address, of, float(amount)) for of, amount in zip(sample.of, amounts, strict=True)]
    return rows


def _title(value: ValueOfInformation, measure: str, address: str, language: Language) -> str:
    if measure == "group":
        return next(together(each, language) for each in value.groups if each.name == address)
    return value.assumption(address).title(language) if address else ""
