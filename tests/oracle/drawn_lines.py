"""Hypothesis draws of target groups, consequences, posts, programme lines and unit costs."""

from hypothesis import strategies as st

from .drawn_rules import LAWS, changes_under, line_payers, payers_of_unit, splits_of, units_saved_under
from .drawn_values import (
    calendar,
    chance,
    decimals,
    graded,
    money,
    observed,
    own_years,
    payers,
    people,
    price_fields,
    shares,
    since_entry,
    stated,
)

UNKNOWN_UNIT_COST = "unknown_price"


def price_of_unit(law):
    """Kr. of a size that the limits of the law's rules meet."""
    if "§ 110" in law:
        return money(100, 3_000)
    if "lov" in law:
        return st.one_of(money(), money(1_000, 1_500_000))
    return st.one_of(money(), money(1, 5_000))


@st.composite
def unit_costs(draw, frame):
    """Whole local entries for every name of the frame, and one that nobody knows the price of."""
    entries = {}
    for name in [*frame.expenses, *frame.incomes]:
        law = draw(st.sampled_from(LAWS)) if frame.rules and not chance(draw, 3) else ""
        entry = {"amount": draw(calendar(stated(price_of_unit(law)), frame)), "unit": "unit"}
        entry.update(draw(price_fields(frame)))
        entry.setdefault("price_year", frame.price_year)
        if law:
            entry["law"] = law
        entry["payers"] = draw(payers_of_unit(frame, entry))
        if name in frame.incomes:
            entry["kind"] = "income"
        elif chance(draw, 3):
            entry["kind"] = "expense"
        if chance(draw, 3):
            entry["realisable"] = draw(calendar(shares(), frame))
        if chance(draw, 6):
            for split in splits_of(entry["payers"]):
                if "rule" in split:
                    # The rule alone: its lines say what it must know of their citizens.
                    for parameter in [key for key in split if key != "rule"]:
                        del split[parameter]
        entry["source"] = "drawn"
        entry.update(draw(graded()))
        entries[name] = entry
    if chance(draw, 4):
        entries[UNKNOWN_UNIT_COST] = {
            "amount": None,
            "unit": "year",
            "price_year": frame.price_year,
            "source": "drawn",
            "quality": "assumed",
        }
    return entries


def fades_by_its_own(group):
    """Whether relapse_rate (0 counts as not given) or effect_since_entry is stated."""
    relapse = group.get("relapse_rate", 0)
    stated_relapse = relapse["value"] if isinstance(relapse, dict) else relapse
    return stated_relapse > 0 or "effect_since_entry" in group


@st.composite
def consequence(draw, frame, group):
    line = {"unit_cost": draw(st.sampled_from(list(frame.unit_costs)))}
    if line["unit_cost"] == UNKNOWN_UNIT_COST:
        line["change"] = draw(since_entry(stated(decimals(-30, 10, 2)), frame))
    else:
        entry = frame.unit_costs[line["unit_cost"]]
        who_pays, are_own = draw(line_payers(frame, entry))
        line["change"] = draw(since_entry(stated(changes_under(who_pays, entry)), frame))
        if are_own:
            line["payers"] = who_pays
    line.update(draw(graded()))
    if draw(st.booleans()):
        line["basis"] = draw(st.sampled_from(["success", "participant", "completer"]))
    if chance(draw, 4):
        line["realisable"] = draw(calendar(shares(), frame))
    if line["unit_cost"] == UNKNOWN_UNIT_COST or chance(draw, 8):
        line["counted"] = False
    long_list = isinstance(line["change"], list) and len(line["change"]) > 1
    on_success = line.get("basis", "success") == "success"
    if long_list and on_success and line.get("counted", True) and fades_by_its_own(group):
        line["relapse"] = "additional"
    return line


@st.composite
def rates(draw):
    """Completion, success and baseline; a baseline above success is harm and allowed."""
    fields = {}
    if chance(draw, 2):
        fields["completion_rate"] = draw(stated(shares(), is_share=True))
    if chance(draw, 3):
        fields["rates_measured_on"] = draw(st.sampled_from(["completers", "participants"]))
    success = st.one_of(stated(shares(), is_share=True), observed())
    fields["success_rate"] = draw(success)
    if chance(draw, 3):
        fields["baseline_rate"] = draw(stated(shares(0, 0.6), is_share=True))
    return fields


@st.composite
def fading(draw, frame):
    """At most one of relapse and effect_since_entry; attrition beside either."""
    fields = {}
    way = draw(st.sampled_from(["none", "none", "relapse", "effect", "effect_and_zero_relapse"]))
    if way == "relapse":
        fields["relapse_rate"] = draw(stated(shares(0, 0.5), is_share=True))
    if way.startswith("effect"):
        longest = min(frame.end - frame.start + 2, 6)
        fields["effect_since_entry"] = draw(st.lists(shares(), min_size=1, max_size=longest))
    if way == "effect_and_zero_relapse":
        fields["relapse_rate"] = 0
    if chance(draw, 3):
        fields["attrition_rate"] = draw(stated(shares(0, 0.3), is_share=True))
    if chance(draw, 2):
        fields["first_year_share"] = draw(shares())
    return fields


