"""Whom the programme is for, and what changes for those it helps."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from annotated_types import Len
from pydantic import AfterValidator, BeforeValidator

from som_model.scenario.calendar import ChangeSeries, SeriesOfQuantities, ShareSeries, as_series
from som_model.scenario.estimate import Figure, MaybeFigure, Quantity, Share, as_estimate, fixed
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.payers import PayersField
from som_model.scenario.quantities import (
    Boolean,
    EvidenceLevel,
    EvidenceYears,
    In,
    Key,
    Number,
    Quality,
    UnitCostKey,
    WebAddress,
    YearOrMonth,
    refusal,
)
from som_model.scenario.text import Text


def no_entries_if_null(raw: Any) -> Any:
    """A name with nothing under it holds no entries."""
    return {} if raw is None else raw


class Consequence(Frozen):
    """A change in the units one citizen uses."""

    unit_cost: UnitCostKey
    """The unit cost's key; key@2020 pins one vintage of the catalogue."""
    change: Annotated[ChangeSeries, In("units a year for one citizen")] = None
    """Change in units a year, negative = fewer; a list goes by years since entry, [-1] is once; needed by a counted line."""
    basis: Literal["success", "participant", "completer"] = "success"
    """Whom it is counted for: each success, participant or completer."""
    realisable: ShareSeries = None
    """The part of the price that leaves the budget; the unit cost's unless stated."""
    payers: PayersField = None
    """Who pays; the unit cost's payers unless stated."""
    relapse: Literal["additional"] | None = None
    """additional: relapse comes on top of a change that is a list; such a list is refused beside a relapse rate unless stated."""
    relapse_included: Boolean = False
    """In a catalogue: the change already contains relapse, as SØM's do."""
    counted: Boolean = True
    """false: shown without an amount."""
    title: Text | None = None
    """What readers see; the name unless stated."""
    source: str | None = None
    """Where the change was read."""
    quality: Quality | None = None
    """How good the change is: published, local, expert, assumed or implied."""
    evidence: EvidenceLevel | None = None
    """Level of evidence: 1 meta-analysis or trial, 2 comparison group, 3 before and after; SØM has these three."""
    evidence_years: EvidenceYears | None = None
    """Years for which the change has been followed."""


def _list_only(raw: Any) -> Any:
    if not isinstance(raw, list):
        raise refusal("list_expected")
    return tuple(raw)


Consequences = Annotated[Mapping[Key, Consequence], AfterValidator(Named), BeforeValidator(no_entries_if_null)]


class TargetGroup(Frozen):
    """Whom the programme is for."""

    title: Text | None = None
    """What readers see; the name unless stated."""
    definition: Annotated[str, In("key of a target group of a catalogue")] | None = None
    """Key of a target group in the catalogue: its texts, law and success measure; none unless stated."""
    size: Annotated[MaybeFigure[Quantity], In("citizens")] = None
    """Citizens in the group, taking part or not."""
    participants: Annotated[SeriesOfQuantities, In("citizens a year"), BeforeValidator(as_series)]
    """Citizens who start, per calendar year."""
    from_year: YearOrMonth | None = None
    """First year or month ('2017-10') with participants; the programme's unless stated."""
    to_year: YearOrMonth | None = None
    """Last year or month with participants; the programme's unless stated."""
    completion_rate: Figure[Share] = fixed(Share, 1.0)
    """Share of participants who complete."""
    rates_measured_on: Literal["completers", "participants"] = "completers"
    """Whom the success rate is measured on."""
    success_rate: MaybeFigure[Share] = None
    """Share who reach the success measure with the programme; needed by a line counted for each success."""
    baseline_rate: Figure[Share] = fixed(Share, 0.0)
    """Share who would reach it without the programme; 0 when the success rate is net, as SØM's."""
    relapse_rate: Annotated[Figure[Share], In("share a year, 0-1")] = fixed(Share, 0.0)
    """Share of those helped who relapse each year."""
    effect_since_entry: (
        Annotated[tuple[Annotated[Share, BeforeValidator(as_estimate)], ...], Len(1, 60), BeforeValidator(_list_only)] | None
    ) = None
    """Share of the successes for whom the effect is left, by year since entry; the relapse rate's unless stated."""
    attrition_rate: Annotated[Figure[Share], In("share a year, 0-1")] = fixed(Share, 0.0)
    """Share of those helped who die or move away each year."""
    first_year_share: Figure[Share] = fixed(Share, 1.0)
    """Share of a year's effect that falls in the entry year; 1 as in SØM."""
    consequences: Consequences = Named({})
    """What changes: one line for each unit."""


InItsUnit = Annotated[Number, In("what `unit` says")]


class GroupFact(Frozen):
    """One figure known about a target group: its size, what happens without help, what a method achieved."""

    label: Text
    """What the figure counts."""
    tells: Literal["size", "baseline", "effect", "use", "cost"]
    """What it is good for: the group's size, its outcome without the programme, a method's effect, its use of units, its cost."""
    value: InItsUnit | None = None
    """The figure; left out where only a range is known."""
    low: InItsUnit | None = None
    """Lower end of a range."""
    high: InItsUnit | None = None
    """Upper end of a range."""
    unit: str
    """What the figure is in: persons, percent, days, kr."""
    year: str | None = None
    """The year or years it is of."""
    source: str
    """Where the figure was read."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality
    """How good the figure is: published, local, expert, assumed or implied."""
    note: Text | None = None
    """Anything else the reader should know of the figure."""


class GroupDefinition(Frozen):
    """A target group of a catalogue."""

    label: Text | None = None
    """The group's name."""
    definition: Text | None = None
    """Who belongs to it."""
    law: str | None = None
    """The law its services are granted under."""
    success_measure: Text | None = None
    """What counts as a success."""
    success_measure_quality: Quality | None = None
    """published where the measure was read, assumed where it is proposed by us."""
    usual_payers: Text | None = None
    """Who usually pays for the group."""
    source: str | None = None
    """Where the definition was read."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality | None = None
    """How good the definition is."""
    note: Text | None = None
    """Anything else the reader should know of the group."""
    facts: Annotated[Mapping[Key, GroupFact], AfterValidator(Named), BeforeValidator(no_entries_if_null)] = Named({})
    """What is known of the group's size, baseline, effect and use, each figure with its source."""
    consequences: Consequences = Named({})
    """Consequences worth looking at; those with a change are used by a group that writes none."""
