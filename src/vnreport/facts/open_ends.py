"""Times that say but one end of a stretch, and those in brackets of their own."""

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


_BEHIND_NUMBER = lazy(
    r"(?:\s+[^\W\d_]+){0,8}\s*\(\s*(?:(?:số\s+liệu|cập\s+nhật|tính|kể|trong|vào|từ|đến|tới|hết|của)\s+){0,4}"
    r"(?:(?:thời\s+điểm|cuối|ngày)\s+){0,2}"
)
_SUBJECT = lazy(r"(?:^|[.;:\n])[\s\-–+•*]*(?:(?:về|tình\s+hình)\s+)?[^\W\d_][^.;:()\d\n]{2,120}$")
"""The beginning of a clause, without a number, before brackets."""


def in_own_brackets(folded: str, end: int, time: TimeMention) -> bool:
    """Tell whether brackets behind a counted phrase that ends at ``end`` hold its time alone.

    ``đã tiêm 15.000 liều vắc xin (tính đến ngày 20/6/2021)``, ``xuống 80 ca (năm 2020)``
    """
    if _CLOSES.match(folded, time.end) is None:
        return False
    return _BEHIND_NUMBER.fullmatch(folded, end, time.start) is not None


_CLOSES = lazy(r"\s*\)")


def dates_subject(folded: str, time: TimeMention, opened: int, closing: int) -> bool:
    """Tell whether brackets say from when to when the figures behind a subject are counted.

    ``Tai nạn lao động (từ 16/4 đến 15/5/2021) xảy ra 9 vụ``: no number stands before the brackets.
    """
    if folded[time.end : closing].strip() or _UP_TO.fullmatch(folded, opened, time.start) is None:
        return False
    if time.grain != "interval" and folded[opened + 1 : time.start].strip() in ("", "ngày"):
        return False
    return _SUBJECT.search(folded, max(0, opened - 140), opened) is not None


def dates_label(folded: str, time: TimeMention, opened: int, closing: int) -> bool:
    """Tell whether brackets say when the figures of a label are of: ``Tổng thu (tính đến 25/6):``."""
    if folded[closing + 1 : closing + 2] != ":" or folded[time.end : closing].strip():
        return False
    return _UP_TO.fullmatch(folded, opened, time.start) is not None


def parted(folded: str, time: TimeMention) -> bool:
    """Tell whether commas part a time from its sentence: ``Thực hiện …,`` *từ 6/2019 đến nay* ``, …``."""
    before = _COMMA_BEFORE.search(folded, max(0, time.start - 24), time.start)
    return before is not None and _COMMA_BEHIND.match(folded, time.end) is not None


_COMMA_BEFORE = lazy(r",\s*(?:(?:trong|tính|kể|từ|đến|riêng|chỉ|vào|hết)\s+){0,3}$")
_COMMA_BEHIND = lazy(
    r"\s*,|\s+(?:toàn|cả|các|lực\s+lượng|công\s+an|sở|ubnd|ngành|đơn\s+vị|huyện|tỉnh|thành\s+phố|đã|có)(?![^\W_])"
)
