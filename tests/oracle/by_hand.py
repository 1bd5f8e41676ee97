"""The model computed by plain loops over years, cohorts, lines and payers.

It shares no code with the product. It reads a valid scenario of the YAML language as plain
Python values and takes estimates at their stated value. Catalogues, variants and correlations
are outside it.

Choices made where the method can be read in more than one way:

 1. "participants (completion then left out)": completion is left out of successes only; a line
    with basis completer still follows participants x completion_rate.
 2. JSON keys accumulated_net and net_present_value are numbers, the public total's, as
    payback_year and benefit_cost_ratio are ("The ratio is the public total's").
 3. "citizen appears beside the payers only when used": used = a counted line's payers name the
    citizen in some year of the period, or a counted funding line does. The list `payers` then
    holds it last; `total` never stands in that list; payback_by_payer never holds the citizen.
 4. "every kr. amount ... has a price year": residual_value is moved by its own line's price year
    and index, and grows with the line's real_growth to the last year of the period.
 5. "unit_cost + units": price year, index and real_growth are the unit cost's alone.
 6. "yearly rates beyond its ends": before/after belong to the series price_index names, also
    when a line names that same series; other series are not extended.
 7. "moved to the scenario's price year by its index": equal price years need no index value.
 8. "once (... default the programme's first)": the calendar year of programme.from_year, but
    never before the period ("years outside the period are cut off").
 9. "the search for payback starts in its first year with savings or programme cost": either one
    differs from 0 after rounding to 0.01 kr.; a negative cost (funding received) counts.
10. "null when that cost <= 0": tested on the unrounded present value.
11. "per participant ... per success": None only where the divisor is 0; with harm the number per
    success is kept, its divisor being negative.
12. "only a list in that field escapes it": the quantity's field. A list in annual_salary leaves
    months/12 on fte or hours_per_week; a list in fte is neither cut nor multiplied.
13. Entries of one calendar year between from and to share it: from '2024-03' to '2024-10' is 8/12.
14. "the first must cover the first year": a price, payer or realisable map counts as 0 earlier.
15. "success_rate (where a success-basis line is counted) ... no default": without it elsewhere,
    successes are None, not 0.
16. fte and hours_per_week are both calendar values; annual_salary and annual_cost are calendar
    amounts; overhead, full_time_hours and all rates of a group are one number.
17. "residual_value ... credited in the last year": lines under costs only; with basis
    participant or year it is still one amount, not one per person or year.
18. `relapse: additional` changes no equation: both fadings apply.
19. "observed: ... value 0.40": where an estimate states both, `value` is used.
20. "accumulated net, rounded to 0.01 kr.": Python's round of the running sum of unrounded years.
21. "the share a rule gives may also depend on k": the months first_year_share moves keep the share
    of the year since entry they come from, at the price and law of the calendar year they fall in.
22. A rule compares kr. as they stand in the unit cost's own price year, without real growth; a law's
    limits are moved to that year by the scenario's price index, whatever index the unit cost has.
23. A rule on programme lines: a cost is so many more units for the citizen, a saved alternative so
    many fewer. Only kmf_psychiatry may stand on a line that is not per person.
24. Prudence looks at every figure stated in a field, also one whose year or entry is not reached.
25. Prudence takes |line's amount| after the line's cohorts are added, for each payer and year by
    itself, the citizen too; a residual value is an amount of its own, with its own grade: |cost| and |residual|.
"""

from .calendar_and_entry import calendar_value, change_since_entry, per_person_since_entry
from .citizens import participants_in_year, successes_in_year, units_by_entry
from .figures import discount_factors, payback_year, present_value, quotient, running_sum
from .payer_rules import is_rule, shares_by_rule
from .prices_and_payers import (
    PUBLIC_PAYERS,
    payers_of_consequence,
    payers_of_programme_line,
    plain_shares,
    split_in_year,
    unit_price,
)
from .programme_lines import line_amount, line_price, post_cost, quantities_of_line, residual_amount
from .prudence import allowance_of_consequence, allowance_of_programme_line, allowance_of_residual


def years_of(scenario):
    start = int(scenario["period"]["start"])
    return list(range(start, start + int(scenario["period"].get("years", 5))))


def counted(lines):
    return [line for line in (lines or {}).values() if line.get("counted", True)]


def nothing_yet(years):
    return {payer: [0.0] * len(years) for payer in [*PUBLIC_PAYERS, "citizen", "outside"]}


