"""Figures within what is counted: how badly it was damaged, how often, of how many (``tiêm đủ 8 mũi``)."""

from __future__ import annotations

from vnreport.facts.numeric import Numeric, is_measure
from vnreport.facts.scope import Scope
from vnreport.patterns import lazy
from vnreport.report import PercentMention, QuantityMention


def restricts(scope: Scope, floor: int, mention: Numeric, behind: list[Numeric]) -> bool:
    """Tell whether a number only says which things another one counts.

    Args:
        scope: the text.
        floor: where the words of the last number end.
        mention: the number.
        behind: the number behind it, if there is one.
    """
    return _is_degree(scope, mention) or _is_within(scope, floor, mention, behind)


def _is_degree(scope: Scope, mention: Numeric) -> bool:
    """Tell whether a share says how badly what is counted was damaged: ``hư hỏng trên 70%: 12 nhà``."""
    if not isinstance(mention, PercentMention) or not (mention.value_max or mention.modifier in _BOUNDS):
        return False
    folded = scope.folded
    if _DAMAGED.search(folded, max(0, mention.start - 60), mention.start) is None:
        # "từ 30% đến 50%: 12 nhà; từ 50% đến 70%: 8 nhà": the degree goes on behind a count.
        listed = _NEXT_DEGREE.search(folded, max(0, mention.start - 30), mention.start)
        return listed is not None and _COUNT_BEHIND.match(folded, mention.end) is not None
    if _COUNT_BEHIND.match(folded, mention.end):
        return True
    return _COUNTED_DAMAGED.search(folded, max(0, mention.start - 90), mention.start) is not None


_BOUNDS = ("over", "under", "at_least", "at_most")
_HARM = r"(?:thiệt\s+hại|hư\s+hỏng|hư\s+hại|hỏng|mất\s+trắng|tổn\s+thất|giảm\s+năng\s+suất|sập|tốc\s+mái)"
_DAMAGED = lazy(
    rf"(?<![^\W_]){_HARM}(?:\s+(?:rất\s+nặng|nặng|nhẹ|một\s+phần|hoàn\s+toàn|ở)|\s+mức(?:\s+độ)?)*\s*[(:,]?\s*"
    r"(?:(?:từ|trên|dưới|hơn|khoảng|mức)\s+)*$"
)
"""Words of damage right before its degree."""
_NEXT_DEGREE = lazy(
    r"%[^%;\n]{0,20}\d[\d.,]*\s+[^\W\d_]+(?:\s+[^\W\d_]+)?\s*[,;]\s*(?:(?:từ|trên|dưới|hơn)\s+)*$"
)
"""An item with a degree of its own before the next degree."""
_COUNT_BEHIND = lazy(r"\s*\)?\s*(?::|=|là|có|với)?\s*\d[\d.,]*\s*[^\W\d_%]")
"""A count right behind a degree of damage."""
_COUNTED_DAMAGED = lazy(
    rf"\d\s+[^\W\d_]+(?:\s+[^\W\d_]+){{0,5}}\s+(?:bị\s+)?{_HARM}(?:\s+(?:rất\s+nặng|nặng|nhẹ|ở|mức|độ))*\s*\(?\s*(?:(?:từ|trên|dưới|hơn)\s+)*$"
)
"""A count right before what befell it, to which degree: ``143 nhà hư hỏng`` *từ 30 đến 70%*."""


def _is_within(scope: Scope, floor: int, mention: Numeric, behind: list[Numeric]) -> bool:
    """Tell whether a number stands within the subject of the next: ``Trẻ tiêm đủ`` *8 mũi* ``1.204 trẻ``."""
    if not isinstance(mention, QuantityMention) or not behind:
        return False
    folded, following = scope.folded, behind[0]
    floor = max(floor, mention.start - _REACH)
    marks = (folded.rfind(mark, floor, mention.start) for mark in ";:,.\n(")
    first = max(floor, max(marks) + 1)
    if isinstance(following, PercentMention):
        opens = _OPENS_RATE.match(folded, first, mention.start)
        return opens is not None and _TO_SHARE.fullmatch(folded, mention.end, following.start) is not None
    if not isinstance(following, QuantityMention) or is_measure(following):
        return False
    if folded[mention.end : following.start].strip(" :") not in ("", "là", "có", "đạt", "được"):
        return False
    unit = following.what.strip().lower()
    subject = _OPENING.match(folded, first, mention.start)
    at = subject.end() if subject else first
    whole = folded.startswith(f"{unit} ", at, mention.start)
    people = unit == "người" and _PEOPLE.match(folded, at, mention.start) is not None
    return (whole or people) and _COMPLETE.search(folded, at, mention.start) is not None


_REACH = 200
"""How far before a number its subject is looked for, in characters."""
_OPENING = lazy(r"[\s\-–+•*,;.:]*(?:(?:trong\s+đó|riêng|có|và|tổng\s+số|số)\s+)*")
"""What may stand before the noun of a subject."""
_OPENS_RATE = lazy(r"[\s\-–+•*,;.:]*(?:trong\s+đó\s+)?t[ỷỉ]\s+lệ\s+[^,;:\n]*$")
_TO_SHARE = lazy(
    r"(?:\s+[^\W\d_]+){0,6}?\s+(?:ước\s+)?(?:đạt|là|chiếm|còn|bằng)\s+(?:[^\W\d_]+\s+){0,2}|\s*:?\s*"
)
_PEOPLE = lazy(
    r"(?:phụ\s+nữ|bà\s+mẹ|sản\s+phụ|học\s+sinh|trẻ(?:\s+em)?|cán\s+bộ|công\s+chức|bệnh\s+nhân|thai\s+phụ|hội\s+viên|"
    r"đảng\s+viên|giáo\s+viên|lao\s+động|người|thanh\s+niên|đối\s+tượng)(?![^\W_])"
)
_COMPLETE = lazy(
    r"(?<![^\W_])(?:đủ|ít\s+nhất|đạt|có|từ|trên|dưới|uống|tiêm|hưởng|dạy|học|làm\s+việc)\s+(?:(?:từ|trên|dưới|đủ|ít\s+nhất)\s+)*$"
)
"""What stands before a number that says which ones are counted."""
