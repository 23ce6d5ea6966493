"""Small letters in words of capitals: ``CộNG HòA Xã HộI``, ``QUYếT ĐịNH``.

The capital fonts of TCVN3 show small letters with a tone as capitals, and what converts such text letter by
letter leaves them small. Words of the same line beside one that shows it are of that font, too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from vnreport.patterns import lazy
from vnreport.repair.letters.damage import has_tone
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, places

_WORD = lazy(r"[^\W\d_]+")
_SMALL = frozenset("đăâêôơư")
_BETWEEN = lazy(r"[^\S\n]*[-–,./&()]?[^\S\n]*")
_FEW = 2
_REACH = 200


def find(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find words of capitals with small letters in them, and give the capitals.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.

    Returns:
        The changes, in order and disjoint, of kind ``lookalike``.
    """
    words: dict[int, str] = {}
    for block in odd:
        telling = {word for word in block.odd if _shows(word)}
        for at, token in places(text, block, telling) if telling else ():
            for match in _WORD.finditer(token):
                # A word that is known already has its neighbours: a long line is walked once.
                if at + match.start() not in words and _is_sure(match[0]):
                    words.update(_with_neighbours(text, at + match.start(), at + match.end()))
    if sum(map(_is_sure, words.values())) < _FEW:
        return []
    return [
        Replacement(at + i, at + i + 1, c.upper(), "lookalike", 0.95)
        for at, word in sorted(words.items())
        for i, c in enumerate(word)
        if c.islower()
    ]


def _shows(token: str) -> bool:
    if token.isascii() or token[1:].islower():  # most tokens: the small letters meant have marks
        return False
    return any(_is_sure(match[0]) for match in _WORD.finditer(token))


def _is_sure(word: str) -> bool:
    """Tell whether a word is of capitals beyond doubt, small letters with a tone among them."""
    small = [c for c in word if c.islower()]
    if not small or len(small) == len(word) or not all(map(_is_left, small)):
        return False
    # A capital behind a small letter, or two before it: a name has one, and it is the first.
    return any(a.islower() and b.isupper() for a, b in pairwise(word)) or (
        len(word) > 2 and word[:2].isupper()
    )


def _is_left(c: str) -> bool:
    return has_tone(c) or c in _SMALL


def _with_neighbours(text: str, start: int, end: int) -> dict[int, str]:
    """Give a word, and the words of its line beside it that may be of capitals, by where they begin."""
    behind: list[re.Match[str]] = []
    at = end
    ordinary = False
    while not ordinary and (gap := _BETWEEN.match(text, at)) and (word := _WORD.match(text, gap.end())):
        ordinary = not _may_be(word[0])
        behind += [] if ordinary else [word]
        at = word.end()
    kept = {start: text[start:end], **_without_names(behind, ordinary)}
    before: list[re.Match[str]] = []
    at, ordinary = start, False
    line = max(text.rfind("\n", 0, start) + 1, start - _REACH)
    for word in reversed(list(_WORD.finditer(text, line, start))):
        if ordinary or not _BETWEEN.fullmatch(text, word.end(), at):
            break
        ordinary = not _may_be(word[0])
        before += [] if ordinary else [word]
        at = word.start()
    return {**kept, **_without_names(before, ordinary)}


def _without_names(words: list[re.Match[str]], ordinary: bool) -> dict[int, str]:
    """Leave out what may be part of a name (``TỈNH Hà Nam``) where an ordinary word ends the capitals."""
    while ordinary and words and words[-1][0][0].isupper() and words[-1][0][1:].islower():
        words.pop()
    return {word.start(): word[0] for word in words}


def _may_be(word: str) -> bool:
    return all(c.isupper() or _is_left(c) for c in word)
