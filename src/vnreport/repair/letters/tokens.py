"""Words, numbers and marks as the language model sees them: the same for training and for repair."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from vnreport.patterns import lazy
from vnreport.repair.language_model import COMMA, DATE, EOS, NUMBER, PUNCTUATION, YEAR

TOKEN = lazy(r"[^\W\d_]+|\d+(?:[.,/:]\d+)*|[^\w\s]")
LOWER, TITLE, UPPER = 0, 1, 2
SKIPPED = -2
"""Marks that the model does not see: quotation marks and the dot of an abbreviation (``TP.``)."""
WORD = -1

_YEAR = lazy(r"(?:19|20)\d\d$")
_ENDS = frozenset("\n.!?…;:")
_QUOTES = frozenset("\"'“”‘’`")
_TITLES = frozenset(("Tp", "Ts", "Th", "Gs"))

# The tone of an open syllable in oa, oe, uy is written on the first vowel (hòa, the older way and the
# one the model uses) or on the second (hoà); after q the u is no vowel (quý).
_NEW = lazy(r"(?:([oO])([àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ])|(?<![qQ])([uU])([ỳýỷỹỵỲÝỶỸỴ]))$")
_OLD = lazy(r"(?:([òóỏõọÒÓỎÕỌ])([aeAE])|([ùúủũụÙÚỦŨỤ])([yY]))$")


class Shape(NamedTuple):
    """What a token is: a special id of the model, SKIPPED or WORD, and its case."""

    special: int
    case: int
    short: bool
    """Whether a dot behind it marks an abbreviation."""


@lru_cache(maxsize=1 << 16)
def shape(token: str) -> Shape:
    """Tell what a token is."""
    first = token[0]
    if first.isalpha():
        lower = token.lower()
        if token == lower:
            return Shape(WORD, LOWER, False)
        if token[1:] == lower[1:]:
            return Shape(WORD, TITLE, len(token) == 1 or token in _TITLES)
        return Shape(WORD, UPPER if token == token.upper() else LOWER, len(token) == 2)
    if first in _ENDS:
        return Shape(EOS, LOWER, False)
    if first == ",":
        return Shape(COMMA, LOWER, False)
    if first.isdigit():
        special = DATE if "/" in token else YEAR if _YEAR.match(token) else NUMBER
        return Shape(special, LOWER, False)
    return Shape(SKIPPED if first in _QUOTES else PUNCTUATION, LOWER, False)


def old_placement(word: str) -> str:
    """Write the tone of ``hoà``, ``uỷ`` the older way: ``hòa``, ``ủy``."""
    found = _NEW.search(word)
    if not found:
        return word
    vowel, toned = (found[1], found[2]) if found[1] else (found[3], found[4])
    plain, tone = _split_tone(toned)
    return word[: found.start()] + unicodedata.normalize("NFC", vowel + tone) + plain


def new_placement(word: str) -> str:
    """Write the tone of ``hòa``, ``ủy`` the newer way: ``hoà``, ``uỷ``."""
    found = _OLD.search(word)
    if not found:
        return word
    toned, vowel = (found[1], found[2]) if found[1] else (found[3], found[4])
    plain, tone = _split_tone(toned)
    return word[: found.start()] + plain + unicodedata.normalize("NFC", vowel + tone)


def _split_tone(letter: str) -> tuple[str, str]:
    decomposed = unicodedata.normalize("NFD", letter)
    return decomposed[0], decomposed[1:]
