"""What the reader should know of the law a payer rule rests on."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.errors import Notice
from som_model.resolved.amounts import moved_levels
from som_model.resolved.transition import ruled_lines
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message


def rule_notices(scenario: Scenario) -> Iterator[Notice]:
    """What the law of a year leaves open, years after the last whose law was read, and limits moved between price years."""
    for line in ruled_lines(scenario):
        for year, _, split in line.rules(scenario):
            law, in_law = scenario.record.payer_rules[split.rule], scenario.rules_as_of or year
            for _, each in law.in_year(in_law, line.cost.law):
                if each is not None and each.notice is not None:
                    said = Message.of("as_written", da=each.notice.say("da"), en=each.notice.say("en"))
                    yield Notice(f"{line.address}.payers", Message.of("law_notice", rule=split.rule, said=said))
            if in_law > law.known_to:
                yield Notice(f"{line.address}.payers", Message.of("law_carried_on", rule=split.rule, known_to=law.known_to))
    for address, rule, level, own in moved_levels(scenario):
        yield Notice(address, Message.of("law_level_moved", rule=rule, level=level, to=own, series=scenario.price_index.series))
