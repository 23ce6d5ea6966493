"""What many facts of a report have in common, made once: their clauses and periods."""

from __future__ import annotations

from datetime import date

from vnreport.base_model import made
from vnreport.facts.held import Clause
from vnreport.report import Interval, Span


class Shared:
    """The spans and intervals of a report's facts."""

    def __init__(self) -> None:
        self._last: Span | None = None
        self._intervals: dict[tuple[date, date], Interval] = {}

    def evidence(self, clause: Clause) -> Span:
        """Give the span of a clause: one for all the facts that it states, which come in a row."""
        last = self._last
        if last is None or last.start != clause.start or last.end != clause.end:
            last = self._last = made(Span)(start=clause.start, end=clause.end)
        return last

    def interval(self, period: Interval | None) -> Interval | None:
        """Give the one interval of the report that has these days."""
        return period and self._intervals.setdefault((period.start, period.end), period)
