"""Scenarios side by side: what each costs, saves and leaves over the whole period."""

from __future__ import annotations

from som_model.analysis.comparison import Comparison, same_axes
from som_model.presentation.drawn.rows import Bar, Heading, bars
from som_model.presentation.drawn.scale import Scale, scale_for
from som_model.presentation.drawn.sheet import Caption, Chart, subtitle
from som_model.presentation.style import COST, NET, SAVINGS
from som_model.resolved.titles import scenario_title
from som_model.wording.language import Language
from som_model.wording.table import phrase


def comparison(compared: Comparison, language: Language = "da") -> Chart:
    """Three bars for each scenario; programme cost is a positive amount, net = savings less programme cost."""
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
    caption = Caption(
        title_of_all(compared, language),
        subtitle(shown, first, scale, "comparison_sign"),
    )
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