@st.composite
def target_group(draw, frame):
    own = draw(own_years(frame))
    started = calendar(stated(people()), frame, frame.first_own_year(own), is_quantity=True)
    group = {
        "participants": draw(started),
        **own,
        **draw(rates()),
        **draw(fading(frame)),
    }
    if chance(draw, 4):
        group["size"] = 500
    lines = {}
    for i in range(draw(st.integers(1 if frame.rules else 0, 3))):
        lines[f"consequence_{i + 1}"] = draw(consequence(frame, group))
    if lines:
        group["consequences"] = lines
    return group


@st.composite
def who_pays(draw, frame):
    """Own payers, always where the programme states none."""
    if not frame.programme_payers or chance(draw, 3):
        return {"payers": draw(payers(frame))}
    return {}


@st.composite
def groups_served(draw, frame):
    if not chance(draw, 4):
        return {}
    names = st.lists(st.sampled_from(frame.group_names), min_size=1, unique=True)
    return {"target_groups": draw(names)}


@st.composite
def working_time(draw, frame, first_year):
    if draw(st.booleans()):
        full_time = stated(decimals(0, 3, 2))
        return {"fte": draw(calendar(full_time, frame, first_year, is_quantity=True))}
    hours = stated(decimals(1, 60, 1))
    fields = {"hours_per_week": draw(calendar(hours, frame, first_year, is_quantity=True))}
    if chance(draw, 3):
        fields["full_time_hours"] = draw(st.sampled_from([35, 36.5, 37, 40]))
    return fields


@st.composite
def post(draw, frame):
    line = draw(own_years(frame))
    first_year = frame.first_own_year(line)
    if draw(st.booleans()):
        yearly = stated(money(1, 900_000))
        line["annual_cost"] = draw(calendar(yearly, frame, first_year, is_quantity=True))
        if chance(draw, 3):
            line.update(draw(working_time(frame, first_year)))
    else:
        line["annual_salary"] = draw(calendar(stated(money(250_000, 900_000)), frame))
        line.update(draw(working_time(frame, first_year)))
        if chance(draw, 2):
            line["overhead"] = draw(stated(shares(0, 0.5), is_share=True))
    line.update(draw(price_fields(frame)))
    line.update(draw(who_pays(frame)))
    line.update(draw(groups_served(frame)))
    line.update(draw(graded()))
    if chance(draw, 8):
        line["counted"] = False
    return line


@st.composite
def quantity(draw, frame, basis, first_year, entries):
    """amount or units in the form their basis asks for."""
    if basis == "once":
        return draw(entries)
    if basis == "year":
        return draw(calendar(entries, frame, first_year, is_quantity=True))
    return draw(since_entry(entries, frame))


@st.composite
def basis_fields(draw, frame):
    basis = draw(st.sampled_from(["once", "year", "participant", "completer"]))
    line = {"basis": basis}
    if basis == "year":
        line.update(draw(own_years(frame)))
    # Without a year a once amount falls in the programme's first, which must be in the period.
    if basis == "once" and (frame.first_month < frame.start * 12 or draw(st.booleans())):
        line["year"] = draw(st.integers(frame.needed_from, frame.end))
    if basis in ("participant", "completer"):
        line.update(draw(groups_served(frame)))
    return line


@st.composite
def amount_line(draw, frame):
    """A line priced in kr. by itself."""
    line = draw(basis_fields(frame))
    first_year = frame.first_own_year(line)
    high = 5_000 if line["basis"] in ("participant", "completer") else 300_000
    line["amount"] = draw(quantity(frame, line["basis"], first_year, stated(money(1, high))))
    line.update(draw(price_fields(frame)))
    return line


@st.composite
def unit_cost_line(draw, frame, is_saved=False):
    """A line priced by a unit cost, paid as that one says unless the line says otherwise."""
    line = draw(basis_fields(frame))
    line["unit_cost"] = draw(st.sampled_from(frame.expenses))
    entry = frame.unit_costs[line["unit_cost"]]
    first_year = frame.first_own_year(line)
    who_pays, are_own = draw(line_payers(frame, entry, line["basis"] in ("participant", "completer")))
    units = stated(units_saved_under(who_pays, entry) if is_saved else decimals(0.5, 60, 1))
    line["units"] = draw(quantity(frame, line["basis"], first_year, units))
    if are_own:
        line["payers"] = who_pays
    return line


@st.composite
def uncounted_at_times(draw, line):
    line.update(draw(graded()))
    if chance(draw, 8):
        line["counted"] = False
        if "amount" in line and draw(st.booleans()):
            line["amount"] = None
    return line


@st.composite
def cost(draw, frame):
    if chance(draw, 3):
        line = draw(unit_cost_line(frame))
    else:
        line = {**draw(amount_line(frame)), **draw(who_pays(frame))}
        if chance(draw, 4):
            line["category"] = "equipment"
            line["residual_value"] = draw(money(1, 20_000))
    if "category" not in line and chance(draw, 3):
        categories = ["preparation", "training", "operation", "equipment"]
        line["category"] = draw(st.sampled_from(categories))
    return draw(uncounted_at_times(line))


@st.composite
def saved_alternative(draw, frame):
    if draw(st.booleans()):
        line = draw(unit_cost_line(frame, is_saved=True))
    else:
        line = {**draw(amount_line(frame)), **draw(who_pays(frame))}
    return draw(uncounted_at_times(line))


@st.composite
def funding(draw, frame):
    sides = st.lists(
        st.sampled_from(["municipality", "region", "state", "outside"]),
        min_size=2,
        max_size=2,
        unique=True,
    )
    line = draw(amount_line(frame))
    line["paid_by"], line["received_by"] = draw(sides)
    return draw(uncounted_at_times(line))
