"""Criteria that say which things were counted before them: ``12 xã đạt 19 tiêu chí``."""

from __future__ import annotations

from vnreport.facts.numeric import Numeric
from vnreport.facts.scope import Scope
from vnreport.facts.words import phrase_words, squeeze
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention, Source

_CRITERIA = ("tiêu chí", "tiêu chuẩn")
_MOST = 20
"""More criteria than one of the counted can have are those of all of them together."""
_REACH = lazy(
    r"\s(?:đạt(?:\s+chuẩn)?|đủ|hoàn\s+thành|dưới|trên|có|còn)(?:\s+(?:từ|dưới|trên|đủ|được|khoảng|hơn|ít\s+nhất|tối\s+thiểu))*\s+$"
)
_PARTED = lazy(r"[,;:()\n]|(?<![^\W_])(?:bình\s+quân|tổng|trung\s+bình|tăng|giảm|với)(?![^\W_])")


def belong_to(scope: Scope, facts: list[Measurement], mention: Numeric) -> bool:
    """Tell whether criteria only say which things the number before counts, and add them to its indicator."""
    if not facts or not isinstance(mention, QuantityMention) or mention.unit.lower() not in _CRITERIA:
        return False
    count = facts[-1]
    value, named = count.sources["value"], count.sources["indicator"]
    start, end = value.start or 0, value.end or 0
    if mention.value > _MOST or count.unit.lower() not in phrase_words("bearer") or end > mention.start:
        return False
    if named.rule not in ("behind", "counted") or _PARTED.search(scope.folded, end, mention.start):
        return False
    if _REACH.search(scope.folded, start, mention.start) is None:
        return False
    first = max(scope.folded.find(count.indicator.lower(), start, mention.start), start)
    count.indicator = squeeze(scope.text[first : mention.end])
    count.sources["indicator"] = Source(rule=named.rule, start=first, end=mention.end)
    return True
