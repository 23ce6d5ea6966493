"""The Vietnamese lunar calendar as a table: ``lexicon/lunar_years.tsv``."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from vnreport.lexicon import table

FEASTS: Mapping[str, tuple[int, int]] = MappingProxyType(
    {"nguyên tiêu": (1, 15), "đoan ngọ": (5, 5), "trung thu": (8, 15)}
)
"""Lunar month and day of the feasts that are called Tết; all others are New Year's Day."""


class LunarYear(NamedTuple):
    """A year of the lunar calendar."""

    new_year: dt.date
    lengths: tuple[int, ...]
    """Days of the months in order, the leap month among them."""
    leap: int
    """The month that is followed by a leap month of the same number; 0 for none."""


@cache
def _years() -> Mapping[int, LunarYear]:
    return MappingProxyType(
        {
            int(row["year"]): LunarYear(
                dt.date.fromisoformat(row["new_year"]),
                tuple(29 + int(long) for long in row["long_months"]),
                int(row["leap_month"]),
            )
            for row in table("lunar_years")
        }
    )


def to_solar(year: int, month: int, day: int) -> dt.date | None:
    """Give the day of a lunar date (never in a leap month); None outside the table or where there is none."""
    known = _years().get(year)
    if known is None or not 1 <= month <= 12:
        return None
    index = month - 1 + (1 if known.leap and month > known.leap else 0)
    if not 1 <= day <= known.lengths[index]:
        return None
    return known.new_year + dt.timedelta(days=sum(known.lengths[:index]) + day - 1)
