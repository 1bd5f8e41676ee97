"""The payer rules by name: one function file here and one data file of the same name each."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from som_model.catalogue.built_in import contents
from som_model.catalogue.rules.case import Rule


def rule_names() -> tuple[str, ...]:
    """Every payer rule of the catalogue."""
    return tuple(contents("payer_rules"))


@cache
def payer_rule(name: str) -> Rule | None:
    """The rule of that name; None where there is none."""
    if name not in contents("payer_rules"):
        return None
    rule = import_module(f"som_model.catalogue.rules.{name}").RULE
    assert isinstance(rule, Rule)
    return rule
