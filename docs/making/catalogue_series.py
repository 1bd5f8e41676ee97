"""The pages of the price indices and the discount rates that are built in."""

from __future__ import annotations

from making.catalogue_entries import BACK, both, in_english, known, lines, quality, sourced
from making.markdown import code, page, plain, table
from som_model.scenario.unit_cost import DiscountSchedule, PriceSeries
from som_model.wording.numbers import number, percent

INDICES_HEAD = f"""# Price indices

{BACK} In Danish: *prisindeks*.

A heading is what a scenario writes as `price_index:`, or a price as `index:`. An amount of one year is moved to another by the
index of that year divided by the index of its own. Years beyond the last need an assumption: `price_index: {{series: NAME, after:
0.02}}`.

"""
DISCOUNT_HEAD = f"""# Discount rates

{BACK} In Danish: *diskonteringsrenter*.

A heading is what a scenario writes as `discount_rate:`. Years are counted from the first year of the period, which is not
discounted.

"""


def indices_page() -> str:
    """Every price index with its years, values and source."""
    return page([INDICES_HEAD, *(index(entry.name, entry.value) for entry in known().find(section="indices"))])


def index(name: str, series: object) -> str:
    """One price index, ten years to a row."""
    assert isinstance(series, PriceSeries)
    stated = [year for year, value in series.values.items() if value is not None]
    facts = [
        ("years", f"{min(stated)} to {max(stated)}"),
        ("base", plain(series.base or "")),
        ("known in part", "; ".join(f"{year}: {plain(text.say('en'))}" for year, text in series.partial.items())),
        ("source", ", ".join(each for each in (sourced(series), quality(series)) if each)),
        ("note", in_english(series.note)),
    ]
    decades = range(min(stated) // 10 * 10, max(stated) + 1, 10)
    rows = [(f"{decade}s", *(shown(series.values.get(year)) for year in range(decade, decade + 10))) for decade in decades]
    values = table(("", *(f"…{digit}" for digit in range(10))), rows)
    return f"## {name}\n\n{both(series.label)}\n\n{lines(facts)}\n{values}"


def shown(value: float | None) -> str:
    """A value of an index; nothing where the year is not known."""
    return "" if value is None else number(value, "en")


def discount_page() -> str:
    """Every discount rate with its bands, dates and source."""
    return page([DISCOUNT_HEAD, *(schedule(each.name, each.value) for each in known().find(section="discount_schedules"))])


def schedule(name: str, rates: object) -> str:
    """One schedule of discount rates."""
    assert isinstance(rates, DiscountSchedule)
    facts = [
        ("decided", both(rates.decided)),
        ("source", ", ".join(each for each in (sourced(rates), quality(rates)) if each)),
        ("note", in_english(rates.note)),
    ]
    bands = table(("years", "rate a year"), [(code(band), percent(rate, "en")) for band, rate in rates.rates.items()])
    return f"## {name}\n\n{both(rates.label)}\n\n{bands}\n{lines(facts)}"
