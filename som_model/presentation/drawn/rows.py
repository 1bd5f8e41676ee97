"""Level bars under each other: every counted line, or scenarios side by side; each name to the left, each amount at its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from som_model.analysis.comparison import Comparison, same_axes
from som_model.presentation.described.ledger import lines, names
from som_model.presentation.drawn.lettering import Scale, height_of, limits, scale_for, width_of, wrapped
from som_model.presentation.drawn.marks import beside_total
from som_model.presentation.drawn.sheet import Caption, Chart, Sheet, amounts_across, chart, sheet, subtitle
from som_model.presentation.style import COST, COST_TOTAL, LABEL, MARGIN, NET, PRUDENCE, SAVINGS, SAVINGS_TOTAL, WIDTH, Fill
from som_model.projection.projection import Projection
from som_model.resolved.titles import full_title, scenario_title
from som_model.wording.table import Language, phrase

WIDEST_NAME = 215.0
GAP = 5.0
BAR = 12.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One amount in kr.; its name takes two lines at most."""

    name: str
    amount: float
    fill: Fill
    bold: bool = False

    @property
    def lines(self) -> list[str]:
        """The name in lines."""
        return wrapped(self.name, WIDEST_NAME, LABEL, self.bold, lines=2)

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return max(BAR, height_of(len(self.lines), LABEL)) + GAP


@dataclass(frozen=True, slots=True)
class Heading:
    """A rule across the sheet, and under it a text, where there is one, about the bars that follow."""

    text: str

    @property
    def lines(self) -> list[str]:
        """The text in lines."""
        return wrapped(self.text, WIDTH - 2 * MARGIN, LABEL, bold=True, lines=3)

    @property
    def height(self) -> float:
        """The height of the row in points."""
        return height_of(len(self.lines), LABEL) + 2.5 * GAP if self.text else 2.5 * GAP


def bars(caption: Caption, rows: Sequence[Bar | Heading], scale: Scale) -> Sheet:
    """The rows from the top down."""
    listed = [row for row in rows if isinstance(row, Bar)]
    column = max(width_of(line, LABEL, row.bold) for row in listed for line in row.lines)
    plot = sheet(caption, sum(row.height for row in rows) + GAP, left=MARGIN + column + 10)
    # The axis has room for the amounts written at the ends of the bars.
    low, high = limits(row.amount for row in listed)
    labels = [(row.amount < 0, width_of(scale.say(row.amount), LABEL, row.bold) + 8) for row in listed]
    before = max((label for back, label in labels if back), default=0.0)
    after = max((label for back, label in labels if not back), default=0.0)
    kroner = (high - low) / max(plot.width - before - after, 1.0)
    amounts_across(plot, low - before * kroner, high + after * kroner, scale)
    top = plot.height
    for row in rows:
        if isinstance(row, Bar):
            back, middle = row.amount < 0, top - row.height / 2
            y = plot.bottom + middle
            plot.bar(middle, row.amount, BAR, row.fill)
            plot.write(plot.left - 8, y, "\n".join(row.lines), bold=row.bold, across="right")
            end = plot.x_of(row.amount) + (-4 if back else 4)
            plot.write(end, y, scale.say(row.amount), bold=row.bold, across="right" if back else "left")
        else:
            plot.heading(row.lines, top, row.height, rule=1.5 * GAP - 2)
        top -= row.height
    return plot


@chart
def ledger(projection: Projection, language: Language = "da") -> Chart:
    """What does the result consist of? Every counted line over the whole period, kr.: savings positive, cost negative,
    their sums, and the net they add up to.

    Amounts are those of the public purse (municipality, region and state together).
    """
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
        beside_total(projection, language),
    )
    return bars(caption, rows, scale).figure


@chart
def comparison(compared: Comparison, language: Language = "da") -> Chart:
    """How do the variants compare? Programme cost, savings and net of each scenario over the whole period, kr.; cost is a
    positive amount.

    With a reference, each other scenario's heading tells how its net differs from it. Raises SomError for
    scenarios of different years or price years.
    """
    same_axes(compared)
    groups = [
        [
            Bar(phrase("programme_cost", language), float(projection.total(projection.programme_cost).sum()), COST),
            Bar(phrase("savings", language), float(projection.total(projection.savings).sum()), SAVINGS),
            Bar(phrase("net", language), projection.accumulated_net, NET, bold=True),
        ]
        for projection in compared
    ]
    scale = scale_for((bar.amount for group in groups for bar in group), language)
    rows: list[Bar | Heading] = []
    for heading, group in zip(_headings(compared, scale), groups, strict=True):
        rows += [heading, *group]
    first = compared[0]
    shown = phrase("comparison_shown", language).format(first=first.years[0], last=first.years[-1])
    caption = Caption(title_of_all(compared, language), subtitle(shown, first, scale, "comparison_sign"))
    return bars(caption, rows, scale).figure


def title_of_all(compared: Comparison, language: Language) -> str:
    """The scenarios' titles, each once."""
    return " / ".join(dict.fromkeys(scenario_title(projection.scenario, language) for projection in compared))


def _headings(compared: Comparison, scale: Scale) -> list[Heading]:
    """Each scenario's name; with a reference, how its net differs from that."""
    language = scale.language
    titles = compared.titles(language)
    if compared.reference is None:
        return [Heading(title) for title in titles]
    reference = titles[compared.reference]
    headings = []
    for index, title in enumerate(titles):
        if index == compared.reference:
            headings.append(Heading(phrase("reference_named", language).format(name=title)))
            continue
        amount = float(compared.difference(index).sum())
        signed = ("+" if amount > 0 else "") + scale.say_with_unit(amount)
        headings.append(Heading(phrase("net_against_reference", language).format(name=title, amount=signed, reference=reference)))
    return headings
