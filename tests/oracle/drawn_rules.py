"""Hypothesis draws of who pays: plain shares, and payer rules that are known and qualify."""

from math import ceil, floor, inf

from hypothesis import strategies as st

from .calendar_and_entry import is_by_year, number
from .drawn_values import chance, decimals, money, share_map, stated
from .payer_rules import is_rule

LAWS = [
    "serviceloven § 107",
    "serviceloven § 85",
    "serviceloven § 66 a, stk. 2",
    "serviceloven § 66",
    "serviceloven § 52, stk. 3, nr. 7",
    "serviceloven § 52 a",
    "Serviceloven § 76",
    "serviceloven § 76 a",
    "serviceloven § 176 a",
    *["serviceloven § 110", "serviceloven § 110, stk. 1"] * 3,
    "barnets lov § 46",
    "sundhedsloven § 238",
]
LAW_YEARS = [2007, 2008, 2009, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2026]
PER_CITIZEN = ["refund_ladder", "costly_case", "shelter_refund"]


def is_known(rule_name, law_year):
    if rule_name == "refund_ladder":
        return law_year >= 2016
    if rule_name == "costly_case":
        return 2007 <= law_year <= 2009 or law_year >= 2020
    return law_year >= 2007


def rules_that_may_split(frame, entry, years, per_person):
    """Names of the rules whose law is known in all the years and covers the unit cost."""
    if not frame.rules:
        return []
    law = entry.get("law", "").lower()
    names = ["kmf_psychiatry"]
    if per_person:
        names.append("refund_ladder")
        if "serviceloven" in law or "barnets lov" in law:
            names += ["costly_case"] * 3
        if "serviceloven § 110" in law:
            names += ["shelter_refund"] * 3
    law_years = [frame.rules_as_of or year for year in years]
    return [name for name in names if all(is_known(name, year) for year in law_years)]


@st.composite
def rule(draw, name):
    """A rule with the citizens' own figures."""
    split = {"rule": name}
    if name == "kmf_psychiatry":
        days = draw(st.one_of(st.integers(1, 60), decimals(0.5, 60, 1)))
        split["days_per_admission"] = draw(stated(st.just(days)))
        if draw(st.booleans()):
            fewer = days if chance(draw, 6) else draw(decimals(0.1, days, 1))
            split["shorter_stays"] = {"days_fewer": draw(stated(st.just(fewer)))}
    elif name == "refund_ladder":
        weeks = st.one_of(st.sampled_from([0, 4, 26, 52]), decimals(0, 110, 1))
        split["weeks_before"] = draw(stated(weeks))
    elif name == "costly_case":
        split["yearly_cost_before"] = draw(stated(st.one_of(st.integers(1, 3_500_000), money(500_000, 3_000_000))))
    else:
        split["days_before"] = draw(stated(st.one_of(st.integers(1, 365), decimals(0.5, 365, 1))))
    return split


@st.composite
def split(draw, frame, entry, years, per_person):
    names = rules_that_may_split(frame, entry, years, per_person)
    if names and not chance(draw, 4):
        return draw(rule(draw(st.sampled_from(names))))
    return draw(share_map())


@st.composite
def payers_of_unit(draw, frame, entry, per_person=True):
    """Plain shares or a rule, those of given years on, or one split for each year."""
    form = draw(st.sampled_from(["plain", "plain", "plain", "map", "list"]))
    if form == "plain":
        return draw(split(frame, entry, frame.years, per_person))
    if form == "list":
        pattern = [draw(split(frame, entry, frame.years[i :: len(frame.years[:6])], per_person)) for i in range(6)]
        return [pattern[t % len(frame.years[:6])] for t in range(len(frame.years))]
    first = frame.needed_from - draw(st.integers(0, 1))
    later = draw(st.sets(st.integers(first + 1, frame.end + 1), max_size=2))
    keys = [first, *sorted(later)]
    by_year = {}
    for key, following in zip(keys, [*keys[1:], frame.end + 2], strict=True):
        governed = [year for year in frame.years if key <= year < following]
        by_year[key] = draw(split(frame, entry, governed, per_person))
    return by_year


def splits_of(payers):
    if isinstance(payers, list):
        return payers
    return list(payers.values()) if is_by_year(payers) else [payers]


def is_incomplete(payers):
    """Whether a rule stands without the citizens' figures, so that each line must give them."""
    return any(is_rule(each) and len(each) == 1 for each in splits_of(payers))


def is_per_citizen(payers):
    return any(each.get("rule") in PER_CITIZEN for each in splits_of(payers))


def dearest(entry):
    amount = entry["amount"]
    amounts = amount if isinstance(amount, list) else list(amount.values()) if is_by_year(amount) else [amount]
    return max(number(each) for each in amounts)


def most_saved(payers, entry):
    """The most units a citizen can use less: what the rules say the citizen used before."""
    most = inf
    for each in splits_of(payers):
        if "yearly_cost_before" in each:
            most = min(most, number(each["yearly_cost_before"]) / dearest(entry))
        if "days_before" in each:
            most = min(most, number(each["days_before"]))
    return most


def most_added(payers):
    """The most units more: no citizen stays over 365 days a year."""
    days = [number(each["days_before"]) for each in splits_of(payers) if "days_before" in each]
    return min([10, *(365 - each for each in days)])


def changes_under(payers, entry):
    """Changes of either sign that leave no citizen below nothing."""
    saved = most_saved(payers, entry)
    saved = 30 if saved == inf else min(saved, 400)
    added = most_added(payers)
    return st.one_of(st.integers(-floor(saved), floor(added)), decimals(ceil(-saved * 100) / 100, floor(added * 10) / 10, 2))


def units_saved_under(payers, entry):
    """Units of a saved alternative."""
    most = floor(min(60, most_saved(payers, entry)) * 10) / 10
    return decimals(min(0.5, most), most, 1)


@st.composite
def line_payers(draw, frame, entry, per_person=True):
    """(payers that hold on a line with a unit cost, whether the line states them itself)."""
    from_unit_cost = entry["payers"]
    needs_own = is_incomplete(from_unit_cost) or (is_per_citizen(from_unit_cost) and not per_person)
    if needs_own or chance(draw, 4):
        return draw(payers_of_unit(frame, entry, per_person)), True
    return from_unit_cost, False
