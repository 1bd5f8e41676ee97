"""Each line of a scenario in one sentence, so that a reader can hear what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from som_model.presentation.spoken_values import (
    amount_said,
    amounts,
    each_year,
    numbers,
    said,
    shares,
    spoken_payers,
    unit_words,
    years_said,
)
from som_model.projection.capacity import capacity
from som_model.resolved.titles import group_title, scenario_title, schedule_title
from som_model.resolved.years import once_year
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Change, Estimate, Share
from som_model.scenario.line import Line
from som_model.scenario.programme import Cost, Funding, Post
from som_model.scenario.prudence import GRADES
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import TargetGroup
from som_model.wording.numbers import number, percent, value_shown
from som_model.wording.table import Language, label, phrase


def sentences(scenario: Scenario, language: Language = "da") -> Iterator[tuple[str, str]]:
    """(address, sentence) of every line, in the order of the file's parts."""
    yield "", _scenario(scenario, language)
    for name, group in scenario.target_groups.items():
        yield f"target_groups.{name}", f"{group_title(scenario, name, language)}: {_group(scenario, group, language)}"
        yield from ((line.address, _line(scenario, line, language)) for line in scenario.lines if line.group == name)
    yield from ((line.address, _line(scenario, line, language)) for line in scenario.lines if line.group is None)
    if scenario.prudence is not None:
        parts = []
        for field in ("effects", "savings", "costs"):
            stated = {grade: getattr(getattr(scenario.prudence, field), grade) for grade in GRADES}
            taken = ", ".join(f"{label(grade, language)} {percent(share, language)}" for grade, share in stated.items() if share)
            parts += [said(f"say_prudence_{field}", language, grades=taken)] if taken else []
        source = scenario.prudence.source
        yield "prudence", said("say_prudence", language, parts="; ".join(parts) or "0", source=source)
    for text in scenario.not_counted:
        yield "not_counted", said("say_not_counted", language, text=text.say(language))
    for name, variant in scenario.variants.items():
        changes = ", ".join(
            said("say_change", language, address=address, value=_set_to(value, language))
            for address, value in variant.set.items()
        )
        changes = changes or phrase("say_as_written", language)
        title = variant.title.say(language) if variant.title is not None else name
        yield f"variants.{name}", said("say_variant", language, name=name, title=title, changes=changes)


def _scenario(scenario: Scenario, language: Language) -> str:
    rate = scenario.discount_rate
    if not isinstance(rate, Share):
        discount = said("say_schedule", language, name=schedule_title(scenario, language))
    elif rate.value == 0:
        discount = phrase("say_undiscounted", language)
    else:
        discount = said("say_discounted", language, rate=shares(rate, language))
    text = said(
        "say_scenario",
        language,
        title=scenario_title(scenario, language),
        first=scenario.period.start,
        last=scenario.period.last,
        price_year=scenario.price_year,
        discount=discount,
    )
    if scenario.rules_as_of is not None and any(line.ruled for line in scenario.lines):
        text += f" {said('say_rules_as_of', language, year=scenario.rules_as_of)}"
    return text


def _group(scenario: Scenario, group: TargetGroup, language: Language) -> str:
    """Who starts, how many complete and reach the measure, and for how long they are helped."""
    parts = []
    if group.completion_rate.value != 1:
        parts.append(said("say_completion", language, rate=shares(group.completion_rate, language)))
    if group.success_rate is None:
        parts.append(phrase("say_no_success", language))
    else:
        parts.append(said("say_success", language, rate=shares(group.success_rate, language)))
        if group.rates_measured_on == "participants":
            parts.append(phrase("say_measured_on_participants", language))
        if group.baseline_rate.value == 0:
            parts.append(phrase("say_no_baseline", language))
        else:
            parts.append(said("say_baseline", language, rate=shares(group.baseline_rate, language)))
    if group.effect_since_entry is not None:
        effect = ", ".join(shares(share, language) for share in group.effect_since_entry)
        parts.append(said("say_effect", language, effect=effect))
    elif group.relapse_rate.value != 0:
        parts.append(said("say_relapse", language, rate=shares(group.relapse_rate, language)))
    else:
        parts.append(phrase("say_effect_lasts", language))
    if group.attrition_rate.value != 0:
        parts.append(said("say_attrition", language, rate=shares(group.attrition_rate, language)))
    if group.first_year_share.value != 1:
        parts.append(said("say_first_year", language, share=shares(group.first_year_share, language)))
    count = each_year(group.participants, numbers, language)
    return said(
        "say_group",
        language,
        participants=said("say_participants", language, count=count),
        years=years_said(scenario, group, language),
        success=", ".join(parts),
    )


def _line(scenario: Scenario, line: Line, language: Language) -> str:
    """Of a post or a cost as such; of a consequence what a success, a participant or a completer uses less or more of, at
    which price, and who pays."""
    stated = line.stated
    if not line.counted or (line.block == "consequences" and line.quantity is None):
        return said("say_not_counted_line", language, title=line.title(language))
    if isinstance(stated, Post):
        return _post(scenario, line, stated, language)
    if isinstance(stated, Cost | Funding):
        return _cost(scenario, line, stated, language)
    cost, change = line.unit_cost, line.quantity
    assert cost is not None
    assert change is not None
    income = cost.kind == "income"
    verb, changed = _change(change, cost.unit, language, income=income)
    price = said("say_price", language, amount=each_year(cost.amount, amounts, language), price_year=line.price_year)
    realisable = line.realisable
    if realisable is not None and not (realisable.every is not None and realisable.every.value == 1):
        price += ", " + said("say_realisable", language, share=each_year(realisable, shares, language))
    return said(
        "say_income" if income else "say_consequence",
        language,
        title=line.title(language),
        person=phrase(f"say_each_{line.basis}", language),
        does=verb,
        change=changed,
        price=price,
        payers=spoken_payers(line.payers, language, "say_received" if income else "say_payers"),
    )


