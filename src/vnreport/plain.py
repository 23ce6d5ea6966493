"""White space made plain: the text as it is read, and the way back to the text as it is.

Justified lines come with two spaces between words, files of Windows with two characters at each line's end,
printed pages with indented lines. None of it means anything, and every pattern would have to allow for it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from vnreport.patterns import lazy

_PLAIN = lazy(
    r"(?P<line>\r\n?)|(?P<edge>^ +(?=\S)|^\t+(?=[^\t\n|]*$)|(?<! ) +(?=[\r\n]))"
    r"|(?<=[^\s|])(?P<space>  )(?=[^\s|])",
    re.MULTILINE,
)
_BECOMES = {"line": "\n", "edge": "", "space": " "}
_STRAY = lazy(r"\n[ \t]|^[ \t]| \n")


class Plain(NamedTuple):
    """A text with plain white space, and where its characters were."""

    text: str
    starts: list[int]
    """Offsets in :attr:`text` from which on the same number of characters had been left out, 0 first."""
    left_out: list[int]
    """How many, by start."""

    @property
    def is_changed(self) -> bool:
        """Whether anything was left out."""
        return len(self.starts) > 1

    def back(self, start: int, end: int) -> tuple[int, int]:
        """Give the span of the original that a span of the plain text was."""
        if start == end:
            return (self._back(start),) * 2
        return self._back(start), self._back(end - 1) + 1

    def _back(self, offset: int) -> int:
        return offset + self.left_out[bisect_right(self.starts, offset) - 1]


def plain(text: str) -> Plain:
    r"""Give a text with one space between words, unindented lines and ``\n`` at their ends.

    Three spaces and more part columns and entries of menus; they stay.
    """
    starts, left_out = [0], [0]
    if "\r" not in text and "  " not in text and not _STRAY.search(text):
        return Plain(text, starts, left_out)
    parts: list[str] = []
    at = size = lost = 0
    for gap in _PLAIN.finditer(text):
        start, end = gap.span()
        mark = _BECOMES[gap.lastgroup or ""]
        parts += [text[at:start], mark]
        size += start - at + len(mark)
        at = end
        if end - start > len(mark):
            lost += end - start - len(mark)
            starts.append(size)
            left_out.append(lost)
    return Plain("".join([*parts, text[at:]]), starts, left_out)
