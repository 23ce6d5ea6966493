"""The shape of flattened tables: lines of cells, or one cell a line, under a row of heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnreport.patterns import lazy

_LINE = lazy(r"[^\n]+")
_BETWEEN = lazy(r"[ \xa0]*(?:\t|\|)[ \xa0]*|[ \xa0]{3,}")
_DASHES = lazy(r"[ \xa0]+[-–][ \xa0]+")
_NUMBER = lazy(r"[-+–−]?\d[\d.,]*[ \xa0]?%?|[-–−]")
_CELL = 60
"""The longest cell of a table that is written one cell a line, in characters."""
_COLUMNS = 12
"""The most columns of such a table."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell, white space around it left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns and its rows, all as wide as the heads."""

    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


def is_number(text: str, cell: Cell) -> bool:
    """Tell whether a cell holds a number or a dash and nothing else."""
    return _NUMBER.fullmatch(text, cell.start, cell.end) is not None


def find_tables(text: str) -> list[Table]:
    """Find the flattened tables of a text, in text order."""
    lines = [Cell(*_trimmed(text, *m.span())) for m in _LINE.finditer(text)]
    lines = [line for line in lines if line.start < line.end]
    found: list[Table] = []
    if "\t" in text or "|" in text or "   " in text:
        found += _of_rows(text, lines)
    if " - " in text or " – " in text:
        found += _of_dashes(text, lines)
    found += _of_single_cells(text, lines)
    return sorted(found, key=lambda table: table.heads[0].start)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _of_dashes(text: str, lines: list[Cell]) -> Iterator[Table]:
    """Find the tables whose cells are parted by dashes: rows of one width, two numbers in each at least."""
    at = 0
    while at < len(lines):
        heads = (
            _cells(text, lines[at], _DASHES) if text.find(" - ", lines[at].start, lines[at].end) > 0 else ()
        )
        at += 1
        if len(heads) < 3 or any(is_number(text, cell) for cell in heads):
            continue
        rows = []
        while at < len(lines):
            cells = _cells(text, lines[at], _DASHES)
            if len(cells) != len(heads) or sum(is_number(text, cell) for cell in cells) < 2:
                break
            rows.append(cells)
            at += 1
        if len(rows) > 1:
            yield Table(heads, tuple(rows))


def _cells(text: str, line: Cell, between: re.Pattern[str] = _BETWEEN) -> tuple[Cell, ...]:
    """Cut a line at its tabs, bars and wide gaps; bars at its edges part nothing."""
    start, end = line.start, line.end
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|":
        end -= 1
    cells = []
    at = start
    for match in between.finditer(text, start, end):
        cells.append(Cell(*_trimmed(text, at, match.start())))
        at = match.end()
    cells.append(Cell(*_trimmed(text, at, end)))
    return tuple(cells)


def _of_rows(text: str, lines: list[Cell]) -> Iterator[Table]:
    """Find the tables whose rows are lines: a row of heads without numbers, rows with some below it."""
    heads: tuple[Cell, ...] = ()
    rows: list[tuple[Cell, ...]] = []
    end = -1
    for line in lines:
        cells = _cells(text, line) if line.end - line.start < 2000 else ()
        apart = end >= 0 and text.count("\n", end, line.start) > 2
        if not any(text[c.start : c.end].strip("-– ") for c in cells):
            continue
        numbers = sum(is_number(text, c) and _counts(text, c) for c in cells)
        if len(cells) < 2 or apart or (heads and len(cells) != len(heads)) or (heads and not numbers):
            if heads and rows:
                yield Table(heads, tuple(rows))
            heads, rows = (cells, []) if len(cells) >= 2 and not numbers else ((), [])
        elif not heads:
            heads, rows = (cells, []) if not numbers else ((), [])
        else:
            rows.append(cells)
        end = line.end
    if heads and rows:
        yield Table(heads, tuple(rows))


def _counts(text: str, cell: Cell) -> bool:
    """Tell whether the number of a cell may be a value; a bare year is rather a head."""
    return re.fullmatch(r"(?:19|20)\d\d", text[cell.start : cell.end]) is None


def _of_single_cells(text: str, lines: list[Cell]) -> Iterator[Table]:
    """Find the tables with one cell a line: heads, then a label and as many numbers, again and again."""
    numeric = [is_number(text, line) for line in lines]
    at = 0
    while at < len(lines):
        if not numeric[at]:
            at += 1
            continue
        width = 0
        while at + width < len(lines) and numeric[at + width]:
            width += 1
        if not 2 <= width <= _COLUMNS:
            at += width
            continue
        # Rows that are numbered: the number of the second row stands behind the numbers of the first.
        counted = (
            at > 1 and width > 2 and _says(text, lines[at - 2], 1) and _says(text, lines[at + width - 1], 2)
        )
        width -= counted
        rows, behind = _repeated(text, lines, numeric, at, width, counted)
        first = at - 1 - counted - (width + 1)
        heads = lines[max(first, 0) : at - 1 - counted]
        short = all(h.end - h.start <= _CELL and text[h.end - 1] not in ".;:" for h in heads)
        if len(rows) < 2:
            at += width
            continue
        if short and len(heads) == width + 1 and not any(numeric[first : at - 1 - counted]):
            yield Table(tuple(heads), tuple(rows))
        elif short and len(heads) >= width:
            # The column of labels has no head.
            yield Table((Cell(heads[-width].start, heads[-width].start), *heads[-width:]), tuple(rows))
        at = behind


def _says(text: str, cell: Cell, number: int) -> bool:
    """Tell whether a cell holds nothing but a small number, with or without a zero before it."""
    return text[cell.start : cell.end].rstrip(".").lstrip("0") == str(number)


def _repeated(
    text: str, lines: list[Cell], numeric: list[bool], at: int, width: int, counted: bool
) -> tuple[list[tuple[Cell, ...]], int]:
    """Read the rows of a label and ``width`` numbers from the numbers at ``at`` on, and where they end.

    Where the rows are ``counted``, their own number stands before each label.
    """
    rows: list[tuple[Cell, ...]] = []
    while at <= len(lines) - width and at >= 1 and not numeric[at - 1] and all(numeric[at : at + width]):
        label, behind = lines[at - 1], at + width
        if counted and not _says(text, lines[at - 2], len(rows) + 1):
            break
        goes_on = behind < len(lines) and numeric[behind]
        if label.end - label.start > _CELL or (goes_on and not counted):
            break
        rows.append(tuple(lines[at - 1 : behind]))
        at += width + 1 + counted
    return rows, at
