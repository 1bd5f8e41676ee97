"""What was learned of a share: a table of before, seen and now, what it does to the result, and what to write."""

from __future__ import annotations

from statistics import NormalDist

from som_model.analysis.learning import JEFFREYS, Learned
from som_model.analysis.simulation.simulation import Simulation
from som_model.presentation.described.as_frame import as_frame
from som_model.presentation.described.table import Cell, Column, Table, Told
from som_model.wording.numbers import chance_said, exact_kroner, number, percent
from som_model.wording.table import Language, phrase

HEADS = (
    ("mean", "learned_mean"),
    ("low", "learned_low"),
    ("high", "learned_high"),
    ("successes", "learned_reached"),
    ("failures", "learned_not_reached"),
)


@as_frame
def learned(found: Learned, language: Language = "da") -> Table:
    """Three rows, before, seen and now: the share, its 95 % interval, and the two parameters of its beta distribution,
    of which those seen are the citizens who reached the measure and who did not."""
    rows: list[tuple[Cell, ...]] = []
    for stage, figures in stages(found):
        shares = (None if share is None else Told(share, percent(round(share, 3), language)) for share in figures[:3])
        citizens = (None if count is None else Told(count, number(round(count, 1), language)) for count in figures[3:])
        rows.append((phrase(f"learned_{stage}", language), *shares, *citizens))
    return Table(
        name="learned",
        title=found.assumption.title(language),
        unit=phrase("learned_unit", language),
        columns=(
            Column("stage", phrase("learned_stage", language), "text"),
            *(Column(key, phrase(words, language), "ratio") for key, words in HEADS),
        ),
        rows=tuple(rows),
    )


def stages(found: Learned) -> tuple[tuple[str, tuple[float | None, ...]], ...]:
    """(prior, seen or posterior; mean, low, high, successes, failures); what was seen has no interval of its own."""
    before, after = found.prior, found.posterior
    return (
        ("prior", (before.mean, *found.interval(prior=True), before.a, before.b)),
        ("seen", (found.successes / found.of, None, None, float(found.successes), float(found.of - found.successes))),
        ("posterior", (after.mean, *found.interval(), after.a, after.b)),
    )


def what_it_does(before: Simulation, after: Simulation, language: Language) -> str:
    """Accumulated net of the public purse and its chance of gain, before and after."""
    old, new = before.summary(), after.summary()
    chances = [chance_said(drawn.chance_of_gain, drawn.draws, language, certain=drawn.certain) for drawn in (old, new)]
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
    sentences = [phrase("learned_ends", language).format(z=_deviations(written.get("interval", 0.95), language))]
    low, high = stated.low, stated.high
    if found.prior != JEFFREYS and low is not None and high is not None:
        ends = [percent(round(end, 3), language) for end in (low, high)]
        if ends != [percent(round(end, 3), language) for end in found.interval(prior=True)]:
            z = _deviations(stated.interval, language)
            sentences.append(phrase("learned_ends_before", language).format(low=ends[0], high=ends[1], z=z))
    return "\n".join(sentences)


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
