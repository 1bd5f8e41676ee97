"""One payer's net by budget area, year by year."""

from __future__ import annotations

from som_model.errors import UnknownName
from som_model.presentation.described.by_area import net_by_area
from som_model.presentation.drawn.columns import Layer, columns, scale_of_columns
from som_model.presentation.drawn.sheet import Caption, Chart, subtitle
from som_model.presentation.style import AREA_FILLS
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.parties import PAYERS, Payer
from som_model.wording.table import label, phrase


def by_area(projection: Projection, language: Language = "da", payer: Payer = "municipality") -> Chart:
    """The areas stacked by year; raises UnknownName for a payer that does not exist."""
    if payer not in PAYERS:
        raise UnknownName(Message.of("unknown_payer", name=payer, known=PAYERS))
    layers = [Layer(label(area, language), amounts, AREA_FILLS[area]) for area, amounts in net_by_area(projection, payer).items()]
    scale = scale_of_columns(layers, language)
    shown = phrase("by_area_title", language).format(payer=label(payer, language))
    caption = Caption(
        full_title(projection.scenario, language),
        subtitle(shown, projection, scale, "positive_is_gain"),
    )
    return columns(caption, projection.years, layers, scale).figure
