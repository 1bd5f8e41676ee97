"""som check and som review: what is wrong in a scenario, what it says, and what a reviewer would ask."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from som_model.cli.options import File, Files, InFormat, InLanguage, Output, Overwrite, Settings, Variant
from som_model.cli.reading import scenario_of
from som_model.cli.streams import deliver, format_of, in_format, keep_inputs, tell
from som_model.errors import Finding, ScenarioError, SomError
from som_model.reading.nodes import read_text
from som_model.scenario.scenario import Scenario
from som_model.wording.table import Language, phrase

if TYPE_CHECKING:
    from som_model.catalogue.files import CatalogueFile


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
        import json

        text = json.dumps(results, ensure_ascii=False, indent=2) + "\n"
    else:
        from som_model.presentation.separated import separated

        rows = [[result["file"], *row] for result in results for row in _rows(result)]
        text = separated(["file", "line", "column", "address", "text"], rows, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
    wrong = sum(len(result["findings"]) for result in results)
    if wrong:
        tell(phrase("findings_count", language).format(count=wrong))
        raise typer.Exit(2)


def _checked(file: Path, variant: str | None, settings: list[str] | None, language: Language, read: list[Path]) -> dict[str, Any]:
    """Findings, or sentences and notices, of one file; what else was read is put to `read`."""
    try:
        if (kept := _catalogue_file(file)) is not None:
            counts = {name: len(getattr(kept, name)) for name in ("unit_costs", "target_groups", "indices")}
            sentences = [{"address": "", "text": phrase("say_catalogue", language).format(**counts)}]
            return {"file": file.as_posix(), "findings": [], "sentences": sentences, "notices": []}
        scenario = scenario_of(file, variant, settings)
        read += scenario.record.source.files()
        return {"file": file.as_posix(), "findings": [], **_told(scenario, language)}
    except ScenarioError as error:
        found = [
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
        found = [{"file": file.as_posix(), "line": 0, "column": 0, "address": "", "text": error.say(language)}]
    return {"file": file.as_posix(), "findings": found, "sentences": [], "notices": []}


def _catalogue_file(file: Path) -> CatalogueFile | None:
    """The file as a catalogue; None where it is a scenario or cannot be read at all, which the scenario's reader tells."""
    text = read_text(file, file.as_posix())
    if isinstance(text, Finding) or "som_catalogue" not in text:
        return None
    from som_model.reading.catalogue import read_catalogue_file

    return read_catalogue_file(file)


def _told(scenario: Scenario, language: Language) -> dict[str, Any]:
    """Each line in one sentence, and every notice that a projection would give."""
    from som_model.presentation.sentences import sentences
    from som_model.projection.notices import notices

    return {
        "sentences": [{"address": address, "text": text} for address, text in sentences(scenario, language)],
        "notices": [{"address": notice.address, "text": notice.message.say(language)} for notice in notices(scenario)],
    }


def _said(result: dict[str, Any], language: Language) -> str:
    """One line for each finding, or each line of the scenario in one sentence."""
    if result["findings"]:
        return "".join(f"{_place(finding)} {finding['text']}\n" for finding in result["findings"])
    lines = [phrase("say_fine", language).format(file=result["file"])]
    lines += [f"  {sentence['text']}" for sentence in result["sentences"]]
    if result["notices"]:
        lines.append(phrase("notices_heading", language))
        lines += [f"  {notice['address']}: {notice['text']}" for notice in result["notices"]]
    return "\n".join(lines) + "\n"


def _place(finding: dict[str, Any]) -> str:
    place = f"{finding['file']}:{finding['line']}:{finding['column']}:" if finding["line"] else f"{finding['file']}:"
    return f"{place} {finding['address']}:" if finding["address"] else place


def _rows(result: dict[str, Any]) -> list[list[Any]]:
    """The same as rows: a finding with its place, a sentence with its address."""
    found = [[finding["line"], finding["column"], finding["address"], finding["text"]] for finding in result["findings"]]
    return found or [["", "", said["address"], said["text"]] for said in (*result["sentences"], *result["notices"])]


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
    found = reviewed(scenario)
    if form == "table":
        text = found.say(language)
    else:
        rows = [
            dict(
                zip(
                    FIELDS,
                    (each.kind, each.address, each.told(language).text, each.told(language).why, each.told(language).remedy),
                    strict=True,
                )
            )
            for each in found
        ]
        text = in_format(rows, FIELDS, form)
    deliver(text, output, language, overwrite=overwrite, bom=form == "excel")
