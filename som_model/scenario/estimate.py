"""A number with what is known about it. One class per kind of number, because the kind sets
its range and, when it is uncertain, its distribution (method.md: Distributions and draws)."""

from statistics import NormalDist
from typing import Annotated, Any, ClassVar, Literal, Self, TypeAlias, TypeVar

from annotated_types import Ge, Gt, Lt
from pydantic import BeforeValidator, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from som_model.scenario.frozen import Frozen
from som_model.scenario.quantities import (
    EvidenceLevel,
    EvidenceYears,
    Fraction,
    In,
    Kroner,
    NonNegative,
    Number,
    Positive,
    Quality,
    Surcharge,
    WebAddress,
    YearlyRate,
    read_count,
    read_number,
    refusal,
)
from som_model.scenario.text import Text


class Observed(Frozen):
    """A share counted in one's own data."""

    successes: Annotated[int, In("citizens"), Ge(0), BeforeValidator(read_count)]
    """Citizens who reached the success measure."""
    of: Annotated[int, In("citizens"), Ge(1), BeforeValidator(read_count)]
    """Citizens counted; those the rate is measured on."""

    @model_validator(mode="after")
    def _at_most_all(self) -> Self:
        if self.successes > self.of:
            raise refusal("observed_above_all", at="successes", successes=self.successes, of=self.of)
        return self


OfTheField = Annotated[Number, In("the field's own unit")]


