"""What the value of information says in words."""

from __future__ import annotations

import math
from collections.abc import Iterator

from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.worth import Worth
from som_model.resolved.assumption import Assumption
from som_model.wording.numbers import IN_MILLIONS, chance_said, exact_kroner, kroner, number, rounding
from som_model.wording.table import TABLE, Language, phrase

NOTHING = 1.0
"""Kr. at or below which knowing more is said to be worth nothing."""
FIGURES = 2
"""Digits in which the value of an answer is said."""


def in_words(value: Worth, language: Language) -> str:
    """What to choose, what the uncertainty costs, which number to measure, how many citizens to follow, what is left."""
    return " ".join(paragraphs(value, language))


def paragraphs(value: Worth, language: Language) -> list[str]:
    """The same in three parts: the choice and its uncertainty, the numbers, following citizens up."""
    choice, draws = _choice(value, language), value.simulation.draws
    if value.evpi <= NOTHING:
        key = "voi_hardly_wrong" if value.chance_wrong else "voi_never_wrong"
        parts = [[choice, phrase(key, language).format(draws=number(draws, language, 0))]]
    else:
        wrong = phrase("voi_wrong", language).format(share=chance_said(value.chance_wrong, draws, language))
        key = "voi_evpi" if value.sample is None or value.sample.years == 1 else "voi_evpi_each"
        cost = phrase(key, language).format(evpi=about(value.evpi, value, language))
        no_share = [phrase("voi_no_share", language)]
        following = no_share if value.sample is None else list(_following(value, value.sample, language))
        parts = [[choice, wrong, cost], list(_numbers(value, language)), following]
    return [" ".join(sentences).replace("kr..", "kr.") for sentences in parts]


def about(amount: float, value: Worth, language: Language) -> str:
    """A value of knowing, with no more digits than the draws give it: '1.900 kr.'"""
    if abs(amount) <= NOTHING:
        return exact_kroner(0, language)
    error = value.evpi_error * min(1.0, abs(amount) / value.evpi) if value.evpi else 0.0
    return _drawn(amount, min(error, abs(amount) / 5), language)


def named(assumption: Assumption, language: Language) -> str:
    """An assumption inside a sentence: 'succesraten for borgere med svær psykisk lidelse og misbrug'."""
    title, about_it = assumption.title(language), assumption.subject(language)
    key = f"voi_the_{'price' if assumption.address.startswith('unit_costs.') else assumption.field}"
    if about_it in ("", title) or key not in TABLE:
        return phrase("voi_the_number", language).format(title=title)
    return phrase(key, language).format(about=title[len(title) - len(about_it) :])


def whose(value: Worth, language: Language) -> str:
    """'det offentlige', 'kommunen'"""
    return phrase(f"whose_{value.payer}", language)


def period(value: Worth) -> str:
    """'2017-2021'"""
    years = value.simulation.years
    return f"{years[0]}-{years[-1]}"


def highest_cost(sample: SampleInformation) -> float:
    """The cost per citizen, kr., at which no number of citizens is worth following any more."""
    return max((sample.years * float(worth) / of for of, worth in zip(sample.of, sample.evsi, strict=True) if of), default=0.0)


def answer_step(amount: float) -> float:
    """The step, kr., to which the value of an answer is said; it rests on what was believed before, roughly."""
    return max(1.0, 10.0 ** (math.floor(math.log10(abs(amount))) + 1 - FIGURES)) if abs(amount) > NOTHING else 1.0


def answer_said(amount: float, language: Language, step: float | None = None) -> str:
    """The value of an answer in kr.: '58.000 kr.'"""
    if abs(amount) <= NOTHING:
        return exact_kroner(0, language)
    step = answer_step(amount) if step is None else step
    return _whole_said(round(amount / step) * step, language)


def _whole_said(amount: float, language: Language) -> str:
    """Kr., or mio. kr. from a million up, with the digits that the amount has."""
    if abs(amount) < IN_MILLIONS:
        return exact_kroner(amount, language)
    return f"{number(amount / IN_MILLIONS, language)} {phrase('million_kr', language)}"


def _drawn(amount: float, error: float, language: Language) -> str:
    """An amount that was found by drawing, with its unit."""
    return rounding(amount, error, language).say_with_unit(amount, error)


def left_said(sample: SampleInformation, of: int, language: Language) -> str:
    """What is left of an answer after paying, kr., to the step of the answer itself, so that value less cost is left."""
    evsi, left = sample.at(of)
    step = max(answer_step(sample.years * evsi), answer_step(left))
    return answer_said(left, language, step if abs(left) >= step else None)


def _choice(value: Worth, language: Language) -> str:
    """What to do as things stand: the option with the greatest expected outcome."""
    who = whose(value, language)
    if not value.against:
        expected = value.expected[1]
        amount = _drawn(abs(expected), value.expected_errors[1], language)
        outcome = phrase("voi_gain" if expected > 0 else "voi_loss", language).format(
            amount=_at_present_value(amount, value, language)
        )
        if abs(expected) < NOTHING or not any(digit in amount for digit in "123456789"):
            outcome = phrase("voi_even", language)
        key = "voi_run" if value.best else "voi_leave"
        return phrase(key, language).format(whose=who, outcome=outcome, years=period(value))
    titles = value.titles(language)
    order = sorted(range(1, len(value.expected)), key=lambda option: -value.expected[option])
    listed = [
        phrase("voi_option", language).format(
            name=titles[option - 1],
            amount=_at_present_value(_drawn(value.expected[option], value.expected_errors[option], language), value, language),
        )
        for option in order
    ]
    listed.insert(0 if value.best == 0 else len(listed), phrase("voi_no_option", language))
    key = "voi_choose" if value.best else "voi_choose_none"
    who = who[:1].upper() + who[1:] if language == "da" else who
    name = titles[value.best - 1] if value.best else ""
    return phrase(key, language).format(name=name, whose=who, years=period(value), listed=", ".join(listed))


