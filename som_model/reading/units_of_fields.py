"""What each field of the language is in, from its type."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args, get_origin

from som_model.scenario.calendar import Series
from som_model.scenario.estimate import Estimate
from som_model.scenario.frozen import Frozen
from som_model.scenario.quantities import In


def unit_of(model: type[Frozen], field: str) -> str | None:
    """'kr. a year', 'citizens', 'share, 0-1'; None for a block, a list of words, and plain text."""
    stated = model.model_fields[field]
    return _outermost(stated.metadata) or _unit_in(stated.annotation)


def _unit_in(annotation: Any) -> str | None:
    """The unit inside Annotated, Optional, unions and collections."""
    if (own := _outermost(getattr(annotation, "__metadata__", ()))) is not None:
        return own
    if isinstance(annotation, type) and issubclass(annotation, Frozen):
        holder = "every" if issubclass(annotation, Series) else "value"
        return unit_of(annotation, holder) if issubclass(annotation, Series | Estimate) else None
    inner = get_args(annotation)[1:] if get_origin(annotation) is Mapping else get_args(annotation)
    return next((unit for each in inner if (unit := _unit_in(each)) is not None), None)


def _outermost(metadata: Any) -> str | None:
    return next((each.unit for each in reversed(metadata) if isinstance(each, In)), None)
