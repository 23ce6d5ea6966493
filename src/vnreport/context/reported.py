"""Where a text says outright whose figures it gives, and of which time."""

from __future__ import annotations

from vnreport.context.frames import noun_before, within_two_years
from vnreport.context.lexicon import Where
from vnreport.context.period_cues import CLAUSE, LOOK, planned
from vnreport.context.stated_periods import REACH, Found
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention
from vnreport.text import fold

_UP_TO = lazy(r"(?:đến|tới)(?:\s+hết)?\s*$")
_REPORTS = lazy(
    r"báo cáo[^.;:\n]{5,200}?như sau"
    r"|(?:xin|được)\s(?:phép\s)?(?:báo cáo|thông tin)[^.;:\n\d]{3,80}\d[^.;:\n]{4,60}"
)
_BY_REPORT = lazy(
    r"(?<!\w)(?:theo|qua)\s(?:báo\scáo|thống\skê|số\sliệu|tổng\shợp|đánh\sgiá)[^.;:\n\d]{0,120},\s"
    r"(?:(?:chỉ|tính|riêng)\s)?(?:trong\s)?$"
)
"""What leads in the time that a page's figures are of: ``Theo báo cáo của huyện,`` *năm 2013* ``, …``."""


def told_in_body(layout: Layout, spans: list[TimeMention]) -> Found | None:
    """Find the period that a heading reviews: ``Điều 1. Đánh giá tình hình năm 2014``."""
    for mention in spans:
        sentence = layout.sentence_at(mention.start)
        if sentence is None or sentence.end - sentence.start > CLAUSE or planned(layout.text, mention):
            continue
        if noun_before(fold(layout.text[sentence.start : mention.start]), "tell"):
            return mention.period, (mention.start, mention.end)
    return None


def reported(layout: Layout, spans: list[TimeMention], title: Where | None) -> Found | None:
    """Find the time of what an agency says that it reports: ``… báo cáo kết quả quý I/2019 như sau:``."""
    after = title[1] if title else 0
    match = _REPORTS.search(layout.folded, after, after + REACH)
    named = [m for m in spans if match.start() < m.start < match.end()] if match is not None else []
    told = [m for m in named if not planned(layout.text, m)]
    # "6 tháng đầu năm 2024 (từ ngày 01/12/2023 đến ngày 31/5/2024)" says which days it counts.
    told = [m for m in told if layout.text[m.start - 1] == "("] or told
    return found_at(layout.text, told[0]) if told else None


def by_report(layout: Layout, spans: list[TimeMention], title: Where | None) -> Found | None:
    """Find the time that a page's story names where it tells whose report it follows."""
    after = title[1] if title else 0
    for mention in spans:
        if not after <= mention.start < after + REACH or not within_two_years(mention):
            continue
        before = layout.folded[max(after, mention.start - 2 * CLAUSE) : mention.start]
        if _BY_REPORT.search(before) and not planned(layout.text, mention):
            return found_at(layout.text, mention)
    return None


def found_at(text: str, mention: TimeMention) -> Found:
    """Give the period that a time stands for: ``đến hết tháng 7`` reaches back to New Year."""
    start = mention.start_date
    before = fold(text[max(0, mention.start - LOOK) : mention.start])
    if mention.grain in {"month", "quarter"} and _UP_TO.search(before):
        start = start.replace(month=1, day=1)
    return Interval(start=start, end=mention.end_date), (mention.start, mention.end)
