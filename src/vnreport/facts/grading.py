"""What grades are told of: ``Học lực:`` *giỏi 118 em, khá 702 em*."""

from __future__ import annotations

from vnreport.facts import indicators
from vnreport.facts.lists import Reading
from vnreport.facts.words import column
from vnreport.patterns import lazy
from vnreport.report import Measurement

_BRACKETS = lazy(r"\s*\([^()]*\)")
_LONGEST = 6
"""The longest words before a colon that tell what is graded."""


def graded(reading: Reading) -> str:
    """Give what is graded: the words before the colon of the sentence, what they add in brackets left out."""
    scope, start = reading.scope, reading.clause.sentence.start
    colon = scope.folded.rfind(":", start, reading.left.end)
    words = _BRACKETS.sub("", indicators.heading_indicator(scope, (start, colon))) if colon >= 0 else ""
    return words if 0 < len(words.split()) <= _LONGEST else ""


def graded_before(facts: list[Measurement]) -> str:
    """Give what the number before grades: ``học lực`` of ``học lực giỏi 118 em, khá 702 em``."""
    for fact in reversed(facts[-2:]):
        words = fact.indicator.removeprefix("tỷ lệ ").split()
        if len(words) > 1 and words[-1] == fact.unit:
            words.pop()
        for size in (2, 1):
            if len(words) > size and " ".join(words[-size:]).lower() in column("grades", "grade"):
                return " ".join(words[:-size])
    return ""
