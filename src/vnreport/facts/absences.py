"""Absences: what a report says there was none of is a measurement of 0."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.base_model import made
from vnreport.facts.holding import hold
from vnreport.facts.scope import Scope
from vnreport.facts.words import alternatives, column, durations, squeeze
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention, Source

_ABSENCE = lazy(
    r"(?<![^\W_])(?:không|chưa)\s+(?:(?:có|xảy\s+ra|để\s+xảy\s+ra|để\s+phát\s+sinh|phát\s+sinh|ghi\s+nhận|phát\s+hiện|còn)\s+|"
    r"(?=(?:tử|thương)\s+vong|thiệt\s+hại))(?P<what>[^,;.:()\n]{2,80})"
)
_NONE = lazy(
    r"(?P<what>[^\W\d_][^,;:.()\n]{2,60}?)\s*:\s*(?:không(?:\s+(?:có|còn|phát\s+sinh|xảy\s+ra))?|chưa\s+(?:có|phát\s+sinh))\s*(?=[.;\n]|$)"
)
"""A label with nothing behind it: ``tai biến nặng: không``."""
_ABSENCE_END = lazy(
    r"\s+(?:phát\s+sinh|xảy\s+ra|trên\s+địa\s+bàn|tại|trong|do|mới|so\s+với|nào(?!\s+(?:bị|phải|vi\s+phạm|quá\s+hạn|tồn\s+đọng|được)))(?![^\W_])"
)


def find(scope: Scope, sentence: Sentence) -> list[Measurement]:
    """Find what a sentence says there was none of: ``không có ca tử vong`` is a measurement of 0."""
    found = []
    colon = scope.folded.find(":", sentence.start, sentence.end)
    labels = colon >= 0 and re.search("không|chưa", scope.folded[colon : sentence.end]) is not None
    for match in (
        *scope.matches("absence", _ABSENCE).finditer(sentence.start, sentence.end),
        *(_NONE.finditer(scope.folded, sentence.start, sentence.end) if labels else ()),
    ):
        first, labelled = match.start("what"), match.start() == match.start("what")
        head = first + len("số ") if scope.folded.startswith("số ", first) else first
        counted = _COUNTABLE.match(scope.folded, head, match.end("what"))
        if _counted_before(scope, sentence, match.start()):
            continue
        if counted is None or scope.folded[counted.end() : match.end("what")].lstrip()[:1].isdigit():
            continue
        stop = _ABSENCE_END.search(scope.folded, counted.end(), match.end("what"))
        end = stop.start() if stop else match.end("what")
        comma = _COMMA_NOUN.match(scope.folded, end, sentence.end) if stop is None else None
        end = comma.end() if comma else end
        clause = scope.clause(sentence, match.start(), match.end())
        held = hold(scope, clause, match.start(), match.end())
        sources = held.sources
        negated = (match.end("what"), match.end()) if labelled else (match.start(), first)
        sources["value"] = Source(rule="absence", start=negated[0], end=negated[1])
        sources["indicator"] = Source(rule="behind", start=match.start("what"), end=end)
        found.append(
            made(Measurement)(
                evidence=scope.shared.evidence(clause),
                confidence=0.85,
                indicator=squeeze(scope.text[match.start("what") : end]),
                value=Decimal(0),
                unit=squeeze(scope.text[counted.start() : counted.end()]),
                period=held.period,
                place=held.place,
                organization=held.organization,
                status=held.status,
                sources=sources,
            )
        )
    return found


def _counted_before(scope: Scope, sentence: Sentence, at: int) -> bool:
    """Tell whether the words say something of what was counted: ``12 hộ không có đất sản xuất``."""
    cut = max(scope.folded.rfind(mark, sentence.start, at) for mark in (",", ";", ":"))
    inner = scope.between(max(sentence.start, cut), at)
    return any(isinstance(m, QuantityMention) and m.unit.lower() not in durations() for m in inner)


_COUNTABLE = lazy(alternatives(list(column("countable_heads", "head"))))
_COMMA_NOUN = lazy(r",\s+[^\W\d_]+(?:\s+[^\W\d_]+)?(?=\s+(?:phát\s+sinh|xảy\s+ra|nào))")
