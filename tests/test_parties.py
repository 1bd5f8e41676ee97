"""A further payer is a row of the table of parties: every output shows it, without a line of code elsewhere."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from som_model.wording.parties import PARTIES, PAYERS, PUBLIC_PAYERS
from som_model.wording.table import TABLE

ROOT = Path(__file__).parent.parent
OF_ONE_PAYER = {
    "sensitivity fund": ["fund"],
    "break-even employer": ["employer"],
}
"""Whose outcome is asked for."""
OF_THE_PUBLIC = {
    "review": ["fund"],
    "budget.csv": ["fund"],
    "tidy.csv": ["fund"],
    "drivers": ["fund"],
    "notebook Comparison": ["fund"],
    "notebook Tornado": ["fund"],
    "notebook Budget": ["fund"],
}
"""What speaks of the public total, or names the payer in the title of one of its assumptions."""
OF_LINES = {"ledger": ["employer"], "waterfall": ["employer"]}
"""Amounts of the public total by line; who stands in no total is told below."""
OF_THE_TOTAL = ("value-of-information", "learn", "by_area", "comparison", "fan", "payback", "simulation", "tornado")
"""The public total, or the municipality's own budget."""


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Output → which of the two further payers it names."""
    command = [sys.executable, str(ROOT / "tests" / "parties" / "every_output.py"), str(tmp_path_factory.mktemp("outputs"))]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout.splitlines()[-1]))


def test_every_output_shows_a_fourth_public_and_a_second_private_payer(named: dict[str, list[str]]) -> None:
    """Console, JSON, CSV, charts, brief in three formats, workbook, notebook; a difference from a reference too."""
    wanted = {**OF_ONE_PAYER, **OF_THE_PUBLIC, **OF_LINES, **{name: [] for name in OF_THE_TOTAL}}
    both = {name: ["fund", "employer"] for name in named if name not in wanted}
    assert {"run", "compare reference", "brief.docx", "brief.pdf", "book.xlsx", "transfers", "by_payer"} <= set(both)
    assert named == {**both, **wanted}


def test_the_table_holds_each_party_once_and_the_public_ones_first() -> None:
    keys = [party.key for party in PARTIES]
    assert len(set(keys)) == len(keys)
    assert sorted(PARTIES, key=lambda party: not party.public) == list(PARTIES)
    assert len({(party.colour, party.hatch) for party in PARTIES}) == len(PARTIES)
    assert PAYERS[: len(PUBLIC_PAYERS)] == PUBLIC_PAYERS
    for party in PARTIES:
        assert (TABLE[party.key], TABLE[f"the_{party.key}"]) == (party.label, party.the)
