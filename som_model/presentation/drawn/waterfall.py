"""From cost to net, step by step: first what the programme costs, then what each consequence adds or takes."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.presentation.described.waterfall import Part, parts, whose
from som_model.presentation.drawn.scale import Scale, scale_for
from som_model.presentation.drawn.sheet import Caption, Chart, subtitle
from som_model.presentation.drawn.split import citizen_note
from som_model.presentation.drawn.steps import Level, Step, parted, rounds_apart, steps
from som_model.presentation.style import COST, PRUDENCE
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.parties import TOTAL
from som_model.wording.table import phrase


def waterfall(projection: Projection, language: Language = "da", payer: str = TOTAL) -> Chart:
    """A bar for each step, starting where the one above ended; the last is the net they lead to.

    payer: whose; the public purse in total unless given.
    """
    listed = parts(projection, language, payer)
    net = projection.accumulated_net_by_payer[payer]
    scale = scale_for([net, *(part.amount for part in listed), *_reached(listed)], language)
    rows = [*_steps(listed, scale), Level(phrase("net", language), net)]
    years = {"first": projection.years[0], "last": projection.years[-1]}
    shown = phrase("waterfall_shown", language).format(whose=whose(payer, language).lower(), **years)
    apart = rounds_apart([row.amount for row in rows[:-1]], net, scale)
    notes = (
        *(citizen_note(projection, language) if payer == TOTAL else ()),
        *((phrase("drivers_rounded", language),) if apart else ()),
    )
    caption = Caption(full_title(projection.scenario, language), subtitle(shown, projection, scale, "accumulated_sign"), notes)
    return steps(caption, rows, scale).figure


def _reached(listed: list[Part]) -> Iterator[float]:
    reached = 0.0
    for part in listed:
        reached += part.amount
        yield reached


def _steps(listed: list[Part], scale: Scale) -> Iterator[Step]:
    """Each part from where the one before it ended; the smallest consequences of many as one."""
    language, reached = scale.language, 0.0
    shown, gathered = parted([part for part in listed if part.kind == "consequences"], lambda part: part.amount, scale)
    if gathered:
        name = phrase("waterfall_other", language).format(count=len(gathered))
        shown.append(Part("consequences", name, sum(part.amount for part in gathered)))
    if not shown:
        shown.append(Part("consequences", phrase("waterfall_none", language), 0.0))
    fills = {"programme_cost": COST, "prudence": PRUDENCE}
    first, last = ([part for part in listed if part.kind == kind] for kind in fills)
    for part in (*first, *shown, *last):
        yield Step(part.name, reached + part.amount, reached, bold=False, own_fill=fills.get(part.kind))
        reached += part.amount
