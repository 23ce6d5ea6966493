"""Mentions of one kind in text order, asked for by stretch."""

from __future__ import annotations

from bisect import bisect_left
from typing import Generic, TypeVar

from vnreport.report import Mention

M = TypeVar("M", bound=Mention)


class Row(Generic[M]):
    """Mentions in text order."""

    def __init__(self, mentions: list[M]) -> None:
        self._mentions = mentions
        self._starts = [m.start for m in mentions]

    def __len__(self) -> int:
        return len(self._mentions)

    def between(self, start: int, end: int) -> list[M]:
        """Give those that begin in ``[start, end)``."""
        first = bisect_left(self._starts, start)
        return self._mentions[first : bisect_left(self._starts, end, first)]
