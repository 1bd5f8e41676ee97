"""The value of information as one plain object for other programs: the JSON of `som value-of-information`."""

from __future__ import annotations

from typing import Any

import numpy as np

from som_model.analysis.information.sample import SampleInformation
from som_model.analysis.information.value import ValueOfInformation, ValueOfKnowing
from som_model.presentation.described.information import method_of_sample, methods_of_values
from som_model.version import __version__
from som_model.wording.language import Language


def information_record(value: ValueOfInformation, language: Language = "da") -> dict[str, Any]:
    """Kr. unrounded in the scenario's price year; expected has the options in order, running nothing first.

    evppi and groups: kr. and the part of EVPI, None where that is 0; sample: lists with one entry for each number in
    `of`, best is null where no number is worth its cost; None where nothing can be measured by following citizens.
    """
    scenario = value.simulation.scenario
    notices = dict.fromkeys([*(notice for each in value.options for notice in each.base.notices), *value.notices])
    return {
        "scenario": scenario.name,
        "variant": scenario.variant,
        "price_year": scenario.price_year,
        "outcome": value.outcome,
        "payer": value.payer,
        "draws": value.simulation.draws,
        "seed": value.simulation.seed,
        "options": [None, *value.titles(language)],
        "expected": [amount + 0.0 for amount in value.expected],
        "chance_wrong": value.chance_wrong,
        "evpi": value.evpi,
        "evpi_error": value.evpi_error,
        "evppi": [
            {"address": each.name, "title": value.assumption(each.name).title(language), **_worth(each, value)}
            for each in value.assumptions
        ],
        "groups": [{"name": each.name, "addresses": list(each.addresses), **_worth(each, value)} for each in value.groups],
        "sample": None if value.sample is None else _sample(value.sample),
        "methods": {"evppi": methods_of_values(value, language), "evsi": method_of_sample(language)},
        "notices": [{"address": notice.address, "text": notice.message.say(language)} for notice in notices],
        "som_model": __version__,
        "catalogue_version": scenario.record.catalogue_version,
        "input_sha256": scenario.record.input_sha256,
        "numpy": np.__version__,
    }


def _worth(known: ValueOfKnowing, value: ValueOfInformation) -> dict[str, Any]:
    part = known.evppi / value.evpi if value.evpi > 0 else None
    return {"kr": known.evppi, "part": part, "method": known.method}


def _sample(sample: SampleInformation) -> dict[str, Any]:
    return {
        "address": sample.address,
        "of": list(sample.of),
        "evsi": sample.evsi.tolist(),
        "cost": (sample.cost + 0.0).tolist(),
        "net_benefit": (sample.net_benefit + 0.0).tolist(),
        "best": sample.best,
        "evppi": sample.evppi,
        "cost_per_citizen": sample.cost_per_citizen,
        "years": sample.years,
    }
