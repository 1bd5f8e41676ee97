"""The law behind a payer rule, dated, as the catalogue holds it."""

import re
from collections.abc import Mapping
from datetime import date
from itertools import pairwise
from typing import Annotated, Any, TypeAlias

from pydantic import AfterValidator, BeforeValidator, Field

from som_model.scenario.frozen import Frozen, Named
from som_model.scenario.quantities import Boolean, In, Number, Quality, WebAddress, Year, refusal
from som_model.scenario.text import Text
from som_model.wording.parties import Payer


def _date(raw: Any) -> Any:
    try:
        return date.fromisoformat(raw)
    except (TypeError, ValueError):
        raise refusal("bad_date", raw=str(raw), write=_meant(str(raw))) from None


def _meant(raw: str) -> str:
    """The date that '31-12-2023', '31.12.2023' or '2023' stands for."""
    if match := re.fullmatch(r"(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})", raw):
        return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"
    return f"{raw}-01-01" if re.fullmatch(r"\d{4}", raw) else "2023-10-01"


def _several(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else (raw,)


def _texts(raw: Any) -> Any:
    return tuple(raw) if isinstance(raw, list) else raw


Numbers = Annotated[Mapping[str, Annotated[tuple[Number, ...], BeforeValidator(_several)]], AfterValidator(Named)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_texts)]


class Law(Frozen):
    """What held from a date until the next."""

    since: Annotated[date, In("date, year-month-day"), BeforeValidator(_date)]
    """First day it holds."""
    unknown: Boolean = False
    """true: what held from this date is not known, and the rule cannot be used."""
    only_for: Texts = ()
    """Sections whose unit costs it holds for; all unless stated."""
    numbers: Annotated[Numbers, In("shares 0-1, weeks or days by name, as the rule asks")] = Named({})
    """Shares, weeks and days of the law."""
    amounts: Annotated[Numbers, In("kr. by name")] = Named({})
    """Kr. of the law, in prices of `level`."""
    level: Year | None = None
    """Price level of the amounts; the unit cost's own price year unless stated."""
    notice: Text | None = None
    """What the reader of a calculation in these years should know."""
    source: str | None = None
    """Where the law was read."""
    url: WebAddress | None = None
    """The source's address."""
    quality: Quality | None = None
    """How good the figures are: published, local, expert, assumed or implied."""


class PayerLaw(Frozen):
    """A payer rule of the catalogue: what it is for and its dated law."""

    label: Text
    """What readers see instead of the name."""
    summary: Text
    """Who pays under the rule, in one sentence."""
    law: str
    """The act it stands in."""
    payers: Annotated[tuple[Payer, ...], BeforeValidator(_texts)]
    """Those it may name as payers."""
    covers: Texts = ()
    """Acts whose unit costs it may split; any unless stated."""
    known_to: Year
    """Last year whose law was read; it is carried on after that, with a notice."""
    laws: Annotated[tuple[Law, ...], BeforeValidator(_texts), Field(min_length=1)]
    """What held, by date."""

    def covers_law(self, law: str | None) -> bool:
        """Whether a unit cost under this law may be split by the rule."""
        return not self.covers or any(cites(law or "", act) for act in self.covers)

    def in_year(self, year: int, law: str | None) -> "LawsOfYear":
        """(share of the year's days, law) of a calendar year; None before the first law and where it is not known."""
        first, end = date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()
        starts = sorted({law.since.toordinal() for law in self.laws})
        changes = [first, *(day for day in starts if first < day < end), end]
        return tuple(((until - day) / (end - first), self._on(day, law)) for day, until in pairwise(changes))

    def known_years(self) -> tuple[str, ...]:
        """The spells of years whose law is known, as text: '2007-2009'."""
        spells: list[str] = []
        begun: int | None = None
        for year, unknown in sorted({(law.since.year, law.unknown) for law in self.laws}):
            if unknown and begun is not None:
                spells.append(f"{begun}-{year - 1}")
                begun = None
            elif not unknown and begun is None:
                begun = year
        return (*spells, *((f"{begun}-",) if begun is not None else ()))

    def _on(self, day: int, law: str | None) -> Law | None:
        """The latest law that applies; one for the unit cost's own section goes before a general one of the same date."""
        own = [dated for dated in self.laws if any(cites(law or "", section) for section in dated.only_for)]
        general = [dated for dated in self.laws if not dated.only_for]
        begun = [dated for dated in (*own, *general) if dated.since.toordinal() <= day]
        latest = max(begun, key=lambda dated: dated.since, default=None)
        return None if latest is None or latest.unknown else latest


LawsOfYear: TypeAlias = tuple[tuple[float, Law | None], ...]

FORMS = (("\N{NO-BREAK SPACE}", " "), ("lov om social service", "serviceloven"), ("\N{EN DASH}", "-"))
ACT = re.compile(r"barnets lov|[a-zæøå]*loven|lov om [a-zæøå ]+")
IN_ACT = re.compile(r"\s*i\s+(barnets lov|[a-zæøå]*loven)")
SECTION = r"\d+(?:\s*(?!i\s+(?:barnets|[a-zæøå]*lov))[a-z](?![a-zæøå]))?"
SECTIONS = re.compile(rf"§+\s*({SECTION}(?:\s*(?:,|og|-|/|§)+\s*{SECTION})*)")


def cites(law: str, section: str) -> bool:
    """Whether the text of a law names an act, or a section of it ('serviceloven § 52'), however it is written:
    '§ 110 i serviceloven', 'serviceloven §§ 109-110', 'lov om social service §110'."""
    asked = _tidied(section)
    act, sign, _ = asked.partition(" §")
    return act in _tidied(law) if not sign else _cited(asked) <= _cited(_tidied(law))


def _tidied(law: str) -> str:
    text = law.casefold()
    for written, meant in FORMS:
        text = text.replace(written, meant)
    return text


def _cited(text: str) -> set[tuple[str, str]]:
    """(act, section) of everything a text of law names; a section belongs to the act before it, or after 'i'."""
    acts = [(act.start(), act[0].strip()) for act in ACT.finditer(text)]
    cited: set[tuple[str, str]] = set()
    for listed in SECTIONS.finditer(text):
        after = IN_ACT.match(text, listed.end())
        before = [name for start, name in acts if start < listed.start()]
        act = after[1] if after else before[-1] if before else ""
        cited |= {(act, number) for number in _numbers(listed[1])}
    return cited


def _numbers(listed: str) -> set[str]:
    """'109-110' and '66 / § 66 a' as single sections."""
    single = {re.sub(r"\s+", "", section) for section in re.findall(SECTION, listed)}
    for first, last in re.findall(r"(\d+)\s*-\s*(\d+)", listed):
        single |= {str(number) for number in range(int(first), min(int(last), int(first) + 50) + 1)}
    return single
