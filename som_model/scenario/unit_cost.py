"""The price of one unit, the price indices that move it between years, and schedules of discount rates."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from som_model.scenario.calendar import AmountSeries, ShareSeries
from som_model.scenario.estimate import Figure, MaybeFigure, Rate, fixed
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.payers import PayersField
from som_model.scenario.quantities import Area, Boolean, Fraction, In, Positive, Quality, SeriesKey, WebAddress, Year, refusal
from som_model.scenario.text import Text
from som_model.wording.table import label

UNITS = ("bed_day", "day", "night", "week", "month", "year", "admission", "place", "hour", "visit", "course")

DANISH = {"dag": "day", "dage": "day", "overnatning": "night", "overnatninger": "night"}
"""Other Danish words for a unit."""


def unit_key(unit: str | None) -> str | None:
    """'døgn' is a day, 'sengedage' are bed_day; the unit as written where it has no such name."""
    written = (unit or "").casefold()
    named = (key for key in UNITS for form in (f"one_{key}", f"unit_{key}") if label(form, "da").casefold() == written)
    return next(named, DANISH.get(written, unit))


class UnitCost(Frozen):
    """The price of one unit, in kr. of its price year."""

    amount: Annotated[AmountSeries, In("kr. per unit")] = None
    """Price of one unit in kr.; a calendar value read in the year of use; needed by a line that is counted."""
    unit: str | None = None
    """What one unit is: bed_day, hour, year."""
    price_year: Year | None = None
    """The year whose prices the amount is in; the scenario's unless stated."""
    index: SeriesKey | None = None
    """The price index that moves it to the scenario's price year; the scenario's price_index unless stated."""
    real_growth: Figure[Rate] = fixed(Rate, 0.0)
    """Yearly growth beyond the index, counted from the scenario's price year."""
    kind: Literal["expense", "income"] = "expense"
    """expense, or income (a tax): fewer units of an income are a loss."""
    payers: PayersField = None
    """Who pays: shares that sum to 1, by year if need be, or a payer rule; needed by a line that does not say who pays."""
    payers_basis: Literal["law", "source", "unknown"] | None = None
    """What the split rests on: a law, the source's own words, or nothing known."""
    realisable: ShareSeries = None
    """The part of the price that leaves the budget; 1 unless stated."""
    law: str | None = None
    """The law the unit is granted under."""
    account: str | None = None
    """Account in the municipal chart of accounts, as text."""
    account_quality: Quality | None = None
    """How sure the account is: published where it was read, assumed where it is from memory."""
    area: Area | None = None
    """Budget area: service, transfers, capital, co_financing or other."""
    committee: str | None = None
    """The political committee whose budget it is."""
    label: Text | None = None
    """What readers see; the key unless stated."""
    topic: str | None = None
    """Subject in the catalogue: health, housing, justice."""
    taxable: Boolean | None = None
    """Whether the unit is a taxable transfer."""
    source: str | None = None
    """Where the price was read."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality | None = None
    """How good the price is: published, local, expert, assumed or implied."""
    note: Text | None = None
    """Anything else the reader should know of the price."""


def _index_value(raw: Any) -> Any:
    if isinstance(raw, dict | list):
        raise refusal("one_number_not_list")
    return raw


def _known(values: Mapping[int, float | None]) -> Mapping[int, float | None]:
    if values and all(value is None for value in values.values()):
        raise refusal("no_known_year")
    return values


class PriceSeries(Frozen):
    """A price index: one value a year, null where the year is not known."""

    values: Annotated[
        Mapping[Year, Annotated[Positive | None, BeforeValidator(_index_value)]],
        In("index points by year"),
        AfterValidator(_known),
        AfterValidator(Named),
        Field(min_length=1),
    ]
    """The index by year; null is a gap that cannot be converted across."""
    partial: Annotated[Mapping[Year, Text], AfterValidator(Named)] = Named({})
    """Years known only in part, each with what is known."""
    label: Text | None = None
    """What readers see; the key unless stated."""
    base: str | None = None
    """The year set to 100."""
    source: str | None = None
    """Who publishes it."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality | None = None
    """How good the series is: published, local, expert, assumed or implied."""
    note: Text | None = None
    """Anything else the reader should know of the series."""


def _named_series(raw: Any) -> Any:
    return {"series": raw} if isinstance(raw, str) else raw


class PriceIndex(Frozen):
    """The scenario's price index, and the yearly rates assumed beyond its ends."""

    series: SeriesKey = "net_price_index"
    """Name of the series."""
    before: MaybeFigure[Rate] = None
    """Yearly rate assumed before the series begins; needed where an amount is of an earlier year."""
    after: MaybeFigure[Rate] = None
    """Yearly rate assumed after the series ends; needed where an amount is moved to or from a later year."""

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [{"type": "string"}, handler.resolve_ref_schema(handler(schema))]}


PriceIndexField = Annotated[PriceIndex, BeforeValidator(_named_series)]


def _bands(raw: Any) -> Any:
    if raw in ({}, None):
        raise refusal("no_bands")
    return raw


def _band(band: str) -> str:
    if not re.fullmatch(r"[0-9]{1,4}-([0-9]{1,4})?", band):
        raise refusal("band_form", band=band)
    return band


class DiscountSchedule(Frozen):
    """Discount rates that fall with time, as decided at a date."""

    rates: Annotated[
        Mapping[Annotated[str, AfterValidator(_band)], Fraction],
        In("share a year, 0-1, by band of years"),
        AfterValidator(Named),
        BeforeValidator(_bands),
    ]
    """Rate by band of years since the base year: {'0-35': 0.035, '36-70': 0.025, '71-': 0.015}."""
    decided: Text | None = None
    """When it was decided, and until when it held."""
    label: Text | None = None
    """What readers see; the key unless stated."""
    source: str | None = None
    """Where the rates were read."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality | None = None
    """How good the rates are."""
    note: Text | None = None
    """Anything else the reader should know of the schedule."""

    def rate(self, years_since_base: int) -> float:
        """The rate of year i since the base year; the last band holds beyond its end."""
        for band, rate in self.rates.items():
            first, _, last = band.partition("-")
            if int(first) <= years_since_base <= int(last or 10_000):
                return rate
        return tuple(self.rates.values())[-1]
