"""Times that say but one end of a stretch, and those that brackets behind a label tell."""

from __future__ import annotations

from datetime import timedelta

from vnreport.base_model import made
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention

_SINCE = lazy(r"(?:^|[.;:\n,(])[\s\-–+•*]*(?:(?:tính|kể)\s+)?từ(?:\s+(?:ngày|đầu))?\s*$")
_FROM_NOW = lazy(r"(?<![^\W_])từ\s+(?:nay|giờ)\s+(?:cho\s+)?(?:đến|tới)(?:\s+hết)?\s*$")
_YEAR_END = ("cuối năm", "hết năm")
_UP_TO = lazy(r"\(\s*(?:(?:số\s+liệu|cập\s+nhật|tính|kể)\s+){0,2}(?:(?:từ|đến|tới|hết|ngày)\s+){0,3}$")


def lasting(folded: str, time: TimeMention, document: Interval) -> Interval | None:
    """Give the stretch of a time that names one end of it, the other being that of the document's period.

    ``Từ ngày 15/12,`` *cân 537 xe* runs up to the end of what is reported on; ``từ nay đến cuối năm`` is what
    is left of the year behind it.
    """
    low = max(0, time.start - 24)
    before, own = folded[low : time.start], folded[time.start : time.end]
    if "từ" not in before and not own.startswith("từ"):
        return None
    if own.startswith(_YEAR_END) and document.end.year == time.end_date.year:
        if folded.startswith(" không thay đổi", time.end):
            return None  # what is kept was set for the whole year
        ahead = document.end + timedelta(days=1)
        now = ahead <= time.end_date and _FROM_NOW.search(before) is not None
        return made(Interval)(start=ahead, end=time.end_date) if now else None
    if time.grain not in ("day", "month") or not document.start <= time.start_date < document.end:
        return None
    since = before + "từ" if own.startswith("từ") else before
    if folded[time.end : time.end + 1] != "," or not _SINCE.search(since):
        return None
    return made(Interval)(start=time.start_date, end=document.end)


def dates_label(folded: str, time: TimeMention, opened: int, closing: int) -> bool:
    """Tell whether brackets say when the figures of a label are of: ``Tổng thu (tính đến 25/6):``."""
    if folded[closing + 1 : closing + 2] != ":" or folded[time.end : closing].strip():
        return False
    return _UP_TO.fullmatch(folded, opened, time.start) is not None
