"""Many phrases as one pattern, compiled only for the first words that a text shows.

One alternation of a thousand phrases takes a fiftieth of a second to compile, and each place of a text then
pays for all of them. By their first word they are some hundreds of small ones; a short text needs a few.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from sys import maxsize
from typing import Generic, Protocol, TypeVar

Row = TypeVar("Row")
_WORD = re.compile(r"[^\W_]+")


class Pattern(Protocol):
    """What :class:`Phrases` and a compiled pattern have in common."""

    def match(self, string: str, pos: int = 0, endpos: int = maxsize, /) -> re.Match[str] | None:
        """Match at one place."""

    def finditer(self, string: str, pos: int = 0, endpos: int = maxsize, /) -> Iterator[re.Match[str]]:
        """Give the matches from left to right."""


class Phrases(Generic[Row]):
    """Phrases, each of which begins with a whole word; its methods are those of a compiled pattern."""

    __slots__ = ("_patterns", "_rows", "_source")

    def __init__(self, rows: Mapping[str, Sequence[Row]], source: Callable[[Sequence[Row]], str]) -> None:
        """Prepare to find.

        Args:
            rows: for each first word (a run of letters and digits) the phrases that begin with it.
            source: gives the pattern of some of them. It must not match behind a letter or digit.
        """
        self._rows = rows
        self._source = source
        self._patterns: dict[str, re.Pattern[str]] = {}

    def match(self, string: str, pos: int = 0, endpos: int = maxsize, /) -> re.Match[str] | None:
        """Match at one place."""
        word = _WORD.match(string, pos, endpos)
        if word is None or word[0] not in self._rows:
            return None
        return (self._patterns.get(word[0]) or self._compiled(word[0])).match(string, pos, endpos)

    def fullmatch(self, string: str, pos: int = 0, endpos: int = maxsize, /) -> re.Match[str] | None:
        """Match a whole stretch."""
        word = _WORD.match(string, pos, endpos)
        if word is None or word[0] not in self._rows:
            return None
        return (self._patterns.get(word[0]) or self._compiled(word[0])).fullmatch(string, pos, endpos)

    def finditer(self, string: str, pos: int = 0, endpos: int = maxsize, /) -> Iterator[re.Match[str]]:
        """Give the matches from left to right, none inside another."""
        rows, patterns = self._rows, self._patterns
        for word in _WORD.finditer(string, pos, endpos):
            first = word[0]
            if first in rows and word.start() >= pos:
                pattern = patterns.get(first) or self._compiled(first)
                if (found := pattern.match(string, word.start(), endpos)) is not None:
                    pos = found.end()
                    yield found

    def search(self, string: str, pos: int = 0, endpos: int = maxsize, /) -> re.Match[str] | None:
        """Give the first match, or None."""
        return next(self.finditer(string, pos, endpos), None)

    def as_one(self) -> re.Pattern[str]:
        """Give all of them as the one pattern that they stand for, the long way."""
        rows = {id(row): row for group in self._rows.values() for row in group}
        return re.compile(self._source(list(rows.values())))

    def _compiled(self, word: str) -> re.Pattern[str]:
        pattern = self._patterns[word] = re.compile(self._source(self._rows[word]))
        return pattern


def first_word(phrase: str) -> str:
    """Give the first word of a phrase.

    Raises:
        ValueError: if it does not begin with a letter or digit.
    """
    word = _WORD.match(phrase)
    if word is None:
        raise ValueError(f"a phrase must begin with a word: {phrase!r}")
    return word[0]
