"""What the lines above a table say of all of it: the unit of its numbers, the time they are of."""

from __future__ import annotations

import re

from vnreport.facts.held import Held
from vnreport.facts.scope import Scope
from vnreport.facts.table_columns import BRACKET, Unit, read_unit
from vnreport.facts.words import indicator_head
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention

_UNIT = lazy(
    r"(?:đvt|đơn\s+vị(?:\s+tính)?|đv\s+tính)\s*:?\s*(?P<unit>[^():;\n|\t]{1,30}?)\s*(?:[);\n]|\.(?![\dđ])|$)"
)
_CAPTION = 200
"""How far above a table its unit may be stated, in characters."""
_NAMED = lazy(r"\s*(?:bảng|biểu|phụ\s+lục|phụ\s+biểu)(?![^\W_])")
_UP_TO = lazy(r"(?<![^\W_])(?:đến|tại|thời\s+điểm)(?:\s+(?:hết|thời\s+điểm|ngày)){0,3}\s*$")
_LOOK = 24
_LINES = 3
"""So many lines above a table may name it."""


def stated_unit(scope: Scope, start: int) -> Unit | None:
    """Read the unit that the lines above a table state for all of it."""
    found = list(_UNIT.finditer(scope.folded, max(0, start - _CAPTION), start))
    if found and not any(mark in scope.text[found[-1].end() : start] for mark in ("\t", " | ")):
        # Not that of a table between.
        return read_unit(found[-1].group("unit"))
    # "Bảng giá đề xuất (đồng/m2)": the line above says it in brackets, where that is money.
    line = scope.folded[max(0, start - _CAPTION) : start].rstrip(" \t\n|").rpartition("\n")[2]
    bracket = BRACKET.search(line)
    unit = read_unit(bracket.group("unit")) if bracket else None
    if unit is None or not (unit.name.isupper() or unit.name == "%" or unit.scale):
        return None
    return unit


def stated_name(scope: Scope, start: int) -> str:
    """Give what the line above a table says its sums are: ``Bảng 2. Kinh phí (triệu đồng)``, or nothing."""
    line = scope.text[max(0, start - _CAPTION) : start].rstrip(" \t\n|").rpartition("\n")[2]
    bracket = BRACKET.search(line)
    if bracket is None or any(
        isinstance(m, TimeMention) for m in scope.between(start - len(line) - 2, start)
    ):
        return ""
    name = _OPENS.sub("", line[: bracket.start()]).strip(" :.–-")
    return name if len(name.split()) <= _NAME and indicator_head().match(name.lower()) else ""


_OPENS = lazy(
    r"^[\s\-–+•*]*(?:(?:bảng|biểu|phụ\s+lục|phụ\s+biểu)(?:\s+số)?\s*(?:\d{1,2}|[ivx]{1,4})?[.:/)\s]\s*|"
    r"(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,4}|[a-zđ])[.)/:]\s*)*",
    re.IGNORECASE,
)
"""The number of a table or heading."""
_NAME = 6
"""The longest name of what a table measures, in words."""


def stated_period(scope: Scope, start: int) -> Held[Interval] | None:
    """Give the time that the caption of a table names: ``Bảng 2. Kết quả thu quý I năm 2020``."""
    low = max(0, start - _CAPTION)
    at = start
    for _ in range(_LINES):
        end = at
        while end > low and scope.folded[end - 1] in " \t\n|":
            end -= 1
        begin = scope.folded.rfind("\n", low, end) + 1
        if begin <= low or end <= begin:
            break
        if _NAMED.match(scope.folded, begin, end):
            times = [m for m in scope.between(begin, end) if isinstance(m, TimeMention)]
            # A day is rather that from which the table is in force.
            times = [m for m in times if m.grain != "day" or _UP_TO.search(scope.folded, begin, m.start)]
            return Held(times[-1].period, "caption", times[-1].start, times[-1].end) if times else None
        at = begin
    return _announced(scope, start)


def _announced(scope: Scope, start: int) -> Held[Interval] | None:
    """Give the time of the line that leads a table in with a colon, or of the sentence before it there.

    A day counts where figures run up to it; another is that of telling.
    """
    colon = (
        len(scope.folded[max(0, start - _CAPTION) : start].rstrip(" \t\n|")) + max(0, start - _CAPTION) - 1
    )
    sentence = scope.layout.sentence_at(colon) if scope.folded[colon : colon + 1] == ":" else None
    before = scope.sentence_before(sentence) if sentence is not None else None
    if sentence is None or scope.folded.count("\n", sentence.end, start) > 2:
        return None
    if before is not None and "\n" in scope.folded[before.end : sentence.start]:
        before = None
    for told in (sentence, before):
        times = scope.times.between(told.start, told.end) if told is not None else []
        if len(times) == 1:
            time = times[0]
            runs = time.grain != "day" or _UP_TO.search(scope.folded, max(0, time.start - _LOOK), time.start)
            reach = scope.times.reach(time, scope.document.period)
            return Held(reach, "caption", time.start, time.end) if runs else None
        if times:
            return None
    return None
