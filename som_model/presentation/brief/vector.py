"""The chart of a brief as lines and areas that stay sharp at any size."""

from __future__ import annotations

from som_model.presentation.brief.blocks import Picture
from som_model.presentation.saving import picture


def svg(drawn: Picture) -> str:
    """The chart as svg, its letters as paths."""
    return picture(drawn.figure, "svg").decode("utf-8")
