"""Wholes: what a share is of, and whose figures are told where several are counted."""

from __future__ import annotations

from vnreport.facts import comparisons, indicators, subjects
from vnreport.facts.brackets import last_open
from vnreport.facts.lists import Reading
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import measures
from vnreport.patterns import lazy
from vnreport.report import Measurement, MoneyMention, PercentMention, PlaceMention

_HERD = lazy(r"[\d.,]+\s?%\s+(?:của\s+)?(?:tổng\s+)?(?:số\s+)?đàn(?![^\W_])")
"""A share of a herd."""
_WITH = lazy(r"\s*(?:(?:[^\W\d_]+\s*){0,2}/|[-–]|(?:,\s*)?(?:với|cùng)(?:\s+(?:tổng\s+)?số)?)\s*")
"""What joins a count to one that only says how large it is."""
_IN_ROW = lazy(r"(?:\s[^\W\d_]+){0,6},\s*")
_RATIO = lazy(r"\d[\d.]*\s?/\s?\d")
_OF_SEVERAL = lazy(
    r"(?<![^\W_])(?:của|cho|tại|ở|qua|thuộc|trên\s+địa\s+bàn|trong)\s+(?:(?:các|cả|toàn\s+bộ|tất\s+cả|công\s+an|ubnd|nhóm|riêng|trên|hơn|gần|khoảng)\s+)*$"
)
"""What makes a count the owner of what is measured: ``giá trị sản xuất của`` *12 xã* ``đạt 310 tỷ đồng``."""
_PARTED = lazy(r"[,;:()]")


def outside(scope: Scope, facts: list[Measurement], at: int) -> list[Measurement]:
    """Leave out what stands in brackets that are closed before ``at``, unless nothing else is there."""
    return [fact for fact in facts if not comparisons.is_aside(scope, fact, at)] or facts


def whole_of(scope: Scope, facts: list[Measurement], at: int) -> Measurement:
    """Give the count that a share is of: ``731 vụ`` of ``731 vụ với 1.297 bị cáo, đạt 98%``."""
    facts = outside(scope, facts, at)
    # "đạt 34% dự toán là 108 tỷ đồng, đạt 33% chỉ tiêu phấn đấu"
    facts = [f for f in facts if f.status != "target" or not indicators.names_plan(f.indicator)] or facts
    if _HERD.match(scope.folded, at) is not None:
        # "2.100 con với trọng lượng 90 tấn, chiếm 3% tổng đàn"
        herd = [f for f in facts if f.unit.lower() == "con"]
        facts = herd or facts
    if (summed := _summed(facts)) is not None:
        return summed
    last = len(facts) - 1
    if last > 0 and facts[last].unit.lower() in ("tiêu chí", "tiêu chuẩn") and _reaches(scope, *facts[-2:]):
        last -= 1
    while last > 0 and facts[last].unit not in ("%", "VND"):
        first, second = facts[last - 1].sources["value"], facts[last].sources["value"]
        between = scope.folded[first.end or 0 : second.start or 0]
        # "185/207 vụ, 403 đối tượng, đạt 89,4%": the count that says of how many
        of_how_many = _IN_ROW.fullmatch(between) is not None and all(
            bool(_RATIO.match(scope.folded, fact.start or 0)) is over
            for fact, over in ((first, True), (second, False))
        )
        if not of_how_many and _WITH.fullmatch(between) is None:
            break
        last -= 1
    return facts[last]


def _summed(facts: list[Measurement]) -> Measurement | None:
    """Give the number that the last ones in its unit add up to: they were its parts."""
    unit, total = facts[-1].unit, facts[-1].value or 0
    for fact in facts[-2 : -_PARTS - 2 : -1]:
        if fact.unit != unit or fact.value is None or unit == "%":
            return None
        if fact is not facts[-2] and fact.value == total:
            return fact
        total += fact.value
    return None


_PARTS = 6
"""The most parts that are added up."""


