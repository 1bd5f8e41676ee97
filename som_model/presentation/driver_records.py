"""What drives a difference, as plain objects for other programs: the key `drivers` in the JSON of `som compare`."""

from __future__ import annotations

from typing import Any

from som_model.analysis.drivers.driver import Drivers
from som_model.wording.parties import PUBLIC_PAYERS, TOTAL


def driver_records(found: Drivers) -> list[dict[str, Any]]:
    """Address, kind, and accumulated net in unrounded kr. of each driver, the largest first; of the reference none."""
    return [
        {
            "address": driver.address,
            "kind": driver.kind,
            **{payer: driver.accumulated_by_payer[payer] + 0.0 for payer in (TOTAL, *PUBLIC_PAYERS)},
        }
        for driver in found
    ]
