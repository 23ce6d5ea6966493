"""Offsets between a text and the text it was made from.

An alignment is the list of replaced stretches: outside them the two texts are equal character for
character, inside one the whole replacement answers for the whole original. Alignments compose, so
each step of repair records only what it changed itself.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
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

        Edits that touch or overlap on the way become one.

        Raises:
            ValueError: if ``later`` does not begin where this alignment ends.
        """
        if later.source_length != self.target_length:
            raise ValueError("the alignments do not fit together")
        if not self.edits:
            return Alignment(later.edits, self.source_length, later.target_length)
        if not later.edits:
            return self
        return Alignment(tuple(_compose(self.edits, later.edits)), self.source_length, later.target_length)


def _start(edit: Edit) -> int:
    return edit.start


def _compose(first: tuple[Edit, ...], second: tuple[Edit, ...]) -> list[Edit]:
    """Merge two lists of edits; ``middle`` is the target of the first and the source of the second."""
    # Groups of edits that overlap in the middle text; each group is one edit of the result.
    spans = [(e.start, e.end, 0, e) for e in first] + [(e.source_start, e.source_end, 1, e) for e in second]
    spans.sort(key=lambda item: (item[0], item[1], item[2]))
    result: list[Edit] = []
    first_shift = second_shift = 0  # source - middle and target - middle behind the last group
    index = 0
    while index < len(spans):
        middle_start, middle_end = spans[index][0], spans[index][1]
        next_first, next_second = first_shift, second_shift
        group_end = index
        while group_end < len(spans) and (
            spans[group_end][0] < middle_end or spans[group_end][0] == middle_start or group_end == index
        ):
            _, end, which, edit = spans[group_end]
            middle_end = max(middle_end, end)
            if which == 0:
                next_first = edit.source_end - edit.end
            else:
                next_second = edit.end - edit.source_end
            group_end += 1
        result.append(
            Edit(
                middle_start + second_shift,
                middle_end + next_second,
                middle_start + first_shift,
                middle_end + next_first,
            )
        )
        first_shift, second_shift = next_first, next_second
        index = group_end
    return result
