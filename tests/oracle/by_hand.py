"""The model computed by plain loops over years, cohorts, lines and payers.

It shares no code with the product. It reads a valid scenario of the YAML language as plain
Python values and takes estimates at their stated value. Payer rules, catalogues, variants and
correlations are outside it.

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
"""

from .calendar_and_entry import calendar_value
from .citizens import participants_in_year, successes_in_year, units_changed
from .figures import (
    discount_factors,
    payback_year,
    present_value,
    quotient,
    running_sum,
)
from .prices_and_payers import (
    PUBLIC_PAYERS,
    payers_of_consequence,
    payers_of_programme_line,
    shares_in_year,
    unit_price,
)
from .programme_lines import line_amount, post_cost, residual_amount


def years_of(scenario):
    start = int(scenario["period"]["start"])
    return list(range(start, start + int(scenario["period"].get("years", 5))))


def counted(lines):
    return [line for line in (lines or {}).values() if line.get("counted", True)]


def nothing_yet(years):
    return {payer: [0.0] * len(years) for payer in [*PUBLIC_PAYERS, "citizen", "outside"]}


def book(ledger, amount, payers, year, years):
    """Add an amount of one year to the payers who hold a share of it."""
    for payer, share in shares_in_year(payers, year, years).items():
        ledger[payer][years.index(year)] += amount * share


def savings_by_payer(scenario, years):
    """Rule 5."""
    savings = nothing_yet(years)
    for group in scenario["target_groups"].values():
        for line in counted(group.get("consequences")):
            unit_cost = scenario["unit_costs"][line["unit_cost"]]
            sign = 1 if unit_cost.get("kind", "expense") == "income" else -1
            realisable = line.get("realisable", unit_cost.get("realisable", 1))
            for year in years:
                amount = sign * units_changed(scenario, group, line, year, years)
                amount *= unit_price(scenario, line["unit_cost"], year, years)
                amount *= calendar_value(realisable, year, years)
                book(savings, amount, payers_of_consequence(scenario, line), year, years)
    return savings


def programme_cost_by_payer(scenario, years):
    """Rule 6: staffing + costs - residual - saved alternative + funding paid - received."""
    programme = scenario.get("programme", {})
    cost = nothing_yet(years)
    for year in years:
        for post in counted(programme.get("staffing")):
            payers = payers_of_programme_line(scenario, post)
            book(cost, post_cost(scenario, post, year, years), payers, year, years)
        for line in counted(programme.get("costs")):
            amount = line_amount(scenario, line, year, years)
            amount -= residual_amount(scenario, line, year, years)
            book(cost, amount, payers_of_programme_line(scenario, line), year, years)
        for line in counted(programme.get("saved_alternative")):
            amount = line_amount(scenario, line, year, years)
            book(cost, -amount, payers_of_programme_line(scenario, line), year, years)
        for line in counted(programme.get("funding")):
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
    return any("citizen" in shares_in_year(payers, year, years) for payers in payers_in_use for year in years)


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
