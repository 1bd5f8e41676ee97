"""Municipal co-financing of psychiatric admissions (kommunal medfinansiering, KMF)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from som_model.catalogue.rules.rule import Case, LawForm, LawInForce, Parameter, Rule

if TYPE_CHECKING:
    from som_model.catalogue.rules.rule import Array


def shares(case: Case, law: LawInForce) -> dict[str, Array]:
    """Shares of municipality and region for one bed-day less.

    The municipality pays a share of the bed-day price up to a ceiling per admission: min(share × price × days, ceiling)
    / (price × days) where whole admissions are avoided; where stays are shortened by f days, what it pays of the whole
    stay less what it pays of the shorter one, / (price × f).
    """
    import numpy as np

    days = case.parameters["days_per_admission"]
    fewer = np.minimum(case.parameters.get("shorter_stays.days_fewer", days), days)
    paid = law.number("share") * case.price
    before = np.minimum(paid * days, law.amount("ceiling"))
    after = np.minimum(paid * (days - fewer), law.amount("ceiling"))
    cost = case.price * fewer
    municipality = np.divide(before - after, cost, out=np.zeros(np.broadcast_shapes(before.shape, cost.shape)), where=cost != 0)
    return {"municipality": municipality, "region": 1 - municipality}


RULE = Rule(
    shares=shares,
    parameters=(
        Parameter(
            "days_per_admission",
            unit=("dage", "days"),
            label=("Dage pr. indlæggelse", "Days per admission"),
            at=("{value} dage pr. indlæggelse", "{value} days per admission"),
            asked=("sengedage pr. indlæggelse", "bed-days per admission"),
        ),
        Parameter(
            "shorter_stays.days_fewer",
            unit=("dage", "days"),
            label=("Færre dage pr. indlæggelse", "Fewer days per admission"),
            at=("{value} færre dage pr. indlæggelse", "{value} fewer days per admission"),
            asked=("færre sengedage pr. indlæggelse", "fewer bed-days per admission"),
            optional=True,
            at_most="days_per_admission",
        ),
    ),
    form=LawForm(shares=("share",), amounts=("ceiling",)),
    units=("bed_day", "day"),
    also_called=("kmf", "medfinansiering"),
)
