"""Figures that say which things were counted before them: ``12 xã đạt 19 tiêu chí``."""

from __future__ import annotations

from vnreport.facts.numeric import Numeric
from vnreport.facts.scope import Scope
from vnreport.facts.words import phrase_words, squeeze
from vnreport.patterns import lazy
from vnreport.report import Measurement, PercentMention, QuantityMention, Source

_CRITERIA = ("tiêu chí", "tiêu chuẩn")
_MOST = 20
"""More criteria than one of the counted can have are those of all of them together."""
_REACH = lazy(
    r"\s(?:đạt(?:\s+chuẩn)?|đủ|hoàn\s+thành|dưới|trên|có|còn)(?:\s+(?:từ|dưới|trên|đủ|được|khoảng|hơn|ít\s+nhất|tối\s+thiểu))*\s+$"
)
_LACKS = lazy(r"(?<![^\W_])(?:không|chưa)\s+(?:có\s+|đạt\s+|được\s+)?đủ\s+$")
"""What those that are counted have too few of: ``9 bộ hồ sơ không đủ`` *3 báo giá*."""
_FULL = lazy(r"(?<![^\W_])(?:được|đã)\s+(?:[^\W\d_]+\s+){1,3}đủ\s+$")
"""How often something was done to those that are counted: ``421 thai phụ được khám đủ`` *3 lần*."""
_PARTED = lazy(r"[,;:()\n]|(?<![^\W_])(?:bình\s+quân|tổng|trung\s+bình|tăng|giảm|với)(?![^\W_])")


def belong_to(scope: Scope, facts: list[Measurement], mention: Numeric) -> bool:
    """Tell whether a figure only says which things the number before counts, and add it to its indicator."""
    if facts and isinstance(mention, PercentMention):
        return _is_bound(scope, facts[-1], mention)
    if not facts or not isinstance(mention, QuantityMention):
        return False
    count = facts[-1]
    value, named = count.sources["value"], count.sources["indicator"]
    start, end = value.start or 0, value.end or 0
    lacks = _LACKS.search(scope.folded, max(start, mention.start - 20), mention.start) is not None
    lacks = lacks or (
        mention.unit.lower() in ("lần", "mũi", "liều")
        and _FULL.search(scope.folded, start, mention.start) is not None
    )
    if not lacks and mention.unit.lower() not in _CRITERIA:
        return False
    bears = lacks or count.unit.lower() in phrase_words("bearer")
    if mention.value > _MOST or not bears or count.value is None or end > mention.start:
        return False
    if named.rule not in ("behind", "counted") or _PARTED.search(scope.folded, end, mention.start):
        return False
    if _REACH.search(scope.folded, start, mention.start) is None:
        return False
    _extend(scope, count, mention)
    return True


def _is_bound(scope: Scope, count: Measurement, mention: PercentMention) -> bool:
    """Tell whether a share says which ones are counted: ``9 chủ đầu tư giải ngân dưới 20%``."""
    value, named = count.sources["value"], count.sources["indicator"]
    start, end = value.start or 0, value.end or 0
    if mention.modifier not in ("over", "under", "at_least", "at_most") or end > mention.start:
        return False
    if count.value is None or named.rule not in ("behind", "counted"):
        return False
    if count.unit.lower() not in phrase_words("bearer") | phrase_words("spender"):
        return False
    if _GOVERNED.search(scope.folded, max(0, start - 24), start):
        # "giải ngân cho 12 dự án đạt trên 60%"
        return False
    first = max(scope.folded.find(count.unit.lower(), start, mention.start), start) + len(count.unit)
    if _BOUND.fullmatch(scope.folded, first, mention.start) is None:
        return False
    _extend(scope, count, mention)
    return True


_GOVERNED = lazy(
    r"(?<![^\W_])(?:cho|của|với|trên|tại|ở|tổng\s+số|kiểm\s+tra|thanh\s+tra|giám\s+sát|khảo\s+sát)\s+(?:cả\s+|\d+/)?$"
)
_BOUND = lazy(
    r"(?:\s+(?!(?:với|chiếm|bằng|tăng|giảm|là|trong|tại|cho|của|và)(?![^\W_]))[^\W\d_]+){0,6}?"
    r"\s+(?:giải\s+ngân|đạt|thu|chi|thực\s+hiện|hoàn\s+thành|có\s+t[ỷỉ]\s+lệ|t[ỷỉ]\s+lệ)(?:\s+(?!(?:với|chiếm|bằng)\s)[^\W\d_]+){0,6}?"
    r"\s+(?:trên|dưới|từ|hơn|không\s+quá|tối\s+thiểu|ít\s+nhất)\s+"
)
"""What stands between what is counted and a share that it is above or below."""


def _extend(scope: Scope, count: Measurement, mention: Numeric) -> None:
    """Add the words up to a figure to the indicator of a count."""
    value, named = count.sources["value"], count.sources["indicator"]
    start = value.start or 0
    first = max(scope.folded.find(count.indicator.lower(), start, mention.start), start)
    count.indicator = squeeze(scope.text[first : mention.end])
    count.sources["indicator"] = Source(rule=named.rule, start=first, end=mention.end)
