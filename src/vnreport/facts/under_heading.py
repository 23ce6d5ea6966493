"""Bare counts of events that the heading above names: *2. Tai nạn giao thông:* ``toàn tỉnh xảy ra 28 vụ``."""

from __future__ import annotations

from vnreport.facts import indicators
from vnreport.facts.lists import Reading
from vnreport.facts.numeric import unit_of
from vnreport.facts.words import action_verbs, phrase_words
from vnreport.patterns import lazy
from vnreport.report import QuantityMention

_LONGEST = 14
"""The longest heading that names what is counted, in words."""
_WORDS = 3
"""The longest head of a kind of events, in words."""


def event(reading: Reading) -> str:
    """Give the kind of events that the heading names, for the first of their counts below it, or nothing."""
    scope, mention = reading.scope, reading.mention
    above = scope.headings(reading.clause.sentence)[:1]
    if not above or not isinstance(mention, QuantityMention):
        return ""
    unit = unit_of(mention).lower()
    counted = (m for m in scope.between(above[0][0], mention.start) if isinstance(m, QuantityMention))
    if any(unit_of(m).lower() == unit for m in counted):
        return ""
    name = indicators.heading_indicator(scope, above[0])
    words = name.lower().split()
    if not 2 <= len(words) <= _LONGEST:
        return ""
    if words[0] == "số" and unit in " ".join(words[1:3]):
        return name
    heads = phrase_words("event_head")
    kind = any(" ".join(words[:size]) in heads for size in range(1, _WORDS + 1))
    if not kind or action_verbs(name.lower()):
        return ""
    return f"{mention.what} {name if name[:2].isupper() and not name.isupper() else name.lower()}"


def occurring(reading: Reading) -> str:
    """Do the same for a count behind a verb of what comes about, where nothing else is said of it."""
    scope, mention = reading.scope, reading.mention
    assert isinstance(mention, QuantityMention)
    if mention.what.lower() not in phrase_words("event"):
        return ""
    opening = max(reading.clause.start, mention.start - _NEAR)
    return event(reading) if _OCCURS.search(scope.folded, opening, mention.start) else ""


_NEAR = 30
_OCCURS = lazy(
    r"(?<![^\W_])(?:xảy\s+ra|ghi\s+nhận|phát\s+sinh)\s+(?:(?:khoảng|gần|hơn|trên|tổng\s+số)\s+)?\Z"
)
