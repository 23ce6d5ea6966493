"""Parts of what was counted: whether a number is one, what rule they broke, who is counted beside it."""

from __future__ import annotations

from vnreport.facts.brackets import last_open
from vnreport.facts.edges import trim
from vnreport.facts.lists import Reading, in_unit
from vnreport.facts.narrowing import phrase_before
from vnreport.facts.numeric import unit_of
from vnreport.facts.words import phrase_words
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention


def breach(reading: Reading, facts: list[Measurement]) -> str:
    """Give what those did that a list of parts counts, where that broke a rule; else nothing."""
    scope = reading.scope
    start, end = phrase_before(scope, reading.left)
    start, end = trim(scope, start, end)
    words = scope.text[start:end].split()
    broke = _BROKEN.search(scope.folded, start, end) is not None
    return " ".join(words) if broke and 3 <= len(words) <= _LONGEST and are_parts(reading, facts) else ""


_LONGEST = 12
"""The longest phrase of what broke a rule, in words."""
_BROKEN = lazy(r"(?<![^\W_])(?:không|chưa|sai|vượt|trái|quá|lấn\s+chiếm|giả)(?![^\W_])")


def are_parts(reading: Reading, facts: list[Measurement]) -> bool:
    """Tell whether some word leads from the first number in the unit to this one as to a part of it."""
    unit, scope = unit_of(reading.mention).lower(), reading.scope
    spans = [fact.sources["value"] for fact in facts if fact.unit.lower() == unit][:1]
    if any(last_open(scope.folded, span.end or 0, reading.mention.start) >= 0 for span in spans):
        return True
    return any(
        _TO_PARTS.search(scope.folded, span.end or 0, reading.mention.start) is not None
        or _AMONG.search(scope.folded, max(0, (span.start or 0) - 24), span.start or 0) is not None
        for span in spans
    )


_AMONG = lazy(r"(?<![^\W_])trong\s+(?:tổng\s+)?số\s+(?:(?:hơn|gần|khoảng|trên)\s+)*$")
_TO_PARTS = lazy(
    r"[:;]|(?<![^\W_])(?:trong\s+(?:đó|số)|(?:bao\s+)?gồm|cụ\s+thể|riêng|phân|chia|còn\s+lại)(?![^\W_])"
)
"""What leads from a whole to its parts."""


def with_own_people(reading: Reading) -> bool:
    """Tell whether people beside cases say what these were: ``9 vụ,`` *12 đối tượng cờ bạc*."""
    end = reading.mention.end
    if not reading.scope.folded.startswith(", ", end):
        return False
    following = reading.scope.between(end + 2, end + 3)
    people = following[0] if following else None
    return (
        isinstance(people, QuantityMention)
        and people.start == end + 2
        and people.unit.lower() in (*phrase_words("one_of_people"), "đối tượng", "bị can", "nghi can")
        and (
            len(people.what) > len(people.unit)
            or reading.scope.folded[people.end : people.end + 2].lstrip().isalpha()
        )
    )


def of_bodies(reading: Reading, facts: list[Measurement], label: str) -> str:
    """Give what the items of a list count that only name bodies or levels: ``- Cấp huyện:`` *1.148 lượt*."""
    mention = reading.mention
    assert isinstance(mention, QuantityMention)
    bare = mention.what.strip().lower() == mention.unit.strip().lower()
    if not bare or not reading.left.colon or facts or _BODIES.fullmatch(label.lower()) is None:
        return ""
    return in_unit(reading.around, unit_of(mention))


_BODIES = lazy(
    r"(?:(?:các|khối|toàn|các\s+cơ\s+quan)\s+)*(?:cấp\s+(?:tỉnh|huyện|xã|thành\s+phố|quận|phường|cơ\s+sở|trung\s+ương)|"
    r"(?:sở|ban|ngành|huyện|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đơn\s+vị|địa\s+phương|đoàn\s+thể|ubnd\s+(?:các\s+)?(?:huyện|xã|cấp\s+\w+)))"
    r"(?:(?:\s*,\s*|\s+và\s+|\s+)(?:sở|ban|ngành|huyện|thị\s+xã|thành\s+phố|xã|phường|thị\s+trấn|đơn\s+vị|địa\s+phương|đoàn\s+thể|tỉnh|cấp|quận))*"
)
"""Bodies that no name tells apart: ``Các sở, ban, ngành``."""
