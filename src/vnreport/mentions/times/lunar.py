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

_STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
_BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")


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


def cycle(stem: str, branch: str) -> int | None:
    """Give the place of a year's name in the cycle of sixty (``Giáp Tý`` is 0); None for impossible pairs."""
    if stem not in _STEMS or branch not in _BRANCHES:
        return None
    for place in range(60):
        if place % 10 == _STEMS.index(stem) and place % 12 == _BRANCHES.index(branch):
            return place
    return None


def named_year(place: int, near: int) -> int:
    """Give the year with a place in the cycle of sixty that is nearest to another (1984 is ``Giáp Tý``)."""
    year = 1984 + place
    return year + round((near - year) / 60) * 60
