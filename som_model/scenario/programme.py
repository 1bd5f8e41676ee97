"""What is done: posts, costs, the alternative that is saved, and funding."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator

from som_model.scenario.calendar import AmountSeries, QuantitySeries
from som_model.scenario.estimate import Amount, Figure, MaybeFigure, Overhead, PositiveQuantity, Quantity, Rate, fixed
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.payers import PayersField
from som_model.scenario.quantities import (
    Area,
    Boolean,
    Category,
    In,
    Key,
    Quality,
    SeriesKey,
    UnitCostKey,
    Year,
    YearOrMonth,
    refusal,
)
from som_model.scenario.target_group import no_entries_if_null
from som_model.scenario.text import Text
from som_model.wording.parties import PAYERS

FULL_TIME_HOURS = 37.0

OUTSIDE = "outside"
"""A giver or receiver that keeps no row."""

if TYPE_CHECKING:
    MoneyFrom: TypeAlias = str
else:
    MoneyFrom = Literal[*PAYERS, OUTSIDE]
PER_PERSON = ("participant", "completer")
"""Bases whose amounts go by years since entry."""

CostBasis: TypeAlias = Literal["once", "year", "participant", "completer"]


def _names(raw: Any) -> Any:
    if not isinstance(raw, list):
        raise refusal("list_of_names", write=f"[{raw}]" if isinstance(raw, str) else "[…]")
    if not raw:
        raise refusal("list_of_names", write="[…]")
    return tuple(raw)


class ProgrammeLine(Frozen):
    """What every line of a programme may state."""

    price_year: Year | None = None
    """The year whose prices the amounts are in; the scenario's unless stated."""
    index: SeriesKey | None = None
    """The price index that moves them to the scenario's price year; the scenario's price_index unless stated."""
    real_growth: Figure[Rate] = fixed(Rate, 0.0)
    """Yearly growth beyond the index, counted from the scenario's price year."""
    from_year: YearOrMonth | None = None
    """First year or month ('2017-10'); the programme's unless stated."""
    to_year: YearOrMonth | None = None
    """Last year or month; the programme's unless stated."""
    payers: PayersField = None
    """Who pays; a rule only beside unit_cost; the unit cost's payers or the programme's unless stated."""
    target_groups: Annotated[tuple[str, ...], In("names of target groups"), BeforeValidator(_names)] | None = None
    """The target groups it serves; all unless stated."""
    account: str | None = None
    """Account in the municipal chart of accounts, as text."""
    area: Area | None = None
    """Budget area: service, transfers, capital, co_financing or other."""
    committee: str | None = None
    """The political committee whose budget it is."""
    title: Text | None = None
    """What readers see; the name unless stated."""
    source: str | None = None
    """Where the amounts were read."""
    quality: Quality | None = None
    """How good the amounts are: published, local, expert, assumed or implied."""
    counted: Boolean = True
    """false: shown without an amount."""


class Post(ProgrammeLine):
    """A post, by its cost a year or by salary and hours."""

    payers: PayersField = None
    """Who pays, as shares; the programme's unless stated."""
    hours_per_week: Annotated[QuantitySeries, In("hours a week")] = None
    """Hours a week, only information beside annual_cost; needed with annual_salary unless fte is there."""
    fte: Annotated[QuantitySeries, In("full-time posts")] = None
    """Full-time posts, only information beside annual_cost; needed with annual_salary unless hours_per_week is there."""
    full_time_hours: Annotated[Figure[PositiveQuantity], In("hours a week")] = fixed(PositiveQuantity, FULL_TIME_HOURS)
    """Hours a week of a full-time post; 37 unless stated."""
    annual_cost: Annotated[AmountSeries, In("kr. a year")] = None
    """The post's cost for a whole year in kr., final: hours and overhead never touch it; needed unless annual_salary is there."""
    annual_salary: Annotated[AmountSeries, In("kr. a year")] = None
    """Salary of one full-time post for a year, kr.; needed unless annual_cost is there."""
    overhead: Figure[Overhead] = fixed(Overhead, 0.0)
    """Overhead on the salary: 0.2 for 20 %."""
    citizen_hours_per_year: Annotated[MaybeFigure[Quantity], In("hours a year")] = None
    """Hours with citizens a year in a full-time post."""
    hours_per_participant: Annotated[MaybeFigure[PositiveQuantity], In("hours for one participant")] = None
    """Hours one participant takes."""


class CostLine(ProgrammeLine):
    """An amount, or units at a unit cost, on a basis."""

    amount: Annotated[AmountSeries, In("kr., on the basis")] = None
    """Kr. on the basis; a list on participant or completer goes by years since entry; needed unless unit_cost is there."""
    unit_cost: UnitCostKey | None = None
    """The unit cost's key, instead of an amount; needed unless amount is there."""
    units: Annotated[QuantitySeries, In("units, on the basis")] = None
    """Units of the unit cost on the basis; needed with unit_cost."""
    basis: CostBasis | None = None
    """once, or for each year, participant or completer; needed by a counted line."""
    year: Year | None = None
    """The year of a once amount; the programme's first unless stated."""


class Cost(CostLine):
    """A cost of the programme, or of the alternative that is saved."""

    category: Category = "operation"
    """preparation, training, operation or equipment."""
    residual_value: MaybeFigure[Amount] = None
    """What equipment is worth in the last year of the period, kr."""


class Funding(CostLine):
    """Money moved between payers, or from or to the outside."""

    paid_by: MoneyFrom
    """Who pays: a payer, or outside."""
    received_by: MoneyFrom
    """Who receives: a payer, or outside."""


Posts = Annotated[Mapping[Key, Post], AfterValidator(Named), BeforeValidator(no_entries_if_null)]
Costs = Annotated[Mapping[Key, Cost], AfterValidator(Named), BeforeValidator(no_entries_if_null)]
Fundings = Annotated[Mapping[Key, Funding], AfterValidator(Named), BeforeValidator(no_entries_if_null)]


class Programme(Frozen):
    """What is done, when, and who pays for it."""

    from_year: YearOrMonth | None = None
    """First year or month ('2017-10'); the period's first unless stated."""
    to_year: YearOrMonth | None = None
    """Last year or month; the period's last unless stated."""
    payers: PayersField = None
    """Who pays the lines that do not say, as shares; needed by a line that does not say who pays."""
    staffing: Posts = Named({})
    """The posts."""
    costs: Costs = Named({})
    """Costs other than posts."""
    saved_alternative: Costs = Named({})
    """What would have been done otherwise and is saved."""
    funding: Fundings = Named({})
    """Money moved between payers or from outside."""
