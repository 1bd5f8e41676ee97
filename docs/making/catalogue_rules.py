"""The page of the payer rules that are built in, with their laws by date."""

from __future__ import annotations

from making.catalogue_entries import BACK, both, known, lines, quality, sourced
from making.markdown import code, in_words, page, plain, table
from som_model.catalogue.rules.rule import Parameter, payer_rule
from som_model.scenario.payer_law import Law, PayerLaw
from som_model.wording.numbers import number

HEAD = f"""# Payer rules

{BACK} In Danish: *betalerregler*.

A heading is what a scenario writes as `payers: {{rule: NAME, …}}`, with what the rule asks of the citizens. How to write it and
what it does is told in [Use payer rules](../../how-to/payer_rules.md). A law holds from its date until the next; in a year with
two laws each counts by its days. Kr. are in prices of the level that is stated.

"""


def rules_page() -> str:
    """Every payer rule: who pays, what it asks, and what held from when, each with its source."""
    return page([HEAD, *(section(entry.name, entry.value) for entry in known().find(section="payer_rules"))])


def section(name: str, law: object) -> str:
    """One rule and its laws."""
    assert isinstance(law, PayerLaw)
    rule = payer_rule(name)
    assert rule is not None
    facts = [
        ("rule", both(law.summary)),
        ("law", plain(law.law)),
        ("may split prices under", plain(in_words(law.covers, "or")) if law.covers else "any law"),
        ("may name as payers", in_words([code(payer) for payer in law.payers])),
        ("the law was read up to", str(law.known_to)),
    ]
    asked = table(("asks for", "is", "may be"), [(code(each.name), known_as(each), bounds(each)) for each in rule.parameters])
    rows = [law_row(each) for each in law.laws]
    laws = table(("from", "shares, weeks and days", "kr.", "quality", "source"), rows)
    return f"## {name}\n\n{both(law.label)}\n\n{lines(facts)}\n{asked}\nWhat held, by date:\n\n{laws}"


def known_as(parameter: Parameter) -> str:
    """Whether a parameter must be written."""
    return "optional" if parameter.optional else "required"


def bounds(parameter: Parameter) -> str:
    """What a parameter may be."""
    least = "above 0" if parameter.above_zero else "0 or more"
    if parameter.at_most is None:
        return least
    most = code(parameter.at_most) if isinstance(parameter.at_most, str) else number(parameter.at_most, "en")
    return f"{least}, at most {most}"


def law_row(law: Law) -> tuple[str, ...]:
    """What held from a date."""
    since = law.since.isoformat()
    if law.only_for:
        since += f", only for {plain(', '.join(law.only_for))}"
    if law.unknown:
        return since, "not known: a calculation in these years is refused", "", "", ""
    level = f" ({law.level} prices)" if law.amounts and law.level else ""
    notice = plain(law.notice.say("en")) if law.notice is not None else ""
    told = ": ".join(each for each in (sourced(law), notice) if each)
    return since, figures(law.numbers), f"{figures(law.amounts)}{level}", quality(law), told


def figures(stated: object) -> str:
    """'refund: 0.8, 0.4; to_week: 4, 26'"""
    assert hasattr(stated, "items")
    return "; ".join(f"{code(name)} {' / '.join(number(value, 'en') for value in values)}" for name, values in stated.items())
