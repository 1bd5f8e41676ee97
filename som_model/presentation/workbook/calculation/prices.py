"""Prices by year in the scenario's price year (method, rule 4)."""

from __future__ import annotations

from som_model.presentation.workbook.calculation.book import Book
from som_model.presentation.workbook.expression import Expression, Literally
from som_model.presentation.workbook.functions import multiplied
from som_model.presentation.workbook.sheet import Cell
from som_model.resolved.titles import unit_cost_title
from som_model.scenario.programme import CostLine, Post
from som_model.scenario.unit_cost import UnitCost
from som_model.wording.table import label


def moved(book: Book, address: str, line: UnitCost | Post | CostLine) -> list[Expression | None]:
    """What 1 kr. of the line's price year is in each year; None where it is 1."""
    series = line.index or book.scenario.price_index.series
    index = book.rates.index(series, line.price_year or book.scenario.price_year)
    if "real_growth" not in line.model_fields_set:
        return [index] * book.timeline.years
    growth = Literally(1) + book.assumptions.cell(f"{address}.real_growth")
    grown = [growth ** (year - book.rates.price_year) for year in book.years]
    return [each if index is None else index * each for each in grown]


def unit_price(book: Book, key: str) -> list[Cell]:
    """The rows of one unit cost; gives its price by year in the scenario's price year."""
    cost = book.scenario.unit_costs[key]
    address = f"unit_costs.{key}"
    assert cost.amount is not None
    name = unit_cost_title(book.scenario, key, book.language)
    unit = book.say("price_level").format(unit="kr.", price_year=cost.price_year or book.scenario.price_year)
    stated = book.row(name, unit, book.series(f"{address}.amount", cost.amount), "price")
    factors = moved(book, address, cost)
    if not any(factors):
        return stated
    converted = [multiplied(price, factor) for price, factor in zip(stated, factors, strict=True)]
    unit = book.say("price_level").format(unit="kr.", price_year=book.scenario.price_year)
    return book.row(f"{name}, {label('converted', book.language)}", unit, converted, "price")
