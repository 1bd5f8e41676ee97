"""som chart: one picture to a file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from som_model.cli.options import File, InLanguage, Overwrite, Settings, Variant, help_text
from som_model.cli.outputs import keep_inputs
from som_model.cli.reading import scenario_of, scenarios_of
from som_model.cli.streams import tell
from som_model.errors import UnknownName
from som_model.wording.message import Message
from som_model.wording.table import phrase

ChartName = Annotated[str, typer.Argument(help=help_text("help_chart_name"), metavar="NAME", show_default=False)]
Picture = Annotated[Path, typer.Option("-o", "--output", help=help_text("help_chart_output"), metavar="FILE", show_default=False)]

SIDE_BY_SIDE = ("accumulated", "comparison")
"""Charts that show every variant of the file where none is named."""


def chart(
    file: File,
    name: ChartName,
    output: Picture,
    variant: Variant = None,
    settings: Settings = None,
    language: InLanguage = "da",
    overwrite: Overwrite = False,
) -> None:
    from som_model.presentation import charts
    from som_model.presentation.saving import save

    if name not in charts.__all__:
        raise UnknownName(Message.of("unknown_chart", name=name, known=tuple(charts.__all__)))
    keep_inputs(output, [file])
    draw = getattr(charts, name)
    if name in SIDE_BY_SIDE:
        from som_model.analysis.comparison import compare

        figure = draw(
            compare(scenarios_of([file], settings) if variant is None else [scenario_of(file, variant, settings)]), language
        )
    else:
        from som_model.projection.projection import project

        figure = draw(project(scenario_of(file, variant, settings)), language)
    save(figure, output, overwrite=overwrite)
    tell(phrase("wrote", language).format(file=output.as_posix()))
