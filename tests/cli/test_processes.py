"""A process of its own says and ends as the command called in this process does, on which all other tests rest."""

import re
import subprocess
import sys

import pytest

from tests.command_line import ROOT, process, som

HEDENSTED = "scenarios/hedensted.yaml"
POST = "programme.staffing.coordinator.annual_cost"
COMMANDS = [
    ("utf-8", ("--version",)),
    ("utf-8", ("--help",)),
    ("utf-8", ("--help", "--language", "en")),
    ("utf-8", ("catalogue", "list", "misbrug")),
    ("utf-8", ("check", HEDENSTED)),
    ("utf-8", ("check", "tests/broken_scenarios/percentage_for_a_share.yaml", "--language=en")),
    ("utf-8", ("run", HEDENSTED, "--varaint", "prudent")),
    ("utf-8", ("run", HEDENSTED, "--variant", "prudent", "--format", "json")),
    ("utf-8", ("break-even", HEDENSTED, "target_groups.dual_diagnosis.success_rate", "--target", "1000000000")),
    ("cp1252", ("compare", HEDENSTED)),
    ("cp850", ("review", HEDENSTED)),
    ("ascii", ("simulate", HEDENSTED, "--draws", "200", "--seed", "1")),
]


def named_alike(text: str) -> str:
    """Help names the program as it was called: som, python -m som_model, or what runs the tests."""
    return re.sub(r"^(Usage|Brug): (?:python -m \S+|\S+)", r"\1: som", text)


@pytest.mark.parametrize(("encoding", "arguments"), COMMANDS, ids=lambda part: part if isinstance(part, str) else " ".join(part))
def test_it_is_what_the_command_gives_here(encoding: str, arguments: tuple[str, ...]) -> None:
    apart, here = process(*arguments, encoding=encoding), som(*arguments, encoding=encoding)
    assert named_alike(apart.stdout) == named_alike(here.stdout)
    assert (apart.returncode, apart.stderr) == (here.returncode, here.stderr)


def test_a_reader_who_leaves_early_is_no_mistake() -> None:
    """`som … | head` closes standard output before all is written."""
    command = [sys.executable, "-m", "som_model", "catalogue", "list"]
    running = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.readline()
    running.stdout.close()
    assert "Traceback" not in running.stderr.read()
    running.stderr.close()
    assert running.wait() in (0, 1)
