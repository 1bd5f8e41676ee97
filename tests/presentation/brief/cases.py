"""Scenarios that briefs are tested on, and briefs taken apart again: tables as readers see them, and the text of a PDF."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from docx import Document
from pypdf import PdfReader

import som_model as som
from som_model.presentation.brief.blocks import Brief, Heading, Items, Paragraph
from som_model.presentation.brief.harmless import BREAK_HERE, NO_BREAK
from som_model.presentation.brief.writing import brief
from som_model.presentation.described.table import Table
from som_model.wording.table import Language

ROOT = Path(__file__).parent.parent.parent.parent
FILES = [file for file in sorted((ROOT / "scenarios").rglob("*.yaml")) if file.name != "our_prices.yaml"]
HEDENSTED = ROOT / "scenarios" / "hedensted.yaml"
EXAMPLE = ROOT / "scenarios" / "example.yaml"
RR2 = ROOT / "scenarios" / "published" / "rr2_adhd.yaml"
HEAD = "som: 1\nname: case\nprice_year: 2024\ndiscount_rate: 0\n"
GROUP = (
    "period: {start: 2024, years: %d}\ntarget_groups:\n  a:\n    title: Borgere\n    participants: 10\n    success_rate: %s\n"
    "    consequences: {x: {unit_cost: p, change: [-1]}}\n"
)
PRICE = (
    "unit_costs:\n  p: {amount: 10000, unit: course, price_year: 2024, payers: %s, source: Kommunen, quality: local, area: %s}\n"
)
COST = "programme:\n  payers: {municipality: 1}\n  costs: {c: {amount: %d, basis: year}}\n"
HOSTILE = (
    '=HYPERLINK("x")',
    "<script>alert(1)</script>",
    "#import",
    "$x$",
    "_under_ *star* @ref",
    "\\\\ #set text(red)",
    "{{ 7*7 }} {n} </style><svg onload=alert(2)>",
)
LONG = "W" * 300


def every_variant(file: Path) -> list[som.Scenario]:
    """The base of a file and each of its variants."""
    return [som.read_scenario(file), *(each for each in som.read_scenarios(file) if each.variant is not None)]


def scenario_of(folder: Path, text: str) -> som.Scenario:
    """A scenario of price year 2024, undiscounted, from the lines that follow its head."""
    file = folder / "case.yaml"
    file.write_text(HEAD + text, encoding="utf-8")
    return som.read_scenario(file)


def simple(folder: Path, *, cost: int, rate: str = "0.5", payers: str = "{municipality: 1}", years: int = 5) -> som.Scenario:
    """10 citizens a year; each success saves 10,000 kr. once: 50,000 kr. a year at 50 %."""
    return scenario_of(folder, GROUP % (years, rate) + COST % cost + PRICE % (payers, "service"))


def hostile(folder: Path) -> som.Scenario:
    """A scenario whose every text is a trap, for 40 years, paid in part by citizens."""
    trap = " ".join(HOSTILE).replace("'", "''")
    return scenario_of(
        folder,
        f"title: '{trap}'\norganisation: \"bell \\a escape \\e turn \\u202e {LONG}\"\nnotes: '{trap} {LONG}'\n"
        "period: {start: 2024, years: 40}\n"
        f"not_counted: ['{LONG}', '{HOSTILE[0]}', '{HOSTILE[1]}', '{HOSTILE[2]}', '{HOSTILE[3]}', '+1']\n"
        f"target_groups:\n  a:\n    title: {LONG}\n    participants: 10\n"
        f"    success_rate: {{value: 0.3, low: 0.2, high: 0.4, source: '{trap}', url: 'javascript:alert(5)', quality: local}}\n"
        "    baseline_rate: {value: 0.05, source: '\"><svg onload=alert(6)>', quality: local,\n"
        "                    url: 'https://example.org/\"onload=\"x'}\n"
        f"    consequences: {{b: {{title: '{trap}', unit_cost: x, change: [-1]}}}}\n"
        "programme:\n  payers: {municipality: 0.8, citizen: 0.2}\n"
        f"  costs: {{c: {{title: {LONG}, amount: 9000, basis: year, source: '{LONG}', quality: published}}}}\n"
        "unit_costs:\n  x: {amount: 20000, unit: year, price_year: 2024, payers: {municipality: 1},\n"
        f"      label: '{trap}', source: '{LONG}'}}\n",
    )


def brief_of(scenario: som.Scenario, language: Language = "da", draws: int = 500) -> Brief:
    return brief(som.simulate(scenario, draws), language)


def section(made: Brief, heading: str) -> str:
    """All that stands under a heading, without what is there for line breaks."""
    found: list[str] = []
    within = False
    for block in made.blocks:
        if isinstance(block, Heading):
            within = block.text == heading
        elif within:
            found += _texts(block)
    assert found, heading
    return plain(" ".join(found))


def _texts(block: object) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    if isinstance(block, Items):
        return [f"{item.lead}: {item.text}" for item in block.items]
    if isinstance(block, Table):
        return [block.title, *(" | ".join(map(str, row)) for row in block.rows), block.note]
    return []


def answer_of(made: Brief) -> str:
    return plain(next(block.text for block in made.blocks if isinstance(block, Paragraph) and block.kind == "answer"))


def plain(text: str) -> str:
    return text.replace(NO_BREAK, " ").replace(BREAK_HERE, "")


class _Tables(HTMLParser):
    """Rows of cells of every table of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[list[list[str]]] = []
        self.within = False

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002
        if tag == "table":
            self.tables.append([])
        elif tag == "tr":
            self.tables[-1].append([])
        elif tag in ("td", "th"):
            self.tables[-1][-1].append("")
            self.within = True

    def handle_endtag(self, tag: str) -> None:
        if tag in ("td", "th"):
            self.within = False

    def handle_data(self, data: str) -> None:
        if self.within:
            self.tables[-1][-1][-1] += data


def tables_in_html(page: str) -> list[list[list[str]]]:
    reader = _Tables()
    reader.feed(page)
    return reader.tables


def tables_in_word(made: bytes) -> list[list[list[str]]]:
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(io.BytesIO(made)).tables]


def text_in_pdf(made: bytes) -> str:
    pages = PdfReader(io.BytesIO(made)).pages
    return plain("\n".join(page.extract_text() for page in pages))


def pages_of(made: bytes) -> int:
    return len(PdfReader(io.BytesIO(made)).pages)


def rounded(amount: float, unit: float) -> int:
    """As people round: half away from zero; a billionth below a half is the half."""
    return int(Decimal(repr(round(amount / unit, 9))).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def whole(cell: str) -> int:
    """A cell that holds a whole number in Danish or English."""
    assert re.fullmatch("\N{MINUS SIGN}?[0-9]{1,3}([.,][0-9]{3})*", cell), cell
    return int(cell.replace("\N{MINUS SIGN}", "-").replace(".", "").replace(",", ""))


def by_libreoffice(made: bytes, folder: Path) -> bytes:
    """A Word file as LibreOffice prints it; skipped where there is none on a user's machine."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice is needed here: it opens the Word file")
        pytest.skip("LibreOffice is not on this machine")
    (folder / "brief.docx").write_bytes(made)
    own = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, own, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(folder / "brief.docx")]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", timeout=180, check=False)
    assert (folder / "brief.pdf").is_file(), done.stderr
    return (folder / "brief.pdf").read_bytes()
