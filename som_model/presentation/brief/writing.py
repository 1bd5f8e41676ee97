"""The whole brief: its sections in the order in which Danish council items have them, and its file in Word, HTML or PDF."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from os import PathLike
from pathlib import Path

from som_model.analysis.simulation.run import simulate
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import SomError
from som_model.presentation.atomic import need, refuse_existing, write_bytes
from som_model.presentation.brief.answer import answer
from som_model.presentation.brief.assumptions import assumptions, sources
from som_model.presentation.brief.blocks import Brief
from som_model.presentation.brief.budget import budget
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.chart import chart
from som_model.presentation.brief.economy import economy, payers
from som_model.presentation.brief.harmless import cut, is_cut, tidied
from som_model.presentation.brief.objections import asked, left_out
from som_model.presentation.brief.pages import LESS, pages
from som_model.presentation.brief.question import question
from som_model.presentation.brief.sensitivity import sensitivity
from som_model.presentation.colophon import colophon
from som_model.presentation.described.table import Table
from som_model.projection.projection import Projection
from som_model.resolved.titles import scenario_title
from som_model.wording.message import Message
from som_model.wording.numbers import day_said
from som_model.wording.table import Language

SECTIONS = (question, answer, economy, budget, chart, payers, assumptions, sensitivity, left_out, asked, sources)
LONGEST_ORGANISATION = 80
LONGEST_IN_FOOTER = 85
LONGEST_COLOPHON = 700
MOST_PAGES = 2.0
ENDINGS = (".docx", ".html", ".pdf")


def brief(simulated: Simulation, language: Language = "da", *, dated: date | None = None) -> Brief:
    """The brief of a simulated scenario; every text in it is fit for any page, and two pages hold it: where texts are long,
    lists are shorter."""
    case = Case(simulated, language)
    described = _brief(case, dated)
    for room in LESS:
        if pages(described) <= MOST_PAGES:
            break
        described = _brief(case.within(room), dated)
    return tidied(described)


def _brief(case: Case, dated: date | None) -> Brief:
    """The brief in the room of the case; its title says where something was changed, which is told below."""
    scenario, language = case.scenario, case.language
    day = (day_said(dated, language),) if dated is not None else ()
    whose = (cut(scenario.organisation, LONGEST_ORGANISATION),) if scenario.organisation else ()
    title = scenario_title(scenario, language)
    if scenario.variant is not None:
        variant = scenario.variants[scenario.variant].title
        title += f": {variant.say(language) if variant is not None else scenario.variant}"
    title = cut(title, case.room.title)
    if scenario.record.changed:
        title = case.said("brief_changed", title=title)
    drawn = {"draws": case.simulated.draws, "seed": case.simulated.seed} if case.simulated.drawn else {}
    made_from = cut(colophon(scenario, dated=dated, **drawn).say(language), LONGEST_COLOPHON)
    blocks = (block for section in SECTIONS for block in section(case))
    described = Brief(
        language=language,
        kicker=" · ".join((*whose, case.said("brief_kicker"), *day)),
        title=title,
        blocks=tuple(block.written(language) if isinstance(block, Table) else block for block in blocks),
        colophon=f"{case.said('colophon')}: {made_from}.",
        page=case.said("brief_page"),
        of=case.said("brief_of"),
        short_title=cut(title, LONGEST_IN_FOOTER),
    )
    if is_cut(described):
        return replace(described, colophon=f"{described.colophon} {case.said('brief_cut')}")
    return described


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
    described = brief(simulated, language, dated=dated)
    write_bytes(place, rendered(described, place.suffix.lower()), overwrite=overwrite)


def rendered(described: Brief, ending: str) -> bytes:
    """The bytes of a brief in one of its three forms."""
    if ending == ".docx":
        from som_model.presentation.brief.word import word

        return word(described)
    from som_model.presentation.brief import typeset

    return typeset.pdf(described) if ending == ".pdf" else typeset.html(described)
