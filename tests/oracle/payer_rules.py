"""Who takes which part of the change in one citizen's use, by dated law (method.md: Payer rules).

The law's figures were read from the catalogue's data files; the formulas are the method's.
"""

import re
from datetime import date, timedelta
from functools import cache

from .calendar_and_entry import number
from .prices_and_payers import moved_by_index

# What held from each date on: the ceiling, the steps of the ladder, the most days a year.
LAWS = {
    "kmf_psychiatry": [(date(2007, 1, 1), 8862), (date(2019, 1, 1), 0)],
    "refund_ladder": [(date(2016, 1, 1), [(4, 0.80), (26, 0.40), (52, 0.30), (float("inf"), 0.20)])],
    "shelter_refund": [(date(2007, 1, 1), float("inf")), (date(2023, 10, 1), 120)],
}
# Level of the limits, and (limit, rate of the cost above it).
COSTLY_GENERAL = {
    2007: (2007, [(400_000, 0.25), (800_000, 0.50)]),
    2008: (2008, [(500_000, 0.25), (1_000_000, 0.50)]),
    2009: (2009, [(600_000, 0.25), (1_200_000, 0.50)]),
    2020: (2020, [(1_090_000, 0.25), (2_050_000, 0.50)]),
    2021: (2021, [(850_000, 0.25), (1_660_000, 0.50), (2_090_000, 0.75)]),
    2022: (2022, [(860_000, 0.25), (1_680_000, 0.50), (2_120_000, 0.75)]),
}
COSTLY_CHILDREN_2020 = (2020, [(830_000, 0.25), (1_630_000, 0.50)])
CHILDREN_2020 = ["52", "66", "66 a", "76", "176 a"]


def is_rule(split):
    return isinstance(split, dict) and "rule" in split


@cache
def spells(rule_name, year):
    """(share of the year's days, law) of each law that holds in the year, counted day by day."""
    laws = LAWS[rule_name]
    day, days = date(year, 1, 1), (date(year + 1, 1, 1) - date(year, 1, 1)).days
    assert day >= laws[0][0], "a year before the rule's first law is an error"
    held = {}
    while day.year == year:
        in_force = max(i for i, (since, _) in enumerate(laws) if since <= day)
        held[in_force] = held.get(in_force, 0) + 1
        day += timedelta(days=1)
    return [(count / days, laws[i][1]) for i, count in held.items()]


def kmf_share(rule, price, year):
    """The municipality's part of bed days saved: whole admissions, or stays that become shorter."""
    days = number(rule["days_per_admission"])

    def co_financing(length_of_stay, ceiling):
        return min(0.60 * price * length_of_stay, ceiling)

    share = 0.0
    for part, ceiling in spells("kmf_psychiatry", year):
        if "shorter_stays" in rule:
            fewer = number(rule["shorter_stays"]["days_fewer"])
            paid = co_financing(days, ceiling) - co_financing(days - fewer, ceiling)
            share += part * paid / (price * fewer)
        else:
            share += part * co_financing(days, ceiling) / (price * days)
    return share


def ladder_share(rule, k, year):
    """The state's mean share over the 52 weeks of the year since entry."""
    first = number(rule["weeks_before"]) + 52 * k
    share = 0.0
    for part, steps in spells("refund_ladder", year):
        reached = first
        for to_week, rate in steps:
            until = min(max(to_week, reached), first + 52)
            share += part * rate * (until - reached) / 52
            reached = until
    return share


def sections(law):
    """The section numbers of a law's text: 'serviceloven § 66 a, stk. 2' gives ['66 a']."""
    return [f"{n} {letter}".strip() for n, letter in re.findall(r"§+\s*(\d+)(?:\s([a-z])\b)?", law)]


def costly_law(year, law):
    """Level and bands of the limits; from 2021 the same for all, in 2020 lower ones for the young."""
    if year == 2020 and ("barnets lov" in law or set(sections(law)) & set(CHILDREN_2020)):
        return COSTLY_CHILDREN_2020
    return COSTLY_GENERAL[min(year, 2022)]


def costly_share(scenario, rule, unit_cost, change, price, year):
    """The state's part: refund before minus refund after, in kr. of the unit cost's own price year."""
    law = unit_cost["law"].lower()
    assert "serviceloven" in law or "barnets lov" in law
    level, bands = costly_law(year, law)
    own_year = int(unit_cost.get("price_year", scenario["price_year"]))
    limits = [moved_by_index(scenario, {}, limit, level, own_year) for limit, _ in bands]
    rates = [rate for _, rate in bands]

    def refund(cost):
        total = 0.0
        for i, limit in enumerate(limits):
            upper = limits[i + 1] if i + 1 < len(limits) else float("inf")
            total += rates[i] * max(0.0, min(cost, upper) - limit)
        return total

    before = number(rule["yearly_cost_before"])
    after = before + change * price
    assert after >= -1e-6, "no more can be saved than there was"
    return (refund(before) - refund(after)) / (before - after)


def shelter_share(rule, unit_cost, change, year):
    """The state's part: half of the days within the cap before minus those after."""
    assert "serviceloven § 110" in unit_cost["law"].lower()
    before = number(rule["days_before"])
    after = before + change
    assert after >= -1e-9, "no more can be saved than there was"
    share = 0.0
    for part, cap in spells("shelter_refund", year):
        share += part * 0.50 * (min(before, cap) - min(after, cap)) / (before - after)
    return share


def shares_by_rule(scenario, rule, unit_cost, price, year, k, change):
    """{payer: share} of one citizen's change in units in year k since entry, priced at `price`."""
    law_year = int(scenario.get("rules_as_of", year))
    if rule["rule"] == "kmf_psychiatry":
        municipality = kmf_share(rule, price, law_year)
        return {"municipality": municipality, "region": 1 - municipality}
    if rule["rule"] == "refund_ladder":
        state = ladder_share(rule, k, law_year)
    elif rule["rule"] == "costly_case":
        state = costly_share(scenario, rule, unit_cost, change, price, law_year)
    elif rule["rule"] == "shelter_refund":
        state = shelter_share(rule, unit_cost, change, law_year)
    else:
        raise ValueError(rule["rule"])
    return {"municipality": 1 - state, "state": state}
