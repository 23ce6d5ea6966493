"""Ends of syllables that a space has parted from their beginning, where nothing else explains them.

``ngư ời``, ``đối tư ợng``: ``ời`` and ``ợng`` are no words, so the language model is not asked. Nor is it of
``gi ảm``, for ``gi`` is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

from vnreport.patterns import lazy
from vnreport.repair.spacing.shape import CODAS, ONSETS
from vnreport.repair.syllable import is_known, is_syllable
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, fragments, places

_MARKS = ",.;:)"
_BEFORE = lazy(r"(?<![^\s(\"“/-])[^\W\d_]{1,4} \Z")
_BEHIND = lazy(r" ([^\W\d_]{1,2})(?![^\W\d_])")
_VOWEL = lazy(r" [\u1ea0-\u1ef9][^\W\d_]{0,4}(?![^\W\d_])")
_REACH = 6
_SURE = 0.95


def find(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find the spaces before such ends, and take them out."""
    found: dict[int, Replacement] = {}
    for block in odd:
        for at, word in places(text, block, block.odd & _ends()):
            before = _BEFORE.search(text, max(0, at - _REACH), at)
            if before and _is_parted(before[0][:-1], word.rstrip(_MARKS)) and not _goes_on(text, at, word):
                found[at] = Replacement(at - 1, at, "", "spacing", _SURE)
        for at, onset in places(text, block, block.odd & _onsets()):
            behind = _VOWEL.match(text, at + len(onset))
            if behind and _is_parted(onset, behind[0][1:]) and not _goes_on(text, *behind.span()):
                stop = at + len(onset)
                found[stop + 1] = Replacement(stop, stop + 1, "", "spacing", _SURE)
    return sorted(found.values())


def _goes_on(text: str, at: int, word: str | int) -> bool:
    """Tell whether what stands behind is a piece of a syllable, too: ``c ứ u``."""
    end = word if isinstance(word, int) else at + len(word)
    behind = _BEHIND.match(text, end)
    return behind is not None and behind[1].lower() in _loose()


@lru_cache(maxsize=1 << 12)
def _is_parted(left: str, right: str) -> bool:
    """Tell whether two pieces make a syllable in use, one case throughout."""
    whole = left + right
    if not (right.islower() or whole.isupper()) or (
        len(left) > 1 and not (left[1:].islower() or whole.isupper())
    ):
        return False
    return is_known(whole) and is_syllable(whole)


@cache
def _ends() -> frozenset[str]:
    """Give the ends of syllables that are no words, of letters that damage parts; marks may stand behind."""
    ends = [
        piece
        for piece, damage in fragments().items()
        if damage == "split" and "\u1e00" <= piece[0] <= "\u1eff"
    ]
    return frozenset(form + mark for end in ends for form in (end, end.upper()) for mark in ("", *_MARKS))


@cache
def _onsets() -> frozenset[str]:
    """Give the beginnings of syllables of several consonants, which are no words."""
    return frozenset(
        form for onset in ONSETS.split("|") if len(onset) > 1 for form in (onset, onset.capitalize())
    )


@cache
def _loose() -> frozenset[str]:
    return frozenset({*CODAS.split("|"), *"aiouy"})
