"""The page of the target groups that are built in."""

from __future__ import annotations

from making.catalogue_entries import BACK, both, in_english, known, lines, quality, sourced
from making.markdown import code, page, plain, table
from som_model.scenario.target_group import GroupDefinition, GroupFact
from som_model.wording.numbers import number
from som_model.wording.table import label

HEAD = f"""# Target groups

{BACK} In Danish: *målgrupper*.

A heading is what a scenario writes as `definition:` of a target group. A **success measure** (*succesmål*) is what counts as
having been helped. Known figures are for comparison: a scenario states its own. Consequences worth looking at lead to their
prices; how many units change is for the scenario to say.

"""
TELLS = {
    "size": "how many",
    "baseline": "without the programme",
    "effect": "effect of a method",
    "use": "use of units",
    "cost": "cost",
}
"""What a figure is good for, in words; som_model.scenario.target_group has the keys."""


def groups_page() -> str:
    """Every target group: who, law, success measure, known figures and consequences, each with its source."""
    groups = known().find(section="target_groups")
    return page([HEAD, *(section(entry.name, entry.value) for entry in sorted(groups, key=lambda each: each.name))])


def section(name: str, group: object) -> str:
    """One target group."""
    assert isinstance(group, GroupDefinition)
    measured = f", {group.success_measure_quality}" if group.success_measure_quality else ""
    facts = [
        ("who", both(group.definition)),
        ("success measure", f"{both(group.success_measure)}{measured}" if group.success_measure else ""),
        ("law", plain(group.law or "")),
        ("usually paid by", in_english(group.usual_payers)),
        ("source", ", ".join(each for each in (sourced(group), quality(group)) if each)),
        ("note", in_english(group.note)),
    ]
    parts = [f"## {name}\n", f"{both(group.label)}\n", lines(facts)]
    if group.facts:
        rows = [fact_row(fact) for fact in group.facts.values()]
        parts.append(f"Known figures (*kendte tal*):\n\n{table(('what', 'tells', 'figure', 'year', 'quality', 'source'), rows)}")
    if group.consequences:
        parts.append(consequences(group))
    return "\n".join(parts)


def fact_row(fact: GroupFact) -> tuple[str, ...]:
    """One known figure."""
    said = f"{both(fact.label)}{f'. {in_english(fact.note)}' if fact.note is not None else ''}"
    return said, TELLS[fact.tells], figure(fact), plain(fact.year or ""), quality(fact), sourced(fact)


def figure(fact: GroupFact) -> str:
    """'5,989 persons', '60-80 %'"""
    ends = "" if fact.low is None or fact.high is None else f"{number(fact.low, 'en')}-{number(fact.high, 'en')}"
    value = number(fact.value, "en") if fact.value is not None else ""
    unit = label(f"fact_{fact.unit}", "en").removeprefix("fact_")
    return f"{f'{value} ({ends})' if value and ends else value or ends} {unit}"


def consequences(group: GroupDefinition) -> str:
    """The consequences worth looking at, with links to their prices."""
    rows = []
    for line in group.consequences.values():
        key = line.unit_cost.partition("@")[0]
        topic = known().vintages(key)[0].value.topic  # type: ignore[union-attr]
        rows.append((both(line.title), f"[{code(line.unit_cost)}]({topic}.md#{key})"))
    return f"Consequences worth looking at (*konsekvenser*):\n\n{table(('what', 'price'), rows)}"