def book(ledger, amount, payers, year, years):
    """Add an amount of one year to the payers who hold a share of it."""
    for payer, share in plain_shares(split_in_year(payers, year, years)).items():
        ledger[payer][years.index(year)] += amount * share


def add_to(ledger, line, sign=1, allowance=0.0):
    """Add a line's payers and years: its amounts with their sign, and an allowance on their size."""
    for payer, amounts in line.items():
        for t, amount in enumerate(amounts):
            ledger[payer][t] += sign * amount + allowance * abs(amount)


def book_by_entry(scenario, ledger, unit_cost_name, payers, year, years, parts):
    """Add (amount, k, one citizen's change in units) parts of a year, each split as of its own k."""
    split = split_in_year(payers, year, years)
    if not is_rule(split):
        book(ledger, sum(amount for amount, _, _ in parts), payers, year, years)
        return
    unit_cost = scenario["unit_costs"][unit_cost_name]
    own_price = calendar_value(unit_cost["amount"], year, years)
    for amount, k, change in parts:
        if amount != 0:
            for payer, share in shares_by_rule(scenario, split, unit_cost, own_price, year, k, change).items():
                ledger[payer][years.index(year)] += amount * share


def savings_of_line(scenario, group, line, years):
    """For one consequence (method.md: Savings)."""
    saved = nothing_yet(years)
    unit_cost = scenario["unit_costs"][line["unit_cost"]]
    sign = 1 if unit_cost.get("kind", "expense") == "income" else -1
    realisable = line.get("realisable", unit_cost.get("realisable", 1))
    payers = payers_of_consequence(scenario, line)
    for year in years:
        value = sign * unit_price(scenario, line["unit_cost"], year, years) * calendar_value(realisable, year, years)
        parts = [
            (units * value, k, change_since_entry(line["change"], k))
            for units, k in units_by_entry(scenario, group, line, year, years)
            if units != 0
        ]
        book_by_entry(scenario, saved, line["unit_cost"], payers, year, years, parts)
    return saved


def savings_by_payer(scenario, years):
    """Less the allowance for optimism on every line (method.md: Savings, Prudence)."""
    savings = nothing_yet(years)
    for group in scenario["target_groups"].values():
        for line in counted(group.get("consequences")):
            saved = savings_of_line(scenario, group, line, years)
            add_to(savings, saved, allowance=-allowance_of_consequence(scenario, group, line))
    return savings


def cost_of_post(scenario, post, years):
    cost = nothing_yet(years)
    for year in years:
        book(cost, post_cost(scenario, post, year, years), payers_of_programme_line(scenario, post), year, years)
    return cost


def cost_of_line(scenario, line, years, more_or_fewer):
    """A cost (more units for the citizen: 1) or saved alternative (fewer: -1), as a positive amount."""
    cost = nothing_yet(years)
    payers = payers_of_programme_line(scenario, line)
    for year in years:
        price = line_price(scenario, line, year, years)
        quantities = quantities_of_line(scenario, line, year, years)
        if "unit_cost" not in line:
            book(cost, price * sum(quantity for quantity, _ in quantities), payers, year, years)
            continue
        parts = [
            (quantity * price, k, None if k is None else more_or_fewer * per_person_since_entry(line["units"], k))
            for quantity, k in quantities
        ]
        book_by_entry(scenario, cost, line["unit_cost"], payers, year, years, parts)
    return cost


def residual_of_line(scenario, line, years):
    residual = nothing_yet(years)
    if "residual_value" in line:
        amount = residual_amount(scenario, line, years[-1], years)
        book(residual, amount, payers_of_programme_line(scenario, line), years[-1], years)
    return residual


def programme_cost_by_payer(scenario, years):
    """Staffing + costs - residual - saved alternative + funding paid - received, with prudence (method.md: Programme cost)."""
    programme = scenario.get("programme", {})
    cost = nothing_yet(years)
    for post in counted(programme.get("staffing")):
        add_to(cost, cost_of_post(scenario, post, years), 1, allowance_of_programme_line(scenario, post, "costs"))
    for line in counted(programme.get("costs")):
        allowance = allowance_of_programme_line(scenario, line, "costs")
        add_to(cost, cost_of_line(scenario, line, years, 1), 1, allowance)
        add_to(cost, residual_of_line(scenario, line, years), -1, allowance_of_residual(scenario, line))
    for line in counted(programme.get("saved_alternative")):
        allowance = allowance_of_programme_line(scenario, line, "savings")
        add_to(cost, cost_of_line(scenario, line, years, -1), -1, allowance)
    for line in counted(programme.get("funding")):
        for year in years:
            amount = line_amount(scenario, line, year, years)
            cost[line["paid_by"]][years.index(year)] += amount
            cost[line["received_by"]][years.index(year)] -= amount
    return cost


