"""Times that a number is compared with, and numbers that tell how much it was then."""

from __future__ import annotations

from collections.abc import Mapping

from vnreport.facts.words import phrase_words
from vnreport.patterns import lazy
from vnreport.report import TimeMention

ADJOINING = 8
"""How far behind a number a time may begin that stands right behind it, in characters."""
_COMPARED = lazy(
    r"(?:(?<![^\W_])(?:so\s+với|so|cùng\s+k[ỳì]|bằng|như|kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|sinh|dịp|kỷ\s+niệm|hơn|"
    r"tương\s+đương(?:\s+với)?|chuyển\s+sang|"
    r"(?:bỏ\s+hoang|hoạt\s+động|thành\s+lập|xây\s+dựng|tồn\s+tại|ban\s+hành)(?:\s+[^,;.:()0-9\n]{2,30})?\s+từ|khóa|nhiệm\s+kỳ|"
    r"hiệu\s+lực(?:\s+thi\s+hành)?(?:\s+kể)?(?:\s+từ)?(?:\s+ngày)?|"
    r"gấp\s+(?:[^\W\d_]+\s+)?(?:\d[\d.,]*\s+lần|đôi|ba|rưỡi)(?:\s+[^\W\d_]+){0,4}|"
    r"so\s+(?:với\s+)?[^,;.:()0-9\n]{2,40}|nhân\s+dịp\s+[^,;.:()0-9\n]{2,40})\s*\(?$|"
    r"(?<![^\W_])so\s+với\s+(?:(?!\s(?:và|tăng|giảm|đạt|thì)\s)[^,;.:()\n]){2,40}$)"
)
"""What stands before a time that a number is compared with, not measured in."""
_SAME = lazy(r"(?:^|[(;,:.\n–+-]|(?<![^\W_])(?:trong\s+khi|khi\s+đó|còn|và))\s*$")
"""What stands before a ``cùng kỳ`` that a clause is about: ``(cùng kỳ năm trước đạt 45 vụ)``."""
_AND_COMPARED = lazy(r"(?<![^\W_])so\s+với\s+[^,;.:()\d]{2,30}\s+và\s*$")
"""What stands before a ``cùng kỳ`` that is compared with as well: ``so với tháng trước và cùng kỳ``."""
_SAME_BEHIND = lazy(
    r"\s*(?::|,)?\s*(?:(?:chỉ|đã|mới|cũng)\s+)*(?:(?:đạt|là|có|tăng|giảm|ở\s+mức|xảy\s+ra|ghi\s+nhận|phát\s+hiện)(?![^\W_])|\d)"
)
_TOLD = lazy(r"[^()\n]{0,60}?(?<!\d)\d[\d.,]*(?:\s|%|\))")
"""A number behind a time in its brackets, which is of that time: ``(quý 3/2016`` *, công ty lãi 8,8 tỷ)*."""
_AND = lazy(r"\svà\s*$")
_ITS_NUMBER = lazy(r"\s*(?:(?:ước|cũng|đã)\s+){0,2}(?:đạt|là)\s+(?:(?:hơn|gần|trên|khoảng)\s+)?\d")
_SAME_ENDS = lazy(r"\d[^\d]*?(?<![^\W_])(?:so\s+với|tăng|giảm|đạt|chiếm|bằng|nhưng)(?![^\W_])")
"""What ends what is told of a ``cùng kỳ``."""
_OF_TIME = lazy(r"\s*(?:(?:của|trong|vào|ở)\s+)?")
_THAN = lazy(
    r"(?<![^\W_])(?:so\s+với|hơn|bằng|kém)\s+(?:(?:nhiều|so\s+với|mức|con\s+số|tăng|trưởng|tỷ\s+lệ|khoảng|gần)\s+)*$"
)
"""What stands before a number that another is compared with."""
_RATIO = lazy(r"bằng\s+(?:(?:khoảng|gần)\s+)?")
_RATIO_BEFORE = lazy(r"(?<![^\W_])(?:bằng|tương\s+đương|vượt|hơn)\s+(?:(?:khoảng|gần|hơn|trên)\s+)?$")
"""What stands before a share of what a time's number was: ``bằng 98,5%`` *năm 2020*."""
_FOREMOST = lazy(
    r"(?<![^\W_])(?:cao|thấp|lớn|nhỏ|nhiều|ít|mạnh|sâu|nhanh|chậm|tốt|đông)\s+nhất(?![^\W_])[^,;.:()\n]{0,48}$"
)
"""What stands before the years that something is the highest or lowest of."""
_SINCE = lazy(r"(?<![^\W_])từ\s*$")
_GLOSS = lazy(r"\(\s*(?:(?:là|đạt|có|khoảng|gần|hơn|trên|với|ở\s+mức)\s+)*$")
"""What opens brackets that say how much what a change is compared with was."""
_PLAN = lazy(r"(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu)(?![^\W_])")
_OPENER = lazy(
    r"[\s\-–+•*“\"]+|(?:phần|mục|chương)\s+(?:thứ\s+)?(?:\d{1,2}|[ivx]{1,5}|[a-zđ]|nhất|hai|ba|tư|bốn)(?![^\W_])[.:]?|"
    r"(?:điều\s+)?(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])[.)/:-]|các|những|một\s+số|về|và|,|phương\s+hướng|định\s+hướng|nhiệm\s+vụ|"
    r"mục\s+tiêu|chỉ\s+tiêu|kế\s+hoạch|dự\s+toán|giải\s+pháp"
)
"""What may stand in its line before a plan whose year is the period."""


