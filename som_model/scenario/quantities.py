"""Scalars of the language: text typed by its field, refused with how to write it.

A number is -?digits[.digits]; nothing else is ever taken for one.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from typing import Annotated, Any, Literal, TypeAlias

from annotated_types import Ge, Gt, Le, Lt
from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
THOUSANDS_OR_DECIMALS = re.compile(r"(-?[1-9][0-9]{0,2})\.([0-9]{3})")
THOUSANDS_OR_COMMA = re.compile(r"(-?[1-9][0-9]{0,2}),([0-9]{3})")
DASHES = "[\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}\N{FIGURE DASH}\N{NON-BREAKING HYPHEN}]"
"""What word processors put for a minus."""
YEAR = re.compile(r"[12][0-9]{3}")
MONTH = re.compile(r"([12][0-9]{3})-([0-9]{2})")
BEYOND_REASON = 10**15
"""Larger numbers are slips, and would lose their oere."""
KEY = re.compile(r"[^\s.@]+")
NAME = re.compile(r"[a-z0-9_æøå]+")


def refusal(key: str, /, **values: str | int | float) -> PydanticCustomError:
    """A refusal that names its line in the table of words."""
    return PydanticCustomError(key, "{text}", {"text": key, **values})


def read_number(raw: Any) -> float:
    """A number from text. Raises a refusal that says how to write it."""
    if not isinstance(raw, str):
        raise refusal("number_expected_here")
    if NUMBER.fullmatch(raw) and raw != "-0" and isfinite(float(raw)):
        if abs(float(raw)) >= BEYOND_REASON:
            raise refusal("too_large", raw=raw, limit=str(BEYOND_REASON))
        return float(raw)
    raise _number_refusal(raw)


def is_thousands_or_decimals(raw: str) -> bool:
    """Whether '215.000' or '215,000' is written, which may mean 215000 or 215."""
    return bool(THOUSANDS_OR_DECIMALS.fullmatch(raw) or THOUSANDS_OR_COMMA.fullmatch(raw))


def read_kroner(raw: Any) -> float:
    """A kr. amount from text; '215.000' is refused, because it may mean 215000 or 215."""
    if isinstance(raw, str) and (match := THOUSANDS_OR_DECIMALS.fullmatch(raw)):
        raise refusal("thousands_or_decimals", raw=raw, thousands=match[1] + match[2], decimals=raw + "0")
    if isinstance(raw, str) and (match := THOUSANDS_OR_COMMA.fullmatch(raw)):
        raise refusal("thousands_or_decimals", raw=raw, thousands=match[1] + match[2], decimals=f"{match[1]}.{match[2]}0")
    return read_number(raw)


def _number_refusal(raw: str) -> PydanticCustomError:
    text = re.sub(DASHES, "-", raw.strip())
    if match := re.fullmatch(r"(-?[0-9]+(?:[.,][0-9]+)?)\s*%", text):
        share = f"{float(match[1].replace(',', '.')) / 100:.10f}".rstrip("0").rstrip(".")
        return refusal("percent_sign", raw=raw, write=share)
    if match := re.fullmatch(r"(-?[0-9][0-9., ]*)\s*(?:kr\.?|DKK|kroner)", text, re.IGNORECASE):
        return refusal("unit_in_number", raw=raw, write=_plain(match[1].strip()))
    if re.fullmatch(r"-?[0-9]{1,3}([. _'\u00a0][0-9]{3})+(,[0-9]+)?", text) or re.fullmatch(r"-?[0-9]+,[0-9]+", text):
        return refusal("number_signs", raw=raw, write=_plain(text))
    if re.fullmatch(r"-?[0-9]{1,3}(,[0-9]{3}){2,}(\.[0-9]+)?", text):
        return refusal("number_signs", raw=raw, write=text.replace(",", ""))
    if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]+", text) and abs(float(text)) < 1e15:
        return refusal("number_form", raw=raw, write=f"{float(text):.12f}".rstrip("0").rstrip("."))
    if match := re.fullmatch(r"(-?[0-9][0-9.]*(?:,[0-9]+)?)\s*(mio|mia|t|tkr)\.?\s*(?:kr\.?)?", text, re.IGNORECASE):
        size = {"mio": 6, "mia": 9, "t": 3, "tkr": 3}[match[2].lower()]
        return refusal("unit_in_number", raw=raw, write=f"{Decimal(_plain_or_point(match[1])).scaleb(size):f}")
    if match := re.fullmatch(r"(-?[0-9][0-9.]*),-+", text):
        return refusal("unit_in_number", raw=raw, write=_plain(match[1]))
    if re.fullmatch(r"0[xX][0-9a-fA-F]+", text):
        return refusal("number_form", raw=raw, write=str(int(text, 16)))
    if re.fullmatch(r"[+-]?[0-9]*(\.[0-9]*)?", text) and re.search("[0-9]", text):
        return refusal("number_form", raw=raw, write=_tidied(text))
    return refusal("not_a_number", raw=raw)


def _plain(text: str) -> str:
    """Danish or spaced digits as the language writes them: '1.000.000,5' → '1000000.5'."""
    whole, comma, decimals = text.partition(",")
    digits = re.sub(r"[^0-9-]", "", whole)
    return f"{digits}.{decimals}" if comma else digits


def _plain_or_point(text: str) -> str:
    """'0,48' and '1.200' as Danes write them; a single point that is no thousands sign stays a point."""
    return text if re.fullmatch(r"-?[0-9]+\.[0-9]{1,2}", text) else _plain(text)


def _tidied(text: str) -> str:
    sign = "-" if text.startswith("-") else ""
    whole, _, decimals = text.lstrip("+-").partition(".")
    return sign + (whole.lstrip("0") or "0") + (f".{decimals}" if decimals else "")


def read_year(raw: Any) -> int:
    """A calendar year of four digits."""
    if isinstance(raw, str) and YEAR.fullmatch(raw):
        return int(raw)
    if isinstance(raw, str) and MONTH.fullmatch(raw):
        raise refusal("month_not_here", raw=raw, write=raw[:4])
    raise refusal("year_expected", raw=str(raw) if isinstance(raw, str) else "")


def read_month(raw: Any) -> str:
    """A year '2017' or a month '2017-10', kept as text."""
    if isinstance(raw, str) and YEAR.fullmatch(raw):
        return raw
    if isinstance(raw, str) and (match := MONTH.fullmatch(raw)) and 1 <= int(match[2]) <= 12:
        return raw
    raise refusal("month_expected", raw=str(raw) if isinstance(raw, str) else "")


def read_boolean(raw: Any) -> bool:
    """`true` or `false`, in no other spelling."""
    if raw in ("true", "false"):
        return bool(raw == "true")
    raise refusal("true_or_false", raw=str(raw) if isinstance(raw, str) else "")


def read_count(raw: Any) -> int:
    """A whole number."""
    if isinstance(raw, str) and re.fullmatch(r"-?(0|[1-9][0-9]*)", raw):
        return int(raw)
    number = read_number(raw)
    raise refusal("whole_number", raw=str(raw), write=str(round(number)))


def read_name(raw: Any) -> str:
    """A short name: a-z 0-9 _ and æøå."""
    if isinstance(raw, str) and NAME.fullmatch(raw):
        return raw
    suggestion = re.sub(r"[^a-z0-9_æøå]+", "_", raw.lower()).strip("_") if isinstance(raw, str) else ""
    raise refusal("bad_name", raw=str(raw) if isinstance(raw, str) else "", write=suggestion or "my_scenario")


def read_key(raw: Any) -> str:
    """The name of an entry: part of an address, so without point, space or @."""
    if isinstance(raw, str) and KEY.fullmatch(raw):
        return raw
    text = raw if isinstance(raw, str) else ""
    raise refusal("bad_key", raw=text, write=re.sub(r"[\s.@]+", "_", text).strip("_") or "name")


def read_price_key(raw: Any) -> str:
    """The name of a price, which may pin its vintage: key@2020."""
    key, pinned, year = raw.partition("@") if isinstance(raw, str) else ("", "", "")
    if pinned and not YEAR.fullmatch(year):
        raise refusal("bad_key", raw=raw, write=f"{key or 'name'}@2020")
    read_key(key)
    return str(raw)


@dataclass(frozen=True, slots=True)
class In:
    """What a field is in: `Annotated[Fraction, In("share a year, 0-1")]`. The outermost holds."""

    unit: str


Number = Annotated[float, BeforeValidator(read_number)]
Kroner = Annotated[float, In("kr."), Ge(0), BeforeValidator(read_kroner)]
Fraction = Annotated[float, In("share, 0-1"), Ge(0), Le(1), BeforeValidator(read_number)]
"""A share of one, 0 to 1."""
Positive = Annotated[float, Gt(0), BeforeValidator(read_number)]
NonNegative = Annotated[float, Ge(0), BeforeValidator(read_number)]
Surcharge = Annotated[float, In("share of the salary, 0-3"), Ge(0), Le(3), BeforeValidator(read_number)]
YearlyRate = Annotated[float, In("share a year, above -1 and below 1"), Gt(-1), Lt(1), BeforeValidator(read_number)]
Year = Annotated[int, In("year"), BeforeValidator(read_year), WithJsonSchema({"type": "integer", "minimum": 1000})]
YearOrMonth = Annotated[
    str,
    In("year or month"),
    BeforeValidator(read_month),
    WithJsonSchema({"anyOf": [{"type": "integer"}, {"type": "string", "pattern": "^[12][0-9]{3}-[0-9]{2}$"}]}),
]
Boolean = Annotated[bool, BeforeValidator(read_boolean)]
Key = Annotated[str, BeforeValidator(read_key)]
PriceKey = Annotated[str, BeforeValidator(read_price_key)]
Name = Annotated[str, BeforeValidator(read_name), WithJsonSchema({"type": "string", "pattern": "^[a-z0-9_æøå]+$"})]
UnitCostKey = Annotated[str, In("key of a unit cost")]
SeriesKey = Annotated[str, In("name of a price index")]
WebAddress = Annotated[str, In("web address")]
EvidenceLevel = Annotated[int, In("level, 1-5"), Ge(1), Le(5), BeforeValidator(read_count)]
EvidenceYears = Annotated[NonNegative, In("years")]

Area: TypeAlias = Literal["service", "transfers", "capital", "co_financing", "other"]
Quality: TypeAlias = Literal["published", "local", "expert", "assumed", "implied"]
Category: TypeAlias = Literal["preparation", "training", "operation", "equipment"]
