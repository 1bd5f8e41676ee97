"""What is expected but not counted."""

from __future__ import annotations

from som_model.presentation.brief.blocks import Block, Heading, Item, Items, Paragraph
from som_model.presentation.brief.case import Case
from som_model.presentation.brief.harmless import cut
from som_model.presentation.described.ledger import uncounted
from som_model.resolved.titles import line_title


def left_out(case: Case) -> tuple[Block, ...]:
    """The texts of not_counted, the lines with counted: false, and what the model itself leaves out."""
    texts = [text.say(case.language) for text in case.scenario.not_counted]
    texts += [line_title(case.scenario, address, case.language) for address in uncounted(case.scenario)]
    listed = [cut(text, case.room.entry) for text in dict.fromkeys(texts)]
    if not listed:
        return Heading(case.said("brief_left_out")), Paragraph(
            f"{case.said('brief_left_out_nothing')} {case.said('brief_grants')}"
        )
    items = [Item(text) for text in listed[: case.room.left_out]]
    more = len(listed) - len(items)
    if more:
        items.append(Item(case.said("brief_left_out_more" if more > 1 else "brief_left_out_more_one", count=more)))
    return (
        Heading(case.said("brief_left_out")),
        Items(tuple(items)),
        Paragraph(f"{case.said('brief_left_out_note')} {case.said('brief_grants')}"),
    )
