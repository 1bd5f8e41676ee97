"""What a rate becomes when citizens have been followed: prior, data and posterior (method.md: Learning)."""

from __future__ import annotations

import math
import operator
from dataclasses import dataclass
from statistics import NormalDist
from typing import Any

from som_model.analysis.addressed import assumption_at
from som_model.analysis.distributions import Beta, distribution
from som_model.errors import SomError
from som_model.resolved.assumption import Assumption
from som_model.resolved.figures import source_of
from som_model.scenario.scenario import Scenario
from som_model.wording.message import Message
from som_model.wording.numbers import number, percent, plain
from som_model.wording.shown import ShownInNotebooks
from som_model.wording.table import LANGUAGES, Language, phrase

JEFFREYS = Beta(0.5, 0.5)
"""The prior of one who knows nothing of a share."""
MEASURED = ("success_rate", "baseline_rate", "completion_rate", "relapse_rate", "attrition_rate", "effect_since_entry")
"""The shares of a target group that are seen by following citizens: how many reach the measure, complete, relapse, leave,
or still keep the effect so many years after entry."""
SHARES = ("value", "low", "high", "interval")
"""The fields of a learned estimate that are shares."""


@dataclass(frozen=True, repr=False)
class Learned(ShownInNotebooks):
    """A share before and after citizens have been followed, and the scenario that has learned it."""

    before: Scenario
    """The scenario as it was."""
    scenario: Scenario
    """The scenario with the share learned."""
    assumption: Assumption
    """The share, as it was stated."""
    successes: int
    """Citizens who reached the success measure."""
    of: int
    """Citizens who were followed; those the rate is measured on."""
    prior: Beta
    """The beta distribution before, with its parameters a and b."""
    posterior: Beta
    """The beta distribution after: a + successes, b + the others."""

    @property
    def address(self) -> str:
        """The address of the share."""
        return self.assumption.address

    @property
    def value(self) -> float:
        """Posterior mean: (a + successes)/(a + b + of) of the prior Beta(a, b)."""
        return self.posterior.mean

    def interval(self, level: float = 0.95, *, prior: bool = False) -> tuple[float, float]:
        """The equal-tailed interval of the posterior, or of the prior."""
        chosen = self.prior if prior else self.posterior
        low, high = (float(chosen.quantile((1 + side * level) / 2)) for side in (-1, 1))  # type: ignore[arg-type]
        return low, high

    @property
    def estimate(self) -> dict[str, Any]:
        """The fields that the scenario now writes at the address."""
        return _written(self.assumption, self.successes, self.of, self.prior, self.posterior)

    def lines(self, key: str | None = None) -> str:
        """What to write in the scenario's file at the address, as YAML: the field and what stands under it.

        key: what it stands under instead of the field, such as the whole address in a variant's `set`. An element of a
        list is written as one, below a comment with its address.
        """
        name = self.address.rpartition(".")[2] if key is None else key
        shown = {field: _share(value) if field in SHARES else _yaml(value) for field, value in self.estimate.items()}
        if name.isdecimal():
            return f"# {self.address}\n- {{{', '.join(f'{field}: {value}' for field, value in shown.items())}}}\n"
        return f"{name}:" + "".join(f"\n  {field}: {value}" for field, value in shown.items()) + "\n"

    def say(self, language: Language = "da") -> str:
        """The share before and after, in one sentence."""
        return Message.of(
            "learned_anew" if self.prior == JEFFREYS else "learned",
            title=self.assumption.title(language),
            successes=self.successes,
            of=self.of,
            seen=percent(self.successes / self.of, language),
            before=_between(self.prior.mean, self.interval(prior=True), language),
            after=_between(self.value, self.interval(), language),
        ).say(language)

    def __repr__(self) -> str:
        return f"<Learned {self.address}: {self.prior.mean:.5f} → {self.value:.5f} ({self.successes}/{self.of})>"


def is_measured(address: str) -> bool:
    """Whether following citizens tells of it: one of those shares of a target group, or one year of it."""
    steps = address.split(".")
    whole = len(steps) == 3 or (len(steps) == 4 and steps[3].isdecimal())
    return whole and steps[0] == "target_groups" and steps[2] in MEASURED


