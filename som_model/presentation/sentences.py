"""Each line of a scenario in one sentence, so that a reader can hear what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from som_model.presentation.post_sentences import post_sentence
from som_model.presentation.spoken_values import amounts, each_year, numbers, said, shares, spoken_payers, unit_words, years_said
from som_model.resolved.titles import group_title, line_title, scenario_title
from som_model.resolved.transition import programme_lines, ruled_lines
from som_model.resolved.years import once_year
from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Change, Estimate, Share
from som_model.scenario.programme import CostLine, Funding
from som_model.scenario.prudence import GRADES, Prudence
from som_model.scenario.scenario import Scenario
from som_model.scenario.target_group import Consequence, TargetGroup
from som_model.wording.language import Language
from som_model.wording.numbers import percent, value_shown
from som_model.wording.table import label, phrase


def sentences(scenario: Scenario, language: Language = "da") -> Iterator[tuple[str, str]]:
    """(address, sentence) of every line, in the order of the file's parts."""
    yield "", _scenario(scenario, language)
    for name, group in scenario.target_groups.items():
        yield f"target_groups.{name}", f"{group_title(scenario, name, language)}: {_group(scenario, group, language)}"
        for line_name, line in group.consequences.items():
            address = f"target_groups.{name}.consequences.{line_name}"
            yield address, _consequence(scenario, address, line, language)
    for name, post in scenario.programme.staffing.items():
        address = f"programme.staffing.{name}"
        yield (
            address,
            post_sentence(scenario, address, post, language) if post.counted else _uncounted(scenario, address, language),
        )
    for address, block, cost in programme_lines(scenario.programme):
        yield address, _cost(scenario, address, block, cost, language)
    if scenario.prudence is not None:
        yield "prudence", _prudence(scenario.prudence, language)
    for text in scenario.not_counted:
        yield "not_counted", said("say_not_counted", language, text=text.say(language))
    yield from _variants(scenario, language)


def _scenario(scenario: Scenario, language: Language) -> str:
    rate = scenario.discount_rate
    if not isinstance(rate, Share):
        schedule = scenario.record.schedule
        name = schedule.label.say(language) if schedule is not None and schedule.label is not None else rate
        discount = said("say_schedule", language, name=name)
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
    if scenario.rules_as_of is not None and next(ruled_lines(scenario), None) is not None:
        text += f" {said('say_rules_as_of', language, year=scenario.rules_as_of)}"
    return text


def _group(scenario: Scenario, group: TargetGroup, language: Language) -> str:
    parts = []
    if group.completion_rate.value != 1:
        parts.append(said("say_completion", language, rate=shares(group.completion_rate, language)))
    if group.success_rate is None:
        parts.append(phrase("say_no_success", language))
    else:
        parts.append(said("say_success", language, rate=shares(group.success_rate, language)))
        if group.rates_measured_on == "participants":
            parts.append(phrase("say_measured_on_participants", language))
        net = group.baseline_rate.value == 0
        parts.append(
            phrase("say_no_baseline", language)
            if net
            else said("say_baseline", language, rate=shares(group.baseline_rate, language))
        )
    parts += _fading(group, language)
    count = each_year(group.participants, numbers, language)
    return said(
        "say_group",
        language,
        participants=said("say_participants", language, count=count),
        years=years_said(scenario, group, language),
        success=", ".join(parts),
    )


def _fading(group: TargetGroup, language: Language) -> list[str]:
    parts = []
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
    return parts


def _uncounted(scenario: Scenario, address: str, language: Language) -> str:
    return said("say_not_counted_line", language, title=line_title(scenario, address, language))


def _consequence(scenario: Scenario, address: str, line: Consequence, language: Language) -> str:
    if not line.counted or line.change is None:
        return _uncounted(scenario, address, language)
    cost = scenario.unit_cost(line.unit_cost)
    does, change = _change(line.change, cost.unit, language, income=cost.kind == "income")
    price = said(
        "say_price", language, amount=each_year(cost.amount, amounts, language), price_year=cost.price_year or scenario.price_year
    )
    realisable = line.realisable or cost.realisable
    if realisable is not None and not (realisable.every is not None and realisable.every.value == 1):
        price += ", " + said("say_realisable", language, share=each_year(realisable, shares, language))
    income = cost.kind == "income"
    return said(
        "say_income" if income else "say_consequence",
        language,
        title=line_title(scenario, address, language),
        person=phrase(f"say_each_{line.basis}", language),
        does=does,
        change=change,
        price=price,
        payers=spoken_payers(line.payers or cost.payers, language, "say_received" if income else "say_payers"),
    )


