"""What the value of information says in words, and how it shows itself in a notebook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from som_model.analysis.information.sample import SampleInformation
from som_model.scenario.quantities import PUBLIC_PAYERS
from som_model.wording.html import table_html
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.numbers import number
from som_model.wording.precision import exact_kroner, rounding
from som_model.wording.table import phrase

if TYPE_CHECKING:
    from som_model.analysis.information.value import ValueOfInformation

MOST_IN_KRONER = 999_999.0
NOTHING = 1.0
"""Kr. at or below which knowing more is said to be worth nothing."""


def in_words(value: ValueOfInformation, language: Language) -> str:
    """What the uncertainty costs, which number to measure, how many citizens to follow, and what is left after paying."""
    return " ".join(_sentences(value, language)).replace("kr..", "kr.")


def about(amount: float, value: ValueOfInformation, language: Language) -> str:
    """A value of knowing, with no more digits than the draws give it: '1.900 kr.'"""
    error = value.evpi_error * min(1.0, abs(amount) / value.evpi) if value.evpi else 0.0
    return rounding(min(abs(amount), MOST_IN_KRONER), error, language).say_with_unit(amount)


def _expected(value: ValueOfInformation, option: int, language: Language) -> str:
    simulation = (value.simulation, *value.against)[option - 1]
    amount = value.expected[option]
    return rounding(amount, simulation.standard_error, language).say_with_unit(amount)


def _sentences(value: ValueOfInformation, language: Language) -> Iterator[str]:
    yield _decision(value, language)
    if value.evpi <= NOTHING:
        yield phrase("voi_nothing", language)
        return
    yield phrase("voi_cost", language).format(evpi=about(value.evpi, value, language))
    first = value.assumptions[0]
    if first.evppi <= NOTHING:
        yield phrase("voi_none_alone", language)
        return
    yield phrase("voi_measure", language).format(
        title=value.assumption(first.name).title(language), evppi=about(first.evppi, value, language)
    )
    if value.sample is None:
        yield phrase("voi_no_share", language)
        return
    yield from _following(value.sample, value, language, named=first.name == value.sample.address)


def _decision(value: ValueOfInformation, language: Language) -> str:
    """What to do as things stand: the option with the greatest expected outcome."""
    best = max(range(len(value.expected)), key=value.expected.__getitem__)
    if value.against:
        names = [phrase("voi_nothing_run", language), *value.titles(language)]
        return phrase("voi_choose", language).format(
            name=names[best],
            expected=_expected(value, best, language) if best else exact_kroner(0, language),
            whose=_whose(value, language),
        )
    key = "voi_run" if best else "voi_leave"
    return phrase(key, language).format(expected=_expected(value, 1, language), whose=_whose(value, language))


def _whose(value: ValueOfInformation, language: Language) -> str:
    """'det offentlige i alt', 'kommunen'"""
    return Message.of(f"the_{value.payer}").say(language) if value.payer in PUBLIC_PAYERS else phrase("voi_public", language)


def _following(sample: SampleInformation, value: ValueOfInformation, language: Language, *, named: bool) -> Iterator[str]:
    """How many citizens to follow up, what that tells, and what is left of it after paying."""
    title = phrase("voi_on_it" if named else "voi_quoted", language).format(title=sample.assumption.title(language))
    if sample.evppi <= NOTHING:
        yield phrase("voi_follow_nothing", language).format(title=title)
        return
    if not sample.cost_per_citizen:
        most, worth = sample.of[-1], sample.years * float(sample.evsi[-1])
        yield phrase("voi_follow_free", language).format(of=most, title=title, worth=about(worth, value, language))
        return
    if sample.best is None:
        yield phrase("voi_follow_too_dear", language).format(
            title=title, cost=exact_kroner(sample.cost_per_citizen, language), of=_listed(sample, language)
        )
        return
    worth, left = sample.at(sample.best)
    yield phrase("voi_follow", language).format(
        of=sample.best,
        title=title,
        worth=about(sample.years * worth, value, language),
        cost=exact_kroner(sample.cost_per_citizen * sample.best, language),
        left=about(left, value, language),
    )
    a_year = value.starting_a_year
    if a_year and sample.best > a_year:
        yield phrase("voi_takes_years", language).format(
            a_year=number(round(a_year, 1), language), of=sample.best, years=number(round(sample.best / a_year, 1), language)
        )


def _listed(sample: SampleInformation, language: Language) -> str:
    return phrase("voi_from_to", language).format(low=min(sample.of), high=max(sample.of))


def value_html(value: ValueOfInformation) -> str:
    """EVPPI of each assumption, in Danish; the sentences below."""
    rows = [
        [value.assumption(each.name).title("da"), number(each.evppi, "da", 0), _part(each.evppi, value.evpi)]
        for each in value.assumptions
    ]
    header = [phrase(key, "da") for key in ("voi_assumption", "voi_evppi", "voi_part")]
    return table_html(phrase("voi_title", "da"), header, rows, [in_words(value, "da")])


def sample_html(sample: SampleInformation) -> str:
    """Value, cost and net benefit by number of citizens followed, in Danish."""
    rows = [
        [str(of), *(number(float(amount), "da", 0) for amount in amounts)]
        for of, *amounts in zip(sample.of, sample.evsi, sample.cost, sample.net_benefit, strict=True)
    ]
    header = [phrase(key, "da") for key in ("voi_followed", "voi_evsi", "voi_cost_of_sample", "voi_enbs")]
    return table_html(sample.assumption.title("da"), header, rows)


def _part(evppi: float, evpi: float) -> str:
    return f"{number(100 * evppi / evpi, 'da', 0)} %" if evpi > NOTHING else "–"