def _reaches(scope: Scope, count: Measurement, criteria: Measurement) -> bool:
    """Tell whether a number of criteria says what those that are counted reach: ``90 hộ đạt 3 tiêu chí``."""
    end, start = count.sources["value"].end or 0, criteria.sources["value"].start or 0
    return _REACH.fullmatch(scope.folded, end, start) is not None


_REACH = lazy(r"(?:\s+[^\W\d_]+){0,4}\s+(?:đạt|đủ)\s+")


def of_several(reading: Reading, facts: list[Measurement]) -> str:
    """Give the subject that the number before stands in: whose it is, or what is done to what it counts.

    ``giá trị sản xuất của`` *12 xã* ``đạt 310 tỷ đồng``, ``kinh phí sửa`` *5 cầu* ``là 2 tỷ đồng``; empty
    where there is none.
    """
    scope, left = reading.scope, reading.left
    span = facts[-1].sources["value"]
    start, end = span.start or 0, span.end or 0
    money = isinstance(reading.mention, MoneyMention)
    linked = left.linker == "strong" or (money and not left.linker and _estimated(reading))
    if not linked or start < reading.clause.start or facts[-1].unit in ("%", "VND"):
        return ""
    if _PARTED.search(scope.folded, end, left.end):
        return ""
    before = facts[-2].sources["value"].end or 0 if len(facts) > 1 else 0
    floor = max(reading.clause.start, before)
    owned = _OF_SEVERAL.search(scope.folded, max(reading.clause.start, start - 40), start)
    if owned is None:
        return _of_deed(reading, floor, facts[-1]) if money else ""
    if owned[0].lstrip().startswith("cho") and isinstance(reading.mention, PercentMention):
        return ""  # "Giải ngân cho 15 dự án đạt 65% kế hoạch"
    name, headed = subjects.subject(scope, Left(floor, owned.start(), "strong"))
    # "tạm ứng quá hạn chưa thu hồi của 8 nhà thầu là 4 tỷ đồng"
    said = money and left.linker == "strong" and owned[0].startswith("của") and len(name.split()) > 2
    return name if headed or said else ""


def _estimated(reading: Reading) -> bool:
    """Tell whether words that qualify a number part it from what stands before."""
    return any(map(str.isalpha, reading.scope.folded[reading.left.end : reading.mention.start]))


def _of_deed(reading: Reading, floor: int, count: Measurement) -> str:
    """Give the sum that a clause opens with, where a count stands in its name: ``kinh phí sửa 5 cầu là``."""
    scope, start = reading.scope, count.sources["value"].start or 0
    inner = subjects.read_left(scope, floor, start)
    if inner.linker not in ("", "weak") or inner.colon or inner.bracket or count.unit in measures():
        return ""
    name, headed = subjects.subject(scope, Left(floor, inner.end, "strong"))
    opens = scope.folded[floor : inner.end].strip(" -+•*–\n").startswith(name.lower())
    return name if headed and opens and " " in name else ""


def before_bracket(reading: Reading, facts: list[Measurement]) -> str:
    """Give the whole whose parts the brackets around a number go through, unless they go through names."""
    scope, left, mention = reading.scope, reading.left, reading.mention
    opened = last_open(scope.folded, reading.clause.start, mention.start)
    if opened < 0 or any(isinstance(m, PlaceMention) for m in scope.between(left.start, left.end)):
        return ""
    outside = [f for f in facts if (f.sources["value"].start or 0) < opened and f.unit == unit_of(mention)]
    return outside[-1].indicator if outside else ""


def of_parts(reading: Reading, facts: list[Measurement]) -> str:
    """Give the whole that the sentence before counts whose parts this one goes through, unless by names."""
    scope, left, start = reading.scope, reading.left, reading.clause.sentence.start
    if any(isinstance(m, PlaceMention) for m in scope.between(left.start, left.end)):
        return ""
    wholes = [f for f in facts if f.evidence.start < start and f.unit == unit_of(reading.mention)]
    return wholes[-1].indicator if wholes else ""
