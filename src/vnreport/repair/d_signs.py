"""Signs that fonts and converters give for đ: ``ñược`` (VNI), ``®ược`` and ``§ảng`` (TCVN3), all else whole.

Where a text was converted but for this letter, the sign opens words that are none without it.
"""

from __future__ import annotations

from functools import lru_cache

from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.syllable import is_known, is_syllable
from vnreport.repair.types import Damage, Replacement

_D = {"ñ": "đ", "Ñ": "Đ", "®": "đ", "§": "Đ"}
_WORD = lazy(r"[ñÑ®§](?<![^\W_].)([^\W\d_]{1,5})(?!\w)")
_CODE = lazy(r"[ÑñQ][A-ZÑ]{0,3}-[A-ZÑ]{2,6}|[ÑQN]Ñ(?!\w)|(?<![^\W_])[A-Z]{1,5}Ñ[A-Z]{0,5}(?![^\W_])")
_FEW = 2


def may_hold(seen: Look) -> bool:
    """Tell whether there are such signs."""
    return not seen.unusual.isdisjoint(_D)


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find signs that stand for đ: at least two words show it, and codes follow them."""
    text = seen.text
    sure = [m for m in _WORD.finditer(text) if _is_word(_D[m[0][0]] + m[1])]
    if len({m[0].lower() for m in sure}) < _FEW:
        return []
    places = {m.start() for m in sure}
    if "Ñ" in seen.unusual:
        places |= {m.start() + i for m in _CODE.finditer(text) for i, c in enumerate(m[0]) if c == "Ñ"}
    return [Replacement(at, at + 1, _D[text[at]], "lookalike", 0.95) for at in sorted(places)]


@lru_cache(maxsize=4096)
def _is_word(word: str) -> bool:
    """Tell whether a word is Vietnamese; one in capitals need only be well formed."""
    return is_known(word) or (word.isupper() and is_syllable(word))
