"""What drives the difference from a reference: a row for each assumption and line, and their sum."""

from __future__ import annotations

from collections.abc import Sequence

from som_model.analysis.comparison import Comparison
from som_model.analysis.drivers.driver import Drivers, method_notes
from som_model.errors import SomError, UnknownName
from som_model.presentation.described.amounts import in_kroner, payer_title, year_columns
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.wording.message import Message
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL
from som_model.wording.table import Language, label, phrase


@as_frame
def drivers(compared: Comparison, language: Language = "da", payer: str | None = None, of: int | None = None) -> Table:
    """What drives the difference of each scenario from the reference: a row for each assumption and line, the largest
    first, with what it is changed from and to; last, the whole difference, which they sum to.

    Kr. of each public payer and in total over the whole period; with a payer (or total), that one's by year and over
    the whole period. of: index of the one scenario to tell of; all but the reference unless given. Raises SomError
    where nothing is set against a reference, UnknownName for another payer.
    """
    payer_named(payer)
    shown = others(compared, of)
    if len(shown) == 1:
        title = compared.drivers(shown[0]).title(language)
    else:
        assert compared.reference is not None
        title = phrase("drivers_of_all", language).format(
            reference=compared.titles(language)[compared.reference], first=compared.years[0], last=compared.years[-1]
        )
    if payer is not None:
        title = phrase("driver_of_payer", language).format(title=title, payer=payer_title(payer, language).lower())
    names = compared.titles(language)
    return _table(title, [(names[index], compared.drivers(index)) for index in shown], payer, language)


def drivers_of_one(told: Drivers, language: Language = "da") -> Table:
    """The drivers of one difference, kr. of each public payer and in total over the whole period."""
    return _table(told.title(language), [(told.titles(language)[1], told)], None, language)


def _table(title: str, differences: Sequence[tuple[str, Drivers]], payer: str | None, language: Language) -> Table:
    rows: list[tuple[Cell, ...]] = []
    sums: list[int] = []
    for name, difference in differences:
        for driver in difference:
            words = (driver.title(language), driver.address, phrase(f"kind_{driver.kind}", language))
            rows.append((name, *words, *(driver.values(language) or ("", "")), *_amounts(driver.net, payer)))
        sums.append(len(rows))
        rows.append((name, phrase("driver_whole", language), "", "", "", "", *_amounts(difference.net, payer)))
    heads = ("scenario", "driver", "review_address", "driver_kind", "driver_from", "driver_to")
    texts = [
        Column(key, phrase(words, language), "text")
        for key, words in zip(("scenario", "driver", "address", "kind", "from", "to"), heads, strict=True)
    ]
    projection = differences[0][1].projection
    by_payer = (*(Column(whose, label(whose, language)) for whose in PUBLIC_PAYERS), Column(TOTAL, phrase("total", language)))
    notes = dict.fromkeys(note for _, difference in differences for note in method_notes(difference, language))
    alike = [column.key for i, column in enumerate(texts) if len(rows) > 1 and len({row[i] for row in rows}) == 1]
    return Table(
        name="drivers",
        title=title,
        unit=". ".join((in_kroner(projection.scenario, language).removesuffix("."), *notes)),
        columns=(*texts, *(by_payer if payer is None else year_columns(projection, language))),
        rows=tuple(rows),
        emphasised=tuple(sums),
        aside=("address", "kind", *alike),
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


def _amounts(net: Array, payer: str | None) -> tuple[float, ...]:
    """Each payer's over the whole period and the total; or one payer's by year and over the whole period."""
    if payer is None:
        amounts = [float(row.sum()) for row in net]
        return (*amounts, sum(amounts))
    by_year = net.sum(axis=0) if payer == TOTAL else net[PUBLIC_PAYERS.index(payer)]
    return (*(float(amount) for amount in by_year), float(by_year.sum()))
