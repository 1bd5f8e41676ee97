"""How a comparison shows itself in a notebook: accumulated net of each projection, in Danish."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.projection.projection import Projection
from som_model.wording.html import table_html
from som_model.wording.numbers import number
from som_model.wording.parties import PUBLIC_PAYERS
from som_model.wording.table import Language, label, phrase


def comparison_html(titles: Sequence[str], projections: Sequence[Projection], language: Language = "da") -> str:
    """Accumulated net by payer, a row for each projection, in whole kr."""
    header = [
        "",
        *(label(payer, language) for payer in PUBLIC_PAYERS),
        phrase("public_total", language),
        phrase("payback_year", language),
    ]
    rows = [
        [
            title,
            *(number(float(amounts.sum()), language, 0) for amounts in projection.net[:3]),
            number(projection.accumulated_net, language, 0),
            str(projection.payback_year or phrase("payback_never", language)),
        ]
        for title, projection in zip(titles, projections, strict=True)
    ]
    unit = phrase("price_level", language).format(unit=phrase("kr", language), price_year=projections[0].scenario.price_year)
    return table_html(
        f"{phrase('accumulated_net', language)}, {projections[0].years[0]}-{projections[0].years[-1]}, {unit}", header, rows
    )
