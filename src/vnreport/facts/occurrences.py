"""Where a pattern occurs in a sentence: found in one pass, asked for by stretch."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from vnreport.layout import Layout


def bounds(layout: Layout, offset: int) -> tuple[int, int]:
    """Give the sentence at an offset."""
    sentence = layout.sentence_at(offset)
    return (sentence.start, sentence.end) if sentence is not None else (offset, offset + 1)


class Occurrences:
    """The matches of a pattern in a text, found sentence by sentence as they are asked for."""

    __slots__ = ("_end", "_find", "_matches", "_sentence", "_start", "_starts")

    def __init__(
        self,
        find: Callable[[int, int], Iterable[re.Match[str]]],
        sentence: Callable[[int], tuple[int, int]],
    ) -> None:
        self._find = find
        self._sentence = sentence
        self._start = self._end = -1
        self._matches: list[re.Match[str]] = []
        self._starts: list[int] = []

    def between(self, start: int, end: int) -> list[re.Match[str]]:
        """Give the matches that lie in ``[start, end)`` as a whole."""
        if not self._start <= start < self._end:
            self._start, self._end = self._sentence(start)
            self._matches = list(self._find(self._start, self._end))
            self._starts = [match.start() for match in self._matches]
        if end > self._end:
            return list(self._find(start, end))
        if not self._matches:
            return []
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        while last > first and self._matches[last - 1].end() > end:
            last -= 1
        return self._matches[first:last]

    def last(self, start: int, end: int) -> re.Match[str] | None:
        """Give the last match that lies in ``[start, end)`` as a whole, or None."""
        if not self._matches and self._start <= start and end <= self._end:
            return None
        found = self.between(start, end) if start < end else None
        return found[-1] if found else None
