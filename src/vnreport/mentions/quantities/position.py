"""What governs a counted phrase: nothing, or a verb or preposition."""

from __future__ import annotations

from typing import Literal

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.grammar import grammar
from vnreport.patterns import lazy

Position = Literal["subject", "object"]
"""``subject``: a verb behind the noun is its predicate (``có 03 đơn vị | tham gia``); ``object``: it is an
attribute (``kiểm tra 09 đơn vị sử dụng tần số``)."""

_REACH = 48
_LAST_NUMBER = lazy(r"(?<![\w.,/])([0-9][0-9.,/]*)[ \u00a0][^\W\d][^\d;:()\n]*\Z")
_BREAKS = frozenset(",;:.!?)]}”\"'…|")


def position(folded: str, start: int, *, linked: bool = True) -> Position:
    """Tell what governs the counted phrase whose number is at ``start`` of a text in lower case.

    Args:
        folded: the text in lower case.
        start: where the number begins.
        linked: whether a count that ``và`` joins to this one may be asked in its place.
    """
    piece = folded[max(0, start - _REACH) : start]
    if "\n" in piece:
        piece = piece.rpartition("\n")[2]
    words = piece.split()
    if not words or words[-1][-1] in _BREAKS or not words[-1][-1].isalpha():
        return "subject"
    while len(words) > 1 and words[-1] in role("between"):
        words.pop()
    if words[-1] == "và":
        # "khen thưởng 08 tập thể và | 21 cá nhân": what governs the first count governs the second.
        first = _LAST_NUMBER.search(folded, max(0, start - _REACH), start) if linked else None
        return position(folded, first.start(1), linked=False) if first else "subject"
    last, pair = words[-1], " ".join(words[-2:])
    if last in role("existential"):
        return "subject"
    if last in role("preposition"):
        return "object"
    if last in role("pivot") or pair in role("pivot") or " ".join(words[-3:]) in role("pivot"):
        return "subject"
    effects = grammar().effects
    governed = effects.get(pair) == "verb" or effects.get(last) == "verb" or last in role("verb_end")
    governed = governed or any(
        " ".join(words[-size:]) in grammar().verbs for size in range(1, min(4, len(words)) + 1)
    )
    return "object" if governed else "subject"


def is_multiple(folded: str, start: int, end: int) -> bool:
    """Tell whether a number of ``lần`` says how many times as much: ``gấp 3 lần``, ``1,5 lần lương``."""
    before = folded[max(0, start - 6) : start].split()
    return (bool(before) and before[-1] in role("multiple")) or "," in folded[start:end]
