"""Sets of half-open spans, for asking quickly what is already taken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator


class Spans:
    """An immutable set of half-open spans ``[start, end)``; spans that overlap or touch are merged."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[tuple[int, int]] = ()) -> None:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if start >= end:
                continue
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        self._starts = starts
        self._ends = ends

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return zip(self._starts, self._ends, strict=True)

    def __len__(self) -> int:
        return len(self._starts)

    def overlaps(self, start: int, end: int) -> bool:
        """Tell whether any character of ``[start, end)`` is in the set."""
        index = bisect_right(self._ends, start)
        return index < len(self._starts) and self._starts[index] < end

    def covers(self, start: int, end: int) -> bool:
        """Tell whether every character of ``[start, end)`` is in the set."""
        index = bisect_right(self._starts, start) - 1
        return index >= 0 and end <= self._ends[index]

    def next_start(self, offset: int) -> int | None:
        """Give the start of the first span that begins at or behind ``offset``; None if there is none."""
        index = bisect_left(self._starts, offset)
        return self._starts[index] if index < len(self._starts) else None

    def union(self, spans: Iterable[tuple[int, int]]) -> Spans:
        """Give the set with more spans in it."""
        return Spans([*zip(self._starts, self._ends, strict=True), *spans])
