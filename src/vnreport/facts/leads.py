"""Items of a list that have their full names from what leads the list in: ``Tỷ lệ bỏ học: khối 10 1,9%``."""

from __future__ import annotations

from itertools import pairwise

from vnreport.facts import subjects
from vnreport.facts.governors import is_verb
from vnreport.facts.held import WIDTH
from vnreport.facts.lists import Reading
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import is_measure, unit_of
from vnreport.facts.scope import Scope
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention

_SHORT = 4
"""The longest label that says only what differs, in words."""


def under_head(reading: Reading, name: str, facts: list[Measurement]) -> str:
    """Give a label its full name that stands under a named indicator: ``Tỷ lệ bỏ học: Khối 10: 1,9%``."""
    scope, start, left = reading.scope, reading.clause.sentence.start, reading.left
    first = scope.folded.find(":", start, min(left.end, start + WIDTH))
    if not left.colon or first < 0 or not scope.folded[first + 1 : left.end].strip(" -–+•\n"):
        return ""
    named, headed = subjects.subject(scope, Left(start, first, "strong"))
    told = [f for f in facts if (f.sources["value"].start or 0) > first]
    if any(not fact.indicator.startswith(f"{named} ") for fact in told):
        # "Số tiền thu: 300 triệu đồng, trong đó: phạt: 20 triệu đồng"
        return ""
    whole = named.lower().startswith(_COUNTS) and not any(map(str.isdigit, scope.folded[start:first]))
    return f"{named} {name}" if headed and whole and len(name.split()) <= _SHORT else ""


def under_rate(reading: Reading, name: str, facts: list[Measurement]) -> str:
    """Give an item its full name whose list a rate leads in: ``Tỷ lệ bỏ học: khối 10 1,9%, khối 11 2%``."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    start = reading.clause.sentence.start
    colon = scope.folded.rfind(":", max(start, left.end - WIDTH), left.end)
    counts = isinstance(mention, QuantityMention) and not is_measure(mention)
    if left.colon or colon < 0 or counts or len(name.split()) > _SHORT or is_verb(name):
        return ""
    told = [f for f in facts if (f.sources["value"].start or 0) > colon]
    last = told[-1].sources["value"].end or colon if told else colon
    between = scope.folded[last + (not told) : left.end]
    apart = _NEXT_ITEM.fullmatch(between) if told else between.strip(" -–+•").find(",") < 0
    if not apart or (";" in between and not _all_parted(scope, told)):
        return ""
    named, headed = subjects.subject(scope, Left(start, colon, "strong"))
    if not headed or not named.lower().startswith(_COUNTS) or any(map(str.isdigit, named)):
        return ""
    if any(fact.unit != unit_of(mention) or not fact.indicator.startswith(f"{named} ") for fact in told):
        return ""
    return f"{named} {name}"


def _all_parted(scope: Scope, told: list[Measurement]) -> bool:
    """Tell whether semicolons part all items of a list so far."""
    ends = [fact.sources["value"] for fact in told]
    return all(";" in scope.folded[a.end or 0 : b.start or 0] for a, b in pairwise(ends))


_NEXT_ITEM = lazy(r"\s*(?:\([^()]*\)\s*)?(?:[,;]|,?\s*và)\s*[^,;:()\d]{1,60}")
"""What leads from the number of an item to the end of the label of the next."""
_COUNTS = (
    "tỷ lệ ",
    "tỉ lệ ",
    "tỷ trọng ",
    "số ",
    "tổng số ",
    "số lượng ",
    "diện tích ",
    "sản lượng ",
    "năng suất ",
)
"""What opens an indicator that says what is measured, so that a label below it says of which part."""
