"""Numbers whose words refer back to what was measured before: ``con số này``, ``(kế hoạch 215 ha)``."""

from __future__ import annotations

from vnreport.facts import subjects
from vnreport.facts.lists import Reading, in_unit, topic
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import is_measure, unit_of
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention

_THAT = lazy(
    r"(?:(?:(?:cùng\s+)?k[ỳì](?:\s+năm\s+(?:trước|ngoái))?|trước\s+đó|trước\s+đây),?\s+)?"
    r"(?:(?:con|tổng)\s+số|số(?:\s+(?:tiền|lượng|liệu))?|t[ỷỉ]\s+(?:lệ|trọng)|mức|chỉ\s+(?:số|tiêu)|kết\s+quả)\s+"
    r"(?:này|ấy|đó|nói\s+trên|nêu\s+trên|kể\s+trên|trên)(?:\s+(?:đạt|chỉ|là|còn|lên\s+tới|lên\s+đến))*"
)
"""What stands for the number before."""
_AIM = lazy(
    r"(?:kế\s+hoạch|kh|chỉ\s+tiêu|mục\s+tiêu)(?:\s+(?:giao|được\s+giao|đề\s+ra|đặt\s+ra|năm|cả\s+năm|tỉnh\s+giao|huyện\s+giao|là))*"
)
"""What tells, in brackets behind a result, how much was aimed at."""


def meant(reading: Reading, facts: list[Measurement], name: str) -> str:
    """Give what was measured before where the words of a number only refer to it, or nothing."""
    mention, folded = reading.mention, name.lower()
    if not name:
        return ""
    if isinstance(mention, QuantityMention) and mention.what.strip().lower() != mention.unit.strip().lower():
        return ""
    if _THAT.fullmatch(folded):
        return in_unit(facts, unit_of(mention)) or in_unit(reading.around, unit_of(mention))
    counts = not isinstance(mention, QuantityMention) or is_measure(mention)
    if not counts or not facts or facts[-1].unit != unit_of(mention) or not _AIM.fullmatch(folded):
        return ""
    end = facts[-1].sources["value"].end or 0
    return facts[-1].indicator if _IN_BRACKETS.fullmatch(reading.scope.folded, end, mention.start) else ""


_IN_BRACKETS = lazy(r"\s*\([^();:\d]{2,40}")


def dated(reading: Reading, facts: list[Measurement], name: str) -> str:
    """Give what a series of years goes through: ``Thu ngân sách: năm 2015 198 tỷ; năm 2017`` *341 tỷ*."""
    scope, mention = reading.scope, reading.mention
    if name or (
        isinstance(mention, QuantityMention) and mention.what.strip().lower() != mention.unit.strip().lower()
    ):
        return ""
    floor = max(reading.clause.sentence.start, mention.start - _REACH)
    cut = max(scope.folded.rfind(mark, floor, mention.start) for mark in ":;,")
    if cut < 0 or _YEAR.fullmatch(scope.folded, cut + 1, mention.start) is None:
        return ""
    if scope.folded[cut] != ":":
        # "nâng tổng số lên 2.216 ca; riêng ngày 25/5 có 375 ca"
        summed = facts and facts[-1].indicator.lower().startswith("tổng")
        return "" if summed else in_unit(facts[-1:], unit_of(mention))
    start = scope.folded.rfind("\n", floor, cut) + 1
    label, headed = subjects.subject(scope, Left(max(start, floor), cut, "strong", colon=True))
    return label if headed or (label and label == topic(reading)) else ""


_REACH = 160
_YEAR = lazy(
    r"\s*(?:(?:riêng|đến|tính\s+đến|hết|cuối|đầu|ước|dự\s+kiến|kế\s+hoạch|trong)\s+)*"
    r"(?:năm\s+(?:học\s+)?|quý\s+|tháng\s+|ngày\s+|giai\s+đoạn\s+)?(?:\d{1,4}|[ivx]{1,3})(?:\s*[-/–.]\s*\d{1,4}){0,2}"
    r"(?:\s+năm\s+\d{4})?\s*(?:(?:đạt|là|có|còn|ước|ước\s+đạt|khoảng|gần|hơn|trên|chiếm|bằng)\s+)*"
)
"""A time with nothing but small words around it, before its number."""
