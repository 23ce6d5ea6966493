"""The text under the rules' eyes: what stands before and behind a place, in bounded looks."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from vnreport.mentions.times import patterns
from vnreport.mentions.times.calendar import Atom
from vnreport.mentions.times.words import number, words
from vnreport.patterns import lazy

Found = tuple[list[Atom], int]
"""The atoms that a rule read, and the offset behind all that it used up."""

Chain = Literal["", "dated", "range", "list", "months", "near"]
"""How a date is joined to the one right before it: not, by ``-`` or ``đến``, by a comma or ``và``.

``dated``: as a range whose first end is surely a date; ``months``: as a list behind a month with its year;
``near``: not at all, but it is a day of the same clause.
"""

_BEFORE = 28
_NUMBER = lazy(r"[^\S\n\t]{1,3}\d")
_TIMES = lazy(r"(?:\d|(?<!\w)(?:rưỡi|hai|ba|bốn|năm|mười)) lần\Z")
"""A multiple, no ordinal: ``gấp 3,4 lần`` *10 tháng năm 2021*."""
_TAIL_YEARS = ("y", "y1", "y2", "y3", "y4", "y5", "y6", "y7")
_SHIFTS = {"nay": 0, "này": 0, "ngoái": -1, "trước": -1, "sau": 1, "tới": 1}
_DEICTIC = frozenset({"nay", "này", "ngoái", "tới"})


class Tail(NamedTuple):
    """The year that a pattern read, absolute or relative, if any."""

    year: int | None
    shift: int | None
    deictic: bool

    @property
    def stated(self) -> bool:
        """Whether the text gave a year at all."""
        return self.year is not None or self.shift is not None


class Reading:
    """A text with its folded twin; all looks are bounded."""

    __slots__ = ("_at", "_dotted", "_hyphened", "_stretch", "folded", "text")

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self._at = -1
        self._stretch = ""
        self._hyphened: bool | None = None
        self._dotted: bool | None = None

    @property
    def hyphened(self) -> bool:
        """Whether the text writes days as ``ngày 25-4``; asked only where digits leave it open."""
        if self._hyphened is None:
            self._hyphened = patterns.hyphened_day().search(self.folded) is not None
        return self._hyphened

    @property
    def dotted(self) -> bool:
        """Whether the text writes days as ``ngày 25.4``."""
        if self._dotted is None:
            self._dotted = patterns.dotted_day().search(self.folded) is not None
        return self._dotted

    def before(self, at: int) -> str:
        """Give the few folded characters of the line before an offset, without trailing white space."""
        if at != self._at:  # the same place is looked at several times in a row
            stretch = self.folded[max(0, at - _BEFORE) : at].rstrip()
            self._at, self._stretch = at, stretch[stretch.rfind("\n") + 1 :]
        return self._stretch

    def word_before(self, at: int) -> str:
        """Give the last word before an offset; empty behind punctuation or at a line's start."""
        stretch = self.before(at)
        last = stretch.rpartition(" ")[2]
        return last.lstrip("(“\"'‘[-–,.;:\xa0")

    def closes(self, at: int) -> bool:
        """Tell whether no noun stands at an offset that a number before it would count."""
        return patterns.closing().match(self.folded, at) is not None

    def closes_year(self, at: int) -> bool:
        """Tell the same of a year, which no other number can go on from: ``6 tháng 2018`` *81 lượt*."""
        return self.closes(at) or _NUMBER.match(self.folded, at) is not None

    def opens_line(self, at: int) -> bool:
        """Tell whether nothing but a sign of a list stands before an offset in its line."""
        line = self.folded[max(0, at - 6) : at]
        return ("\n" in line or at <= 6) and not line.rpartition("\n")[2].strip(" \t\xa0-–+*•")

    def count_before(self, at: int) -> tuple[int, int] | None:
        """Read the number right before an offset: its start and its value."""
        low = max(0, at - 12)
        match = patterns.count_before().search(self.folded[low:at])
        if match is None or self._numbers(low + match.start()):
            return None
        value = number("count", match["n"])
        return None if value is None else (low + match.start(), value)

    def _numbers(self, at: int) -> bool:
        """Tell whether the word before a number names what it numbers: ``số 6``, but ``dân số`` *6 tháng*."""
        if self.word_before(at) not in words("numbered") or self.ends_with(at, "unnumbered") is not None:
            return False
        return _TIMES.search(self.before(at)) is None

    def ends_with(self, at: int, kind: str) -> str | None:
        """Give the longest phrase of a class of words that ends right before an offset."""
        stretch = self.before(at)
        known = words(kind)
        pieces = stretch.split()
        for size in range(min(4, len(pieces)), 0, -1):
            phrase = " ".join(pieces[-size:]).lstrip("(“\"'")
            if phrase in known:
                return phrase
        return None

    def opened(self, at: int) -> bool:
        """Tell whether ``từ`` stands right before an offset, a time of day between them or not."""
        stretch = self.before(at)
        return "từ" in stretch and patterns.opened().search(stretch) is not None

    def framed(self, at: int) -> int:
        """Give the start of the frame (``giai đoạn``, ``vụ Đông Xuân``) before an offset, or the offset."""
        stretch = self.folded[max(0, at - 40) : at]
        match = patterns.season().search(stretch)
        if match is not None:
            return at - len(stretch) + match.start()
        bare = stretch.rstrip(" \t\xa0(:")
        frame = self.ends_with(at - len(stretch) + len(bare), "frame")
        if frame is None:
            return at
        start = bare.rfind(frame.split()[0])
        if start < 0 or "(" in stretch[len(bare) :]:
            return at
        return at - len(stretch) + start


def tail(match: re.Match[str]) -> Tail:
    """Read the year of a pattern's tail."""
    groups = match.groupdict()
    for name in _TAIL_YEARS:
        found = groups.get(name)
        if found:
            return Tail(int(found), None, False)
    word = groups.get("again") or groups.get("again2")
    if word:
        return Tail(None, _SHIFTS[word], word in _DEICTIC)
    return Tail(None, None, False)


def shift(word: str) -> tuple[int, bool]:
    """Give how far ``trước``, ``nay`` … is away, and whether it counts from the day of writing."""
    return _SHIFTS[word], word in _DEICTIC


def build(
    start: int,
    end: int,
    grain: str,
    first: tuple[int, int],
    last: tuple[int, int],
    year: Tail,
) -> Atom:
    """Make an atom whose year, if stated, comes from a tail."""
    return Atom(
        start,
        end,
        grain,  # type: ignore[arg-type]
        year.year,
        first,
        last,
        year_shift=year.shift,
        deictic=year.deictic,
    )
