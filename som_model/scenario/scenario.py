"""Everything assumed for one calculation, its variants and correlations, and the record of what it was read from."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, Protocol, Self

from annotated_types import Ge, Le, Len
from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, PrivateAttr, Tag

from som_model.errors import Notice, Place
from som_model.scenario.calendar import Period
from som_model.scenario.estimate import Share, as_estimate
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.line import Line
from som_model.scenario.payer_law import PayerLaw
from som_model.scenario.programme import Programme
from som_model.scenario.prudence import Prudence
from som_model.scenario.quantities import In, Key, Name, PriceKey, Year, read_number, refusal
from som_model.scenario.target_group import GroupDefinition, TargetGroup, no_entries_if_null
from som_model.scenario.text import Text
from som_model.scenario.unit_cost import DiscountSchedule, PriceIndex, PriceIndexField, PriceSeries, UnitCost

LANGUAGE_VERSION = "1"


def _read_rank(raw: Any) -> float:
    rank = read_number(raw)
    if not -1 <= rank <= 1:
        raise refusal("rank_outside", raw=str(raw))
    return rank


class Correlation(Frozen):
    """Two assumptions that move together."""

    between: Annotated[
        tuple[str, ...], In("addresses"), Len(2, 2), BeforeValidator(lambda raw: tuple(raw) if isinstance(raw, list) else raw)
    ]
    """The two addresses."""
    rank: Annotated[float, In("rank correlation, -1 to 1"), Ge(-1), Le(1), BeforeValidator(_read_rank)]
    """Spearman's rank correlation, −1 to 1."""


def _frozen(value: Any) -> Any:
    """Mappings and lists all the way down, so that nothing in a scenario can change."""
    if isinstance(value, Mapping):
        return Named({key: _frozen(inner) for key, inner in value.items()})
    return tuple(_frozen(inner) for inner in value) if isinstance(value, list) else value


class Variant(Frozen):
    """A named set of changed assumptions."""

    title: Text | None = None
    """What readers see; the name unless stated."""
    set: Annotated[Mapping[str, Any], In("values by address"), AfterValidator(_frozen)]
    """Address: new value; a number replaces the value, a mapping the whole; {} is the scenario as it is written."""


def _version(raw: Any) -> Any:
    if raw != LANGUAGE_VERSION:
        raise refusal("language_version", raw=str(raw) if isinstance(raw, str) else "", write=LANGUAGE_VERSION)
    return raw


def _rate_or_schedule(raw: Any) -> str:
    """A number or an estimate is a rate; any other text names a schedule."""
    return "schedule" if isinstance(raw, str) and raw[:1].isalpha() and raw not in ("no", "yes") else "rate"


DiscountRate = Annotated[
    Annotated[Share, BeforeValidator(as_estimate), Tag("rate")] | Annotated[str, Tag("schedule")],
    In("share a year, 0-1, or the name of a schedule"),
    Discriminator(_rate_or_schedule),
]


def _as_tuple(raw: Any) -> Any:
    if not isinstance(raw, list):
        raise refusal("list_expected")
    return tuple(raw)


Texts = Annotated[tuple[Text, ...], BeforeValidator(_as_tuple)]


class Source(Protocol):
    """What a scenario was read from, and can be read from again with changes."""

    def vary(self, changes: Mapping[str, Any], shown: str = "vary") -> "Scenario":
        """The scenario with changes; `shown` names where they were written."""
        ...

    def files(self) -> tuple[Path, ...]:
        """Every file that was read: the scenario's own and its catalogues."""
        ...

    def definition(self, group: str) -> GroupDefinition | None:
        """The catalogue's definition of a target group."""
        ...

    def place(self, address: str) -> Place:
        """Where an address is written."""
        ...


@dataclass(frozen=True)
class Record:
    """Where a scenario was read, what it took from catalogues, and what the reader should know."""

    file: str
    variant: str | None
    changed: tuple[tuple[str, str], ...]
    """(address, new value as written) of what was set on top of the file and its variant."""
    source: Source
    references: Mapping[str, str]
    schedule: DiscountSchedule | None
    payer_rules: Mapping[str, PayerLaw]
    """The dated law of every payer rule the scenario names."""
    catalogue_version: str
    input_sha256: str
    notices: tuple[Notice, ...]


