"""The odd words of a text: what the passes that judge by language look at.

Most words of a text are plain ones, and most stand there many times. So the words of a block of text are
taken apart once, as a set, and those that are plain beyond doubt are taken out of it; lost letters and
broken spacing are looked for among the few that are left.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from vnreport.lexicon import column, table
from vnreport.patterns import lazy

_BLOCK = 1 << 14
_ENDS = ("", ",", ".")
_TOKEN = lazy(r"\S+")
_FEW = 32
_SHORT = 3


class Block(NamedTuple):
    """A stretch of a text and the words in it that are not plain."""

    start: int
    end: int
    odd: frozenset[str]
    """What stands between two spaces, marks included."""


@cache
def fragments() -> dict[str, str]:
    """Give the fragments that clean text hardly ever shows, with the damage that leaves them."""
    return {row["fragment"]: row["damage"] for row in table("lost_letter_fragments")}


@cache
def plain() -> frozenset[str]:
    """Give the words that need no second look: syllables in use, with a capital or without."""
    suspicious = fragments()
    forms = {
        form
        for syllable in column("syllable_frequencies", "syllable")
        for form in (syllable, syllable.capitalize())
        if form not in suspicious and len(form) > 1
    }
    return frozenset(form + end for form in forms for end in _ENDS)


def blocks(text: str) -> list[Block]:
    """Take a text apart into blocks of whole words, with the odd words of each."""
    result = []
    known = plain()
    at, length = 0, len(text)
    while at < length:
        end = length
        if at + _BLOCK < length:
            end = text.find("\n", at + _BLOCK, at + 2 * _BLOCK) + 1
            end = end or text.find(" ", at + _BLOCK) + 1 or length
        block = text[at:end] if at or end < length else text
        result.append(Block(at, end, frozenset(block.split()) - known))
        at = end
    return result


def places(text: str, block: Block, words: Collection[str]) -> Iterator[tuple[int, str]]:
    """Give where some of the words of a block stand in the text, in order."""
    if not words:
        return iter(())
    if len(words) > _FEW:  # one look at every word is quicker than many searches
        return ((m.start(), m[0]) for m in _TOKEN.finditer(text, block.start, block.end) if m[0] in words)
    return iter(sorted(place for word in words for place in _places(text, block, word)))


def _places(text: str, block: Block, word: str) -> Iterator[tuple[int, str]]:
    if len(word) < _SHORT:  # most of what it is found in is another word
        for match in _alone(word).finditer(text, block.start, block.end):
            yield match.start(), word
        return
    length = len(text)
    at = text.find(word, block.start, block.end)
    while at >= 0:
        end = at + len(word)
        if (end == length or text[end].isspace()) and (at == 0 or text[at - 1].isspace()):
            yield at, word
        at = text.find(word, end, block.end)


@lru_cache(maxsize=1 << 10)
def _alone(word: str) -> re.Pattern[str]:
    """Give the pattern of a word between spaces; it begins with the word, for which it is scanned fast."""
    literal = re.escape(word)
    return re.compile(rf"{literal}(?<!\S{literal})(?!\S)")
