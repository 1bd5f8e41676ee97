"""Scenarios side by side, and what sets them apart by payer and year."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from som_model.errors import SomError, UnknownName
from som_model.projection.projection import Projection, project
from som_model.resolved.titles import scenario_title, variant_title
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import Language

if TYPE_CHECKING:
    from som_model.analysis.drivers.driver import Drivers


@dataclass(frozen=True, repr=False)
class Comparison(ShownInNotebooks):
    """Projections side by side, in the order given."""

    projections: tuple[Projection, ...]
    """The projections; a comparison can also be indexed and looped over."""
    reference: int | None = None
    """Index of the projection the others are set against; None when there is none."""

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years of the first. With a reference they are the same for all; without one they may differ."""
        return self.projections[0].years

    def titles(self, language: Language = "da") -> list[str]:
        """What readers see as the name of each: the variant alone when all are of one scenario."""
        scenarios = [projection.scenario for projection in self.projections]
        one = len({scenario.name for scenario in scenarios}) == 1
        titles = [variant_title(scenario, language) for scenario in scenarios]
        if one and len(set(titles)) == len(titles):
            return titles
        return [
            title if scenario.variant is None else f"{scenario_title(scenario, language)}: {title}"
            for scenario, title in zip(scenarios, titles, strict=True)
        ]

    def difference(self, index: int) -> NDArray[np.float64]:
        """Net of one projection less that of the reference, kr. (public payer, year). Needs a reference."""
        if self.reference is None:
            raise ValueError("a difference needs a reference: compare(scenarios, reference=…)")
        net, of_reference = (projection.net[projection.public] for projection in (self[index], self[self.reference]))
        return net - of_reference

    def drivers(self, index: int) -> Drivers:
        """What drives that difference, assumption by assumption and line by line: the largest first, kr.

        They sum to the difference in every year for every payer. Figures that both scenarios count with are put in
        the place of the reference's; each one's part is its mean over the orders in which that may be done
        (Shapley 1953; Shorrocks 2013, Journal of Economic Inequality 11). The rest is the lines that only one of
        them counts, and what else sets lines of both apart. Computed when it is asked for. Needs a reference.
        """
        from som_model.analysis.drivers.explanation import explained

        if self.reference is None:
            raise ValueError("drivers need a reference: compare(scenarios, reference=…)")
        at = range(len(self))[index]
        if at not in self._explained:
            self._explained[at] = explained(self.projections[self.reference], self.projections[at])
        return self._explained[at]

    @cached_property
    def _explained(self) -> dict[int, Drivers]:
        """Those that have been asked for."""
        return {}

    def __len__(self) -> int:
        return len(self.projections)

    def __iter__(self) -> Iterator[Projection]:
        return iter(self.projections)

    def __getitem__(self, index: int) -> Projection:
        return self.projections[index]

    def __repr__(self) -> str:
        return f"<Comparison of {len(self)}: {'; '.join(self.titles())}>"


def compare(scenarios: Sequence[Scenario], reference: Scenario | str | None = None) -> Comparison:
    """Project scenarios side by side.

    reference: the scenario, or the name of the variant, that the others are set against.
    Raises SomError when there are none, or when a reference is given and years or price years differ
    (amounts could not be set against each other), UnknownName for a reference that is not among the
    scenarios, MissingFigures as project does.
    """
    listed = [] if isinstance(scenarios, Scenario) else list(scenarios)
    if isinstance(scenarios, Scenario) or not all(isinstance(scenario, Scenario) for scenario in listed):
        raise TypeError("compare takes a list of Scenarios (read_scenarios gives one)")
    if not listed:
        raise SomError(Message.of("nothing_to_compare"))
    projections = tuple(project(scenario) for scenario in listed)
    if reference is None:
        return Comparison(projections)
    for place, scenario in enumerate(listed):
        if scenario == reference or reference in (scenario.variant, scenario.name if scenario.variant is None else None):
            compared = Comparison(projections, place)
            same_axes(compared)
            return compared
    name = (
        reference if isinstance(reference, str) else getattr(reference, "variant", None) or getattr(reference, "name", reference)
    )
    raise UnknownName(Message.of("unknown_reference", name=str(name), known=tuple(s.variant or s.name for s in listed)))


def same_axes(compared: Comparison) -> None:
    """Raise SomError where the projections cannot share an axis: other years, or another price year."""
    scenarios = [projection.scenario for projection in compared]
    if len({(scenario.period, scenario.price_year) for scenario in scenarios}) > 1:
        names = tuple(dict.fromkeys(scenario.name for scenario in scenarios))
        raise SomError(Message.of("different_periods", names=names))
