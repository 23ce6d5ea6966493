"""A text with its changes made, for passes that look at what was restored and change it again.

Each pass takes the text with the changes found so far, and gives the changes, in order and disjoint, with its
own in their place: the very list that it was given where it has none.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from itertools import accumulate

from vnreport.repair.types import Replacement


def within(starts: Sequence[int], ends: Sequence[int], start: int, end: int) -> range | None:
    """Give which of the changes with such bounds lie in a stretch; None where one reaches beyond it."""
    inside = range(bisect_right(ends, start), bisect_left(starts, end))
    return None if any(starts[i] < start or ends[i] > end for i in inside) else inside


def replaced(
    found: list[Replacement], dropped: Collection[int], made: Sequence[Replacement]
) -> list[Replacement]:
    """Give the changes with others made in place of some, in order."""
    return sorted([*(c for i, c in enumerate(found) if i not in dropped), *made]) if made else found


class Mended:
    """A text with its changes made, and where each of them lies in it."""

    def __init__(self, raw: str, found: list[Replacement]) -> None:
        self.raw, self.found = raw, found
        parts, at = [], 0
        for change in found:
            parts += [raw[at : change.start], change.replacement]
            at = change.end
        self.text = "".join([*parts, raw[at:]])
        self._grown = list(accumulate((len(c.replacement) - (c.end - c.start) for c in found), initial=0))
        self.starts = [c.start + by for c, by in zip(found, self._grown, strict=False)]
        self.ends = [s + len(c.replacement) for s, c in zip(self.starts, found, strict=True)]

    def changes(self, start: int, end: int) -> range | None:
        """Give which changes lie within a stretch; None where one reaches beyond it."""
        return within(self.starts, self.ends, start, end)

    def seen(self, start: int, end: int, inside: range) -> str:
        """Give what the raw text has for a stretch."""
        from vnreport.repair.letters.damage import BOXES

        parts, at = [], start
        for i in inside:
            change = self.found[i]
            parts += [self.text[at : self.starts[i]], self.raw[change.start : change.end]]
            at = self.ends[i]
        return BOXES.sub("?", "".join([*parts, self.text[at:end]]))

    def by_words(self, start: int, inside: range, shown: str, name: str, sure: float) -> list[Replacement]:
        """Give the changes that make a stretch the name, word by word; none where a change is no word."""
        changes = {(self.starts[i], self.ends[i]): self.found[i] for i in inside}
        kind = self.found[inside[0] if inside else 0].kind
        made = []
        for old, new in zip(shown.split(" "), name.split(" "), strict=True):
            end = start + len(old)
            change = changes.pop((start, end), None)
            if change is not None and self.raw[change.start : change.end] != new:
                made.append(change._replace(replacement=new, confidence=sure))
            elif change is None and old != new:
                at = start - self._grown[bisect_right(self.ends, start)]
                made.append(Replacement(at, at + len(old), new, kind, sure))
            start = end + 1
        return [] if changes else made
