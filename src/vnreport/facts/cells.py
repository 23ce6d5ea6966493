"""Cells of flattened tables: where they stand in a line, and whether they hold a value."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.patterns import lazy

_LINE = lazy(r"[^\n]+")
_BETWEEN = lazy(r"[ \xa0]*(?:\t|\|)[ \xa0]*|[ \xa0]{3,}")
_NUMBER = lazy(r"[-+–−]?\d[\d.,]*[ \xa0]?%?|\(\d[\d.,]*[ \xa0]?%?\)|[-–−]")
_WITH_UNIT = lazy(
    r"(?:[<>≥≤~]|(?:trên|dưới|khoảng|hơn|gần)[ \xa0])?[ \xa0]?[-+–−]?\d[\d.,]*"
    r"(?:[ \xa0]?[-–/][ \xa0]?\d[\d.,]*)?[ \xa0]?%?(?:[ \xa0][^\W\d_][^\d\n\t|]{0,24})?",
    re.IGNORECASE,
)
_TIMED = lazy(r"(?<![^\W_])(?:năm|tháng|quý|ngày|giờ|tuần)(?![^\W_])", re.IGNORECASE)
_DATE = lazy(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{1,2}/\d{4}|(?:19|20)\d\d(?:[ ]?[-–][ ]?(?:19|20)\d\d)?")
_NUMBERING = lazy(r"[ivxlc]{1,5}\.?|[a-zđ][.)]?|\d{1,2}(?:\.\d{1,2}){0,3}[.)]?|[-–+*•]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, white space around it left out."""

    start: int
    end: int


def text_lines(text: str) -> list[Cell]:
    """Give the lines of a text that hold more than white space, in text order."""
    lines = [Cell(*trimmed(text, *m.span())) for m in _LINE.finditer(text)]
    return [line for line in lines if line.start < line.end]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a stretch without the white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def cut(text: str, line: Cell, between: re.Pattern[str] | None = None) -> tuple[Cell, ...]:
    """Cut a line at its tabs, bars and wide gaps; bars at its edges part nothing, a tab before it does."""
    start, end = line.start, line.end
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|":
        end -= 1
    if between is None:
        # What is cut off by a tab at the edge is an empty cell.
        start, end = _with_tabs(text, start, end)
    cells = []
    at = start
    for match in (between or _BETWEEN).finditer(text, start, end):
        cells.append(Cell(*trimmed(text, at, match.start())))
        at = match.end()
    cells.append(Cell(*trimmed(text, at, end)))
    return tuple(cells)


def _with_tabs(text: str, start: int, end: int) -> tuple[int, int]:
    """Give a stretch with the tabs that stand before and behind it in its line."""
    low, high = start, end
    while low > 0 and text[low - 1] in "\t \xa0":
        low -= 1
    while high < len(text) and text[high] in "\t \xa0":
        high += 1
    return (low if "\t" in text[low:start] else start), (high if "\t" in text[end:high] else end)


def is_number(text: str, cell: Cell) -> bool:
    """Tell whether a cell holds a number or a dash and nothing else."""
    return _NUMBER.fullmatch(text, cell.start, cell.end) is not None


def is_value(text: str, cell: Cell) -> bool:
    """Tell whether a cell may hold a value: a number that is no year, with its unit perhaps; no dash."""
    if cell.end - cell.start > 40 or not any(map(str.isdigit, text[cell.start : cell.end])):
        return False
    if _DATE.fullmatch(text, cell.start, cell.end):
        return False
    if is_number(text, cell):
        return True
    return (
        _WITH_UNIT.fullmatch(text, cell.start, cell.end) is not None
        and _TIMED.search(text, cell.start, cell.end) is None
    )


def is_numbering(text: str, cell: Cell) -> bool:
    """Tell whether a cell holds the number of a row or a group: ``1``, ``1.2``, ``II``, ``a``, ``-``."""
    return _NUMBERING.fullmatch(text, cell.start, cell.end) is not None
