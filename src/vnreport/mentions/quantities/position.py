"""Whether a counted phrase is the subject of its clause or the object of a verb or preposition."""

from __future__ import annotations

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.grammar import grammar

_REACH = 48
_BREAKS = frozenset(",;:.!?)]}”\"'…|")


def is_subject(folded: str, start: int) -> bool:
    """Tell whether nothing governs the number at ``start``: a verb behind its noun is then a predicate."""
    piece = folded[max(0, start - _REACH) : start]
    if "\n" in piece:
        piece = piece.rpartition("\n")[2]
    words = piece.split()
    if not words or words[-1][-1] in _BREAKS or not words[-1][-1].isalpha():
        return True
    while len(words) > 1 and words[-1] in role("between"):
        words.pop()
    last = words[-1]
    if last in role("existential"):
        return True
    if last in role("preposition"):
        return False
    effects = grammar().effects
    pair = " ".join(words[-2:])
    if last in role("pivot") or pair in role("pivot") or " ".join(words[-3:]) in role("pivot"):
        return True
    return not (effects.get(pair) == "verb" or effects.get(last) == "verb" or last in role("verb_end"))
