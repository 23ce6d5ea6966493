"""Units of measure: the UCUM code of a unit as officials write it, and its value in the base unit.

The factors are a table of the lexicon; the tests compare each of them with pint.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table


class Unit(NamedTuple):
    """A unit of measure, or a rate of two (``tạ/ha``)."""

    code: str | None
    """Its code in the Unified Code for Units of Measure; None where that has none."""
    base: str | None
    """The base unit of its dimension (``m2``, ``kg``, ``s``); None where no factor is fixed."""
    factor: Decimal | None
    """How many of the base unit it is."""


@cache
def _units() -> dict[str, Unit]:
    known = {
        row["unit"]: Unit(
            row["code"] or None, row["base"] or None, Decimal(row["factor"]) if row["factor"] else None
        )
        for row in table("unit_factors")
    }
    forms = {row["form"]: known[row["unit"]] for row in table("units") if row["unit"] in known}
    return forms | {"ngày đêm": known["ngày"], "ngđ": known["ngày"]}


def unit_of(name: str) -> Unit | None:
    """Give the unit that a word or symbol names; None for what is counted and not measured.

    >>> unit_of("héc-ta").code
    'har'
    >>> unit_of("tạ/ha")
    Unit(code='dt/har', base='kg/m2', factor=Decimal('0.01'))
    >>> unit_of("học sinh") is None
    True
    """
    name = " ".join(name.lower().split())
    whole = _units().get(name)
    if whole is not None:
        return whole
    upper, slash, lower = name.partition("/")
    if not slash:
        return None
    one, per = _units().get(upper.strip()), _units().get(lower.strip())
    if one is None or per is None:
        return None
    code = f"{one.code}/{per.code}" if one.code and per.code else None
    if one.factor is None or per.factor is None:
        return Unit(code, None, None)
    return Unit(code, f"{one.base}/{per.base}", one.factor / per.factor)
