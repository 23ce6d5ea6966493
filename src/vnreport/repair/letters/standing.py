"""Consonants that stand alone between spaces: what is left of words where spaces stand for letters.

A look that costs clean text next to nothing, for it has hardly any.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnreport.patterns import lazy
from vnreport.repair.words import Block, places

_DIGRAPHS = {"ch", "gh", "gi", "kh", "ng", "ngh", "nh", "ph", "qu", "th", "tr"}
_CONSONANTS = frozenset("bcdđghklmnpqrstvx") | _DIGRAPHS
_VOWELS = frozenset("aiouyAIOUY")
_NO_VOWEL = lazy("[bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX]{2,}")
_HELD = lazy("[\u1e00-\u1eff]")
_MARKS = ",.;:"
_LONGEST = 150

Token = tuple[int, int, str]


class Stretch(NamedTuple):
    """Tokens on end of a line, none of which holds a letter of U+1E00–1EFF."""

    tokens: list[Token]
    hits: int
    """How many are consonants with a space beside them."""
    odd: int
    """How many are consonants that only letters dropped without a trace leave together."""


@cache
def remains() -> frozenset[str]:
    """Give the consonants that a lost vowel leaves standing alone, as they may be written."""
    forms = {form for c in _CONSONANTS for form in (c, c.capitalize(), c.upper())}
    return frozenset(forms | {form + mark for form in forms if form.islower() for mark in _MARKS})


def stretches(text: str, block: Block, vowels: bool = False) -> list[Stretch]:
    """Find stretches that hold consonants standing alone, or ``vowels``."""
    wanted = block.odd & (remains() | _VOWELS if vowels else remains())
    result: list[Stretch] = []
    stop = 0
    for at, _ in places(text, block, wanted):
        if at >= stop:
            end = text.find("\n", at)
            stop = end if end >= 0 else len(text)
            result += _stretches(text, text.rfind("\n", 0, at) + 1, stop)
    return result


def _stretches(text: str, start: int, stop: int) -> Iterator[Stretch]:
    from vnreport.repair.letters import tokens  # NumPy with it, which clean text does without

    current: list[Token] = []
    for match in tokens.TOKEN.finditer(text, start, stop):
        held = _HELD.search(match[0]) is not None
        if held or len(current) == _LONGEST:
            yield _counted(text, current)
            current = []
        if not held:
            current.append((*match.span(), match[0]))
    yield _counted(text, current)


def _counted(text: str, found: list[Token]) -> Stretch:
    hits = odd = 0
    for start, end, token in found:
        if token.lower() in _CONSONANTS:
            hits += text[max(0, start - 1) : start].isspace() or text[end : end + 1].isspace()
        elif _NO_VOWEL.fullmatch(token) and not token.isupper():
            odd += 1
    return Stretch(found, hits, odd)
