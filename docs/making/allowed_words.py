"""What each word of the closed fields means; a word that the types take and this table lacks stops the page."""

from __future__ import annotations

from typing import Any, Literal, get_args, get_origin

from making.markdown import plain
from som_model.scenario.frozen import Frozen
from som_model.wording.parties import PAYERS, inside_a_sentence, party
from som_model.wording.table import TERMS

Meanings = dict[str, tuple[str, str] | None]

WORDS: dict[str, Meanings] = {
    "Quality": {"published": None, "local": None, "expert": None, "assumed": None, "implied": None},
    "Budget area": {
        "service": None,
        "transfers": None,
        "capital": None,
        "co_financing": None,
        "other": ("andet", "Taxes, and what fits nowhere else."),
    },
    "Payer": dict.fromkeys(PAYERS),
    "Payer or outside": dict.fromkeys((*PAYERS, "outside")),
    "Basis of a consequence": {
        "success": ("succes", "Each citizen who reaches the success measure because of the programme; fades with relapse."),
        "participant": ("deltager", "Each citizen who starts."),
        "completer": ("gennemfører", "Each citizen who completes."),
    },
    "Basis of a cost": {
        "once": ("én gang", "One amount, in `year`."),
        "year": ("pr. år", "Each year from `from_year` to `to_year`."),
        "participant": ("pr. deltager", "Each citizen who starts, in the entry year, or by years since entry when a list."),
        "completer": ("pr. gennemfører", "Each citizen who completes, likewise."),
    },
    "Category": {
        "preparation": ("forberedelse", "Before the programme begins."),
        "training": ("uddannelse", "Courses for the staff."),
        "operation": ("drift", "The running of it."),
        "equipment": ("materiel", "What is bought and may have a `residual_value`."),
    },
    "Measured on": {
        "completers": ("gennemførere", "The rate is a share of those who complete."),
        "participants": ("deltagere", "The rate is a share of all who start; the completion rate is then left out."),
    },
    "Kind": {
        "expense": ("udgift", "Fewer units are a saving."),
        "income": ("indtægt", "A tax or a payment: fewer units are a loss."),
    },
    "Payers rest on": {
        "law": ("lov", "A law says who pays."),
        "source": ("kilde", "The source of the price says who pays."),
        "unknown": ("ukendt", "Nobody says; the line in the scenario must."),
    },
    "Distribution": {
        "fitted": (
            "tilpasset",
            "By the kind of number: beta for a share, gamma for an amount, minus a gamma for a fall, else normal.",
        ),
        "pert": ("PERT", "Low, value and high are least, most likely and greatest; most draws near the value."),
        "triangular": ("trekant", "The same three, falling in straight lines from the value."),
    },
    "Prior": {
        "jeffreys": ("Jeffreys' prior", "Begin from nothing known: Beta(0.5, 0.5) before the first citizen is counted."),
    },
    "Relapse": {
        "additional": ("ud over", "The relapse rate holds on top of a change that already falls year by year."),
    },
    "What a figure tells": {
        "size": ("størrelse", "How many citizens there are."),
        "baseline": ("uden indsats", "What happens without the programme."),
        "effect": ("effekt", "What a method achieved."),
        "use": ("forbrug", "How many units citizens use."),
        "cost": ("udgift", "What it costs."),
    },
}
"""Heading → word → (Danish, meaning); None where the glossary has them."""


def words_of(annotation: Any) -> tuple[str, ...]:
    """The words that a field takes; () where it is not closed."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        return ()
    return next((words for inner in get_args(annotation) if (words := words_of(inner))), ())


def heading_of(words: tuple[str, ...]) -> str:
    """The heading under which these words are explained. Raises KeyError where nobody has explained them."""
    found = next((heading for heading, meanings in WORDS.items() if tuple(meanings) == words), None)
    if found is None:
        raise KeyError(f"making/allowed_words.py explains no field that takes {words}")
    return found


def explained(heading: str) -> list[tuple[str, str, str]]:
    """(word, Danish, meaning) of each word under a heading. Raises KeyError for one that nobody explains."""
    terms = {term.key: term for term in TERMS}
    rows: list[tuple[str, str, str]] = []
    for word, own in WORDS[heading].items():
        if own is None and word not in terms:
            whose = party(word)
            danish, meaning = f"*{inside_a_sentence(word)[0]}*", f"{whose.label[1]}{'' if whose.public else ', in no total'}."
        elif own is None:
            danish, meaning = f"[*{terms[word].danish}*](glossary.md#{word})", terms[word].meaning_en
        else:
            danish, meaning = f"*{own[0]}*", own[1]
        rows.append((word, danish, plain(meaning)))
    return rows
