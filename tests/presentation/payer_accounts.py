"""Scenarios in which each payer pays and gets just so much."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import som_model as som

HEAD = """som: 1
name: accounts
title: {title}
period: {{start: 2024, years: 1}}
price_year: 2024
discount_rate: 0
"""
PAYERS = ("municipality", "region", "state", "citizen")


def with_accounts(
    folder: Path, cost: Mapping[str, float], savings: Mapping[str, float], title: str = "Prøve", extra: str = ""
) -> som.Projection:
    """One year, one citizen who succeeds. A cost below 0 is funding from outside; savings below 0 are units added."""
    groups = ["target_groups:", "  citizens:", "    participants: 1", "    success_rate: 1", "    consequences:"]
    prices = ["unit_costs:"]
    for payer in PAYERS:
        amount = savings.get(payer, 0)
        groups.append(
            f"      of_{payer}: {{title: 'Konsekvens for {payer}', unit_cost: of_{payer}, change: {-1 if amount >= 0 else 1}}}"
        )
        prices.append(f"  of_{payer}: {{amount: {abs(amount):.4f}, unit: case, price_year: 2024, payers: {{{payer}: 1}}}}")
    costs, funding = ["programme:", "  costs:"], ["  funding:"]
    for payer, amount in cost.items():
        line = f"amount: {abs(amount):.4f}, basis: once, year: 2024"
        if amount >= 0:
            costs.append(f"    by_{payer}: {{{line}, payers: {{{payer}: 1}}}}")
        else:
            funding.append(f"    to_{payer}: {{{line}, paid_by: outside, received_by: {payer}}}")
    kept = [part for part in (costs, funding) if len(part) > (2 if part is costs else 1)]
    head = ["programme:"] if kept and kept[0] is funding else []
    written = [*groups, *head, *(row for part in kept for row in part), *prices]
    path = folder / "accounts.yaml"
    path.write_text(HEAD.format(title=title) + extra + "\n".join(written) + "\n", encoding="utf-8")
    return som.project(som.read_scenario(path))
