"""Measurements: each number of a report with what it measures, when, where, by whom."""

from __future__ import annotations

from vnreport.base_model import compact
from vnreport.facts import absences, parts, tables, unit_lists
from vnreport.facts.lists import LEANT_ON
from vnreport.facts.parts import PARTS
from vnreport.facts.scope import Scope
from vnreport.facts.statements import Statements
from vnreport.facts.words import durations
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import (
    Measurement,
    MoneyMention,
    OrganizationMention,
    PercentMention,
    PlaceMention,
    QuantityMention,
)
from vnreport.spans import Spans


def find(scope: Scope) -> list[Measurement]:
    """Find the measurements of a text, in text order, without ids."""
    found, cells = tables.find(scope)
    read = Spans(cells)
    found += unit_lists.find(scope, read)
    before: list[Measurement] = []
    announced: list[Measurement] = []
    earlier: list[Measurement] = []
    listed: Measurement | None = None
    end = 0
    for sentence in scope.layout.sentences:
        if scope.layout.boilerplate.overlaps(sentence.start, sentence.end) or scope.outside_body(
            sentence.start
        ):
            continue
        numbers = [
            m
            for m in scope.between(sentence.start, sentence.end)
            if isinstance(m, (MoneyMention, PercentMention, QuantityMention))
            and not read.overlaps(m.start, m.end)
            and not (isinstance(m, QuantityMention) and _lasts(m.unit.lower()))
        ]
        if scope.text.find("\n", end, sentence.start) >= 0:
            announced = announced if _is_item(scope, sentence) else []
            before = earlier if _OPENS_BY_OWNER.match(scope.folded, sentence.start) else []
        leant_on = before[-LEANT_ON:], (before or announced)[-LEANT_ON:]
        stated = Statements(scope, sentence, *leant_on).read(numbers) if numbers else []
        absent = absences.find(scope, sentence)
        stated = _without(stated, absent) if absent else stated
        if scope.text[sentence.end - 1] == ":":
            span = (sentence.start, sentence.end)
            announced = stated or before or (earlier if _BY_OWNER.search(scope.folded, *span) else [])
        wholes = before if PARTS.match(scope.folded, sentence.start) else []
        before, end = stated or (before if scope.text[sentence.end - 1] == ":" else []), sentence.end
        earlier = stated or earlier
        totals = parts.find_totals(scope, sentence)
        item = parts.find_item(scope, sentence, listed) if not numbers else []
        listed = listed if item else parts.last_count(stated)
        bare = [
            *item,
            *absent,
            *totals,
            *parts.find(scope, sentence, [*wholes, *stated, *totals]),
        ]
        found += sorted([*stated, *bare], key=lambda fact: fact.evidence.start) if bare else stated
        for fact in (*stated, *bare):
            vars(fact)["sources"] = compact(fact.sources)
    return found


def _without(stated: list[Measurement], absent: list[Measurement]) -> list[Measurement]:
    """Leave out the numbers that only say what there was none of: ``không còn xã dưới 15 tiêu chí``."""
    spans = Spans((f.sources["indicator"].start or 0, f.sources["indicator"].end or 0) for f in absent)
    return [
        f for f in stated if not spans.overlaps(f.sources["value"].start or 0, f.sources["value"].end or 0)
    ]


def _lasts(unit: str) -> bool:
    """Tell whether a unit is one of time, by the day or the turn too: ``giờ``, ``giờ/ngày``, ``giờ/lần``."""
    if unit in durations():
        return True
    of, _, by = unit.partition("/")
    return of.strip() in durations() and by.strip() in {*durations(), "lần", "buổi", "ca"}


def _is_item(scope: Scope, sentence: Sentence) -> bool:
    """Tell whether a line is an item of a list: by its sign, or by an owner's name and a colon."""
    if _ITEM.match(scope.text, sentence.start):
        return True
    return any(
        m.start == sentence.start and scope.folded.startswith(":", m.end)
        for m in scope.between(sentence.start, sentence.start + 1)
        if isinstance(m, (OrganizationMention, PlaceMention))
    )


_OPENS_BY_OWNER = lazy(
    r"[\s\-–+•*]*(?:(?:phân|chia|xét|tính|nếu)\s+)?theo\s+(?:từng\s+)?(?:địa\s+bàn|đơn\s+vị|địa\s+phương|khu\s+vực|công\s+trình)\s*:"
)
"""What opens a line that goes through those who have their part in what the line before counts."""
_BY_OWNER = lazy(
    r"(?<![^\W_])(?:theo|một\s+số|các|những|từng|cụ\s+thể)\s+(?:(?:tại|ở|theo|từng|các|một\s+số)\s+){0,2}"
    r"(?:đơn\s+vị|địa\s+phương|địa\s+bàn|khu\s+vực|chủ\s+đầu\s+tư|công\s+trình|chi\s+cục|huyện|xã|phường|tỉnh|trạm|hồ|vùng|"
    r"thị\s+trường|nước|quốc\s+gia|cơ\s+sở|chi\s+nhánh|trường|bệnh\s+viện|doanh\s+nghiệp|tổ\s+chức)(?![^\W_])[^:;.\d]{0,40}:$"
)
"""What leads in a list by those whose figures the items give."""
_ITEM = lazy(r"[-–+•*.]|\d{1,2}[.)]\s|[a-zđ]\)")
"""What an item of a list opens with."""
