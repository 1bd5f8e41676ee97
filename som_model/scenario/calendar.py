"""Values by calendar year or by year since entry (method.md: Two time axes), the period, and months that bound a line."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, Generic, TypeAlias, TypeVar

from annotated_types import Ge, Le, Len
from pydantic import AfterValidator, BeforeValidator, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from som_model.scenario.estimate import Amount, Change, Estimate, Quantity, Share, as_estimate
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.quantities import In, Year, read_count

S = TypeVar("S", covariant=True)


class Period(Frozen):
    """The calendar years shown."""

    start: Year
    """First year shown; base year of discounting."""
    years: Annotated[int, In("years"), Ge(1), Le(40), BeforeValidator(read_count)] = 5
    """Number of years shown, at most 40."""

    @property
    def calendar(self) -> tuple[int, ...]:
        """The calendar years, first to last."""
        return tuple(range(self.start, self.start + self.years))

    @property
    def last(self) -> int:
        """The last year shown."""
        return self.start + self.years - 1


@dataclass(frozen=True, slots=True)
class Slot(Generic[S]):
    """What a series holds for one year: its place under the series' address ('' = the series itself)."""

    element: str
    value: S


def as_series(raw: Any) -> Any:
    """The written form, named: one value (null too: it is stated as unknown), a map by year, or a list."""
    if isinstance(raw, list):
        return {"each": raw}
    if isinstance(raw, dict) and any(str(key)[:1].isdecimal() for key in raw):
        return {"by_year": raw}
    return {"every": {"value": None} if raw is None else raw}


def slots(
    every: S | None, by_year: Mapping[int, S] | None, each: tuple[S, ...] | None, years: tuple[int, ...]
) -> tuple[Slot[S] | None, ...]:
    """What holds in each of the years, whichever of the three forms is written."""
    if each is not None:
        return tuple(Slot(str(year), value) for year, value in zip(years, each, strict=False))
    if by_year is None:
        return tuple(Slot("", every) if every is not None else None for _ in years)
    held: list[Slot[S] | None] = []
    for year in years:
        begun = [stated for stated in by_year if stated <= year]
        held.append(Slot(str(max(begun)), by_year[max(begun)]) if begun else None)
    return tuple(held)


class Series(Frozen):
    """A number that holds throughout, a map (each value from its year on), or a list.

    As a calendar value the list has one entry per year of the period; as a since-entry value its
    first entry is the year of entry, and there is no map.
    """

    every: Estimate | None = None
    by_year: Mapping[Year, Estimate] | None = None
    each: tuple[Estimate, ...] | None = None

    def in_years(self, years: tuple[int, ...]) -> tuple[Slot[Estimate] | None, ...]:
        """The value of each calendar year; None where a map has not begun."""
        return slots(self.every, self.by_year, self.each, years)

    def since_entry(self, horizon: int) -> tuple[Slot[Estimate] | None, ...]:
        """The value of each year since entry; None after the last entry of a list.

        One number stands in every year; a per-person cost takes it in the entry year only.
        """
        if self.each is None:
            return tuple(Slot("", self.every) if self.every is not None else None for _ in range(horizon))
        return tuple(Slot(str(k + 1), self.each[k]) if k < len(self.each) else None for k in range(horizon))

    def stated(self) -> tuple[Estimate, ...]:
        """Every figure that is written, whichever form it has."""
        return (*((self.every,) if self.every is not None else ()), *(self.by_year or {}).values(), *(self.each or ()))

    @property
    def is_list(self) -> bool:
        """Whether one entry is written for each year."""
        return self.each is not None

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        forms = handler.resolve_ref_schema(handler(schema))["properties"]
        return {"anyOf": [form for name in ("every", "by_year", "each") for form in forms[name]["anyOf"][:1]]}


class SeriesOfAmounts(Series):
    """Kr. by year."""

    every: Annotated[Amount, BeforeValidator(as_estimate)] | None = None
    by_year: Annotated[Mapping[Year, Annotated[Amount, BeforeValidator(as_estimate)]], AfterValidator(Named)] | None = None
    each: Annotated[tuple[Annotated[Amount, BeforeValidator(as_estimate)], ...], Len(1, 60), BeforeValidator(tuple)] | None = None


class SeriesOfQuantities(Series):
    """Persons, hours, posts or units by year."""

    every: Annotated[Quantity, BeforeValidator(as_estimate)] | None = None
    by_year: Annotated[Mapping[Year, Annotated[Quantity, BeforeValidator(as_estimate)]], AfterValidator(Named)] | None = None
    each: Annotated[tuple[Annotated[Quantity, BeforeValidator(as_estimate)], ...], Len(1, 60), BeforeValidator(tuple)] | None = (
        None
    )


class SeriesOfShares(Series):
    """Shares of one by year."""

    every: Annotated[Share, BeforeValidator(as_estimate)] | None = None
    by_year: Annotated[Mapping[Year, Annotated[Share, BeforeValidator(as_estimate)]], AfterValidator(Named)] | None = None
    each: Annotated[tuple[Annotated[Share, BeforeValidator(as_estimate)], ...], Len(1, 60), BeforeValidator(tuple)] | None = None


class SeriesOfChanges(Series):
    """Changes in units by year since entry."""

    every: Annotated[Change, BeforeValidator(as_estimate)] | None = None
    by_year: Annotated[Mapping[Year, Annotated[Change, BeforeValidator(as_estimate)]], AfterValidator(Named)] | None = None
    each: Annotated[tuple[Annotated[Change, BeforeValidator(as_estimate)], ...], Len(1, 60), BeforeValidator(tuple)] | None = None


AmountSeries: TypeAlias = Annotated[SeriesOfAmounts | None, BeforeValidator(as_series)]
QuantitySeries: TypeAlias = Annotated[SeriesOfQuantities | None, BeforeValidator(as_series)]
ShareSeries: TypeAlias = Annotated[SeriesOfShares | None, BeforeValidator(as_series)]
ChangeSeries: TypeAlias = Annotated[SeriesOfChanges | None, BeforeValidator(as_series)]
"""Fields that take a calendar or since-entry value; None where the field is left out."""


def first_month(stated: str) -> tuple[int, int]:
    """(year, month) with which a from_year begins."""
    year, _, month = stated.partition("-")
    return int(year), int(month or 1)


def last_month(stated: str) -> tuple[int, int]:
    """(year, month) with which a to_year ends."""
    year, _, month = stated.partition("-")
    return int(year), int(month or 12)


def months_in(year: int, first: tuple[int, int], last: tuple[int, int]) -> int:
    """Months of a calendar year from `first` to `last`, both (year, month) included."""
    begins = max(first, (year, 1))
    ends = min(last, (year, 12))
    return max(0, (ends[0] - begins[0]) * 12 + ends[1] - begins[1] + 1)


def year_weights(period: Period, from_year: str | None, to_year: str | None) -> tuple[float, ...]:
    """For each year of the period, the share of its months that lie from from_year to to_year."""
    first = first_month(from_year) if from_year else (period.start, 1)
    last = last_month(to_year) if to_year else (period.last, 12)
    return tuple(months_in(year, first, last) / 12 for year in period.calendar)
