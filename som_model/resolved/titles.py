"""What readers see as the name of a scenario, a variant, a group, a unit cost and a discount schedule."""

from __future__ import annotations

from som_model.scenario.scenario import Scenario
from som_model.wording.numbers import value_shown
from som_model.wording.table import Language, phrase

MOST_CHANGES_NAMED = 2


def scenario_title(scenario: Scenario, language: Language = "da") -> str:
    """The scenario's title, or its name."""
    return scenario.title.say(language) if scenario.title is not None else scenario.name


def _with_changes(scenario: Scenario, title: str, language: Language) -> str:
    """The title with what was set on top, so that no name is put to figures that are not its own."""
    changed = scenario.record.changed
    if not changed:
        return title
    if len(changed) > MOST_CHANGES_NAMED:
        return phrase("title_changed_many", language).format(title=title, count=len(changed))
    listed = ", ".join(f"{address.rpartition('.')[2]} = {value_shown(value, language)}" for address, value in changed)
    return phrase("title_changed", language).format(title=title, changes=listed)


def variant_title(scenario: Scenario, language: Language = "da") -> str:
    """The variant's title or name, or the scenario's title for the base, with what was set on top."""
    if scenario.variant is None:
        return _with_changes(scenario, scenario_title(scenario, language), language)
    title = scenario.variants[scenario.variant].title
    return _with_changes(scenario, title.say(language) if title is not None else scenario.variant, language)


def full_title(scenario: Scenario, language: Language = "da") -> str:
    """Scenario and variant: 'Koordinerende indsatsplaner: 30 %'."""
    title = variant_title(scenario, language)
    return title if scenario.variant is None else f"{scenario_title(scenario, language)}: {title}"


def group_title(scenario: Scenario, name: str, language: Language = "da") -> str:
    """A target group's title, its definition's label, or its name."""
    group = scenario.target_groups[name]
    text = group.title
    if text is None and group.definition is not None:
        definition = scenario.record.source.definition(name)
        text = definition.label if definition is not None else None
    return text.say(language) if text is not None else name


def unit_cost_title(scenario: Scenario, key: str, language: Language = "da") -> str:
    """A unit cost's label, or its key."""
    label = scenario.unit_costs[key].label
    return str(label.say(language)) if label is not None else key


def schedule_title(scenario: Scenario, language: Language = "da") -> str:
    """The label of the schedule of discount rates, or its key."""
    schedule = scenario.record.schedule
    return schedule.label.say(language) if schedule is not None and schedule.label is not None else str(scenario.discount_rate)
