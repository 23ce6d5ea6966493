"""The days that the opening of a page counts out for what it tells of: a campaign, a holiday, a week."""

from __future__ import annotations

from collections.abc import Iterable

from vnreport.context.lexicon import Where, words
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import TimeMention
from vnreport.text import fold

_LOOK = 160
"""So far before its days what they are counted for is named."""
_LONGEST = 200
"""So many days a campaign may last."""
AHEAD = 31
"""So many days before it begins a campaign is told of."""
_DAY_TO_DAY = lazy(r"\d{1,2}[/.]\d{1,2}(?:[/.]\d{4})?\s?(?:[-–]|đến)\s?\d{1,2}[/.]\d")
_IN_BRACKETS = lazy(r"\(\s?(?:(?:tức|tính|kể|diễn\sra|thời\sgian|là)\s?:?\s?){0,2}(?:từ\s)?(?:ngày\s)?$")
_LASTS = lazy(
    r"(?:kéo\sdài|diễn\sra|(?:được\s)?(?:tổ\schức|phát\sđộng|triển\skhai)|bắt\sđầu)(?:\strong\s[^,.;(]{2,30})?,?\s$"
)
_PAST = lazy(r"(?<!\w)(\d{1,2}) (ngày|tuần) (?:vừa )?qua(?!\w)")
_RESULTS = lazy(
    r"[^\n:;]{0,160}?[.,;]\s(?:đạt\s)?(?:được\s)?(?:những\s|một\ssố\s)?kết\squả(?:\s[^\W\d_]+){0,4}\s?:"
)
"""What tells that the figures of some days follow: ``…`` *từ 18/9 đến 31/10/2023* ``. Kết quả:``."""
_COUNT = lazy(r"(?<!\w)(?:\d{1,3}|một|hai|ba|trăm)\s(?:ngày|tuần|tháng)(?!\w)")


def counted_days(layout: Layout, opening: Iterable[TimeMention]) -> TimeMention | None:
    """Find the days of what is named right before them.

    ``Trong Tháng hành động vì an toàn thực phẩm năm nay (15/4 - 15/5)``; ``Tuần lễ diễn ra từ 29/4 đến 6/5``.
    """
    for mention in opening:
        if not is_stretch(mention):
            continue
        sentence = layout.sentence_at(mention.start)
        if sentence is None:
            continue
        head = layout.folded[max(sentence.start, mention.start - _LOOK) : mention.start]
        bracket = _IN_BRACKETS.search(head)
        lasts = bracket or _LASTS.search(head)
        if _RESULTS.match(layout.folded, mention.end):
            return mention
        if lasts is not None and _is_campaign(head[: lasts.start()], counts=bracket is not None):
            return mention
    return None


def days_past(spans: Iterable[TimeMention], text: str, title: Where | None) -> TimeMention | None:
    """Find the days that a title says have just passed: ``Tình hình dịch hại`` *trong 7 ngày qua*."""
    count = _PAST.search(fold(text[title[0] : title[1]])) if title is not None else None
    if title is None or count is None:
        return None
    length = int(count[1]) * (7 if count[2] == "tuần" else 1)
    behind = (m for m in spans if m.start >= title[1] and is_stretch(m))
    return next((m for m in behind if abs((m.end_date - m.start_date).days + 1 - length) <= 1), None)


def _is_campaign(head: str, counts: bool) -> bool:
    """Tell whether words name something of some days: an event, or a count of days."""
    clause = f" {head.rpartition(';')[2]} ".translate(_QUOTES)
    return any(f" {word} " in clause for word in words("campaign")) or (
        counts and _COUNT.search(clause) is not None
    )


_QUOTES = str.maketrans('“”"‘’,', "      ")


def is_stretch(mention: TimeMention) -> bool:
    """Tell whether an interval goes from one day to another, as an event does."""
    runs = fold(mention.text).startswith("từ") or _DAY_TO_DAY.match(mention.text)
    days = (mention.end_date - mention.start_date).days
    return bool(runs) and mention.grain == "interval" and 1 <= days < _LONGEST
