"""Breaks: what stands between two lines of one sentence and means nothing.

Copies have a blank line between any two lines, printed pages a number at their edge and a line that all of
them have. A sentence that goes on behind it reads on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from vnreport.patterns import lazy

_LINE = lazy(r"[^\n\f]+")
_SIGNS = lazy(r"\n[ \t]*[\n\f]|\f|\n\W{0,3}(?:[Tt]rang\s|[Pp]age\s)?\d{1,3}(?:\s?/\s?\d{1,3})?\W{0,3}\n")
"""Without one of these there is nothing to leave out."""
_PAGE = lazy(r"(?:[Tt]rang|[Pp]age)\s(\d{1,3})(?:\s?/\s?\d{1,3})?|[-–—]\s?(\d{1,3})\s?[-–—]|(\d{1,3})")
_END = lazy(r"[.!?;:…|][\"'”’»)\]]{0,3}$|[\t|]")
_ITEM = lazy(r"[-–—+*•·▪►➢❖●○◦⁃‣|]|\(?\w{1,3}[.)/]\s|\(\w{1,4}\)")
_SHORTEST, _LONG, _FEW = 25, 40, 3
_ANY_PAGE = 400
"""So many characters a page has at least."""
_HEAD = 100
"""So long a line is at most that all pages have."""


class _Line(NamedTuple):
    start: int
    end: int
    text: str


class Breaks(NamedTuple):
    """What may be left out: ``spans`` all of it, ``frames`` the page numbers and running heads among it."""

    spans: list[tuple[int, int]]
    frames: list[tuple[int, int]]


def breaks(text: str) -> Breaks:
    """Find the blank lines, page numbers and running heads that part the lines of a sentence.

    Args:
        text: a text whose lines are not indented.

    Returns:
        What may be left out, and the frames among it, in text order.
    """
    if not _SIGNS.search(text):
        return Breaks([], [])
    lines = [_Line(m.start(), m.end(), m[0].strip()) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.text]
    if _is_even(text, lines):
        return Breaks(
            [(a.end, a.end + 1) for a, b in pairwise(lines) if text.count("\n", a.end, b.start) > 1], []
        )
    spans, frames = [], []
    for before, behind in _broken(lines):
        first, last = lines[before], lines[behind]
        if behind > before + 1 or "\f" in text[first.end : last.start] or len(first.text) >= _LONG:
            spans.append((first.end, last.start - 1))
            frames += [(line.start, line.end) for line in lines[before + 1 : behind]]
    return Breaks(spans, frames)


def _is_even(text: str, lines: Sequence[_Line]) -> bool:
    """Tell whether a text has a blank line between any two lines, those of a sentence too."""
    spaced = [
        text.count("\n", a.end, b.start) > 1
        for a, b in pairwise(lines)
        if b.text[0].islower() and len(a.text) >= _SHORTEST and not _END.search(a.text)
    ]
    if len(spaced) < _FEW or len(spaced) * 12 < len(lines) or spaced.count(True) * 10 < len(spaced) * 9:
        return False
    apart = sum(text.count("\n", a.end, b.start) > 1 for a, b in pairwise(lines))
    return (apart + 1) * 10 >= len(lines) * 9


def _broken(lines: Sequence[_Line]) -> Iterator[tuple[int, int]]:
    """Give the pairs of lines between which a sentence goes on: neighbours, or at the edge of a page."""
    known: dict[str, int] = {}
    for line in lines:
        known[line.text] = known.get(line.text, 0) + 1
    for index, line in enumerate(lines[:-1]):
        if len(line.text) < _SHORTEST or _END.search(line.text) or _is_page(line):
            continue
        behind = index + 1
        numbers = 0
        while behind < min(index + 4, len(lines) - 1):
            page = _is_page(lines[behind])
            head = len(lines[behind].text) <= _HEAD and known[lines[behind].text] > 1
            if not (page or head):
                break
            numbers += page
            behind += 1
        if behind > index + 1 and (not numbers or len(line.text) < _LONG):
            continue
        following = lines[behind].text
        near = behind == index + 1 or len(following) >= _SHORTEST
        if near and following[0].islower() and not _ITEM.match(following):
            yield index, behind


def _is_page(line: _Line) -> bool:
    """Tell whether a line is a page number: no higher than so many pages would have come by then."""
    match = _PAGE.fullmatch(line.text) if len(line.text) < 16 else None
    if match is None:
        return False
    return match[3] is None or 0 < int(match[3]) <= line.start // _ANY_PAGE + 1
