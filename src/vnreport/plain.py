"""White space and markup made plain: the text as it is read, and the way back to the text as it is.

Justified lines come with two spaces between words, files of Windows with two characters at each line's end,
printed pages with indented lines, copies of pages with the signs of Markdown. None of it means anything, and
every pattern would have to allow for it.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vnreport.breaks import breaks
from vnreport.markup import markup
from vnreport.patterns import lazy

_PLAIN = lazy(
    r"(?P<line>\r\n?)|(?P<edge>^ +(?=\S)|^\t+(?=[^\t\n|]*$)|(?<! ) +(?=[\r\n]))"
    r"|(?<=[^\s|])(?P<space>  )(?=[^\s|])",
    re.MULTILINE,
)
_BECOMES = {"line": "\n", "edge": "", "space": " "}
_STRAY = ("\r", "  ", "\n ", "\n\t", " \n")
"""Without one of these there is nothing to make plain but the first character; a search is much slower."""


class Plain(NamedTuple):
    """A text with plain white space, and where its characters were."""

    text: str
    starts: Sequence[int]
    """Offsets in :attr:`text` from which on the same number of characters had been left out, 0 first."""
    left_out: Sequence[int]
    """How many, by start."""
    before: Plain | None = None
    """The text that this one was made of, where that had been made plain itself."""
    frames: tuple[tuple[int, int], ...] = ()
    """Spans of the original: the page numbers and running heads that were left out."""

    @property
    def is_changed(self) -> bool:
        """Whether anything was left out."""
        return len(self.starts) > 1 or self.before is not None

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original that a span of the plain text was."""
        if start == end:
            return (self._back(start),) * 2
        return self._back(start), self._back(end - 1) + 1

    def _back(self, offset: int) -> int:
        offset += self.left_out[bisect_right(self.starts, offset) - 1]
        return self.before._back(offset) if self.before is not None else offset


def plain(text: str) -> Plain:
    r"""Give a text without markup, with one space between words, unindented lines and ``\n`` at their ends.

    Three spaces and more part columns and entries of menus; they stay.
    """
    read = Plain(text, [0], [0])
    if signs := markup(text):
        read = _without(read, ((start, end, "") for start, end in signs))
    if read.text[:1] in (" ", "\t") or any(sign in read.text for sign in _STRAY):
        read = _without(read, _gaps(read.text))
    between = breaks(read.text)
    if between.spans:
        frames = tuple(read.back(*span) for span in between.frames)
        read = _without(read, ((start, end, "") for start, end in between.spans))._replace(frames=frames)
    return read


def _gaps(text: str) -> Iterator[tuple[int, int, str]]:
    for gap in _PLAIN.finditer(text):
        yield gap.start(), gap.end(), _BECOMES[gap.lastgroup or ""]


def _without(before: Plain, edits: Iterable[tuple[int, int, str]]) -> Plain:
    """Give a text in which stretches are replaced by shorter ones."""
    text = before.text
    starts, left_out = array("q", [0]), array("q", [0])
    parts: list[str] = []
    at = size = lost = 0
    for start, end, mark in edits:
        parts += [text[at:start], mark]
        size += start - at + len(mark)
        at = end
        if end - start > len(mark):
            lost += end - start - len(mark)
            starts.append(size)
            left_out.append(lost)
    earlier = before._replace(text="") if before.is_changed else None  # only the way back is needed
    return Plain("".join([*parts, text[at:]]), starts, left_out, earlier)
