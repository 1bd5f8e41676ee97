"""What the page of the command line says beside what the commands say themselves."""

from __future__ import annotations

from som_model.wording.table import TABLE

HEAD = """# The command line

Generated from the commands by `python docs/make.py`. One writes `som`, a command, what it works on, and then options in any
order:

    som run scenarios/hedensted.yaml --variant prudent --language en

`python -m som_model run …` is the same where the machine does not find `som`. `som run --help` explains a command in Danish,
`som run --help --language en` in English; `som --help` lists the commands.

## Where results go, and how it ended

What was asked for goes to **standard output**: the console, or a file with `-o`. Notices, progress and errors go to **standard
error**, so a file holds nothing but the result. A program that called `som` reads the **exit code**:

| exit code | means |
|---|---|
| 0 | done |
| 1 | the input is sound, but there is no such figure: nothing breaks even, say |
| 2 | the input is wrong: a file, an option, or a figure that is missing. What to write instead is said |

A file that is there already is kept unless `--overwrite` is written, and no result is ever written over a file that was read.

## On Windows

- Write results with `-o FILE`, not with `>`: PowerShell's `>` writes UTF-16, which Excel and other programs may show as nonsense.
  `-o` writes UTF-8.
- Put quotation marks around what holds a space, a comma or a brace: `--set "target_groups.NAME.participants={2024: 5}"`,
  `--of "10,20,50"`, `"C:\\My files\\case.yaml"`. Without them PowerShell takes it apart.
- A command stands on one line. Numbers have a decimal point: `0.35`, not `0,35`.
- A console that cannot show a sign shows the nearest one: `-` for `−`.

## The commands in short
"""
SHARED_HEAD = """## Options that many commands share

Each command's table links here.
"""
SHARED = {
    "--variant": """Calculates a variant (*variant*) of the file instead of the scenario itself. `som compare` shows them all.

    som run scenarios/hedensted.yaml --variant observed --language en
""",
    "--set": """Changes one assumption (*forudsætning*) for this calculation only; the file stays as it is. The
[address](language.md) says which one, and the value is written as in a file. Write the option again for the next assumption.

    som run scenarios/hedensted.yaml --set target_groups.dual_diagnosis.success_rate=0.35 --language en
    som run scenarios/hedensted.yaml --set "target_groups.dual_diagnosis.participants={2017: 4, 2018: 8}" --language en
""",
    "--language": """Danish (`da`) or English (`en`): for tables, sentences, charts, files, errors and help. Numbers follow:
`1.000,5` or `1,000.5`.""",
    "--format": """How results are written. Left out, it follows the ending of `-o`, and is `table` on the console.

| format | is |
|---|---|
| `table` | tables for people |
| `json` | for other programs; [its keys](json.md). Also with `-o FILE.json` |
| `csv` | comma between fields, decimal point, unrounded. Also with `-o FILE.csv` |
| `excel` | semicolon between fields, decimal comma: opens as columns in a Danish Excel |
""",
    "--output": """Writes to a file instead of the console, in UTF-8. Of the commands that make a document or a picture it is
the file itself, and its ending says which kind: `.docx`, `.html` or `.pdf`; `.svg`, `.png` or `.pdf`; `.xlsx`; `.csv` or
`.parquet`.

    som run scenarios/hedensted.yaml -o hedensted.csv --language en
""",
    "--overwrite": "Writes over a file that is there already. Without it the command stops and says so.",
    "--date": """Writes a day, year-month-day, into the file as the day it was made. Left out, a file has no date, so that
the same input gives the same file.""",
    "--draws": "How many times everything uncertain is drawn at random. More draws give figures that vary less, and take longer.",
    "--seed": "Where the draws begin. The same seed and input give the same figures; another seed gives others.",
    "--payer": """Whose money (*kasse*) is asked about: one payer, or `total`: municipality, region and state together.
`som catalogue list` takes a payer, not `total`.""",
    "--outcome": "Which result is asked about: accumulated net, or net present value (*nutidsværdi*), which is discounted.",
}
"""The longest name of an option → what one should know of it."""
TAKES = {
    "ADDRESS": "an address",
    "ADDRESS=VALUE": "an address, `=` and a value",
    "--years Y": "a number of years, such as `2.5`",
    "A B": "two addresses",
    "AREA": "one of these words",
    "DATE": "a day, year-month-day",
    "FILE": "a file",
    "KR": "a number, kr.",
    "N": "a whole number",
    "N,N,…": "whole numbers",
    "NAME": "a name",
    "OUTCOME": "one of these words",
    "PAYER": "one of these words",
    "S": "a whole number",
    "SECTION": "one of these words",
    "TOPIC": "one of " + ", ".join(f"`{key.removeprefix('topic_')}`" for key in sorted(TABLE) if key.startswith("topic_")),
    "V": "the name of a variant",
    "V or FILE": "the name of a variant, or a file",
    "W": "a whole number",
    "Y": "a whole number",
    "YEAR": "a year",
    "jeffreys": "`jeffreys`",
}
"""What the help calls a value, or an option with it → what it may be."""
LEFT_OUT = {
    "--variant": "the scenario itself",
    "--set": "nothing is changed",
    "--format": "by the ending of `-o`, else `table`",
    "--output": "the console",
    "--overwrite": "a file that is there is kept",
    "--date": "no date",
}
"""What holds where an option without a default is not written."""
ADDRESS = "target_groups.dual_diagnosis.success_rate"
EXAMPLES = {
    "new": "new my_scenario.yaml --language en",
    "check": "check scenarios/hedensted.yaml --language en",
    "run": "run scenarios/hedensted.yaml --variant prudent --language en",
    "compare": "compare scenarios/hedensted.yaml --reference prudent --language en",
    "review": "review scenarios/hedensted.yaml --variant prudent --language en",
    "break-even": f"break-even scenarios/hedensted.yaml {ADDRESS} --variant prudent --language en",
    "sensitivity": "sensitivity scenarios/hedensted.yaml --language en",
    "simulate": "simulate scenarios/hedensted.yaml --draws 1000 --seed 1 --language en",
    "value-of-information": "value-of-information scenarios/hedensted.yaml --variant prudent --draws 1000 --language en",
    "learn": f"learn scenarios/hedensted.yaml {ADDRESS} --successes 8 --of 20 --draws 1000 --language en",
    "chart": "chart scenarios/hedensted.yaml transfers --variant prudent -o who_pays.svg --language en",
    "brief": "brief scenarios/hedensted.yaml --variant prudent -o case.html --language en",
    "budget": "budget scenarios/hedensted.yaml --variant prudent -o budget.csv --language en",
    "workbook": "workbook scenarios/hedensted.yaml --variant prudent -o calculation.xlsx --language en",
    "schema": "schema",
    "catalogue list": "catalogue list shelter --language en",
    "catalogue show": "catalogue show shelter_110_day --language en",
    "catalogue check": "catalogue check scenarios/our_prices.yaml --year 2027 --language en",
}
"""Command → a line that runs, and soon."""
