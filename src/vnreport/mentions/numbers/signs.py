"""The sign of a number: a hyphen before a share, a temperature or a level, or the word ``âm``."""

from __future__ import annotations

from vnreport.mentions.numbers.patterns import PERCENT_AHEAD
from vnreport.mentions.numbers.ranges import joins_ends
from vnreport.patterns import lazy

_DEGREES = lazy(r"[ \u00a0]{0,2}(?:°[cf]|độ[ \u00a0]c?(?!\w))")
_WORD = lazy(r"(?<!\w)âm[ \u00a0]\Z")
_LEVEL = lazy(r"(?<!\w)(?:cao trình|cao độ|cốt|cos|cote)(?:[ \u00a0][^\W\d]+){0,2}[ \u00a0]\Z")
"""What is measured from sea level: ``cao trình đáy -3,5 m``."""


def sign_of(text: str, folded: str, start: int, end: int) -> int:
    """Give where the minus sign of the number ``[start, end)`` begins; ``start`` where it has none."""
    measured = PERCENT_AHEAD.match(folded, end) or _DEGREES.match(folded, end)
    if measured and (word := _WORD.search(folded, max(0, start - 4), start)):
        return word.start()
    if start == 0 or text[start - 1] not in "-–−" or joins_ends(text, start - 1):
        return start
    level = _LEVEL.search(folded, max(0, start - 24), start - 1)
    return start - 1 if measured or level else start
