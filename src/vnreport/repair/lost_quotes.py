"""Quotation marks that became placeholders along with the letters: ``?Ngh? quy?t?`` of ``“Nghị quyết”``.

A sign that opens a word which is one without it, and not with a letter in its place, was a mark; so was one
that ends a word so, behind it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.letters.damage import BOX_CHARACTERS, BOXES, IN_WORD, Kind, damage_table
from vnreport.repair.look import Look
from vnreport.repair.types import Replacement

_SIGN = rf"[?_{BOX_CHARACTERS}]"
_OPEN = lazy(rf"(?<![^\s(]){_SIGN}(?=[^\W_{BOX_CHARACTERS}])(?:[^\W\d]|{_SIGN}){{1,9}}")
_CLOSE = lazy(
    rf"(?<![^\W_])(?:[^\W_]|(?<=[^\W_]){_SIGN}|{_SIGN}(?=[^\W_])){{1,9}}{_SIGN}{{1,2}}(?=[\s.,;:)]|\Z)"
)
_FARTHEST = 400
_KINDS: tuple[Kind, ...] = ("marked_additional", "marked_extended", "marked_ascii")


def find(seen: Look) -> list[Replacement]:
    """Give quotation marks for pairs of placeholders that stand for some."""
    text = seen.text
    if not _may_hold(seen) or IN_WORD.search(text) is None:
        return []
    found: list[Replacement] = []
    opened = -1
    for at, opens in sorted(_marks(text)):
        if opens:
            opened = at
        elif opened >= 0:
            if at - opened <= _FARTHEST and "\n" not in text[opened:at]:
                found += [
                    Replacement(opened, opened + 1, "“", "dropped", 0.7),
                    Replacement(at, at + 1, "”", "dropped", 0.7),
                ]
            opened = -1
    return found


def _may_hold(seen: Look) -> bool:
    """Tell whether a letter may touch a placeholder: few texts have one at all, and a search costs more."""
    if any(map(BOXES.match, seen.unusual)):
        return True
    text = seen.text
    for sign in "?_":
        at = text.find(sign)
        while at >= 0:
            if text[at + 1 : at + 2].isalpha():
                return True
            at = text.find(sign, at + 1)
    return False


def _marks(text: str) -> Iterator[tuple[int, bool]]:
    """Give the places of signs that may be quotation marks, and whether they open."""
    for match in _OPEN.finditer(text):
        word = _seen(match[0])
        if not _fits(word) and _fits(word[1:]):
            yield match.start(), True
    for match in _CLOSE.finditer(text):
        word = _seen(match[0])
        if not _fits(word) and _fits(word[:-1]):
            yield match.end() - 1, False


def _seen(word: str) -> str:
    return BOXES.sub("?", word.lower()).replace("_", "?")


def _fits(word: str) -> bool:
    """Tell whether a word is one, or may be with letters in the place of its signs."""
    return word in _remains() if "?" in word else True


@cache
def _remains() -> frozenset[str]:
    words = "\n".join(column("syllable_frequencies", "syllable"))
    return frozenset(word for kind in _KINDS for word in words.translate(damage_table(kind)).split("\n"))