def _change(change: Series, unit_key: str | None, language: Language, *, income: bool) -> tuple[str, str]:
    """(verb, change): 'sparer 25,8 sengedage én gang'; with its sign where a list has both."""
    figures: Sequence[Estimate] = change.stated()
    values = [figure.value or 0.0 for figure in figures]
    one_way = all(value <= 0 for value in values) or all(value >= 0 for value in values)
    fewer = any(value < 0 for value in values)
    verb = ("say_loses" if fewer else "say_earns") if income else ("say_spares" if fewer else "say_uses")
    one = all(abs(value) == 1 for value in values) and not any(figure.uncertain for figure in figures)
    unit = unit_words(unit_key, language, one=one, income=income)
    if one_way and fewer:
        # Without their minus sign, because the verb says it.
        figures = [
            Change.model_construct(
                value=None if figure.value is None else -figure.value,
                low=None if figure.high is None else -figure.high,
                high=None if figure.low is None else -figure.low,
            )
            for figure in figures
        ]
    written = [numbers(figure, language) for figure in figures]
    if change.each is None:
        text = said("say_a_year", language, value=written[0], unit=unit)
    elif len(change.each) == 1:
        text = said("say_once", language, value=written[0], unit=unit)
    else:
        text = said("say_since_entry", language, value="; ".join(written), unit=unit)
    return phrase(verb if one_way else "say_changes", language), text


def _post(scenario: Scenario, line: Line, post: Post, language: Language) -> str:
    """Hours, cost, years and payers; what a full-time post would cost; places beside participants."""
    hours, size = "", post.fte or post.hours_per_week
    if post.hours_per_week is not None:
        hours = said("say_hours", language, hours=each_year(post.hours_per_week, numbers, language))
    elif post.fte is not None:
        hours = said("say_fte", language, fte=each_year(post.fte, numbers, language))
    if post.annual_cost is not None:
        amount = each_year(post.annual_cost, amounts, language)
        cost = said("say_annual_cost", language, amount=amount, price_year=line.price_year)
        of_all, posts = post.annual_cost.every, size.every if size is not None else None
        full_time = 1.0 if post.fte is not None else post.full_time_hours.value
        if of_all is not None and of_all.value and posts is not None and posts.value and full_time:
            cost += ", " + said("say_full_time", language, amount=amount_said(of_all.value * full_time / posts.value, language))
    else:
        amount, overhead = each_year(post.annual_salary, amounts, language), shares(post.overhead, language)
        cost = said("say_salary", language, amount=amount, price_year=line.price_year, overhead=overhead)
    sentence = said(
        "say_post",
        language,
        title=line.title(language),
        hours=hours,
        cost=cost,
        years=years_said(scenario, post, language),
        payers=spoken_payers(line.payers, language),
    )
    rows = []
    for row in capacity(scenario, post):
        if row.capacity or row.participants:
            places, citizens = (number(round(count, 1), language) for count in (row.capacity, row.participants))
            rows.append(said("say_capacity_row", language, year=row.year, capacity=places, participants=citizens))
    return f"{sentence} {said('say_capacity', language, rows=', '.join(rows))}" if rows else sentence


def _cost(scenario: Scenario, line: Line, stated: Cost | Funding, language: Language) -> str:
    """How much of what, on which basis, in which years, and who pays; of funding, from whom to whom."""
    cost = line.unit_cost
    if cost is not None:
        units = each_year(line.quantity, numbers, language)
        name = cost.label.say(language) if cost.label else stated.unit_cost
        price = each_year(cost.amount, amounts, language)
        amount = f"{said('say_units', language, units=units, unit_cost=name)} ({price})"
    else:
        amount = each_year(line.quantity, amounts, language)
    if isinstance(stated, Cost) and stated.residual_value is not None:
        amount += f" ({said('say_residual', language, amount=amounts(stated.residual_value, language))})"
    told = {
        "title": line.title(language),
        "amount": amount,
        "basis": said(f"say_basis_{line.basis}", language, year=once_year(scenario, stated)),
        "years": f", {years_said(scenario, stated, language)}" if line.basis == "year" else "",
    }
    if isinstance(stated, Funding):
        sides = {side: label(getattr(stated, side), language).lower() for side in ("paid_by", "received_by")}
        return said("say_funding", language, **told, **sides)
    key = "say_saved" if line.block == "saved_alternative" else "say_cost"
    return said(key, language, **told, payers=spoken_payers(line.payers, language))


def _set_to(value: Any, language: Language) -> str:
    """What a variant sets: its number, what was observed, or that it is a whole mapping."""
    if isinstance(value, Mapping):
        observed = value.get("observed")
        if isinstance(observed, Mapping):
            return said("say_observed", language, **{name: observed.get(name) for name in ("successes", "of")})
        return value_shown(str(value.get("value", phrase("say_whole_mapping", language))), language)
    return value_shown(str(value), language)
