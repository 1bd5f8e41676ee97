"""What a workbook must show: the projection's numbers, by the keys of its results."""

from __future__ import annotations

import numpy as np

from som_model.presentation.workbook.results import PARTS, Results
from som_model.projection.projection import Projection

OERE = 0.01


def wanted(projection: Projection) -> dict[str, float | None]:
    """Every number of the results by key; None where the projection has none."""
    arrays = {"savings": projection.savings, "programme_cost": projection.programme_cost, "net": projection.net}
    arrays["accumulated"] = projection.accumulated
    found: dict[str, float | None] = {}
    for part in PARTS:
        rows = {**dict(zip(projection.payers, arrays[part], strict=True)), "total": projection.total(arrays[part])}
        for who, row in rows.items():
            found.update({f"{part}.{who}.{year}": float(value) for year, value in zip(projection.years, row, strict=True)})
    found["accumulated_net"] = projection.accumulated_net
    found["net_present_value"] = projection.net_present_value
    for payer in projection.payers:
        found[f"accumulated_net.{payer}"] = projection.accumulated_net_by_payer[payer]
        found[f"net_present_value.{payer}"] = projection.net_present_value_by_payer[payer]
    found["benefit_cost_ratio"] = projection.benefit_cost_ratio
    found.update({f"payback.{who}": year for who, year in projection.payback_by_payer.items()})
    for name in ("participants", "successes", "net_per_participant", "net_per_success"):
        found[name] = getattr(projection, name)
    return found


def places(results: Results, years: tuple[int, ...]) -> dict[str, tuple[str, str]]:
    """Key → (sheet, place without $ signs) of every result cell."""
    cells = {
        f"{part}.{who}.{year}": cell for (part, who), row in results.rows.items() for year, cell in zip(years, row, strict=True)
    }
    cells.update(results.figures)
    return {key: (cell.sheet, cell.place.replace("$", "")) for key, cell in cells.items()}


def shown(results: Results, years: tuple[int, ...]) -> dict[str, float | str]:
    """Key → the value that the cell carries."""
    found: dict[str, float | str] = {}
    for (part, who), row in results.rows.items():
        found.update({f"{part}.{who}.{year}": cell.number for year, cell in zip(years, row, strict=True)})
    for key, cell in results.figures.items():
        content = cell.content
        found[key] = content.value if hasattr(content, "value") else content
    return found


def differences(wanted: dict[str, float | None], found: dict[str, float | str]) -> list[str]:
    """Every result that is off by more than an øre, or has a number where there is none."""
    off = []
    for key, value in wanted.items():
        cell = found.get(key)
        if value is None:
            if isinstance(cell, int | float) and not np.isnan(cell):
                off.append(f"{key}: {cell}, no number wanted")
        elif not isinstance(cell, int | float) or not abs(cell - value) <= max(OERE, 1e-12 * abs(value)):
            off.append(f"{key}: {cell}, not {value}")
    return off
