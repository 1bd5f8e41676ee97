"""What drives the difference from a reference: a row for each assumption and line, and their sum."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from som_model.analysis.comparison import Comparison
from som_model.analysis.drivers.driver import method_notes
from som_model.errors import SomError, UnknownName
from som_model.presentation.described.amounts import in_kroner, year_columns
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.wording.language import Language
from som_model.wording.message import Message
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import label, phrase


def drivers(compared: Comparison, language: Language = "da", payer: str | None = None, of: int | None = None) -> Table:
    """The drivers of each scenario against the reference, or of one, the largest first; their sum below, kr.

    payer: whose amounts by year; over the whole period by payer unless named. of: index of the one scenario.
    Raises as `others` and `payer_named` do.
    """
    payer_named(payer)
    rows: list[tuple[Cell, ...]] = []
    sums: list[int] = []
    names = compared.titles(language)
    notes = dict.fromkeys(note for index in others(compared, of) for note in method_notes(compared.drivers(index), language))
    for index in others(compared, of):
        found = compared.drivers(index)
        for driver in found:
            said = driver.values(language) or ("", "")
            words = (names[index], driver.title(language), driver.address, phrase(f"kind_{driver.kind}", language), *said)
            rows.append((*words, *_amounts(driver.net, payer)))
        sums.append(len(rows))
        rows.append((names[index], phrase("driver_whole", language), "", "", "", "", *_amounts(found.net, payer)))
    return Table(
        name="drivers",
        title=_title(compared, language, of, payer),
        unit=". ".join((in_kroner(compared[0], language).removesuffix("."), *notes)),
        columns=(
            Column("scenario", phrase("scenario", language), "text"),
            Column("driver", phrase("driver", language), "text"),
            Column("address", phrase("review_address", language), "text"),
            Column("kind", phrase("driver_kind", language), "text"),
            Column("from", phrase("driver_from", language), "text"),
            Column("to", phrase("driver_to", language), "text"),
            *(_by_payer(language) if payer is None else year_columns(compared[0], language)),
        ),
        rows=tuple(rows),
        emphasised=tuple(sums),
    )


def others(compared: Comparison, of: int | None) -> tuple[int, ...]:
    """Indices of the scenarios that are set against the reference.

    Raises SomError where there is no reference, or nothing to set against it.
    """
    listed = tuple(index for index in range(len(compared)) if index != compared.reference)
    if compared.reference is None or not listed:
        raise SomError(Message.of("drivers_need_reference" if compared.reference is None else "drivers_need_two"))
    return listed if of is None else (range(len(compared))[of],)


def payer_named(payer: str | None) -> None:
    """Raises UnknownName for a payer that stands in no total."""
    if payer not in (None, *PUBLIC_PAYERS, TOTAL):
        raise UnknownName(Message.of("unknown_payer", name=str(payer), known=(*PUBLIC_PAYERS, TOTAL)))


def _title(compared: Comparison, language: Language, of: int | None, payer: str | None) -> str:
    listed = others(compared, of)
    if len(listed) == 1:
        title = compared.drivers(listed[0]).title(language)
    else:
        assert compared.reference is not None
        title = phrase("drivers_of_all", language).format(
            reference=compared.titles(language)[compared.reference], first=compared.years[0], last=compared.years[-1]
        )
    if payer is None:
        return title
    whose = phrase("public_total", language) if payer == TOTAL else label(payer, language)
    return phrase("driver_of_payer", language).format(title=title, payer=whose.lower())


def _by_payer(language: Language) -> Iterator[Column]:
    for payer in PUBLIC_PAYERS:
        yield Column(payer, label(payer, language))
    yield Column(TOTAL, phrase("total", language))


def _amounts(net: Array, payer: str | None) -> tuple[float, ...]:
    """Each payer's over the whole period and the total; or one payer's by year and over the whole period."""
    if payer is None:
        amounts = [float(row.sum()) for row in net]
        return (*amounts, sum(amounts))
    by_year = np.sum(net, axis=0) if payer == TOTAL else net[[str(each) for each in PUBLIC_PAYERS].index(payer)]
    return (*(float(amount) for amount in by_year), float(by_year.sum()))
