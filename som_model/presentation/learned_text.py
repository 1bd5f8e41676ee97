"""What learning does to the result, and what to write so that it stands in the scenario."""

from __future__ import annotations

from statistics import NormalDist

from som_model.analysis.learning import JEFFREYS, Learned
from som_model.analysis.simulation.simulation import Simulation
from som_model.wording.numbers import chance_said, exact_kroner, number, percent
from som_model.wording.table import Language, phrase


def what_it_does(before: Simulation, after: Simulation, language: Language) -> str:
    """Accumulated net of the public purse and its chance of gain, before and after."""
    old, new = before.summary(), after.summary()
    chances = [chance_said(each.chance_of_gain, each.draws, language, certain=each.certain) for each in (old, new)]
    few = old.too_few and not (old.certain and new.certain)
    return phrase("learned_effect_few" if few else "learned_effect", language).format(
        draws=number(old.draws, language, 0),
        net_before=exact_kroner(old.base, language),
        net_after=exact_kroner(new.base, language),
        chance_before=chances[0],
        chance_after=chances[1],
    )


def about_ends(found: Learned, language: Language) -> str:
    """Why the interval that is written, and that of the scenario, are not the 95 % intervals shown."""
    written, stated = found.estimate, found.assumption.estimate
    said = [phrase("learned_ends", language).format(z=_deviations(written.get("interval", 0.95), language))]
    low, high = stated.low, stated.high
    if found.prior != JEFFREYS and low is not None and high is not None:
        ends = [percent(round(end, 3), language) for end in (low, high)]
        if ends != [percent(round(end, 3), language) for end in found.interval(prior=True)]:
            z = _deviations(stated.interval, language)
            said.append(phrase("learned_ends_before", language).format(low=ends[0], high=ends[1], z=z))
    return "\n".join(said)


def _deviations(level: float, language: Language) -> str:
    """Half the width of an interval of a normal distribution with this probability, in standard deviations: '1,96'."""
    return number(NormalDist().inv_cdf((1 + level) / 2), language, 2)


def lines_to_write(found: Learned, language: Language) -> str:
    """Where the estimate goes in the file, and its lines; under the variant where that sets the number itself."""
    scenario, lines = found.before, found.lines()
    variant = scenario.variants.get(scenario.variant or "")
    if variant is not None and found.address in variant.set:
        place, lines = f"variants.{scenario.variant}.set", found.lines(found.address)
    else:
        place = found.address.rpartition(".")[0]
    return phrase("learned_write", language).format(place=place) + "\n\n" + lines
