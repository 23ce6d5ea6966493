"""Offsets between a text and the text it was made from.

An alignment is the list of replaced stretches: outside them the two texts are equal character for
character, inside one the whole replacement answers for the whole original. Alignments compose, so
each step of repair records only what it changed itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple


class Edit(NamedTuple):
    """A replaced stretch: ``source[source_start:source_end]`` became ``target[start:end]``."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Alignment:
    """The edits between a source and a target, in order and disjoint."""

    edits: tuple[Edit, ...]
    source_length: int
    target_length: int

    @classmethod
    def identity(cls, length: int) -> Alignment:
        """Give the alignment of a text with itself."""
        return cls((), length, length)

    @classmethod
    def of_replacements(
        cls, source: str, replacements: Iterable[tuple[int, int, str]]
    ) -> tuple[str, Alignment]:
        """Replace stretches of ``source`` and give the new text with its alignment.

        Args:
            source: the text to change.
            replacements: ``(start, end, replacement)``, in order and disjoint.

        Raises:
            ValueError: if the replacements overlap, are out of order or lie outside the text.
        """
        parts: list[str] = []
        edits: list[Edit] = []
        at = length = 0
        for start, end, replacement in replacements:
            if not at <= start <= end <= len(source):
                raise ValueError(f"replacement {start}:{end} is out of order or outside the text")
            parts.append(source[at:start])
            length += start - at
            parts.append(replacement)
            edits.append(Edit(length, length + len(replacement), start, end))
            length += len(replacement)
            at = end
        parts.append(source[at:])
        target = "".join(parts)
        return target, cls(tuple(edits), len(source), len(target))

    def to_source(self, start: int, end: int) -> tuple[int, int]:
        """Give the smallest span of the source that ``target[start:end]`` came from.

        A bound inside a replacement is widened to the whole original; an empty span stays empty
        unless it lies inside a replacement.

        Raises:
            ValueError: if the span lies outside the target.
        """
        if not 0 <= start <= end <= self.target_length:
            raise ValueError(f"span {start}:{end} is outside the text of {self.target_length} characters")
        if not self.edits:
            return start, end
        return self._left(start, start == end), self._right(end, start == end)

    def _left(self, offset: int, empty: bool) -> int:
        # The last edit that begins at or before the offset decides.
        index = bisect_right(self.edits, offset, key=_start) - 1
        while index >= 0 and empty and self.edits[index].start == offset:
            index -= 1
        if index < 0:
            return offset
        edit = self.edits[index]
        if offset < edit.end or (offset == edit.start and not empty):
            return edit.source_start
        return offset - edit.end + edit.source_end

    def _right(self, offset: int, empty: bool) -> int:
        # The last edit that begins before the offset decides.
        index = bisect_left(self.edits, offset, key=_start) - 1
        if index < 0:
            return offset
        edit = self.edits[index]
        if offset < edit.end:
            return edit.source_end
        return offset - edit.end + edit.source_end

    def then(self, later: Alignment) -> Alignment:
        """Compose with the alignment of a later step: the result leads from its target to our source.

        Edits that overlap on the way become one.

        Raises:
            ValueError: if ``later`` does not begin where this alignment ends.
        """
        if later.source_length != self.target_length:
            raise ValueError("the alignments do not fit together")
        if not self.edits:
            return Alignment(later.edits, self.source_length, later.target_length)
        if not later.edits:
            return self
        edits = tuple(edit for edit, _, _ in compose(self.edits, later.edits))
        return Alignment(edits, self.source_length, later.target_length)

    def inverse(self) -> Alignment:
        """Give the alignment from our target back to our source."""
        edits = (Edit(e.source_start, e.source_end, e.start, e.end) for e in self.edits)
        return Alignment(tuple(edits), self.target_length, self.source_length)


def _start(edit: Edit) -> int:
    return edit.start


def compose(first: Sequence[Edit], second: Sequence[Edit]) -> Iterator[tuple[Edit, list[int], list[int]]]:
    """Merge two lists of edits whose middle text is the target of the first, the source of the second.

    Edits that overlap in the middle text become one, and so do those at one offset where one of them
    is empty there (which of the two comes first cannot be told).

    Yields:
        The merged edit, and the indices of the edits of ``first`` and ``second`` it was made of.
    """
    spans = [(e.start, e.end, 0, i) for i, e in enumerate(first)]
    spans += [(e.source_start, e.source_end, 1, i) for i, e in enumerate(second)]
    spans.sort()
    shifts = [0, 0]  # source - middle and target - middle behind the last group
    index = 0
    while index < len(spans):
        start, end = spans[index][:2]
        before = tuple(shifts)
        members: tuple[list[int], list[int]] = ([], [])
        while index < len(spans):
            next_start, next_end, which, number = spans[index]
            if any(members) and not _joins(start, end, next_start, next_end, which, members):
                break
            end = max(end, next_end)
            members[which].append(number)
            edit = (first, second)[which][number]
            shifts[which] = edit.end - edit.source_end if which else edit.source_end - edit.end
            index += 1
        merged = Edit(start + before[1], end + shifts[1], start + before[0], end + shifts[0])
        yield merged, *members


def _joins(
    start: int, end: int, next_start: int, next_end: int, which: int, members: tuple[list[int], list[int]]
) -> bool:
    if next_start < end:
        return True
    # Only touching: one group where an empty stretch of the middle meets an edit of the other step.
    return next_start == end and bool(members[1 - which]) and (start == end or next_start == next_end)
