"""Times that follow each other without a gap: ``năm 2017, 2018 và 6 tháng đầu năm 2019``."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.report import TimeMention

_JOINED = frozenset({"year", "half", "quarter", "month", "interval"})
_AND = lazy(r"\s*(?:,|,?\s+và)\s*(?:(?:năm|tháng|quý|trong)\s+)*")
"""What joins times that run on."""


def runs_on(folded: str, before: TimeMention, time: TimeMention) -> bool:
    """Tell whether a time is joined to the one before and begins where that ends.

    School years share the year between them.
    """
    if before.grain not in _JOINED or time.grain not in _JOINED:
        return False
    school = before.grain == time.grain == "interval" and before.end_date.year == time.start_date.year
    follows = (time.start_date - before.end_date).days == 1
    if not follows and not (school and before.start_date < time.start_date):
        return False
    return _AND.fullmatch(folded, before.end, time.start) is not None
