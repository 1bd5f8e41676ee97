"""A post in one sentence, with its full-time equivalent and its capacity."""

from __future__ import annotations

from som_model.presentation.spoken_values import amount_said, amounts, each_year, numbers, said, shares, spoken_payers, years_said
from som_model.projection.capacity import capacity
from som_model.resolved.titles import line_title
from som_model.scenario.programme import Post
from som_model.scenario.scenario import Scenario
from som_model.wording.language import Language
from som_model.wording.numbers import number


def post_sentence(scenario: Scenario, address: str, post: Post, language: Language) -> str:
    """Hours, cost, years and payers; what a full-time post would cost; places beside participants."""
    price_year = post.price_year or scenario.price_year
    if post.annual_cost is not None:
        cost = said("say_annual_cost", language, amount=each_year(post.annual_cost, amounts, language), price_year=price_year)
    else:
        cost = said(
            "say_salary",
            language,
            amount=each_year(post.annual_salary, amounts, language),
            price_year=price_year,
            overhead=shares(post.overhead, language),
        )
    full_time = _full_time_cost(post)
    if full_time is not None:
        cost += ", " + said("say_full_time", language, amount=amount_said(full_time, language))
    sentence = said(
        "say_post",
        language,
        title=line_title(scenario, address, language),
        hours=_hours(post, language),
        cost=cost,
        years=years_said(scenario, post, language),
        payers=spoken_payers(post.payers or scenario.programme.payers, language),
    )
    rows = ", ".join(
        said(
            "say_capacity_row",
            language,
            year=row.year,
            capacity=number(round(row.capacity, 1), language),
            participants=number(round(row.participants, 1), language),
        )
        for row in capacity(scenario, post)
        if row.capacity or row.participants
    )
    return f"{sentence} {said('say_capacity', language, rows=rows)}" if rows else sentence


def _hours(post: Post, language: Language) -> str:
    if post.hours_per_week is not None:
        return said("say_hours", language, hours=each_year(post.hours_per_week, numbers, language))
    if post.fte is not None:
        return said("say_fte", language, fte=each_year(post.fte, numbers, language))
    return ""


def _full_time_cost(post: Post) -> float | None:
    """annual_cost / posts (18.5 h and 215,000 kr. is 430,000 kr. per full-time post); None where either varies."""
    series = post.fte or post.hours_per_week
    cost = post.annual_cost.every.value if post.annual_cost is not None and post.annual_cost.every is not None else None
    size = series.every.value if series is not None and series.every is not None else None
    hours = 1.0 if post.fte is not None else post.full_time_hours.value
    return cost * hours / size if cost and size and hours else None
