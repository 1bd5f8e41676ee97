"""Who gains and who pays, year by year."""

from __future__ import annotations

from som_model.presentation.drawn.columns import Layer, columns, scale_of_columns
from som_model.presentation.drawn.sheet import Caption, Chart, subtitle
from som_model.presentation.drawn.split import citizen_note
from som_model.presentation.style import PAYER_FILLS
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.parties import PUBLIC_PAYERS
from som_model.wording.table import label, phrase


def by_payer(projection: Projection, language: Language = "da") -> Chart:
    """Net of municipality, region and state stacked by year; citizens, who are in no total, below."""
    layers = [Layer(label(payer, language), projection.net[i], PAYER_FILLS[payer]) for i, payer in enumerate(PUBLIC_PAYERS)]
    scale = scale_of_columns(layers, language)
    shown = phrase("by_payer_title", language)
    caption = Caption(
        full_title(projection.scenario, language),
        subtitle(f"{shown}: {phrase('net', language).lower()}", projection, scale, "positive_is_gain"),
        citizen_note(projection, language),
    )
    return columns(caption, projection.years, layers, scale).figure
