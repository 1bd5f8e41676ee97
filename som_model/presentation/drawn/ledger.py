"""What the result consists of: every counted line over the whole period, and the net."""

from __future__ import annotations

from collections import Counter

from som_model.presentation.drawn.rows import Bar, Heading, bars
from som_model.presentation.drawn.scale import scale_for
from som_model.presentation.drawn.sheet import Caption, Chart, subtitle
from som_model.presentation.drawn.split import citizen_note
from som_model.presentation.style import COST, COST_TOTAL, NET, SAVINGS, SAVINGS_TOTAL
from som_model.projection.arrays import LineInputs
from som_model.projection.projection import Projection
from som_model.scenario.titles import full_title, group_title, line_title
from som_model.wording.language import Language
from som_model.wording.table import phrase

NAMED_BLOCKS = ("residual", "saved_alternative", "funding")
"""Parts of the programme whose sign would surprise a reader who is not told what they are."""


def ledger(projection: Projection, language: Language = "da") -> Chart:
    """Savings, then cost with a negative sign, each line and its sum; then the net."""
    names = _names(projection, language)
    saved = [
        Bar(names[line.address, line.block], float(projection.total(amounts).sum()), SAVINGS)
        for line, amounts in zip(projection.inputs.consequences, projection.balance.savings_by_line, strict=True)
    ]
    spent = [
        Bar(names[line.address, line.block], -float(projection.total(amounts).sum()), COST)
        for line, amounts in zip(projection.inputs.programme, projection.balance.cost_by_line, strict=True)
    ]
    rows: list[Bar | Heading] = []
    for part, lines, fill in (("savings", saved, SAVINGS_TOTAL), ("programme_cost", spent, COST_TOTAL)):
        name = phrase(part, language)
        rows += [Heading(name), *(lines or [Bar(phrase("no_counted_lines", language), 0.0, fill)])]
        if len(lines) > 1:
            whole = phrase("part_total", language).format(part=name)
            rows.append(Bar(whole, sum(line.amount for line in lines), fill, bold=True))
    rows += [Heading(""), Bar(phrase("net", language), projection.accumulated_net, NET, bold=True)]
    scale = scale_for((row.amount for row in rows if isinstance(row, Bar)), language)
    shown = phrase("ledger_title", language).format(first=projection.years[0], last=projection.years[-1])
    shown = phrase("for_public_purse", language).format(shown=shown)
    caption = Caption(
        full_title(projection.scenario, language),
        subtitle(shown, projection, scale, "ledger_sign"),
        citizen_note(projection, language),
    )
    return bars(caption, rows, scale).figure


def _names(projection: Projection, language: Language) -> dict[tuple[str, str], str]:
    """(address, block) → title; the target group beside it where two lines share one."""
    lines = [*projection.inputs.consequences, *projection.inputs.programme]
    titles = {(line.address, line.block): _title(projection, line, language) for line in lines}
    shared = Counter(titles.values())
    return {
        key: f"{title} ({group_title(projection.scenario, key[0].split('.')[1], language)})"
        if shared[title] > 1 and key[1] == "consequences"
        else title
        for key, title in titles.items()
    }


def _title(projection: Projection, line: LineInputs, language: Language) -> str:
    title = line_title(projection.scenario, line.address, language)
    return f"{title} ({phrase(line.block, language).lower()})" if line.block in NAMED_BLOCKS else title