def _change(change: Series, unit_key: str | None, language: Language, *, income: bool) -> tuple[str, str]:
    """(verb, change): 'sparer 25,8 sengedage én gang'; with its sign where a list has both."""
    figures = change.stated()
    values = [figure.value or 0.0 for figure in figures]
    one_way = all(value <= 0 for value in values) or all(value >= 0 for value in values)
    fewer = any(value < 0 for value in values)
    verb = ("say_loses" if fewer else "say_earns") if income else ("say_spares" if fewer else "say_uses")
    one = all(abs(value) == 1 for value in values) and not any(figure.uncertain for figure in figures)
    unit = unit_words(unit_key, language, one=one, income=income)
    written = [numbers(_turned(figure) if one_way and fewer else figure, language) for figure in figures]
    if change.each is None:
        text = said("say_a_year", language, value=written[0], unit=unit)
    elif len(change.each) == 1:
        text = said("say_once", language, value=written[0], unit=unit)
    else:
        text = said("say_since_entry", language, value="; ".join(written), unit=unit)
    return phrase(verb if one_way else "say_changes", language), text


def _turned(figure: Estimate) -> Estimate:
    """A figure without its minus sign, because the verb says it."""
    low, high = figure.low, figure.high
    return Change.model_construct(
        value=None if figure.value is None else -figure.value,
        low=None if high is None else -high,
        high=None if low is None else -low,
    )


def _cost(scenario: Scenario, address: str, block: str, line: CostLine, language: Language) -> str:
    if not line.counted:
        return _uncounted(scenario, address, language)
    cost = scenario.unit_cost(line.unit_cost) if line.unit_cost is not None else None
    if cost is not None:
        units = each_year(line.units, numbers, language)
        amount = said("say_units", language, units=units, unit_cost=cost.label.say(language) if cost.label else line.unit_cost)
        amount += f" ({each_year(cost.amount, amounts, language)})"
    else:
        amount = each_year(line.amount, amounts, language)
    residual = getattr(line, "residual_value", None)
    if residual is not None:
        amount += f" ({said('say_residual', language, amount=amounts(residual, language))})"
    basis = said(f"say_basis_{line.basis}", language, year=once_year(scenario, line))
    years = f", {years_said(scenario, line, language)}" if line.basis == "year" else ""
    title = line_title(scenario, address, language)
    if isinstance(line, Funding):
        return said(
            "say_funding",
            language,
            title=title,
            amount=amount,
            basis=basis,
            years=years,
            paid_by=label(line.paid_by, language).lower(),
            received_by=label(line.received_by, language).lower(),
        )
    payers = line.payers or (cost.payers if cost is not None else None) or scenario.programme.payers
    return said(
        "say_saved" if block == "saved_alternative" else "say_cost",
        language,
        title=title,
        amount=amount,
        basis=basis,
        years=years,
        payers=spoken_payers(payers, language),
    )


def _prudence(prudence: Prudence, language: Language) -> str:
    parts = []
    for field in ("effects", "savings", "costs"):
        stated = {grade: getattr(getattr(prudence, field), grade) for grade in GRADES}
        grades = ", ".join(f"{label(grade, language)} {percent(share, language)}" for grade, share in stated.items() if share)
        parts += [said(f"say_prudence_{field}", language, grades=grades)] if grades else []
    return said("say_prudence", language, parts="; ".join(parts) or "0", source=prudence.source)


def _variants(scenario: Scenario, language: Language) -> Iterator[tuple[str, str]]:
    for name, variant in scenario.variants.items():
        changes = ", ".join(
            said("say_change", language, address=address, value=_set_to(value, language))
            for address, value in variant.set.items()
        )
        changes = changes or phrase("say_as_written", language)
        title = variant.title.say(language) if variant.title is not None else name
        yield f"variants.{name}", said("say_variant", language, name=name, title=title, changes=changes)


def _set_to(value: Any, language: Language) -> str:
    if isinstance(value, Mapping):
        observed = value.get("observed")
        if isinstance(observed, Mapping):
            return said("say_observed", language, **{name: observed.get(name) for name in ("successes", "of")})
        return value_shown(str(value.get("value", phrase("say_whole_mapping", language))), language)
    return value_shown(str(value), language)
