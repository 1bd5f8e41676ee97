"""Units by their names in the catalogue, also where a local price has them in Danish."""

from __future__ import annotations

from som_model.wording.table import label

UNITS = ("bed_day", "day", "night", "week", "month", "year", "admission", "place", "hour", "visit", "course")

DANISH = {"dag": "day", "dage": "day", "overnatning": "night", "overnatninger": "night"}
"""Other Danish words for a unit."""


def unit_key(unit: str | None) -> str | None:
    """'døgn' is a day, 'sengedage' are bed_day; the unit as written where it has no such name."""
    written = (unit or "").casefold()
    named = (key for key in UNITS for form in (f"one_{key}", f"unit_{key}") if label(form, "da").casefold() == written)
    return next(named, DANISH.get(written, unit))
