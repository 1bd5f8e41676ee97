"""Kr. of one post or programme line in one calendar year, in the scenario's prices."""

from .calendar_and_entry import calendar_value, month_count, number, per_person_since_entry, quantity_in_year
from .citizens import people_in_year
from .prices_and_payers import price_factor, unit_price


def full_time_posts(post, programme, year, years):
    if "fte" in post:
        return quantity_in_year(post["fte"], post, programme, year, years)
    hours = quantity_in_year(post["hours_per_week"], post, programme, year, years)
    return hours / number(post.get("full_time_hours", 37))


def post_cost(scenario, post, year, years):
    """annual_cost as it stands, or full-time posts x salary x (1 + overhead)."""
    programme = scenario["programme"]
    if "annual_cost" in post:
        amount = quantity_in_year(post["annual_cost"], post, programme, year, years)
    else:
        amount = full_time_posts(post, programme, year, years)
        amount = amount * calendar_value(post["annual_salary"], year, years)
        amount = amount * (1 + number(post.get("overhead", 0)))
    return amount * price_factor(scenario, post, year)


def programme_first_year(scenario, years):
    stated = scenario["programme"].get("from_year", years[0])
    return max(month_count(stated, 1) // 12, years[0])


def quantity_by_entry(scenario, line, quantity, year, years):
    """A per-person line: (quantity, year since entry) of every cohort so far."""
    for name, group in scenario["target_groups"].items():
        if name not in line.get("target_groups", scenario["target_groups"]):
            continue
        for entry_year in years:
            if entry_year <= year:
                people = people_in_year(scenario, group, line["basis"], entry_year, years)
                k = year - entry_year
                yield people * per_person_since_entry(quantity, k), k


def quantities_of_line(scenario, line, year, years):
    """(units or kr. before prices, year since entry or None), by the line's basis."""
    quantity = line["units"] if "unit_cost" in line else line["amount"]
    if line["basis"] == "once":
        once_year = int(line.get("year", programme_first_year(scenario, years)))
        assert once_year in years, "a once amount outside the period is an error"
        return [(number(quantity) if year == once_year else 0.0, None)]
    if line["basis"] == "year":
        return [(quantity_in_year(quantity, line, scenario["programme"], year, years), None)]
    return list(quantity_by_entry(scenario, line, quantity, year, years))


def line_price(scenario, line, year, years):
    """What one unit or krone of a cost, saved alternative or funding line comes to in one year."""
    if "unit_cost" in line:
        return unit_price(scenario, line["unit_cost"], year, years)
    return price_factor(scenario, line, year)


def line_amount(scenario, line, year, years):
    """Kr. of a cost, saved alternative or funding line in one year."""
    quantities = quantities_of_line(scenario, line, year, years)
    return sum(quantity for quantity, _ in quantities) * line_price(scenario, line, year, years)


def residual_amount(scenario, line, year, years):
    """The residual value, in the last year of the period only."""
    if "residual_value" not in line or year != years[-1]:
        return 0.0
    return number(line["residual_value"]) * price_factor(scenario, line, year)