class Estimate(Frozen):
    """A number with what is known about it; `value: null` says that it is not known."""

    kind: ClassVar[Literal["share", "amount", "change", "rate"]] = "change"

    value: OfTheField | None = None
    """The stated value, at which the base case is computed; needed unless observed is there."""
    low: OfTheField | None = None
    """Lower end of the interval, the least value for pert and triangular; no uncertainty unless stated."""
    high: OfTheField | None = None
    """Upper end of the interval, the greatest value for pert and triangular; no uncertainty unless stated."""
    interval: Annotated[Fraction, In("probability, above 0 and below 1"), Gt(0), Lt(1)] = 0.95
    """The probability that low to high holds; 0.95 unless stated."""
    distribution: Literal["fitted", "pert", "triangular"] = "fitted"
    """How the number is drawn: fitted by its kind, or pert or triangular over low to high."""
    observed: Observed | None = None
    """Successes counted among so many; gives the value of a share; nothing is counted unless stated."""
    prior: Literal["jeffreys"] | None = None
    """The prior from which a fixed share may be learned; it cannot be learned unless stated."""
    source: str | None = None
    """Where the number was read."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality | None = None
    """How good the number is: published, local, expert, assumed or implied."""
    evidence: EvidenceLevel | None = None
    """Level of evidence: 1 meta-analysis or trial, 2 comparison group, 3 before and after; SØM has these three."""
    evidence_years: EvidenceYears | None = None
    """Years for which the effect has been followed."""
    note: Text | None = None
    """Anything else the reader should know of the number."""

    @model_validator(mode="before")
    @classmethod
    def _value_from_observed(cls, raw: Any) -> Any:
        if not (isinstance(raw, dict) and isinstance(raw.get("observed"), dict)):
            return raw
        try:
            share = read_number(raw["observed"]["successes"]) / read_number(raw["observed"]["of"])
        except (KeyError, ValueError, ZeroDivisionError):
            return raw
        if raw.get("value") is None and 0 <= share <= 1:
            return {**raw, "value": _written(share)}
        return raw

    @model_validator(mode="after")
    def _what_is_known_agrees(self) -> Self:
        if self.observed is not None:
            self._agrees_with_observed(self.observed)
        elif (self.low is None) != (self.high is None):
            missing = "high" if self.high is None else "low"
            raise refusal("interval_one_end", at=missing, missing=missing)
        elif self.low is None and self.distribution != "fitted":
            raise refusal("needs_both_ends", at="distribution", distribution=self.distribution)
        elif self.low is not None and self.high is not None:
            self._interval_is_possible(self.low, self.high)
        return self

    def _agrees_with_observed(self, observed: Observed) -> None:
        if self.kind != "share":
            raise refusal("observed_not_a_share")
        if self.low is not None or self.high is not None:
            raise refusal("observed_and_interval")
        if self.distribution != "fitted":
            raise refusal("observed_and_distribution", at="distribution")
        share = observed.successes / observed.of
        if self.value is not None and abs(self.value - share) > 1e-9:
            raise refusal("observed_contradicts", at="value", value=_written(self.value), share=_written(share))

    def _interval_is_possible(self, low: float, high: float) -> None:
        if low > high:
            raise refusal("ends_cross", at="low", low=_written(low), high=_written(high))
        if self.value is None:
            return
        if not low <= self.value <= high:
            end = "low" if self.value < low else "high"
            raise refusal("value_outside_interval", at=end, value=_written(self.value), low=_written(low), high=_written(high))
        if low == high or self.distribution != "fitted":
            return
        if self.kind == "share" and self.sd**2 >= self.value * (1 - self.value):
            raise refusal("infeasible_beta", value=_written(self.value), low=_written(low), high=_written(high))
        if self.kind == "amount" and self.value == 0:
            raise refusal("infeasible_gamma")

    @property
    def uncertain(self) -> bool:
        """Whether anything but one number is stated."""
        return self.observed is not None or (self.low is not None and self.low != self.high)

    @property
    def sd(self) -> float:
        """Standard deviation of the fitted distribution: (high − low) / (2 z), z = 1.959964 for 0.95."""
        if self.low is None or self.high is None:
            return 0.0
        return (self.high - self.low) / (2 * NormalDist().inv_cdf(0.5 + self.interval / 2))

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        mapping = handler.resolve_ref_schema(handler(schema))
        number = dict(mapping["properties"]["value"]["anyOf"][0])
        return {"anyOf": [number, {"type": "null"}, {**mapping, "minProperties": 1}]}


class Share(Estimate):
    """A share of one: a rate of success, relapse or completion."""

    kind = "share"
    value: Fraction | None = None
    low: Fraction | None = None
    high: Fraction | None = None


class Amount(Estimate):
    """A number of kr., 0 or more."""

    kind = "amount"
    value: Kroner | None = None
    low: Kroner | None = None
    high: Kroner | None = None


class Quantity(Estimate):
    """A number of persons, hours, posts or units, 0 or more."""

    kind = "amount"
    value: NonNegative | None = None
    low: NonNegative | None = None
    high: NonNegative | None = None


class PositiveQuantity(Estimate):
    """A number above 0 that something is divided by."""

    kind = "amount"
    value: Positive | None = None
    low: Positive | None = None
    high: Positive | None = None


class Overhead(Estimate):
    """A surcharge on a salary, 0.2 for 20 %; at most three times the salary."""

    kind = "amount"
    value: Surcharge | None = None
    low: Surcharge | None = None
    high: Surcharge | None = None


class Change(Estimate):
    """A change in units, of either sign; negative = fewer units."""


class Rate(Estimate):
    """A yearly rate of growth, above −1 and below 1: 0.02 for 2 % a year."""

    kind = "rate"
    value: YearlyRate | None = None
    low: YearlyRate | None = None
    high: YearlyRate | None = None


E = TypeVar("E", bound=Estimate)


def as_estimate(raw: Any) -> Any:
    """A plain number is an estimate with a value only."""
    if isinstance(raw, list):
        raise refusal("one_number_not_list")
    if not isinstance(raw, dict):
        return {"value": raw}
    if not raw:
        raise refusal("empty_mapping")
    if "value" not in raw and "observed" not in raw:
        if years := [key for key in raw if str(key)[:1].isdecimal()]:
            raise refusal("one_number_not_map", key=str(years[0]))
        raise refusal("estimate_without_value", at="value")
    return raw


Figure: TypeAlias = Annotated[E, BeforeValidator(as_estimate)]
"""A field that takes a number or an estimate."""
MaybeFigure: TypeAlias = Annotated[E | None, BeforeValidator(as_estimate)]
"""The same; None where it is left out (null says that the number is not known)."""


def _written(number: float) -> str:
    """A number as the language writes it: enough decimals, never an exponent."""
    text = f"{number:.15f}".rstrip("0").rstrip(".")
    return text or "0"


def fixed(kind: type[E], value: float) -> E:
    """An estimate of one certain number, for what is left out of a file."""
    return kind.model_construct(value=value)
