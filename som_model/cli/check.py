"""som check and som review: what is wrong in a scenario, what it says, and what a reviewer would ask."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import typer

from som_model.cli.options import File, Files, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import scenario_of
from som_model.cli.streams import as_json, deliver, format_of, in_format, keep_inputs, tell
from som_model.errors import ScenarioError, SomError
from som_model.wording.table import Language, phrase


def check(
    files: Files,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    form = format_of(format, output)
    read: list[Path] = list(files)
    results = [_checked(file, variant, settings, language, read) for file in files]
    keep_inputs(output, read)
    if form == "table":
        text = "".join(_said(result, language) for result in results)
    elif form == "json":
        text = as_json(results)
    else:
        from som_model.presentation.separated import separated

        rows = [
            [result["file"], told.get("line", ""), told.get("column", ""), told["address"], told["text"]]
            for result in results
            for told in (*result["findings"], *result["sentences"], *result["notices"])
        ]
        text = separated(["file", "line", "column", "address", "text"], rows, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
    wrong = sum(len(result["findings"]) for result in results)
    if wrong:
        tell(phrase("findings_count", language).format(count=wrong))
        raise typer.Exit(2)


def _checked(file: Path, variant: str | None, settings: list[str] | None, language: Language, read: list[Path]) -> dict[str, Any]:
    """Findings, or a sentence of each line and the notices a projection would give; what else was read is put to `read`."""
    from som_model.presentation.sentences import sentences
    from som_model.projection.notices import notices
    from som_model.reading.catalogue import read_catalogue_file

    try:
        catalogue = read_catalogue_file(file)
        if catalogue is not None:
            counts = {name: len(getattr(catalogue, name)) for name in ("unit_costs", "target_groups", "indices")}
            sentence = {"address": "", "text": phrase("say_catalogue", language).format(**counts)}
            return {"file": file.as_posix(), "findings": [], "sentences": [sentence], "notices": []}
        scenario = scenario_of(file, variant, settings)
        read += scenario.record.source.files()
        return {
            "file": file.as_posix(),
            "findings": [],
            "sentences": [{"address": address, "text": text} for address, text in sentences(scenario, language)],
            "notices": [{"address": notice.address, "text": notice.message.say(language)} for notice in notices(scenario)],
        }
    except ScenarioError as error:
        findings = [
            {
                "file": finding.file,
                "line": finding.line,
                "column": finding.column,
                "address": finding.address,
                "text": finding.message.say(language),
            }
            for finding in error.findings
        ]
    except SomError as error:
        findings = [{"file": file.as_posix(), "line": 0, "column": 0, "address": "", "text": error.say(language)}]
    return {"file": file.as_posix(), "findings": findings, "sentences": [], "notices": []}


def _said(result: dict[str, Any], language: Language) -> str:
    """One line for each finding, or each line of the scenario in one sentence."""
    if result["findings"]:
        rows = []
        for finding in result["findings"]:
            address = f" {finding['address']}:" if finding["address"] else ""
            place = f"{finding['file']}:{finding['line']}:{finding['column']}:" if finding["line"] else f"{finding['file']}:"
            rows.append(f"{place}{address} {finding['text']}")
        return "\n".join(rows) + "\n"
    lines = [phrase("say_fine", language).format(file=result["file"])]
    lines += [f"  {sentence['text']}" for sentence in result["sentences"]]
    if result["notices"]:
        lines.append(phrase("notices_heading", language))
        lines += [f"  {notice['address']}: {notice['text']}" for notice in result["notices"]]
    return "\n".join(lines) + "\n"


FIELDS = ("kind", "address", "text", "why", "remedy")


def review(
    file: File,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    format: InFormat = None,
    output: Output = None,
    overwrite: Overwrite = False,
) -> None:
    from som_model.analysis.review.questions import review as reviewed

    form = format_of(format, output)
    scenario = scenario_of(file, variant, settings)
    keep_inputs(output, [file], [scenario])
    questions = reviewed(scenario)
    if form == "table":
        text = questions.say(language)
    else:
        rows = []
        for question in questions:
            told = question.told(language)
            values = (question.kind, question.address, told.text, told.why, told.remedy)
            rows.append(dict(zip(FIELDS, values, strict=True)))
        text = in_format(rows, FIELDS, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
