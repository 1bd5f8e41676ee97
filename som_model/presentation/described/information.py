"""The value of knowing each number, and of following citizens up, as tables, and how both were found."""

from __future__ import annotations

from som_model.analysis.information.in_words import NOTHING, about
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import GROUPS, ValueOfInformation
from som_model.analysis.information.value import ValueOfInformation as Worth
from som_model.analysis.information.worth import ValueOfKnowing
from som_model.presentation.described.amounts import in_kroner, payer_title, scenario_names
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Cell, Column, Table, Told
from som_model.wording.numbers import number, within_said
from som_model.wording.table import Language, phrase

STABLE = ("scenario", "variant", "outcome", "payer", "price_year", "draws", "seed", "measure", "address", "followed", "kr")
"""The header of the values as other programs read it."""


@as_frame
def value_of_information(value: ValueOfInformation, language: Language = "da") -> Table:
    """What is worth knowing: a row for all numbers (EVPI), one for each assumption and one for each group (EVPPI), the
    greatest first: kr., and its part of EVPI, 0 to 1."""
    known = [(phrase("voi_all", language), "", value.evpi)]
    known += [(value.assumption(alone.name).title(language), alone.name, alone.evppi) for alone in value.assumptions]
    known += [(together(group, language), GROUPS[group.name].rstrip("."), group.evppi) for group in value.groups]
    rows: list[tuple[Cell, ...]] = []
    for name, address, evppi in known:
        kroner = Told(evppi, about(evppi, value, language).removesuffix(" kr."))
        # Where nothing is worth knowing there is no part; where hardly anything is, it is not told.
        part = Told(evppi / value.evpi, part_of_all(evppi, value, language)) if value.evpi > 0 else None
        rows.append((name, address, kroner, part))
    return Table(
        name="value_of_information",
        title=phrase("voi_title", language).format(title=value.title(language)),
        unit=in_kroner(value.simulation.scenario, language),
        columns=(
            Column("known", phrase("voi_known", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            Column("evppi", phrase("voi_evppi", language)),
            Column("part", phrase("voi_part", language), "ratio"),
        ),
        rows=tuple(rows),
        emphasised=(0,),
    )


@as_frame
def sample_information(sample: SampleInformation, language: Language = "da") -> Table:
    """A row for each number of citizens followed up: EVSI of one choice, its value over the years the answer serves, what
    following them costs, and what is left (expected net benefit of sampling), kr."""
    best = sample.best if sample.cost_per_citizen else None
    rows = sorted(zip(sample.of, sample.evsi, sample.years * sample.evsi, sample.cost, sample.net_benefit, strict=True))
    return Table(
        name="sample_information",
        title=phrase("voi_sample_title", language).format(title=sample.assumption.title(language)),
        unit=in_kroner(sample.assumption.scenario, language),
        columns=(
            Column("of", phrase("voi_followed", language), "count"),
            Column("evsi", phrase("voi_evsi", language)),
            Column("worth", phrase("voi_worth", language).format(years=number(sample.years, language))),
            Column("cost", phrase("voi_cost_of_sample", language)),
            Column("net_benefit", phrase("voi_enbs", language)),
        ),
        rows=tuple((of, *(float(amount) + 0.0 for amount in amounts)) for of, *amounts in rows),
        emphasised=tuple(i for i, row in enumerate(rows) if row[0] == best),
        aside=(*(("worth",) if sample.years == 1 else ()), *(() if sample.cost_per_citizen else ("cost", "net_benefit"))),
    )


def information_rows(value: ValueOfInformation, language: Language | None = None) -> tuple[list[str], list[tuple[Cell, ...]]]:
    """(header, rows) for other programs: a row for each value in kr., of the numbers and of following citizens up.

    language: None gives stable names and unrounded amounts; a language gives its words and amounts to 0.01 kr.
    """
    scenario, simulation = value.simulation.scenario, value.simulation
    drawn, names = (scenario.price_year, simulation.draws, simulation.seed), scenario_names(scenario, language)
    if language is None:
        return list(STABLE), [(*names, value.outcome, value.payer, *drawn, *measured) for measured in _amounts(value)]
    titles = (*names, phrase(value.outcome, language), payer_title(value.payer, language))
    groups = {group.name: together(group, language) for group in value.groups}
    rows: list[tuple[Cell, ...]] = []
    for measure, name, followed, kroner in _amounts(value):
        title = groups[name] if measure == "group" else value.assumption(name).title(language) if name else ""
        rows.append((*titles, *drawn, phrase(f"voi_measure_{measure}", language), title, followed, round(kroner, 2)))
    own = {"outcome": "figure", "measure": "voi_measure_head", "address": "voi_known", "followed": "voi_followed", "kr": "voi_kr"}
    return [phrase(own.get(name, name), language) for name in STABLE], rows


def _amounts(value: ValueOfInformation) -> list[tuple[str, str, int | None, float]]:
    """(measure, address or name of the group, citizens followed, kr.)"""
    rows: list[tuple[str, str, int | None, float]] = [("evpi", "", None, value.evpi)]
    rows += [("evppi", known.name, None, known.evppi) for known in value.assumptions]
    rows += [("group", group.name, None, group.evppi) for group in value.groups]
    if value.sample is not None:
        sample = value.sample
        for measure, amounts in (("evsi", sample.evsi), ("cost", sample.cost), ("net_benefit", sample.net_benefit)):
            rows += [(measure, sample.address, of, float(amount)) for of, amount in zip(sample.of, amounts, strict=True)]
    return rows


def methods_of_values(value: ValueOfInformation, language: Language) -> str:
    """How EVPI and EVPPI were found, with how many draws, and the source."""
    used = dict.fromkeys(known.method for known in (*value.assumptions, *value.groups))
    return phrase("voi_method_line", language).format(
        draws=number(value.simulation.draws, language, 0),
        seed=value.simulation.seed,
        evpi=phrase("voi_method_evpi", language).format(error=evpi_within(value, language)),
        evppi=phrase("voi_method_evppi", language).format(
            used="; ".join(phrase(f"voi_method_{method}", language) for method in used)
        ),
    )


def method_of_sample(language: Language) -> str:
    """How EVSI was found, and the source."""
    return phrase("voi_method_evsi", language)


def part_of_all(evppi: float, value: Worth, language: Language) -> str:
    """A value of knowing as a part of knowing everything: '23 %'; a dash where that is worth nothing."""
    return f"{number(100 * evppi / value.evpi, language, 0)} %" if value.evpi > NOTHING else "–"


def evpi_within(value: Worth, language: Language) -> str:
    """How far off EVPI may be with so many draws, kr., with 95 % probability."""
    return within_said(value.evpi_error, language) if value.evpi_error >= 0.01 else number(0, language)


def together(group: ValueOfKnowing, language: Language) -> str:
    """A group as a heading: 'Alle enhedspriser (3)'"""
    return phrase(f"voi_bar_{group.name}", language).format(count=len(group.addresses))
