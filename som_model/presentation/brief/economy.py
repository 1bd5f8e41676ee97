"""The economy year by year: net of each payer, and the running sum as a table and a chart."""

from __future__ import annotations

from som_model.presentation.brief.blocks import TEXT_WIDTH, Block, Column, Heading, Picture, Row, Table
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.picture import accumulated
from som_model.projection.figures import Array
from som_model.wording.table import label

MOST_YEARS = 6
"""Years that a table shows side by side; of more, the first and the last."""
FIRST_YEARS = 4
"""The budget year and the three that follow it."""
NAME_WIDTH = 4.8


def economy(case: Case) -> tuple[Block, ...]:
    """The table of years by payer."""
    return Heading(case.said("brief_economy")), by_payer(case)


def chart(case: Case) -> tuple[Block, ...]:
    """The running sum of the public purse, and of the municipality beside it."""
    return (accumulated_picture(case),)


def by_payer(case: Case) -> Table:
    """Net by payer and year, the public total, and the running sums of total and municipality; positive = gain."""
    net, running = case.projection.net, case.projection.accumulated
    names = [payer for payer in case.projection.payers if payer != "citizen"] if case.split_is_known else []
    rows = [year_row(label(payer, case.language), net[i], case) for i, payer in enumerate(names)]
    rows.append(year_row(case.said("public_total"), case.projection.total(net), case, kind="sum"))
    rows.append(
        year_row(case.said("brief_running", whose=case.said("whose_total")), case.projection.total(running), case, sums=False)
    )
    if case.split_is_known and not case.alone:
        own = case.said("brief_running", whose=case.said("whose_municipality"))
        rows.append(year_row(own, running[0], case, sums=False))
    if "citizen" in case.projection.payers:
        rows.append(year_row(case.said("brief_citizen_beside"), net[-1], case))
    return Table(
        case.said("brief_by_payer_title", level=case.level()),
        year_columns(case, case.said("payer")),
        tuple(rows),
        " ".join([case.said("brief_rounded"), *years_left_out(case)]),
    )


def years_shown(case: Case) -> tuple[int, ...]:
    """The places of the years that tables show: all, or where there are many the first four and the last."""
    count = len(case.projection.years)
    return tuple(range(count)) if count <= MOST_YEARS else (*range(FIRST_YEARS), count - 1)


def years_left_out(case: Case) -> tuple[str, ...]:
    """What is said of the years that tables do not show."""
    years, shown = case.projection.years, years_shown(case)
    if len(shown) == len(years):
        return ()
    return (case.said("brief_years_left_out", first=years[shown[-2] + 1], last=years[-2]),)


def year_columns(case: Case, name: str) -> tuple[Column, ...]:
    """A column of names, one for each year shown, and one for the whole period."""
    years = [str(case.projection.years[t]) for t in years_shown(case)]
    if len(years) < len(case.projection.years):
        years[-1] = f"… {years[-1]}"
    width = (TEXT_WIDTH - NAME_WIDTH) / (len(years) + 1)
    name_width = NAME_WIDTH
    if len(years) <= 2:
        width, name_width = 3.0, TEXT_WIDTH - 3.0 * (len(years) + 1)
    numbers = (Column(text, width, number=True) for text in (*years, case.said("total")))
    return (Column(name, name_width), *numbers)


def year_row(name: str, amounts: Array, case: Case, *, kind: str = "plain", sums: bool = True, sign: float = 1.0) -> Row:
    """Amounts of the years shown and, unless they are running sums, of the whole period; each rounded once."""
    cells = [case.say(sign * float(amounts[t])) for t in years_shown(case)]
    cells.append(case.say(sign * float(amounts.sum())) if sums else "")
    return Row((name, *cells), "sum" if kind == "sum" else "plain")


def accumulated_picture(case: Case) -> Picture:
    """The chart, and in words where its lines end."""
    running = case.projection.accumulated
    ends = [(case.said("whose_total"), float(case.projection.total(running)[-1]))]
    if case.split_is_known and not case.alone:
        ends.append((case.said("whose_municipality"), float(running[0][-1])))
    said = "; ".join(f"{name} {case.say(amount)}" for name, amount in ends)
    last = case.projection.years[-1]
    title = case.said("brief_chart_title", level=f"{case.level()}; {case.said('brief_sign')}")
    return Picture(
        title, accumulated(case), case.said("brief_chart_alt", years=case.years, level=case.level(), last=last, ends=said)
    )
