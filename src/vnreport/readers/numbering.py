"""The numbers of the lists of a Word file, which its text does not hold."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_MAX_LEVEL = 9
_MARK = re.compile(r"%([1-9])")
_ROMAN = {
    1000: "m", 900: "cm", 500: "d", 400: "cd", 100: "c", 90: "xc", 50: "l", 40: "xl", 10: "x", 9: "ix",
    5: "v", 4: "iv", 1: "i",
}  # fmt: skip


def roman(number: int) -> str:
    """Write a number from 1 to 3999 in small Roman numerals, any other in digits."""
    if not 0 < number < 4000:
        return str(number)
    written = ""
    for value, sign in _ROMAN.items():
        count, number = divmod(number, value)
        written += sign * count
    return written


def letter(number: int) -> str:
    """Write a number as Word letters its lists: a … z, aa, bb and so on."""
    if not 0 < number < 1000:
        return str(number)
    turn, index = divmod(number - 1, 26)
    return chr(ord("a") + index) * (turn + 1)


def written(number: int, form: str) -> str:
    """Write a number in one of Word's forms; an unknown one is decimal."""
    if form in ("upperRoman", "lowerRoman"):
        text = roman(number)
    elif form in ("upperLetter", "lowerLetter"):
        text = letter(number)
    elif form == "none":
        return ""
    else:
        return f"{number:02d}" if form == "decimalZero" else str(number)
    return text.upper() if form.startswith("upper") else text


@dataclass(slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."


@dataclass(slots=True)
class Numbering:
    """The lists of a file, as an XML handler for ``numbering.xml``, and their counters."""

    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    _counts: dict[str, list[int | None]] = field(default_factory=dict)
    _used: set[tuple[str, int]] = field(default_factory=set)
    _abstract: str = ""
    _number: str = ""
    _level: int = 0

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Take the start of an element."""
        value = given.get("val", "")
        if tag == "abstractNum":
            self._abstract = given.get("abstractNumId", "")
        elif tag == "num":
            self._number = given.get("numId", "")
            self._abstract = ""
        elif tag == "abstractNumId" and self._number:
            self.lists[self._number] = value
        elif tag in ("lvl", "lvlOverride"):
            self._level = _small(given.get("ilvl", "0"))
        elif tag == "startOverride":
            self.restarts[self._number, self._level] = _small(value, 1)
        elif self._abstract and tag in ("start", "numFmt", "lvlText"):
            level = self.levels.setdefault((self._abstract, self._level), Level())
            if tag == "start":
                level.start = _small(value, 1)
            elif tag == "numFmt":
                level.form = value
            else:
                level.text = value

    def end(self, tag: str) -> None:
        """Take the end of an element."""

    def data(self, text: str) -> None:
        """Take text, of which there is none."""

    def label(self, number: str, level: int) -> str:
        """Count a paragraph of a list and give what Word shows before it; bullets are hyphens."""
        abstract = self.lists.get(number)
        shape = self.levels.get((abstract or "", level))
        if abstract is None or shape is None or not 0 <= level < _MAX_LEVEL:
            return ""
        counts = self._counts.setdefault(abstract, [None] * _MAX_LEVEL)
        if (number, level) in self.restarts and (number, level) not in self._used:
            counts[level] = self.restarts[number, level] - 1
        self._used.add((number, level))
        now = counts[level]
        counts[level] = shape.start if now is None else now + 1
        counts[level + 1 :] = [None] * (_MAX_LEVEL - level - 1)
        if shape.form == "bullet":
            return "- "
        return self._filled(shape.text, abstract, counts)

    def _filled(self, text: str, abstract: str, counts: list[int | None]) -> str:
        def one(match: re.Match[str]) -> str:
            level = int(match[1]) - 1
            shape = self.levels.get((abstract, level), Level())
            count = counts[level]
            return written(shape.start if count is None else count, shape.form)

        label = _MARK.sub(one, text)
        return f"{label} " if label.strip() else ""


def _small(text: str, default: int = 0) -> int:
    return int(text) if text.isdecimal() and len(text) < 7 else default
