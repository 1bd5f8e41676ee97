"""Run in a process whose table of parties has two rows more: every output names the payers that it shows.

    python tests/parties/every_output.py FOLDER

Prints, for each output, which of the two it names. What names them is told in tests/test_parties.py.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

from som_model.wording import parties

PUBLIC, PRIVATE = ("Fonden", "the fund"), ("arbejdsgiveren", "the employer")
FUND = parties.Party("fund", True, ("Fond", "Fund"), ("fonden", "the fund"), "#009E73", "----", "round_dot")
EMPLOYER = parties.Party("employer", False, ("Arbejdsgiver", "Employer"), PRIVATE, "#CC79A7", "....", "dash_dot")
CASE = Path(__file__).parent / "two_more_payers.yaml"


def with_two_more() -> None:
    """The table as it would be written with the two: public ones first."""
    public = [party for party in parties.PARTIES if party.public]
    private = [party for party in parties.PARTIES if not party.public]
    source = Path(parties.__file__).read_text(encoding="utf-8")
    parties.PARTIES = (*public, FUND, *private, EMPLOYER)
    rest = source[source.index("PUBLIC_PAYERS: tuple") :]
    exec(compile(rest, parties.__file__, "exec"), vars(parties))


def commands() -> dict[str, tuple[str, ...]]:
    """What is printed: name → arguments of `som`."""
    rate = "target_groups.group.success_rate"
    return {
        "check": ("check",),
        "run": ("run",),
        "run json": ("run", "--format", "json"),
        "run csv": ("run", "--format", "csv"),
        "compare": ("compare",),
        "compare reference": ("compare", "--reference", "low"),
        "compare reference json": ("compare", "--reference", "low", "--format", "json"),
        "simulate": ("simulate", "--draws", "200"),
        "simulate json": ("simulate", "--draws", "200", "--format", "json"),
        "simulate fund": ("simulate", "--draws", "200", "--payer", "fund"),
        "simulate employer": ("simulate", "--draws", "200", "--payer", "employer"),
        "sensitivity fund": ("sensitivity", "--payer", "fund"),
        "break-even employer": ("break-even", rate, "--payer", "employer"),
        "review": ("review",),
        "value-of-information": ("value-of-information", "--draws", "300"),
        "learn": ("learn", rate, "--successes", "8", "--of", "20", "--draws", "300"),
    }


def files() -> dict[str, tuple[str, ...]]:
    """What is written: name of the file → arguments of `som`."""
    return {
        **{f"brief.{form}": ("brief", "--variant", "low") for form in ("docx", "html", "pdf")},
        "book.xlsx": ("workbook",),
        "budget.csv": ("budget",),
        "tidy.csv": ("budget", "--tidy"),
    }


def text_of(file: Path) -> str:
    """The texts of a file."""
    if file.suffix == ".pdf":
        from pypdf import PdfReader

        return " ".join(page.extract_text() for page in PdfReader(file).pages)
    if file.suffix in (".docx", ".xlsx"):
        with zipfile.ZipFile(file) as archive:
            return " ".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist() if name.endswith("xml"))
    return file.read_text(encoding="utf-8-sig")


def drawn() -> Iterator[tuple[str, str]]:
    """(name of a chart, the texts on it)"""
    from matplotlib.text import Text

    import som_model as som

    variants = som.read_scenarios(CASE)
    base = som.read_scenario(CASE)
    projection, compared, simulated = som.project(base), som.compare(variants, variants[0]), som.simulate(base, draws=200)
    results = {"Projection": projection, "Projection | Comparison": projection, "Comparison": compared, "Simulation": simulated}
    results["Tornado"] = som.tornado(base)
    for name in som.charts.__all__:
        chart = getattr(som.charts, name)
        kind = next(iter(chart.__annotations__.values()))
        if kind in results:
            yield name, " ".join(text.get_text() for text in chart(results[kind]).findobj(Text))
    for name, result in results.items():
        yield f"notebook {name}", result._repr_html_()
    yield "notebook Budget", som.budget(projection)._repr_html_()


def named(text: str) -> list[str]:
    """Which of the two a text names."""
    words = {"fund": ("fond", "fund"), "employer": ("arbejdsgiver", "employer")}
    return [key for key, forms in words.items() if any(form in text.casefold() for form in forms)]


def main(folder: Path) -> None:
    """Print one JSON object: output → the payers it names."""
    with_two_more()
    from tests.command_line import som as run

    found: dict[str, list[str]] = {}
    for name, (command, *options) in commands().items():
        done = run(command, CASE, *options)
        assert done.returncode == 0, (name, done.stderr)
        found[name] = named(done.stdout)
    for name, (command, *options) in files().items():
        done = run(command, CASE, *options, "-o", folder / name)
        assert done.returncode == 0, (name, done.stderr)
        found[name] = named(text_of(folder / name))
    found |= {name: named(text) for name, text in drawn()}
    print(json.dumps(found))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
