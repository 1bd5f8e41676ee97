"""A hypothesis strategy of small scenarios in which a payer rule and prudence always have something to do.

One group, one unit cost split by a rule, one line of each kind, and a grade on nearly every figure.
"""

from math import floor

from hypothesis import strategies as st

from .drawn_rules import PER_CITIZEN, changes_under, is_known, most_added, rule, units_saved_under
from .drawn_values import GRADES, chance, decimals, shares
from .strategies import written_apart

LAWS = {
    "kmf_psychiatry": ["sundhedsloven"],
    "refund_ladder": ["lov om aktiv socialpolitik"],
    "costly_case": ["serviceloven § 107", "serviceloven § 66 a, stk. 2", "serviceloven § 52 a", "barnets lov § 46"],
    "shelter_refund": ["serviceloven § 110", "Serviceloven § 110, stk. 1"],
}
# Kr. of a unit, from where the law's limits are not met to where they are passed.
PRICES = {
    "kmf_psychiatry": (100, 6_000),
    "refund_ladder": (1_000, 5_000),
    "costly_case": (10_000, 900_000),
    "shelter_refund": (500, 2_000),
}
# Where the laws change, and a few years around.
YEARS = {
    "kmf_psychiatry": (2012, 2020),
    "refund_ladder": (2016, 2026),
    "costly_case": (2020, 2024),
    "shelter_refund": (2020, 2025),
}


@st.composite
def figure(draw, numbers):
    """A number, most often with its own quality."""
    value = draw(numbers)
    return value if chance(draw, 3) else {"value": value, "quality": draw(st.sampled_from(GRADES))}


@st.composite
def since_entry(draw, numbers):
    return draw(figure(numbers)) if chance(draw, 2) else draw(st.lists(figure(numbers), min_size=1, max_size=4))


@st.composite
def yearly(draw, numbers, years):
    """A number, or one for each half of the period."""
    if not chance(draw, 3):
        return draw(figure(numbers))
    return {years[0]: draw(figure(numbers)), years[len(years) // 2] + 1: draw(figure(numbers))}


@st.composite
def graded(draw, line):
    return line if chance(draw, 2) else {**line, "quality": draw(st.sampled_from(GRADES))}


@st.composite
def group(draw, entry, split):
    line = {"unit_cost": "unit", "change": draw(since_entry(changes_under(split, entry)))}
    line["basis"] = draw(st.sampled_from(["success", "success", "participant", "completer"]))
    fields = {
        "participants": draw(st.integers(1, 20)),
        "completion_rate": 0.8,
        "success_rate": draw(figure(decimals(0.1, 1, 2))),
        "consequences": {"line": draw(graded(line))},
    }
    if chance(draw, 2):
        fields["first_year_share"] = draw(shares())
    if chance(draw, 3):
        fields["attrition_rate"] = 0.1
    return fields


@st.composite
def programme(draw, entry, split, years):
    """A post, a cost and a saved alternative at the rule's unit cost, and equipment that is sold again."""
    per_person = split["rule"] in PER_CITIZEN
    post = {"annual_salary": draw(yearly(st.just(400_000), years)), "fte": draw(yearly(decimals(0.1, 2, 1), years))}
    most = floor(most_added(split) * 10) / 10
    bases = st.sampled_from(["participant", "completer"] if per_person else ["participant", "completer", "year"])
    lines = {}
    for name, each in [("costs", decimals(min(0.1, most), most, 1)), ("saved_alternative", units_saved_under(split, entry))]:
        basis = draw(bases)
        units = draw(yearly(each, years) if basis == "year" else since_entry(each))
        lines[name] = {"line": draw(graded({"unit_cost": "unit", "basis": basis, "units": units}))}
    van = {"amount": draw(figure(st.just(50_000))), "basis": "once", "category": "equipment", "residual_value": 20_000}
    lines["costs"]["van"] = draw(graded(van))
    return {"payers": {"municipality": 0.7, "rest": "region"}, "staffing": {"post": draw(graded(post))}, **lines}


@st.composite
def focused_scenarios(draw):
    """A valid scenario as plain Python values."""
    name = draw(st.sampled_from(sorted(LAWS)))
    start = draw(st.integers(*YEARS[name]))
    years = list(range(start, start + draw(st.integers(1, 5))))
    price_year = start + draw(st.integers(-2, 2))
    split = draw(rule(name))
    entry = {
        "amount": draw(yearly(st.integers(*PRICES[name]), years)),
        "unit": "unit",
        "price_year": price_year + draw(st.integers(-1, 1)),
        "law": draw(st.sampled_from(LAWS[name])),
        "payers": split,
        "source": "drawn",
    }
    levels = draw(st.lists(decimals(90, 120, 1), min_size=5, max_size=5))
    grades = st.fixed_dictionaries({grade: shares() for grade in [*GRADES, "not_stated"]})
    scenario = {
        "som": 1,
        "name": "drawn",
        "period": {"start": start, "years": len(years)},
        "price_year": price_year,
        "discount_rate": 0.03,
        "price_index": "prices",
        "indices": {"prices": {"values": {year: levels[year % 5] for year in range(2007, 2036)}, "source": "drawn"}},
        "target_groups": {"group": draw(group(entry, split))},
        "programme": draw(programme(entry, split, years)),
        "unit_costs": {"unit": draw(graded(entry))},
        "prudence": {"source": "drawn", **{kind: draw(grades) for kind in ["effects", "savings", "costs"]}},
    }
    as_of = draw(st.integers(2009, 2025))
    if chance(draw, 3) and is_known(name, as_of):
        scenario["rules_as_of"] = as_of
    return written_apart(scenario)
