"""What is done: posts, costs, the alternative that is saved, and funding."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import AfterValidator, BeforeValidator

from som_model.scenario.calendar import AmountSeries, QuantitySeries
from som_model.scenario.estimate import Amount, Figure, MaybeFigure, Overhead, PositiveQuantity, Quantity, Rate, fixed
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.payers import PayersField
from som_model.scenario.quantities import Area, Boolean, Category, Key, Quality, Year, YearOrMonth, refusal
from som_model.scenario.target_group import no_entries_if_null
from som_model.scenario.text import Text

FULL_TIME_HOURS = 37.0

Party: TypeAlias = Literal["municipality", "region", "state", "citizen", "outside"]
PER_PERSON = ("participant", "completer")
"""Bases whose amounts go by years since entry."""

Basis: TypeAlias = Literal["once", "year", "participant", "completer"]


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
    index: str | None = None
    """The price index that moves them to the scenario's price year."""
    real_growth: Figure[Rate] = fixed(Rate, 0.0)
    """Yearly growth beyond the index, counted from the scenario's price year."""
    from_year: YearOrMonth | None = None
    """First year or month ('2017-10'); the programme's unless stated."""
    to_year: YearOrMonth | None = None
    """Last year or month; the programme's unless stated."""
    payers: PayersField = None
    """Who pays; the unit cost's payers or the programme's unless stated."""
    target_groups: Annotated[tuple[str, ...], BeforeValidator(_names)] | None = None
    """The target groups it serves; all unless stated."""
    account: str | None = None
    """Account in the municipal chart of accounts, as text."""
    area: Area | None = None
    """Budget area: service, transfers, capital, co_financing or other."""
    committee: str | None = None
    """The political committee whose budget it is."""
    title: Text | None = None
    """What readers see instead of the name."""
    source: str | None = None
    """Where the amounts were read."""
    quality: Quality | None = None
    """How good the amounts are: published, local, expert, assumed or implied."""
    counted: Boolean = True
    """false: shown without an amount."""


class Post(ProgrammeLine):
    """A post, by its cost a year or by salary and hours."""

    hours_per_week: QuantitySeries = None
    """Hours a week; annual_salary needs one of hours_per_week and fte, annual_cost takes one as information."""
    fte: QuantitySeries = None
    """Full-time posts; annual_salary needs one of hours_per_week and fte, annual_cost takes one as information."""
    full_time_hours: Figure[PositiveQuantity] = fixed(PositiveQuantity, FULL_TIME_HOURS)
    """Hours a week of a full-time post; 37 unless stated."""
    annual_cost: AmountSeries = None
    """The post's cost for a whole year in kr., final: hours and overhead never touch it."""
    annual_salary: AmountSeries = None
    """Salary of one full-time post for a year, kr."""
    overhead: Figure[Overhead] = fixed(Overhead, 0.0)
    """Overhead on the salary: 0.2 for 20 %."""
    citizen_hours_per_year: MaybeFigure[Quantity] = None
    """Hours with citizens a year in a full-time post."""
    hours_per_participant: MaybeFigure[PositiveQuantity] = None
    """Hours one participant takes."""


class CostLine(ProgrammeLine):
    """An amount, or units at a unit cost, on a basis."""

    amount: AmountSeries = None
    """Kr. on the basis; a list on participant or completer goes by years since entry."""
    unit_cost: str | None = None
    """The unit cost's key, instead of an amount."""
    units: QuantitySeries = None
    """Units of the unit cost on the basis."""
    basis: Basis | None = None
    """once, or for each year, participant or completer."""
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

    paid_by: Party
    """Who pays: a payer, or outside."""
    received_by: Party
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
    """Who pays the lines that do not say."""
    staffing: Posts = Named({})
    """The posts."""
    costs: Costs = Named({})
    """Costs other than posts."""
    saved_alternative: Costs = Named({})
    """What would have been done otherwise and is saved."""
    funding: Fundings = Named({})
    """Money moved between payers or from outside."""
