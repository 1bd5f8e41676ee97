"""Charts as files: the same chart gives the same bytes, and nothing is overwritten or left half-written."""

from __future__ import annotations

from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Literal, TypeAlias, cast, get_args

from matplotlib.figure import Figure

from som_model.errors import SomError
from som_model.presentation.atomic import write_atomically
from som_model.presentation.style import PAPER, plain_style
from som_model.wording.message import Message

Form: TypeAlias = Literal["svg", "png", "pdf"]

DOTS_PER_INCH = 200
UNDATED: dict[Form, tuple[str, ...]] = {
    "svg": ("Date", "Creator"),
    "png": ("Software",),
    "pdf": ("CreationDate", "ModDate", "Creator", "Producer"),
}
"""What matplotlib would write of the day and of itself; left out, so that a file changes only with its chart."""


def save(figure: Figure, path: str | PathLike[str], overwrite: bool = False) -> None:
    """Save a chart as svg, png or pdf, as the ending of the file says; colours on white, png at 200 dots per inch.

    The bytes depend on the chart alone. The file is written beside its place and then moved there.
    Raises WouldOverwrite for a file that is already there (unless overwrite), SomError for another
    ending or where the file cannot be written.
    """
    place = Path(path)
    form = place.suffix.lower().removeprefix(".")
    if form not in get_args(Form):
        raise SomError(Message.of("unknown_picture_form"))
    drawn = picture(figure, cast(Form, form))
    write_atomically(place, lambda beside: _fill(beside, drawn), overwrite=overwrite)


def picture(figure: Figure, form: Form) -> bytes:
    """The bytes of a chart in one form. Titles go into the file for those who have it read aloud."""
    metadata: dict[str, str | None] = dict.fromkeys(UNDATED[form])
    metadata["Title"] = str(figure.get_label()) or None
    drawn = BytesIO()
    with plain_style():
        figure.savefig(drawn, format=form, dpi=DOTS_PER_INCH, facecolor=PAPER, metadata=metadata)
    return drawn.getvalue()


def _fill(place: Path, drawn: bytes) -> None:
    place.write_bytes(drawn)
