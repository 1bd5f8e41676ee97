"""Target groups: who starts, who completes, who is helped, and the units that change."""

from .calendar_and_entry import change_since_entry, list_since_entry, number, quantity_in_year


def participants_in_year(scenario, group, year, years):
    """Participants who start in a calendar year."""
    programme = scenario.get("programme", {})
    return quantity_in_year(group["participants"], group, programme, year, years)


def completers_in_year(scenario, group, year, years):
    completion_rate = number(group.get("completion_rate", 1))
    return participants_in_year(scenario, group, year, years) * completion_rate


def people_in_year(scenario, group, basis, year, years):
    """The cohort a participant or completer line follows."""
    if basis == "participant":
        return participants_in_year(scenario, group, year, years)
    return completers_in_year(scenario, group, year, years)


def successes_in_year(scenario, group, year, years):
    """None where the group states no success rate (method.md: Successes)."""
    if "success_rate" not in group:
        return None
    if group.get("rates_measured_on", "completers") == "participants":
        measured_on = participants_in_year(scenario, group, year, years)
    else:
        measured_on = completers_in_year(scenario, group, year, years)
    return measured_on * (number(group["success_rate"]) - number(group.get("baseline_rate", 0)))


def still_helped_share(group, k):
    """The part of a cohort's successes still helped k years after entry (method.md: Still helped)."""
    share = 1.0
    if "effect_since_entry" in group:
        share = list_since_entry(group["effect_since_entry"], k)
    share = share * (1 - number(group.get("relapse_rate", 0))) ** k
    return share * (1 - number(group.get("attrition_rate", 0))) ** k


def product_series(group, line, k):
    """m[k]: still-helped share times change on the success basis, change alone on the others."""
    if k < 0:
        return 0.0
    change = change_since_entry(line["change"], k)
    if line.get("basis", "success") == "success":
        return still_helped_share(group, k) * change
    return change


def parts_of_year(group, line, k):
    """(units per person, year since entry they come from) of year k: the first year's share moved."""
    first_year_share = number(group.get("first_year_share", 1))
    this_year = first_year_share * product_series(group, line, k)
    moved_from_year_before = (1 - first_year_share) * product_series(group, line, k - 1)
    return [(this_year, k), (moved_from_year_before, k - 1)]


def units_by_entry(scenario, group, line, year, years):
    """(Units changed, year since entry of that change) in one calendar year, cohort by cohort (method.md: Units)."""
    basis = line.get("basis", "success")
    for entry_year in years:
        if entry_year > year:
            continue
        if basis == "success":
            cohort = successes_in_year(scenario, group, entry_year, years)
        else:
            cohort = people_in_year(scenario, group, basis, entry_year, years)
        for per_person, k in parts_of_year(group, line, year - entry_year):
            yield cohort * per_person, k
