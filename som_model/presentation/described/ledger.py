"""Every counted line by payer and year: what is saved, what it costs, what is left."""

from __future__ import annotations

from collections.abc import Iterator

from som_model.presentation.described.amounts import in_kroner, year_columns
from som_model.presentation.described.lines import lines, title
from som_model.presentation.described.table import Cell, Column, Table
from som_model.projection.figures import Array
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title, line_title
from som_model.resolved.transition import programme_lines
from som_model.scenario.scenario import Scenario
from som_model.wording.language import Language
from som_model.wording.parties import PAYERS
from som_model.wording.table import label, phrase


def ledger(projection: Projection, language: Language = "da") -> Table:
    """Lines with a sign that adds up to net: savings as they are, cost negative, in kr.; uncounted lines have no amount."""
    rows: list[tuple[Cell, ...]] = []
    emphasised: list[int] = []
    for part, sign, total in (("savings", 1.0, projection.savings), ("programme_cost", -1.0, projection.programme_cost)):
        for line in lines(projection):
            if line.part == part:
                rows += _by_payer(projection, phrase(part, language), title(projection, line, language), line.amounts, language)
        emphasised.append(len(rows))
        rows.append(
            _row(phrase(part, language), phrase(part, language), phrase("public_total", language), sign * projection.total(total))
        )
    for address in uncounted(projection.scenario):
        named = line_title(projection.scenario, address, language)
        rows.append((phrase("not_counted", language), named, "", *(None,) * (len(projection.years) + 1)))
    emphasised.append(len(rows))
    rows.append(
        _row(phrase("net", language), phrase("net", language), phrase("public_total", language), projection.total(projection.net))
    )
    return Table(
        name="ledger",
        title=f"{full_title(projection.scenario, language)}: {phrase('ledger', language).lower()}",
        unit=in_kroner(projection, language),
        columns=(
            Column("block", phrase("block", language), "text"),
            Column("line", phrase("line", language), "text"),
            Column("payer", phrase("payer", language), "text"),
            *year_columns(projection, language),
        ),
        rows=tuple(rows),
        emphasised=tuple(emphasised),
    )


def uncounted(scenario: Scenario) -> Iterator[str]:
    """Addresses of lines that are shown without an amount."""
    for group_name, group in scenario.target_groups.items():
        for name, line in group.consequences.items():
            if not line.counted:
                yield f"target_groups.{group_name}.consequences.{name}"
    for name, post in scenario.programme.staffing.items():
        if not post.counted:
            yield f"programme.staffing.{name}"
    for address, _, cost in programme_lines(scenario.programme):
        if not cost.counted:
            yield address


def _by_payer(projection: Projection, part: str, name: str, amounts: Array, language: Language) -> list[tuple[Cell, ...]]:
    """A row for each payer that the line touches; one row of zeros when it touches none."""
    touched = [payer for payer in projection.payers if amounts[PAYERS.index(payer)].any()]
    return [_row(part, name, label(payer, language), amounts[PAYERS.index(payer)]) for payer in touched] or [
        _row(part, name, "", 0.0 * amounts[0])
    ]


def _row(part: str, name: str, payer: str, amounts: Array) -> tuple[Cell, ...]:
    years = [float(amount) + 0.0 for amount in amounts]
    return (part, name, payer, *years, sum(years))
