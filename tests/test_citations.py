"""Docstrings and comments cite docs/method.md by heading, as in `(method.md: Still helped)`, and each heading is there."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
FILES = [
    path
    for folder in ("som_model", "tests", "benchmarks")
    for path in sorted((ROOT / folder).rglob("*"))
    if path.suffix in (".py", ".yaml") and path != Path(__file__)
]
CITED = re.compile(r"method\.md: (?P<headings>[^();:]+)")
BY_NUMBER = re.compile(
    r"\b[Mm]ethod(?:'s)?,? (?:rules?|sections?) \d|\b[Rr]ules? \d|\b[Ss]ections? \d+\b(?!\.\d)|\bfine print on\b"
)
OTHERWISE = re.compile(r"docs/method\.md(?:,| does under| under) [\"'„]")
OUTSIDE = re.compile(r"\bshared/|[\"']shared[\"']")


def words_of(path: Path) -> str:
    """A file's text on one line, without the marks of comments."""
    return " ".join(re.sub(r"^\s*#", "", path.read_text(encoding="utf-8"), flags=re.MULTILINE).split())


def test_every_citation_names_a_heading_of_the_method() -> None:
    headings = re.findall(r"^##+ (.+)$", (ROOT / "docs" / "method.md").read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(headings) == len(set(headings)), "a heading that stands twice says not which"
    cited = [
        (path.relative_to(ROOT).as_posix(), heading)
        for path in FILES
        for found in CITED.finditer(words_of(path))
        for heading in found["headings"].split(", ")
    ]
    assert len(cited) > 150
    assert [(file, heading) for file, heading in cited if heading not in headings] == []


def test_nothing_is_cited_by_number_or_in_another_form() -> None:
    read = {path.relative_to(ROOT).as_posix(): words_of(path) for path in FILES}
    strange = {file: found[0] for file, text in read.items() if (found := BY_NUMBER.search(text) or OTHERWISE.search(text))}
    assert strange == {}, "name the heading of docs/method.md: numbers are of a text outside the repository"


def test_nothing_reads_beside_the_repository() -> None:
    assert [path.name for path in FILES if OUTSIDE.search(path.read_text(encoding="utf-8"))] == []
