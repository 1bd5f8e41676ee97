"""The two time axes read one value at a time: calendar values and since-entry values."""


def is_estimate(value):
    return isinstance(value, dict) and ("value" in value or "observed" in value)


def number(value):
    """The stated value of a plain number or of an estimate."""
    if is_estimate(value):
        if "value" in value:
            return float(value["value"])
        return value["observed"]["successes"] / value["observed"]["of"]
    return float(value)


def is_by_year(value):
    """Whether a mapping has years as keys (and is not an estimate or a share map)."""
    return isinstance(value, dict) and len(value) > 0 and all(str(key).isdigit() for key in value)


def entry_in_force(by_year, year):
    """What a calendar map holds in a year: its latest entry not after that year, else None."""
    stated = {int(key): entry for key, entry in by_year.items()}
    not_after = [key for key in stated if key <= year]
    return stated[max(not_after)] if not_after else None


def calendar_value(value, year, years):
    """A calendar value in one year; 0 before the first year a map covers."""
    if isinstance(value, list):
        assert len(value) == len(years), "a list of a calendar value has exactly T entries"
        return number(value[years.index(year)])
    if is_by_year(value):
        entry = entry_in_force(value, year)
        return 0.0 if entry is None else number(entry)
    return number(value)


def month_count(year_or_month, month_if_year_only):
    """'2017-10' or 2017 as a running count of months."""
    parts = str(year_or_month).split("-")
    month = int(parts[1]) if len(parts) == 2 else month_if_year_only
    return int(parts[0]) * 12 + month - 1


def first_month(line, programme, years):
    return month_count(line.get("from_year", programme.get("from_year", years[0])), 1)


def last_month(line, programme, years):
    return month_count(line.get("to_year", programme.get("to_year", years[-1])), 12)


def part_of_year(line, programme, year, years):
    """Months of the year inside the line's own from/to (else the programme's), over 12."""
    first = max(first_month(line, programme, years), month_count(year, 1))
    last = min(last_month(line, programme, years), month_count(year, 12))
    return max(0, last - first + 1) / 12


def quantity_in_year(quantity, line, programme, year, years):
    """A quantity that from_year and to_year cut; a list of T entries stands as it is."""
    if isinstance(quantity, list):
        return calendar_value(quantity, year, years)
    part = part_of_year(line, programme, year, years)
    if part == 0:
        return 0.0
    return calendar_value(quantity, year, years) * part


def list_since_entry(values, k):
    """Entry k of a since-entry list; nothing after its last entry."""
    return number(values[k]) if k < len(values) else 0.0


def change_since_entry(change, k):
    """`change`: one number is the same in every year."""
    return list_since_entry(change, k) if isinstance(change, list) else number(change)


def per_person_since_entry(quantity, k):
    """A per-person amount: one number falls in the entry year only."""
    if isinstance(quantity, list):
        return list_since_entry(quantity, k)
    return number(quantity) if k == 0 else 0.0
