"""What learning does to the result, and what to write so that it stands in the scenario."""

from __future__ import annotations

from som_model.analysis.learning import Learned
from som_model.analysis.simulation.simulation import Simulation
from som_model.wording.language import Language
from som_model.wording.precision import chance_said, exact_kroner
from som_model.wording.table import phrase


def what_it_does(before: Simulation, after: Simulation, language: Language) -> str:
    """Accumulated net of the public purse and its chance of gain, before and after."""
    old, new = before.summary(), after.summary()
    chances = [chance_said(each.chance_of_gain, each.draws, language, certain=each.certain) for each in (old, new)]
    return phrase("learned_effect", language).format(
        net_before=exact_kroner(old.base, language),
        net_after=exact_kroner(new.base, language),
        chance_before=chances[0],
        chance_after=chances[1],
    )


def lines_to_write(found: Learned, language: Language) -> str:
    """Where the estimate goes in the file, and its lines; under the variant where that sets the number itself."""
    scenario, lines = found.before, found.lines()
    variant = scenario.variants.get(scenario.variant or "")
    if variant is not None and found.address in variant.set:
        place, lines = f"variants.{scenario.variant}.set", found.lines(found.address)
    else:
        place = found.address.rpartition(".")[0]
    return phrase("learned_write", language).format(place=place) + "\n\n" + lines