def _at_present_value(amount: str, value: Worth, language: Language) -> str:
    """'500.000 kr. (nutidsværdi)' where that is the outcome asked for."""
    return phrase("voi_at_present_value", language).format(amount=amount) if value.outcome == "net_present_value" else amount


def _numbers(value: Worth, language: Language) -> Iterator[str]:
    """Which number is most worth knowing, and which group of them where that is worth more."""
    first = value.assumptions[0]
    name = named(value.assumption(first.name), language)
    if len(value.assumptions) == 1:
        yield phrase("voi_only", language).format(name=name)
        return
    if first.evppi <= NOTHING:
        yield phrase("voi_none_alone", language)
    else:
        yield phrase("voi_measure", language).format(name=name, evppi=about(first.evppi, value, language))
    for group in value.groups[:1]:
        if group.evppi > first.evppi + value.evpi_error and len(group.addresses) < len(value.assumptions):
            together = phrase(f"voi_group_{group.name}", language)
            yield phrase("voi_together", language).format(group=together, evppi=about(group.evppi, value, language))


def _following(value: Worth, sample: SampleInformation, language: Language) -> Iterator[str]:
    """How many citizens to follow up, what that tells, what is left of it after paying, and what else they may show."""
    first = value.assumptions[0]
    said_just_now = first.name == sample.address and (first.evppi > NOTHING or len(value.assumptions) == 1)
    share = phrase("voi_that_number", language) if said_just_now else named(sample.assumption, language)
    over = phrase("voi_over_years", language).format(years=number(sample.years, language)) if sample.years != 1 else ""
    most, worth_of_most = max(sample.of), sample.years * float(max(sample.evsi))
    if sample.evppi <= NOTHING or worth_of_most <= NOTHING:
        key = "voi_follow_nothing" if sample.evppi <= NOTHING else "voi_follow_too_few"
        yield phrase(key, language).format(number=share, of=most)
    elif not sample.cost_per_citizen:
        worth = answer_said(worth_of_most, language)
        yield phrase("voi_follow_free", language).format(of=most, number=share, worth=worth, over=over)
        yield _limit(sample, language)
    elif sample.best is None:
        tried = str(most) if len(sample.of) == 1 else phrase("voi_from_to", language).format(low=min(sample.of), high=most)
        cost = kroner(sample.cost_per_citizen, language)
        yield phrase("voi_follow_too_dear", language).format(number=share, cost=cost, over=over, tried=tried)
        yield _limit(sample, language)
    else:
        yield from _best(value, sample, sample.best, share, over, language)
    group, _, field = sample.address.rpartition(".")
    changes = [
        known for known in value.assumptions if known.name.startswith(f"{group}.consequences.") and ".change" in known.name
    ]
    # Those without the programme, whom a baseline rate is measured on, show nothing of its effect.
    if field != "baseline_rate" and changes and changes[0].evppi > NOTHING:
        change, evppi = named(value.assumption(changes[0].name), language), about(changes[0].evppi, value, language)
        every = phrase("voi_each_choice", language) if sample.years != 1 else ""
        yield phrase("voi_follow_shows_more", language).format(number=change, evppi=evppi, each=every)


def _limit(sample: SampleInformation, language: Language) -> str:
    """What following a citizen may cost at most, downward to two digits: '1.100 kr.', '2,50 kr.'"""
    most = highest_cost(sample)
    key = "voi_highest_cost" if most >= 1 else "voi_never_pays"
    step = max(0.1, 10.0 ** (math.floor(math.log10(most)) + 1 - FIGURES))
    return phrase(key, language).format(most=kroner(math.floor(most / step + 1e-9) * step, language))


def _best(value: Worth, sample: SampleInformation, best: int, share: str, over: str, language: Language) -> Iterator[str]:
    """The number to follow; that more were not tried, how long it takes, and that it needs the programme, or is without it."""
    evsi, _ = sample.at(best)
    yield phrase("voi_follow" if len(sample.of) > 1 else "voi_follow_one", language).format(
        of=best,
        number=share,
        worth=answer_said(sample.years * evsi, language),
        over=over,
        cost=_whole_said(sample.cost_per_citizen * best, language),
        left=left_said(sample, best, language),
    )
    if best == max(sample.of) and len(sample.of) > 1:
        yield phrase("voi_most_tried", language).format(of=best)
    if sample.address.endswith(".baseline_rate"):
        yield phrase("voi_without_programme", language)
    a_year = value.starting_a_year
    if a_year is None:
        return
    takes, years = math.ceil(best / a_year - 1e-9), len(value.simulation.years)
    key = "voi_takes_a_year" if takes == 1 else "voi_takes_years" if takes <= years else "voi_takes_too_long"
    yield phrase(key, language).format(
        a_year=number(round(a_year, 1) if a_year >= 1 else float(f"{a_year:.1g}"), language),
        years=number(takes, language),
        period=years,
    )
    if value.best == 0:
        yield phrase("voi_while_running", language)
