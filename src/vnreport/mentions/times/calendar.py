"""A stretch of the calendar as the text gives it, before its year is known, and its days after."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from typing import Literal

from vnreport.report import Grain

Origin = Literal["text", "sentence", "section", "document", "reference"]
Kind = Literal["fixed", "same", "relative", "lunar", "count", "since", "start", "week", "within", "school"]
"""What an atom needs to become days.

``fixed``: at most a year; ``lunar``: a year, then the lunar calendar; ``same``: the period that a
``cùng kỳ`` repeats; ``relative``: an anchor (``tháng trước``); ``count``: the document's period
(``trong 9 tháng``); ``since``: its end (``từ đầu năm``); ``start``: a year, and an end that follows
(``từ đầu năm đến …``); ``week``: a year, whose week ``shift`` it is by ISO 8601;
``within``: the month, quarter or year that holds the document's period (``Trong tháng``);
``school``: the school year before the document's.
"""

Days = tuple[dt.date, dt.date]


@dataclass(slots=True)
class Atom:
    """One date or period of the text.

    ``first`` and ``last`` are (month, day); day 0 in ``last`` is the last day of the month.
    """

    start: int
    end: int
    grain: Grain
    year: int | None
    first: tuple[int, int]
    last: tuple[int, int]
    last_year: int | None = None
    """Year of ``last`` where it is not ``year``."""
    year_shift: int | None = None
    """For ``năm nay``, ``năm trước`` …: years from the anchor's."""
    deictic: bool = False
    """Counts from the day of writing (``năm ngoái``), not from the period at hand (``năm trước``)."""
    kind: Kind = "fixed"
    origin: Origin = "text"
    plain_year: bool = False
    """A bare year (``năm 2017``), which often dates a plan and not the sentence."""
    unit: Grain | Literal["week"] | None = None
    """What a relative atom counts in."""
    shift: int = 0
    """How many units a relative atom is away from its anchor."""
    until_now: bool = False
    """Runs on to the day of writing (``từ năm 2016 đến nay``)."""
    now_end: int = 0
    """End of the span where it does."""
    crosses: bool = False
    """Runs from one year into the next, neither of them said (``từ 15/12 đến 14/3``)."""


def whole(start: int, end: int, year: int, last_year: int | None = None) -> Atom:
    """Make the atom of a year or, with ``last_year``, of several."""
    several = last_year is not None and last_year != year
    return Atom(
        start,
        end,
        "interval" if several else "year",
        year,
        (1, 1),
        (12, 31),
        last_year=last_year if several else None,
        plain_year=True,
    )


def month_days(year: int, month: int) -> int:
    """Count the days of a month."""
    return monthrange(year, month)[1]


def date_of(year: int, month: int, day: int) -> dt.date | None:
    """Make a date (day 0: the month's last); None where the calendar has no such day."""
    try:
        return dt.date(year, month, day or month_days(year, month))
    except ValueError:
        return None


def days_of(atom: Atom, year: int) -> Days | None:
    """Give first and last day of a fixed atom in a year; None if impossible or in the wrong order."""
    first = date_of(year, *atom.first)
    last = date_of(year if atom.last_year is None else atom.last_year, *atom.last)
    if first is None or last is None or last < first:
        return None
    return first, last


def week_of(year: int, week: int) -> Days | None:
    """Give Monday and Sunday of a week by ISO 8601; None where the year has no such week."""
    try:
        monday = dt.date.fromisocalendar(year, week, 1)
        return monday, monday + dt.timedelta(days=6)
    except (ValueError, OverflowError):
        return None


def possible(day: int, month: int) -> bool:
    """Tell whether some year has this day."""
    return 1 <= month <= 12 and 1 <= day <= month_days(2000, month)


def days_of_year(year: int) -> Days:
    """Give first and last day of a year."""
    return dt.date(year, 1, 1), dt.date(year, 12, 31)


def moved(days: Days, years: int) -> Days | None:
    """Move an interval by whole years; a month's last day stays the last day of that month."""
    ends = []
    for day in days:
        last = day.day == month_days(day.year, day.month) and day.month == 2
        moved_day = date_of(day.year + years, day.month, 0 if last else day.day)
        if moved_day is None:
            return None
        ends.append(moved_day)
    return ends[0], ends[1]


def unit_days(anchor: dt.date, unit: str, shift: int) -> Days | None:
    """Give the day, week (from Monday), month, quarter or year ``shift`` units away from the anchor."""
    try:
        if unit == "day":
            day = anchor + dt.timedelta(days=shift)
            return day, day
        if unit == "week":
            monday = anchor - dt.timedelta(days=anchor.weekday()) + dt.timedelta(weeks=shift)
            return monday, monday + dt.timedelta(days=6)
        size = {"month": 1, "quarter": 3, "half": 6, "year": 12}[unit]
        months = anchor.year * 12 + (anchor.month - 1) // size * size + shift * size
        first = dt.date(months // 12, months % 12 + 1, 1)
        close = months + size - 1
        last = dt.date(close // 12, close % 12 + 1, month_days(close // 12, close % 12 + 1))
    except (ValueError, OverflowError):
        return None
    return first, last
