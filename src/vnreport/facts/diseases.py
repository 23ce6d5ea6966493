"""Diseases that have their cases counted."""

from __future__ import annotations

from vnreport.facts.lists import Reading
from vnreport.facts.words import acting_noun, action_verbs, phrase_words
from vnreport.patterns import lazy
from vnreport.report import QuantityMention


def of_disease(reading: Reading, name: str) -> str:
    """Give the disease that has its cases counted, with a space before it: ``Sốt rét có`` *68 ca mắc mới*."""
    mention, left, scope = reading.mention, reading.left, reading.scope
    assert isinstance(mention, QuantityMention)
    cases = mention.unit.lower() in phrase_words("instance") and left.linker == "weak"
    if not cases or _SICK.fullmatch(mention.what.lower()) is None or len(name.split()) > _DISEASE:
        return ""
    other = (
        acting_noun().search(name.lower()) or action_verbs(name.lower()) or name.lower().startswith("trong ")
    )
    return f" {name}" if name and not other and not scope.between(left.start, left.end) else ""


_SICK = lazy(
    r"[^\W\d_]+(?:\s+(?:hợp|việc))?\s+(?:(?:bị|mới)\s+)?(?:mắc|nhiễm|tử\s+vong|dương\s+tính|nhập\s+viện|nghi\s+mắc|nặng)(?:\s+(?:mới|bệnh))?"
)
"""Cases of a disease that they do not name."""
_DISEASE = 5
"""The longest name of a disease, in words."""
