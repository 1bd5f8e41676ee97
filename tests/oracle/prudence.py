"""The allowance for optimism of one line, by the grades of the figures it rests on."""

from .calendar_and_entry import is_by_year, is_estimate

LINE_FIGURES = ["amount", "units"]
SALARY_FIGURES = ["annual_salary", "fte", "hours_per_week"]


def figures_of(value):
    """Every figure stated in a value: of one number, of a map by year, of a list."""
    if isinstance(value, list):
        return value
    if is_by_year(value) and not is_estimate(value):
        return list(value.values())
    return [value]


def grades_of(value, owner):
    """The grade of each figure: its own quality, else its line's or unit cost's, else not_stated."""
    of_owner = owner.get("quality", "not_stated")
    return [(figure.get("quality", of_owner) if isinstance(figure, dict) else of_owner) for figure in figures_of(value)]


def largest_share(scenario, kind, grades):
    """The largest share that the prudence block sets on any of the grades; missing = 0."""
    stated = scenario.get("prudence", {}).get(kind, {})
    if not isinstance(stated, dict):
        return float(stated)
    return max(float(stated.get(grade, 0)) for grade in grades)


def allowance_of_consequence(scenario, group, line):
    """1 - (1 - e)(1 - s)."""
    unit_cost = scenario["unit_costs"][line["unit_cost"]]
    on_effects = grades_of(line["change"], line)
    if line.get("basis", "success") == "success":
        on_effects += grades_of(group["success_rate"], {})
    effects = largest_share(scenario, "effects", on_effects)
    savings = largest_share(scenario, "savings", grades_of(unit_cost["amount"], unit_cost))
    return 1 - (1 - effects) * (1 - savings)


def allowance_of_programme_line(scenario, line, kind):
    """The largest `costs` (or, for the saved alternative, `savings`) share on the line's figures."""
    grades = []
    of_post = ["annual_cost"] if "annual_cost" in line else SALARY_FIGURES
    for name in LINE_FIGURES + of_post:
        if name in line:
            grades += grades_of(line[name], line)
    if "unit_cost" in line:
        unit_cost = scenario["unit_costs"][line["unit_cost"]]
        grades += grades_of(unit_cost["amount"], unit_cost)
    return largest_share(scenario, kind, grades)


def allowance_of_residual(scenario, line):
    """The `costs` share of the residual value's own grade."""
    return largest_share(scenario, "costs", grades_of(line["residual_value"], line)) if "residual_value" in line else 0.0
