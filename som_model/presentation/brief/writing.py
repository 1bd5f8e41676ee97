"""The brief as a file: Word, HTML or PDF, as its ending says."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from os import PathLike
from pathlib import Path

from som_model.analysis.simulation.run import simulate
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import SomError
from som_model.presentation.atomic import need, refuse_existing, write_bytes
from som_model.presentation.brief.blocks import Brief
from som_model.presentation.brief.brief import brief
from som_model.projection.projection import Projection
from som_model.wording.message import Message
from som_model.wording.table import Language

ENDINGS = (".docx", ".html", ".pdf")


def write_brief(
    projection: Projection,
    path: str | PathLike[str],
    language: Language = "da",
    *,
    draws: int = 10_000,
    seed: int = 1,
    dated: date | None = None,
    overwrite: bool = False,
) -> None:
    """Write a council brief of two A4 pages as Word (.docx), HTML (.html) or PDF (.pdf), as the ending of the file says.

    Amounts stand in 1.000 kr. of the scenario's price year (kr. where all are small), each rounded once from the projection's
    own; positive = gain, but in the municipality's own table + = more expense, as in its ledger. Uncertain assumptions are
    drawn `draws` times from `seed`. dated: a date to stand in the brief; none unless given, so that the same input gives the
    same bytes. Order and headings are those of Danish council items; the municipality's table follows Copenhagen's form for
    investment proposals.
    Raises SomError for another ending, where a package is missing or the file cannot be written, and for draws below 1;
    WouldOverwrite for a file that is already there (unless overwrite).
    """
    place = checked(path, overwrite=overwrite)
    save(simulate(projection.scenario, draws, seed), place, language, dated=dated, overwrite=overwrite)


def checked(path: str | PathLike[str], *, overwrite: bool = False) -> Path:
    """The place of a brief, before anything is calculated: it has a known ending, its packages are there, nothing is lost."""
    place = Path(path)
    if place.suffix.lower() not in ENDINGS:
        raise SomError(Message.of("unknown_brief_form"))
    for ending, module in ((".docx", "docx"), (".pdf", "typst")):
        if place.suffix.lower() == ending:
            need("brief", module, file=place.as_posix())
    refuse_existing(place, overwrite=overwrite)
    return place


def save(simulated: Simulation, place: Path, language: Language, *, dated: date | None = None, overwrite: bool = False) -> None:
    """Write the brief of a scenario that has been simulated already."""
    made = rendered(brief(simulated, language, dated=dated), place.suffix.lower())
    write_bytes(place, made, overwrite=overwrite)


def rendered(described: Brief, ending: str) -> bytes:
    """The bytes of a brief in one of its three forms."""
    return _renderer(ending)(described)


def _renderer(ending: str) -> Callable[[Brief], bytes]:
    if ending == ".docx":
        from som_model.presentation.brief.word import word

        return word
    if ending == ".pdf":
        from som_model.presentation.brief.pdf import pdf

        return pdf
    from som_model.presentation.brief.html import html

    return html
