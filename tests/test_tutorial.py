"""Who copies every block of these pages in order, on Windows too, sees what the page shows, and no step fails."""

import contextlib
import io
import re
import shlex
import shutil
from itertools import pairwise
from pathlib import Path

import pytest

from tests.command_line import som
from tests.test_documentation import COMMAND_OR_BLOCK, ROOT, as_compared, text_of

PAGES = [ROOT / "docs" / name for name in ("tutorial.md", "monday_morning.md", "da/hurtig_start.md")]
FILE = re.compile(
    r"# (?P<name>\w+\.yaml)(?:, (?:(?P<end>at the end|til sidst)|(?:instead of the line|i stedet for linjen) (?P<key>\w+)))?"
)
"""The first line of a block of YAML that the reader writes: a whole file, what is added to it, or one line of it."""
FINDING = re.compile(r"(?:\S+\.yaml:\d+:\d+|--set): ")
"""How the answer to a mistake begins."""
AMOUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,]\d{3})+(?![\d.,]*\d)")


class Reader:
    """Someone who copies the blocks of a page one after the other, in a folder that holds scenarios/."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.printed: list[str] = []
        self.names: dict[str, object] = {}
        shutil.copytree(ROOT / "scenarios", folder / "scenarios")

    def write(self, block: str) -> None:
        """Write, lengthen or change the file that a block of YAML names in its first line."""
        first, _, rest = block.partition("\n")
        named = FILE.fullmatch(first)
        if named is None:
            return
        file = self.folder / named["name"]
        text = file.read_text(encoding="utf-8") if named["end"] or named["key"] else ""
        if named["key"]:
            replaced = re.findall(rf"^ *{named['key']}:.*\n", text, flags=re.MULTILINE)
            assert len(replaced) == 1, (first, replaced)
            text = text.replace(replaced[0], rest)
        else:
            text += block
        file.write_text(text, encoding="utf-8")

    def type(self, command: str, *, fails: bool) -> str:
        """What a command prints; it ends with 2 where the page shows the answer to a mistake, else with 0."""
        arguments = shlex.split(command)
        done = som(*arguments, cwd=self.folder)
        assert done.returncode == (2 if fails else 0), (command, done.stderr)
        for option, written in pairwise(arguments):
            assert option not in ("-o", "--chart") or (self.folder / written).stat().st_size > 100, command
        return done.stdout + done.stderr

    def cell(self, block: str) -> str:
        """What a cell of the reader's notebook prints."""
        with contextlib.redirect_stdout(io.StringIO()) as printed, contextlib.chdir(self.folder):
            exec(compile(block, "cell", "exec"), self.names)
        return printed.getvalue()

    def compare(self, shown: str, command: str) -> None:
        """Every line that the page shows was printed, in that order."""
        printed, place = as_compared(self.printed[-1], command), 0
        for line in shown.splitlines():
            place = printed.find(as_compared(line, command), place)
            assert place >= 0, (command, line)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_who_copies_every_block_sees_what_the_page_shows(page: Path, tmp_path: Path) -> None:
    text, reader, last, end = text_of(page), Reader(tmp_path), "", 0
    parts = list(COMMAND_OR_BLOCK.finditer(text))
    for part, after in pairwise([*parts, None]):
        follows = not text[end : part.start()].strip()
        end = part.end()
        if part["command"]:
            answered = after is not None and not after["command"] and not text[end : after.start()].strip()
            fails = answered and after is not None and FINDING.match(after["shown"]) is not None
            last = part["command"]
            reader.printed.append(reader.type(last, fails=fails))
        elif part["kind"] == "yaml":
            reader.write(part["shown"])
        elif part["kind"] == "python":
            last = "python"
            reader.printed.append(reader.cell(part["shown"]))
        elif follows and last:
            reader.compare(part["shown"], last)
    told = COMMAND_OR_BLOCK.sub("", text)
    seen = "\n".join(reader.printed) + "".join(part["shown"] or part["command"] for part in parts)
    for amount in AMOUNT.findall(told):
        assert amount in seen, f"{amount} is told but never seen"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_can_be_typed_in_powershell_and_cmd(page: Path) -> None:
    commands = re.findall(r"^    (som .+)$", text_of(page), flags=re.MULTILINE)
    assert commands
    for command in commands:
        quoted = re.sub(r'"[^"$`%!]+"', "quoted", command)
        assert re.fullmatch(r"[\w ./=-]+", quoted), command


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_no_page_calls_anything_easy(page: Path) -> None:
    assert not re.search(r"\b(?:simply|just|easy|easily|obviously|blot|nemt|bare|let at)\b", text_of(page), flags=re.IGNORECASE)
