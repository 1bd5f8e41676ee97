"""Who pays: shares of municipality, region, state and citizen, or a payer rule that gives them."""

from collections.abc import Mapping
from math import fsum
from typing import TYPE_CHECKING, Annotated, Any, Self

from annotated_types import Len
from pydantic import (
    AfterValidator,
    BeforeValidator,
    Discriminator,
    Field,
    GetJsonSchemaHandler,
    Tag,
    ValidationInfo,
    create_model,
    model_validator,
)
from pydantic_core import CoreSchema, PydanticCustomError

from som_model.scenario.calendar import Slot, as_series, slots
from som_model.scenario.estimate import Figure, Quantity
from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.quantities import Fraction, Year, is_thousands_or_decimals, read_kroner, refusal
from som_model.wording.parties import PARTIES, PAYERS, Party, Payer

ROUNDING = 1e-9


def _plain_share(raw: Any) -> Any:
    if raw is None:
        raise refusal("share_unknown")
    if isinstance(raw, dict):
        value = raw.get("value")
        raise refusal("share_not_estimate", write=value if isinstance(value, str) else "0.8")
    return raw


PlainShare = Annotated[Fraction | None, BeforeValidator(_plain_share)]


def _share_of(party: Party) -> Any:
    """A field of Shares: what it says is made from the table of parties."""
    beside = "" if party.public else ", shown and never in a total"
    sentence = f"T{party.the[1][1:]}'s share ({party.label[0].lower()}){beside}; 0 or the rest unless stated."
    return (PlainShare, Field(default=None, description=sentence))


class _Stated(Frozen):
    """Nothing but the base that the parties' fields are added to."""


if TYPE_CHECKING:
    _SharesByParty = _Stated
else:
    _SharesByParty = create_model(
        "SharesByParty", __base__=_Stated, __module__="parties", **{party.key: _share_of(party) for party in PARTIES}
    )


class Shares(_SharesByParty):
    """Shares that sum to 1; `rest` names the payer who takes what is left."""

    rest: Payer | None = None
    """The payer who takes what the others leave; none unless stated."""

    @model_validator(mode="after")
    def _shares_sum_to_one(self) -> Self:
        stated = {payer: share for payer in PAYERS if (share := getattr(self, payer)) is not None}
        total = fsum(stated.values())
        if self.rest is None and abs(total - 1) > ROUNDING:
            raise refusal("shares_sum", total=f"{total:.10f}".rstrip("0").rstrip("."))
        if self.rest is not None and total > 1 + ROUNDING:
            raise refusal("rest_below_zero", at="rest", total=f"{total:.10f}".rstrip("0").rstrip("."))
        if self.rest in stated:
            raise refusal("rest_names_payer", at="rest", payer=str(self.rest))
        return self

    def of_payers(self) -> tuple[float, ...]:
        """The share of each payer, in the order of PAYERS."""
        stated = {payer: getattr(self, payer) or 0.0 for payer in PAYERS}
        if self.rest is not None:
            stated[self.rest] = max(0.0, 1 - fsum(stated.values()))
        return tuple(stated[payer] for payer in PAYERS)


def _kroner(name: str, raw: Any) -> None:
    """A parameter in kr. is written like every amount: 900.000 is refused."""
    if isinstance(raw, str) and is_thousands_or_decimals(raw):
        try:
            read_kroner(raw)
        except PydanticCustomError as error:
            raise refusal(
                error.type, at=name, **{key: value for key, value in (error.context or {}).items() if key != "text"}
            ) from None


class PayerRule(Frozen):
    """A payer rule of the catalogue with the citizens' own parameters: {rule: …, days_per_admission: …}."""

    rule: str
    """The rule's name in the catalogue."""
    parameters: Annotated[Mapping[str, Figure[Quantity]], AfterValidator(Named)]
    """What the rule asks of the citizens; one nested level is written with a dot."""

    @model_validator(mode="before")
    @classmethod
    def _parameters_beside_the_name(cls, raw: dict[str, Any], info: ValidationInfo) -> dict[str, Any]:
        if raw["rule"] in (None, ""):
            raise refusal("rule_unnamed", at="rule")
        if stray := next((name for name in ("source", "quality", "note", "url") if name in raw), None):
            raise refusal("known_of_parameter", at=stray, field=stray)
        parameters: dict[str, Any] = {}
        for name, value in raw.items():
            if name == "shorter_stays" and isinstance(value, dict):
                parameters.update({f"{name}.{inner}": item for inner, item in value.items()})
            elif name != "rule":
                parameters[name] = value
        in_kroner = (info.context or {}).get("in_kroner", lambda _rule, _name: False)
        for name, value in parameters.items():
            if in_kroner(str(raw["rule"]), name):
                _kroner(name, value.get("value") if isinstance(value, dict) else value)
        return {"rule": raw["rule"], "parameters": parameters}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "object", "properties": {"rule": {"type": "string"}}, "required": ["rule"]}


def _as_payers(raw: Any) -> Any:
    return None if raw is None else as_series(raw)


def _which(raw: Any) -> str:
    return "rule" if isinstance(raw, dict) and "rule" in raw else "shares"


def _shares_or_rule(raw: Any) -> Any:
    if isinstance(raw, str):
        write = f"{{rule: {raw}, …}}" if "_" in raw else f"{{{raw if raw in PAYERS else 'municipality'}: 1}}"
        raise refusal("payers_as_text", write=write)
    if isinstance(raw, dict) and "regel" in raw:
        raise refusal("unknown_key_near", at="regel", key="regel", near="rule")
    if raw == {}:
        raise refusal("empty_mapping")
    return raw


Split = Annotated[
    Annotated[Shares, Tag("shares")] | Annotated[PayerRule, Tag("rule")], Discriminator(_which), BeforeValidator(_shares_or_rule)
]


class Payers(Frozen):
    """Who pays throughout, by year (each split from its year on), or as a list of one split per year."""

    every: Split | None = None
    by_year: Annotated[Mapping[Year, Split], AfterValidator(Named)] | None = None
    each: Annotated[tuple[Split, ...], Len(1, 60), BeforeValidator(tuple)] | None = None

    def in_years(self, years: tuple[int, ...]) -> tuple[Slot[Shares | PayerRule] | None, ...]:
        """The split of each calendar year; None where a map has not begun."""
        return slots(self.every, self.by_year, self.each, years)

    def splits(self) -> tuple[Shares | PayerRule, ...]:
        """Every split stated."""
        return (*((self.every,) if self.every is not None else ()), *((self.by_year or {}).values()), *(self.each or ()))

    def rules(self) -> tuple[PayerRule, ...]:
        """Every split stated that follows a rule."""
        return tuple(split for split in self.splits() if isinstance(split, PayerRule))

    def by_element(self, calendar: tuple[int, ...]) -> dict[str, Shares | PayerRule]:
        """Every split stated, by its place under the payers: its year, or '' where one holds throughout."""
        if self.each is not None:
            return {str(year): split for year, split in zip(calendar, self.each, strict=False)}
        if self.by_year is not None:
            return {str(year): split for year, split in self.by_year.items()}
        return {"": self.every} if self.every is not None else {}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        forms = handler.resolve_ref_schema(handler(schema))["properties"]
        return {"anyOf": [form for name in ("every", "by_year", "each") for form in forms[name]["anyOf"][:1]]}


PayersField = Annotated[Payers | None, BeforeValidator(_as_payers)]
"""A field that says who pays; None where it is left out or not known."""
