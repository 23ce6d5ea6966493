"""How long a time is, and which counts of months a day or a period ends."""

from __future__ import annotations

import datetime as dt

from vnreport.mentions.times.calendar import Atom, Days, days_of, unit_days

_FEW_MONTHS, _LAST_DAYS = 3, 25
"""Fewer months are not counted from January; from this day on a month is as good as over."""


def just_gone(atom: Atom, signed: dt.date | None) -> Days | None:
    """Read ``7 tháng qua`` in a text of August: the months of its year that were over."""
    if signed is None or atom.last[0] < _FEW_MONTHS:
        return None
    over = {signed.month - 1} | ({signed.month} if signed.day >= _LAST_DAYS else set())
    return days_of(atom, signed.year) if atom.last[0] in over else None


def fits(period: Days, days: Days) -> bool:
    """Tell whether a period lies in a month, quarter or year, or is a reporting month moved a little."""
    within = days[0] <= period[0] and period[1] <= days[1]
    return within or abs((period[1] - period[0]) - (days[1] - days[0])) <= dt.timedelta(3)


def completed(period: Days) -> set[int]:
    """Give the counts of months from January that a period ends, or that ended before it began."""
    done = {period[0].month - 1}
    if period[1].day >= 28:
        done.add(period[1].month)
    return done


def weeks_on(days: Days, weeks: int) -> Days | None:
    """Give the days so many weeks later; a week of reports need not begin on Monday."""
    try:
        return days[0] + dt.timedelta(7 * weeks), days[1] + dt.timedelta(7 * weeks)
    except OverflowError:
        return None


def edge_of(period: Days, unit: str, shift: int) -> dt.date:
    """Give the day that ``tháng trước`` counts from: in a report of several months that of the last."""
    first = unit_days(period[0], unit, 0)
    longer = unit != "year" and first is not None and period[1] > first[1]
    return period[1] if shift > 0 or longer else period[0]


def is_week(days: Days) -> bool:
    """Tell whether an interval is one week."""
    return (days[1] - days[0]).days == 6


def months_long(days: Days) -> int:
    """Count the months of an interval, to the nearest whole number."""
    return round((days[1] - days[0]).days / 30.44)
