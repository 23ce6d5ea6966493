"""Texts of a line or two: too short for fragments to tell of each other, so short that all can be read.

Hardly a clean line of Vietnamese is without a letter of those that every kind of loss takes; one that is,
the language model hardly ever likes better with other letters. So where all such letters are missing, the
model is asked at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.letters.context import is_left
from vnreport.repair.letters.damage import Kind, damage_table, has_tone
from vnreport.repair.letters.window import Window

LONGEST = 400
_HELD = lazy("[\u1e00-\u1eff]")
_LINE = lazy(r"[^\n]+")
_WORD = lazy(r"[^\W\d_]+")
_LATER = lazy("[ƠơƯư]")
_EXTENDED = lazy("[ĂăĐđĨĩŨũ]")
_LATIN = lazy("[À-ÖØ-öø-ÿ]")


def windows(text: str) -> Iterator[Window]:
    """Give the lines of a short text that may have lost letters: none if it holds one that all kinds take."""
    if len(text) > LONGEST or _HELD.search(text):
        return
    for line in _LINE.finditer(text):
        words = _WORD.findall(line[0])
        if _may_be_left(words):
            yield Window(*line.span(), tuple(_kinds(text, line[0])), 1, "short")


def _may_be_left(words: list[str]) -> bool:
    """Tell whether most of the words may be what is left of Vietnamese ones, abbreviations aside."""
    full = [word.lower() for word in words if not word.isupper()] or [word.lower() for word in words]
    return len(words) > 1 and 2 * sum(is_left(word) or word in _bare() for word in full) > len(full)


def _kinds(text: str, line: str) -> Iterator[Kind]:
    """Tell which kinds of loss leave the letters that the text has."""
    if _LATER.search(text):
        yield "additional"
    elif _EXTENDED.search(text):
        yield from ("additional", "horned", "barred")
    elif _LATIN.search(text):
        yield from ("additional", "extended")
    else:
        yield from ("additional", "extended", "ascii")
    if line.isascii():
        yield "stripped"
    elif not any(map(has_tone, text)):
        yield "toneless"


@cache
def _bare() -> frozenset[str]:
    """Give the syllables in use, whole, without their tones and without all marks."""
    words = "\n".join(column("syllable_frequencies", "syllable"))
    kinds: tuple[Kind, ...] = ("toneless", "stripped")
    return frozenset("\n".join([words, *(words.translate(damage_table(kind)) for kind in kinds)]).split("\n"))
