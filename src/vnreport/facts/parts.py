"""Parts without a unit: ``196 trường hợp vi phạm, trong đó nồng độ cồn 74, quá tốc độ 31``."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.facts.scope import Scope, hold
from vnreport.facts.words import column, squeeze
from vnreport.layout import Sentence
from vnreport.report import Measurement, Source, Span

_PART = re.compile(
    r"(?:[:;,]|trong\s+đó|gồm|(?<![^\W_])và)\s*(?:(?:trong\s+đó|gồm|có|còn|và|riêng)\s*:?\s+)*"
    r"(?P<label>[^\W\d_][^,;:.()\d\n]{1,50}?)\s+(?P<number>\d{1,3}(?:\.\d{3})+|\d{1,6})(?=\s*(?:[,;)\n]|\.(?!\d)|$))"
)
_WORDS = 6
"""The longest label of a part, in words."""


def find(scope: Scope, sentence: Sentence, facts: list[Measurement]) -> list[Measurement]:
    """Find the bare numbers of a sentence that go through an earlier count of it, two of them at least.

    A part is no greater than the whole, and its label is none of a number (``điều 5``, ``lần thứ 2``).
    """
    if not any(_counts(fact) for fact in facts):
        return []
    found = []
    for match in _PART.finditer(scope.folded, sentence.start, sentence.end):
        first, last = match.span("number")
        label = squeeze(scope.text[match.start("label") : match.end("label")])
        words = label.lower().split()
        value = Decimal(match.group("number").replace(".", ""))
        whole = next(
            (f for f in reversed(facts) if _counts(f) and f.sources["value"].start is not None
             and f.sources["value"].start < first and value <= (f.value or 0)), None
        )  # fmt: skip
        taken = any(m.end > first for m in scope.between(max(sentence.start, first - 60), last))
        if whole is None or taken or len(words) > _WORDS or words[-1] in column("number_labels", "word"):
            continue
        found.append((match, label, value, whole))
    if len(found) < 2:
        return []
    return [_fact(scope, sentence, match, label, value, whole) for match, label, value, whole in found]


def _counts(fact: Measurement) -> bool:
    return fact.value is not None and fact.unit != "%" and not fact.unit.isupper()


def _fact(
    scope: Scope, sentence: Sentence, match: re.Match[str], label: str, value: Decimal, whole: Measurement
) -> Measurement:
    first, last = match.span("number")
    clause = scope.clause(sentence, first, last)
    held = hold(scope, clause, first, last)
    sources = {
        **held.sources,
        "value": Source(rule="part", start=first, end=last),
        "indicator": Source(rule="before", start=match.start("label"), end=match.end("label")),
    }
    return Measurement(
        evidence=Span(start=clause.start, end=clause.end),
        confidence=0.75,
        indicator=label,
        value=value,
        unit=whole.unit,
        period=held.period,
        place=held.place,
        organization=held.organization,
        action=whole.action,
        status=held.status,
        sources=sources,
    )
