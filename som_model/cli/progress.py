"""How far a long run has come: a bar on standard error, for those who watch, after the first second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic

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
