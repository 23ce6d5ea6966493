"""Where a pattern occurs in a text: found in one pass, asked for by stretch."""

from __future__ import annotations

import re
from bisect import bisect_left


class Occurrences:
    """The matches of a pattern in a text, in text order."""

    __slots__ = ("_matches", "_starts")

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self._matches = list(pattern.finditer(text))
        self._starts = [match.start() for match in self._matches]

    def between(self, start: int, end: int) -> list[re.Match[str]]:
        """Give the matches that lie in ``[start, end)`` as a whole."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        while last > first and self._matches[last - 1].end() > end:
            last -= 1
        return self._matches[first:last]

    def last(self, start: int, end: int) -> re.Match[str] | None:
        """Give the last match that lies in ``[start, end)`` as a whole, or None."""
        found = self.between(start, end)
        return found[-1] if found else None
