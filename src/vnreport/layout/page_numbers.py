"""Page numbers: the bare numbers on lines of their own that a printed text had at the edge of its pages."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.layout.lines import Line
from vnreport.patterns import lazy

_NUMBER = lazy(r"[-–—]?\s?(\d{1,3})\s?[-–—]?")
_PAGE = 500
"""So many characters lie between two page numbers at least."""
_PROSE = 40
"""The length of a line that is no cell of a table."""


def mark_page_numbers(lines: Sequence[Line]) -> None:
    """Set the kind of page numbers to ``boilerplate``: two or more that count on, a page apart.

    The numbers of a table's rows or cells follow each other sooner, and stand between other cells.
    """
    chain: list[Line] = []
    number = 0
    for index, line in enumerate(lines):
        match = _NUMBER.fullmatch(line.text) if len(line.text) < 8 and line.kind == "body" else None
        if match is None or not _between_prose(lines, index):
            continue
        following = int(match[1]) == number + 1 and bool(chain) and line.start - chain[-1].start >= _PAGE
        if following or (not chain and match[1] in {"1", "2"}):
            chain.append(line)
            number = int(match[1])
    for line in chain if len(chain) > 1 else ():
        line.kind = "boilerplate"


def _between_prose(lines: Sequence[Line], index: int) -> bool:
    near = (i for i in (index - 1, index + 1) if 0 <= i < len(lines))
    return any(len(lines[i].text) >= _PROSE for i in near)