def learn(scenario: Scenario, address: str, successes: int, of: int, prior: str | None = None) -> Learned:
    """Update a share with what was seen: of `of` citizens followed, `successes` reached the measure.

    Beta(a, b) becomes Beta(a + successes, b + of − successes); the new value is its mean. `of` counts those the rate
    is measured on. A number without an interval is refused unless prior="jeffreys" (here or in the file), which
    begins from Beta(½, ½). The scenario returned keeps where the number came from.
    Raises SomError for what following citizens cannot tell (see MEASURED), is no beta (pert, triangular) or has no value to
    begin from, and for counts that cannot be; UnknownName for an address that is no number.
    Source: Gelman et al., Bayesian Data Analysis, section 2.4.
    """
    refused = SomError(Message.of("learn_counts", successes=str(successes), of=str(of)))
    if isinstance(successes, bool) or isinstance(of, bool):
        raise refused
    try:
        successes, of = operator.index(successes), operator.index(of)
    except TypeError:
        raise refused from None
    if of < 1 or not 0 <= successes <= of:
        raise refused
    assumption = assumption_at(scenario, address)
    before = _prior(assumption, prior)
    after = Beta(before.a + successes, before.b + of - successes)
    learned = scenario.vary({address: _written(assumption, successes, of, before, after)})
    return Learned(scenario, learned, assumption, successes, of, before, after)


def _prior(assumption: Assumption, asked: str | None) -> Beta:
    """Where learning of a share begins: Jeffreys where it is asked for, else the fitted beta."""
    address, estimate = assumption.address, assumption.estimate
    if estimate.kind != "share":
        raise SomError(Message.of("learn_not_a_share", address=address))
    if not is_measured(address):
        raise SomError(Message.of("learn_not_measured", address=address, known=MEASURED))
    if asked not in (None, "jeffreys"):
        raise SomError(Message.of("learn_prior", prior=str(asked)))
    if asked == "jeffreys" or (estimate.prior == "jeffreys" and not estimate.uncertain):
        return JEFFREYS
    if not estimate.uncertain:
        raise SomError(Message.of("learn_fixed", address=address))
    if estimate.value is None:
        raise SomError(Message.of("learn_no_value", address=address))
    if estimate.distribution != "fitted":
        raise SomError(Message.of("learn_not_beta", address=address, distribution=estimate.distribution))
    fitted = distribution(estimate)
    assert isinstance(fitted, Beta)
    return fitted


def _written(assumption: Assumption, successes: int, of: int, before: Beta, after: Beta) -> dict[str, Any]:
    """Fields whose fitted beta is the posterior: mean ± z·sd, at 95 % or as wide as the range from 0 to 1 leaves room for."""
    room = min(after.mean, 1 - after.mean) / after.sd
    z = min(NormalDist().inv_cdf(0.975), 0.999 * room)
    level = 2 * NormalDist().cdf(z) - 1
    estimate = assumption.estimate
    source = source_of(assumption.scenario, assumption.address, estimate)

    def in_words(what: str, language: Language) -> str:
        return phrase(f"learned_{what}{'_anew' if before == JEFFREYS else ''}", language).format(
            successes=successes,
            of=of,
            before=percent(estimate.value, language) if estimate.value is not None else "–",
            source=source or phrase("learned_no_source", language),
            a=number(round(before.a, 3), language),
            b=number(round(before.b, 3), language),
        )

    return {
        "value": after.mean,
        "low": after.mean - z * after.sd,
        "high": after.mean + z * after.sd,
        **({} if abs(level - 0.95) < 1e-9 else {"interval": level}),
        "quality": "local",
        "source": in_words("source", "da"),
        "note": {language: in_words("note", language) for language in LANGUAGES},
        **{field: kept for field in ("url", "evidence", "evidence_years") if (kept := getattr(estimate, field)) is not None},
    }


def _between(value: float, ends: tuple[float, float], language: Language) -> str:
    low, high = (percent(round(end, 3), language) for end in ends)
    return phrase("learned_between", language).format(value=percent(round(value, 3), language), low=low, high=high)


def _yaml(value: Any) -> str:
    """A value as the language writes it on one line; texts in quotation marks."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_yaml(inner)}" for name, inner in value.items()) + "}"
    return "'" + value.replace("'", "''") + "'" if isinstance(value, str) else plain(value)


def _share(value: float) -> str:
    """A share to six significant digits of it, or of what is left to 1, without exponent."""
    decimals = 5 - math.floor(math.log10(min(value, 1 - value)))
    return f"{value:.{decimals}f}".rstrip("0")