def citizen_is_used(scenario, years):
    """Whether a counted line names the citizen among its payers in the period."""
    programme = scenario.get("programme", {})
    payers_in_use = []
    for group in scenario["target_groups"].values():
        for line in counted(group.get("consequences")):
            payers_in_use.append(payers_of_consequence(scenario, line))
    for section in ["staffing", "costs", "saved_alternative"]:
        for line in counted(programme.get(section)):
            payers_in_use.append(payers_of_programme_line(scenario, line))
    for line in counted(programme.get("funding")):
        if "citizen" in (line["paid_by"], line["received_by"]):
            return True
    splits = [split_in_year(payers, year, years) for payers in payers_in_use for year in years]
    return any("citizen" in plain_shares(split) for split in splits if not is_rule(split))


def with_total(ledger, payers, years):
    """The payers shown, and the total of the three public ones."""
    shown = {payer: ledger[payer] for payer in payers}
    shown["total"] = [sum(ledger[payer][t] for payer in PUBLIC_PAYERS) for t in range(len(years))]
    return shown


def people_by_group(scenario, years):
    by_group = {}
    for name, group in scenario["target_groups"].items():
        by_group[name] = {
            "participants": [participants_in_year(scenario, group, year, years) for year in years],
            "successes": [successes_in_year(scenario, group, year, years) for year in years],
        }
    return by_group


def total_over_groups(by_group, what):
    """None when any group's figure is missing."""
    figures = [figure for group in by_group.values() for figure in group[what]]
    return None if None in figures else sum(figures)


def ledgers(scenario, years, payers):
    """Programme cost, savings, net and accumulated net by payer and year, total included."""
    cost = with_total(programme_cost_by_payer(scenario, years), payers, years)
    savings = with_total(savings_by_payer(scenario, years), payers, years)
    net = {payer: [saved - paid for saved, paid in zip(savings[payer], cost[payer], strict=True)] for payer in cost}
    accumulated = {payer: running_sum(net[payer]) for payer in net}
    return cost, savings, net, accumulated


def net_present_value_by_payer(scenario):
    """The net present value of each payer shown and of the total."""
    years = years_of(scenario)
    payers = PUBLIC_PAYERS + (["citizen"] if citizen_is_used(scenario, years) else [])
    factors = discount_factors(scenario["discount_rate"], len(years))
    net = ledgers(scenario, years, payers)[2]
    return {payer: present_value(net[payer], factors) for payer in net}


def present_value_figures(scenario, cost, savings, net):
    factors = discount_factors(scenario["discount_rate"], len(net))
    present_cost = present_value(cost, factors)
    present_savings = present_value(savings, factors)
    return {
        "net_present_value": present_value(net, factors),
        "benefit_cost_ratio": present_savings / present_cost if present_cost > 0 else None,
    }


def payback_figures(cost, savings, accumulated, years):
    by_payer = {
        payer: payback_year(cost[payer], savings[payer], accumulated[payer], years) for payer in [*PUBLIC_PAYERS, "total"]
    }
    return {"payback_year": by_payer["total"], "payback_by_payer": by_payer}


def people_figures(scenario, years, accumulated_net):
    by_group = people_by_group(scenario, years)
    participants = total_over_groups(by_group, "participants")
    successes = total_over_groups(by_group, "successes")
    return {
        "participants": participants,
        "successes": successes,
        "by_group": by_group,
        "net_per_participant": quotient(accumulated_net, participants),
        "net_per_success": quotient(accumulated_net, successes),
    }


def project_by_hand(scenario):
    """All figures of one scenario, named as in the JSON of `som run`."""
    years = years_of(scenario)
    payers = PUBLIC_PAYERS + (["citizen"] if citizen_is_used(scenario, years) else [])
    cost, savings, net, accumulated = ledgers(scenario, years, payers)
    accumulated_net = accumulated["total"][-1]
    return {
        "years": years,
        "payers": payers,
        "programme_cost": cost,
        "savings": savings,
        "net": net,
        "accumulated": accumulated,
        "accumulated_net": accumulated_net,
        **present_value_figures(scenario, cost["total"], savings["total"], net["total"]),
        **payback_figures(cost, savings, accumulated, years),
        **people_figures(scenario, years, accumulated_net),
    }
