"""Find dates, intervals and reporting periods."""

from __future__ import annotations

import datetime as dt

from vnreport.layout import Layout
from vnreport.report import TimeMention
from vnreport.spans import Spans


def find(text: str, layout: Layout, taken: Spans, reference_date: dt.date | None) -> list[TimeMention]:
    """Find dates, intervals and reporting periods."""
    return []