def is_compared(folded: str, time: TimeMention) -> bool:
    """Tell whether numbers are compared with a time: ``so với năm 2018``, ``bằng 85% cùng kỳ``."""
    if folded.startswith("cùng k", time.start):
        # "(cùng kỳ năm trước đạt 45 vụ)" tells of that time.
        about = _SAME.search(folded, max(0, time.start - 12), time.start)
        if about is not None and _AND_COMPARED.search(folded, max(0, time.start - 50), time.start):
            return True
        return about is None or _SAME_BEHIND.match(folded, time.end) is None
    if _foremost(folded, time):
        return True
    found = _COMPARED.search(folded, max(0, time.start - 50), time.start)
    if found is None or (found[0][-1] == "(" and _TOLD.match(folded, time.end)):
        # "tăng 4% so với cùng kỳ (năm 2019 đạt 57%)" tells of that year.
        return False
    if found[0].startswith("sinh") and _before(folded, found.start()) in phrase_words("before_born"):
        # "phát sinh từ ngày 21/7 đến 30/9", "học sinh năm học 2018-2019"
        return False
    if _AND.search(found[0]) and _ITS_NUMBER.match(folded, time.end):
        # "giảm 1,6% so với tháng trước và 7 tháng đạt 81 tỷ USD" goes on to the seven months.
        return False
    # "IV. CHỈ TIÊU NĂM 2008", "Kế hoạch năm 2011: …" open what holds for that year.
    line = folded.rfind("\n", 0, found.start()) + 1
    return _PLAN.match(folded, found.start()) is None or bool(
        _OPENER.sub("", folded[max(line, found.start() - 40) : found.start()])
    )


def _before(folded: str, at: int) -> str:
    """Give the word that ends right before a place."""
    return "".join(folded[max(0, at - 8) : at].split()[-1:])


def _foremost(folded: str, time: TimeMention) -> bool:
    """Tell whether something is the highest or lowest of the years of a time: ``thấp nhất từ năm 2011``."""
    if "nhất" not in folded[max(0, time.start - 60) : time.start]:
        return False
    if _FOREMOST.search(folded, max(0, time.start - 60), time.start) is None:
        return False
    several = time.end_date.year > time.start_date.year
    return (
        several
        or folded.startswith("từ", time.start)
        or _SINCE.search(folded, max(0, time.start - 8), time.start) is not None
    )


def adjoins(folded: str, start: int, end: int, time: TimeMention) -> bool:
    """Tell whether a time stands right behind a number at ``[start, end)`` as its own: ``8% năm 2015``."""
    if _OF_TIME.fullmatch(folded, end, time.start) is None or folded.startswith(("từ", "cùng"), time.start):
        return False
    return _RATIO_BEFORE.search(folded, max(0, start - 30), start) is None


def same_is_over(folded: str, time: TimeMention, start: int) -> bool:
    """Tell whether what is told of a ``cùng kỳ`` ends before a place behind it."""
    return folded.startswith("cùng k", time.start) and _SAME_ENDS.search(folded, time.end, start) is not None


def then(folded: str, compared: Mapping[int, TimeMention], start: int, end: int) -> TimeMention | None:
    """Give the time of a number that tells how much what is compared was.

    It stands in brackets behind the time (``so với năm 2018 (48 tỷ đồng)``) or before it
    (``cao hơn mức 8,9% của cùng kỳ năm 2018``).

    Args:
        folded: the folded text.
        compared: the times that numbers are compared with, by where they begin and by where they end.
        start: where the number begins.
        end: where it ends.
    """
    opened = _GLOSS.search(folded, max(0, start - 24), start)
    if opened is not None and "/" not in folded[start:end]:
        # "(45/57 vụ)" tells of now and then.
        at = opened.start()
        return compared.get(at) or compared.get(at - 1)
    behind = _OF_TIME.match(folded, end)
    if behind is None or behind.end() not in compared:
        return None
    than = _THAN.search(folded, max(0, start - 40), start)
    if than is not None and folded[end - 1] == "%" and _RATIO.fullmatch(than[0]):
        # "bằng 98,5% cùng kỳ năm 2018" tells of now.
        return None
    return compared[behind.end()] if than is not None else None
