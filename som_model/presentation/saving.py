"""Charts as files: the same chart gives the same bytes and says what it was made from, and nothing is lost or half-written."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from io import BytesIO
from os import PathLike
from pathlib import Path
from typing import Literal, Protocol, TypeAlias, cast, get_args, runtime_checkable

from matplotlib.figure import Figure

from som_model.analysis.comparison import Comparison
from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation
from som_model.analysis.simulation.simulation import Simulation
from som_model.errors import SomError
from som_model.presentation.atomic import refuse_existing, write_bytes
from som_model.presentation.colophon import Colophon, colophon
from som_model.presentation.described.drivers import others
from som_model.presentation.style import PAPER, plain_style
from som_model.scenario.scenario import Scenario
from som_model.wording.characters import writable
from som_model.wording.message import Message


class OfOneScenario(Protocol):
    """A result that names its scenario: a projection, a tornado, a grid, what was learned."""

    @property
    def scenario(self) -> Scenario:
        """The scenario it is of."""


Shown: TypeAlias = Comparison | ValueOfInformation | SampleInformation | Simulation | OfOneScenario


def made_from(result: Shown) -> Iterator[Colophon]:
    """A colophon for each scenario, with draws and seed where the result rests on draws."""
    match result:
        case Comparison():
            yield from (colophon(projection.scenario) for projection in result)
        case ValueOfInformation():
            for option in result.options:
                yield from made_from(option)
        case SampleInformation():
            yield colophon(result.assumption.scenario, draws=result.draws, seed=result.seed)
        case Simulation():
            yield colophon(result.scenario, draws=result.draws, seed=result.seed)
        case _:
            yield colophon(result.scenario)


def made_from_others(compared: Comparison, of: int | None) -> Iterator[Colophon]:
    """The reference, and those that are set against it: all others, or the one at an index."""
    assert compared.reference is not None
    for index in (compared.reference, *others(compared, of)):
        yield colophon(compared[index].scenario)


Form: TypeAlias = Literal["svg", "png", "pdf"]

DOTS_PER_INCH = 200
UNDATED: dict[Form, tuple[str, ...]] = {
    "svg": ("Date", "Creator"),
    "png": ("Software",),
    "pdf": ("CreationDate", "ModDate", "Creator", "Producer"),
}
"""What matplotlib would write of the day and of itself; left out, so that a file changes only with its chart."""


SAID_UNDER: dict[Form, str] = {"svg": "Description", "png": "Description", "pdf": "Subject"}
"""The field of a file's metadata that says what the chart was made from."""


@runtime_checkable
class Documented(Protocol):
    """A figure that knows what it was made from; the reader's own do not."""

    def says(self, dated: date | None = None) -> str:
        """What it was made from, in one line, with the day where it is given."""
        ...


def save(figure: Figure, path: str | PathLike[str], overwrite: bool = False, dated: date | None = None) -> None:
    """Save a chart as svg, png or pdf, as the ending of the file says; colours on white, png at 200 dots per inch.

    The metadata of the file say what a chart of this package was made from: scenario, variant, what was set, hash of the
    input, version, and draws and seed where it rests on draws; dated: the day, where it is to be said. The bytes depend on
    the chart and that day alone. The file is written beside its place and then moved there.
    Raises WouldOverwrite for a file that is already there (unless overwrite), SomError for another
    ending or where the file cannot be written.
    """
    place = checked(path, overwrite=overwrite)
    form = cast(Form, place.suffix.lower().removeprefix("."))
    write_bytes(place, picture(figure, form, dated), overwrite=overwrite)


def checked(path: str | PathLike[str], *, overwrite: bool = False) -> Path:
    """The place of a chart, before anything is drawn: it has a known ending, and nothing is lost."""
    place = Path(path)
    if place.suffix.lower().removeprefix(".") not in get_args(Form):
        raise SomError(Message.of("unknown_picture_form", file=place.as_posix()))
    refuse_existing(place, overwrite=overwrite)
    return place


def picture(figure: Figure, form: Form, dated: date | None = None) -> bytes:
    """The bytes of a chart in one form. Titles go into the file for those who have it read aloud, and what it was made from."""
    metadata: dict[str, str | None] = dict.fromkeys(UNDATED[form])
    made_from = figure.says(dated) if isinstance(figure, Documented) else ""
    for field, text in (("Title", str(figure.get_label())), (SAID_UNDER[form], made_from)):
        if text:
            metadata[field] = writable(text, "\N{REPLACEMENT CHARACTER}")
    drawn = BytesIO()
    with plain_style():
        figure.savefig(drawn, format=form, dpi=DOTS_PER_INCH, facecolor=PAPER, metadata=metadata)
    return drawn.getvalue()
