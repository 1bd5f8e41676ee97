"""How a described table becomes one of `som.tables`: called, it is a DataFrame; its `table` is what every renderer reads."""

from __future__ import annotations

from collections.abc import Callable
from functools import update_wrapper
from inspect import signature
from typing import TYPE_CHECKING, Generic, ParamSpec

from som_model.presentation.described.table import Table

if TYPE_CHECKING:
    from pandas import DataFrame

P = ParamSpec("P")


class AsFrame(Generic[P]):
    """A table of a result, as `som.tables` has it."""

    def __init__(self, described: Callable[P, Table]) -> None:
        self.table = described
        """The described table itself, of the same arguments: for the console, a notebook and documents."""
        update_wrapper(self, described)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> DataFrame:
        """Numbers unrounded under labels; the argument `language` says whose signs a notebook shows them with."""
        from som_model.presentation.described.frame import frame

        given = signature(self.table).bind(*args, **kwargs)
        given.apply_defaults()
        return frame(self.table(*args, **kwargs), given.arguments["language"])


def as_frame(described: Callable[P, Table]) -> AsFrame[P]:
    """Make a function that describes a table of a result, in a language, one of `som.tables`."""
    return AsFrame(described)
