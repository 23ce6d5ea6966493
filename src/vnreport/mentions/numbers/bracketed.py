"""Units in brackets: behind a number (``1.250 (ha)``), or behind its name (``Diện tích (ha): 1.250``)."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.mentions.numbers.types import NumberSpan
from vnreport.patterns import lazy

_REACH = 36
_BEHIND = lazy(r"[ \u00a0]?\([ \u00a0]?(?P<unit>[^()\d\n]{1,24}[23²³]?)[ \u00a0]?\)")
_BEFORE = lazy(r"\w[ \u00a0]\([ \u00a0]?(?P<unit>[^()\d\n]{1,24}[23²³]?)[ \u00a0]?\)[ \u00a0]?:[ \u00a0]?\Z")
_CLOSES = lazy(r"[ \u00a0]?(?:[;)\n]|[,.](?!\d)|[-–][ \u00a0]|\Z)")
_SCALED = lazy(r"(?P<scale>nghìn|ngàn|triệu|tr\.?|tỷ|tỉ)[ \u00a0]?(?=[^\W\d_])")
_SCALES = {"nghìn": 10**3, "ngàn": 10**3, "triệu": 10**6, "tr": 10**6, "tỷ": 10**9, "tỉ": 10**9}


class Bracketed(NamedTuple):
    """What a bracket says of a number."""

    unit: str
    """The unit or currency, in lower case."""
    scale: int
    """What the number is a multiple of: a million for ``(triệu đồng)``."""
    end: int
    """Offset behind the number and, where it follows, the bracket."""


def bracketed(folded: str, number: NumberSpan) -> Bracketed | None:
    """Read the unit in brackets beside a number that has none of its own; None where there is none.

    Args:
        folded: the text in lower case.
        number: the number.
    """
    if number.label == "strong" or number.label_word == "năm" or number.scale > 1 or number.spelled:
        return None
    end = number.end
    match = _BEHIND.match(folded, end) if folded[end : end + 2].lstrip(" \u00a0")[:1] == "(" else None
    if match is not None:
        end = match.end()
    elif folded[max(0, number.start - 2) : number.start].rstrip(" \u00a0")[-1:] == ":" and _CLOSES.match(
        folded, end
    ):
        match = _BEFORE.search(folded, max(0, number.start - _REACH), number.start)
    if match is None:
        return None
    unit, scale = " ".join(match["unit"].split()), 1
    if scaled := _SCALED.match(unit):
        unit, scale = unit[scaled.end() :], _SCALES[scaled["scale"].rstrip(".")]
    return Bracketed(unit, scale, end)
