"""A hypothesis strategy of valid scenarios of the language, as plain Python values.

The scenarios lean on the rules that two readings most easily disagree about. They use only what
they state themselves, own unit costs and own indices, and the payer rules of the catalogue.
"""

import yaml
from hypothesis import strategies as st

from . import drawn_lines as lines
from .drawn_rules import LAW_YEARS
from .drawn_values import GRADES, Frame, chance, decimals, month_between, payers, shares, written_month

SCHEDULES = [
    "finance_ministry_2021",
    "finance_ministry_2013",
    "finance_ministry_before_2013",
]


@st.composite
def frames(draw, rules=None):
    rules = draw(st.booleans()) if rules is None else rules
    start = draw(st.integers(2007, 2030) if rules else st.integers(2012, 2030))
    # Rarely a period long enough to reach a schedule's second band (after year number 35).
    lengths = st.integers(37, 40) if chance(draw, 20) else st.integers(1, 8)
    end = start + draw(lengths) - 1
    price_year = start + draw(st.integers(-3, 3))
    # A programme that begins late lets price maps begin late too: they cover what is needed.
    late = end > start and chance(draw, 4)
    earliest = (start + 1) * 12 if late else (start - 1) * 12
    first = draw(month_between(earliest, end * 12 + 11, 1))
    last = draw(month_between(max(first, start * 12), end * 12 + 23, 12))
    groups = draw(st.integers(1, 3))
    expenses = draw(st.integers(1, 3))
    return Frame(
        start=start,
        end=end,
        price_year=price_year,
        price_years=list(range(price_year - 3, price_year + 2)),
        first_month=first,
        last_month=last,
        needed_from=first // 12 if late else start,
        group_names=[f"group_{i + 1}" for i in range(groups)],
        expenses=[f"expense_{i + 1}" for i in range(expenses)],
        incomes=["income_1"] if chance(draw, 3) else [],
        programme_payers=not chance(draw, 6),
        rules=rules,
        rules_as_of=draw(st.sampled_from(LAW_YEARS)) if rules and chance(draw, 3) else None,
    )


@st.composite
def price_indices(draw, frame):
    """own_prices, which may end early and be carried on by yearly rates, and own_wages."""
    cut_first, cut_last = draw(st.integers(0, 2)), draw(st.integers(0, 2))
    if not chance(draw, 3):
        cut_first = cut_last = 0
    levels = decimals(80, 130, 1)
    years = frame.price_years
    if frame.rules:
        # The limits of a law must be moved from its price level.
        years = list(range(min(2007, years[0]), max(2022, years[-1]) + 1))
    known = years[cut_first : len(years) - cut_last]
    indices = {}
    for name, stated_years in [("own_prices", known), ("own_wages", years)]:
        pattern = [draw(levels) for _ in range(min(5, len(stated_years)))]
        values = {year: pattern[i % len(pattern)] for i, year in enumerate(stated_years)}
        indices[name] = {"values": values, "source": "drawn", "quality": "assumed"}
    if not cut_first and not cut_last:
        return {"price_index": "own_prices", "indices": indices}
    price_index = {"series": "own_prices"}
    if cut_first:
        price_index["before"] = draw(decimals(0, 0.05, 3))
    if cut_last:
        price_index["after"] = draw(decimals(0, 0.05, 3))
    return {"price_index": price_index, "indices": indices}


@st.composite
def allowances(draw):
    """A number for all grades, or a share for some of them."""
    if draw(st.booleans()):
        return draw(shares())
    grades = st.sampled_from([*GRADES, "not_stated"])
    return {grade: draw(shares()) for grade in draw(st.lists(grades, min_size=1, unique=True))}


@st.composite
def prudences(draw):
    """An allowance for optimism on some of effects, savings and costs."""
    kinds = st.lists(st.sampled_from(["effects", "savings", "costs"]), min_size=1, unique=True)
    return {"source": "drawn", **{kind: draw(allowances()) for kind in draw(kinds)}}


@st.composite
def numbered(draw, name, line, at_most):
    return {f"{name}_{i + 1}": draw(line) for i in range(draw(st.integers(0, at_most)))}


@st.composite
def programmes(draw, frame):
    programme = {}
    # Left out where the default, the whole period, says the same.
    if frame.first_month != frame.start * 12 or draw(st.booleans()):
        programme["from_year"] = draw(written_month(frame.first_month, 1))
    if frame.last_month != frame.end * 12 + 11 or draw(st.booleans()):
        programme["to_year"] = draw(written_month(frame.last_month, 12))
    if frame.programme_payers:
        programme["payers"] = draw(payers(frame))
    sections = {
        "staffing": numbered("post", lines.post(frame), 2),
        "costs": numbered("cost", lines.cost(frame), 3),
        "saved_alternative": numbered("saved", lines.saved_alternative(frame), 1),
        "funding": numbered("funding", lines.funding(frame), 2),
    }
    for section, strategy in sections.items():
        drawn = draw(strategy)
        if drawn:
            programme[section] = drawn
    if not programme:
        programme["from_year"] = frame.start
    return programme


def written_apart(value):
    """The same values with no list or mapping used twice: the language refuses YAML anchors."""
    if isinstance(value, dict):
        return {key: written_apart(entry) for key, entry in value.items()}
    if isinstance(value, list):
        return [written_apart(entry) for entry in value]
    return value


@st.composite
def scenarios(draw, rules=None, prudence=None):
    """A valid scenario as plain Python values; payer rules and prudence in some of them unless said."""
    frame = draw(frames(rules))
    length = frame.end - frame.start + 1
    period = {"start": frame.start}
    if length != 5 or draw(st.booleans()):
        period["years"] = length
    frame.unit_costs = draw(lines.unit_costs(frame))
    rate = st.one_of(st.just(0), decimals(0, 0.1, 3), st.sampled_from(SCHEDULES))
    scenario = {
        "som": 1,
        "name": "drawn",
        "period": period,
        "price_year": frame.price_year,
        "discount_rate": draw(rate),
        **draw(price_indices(frame)),
        "target_groups": {name: draw(lines.target_group(frame)) for name in frame.group_names},
        "programme": draw(programmes(frame)),
        "unit_costs": frame.unit_costs,
    }
    if frame.rules_as_of:
        scenario["rules_as_of"] = frame.rules_as_of
    if draw(st.booleans()) if prudence is None else prudence:
        scenario["prudence"] = draw(prudences())
    return written_apart(scenario)


class ScenarioDumper(yaml.SafeDumper):
    """Writes '2017-10' quoted, as the language asks."""


def _text(dumper, text):
    style = "'" if text[:1].isdigit() else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


ScenarioDumper.add_representer(str, _text)


def scenario_text(scenario):
    """The scenario as a YAML file of the language."""
    return yaml.dump(scenario, Dumper=ScenarioDumper, sort_keys=False, allow_unicode=True)
