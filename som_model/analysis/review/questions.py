"""What a reviewer would ask of a calculation (method, section 6)."""

from __future__ import annotations

from som_model.analysis.review import effects, lines, result, sizes
from som_model.analysis.review.remark import Review
from som_model.projection.projection import project
from som_model.scenario.scenario import Scenario
from som_model.wording.reviews import REVIEWS


def review(scenario: Scenario) -> Review:
    """Every question a critical reader would ask, with address, why it matters and what to do.

    It never changes or stops a calculation. Questions that decide the result come first. Rules: method, section 6.
    Raises MissingFigures where a counted line uses a figure stated as unknown (null).
    """
    projection = project(scenario)
    found = [*result.remarks(projection), *effects.remarks(scenario), *lines.remarks(scenario), *sizes.remarks(scenario)]
    order = list(REVIEWS)
    return Review(scenario, tuple(sorted(dict.fromkeys(found), key=lambda remark: order.index(remark.kind))))
