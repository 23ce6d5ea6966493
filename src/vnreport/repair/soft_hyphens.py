"""Hyphens that stand for ư: ``nhà n-ớc``, ``Tr-ờng``, ``t- bản``.

TCVN3 keeps the small ư where other charts have the soft hyphen. What converts such a text letter by letter
but shows soft hyphens as hyphens leaves one for each ư; ứ, ừ and the like have places of their own.
"""

from __future__ import annotations

from functools import lru_cache

from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.syllable import is_known
from vnreport.repair.types import Damage, Replacement

_ONSET = (
    r"(?<!\w)((?:[nN]gh?|NGH?|[nN]h|NH|[kK]h|KH|[pP]h|PH|[tT]h|TH|[tT]r|TR|[cC]h|CH|[gG]h?|[gG]i|GI"
    r"|[b-dđhk-nr-tvxB-DĐHK-NR-TVX])?)"
)
_SURE = lazy(rf"{_ONSET}-([ơờớởỡợƠỜỚỞỠỢ][cimnptuCIMNPTU]?[gG]?)(?!\w)")
"""An onset, a hyphen and what follows an ư alone: nobody parts a word so."""
_HINT = lazy("-[ơờớởỡợƠỜỚỞỠỢ]")
_ANY = lazy(rf"{_ONSET}-([^\W\d_]{{0,3}})(?![\w-])")
_FEW = 2


def may_hold(seen: Look) -> bool:
    """Tell whether there may be a hyphen in the place of an ư."""
    return _HINT.search(seen.text) is not None


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find hyphens that stand for ư.

    Where two words show it beyond doubt, every hyphen behind an onset that an ư makes a word of is one.
    """
    text = seen.text
    sure = [m for m in _SURE.finditer(text) if _is_word(m[1], m[2])]
    if len(sure) < _FEW:
        return []
    found = {m.end(1): m for m in sure}
    found.update((m.end(1), m) for m in _ANY.finditer(text) if m[1] and _is_word(m[1], m[2]))
    return [
        Replacement(at, at + 1, "Ư" if _is_capital(found[at][1], found[at][2]) else "ư", "tcvn3", 0.95)
        for at in sorted(found)
    ]


def _is_capital(onset: str, rest: str) -> bool:
    return rest.isupper() if rest else len(onset) > 1 and onset.isupper()


@lru_cache(maxsize=4096)
def _is_word(onset: str, rest: str) -> bool:
    return is_known(f"{onset}ư{rest}")
