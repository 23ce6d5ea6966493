"""Texts of a line or two: too short for fragments to tell of each other, so short that all can be read.

Hardly a clean line of Vietnamese is without a letter of those that every kind of loss takes; one that is,
the language model hardly ever likes better with other letters. So where all such letters are missing, the
model is asked at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        yield from _of_line(text, *line.span(), text)


def lines(text: str, places: Iterable[int]) -> Iterator[Window]:
    """Give those lines around some places that hold no letter that all kinds take."""
    end = -1
    for at in sorted(places):
        if at < end:
            continue
        low, high = max(0, at - LONGEST), min(len(text), at + LONGEST)
        start, end = text.rfind("\n", low, at) + 1 or low, text.find("\n", at, high)
        end = end if end >= 0 else high
        if end - start <= LONGEST and not _HELD.search(text, start, end):
            yield from _of_line(text, start, end, text[start:end])


def _of_line(text: str, start: int, end: int, near: str) -> Iterator[Window]:
    line = text[start:end]
    if _may_be_left(_WORD.findall(line)):
        yield Window(start, end, tuple(_kinds(near, line)), 1, "short")


def _may_be_left(words: list[str]) -> bool:
    """Tell whether most of the words may be what is left of Vietnamese ones, abbreviations aside."""
    full = [word.lower() for word in words if not word.isupper()] or [word.lower() for word in words]
    return len(words) > 1 and 2 * sum(is_left(word) or word in _bare() for word in full) > len(full)


def _kinds(near: str, line: str) -> Iterator[Kind]:
    """Tell which kinds of loss leave the letters that the text has near a line, and in it."""
    if _LATER.search(near):
        yield "additional"
    elif _EXTENDED.search(near):
        yield from ("additional", "horned", "barred")
    elif _LATIN.search(near):
        yield from ("additional", "extended")
    else:
        yield from ("additional", "extended", "ascii")
    if line.isascii():
        yield "stripped"
    elif not any(map(has_tone, near)):
        yield "toneless"


@cache
def _bare() -> frozenset[str]:
    """Give the syllables in use, whole, without their tones and without all marks."""
    words = "\n".join(column("syllable_frequencies", "syllable"))
    kinds: tuple[Kind, ...] = ("toneless", "stripped")
    return frozenset("\n".join([words, *(words.translate(damage_table(kind)) for kind in kinds)]).split("\n"))
