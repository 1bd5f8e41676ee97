"""What the result consists of: every counted line over the whole period, and the net."""

from __future__ import annotations

from som_model.presentation.described.lines import lines, names
from som_model.presentation.drawn.rows import Bar, Heading, bars
from som_model.presentation.drawn.scale import scale_for
from som_model.presentation.drawn.sheet import Caption, Chart, subtitle
from som_model.presentation.drawn.split import citizen_note
from som_model.presentation.style import COST, COST_TOTAL, NET, PRUDENCE, SAVINGS, SAVINGS_TOTAL
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title
from som_model.wording.language import Language
from som_model.wording.table import phrase


def ledger(projection: Projection, language: Language = "da") -> Chart:
    """Savings, then cost with a negative sign, each line and its sum; then the net."""
    named = names(projection, language)
    rows: list[Bar | Heading] = []
    for part, fill, total in (("savings", SAVINGS, SAVINGS_TOTAL), ("programme_cost", COST, COST_TOTAL)):
        of_part = [line for line in lines(projection) if line.part == part]
        drawn = [
            Bar(
                named[line.address, line.block],
                float(projection.total(line.amounts).sum()),
                PRUDENCE if line.block == "prudence" else fill,
            )
            for line in of_part
        ]
        name = phrase(part, language)
        rows += [Heading(name), *(drawn or [Bar(phrase("no_counted_lines", language), 0.0, total)])]
        if len(drawn) > 1:
            whole = phrase("part_total", language).format(part=name)
            rows.append(Bar(whole, sum(bar.amount for bar in drawn), total, bold=True))
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
