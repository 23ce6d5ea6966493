"""The Vietnamese syllable: is a word well formed as one, and how common is it?"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from vnreport.lexicon import pairs, table

_TONES = {ord(mark): None for mark in "\u0300\u0301\u0303\u0309\u0323"}
_STOPS = ("c", "ch", "p", "t")
_STOP_TONES = {"\u0301", "\u0323"}

_LONGEST = 24  # code points, in NFD too
WELL_FORMED = -16.0
"""Log probability given to a syllable that is well formed but was not seen in the corpora."""


@cache
def _rimes() -> dict[str, frozenset[str]]:
    """Give, for each onset, the rimes that may follow it, tone aside."""
    rimes = [rime for row in table("syllable_rimes") for rime in row["rimes"].split()]
    result = {}
    for row in table("syllable_onsets"):
        before = row["before"]
        result[row["onset"]] = frozenset(r for r in rimes if before == "any" or r[0] in before)
    return result


def strip_tone(syllable: str) -> tuple[str, str]:
    """Give a syllable without its tone mark, in NFC, and the combining mark (empty for ngang)."""
    spread = unicodedata.normalize("NFD", syllable)
    marks = [c for c in spread if ord(c) in _TONES]
    return unicodedata.normalize("NFC", spread.translate(_TONES)), "".join(marks)


@lru_cache(maxsize=65536)
def is_syllable(word: str) -> bool:
    """Tell whether a word is a well-formed Vietnamese syllable, whether or not it is in use.

    Case does not matter, nor on which vowel of the rime the tone stands (``uỷ``, ``ủy``).
    """
    if len(word) > _LONGEST:
        return False
    word = word.lower()
    if not 1 <= len(word) <= _LONGEST or not word.isalpha():
        return False
    toneless, tone = strip_tone(word)
    if len(tone) > 1:
        return False
    if any(_fits(toneless, size, tone) for size in (0, 1, 2, 3)):
        return True
    # In gi the i is both onset and nucleus: gì, gìn, giếng.
    return toneless.startswith("gi") and _fits("gi" + toneless[1:], 2, tone)


def _fits(toneless: str, size: int, tone: str) -> bool:
    onset, rime = toneless[:size], toneless[size:]
    if rime not in _rimes().get(onset, ()):
        return False
    return tone in _STOP_TONES or not rime.endswith(_STOPS)


@cache
def _frequencies() -> dict[str, float]:
    return {syllable: -int(cost) / 10 for syllable, cost in pairs("syllable_frequencies").items()}


def is_known(word: str) -> bool:
    """Tell whether a word was seen in the corpora often enough to be one; case does not matter."""
    return word.lower() in _frequencies()


def log_frequency(word: str) -> float | None:
    """Give the natural logarithm of a syllable's share of running text; None for what is no syllable.

    Well-formed syllables that the corpora do not hold get :data:`WELL_FORMED`. Case does not matter.
    """
    if len(word) > _LONGEST:
        return None
    score = _frequencies().get(word.lower())
    if score is None and is_syllable(word):
        return WELL_FORMED
    return score
