"""Times that run on in one another, and those that date something else than the number behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from vnreport.base_model import made
from vnreport.facts.calendar_parts import is_one, is_school_year
from vnreport.mentions.times.runs import runs_on
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention

_CARRIED = lazy(r"\s*(?:chuyển|để\s+lại|tồn)\s+(?:sang|qua|lại)(?![^\W_])")
_CARRIED_FROM = lazy(r"(?<![^\W_])(?:kéo\s+dài|chuyển(?:\s+(?:nguồn|tiếp))?|tồn)(?:\s+từ)?\s*$")
_ITS_SUM = lazy(r"\s*(?:là|:)\s+(?:(?:hơn|gần|trên|khoảng)\s+)?\d")
_ALLOTTED = lazy(r"(?<![^\W_])được\s+(?:phân\s+bổ|giao|duyệt|phê\s+duyệt|cấp|ban\s+hành|thành\s+lập)\s+$")
_PLAN_OF = lazy(r"(?<![^\W_])(?:kế\s+hoạch|dự\s+toán|tổng)(?:\s+vốn)?(?:\s+[^\W\d_]+){0,3}\s*$")
_DONE_OF_IT = lazy(
    r"\d[^.;:()\n]*[,;]\s*(?:đã|mới|(?:l[ũu]y\s+kế\s+)?đến\s+nay(?:\s+(?:đã|mới))?)\s+(?:thực\s+hiện|giải\s+ngân|thanh\s+toán)(?![^\W_])"
)
_FOUNDED = lazy(
    r"(?<![^\W_])(?:thành\s+lập|ra\s+đời|khởi\s+công|đi\s+vào\s+(?:hoạt\s+động|sử\s+dụng)|khánh\s+thành|khởi\s+nghiệp)"
    r"(?:\s+(?:vào|từ|ngày))*\s*$"
)
_LATER = lazy(r"\s*(?:,|(?:đến|hiện|tới)\s+nay)")
"""What stands around the time when something began: ``thành lập năm 2012, hiện có 45 hội viên``."""
_EACH = lazy(r"[^.\n]{0,80}?(?<![^\W_])(?:lần\s+lượt|tương\s+ứng|theo\s+thứ\s+tự)(?![^\W_])")
"""What gives each of several times a number of its own."""

_OWN = lazy(r"(?:trong\s+)?(?P<unit>tháng|quý)(?:\s+(?:này|qua|vừa\s+qua))?")
_OWN_YEAR = lazy(r"(?:trong|cả)\s+năm(?:\s+học)?")
_UP_TO_NOW = lazy(r"(?:từ\s+)?đầu\s+năm(?:\s+\d{4})?\s+(?:đến|tới)\s+nay")
_DATELINE = lazy(r"(?:^|\n)(?:[^\n\d,]{2,40},|[^\n\d,]{2,16}\s[-–|])\s*$")


def first_of(folded: str, times: Sequence[TimeMention], at: int) -> TimeMention:
    """Give the first of the times that run on without a gap up to the one at a place in ``times``."""
    last = time = times[at]
    while at > 0 and runs_on(folded, times[at - 1], time):
        time, at = times[at - 1], at - 1
    return last if time is last or _EACH.match(folded, last.end) else time


def of_its_plan(folded: str, time: TimeMention, start: int) -> bool:
    """Tell whether a year is that of a plan, and the number of what was done of it up to now.

    ``Kế hoạch vốn năm 2016 là 68 tỷ đồng,`` *đã giải ngân 39 tỷ đồng*.
    """
    if time.grain != "year" or _DONE_OF_IT.search(folded, time.end, start) is None:
        return False
    return _PLAN_OF.search(folded, max(0, time.start - 40), time.start) is not None


def carried(folded: str, time: TimeMention) -> bool:
    """Tell whether a time dates what was carried over or allotted then: ``năm 2018 chuyển sang``."""
    if _CARRIED.match(folded, time.end) is not None:
        return True
    if folded.startswith(" sang", time.end) and _CARRIED_FROM.search(
        folded, max(0, time.start - 24), time.start
    ):
        return True
    if _ITS_SUM.match(folded, time.end) is not None:
        # "kinh phí được giao năm 2018 là 31 tỷ đồng" is of that year.
        return False
    return time.grain == "year" and _ALLOTTED.search(folded, max(0, time.start - 30), time.start) is not None


def founded(folded: str, time: TimeMention) -> bool:
    """Tell whether a time dates but the beginning of what the numbers behind it are of today."""
    if _LATER.match(folded, time.end) is None:
        return False
    return _FOUNDED.search(folded, max(0, time.start - 40), time.start) is not None


_BEGAN = lazy(
    r"(?<![^\W_])(?:kể\s+)?từ\s+(?:khi|lúc|ổ|ca|vụ|trường\s+hợp|thời\s+điểm|sau)\s[^.;:()\n\d]{2,60}?"
    r"(?:ngày|vào|tháng|năm|sáng|chiều|tối|đêm)?\s*$"
)
"""What says since when: ``kể từ khi ổ dịch đầu tiên xuất hiện ngày`` *18/3*."""
_UNTIL = lazy(r"[^.;:\n]{0,80}?,\s*(?:tính\s+)?(?:đến|tới)\s+(?:hết\s+)?(?:ngày\s+)?\d")


def began(folded: str, time: TimeMention) -> bool:
    """Tell whether a time dates but the first case, where the words behind it say until when is counted."""
    if _UNTIL.match(folded, time.end) is None:
        return False
    return _BEGAN.search(folded, max(0, time.start - 90), time.start) is not None


_NOW = lazy(
    r"(?:[,;:–-]|(?<![^\W_])(?:nhưng|thì|còn|mà|song))\s*(?:(?:cho\s+)?(?:đến|tới|hiện)\s+nay|nay|(?:bây\s+)?giờ|"
    r"hiện(?!\s+(?:đại|vật|trường|hành|trạng|tượng|diện)))(?![^\W_])"
)
"""What comes back to the time of telling: ``Năm 2011 có 4 nhà, nay`` *còn 3 hộ nghèo*."""


def is_past(folded: str, time: TimeMention, *, start: int, today: date | None) -> bool:
    """Tell whether the text has come back to today before a number at ``start``.

    It has where ``nay`` stands behind a number of a time of the past.
    """
    if today is None or time.end_date >= today:
        return False
    now = _NOW.search(folded, time.end, start)
    return now is not None and any(map(str.isdigit, folded[time.end : now.start()]))


_LOOKS_AHEAD = lazy(r"(?<![^\W_])(?:định\s+hướng|tầm\s+nhìn)(?:\s+(?:đến|tới|năm))*\s*$")


def looks_ahead(folded: str, times: Sequence[TimeMention]) -> bool:
    """Tell whether a heading names an aim and one behind it: ``đến năm 2025, định hướng đến năm 2030``."""
    if len(times) < 2:
        return False
    last = times[-1].start
    return _LOOKS_AHEAD.search(folded, max(0, last - 30), last) is not None


def leaning(folded: str, time: TimeMention, document: Interval) -> Interval | None:
    """Give the period of words that lean on the document's own: ``trong tháng``, ``từ đầu năm đến nay``.

    A month that is counted from the 15th to the 14th is the month of such a document.
    """
    words = folded[time.start : time.end]
    now = words.endswith((" đến nay", " tới nay")) and time.start_date <= document.end < time.end_date
    if now and (time.end_date.year, time.end_date.month) == (document.end.year, document.end.month):
        # What is told up to now, in a paper about the time up to the 15th, ends there.
        return made(Interval)(start=time.start_date, end=document.end)
    if time.year_from != "document":
        return None
    if _OWN_YEAR.fullmatch(words) and is_school_year(document) and _meet(time, document):
        return document
    own = _OWN.fullmatch(words)
    if own is not None and is_one(document, own["unit"]) and _meet(time, document):
        return document
    if _UP_TO_NOW.fullmatch(words) is None or time.end_date >= document.end:
        return None
    same = time.start_date.year == document.end.year
    return made(Interval)(start=time.start_date, end=document.end) if same else None


def _meet(time: TimeMention, document: Interval) -> bool:
    return time.start_date <= document.end and document.start <= time.end_date


def is_dateline(folded: str, time: TimeMention) -> bool:
    """Tell whether a day is that of the paper, alone on its line: ``Huế, ngày 5/3/2019``."""
    if time.grain != "day" or folded[time.end : time.end + 1] not in ("", "\n"):
        return False
    found = _DATELINE.search(folded, max(0, time.start - 48), time.start)
    return found is not None and ("," in found[0] or folded[time.start].isdecimal())
