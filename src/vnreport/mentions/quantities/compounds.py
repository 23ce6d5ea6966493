"""Amounts that are said in two units: ``12 km 300 m``, ``3 mẫu 5 sào``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.mentions.numbers import NumberSpan
from vnreport.mentions.numbers.digits import read_digits
from vnreport.mentions.numbers.roles import GAP, any_of

NEAR = 8
"""How far behind a number the next one may begin that goes on with its amount."""


class Compound(NamedTuple):
    """What a smaller unit adds to a number."""

    value: Decimal
    """The whole amount, in the larger unit."""
    unit: tuple[int, int]
    """Where the larger unit stands."""
    end: int
    """Offset behind the second number, before the smaller unit."""


@cache
def _ratios() -> dict[tuple[str, str], int]:
    return {(row["larger"], row["smaller"]): int(row["ratio"]) for row in table("compound_units")}


@cache
def _pattern() -> re.Pattern[str]:
    larger = any_of({pair[0] for pair in _ratios()})
    smaller = any_of({pair[1] for pair in _ratios()})
    return re.compile(
        rf"{GAP}?(?P<larger>{larger}){GAP}(?P<number>[0-9]{{1,4}}(?:,[0-9]{{1,2}})?)(?={GAP}?(?P<smaller>{smaller})(?![\w/]))"
    )


def compound(folded: str, number: NumberSpan) -> Compound | None:
    """Read on from a number whose unit is followed by a smaller one."""
    match = _pattern().match(folded, number.end)
    if match is None or number.value_max is not None or number.of is not None:
        return None
    ratio, rest = _ratios().get((match["larger"], match["smaller"])), read_digits(match["number"])
    if ratio is None or rest is None or rest >= ratio:
        return None
    return Compound(number.value + rest / ratio, match.span("larger"), match.end())
