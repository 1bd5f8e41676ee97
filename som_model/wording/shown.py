"""How a result shows itself in a notebook: through one door, and no result holds any HTML."""

from importlib import import_module


class ShownInNotebooks:
    """A result whose tables and sentences a notebook shows, in Danish, as the presentation layer describes them."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        shown: str = import_module("som_model.presentation.notebook").html(self)
        return shown
