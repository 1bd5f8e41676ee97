"""Where the built-in catalogue lies, and its version."""

from pathlib import Path

VERSION = "2026.1"
"""Version of the built-in catalogue, YYYY.N."""

DATA = Path(__file__).parent / "data"
BUILT_IN: dict[str, tuple[str, ...]] = {
    "unit_costs": ("health.yaml",),
    "target_groups": ("target_groups.yaml",),
    "indices": ("indices.yaml",),
    "discount_schedules": ("discount_schedules.yaml",),
}
"""Section → the built-in files that hold it, so that only what is used is read."""
