"""The whole brief: its sections in the order in which Danish council items have them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from som_model.analysis.simulation.simulation import Simulation
from som_model.presentation.brief.answer import answer
from som_model.presentation.brief.asked import asked
from som_model.presentation.brief.assumptions import assumptions
from som_model.presentation.brief.blocks import Brief
from som_model.presentation.brief.budget import budget
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.economy import chart, economy
from som_model.presentation.brief.harmless import cut, is_cut, tidied
from som_model.presentation.brief.left_out import left_out
from som_model.presentation.brief.pages import pages
from som_model.presentation.brief.payers import payers
from som_model.presentation.brief.question import question
from som_model.presentation.brief.room import LESS
from som_model.presentation.brief.sensitivity import sensitivity
from som_model.presentation.brief.sources import sources
from som_model.presentation.colophon import colophon
from som_model.wording.numbers import day_said
from som_model.wording.table import Language

SECTIONS = (question, answer, economy, budget, chart, payers, assumptions, sensitivity, left_out, asked, sources)
LONGEST_ORGANISATION = 80
LONGEST_IN_FOOTER = 85
LONGEST_COLOPHON = 700
MOST_PAGES = 2.0


def brief(simulated: Simulation, language: Language = "da", *, dated: date | None = None) -> Brief:
    """The brief of a simulated scenario; every text in it is fit for any page, and two pages hold it: where texts are long,
    lists are shorter."""
    case = Case(simulated, language)
    made = _brief(case, dated)
    for room in LESS:
        if pages(made) <= MOST_PAGES:
            break
        made = _brief(case.within(room), dated)
    return tidied(made)


def _brief(case: Case, dated: date | None) -> Brief:
    organisation = case.scenario.organisation
    kicker = case.said("brief_kicker")
    if organisation:
        kicker = f"{cut(organisation, LONGEST_ORGANISATION)} · {kicker}"
    if dated is not None:
        kicker += f" · {day_said(dated, case.language)}"
    made = Brief(
        language=case.language,
        kicker=kicker,
        title=case.title,
        blocks=tuple(block for section in SECTIONS for block in section(case)),
        colophon=_colophon(case, dated),
        page=case.said("brief_page"),
        of=case.said("brief_of"),
        short_title=cut(case.title, LONGEST_IN_FOOTER),
    )
    return replace(made, colophon=f"{made.colophon} {case.said('brief_cut')}") if is_cut(made) else made


def _colophon(case: Case, dated: date | None) -> str:
    """What it was made from; draws and seed where anything was drawn."""
    used = {"draws": case.simulated.draws, "seed": case.simulated.seed} if case.simulated.drawn else {}
    said = colophon(case.scenario, dated=dated, **used).say(case.language)
    return f"{case.said('colophon')}: {cut(said, LONGEST_COLOPHON)}."
