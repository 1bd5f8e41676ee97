"""LibreOffice computes a workbook anew: every stored value of a formula is taken out first, because it would be trusted."""

from __future__ import annotations

import csv
import os
import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice") or shutil.which("libreoffice")
FORMULA = re.compile(r'(<c r="[A-Z]+[0-9]+"[^>]*>)(<f>.*?</f>)<v>.*?</v></c>', re.DOTALL)
TYPED = re.compile(r' t="(?:str|e|b)"')
WHOLE_NUMBERS = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,{number}"
"""Separated text in UTF-8, each number with all its digits, of the sheet with this number."""
Place = tuple[str, str]


def needs_libreoffice() -> None:
    """Skip where LibreOffice is not installed; fail where tests must be complete."""
    if PROGRAM is None:
        if os.environ.get("CI") == "true":
            pytest.fail("LibreOffice (soffice) is needed to recalculate the workbook")
        pytest.skip("LibreOffice (soffice) is not installed")


def without_values(source: Path, target: Path, sheets: Iterable[str], numbers: Mapping[Place, float] | None = None) -> int:
    """Copy a workbook without the values of its formulas; numbers: (sheet, place) → another number for a cell.

    sheets: the names in order. Returns how many values were taken out.
    """
    order = {f"xl/worksheets/sheet{number}.xml": name for number, name in enumerate(sheets, start=1)}
    removed = 0
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for item in old.infolist():
            content = old.read(item)
            if item.filename in order:
                text, count = FORMULA.subn(lambda found: TYPED.sub("", found[1]) + found[2] + "</c>", content.decode("utf-8"))
                removed += count
                for (sheet, place), number in (numbers or {}).items():
                    if sheet == order[item.filename]:
                        text, changed = re.subn(rf'(<c r="{place}"[^>]*>)<v>.*?</v>', rf"\g<1><v>{number!r}</v>", text)
                        assert changed == 1, (sheet, place)
                content = text.encode("utf-8")
            new.writestr(item, content)
    return removed


def recalculated(folder: Path, files: list[Path], sheet: str, number: int) -> list[dict[str, float | str]]:
    """Place → value of every cell of one sheet (its name, its number from 1), of each file computed anew."""
    made = folder / "made"
    made.mkdir(exist_ok=True)
    assert PROGRAM is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [PROGRAM, profile, "--headless", "--convert-to", WHOLE_NUMBERS.format(number=number), "--outdir", str(made)]
    done = subprocess.run([*command, *map(str, files)], capture_output=True, encoding="utf-8", timeout=540, check=False)
    found = [made / f"{file.stem}-{sheet}.csv" for file in files]
    assert all(file.is_file() for file in found), done.stderr or done.stdout
    return [_cells(file) for file in found]


def _cells(file: Path) -> dict[str, float | str]:
    """Place → number, or text where the cell holds none."""
    rows = csv.reader(file.read_text(encoding="utf-8").splitlines())
    return {
        f"{_letters(column)}{row}": _read(cell) for row, cells in enumerate(rows, start=1) for column, cell in enumerate(cells)
    }


def _letters(column: int) -> str:
    """The name of a column counted from 0: A, Z, AA."""
    return chr(65 + column) if column < 26 else _letters(column // 26 - 1) + chr(65 + column % 26)


def _read(cell: str) -> float | str:
    """A number, whose decimal sign is that of the cell's format."""
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        return cell