class Scenario(Frozen):
    """Everything assumed for one calculation: a frozen value, read from YAML.

    Unit costs, indices and definitions that the scenario takes from a catalogue stand in it,
    so a projection needs nothing else.
    """

    som: Annotated[Literal["1"], BeforeValidator(_version)]
    """Version of the scenario language."""
    name: Name
    """Short name: a-z 0-9 _ (æøå allowed)."""
    title: Text | None = None
    """What readers see; the name unless stated."""
    organisation: str | None = None
    """Whose calculation it is."""
    notes: Text | None = None
    """What is published, what is assumed, what is implied."""
    period: Period
    """The calendar years shown."""
    price_year: Year
    """The year whose prices every result is in."""
    discount_rate: DiscountRate
    """0, a number, or the name of a dated schedule."""
    price_index: PriceIndexField = PriceIndex.model_construct(series="net_price_index", before=None, after=None)
    """The price index, and the yearly rates assumed beyond its ends; net_price_index unless stated."""
    rules_as_of: Year | None = None
    """One year whose payer rules hold throughout; each year's own unless stated."""
    catalogues: Annotated[tuple[str, ...], In("names of files"), BeforeValidator(_as_tuple)] = ()
    """Own catalogue files, relative to this file."""
    catalogue: Annotated[str, In("version, year.number"), Field(pattern=r"^\d{4}\.\d+$")] | None = None
    """Version of the catalogue the scenario was written for; any unless stated."""
    not_counted: Texts = ()
    """Effects that are expected but not counted."""
    target_groups: Annotated[Mapping[Key, TargetGroup], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """Whom the programme is for."""
    programme: Annotated[Programme, BeforeValidator(no_entries_if_null)] = Programme.model_construct()
    """What is done."""
    prudence: Prudence | None = None
    """An allowance for optimism, shown as its own line; none unless stated."""
    unit_costs: Annotated[Mapping[PriceKey, UnitCost], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """Prices of one unit; a whole local entry replaces the catalogue's."""
    indices: Annotated[Mapping[Key, PriceSeries], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """Own price indices."""
    correlations: Annotated[tuple[Correlation, ...], BeforeValidator(_as_tuple)] = ()
    """Assumptions that move together."""
    variants: Annotated[Mapping[Key, Variant], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """Named sets of changed assumptions."""

    _record: Record = PrivateAttr()
    _lines: Mapping[str, Line] | None = PrivateAttr(None)

    @property
    def record(self) -> Record:
        """Where the scenario was read, what it took from catalogues, and what the reader should know."""
        return self._record

    @property
    def variant(self) -> str | None:
        """The variant this is; None for the base."""
        return self._record.variant

    @property
    def lines(self) -> tuple[Line, ...]:
        """Every line with what it refers to, counted or not: consequences, staffing, costs, saved alternative, funding."""
        return tuple(self._by_address.values())

    @property
    def _by_address(self) -> Mapping[str, Line]:
        if self._lines is None:
            raise RuntimeError("a copy made without vary has no lines; change a scenario with vary, or call resolve_lines")
        return self._lines

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy that is not validated again and whose lines are not resolved yet (resolved.lines.resolve_lines)."""
        copy = super().model_copy(update=update, deep=deep)
        copy._lines = None
        return copy

    def line(self, address: str) -> Line:
        """The line at an address, or that the address lies in. Raises KeyError where there is none."""
        steps = address.split(".")
        return self._by_address[".".join(steps[: 4 if steps[0] == "target_groups" else 3])]

    def unit_cost(self, reference: str) -> UnitCost:
        """The unit cost that a line's reference (key or key@year) stands for. Raises KeyError where there is none."""
        return self.unit_costs[self._record.references.get(reference, reference)]

    def __repr__(self) -> str:
        variant = f", variant={self._record.variant!r}" if self._record.variant else ""
        return f"<Scenario {self.name!r}{variant}, {self.period.start}-{self.period.last}>"

    def vary(self, changes: Mapping[str, Any]) -> "Scenario":
        """A validated copy with some assumptions changed.

        changes: address → new value, in the units of the field (a rate as a share, an amount in kr.).
        A number replaces the value and drops what was known of it, with a notice; a mapping
        replaces the whole. Raises ScenarioError with every finding.
        """
        return self._record.source.vary(changes)
