"""Price years, unit prices and payers' shares, one year at a time."""

from .calendar_and_entry import calendar_value, entry_in_force, is_by_year, number

PUBLIC_PAYERS = ["municipality", "region", "state"]


def index_value(scenario, series, year):
    """The index in one year, carried past its ends by the yearly rates of price_index."""
    stated = scenario["indices"][series]["values"]
    values = {int(key): number(value) for key, value in stated.items()}
    if year in values:
        return values[year]
    price_index = scenario.get("price_index")
    is_extended = isinstance(price_index, dict) and price_index["series"] == series
    beyond = price_index if is_extended else {}
    first, last = min(values), max(values)
    if year > last and "after" in beyond:
        return values[last] * (1 + number(beyond["after"])) ** (year - last)
    if year < first and "before" in beyond:
        return values[first] / (1 + number(beyond["before"])) ** (first - year)
    raise ValueError(f"{series} has no value for {year}")


def moved_by_index(scenario, priced, amount, from_year, to_year):
    """An amount of one year in the prices of another, by the index of a line or unit cost."""
    if from_year == to_year:
        return amount
    price_index = scenario.get("price_index")
    series = price_index["series"] if isinstance(price_index, dict) else price_index
    series = priced.get("index", series)
    return amount * index_value(scenario, series, to_year) / index_value(scenario, series, from_year)


def price_factor(scenario, priced, year):
    """From the price year of a line or unit cost to the scenario's, with real growth to `year`."""
    to_year = int(scenario["price_year"])
    from_year = int(priced.get("price_year", to_year))
    growth = (1 + number(priced.get("real_growth", 0))) ** (year - to_year)
    return moved_by_index(scenario, priced, growth, from_year, to_year)


def unit_price(scenario, name, year, years):
    """The price of one unit in the year it is used, in the scenario's prices."""
    unit_cost = scenario["unit_costs"][name]
    amount = calendar_value(unit_cost["amount"], year, years)
    return amount * price_factor(scenario, unit_cost, year)


def split_in_year(payers, year, years):
    """The shares or the rule of one year; empty where a calendar map does not yet cover it."""
    if isinstance(payers, list):
        assert len(payers) == len(years), "a list of payers has exactly T entries"
        return payers[years.index(year)]
    if is_by_year(payers):
        return entry_in_force(payers, year) or {}
    return payers


def plain_shares(payers):
    """{payer: share} of a split that is no rule."""
    shares = {payer: float(share) for payer, share in payers.items() if payer != "rest"}
    if "rest" in payers:
        shares[payers["rest"]] = 1 - sum(shares.values())
    return shares


def payers_of_programme_line(scenario, line):
    """Its own payers; else its unit cost's; else the programme's."""
    if "payers" in line:
        return line["payers"]
    if "unit_cost" in line and "payers" in scenario["unit_costs"][line["unit_cost"]]:
        return scenario["unit_costs"][line["unit_cost"]]["payers"]
    return scenario["programme"]["payers"]


def payers_of_consequence(scenario, line):
    if "payers" in line:
        return line["payers"]
    return scenario["unit_costs"][line["unit_cost"]]["payers"]
