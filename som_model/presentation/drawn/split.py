"""What a chart of the public purse says below itself of each payer, and of citizens."""

from __future__ import annotations

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.drawn.scale import Scale, scale_for
from som_model.projection.projection import Projection
from som_model.wording.parties import PUBLIC_PAYERS
from som_model.wording.table import Language, label, phrase


def split(projection: Projection, scale: Scale) -> str:
    """Accumulated net of each public payer: 'kommune −0,40, region 0,90, stat 0,00 mio. kr.'"""
    amounts = projection.accumulated_net_by_payer
    named = ((label(payer, scale.language).lower(), amounts[payer]) for payer in PUBLIC_PAYERS)
    return "; ".join(f"{name} {scale.say_with_unit(amount)}" for name, amount in named)


def citizen_note(projection: Projection, language: Language) -> tuple[str, ...]:
    """A citizen's amount over the whole period, where there is one; it stands in no total."""
    amount = projection.accumulated_net_by_payer.get("citizen", 0.0)
    if abs(amount) < HALF_OERE:
        return ()
    return (phrase("citizen_beside_total", language).format(amount=scale_for([amount], language).say_with_unit(amount)),)
