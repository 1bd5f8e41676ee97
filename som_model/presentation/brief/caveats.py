"""What a reader must know of the assumptions beside their table: what was changed, and which prices are weakly known."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.analysis.outcome import HALF_OERE
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut, cut_within, sentence
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import figures
from som_model.wording.numbers import value_shown

MOST_CHANGES = 3
LONGEST_NAME = 90
LONGEST_NOTE = 130


def changes(case: Case) -> str:
    """What was set on top of the scenario file, in words; nothing where nothing was."""
    changed = case.scenario.record.changed
    if not changed:
        return ""
    said = [_change(case, address, written) for address, written in changed[:MOST_CHANGES]]
    more = len(changed) - len(said)
    if more:
        said.append(case.said("brief_changes_more" if more > 1 else "brief_changes_more_one", count=more))
    return case.said("brief_changes", changes="; ".join(said))


def _change(case: Case, address: str, written: str) -> str:
    """A figure by its name and in its unit; what is no figure as it was written."""
    known = dict(figures(case.scenario))
    place = address if address in known else address.rpartition(".")[0]
    if place not in known or (place != address and not address.endswith(".value")):
        return case.said("brief_change", title=cut_within(address, LONGEST_NAME), value=value_shown(written, case.language))
    assumption = Assumption(case.scenario, place, known[place])
    name = cut_within(case.named(assumption), LONGEST_NAME)
    value = assumption.estimate.value
    said = assumption.say(value, case.language) if value is not None else "–"
    return case.said("brief_change", title=name[:1].lower() + name[1:], value=said)


def weak_prices(case: Case) -> Iterator[str]:
    """The prices that move the result and whose source is weak, as the projection notices them: that of most weight first."""
    weak = {each.address for each in case.projection.notices if each.message.key == "price_assumed"}
    moving = [each.assumption.address for each in case.ranked if each.effect >= HALF_OERE]
    prices = [address.removesuffix(".amount") for address in moving if address.removesuffix(".amount") in weak]
    for address in prices[: case.room.weak_prices]:
        cost = case.scenario.unit_costs[address.partition(".")[2]]
        name = cost.label.say(case.language) if cost.label is not None else address.partition(".")[2]
        note = sentence(cut(cost.note.say(case.language), LONGEST_NOTE)) if cost.note is not None else ""
        price = cut_within(name, LONGEST_NAME)
        yield case.said("brief_weak_price", price=price[:1].lower() + price[1:], note=note).strip()
