"""What only a console shows, by rich: tables as wide as they need, and how far a long calculation has come."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from textwrap import fill
from time import monotonic

from rich import box
from rich.console import Console, JustifyMethod
from rich.table import Table as RichTable
from rich.text import Text

from som_model.presentation.described.table import Table
from som_model.wording.table import Language

WIDEST = 400
WIDEST_HEADER = 24


def as_text(tables: Sequence[Table], language: Language) -> str:
    """The tables under their titles, as text for standard output or a file."""
    to_screen = sys.stdout.isatty()
    unicode = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().startswith("utf")
    text = io.StringIO()
    console = Console(
        file=text,
        width=WIDEST,
        force_terminal=to_screen,
        no_color=True,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    for table in tables:
        console.print(Text(table.title, style="bold"))
        drawn = RichTable(box=box.SIMPLE_HEAD if unicode else box.ASCII2, show_edge=False, pad_edge=False)
        for column in table.columns:
            side: JustifyMethod = "left" if column.kind == "text" else "right"
            drawn.add_column(fill(column.label, WIDEST_HEADER), justify=side, no_wrap=True)
        for index, row in enumerate(table.shown(language)):
            drawn.add_row(*(Text(cell) for cell in row), style="bold" if index in table.emphasised else "")
        console.print(drawn)
        console.print(Text(table.unit, style="dim"))
        console.print()
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    return "\n".join(lines) + "\n"


PATIENCE = 1.0
"""Seconds before the bar is shown."""


@contextmanager
def progress_bar(whole: int, name: str) -> Iterator[Callable[[int], None] | None]:
    """What to call with the number done so far; None where standard error is no terminal. The bar is gone at the end."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    begun = monotonic()
    bar = Progress(console=Console(stderr=True), transient=True, auto_refresh=False)
    task = bar.add_task(name, total=whole)

    def told(done: int) -> None:
        if monotonic() - begun > PATIENCE and done < whole:
            bar.start()
            bar.update(task, completed=done, refresh=True)

    try:
        yield told
    finally:
        if bar.live.is_started:
            bar.stop()
