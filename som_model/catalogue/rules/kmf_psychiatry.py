"""Municipal co-financing of psychiatric admissions (kommunal medfinansiering, KMF).

The municipality pays 60 % of the bed-day price up to a ceiling per admission; frozen from 2019, so
a change in admissions moves no municipal money from then on. Source: Region Hovedstaden, Kommunernes
medfinansiering, https://www.regionh.dk/om-region-hovedstaden/oekonomi/Regionens-oekonomi-og-finansiering/Sider/Kommunernes-medfinansiering.aspx;
the freeze: https://dataproces.dk/nyheder/%C3%B8konomiskredeg%C3%B8relseeffektmedfinansiering.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from som_model.wording.message import Message

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray

SHARE = 0.60
CEILING = 8862.0
"""Kr. per admission. Its year is not stated in the source: it is taken in the price's own price
year, which is an assumption."""
FROZEN_FROM = 2019
CEILING_KNOWN_FROM = 2018


def kmf_psychiatry(price: NDArray[float64], year: int, parameters: Mapping[str, NDArray[float64]]) -> dict[str, NDArray[float64]]:
    """Shares of municipality and region for one bed-day less, in the law of a calendar year.

    price: kr. per bed-day. parameters: days_per_admission, and shorter_stays.days_fewer where stays
    are shortened rather than avoided. Municipality = min(0.60 × price × days, ceiling) / (price × days).
    """
    import numpy as np

    if year >= FROZEN_FROM:
        return {"municipality": np.zeros_like(price), "region": np.ones_like(price)}
    days = parameters["days_per_admission"]
    fewer = parameters.get("shorter_stays.days_fewer", days)
    before = np.minimum(SHARE * price * days, CEILING)
    after = np.minimum(SHARE * price * (days - fewer), CEILING)
    municipality = (before - after) / (price * fewer)
    return {"municipality": municipality, "region": 1 - municipality}


def kmf_psychiatry_notices(year: int) -> tuple[Message, ...]:
    """What the reader should know of the law of a year."""
    if year >= FROZEN_FROM:
        return ()
    ceiling = Message.of("kmf_ceiling_assumed", ceiling=f"{CEILING:.0f}")
    return (ceiling, Message.of("kmf_before_2018", year=year)) if year < CEILING_KNOWN_FROM else (ceiling,)
