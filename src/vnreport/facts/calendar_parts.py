"""Parts of the calendar that a document's own period tells: its month, quarter or year."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from vnreport.base_model import made
from vnreport.patterns import lazy
from vnreport.report import Interval

_PART = lazy(r"(?:tháng\s(?P<month>[1-9]|1[0-2])|quý\s(?P<quarter>i{1,3}|iv|[1-4]))")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def from_january(document: Interval) -> Interval:
    """Give the time from New Year to the end of the document's period."""
    return made(Interval)(start=document.end.replace(month=1, day=1), end=document.end)


_DAYS = {"tháng": (27, 32), "quý": (87, 94), "năm": (360, 370)}
"""How many days a month, a quarter and a year that is counted from any day may have."""


def is_one(document: Interval, unit: str) -> bool:
    """Tell whether a period is a month, a quarter or a year, from whatever day it is counted."""
    low, high = _DAYS[unit]
    return low <= (document.end - document.start).days + 1 <= high


_ALIKE = 10
"""So many days may a time be longer or shorter than the part of the calendar that it goes by."""


def stands_for(called: Interval, own: Interval) -> bool:
    """Tell whether a part of the calendar may be what other days go by: 2019 for 1/11/2018 to 31/10/2019."""
    days, others = (own.end - own.start).days, (called.end - called.start).days
    shared = (min(own.end, called.end) - max(own.start, called.start)).days
    return called != own and abs(days - others) <= _ALIKE and 2 * shared > days


def is_school_year(document: Interval) -> bool:
    """Tell whether a period is two whole years that follow, as which a school year is told."""
    first, last = document.start, document.end
    ends = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return ends and last.year == first.year + 1


def year_before(document: Interval) -> Interval:
    """Give the same time of the year before; the end of a month stays its end."""
    return made(Interval)(start=_back(document.start), end=_back(document.end))


def _back(day: date) -> date:
    last = monthrange(day.year - 1, day.month)[1]
    ends = day.day == monthrange(day.year, day.month)[1]
    return day.replace(year=day.year - 1, day=last if ends else min(day.day, last))


def calendar_part(reach: str, unit: str, document: Interval) -> Interval:
    """Give the month, quarter or year at the end of the document's period."""
    end = document.end
    if is_one(document, unit) and reach == "trong":
        return document
    if unit == "năm" and is_school_year(document):
        return document
    if unit == "năm":
        whole = made(Interval)(start=end.replace(month=1, day=1), end=end.replace(month=12, day=31))
        return whole if reach == "cả" else made(Interval)(start=whole.start, end=end)
    months = 3 if unit == "quý" else 1
    first = end.month - (end.month - 1) % months
    last = first + months - 1
    return made(Interval)(
        start=end.replace(month=first, day=1),
        end=date(end.year, last, monthrange(end.year, last)[1]),
    )


def part_of_year(words: str, year: int) -> Interval | None:
    """Give the month or the quarter of a year that folded words name, nothing else: ``tháng 12``."""
    part = _PART.fullmatch(words)
    if part is None:
        return None
    quarter = part["quarter"] and (_QUARTERS.get(part["quarter"]) or int(part["quarter"]))
    first, last = (3 * quarter - 2, 3 * quarter) if quarter else (int(part["month"]),) * 2
    return made(Interval)(start=date(year, first, 1), end=date(year, last, monthrange(year, last)[1]))
