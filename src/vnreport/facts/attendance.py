"""Who came to a meeting and how they voted: figures of its day, whatever the meeting was about."""

from __future__ import annotations

from datetime import timedelta
from functools import cached_property

from vnreport.facts.held import Held
from vnreport.facts.periods import Times
from vnreport.layout import Layout, Sentence
from vnreport.patterns import lazy
from vnreport.report import Document, Interval, TimeMention

_COUNTED = lazy(r"\d\s+(?:đại\s+biểu|điểm\s+cầu)(?![^\W_])")
_PRESS = lazy(r"\d\s+(?:phóng\s+viên|nhà\s+báo|cơ\s+quan\s+(?:báo|thông\s+tấn|truyền\s+thông))(?![^\W_])")
_CAME = lazy(r"(?<![^\W_])(?:tham\s+dự|tới\s+dự|đến\s+dự|dự\s+họp|có\s+mặt)(?![^\W_])")
_AWAY = lazy(r"(?<![^\W_])vắng(?:\s+mặt)?:?\s*$")
_DAY_BEFORE = lazy(
    r"(?:^|[\n.])\s*(?:\(?[^\n\d.,()–-]{1,20}\)?\s*[–-]\s*)?"
    r"(?:hôm\s+nay,?\s*)?(?:(?:vào\s+)?(?:hồi|lúc)\s+\d{1,2}\s*(?:giờ|h|g|:)\s*(?:\d{2})?"
    r"(?:\s*phút)?,?\s*)?(?:(?:sáng|chiều|tối|trưa|trong)\s+(?:ngày\s+|các\s+ngày\s+|\d\s+ngày\s+)?)?$"
)
_OPENING = 1200
"""How far behind the title a page says when the meeting was."""
_LATELY = timedelta(days=10)
_SITTING = timedelta(days=3)


class Attendance:
    """The day of the meeting that a document on a longer period tells of."""

    def __init__(self, folded: str, layout: Layout, times: Times, document: Document) -> None:
        self._folded = folded
        self._layout = layout
        self._times = times
        self._document = document

    def held(self, sentence: Sentence, start: int, end: int) -> Held[Interval] | None:
        """Give the day of ``42/45`` *đại biểu*, ``11`` *điểm cầu* in a sentence without a time of its own."""
        if not self._came(sentence, start, end) or self._met is None:
            return None
        if self._times.between(sentence.start, sentence.end):
            return None
        return Held(self._met.period, "meeting", self._met.start, self._met.end)

    def _came(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether a number counts who came, or who did not."""
        folded = self._folded
        if _COUNTED.search(folded, start, end) is not None:
            return True
        if _PRESS.search(folded, start, end) is not None:
            return _CAME.search(folded, sentence.start, sentence.end) is not None
        if _AWAY.search(folded, max(sentence.start, start - 12), start) is None:
            return False
        return _COUNTED.search(folded, sentence.start, start) is not None

    @cached_property
    def _met(self) -> TimeMention | None:
        """The day, or the few, that a sentence of the opening begins with."""
        period, signed = self._document.period, self._document.published
        if period is None or signed is None or period.end - period.start <= _SITTING:
            return None
        after = self._layout.title[1] if self._layout.title is not None else 0
        for time in self._times.between(after, after + _OPENING):
            short = time.end_date - time.start_date <= _SITTING
            opens = _DAY_BEFORE.search(self._folded, max(after, time.start - 60), time.start) is not None
            if short and opens and signed - _LATELY <= time.end_date <= signed:
                return time
        return None
