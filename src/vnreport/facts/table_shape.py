"""The shape of flattened tables: lines of cells, or one cell a line, under a row of heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\n]+")
_BETWEEN = re.compile(r"[ \xa0]*(?:\t|\|)[ \xa0]*|[ \xa0]{3,}")
_NUMBER = re.compile(r"[-+–−]?\d[\d.,]*[ \xa0]?%?|[-–−]")
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
    found += _of_single_cells(text, lines)
    return sorted(found, key=lambda table: table.heads[0].start)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _cells(text: str, line: Cell) -> tuple[Cell, ...]:
    """Cut a line at its tabs, bars and wide gaps; bars at its edges part nothing."""
    start, end = line.start, line.end
    if text[start] == "|":
        start += 1
    if text[end - 1] == "|":
        end -= 1
    cells = []
    at = start
    for match in _BETWEEN.finditer(text, start, end):
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
        rows, behind = _repeated(text, lines, numeric, at, width)
        first = at - 1 - (width + 1)
        heads = lines[max(first, 0) : at - 1]
        short = all(h.end - h.start <= _CELL and text[h.end - 1] not in ".;:" for h in heads)
        if (
            2 <= width <= _COLUMNS
            and len(rows) > 1
            and len(heads) == width + 1
            and short
            and not any(numeric[first : at - 1])
        ):
            yield Table(tuple(heads), tuple(rows))
            at = behind
        elif 2 <= width <= _COLUMNS and len(rows) > 1 and len(heads) >= width and short:
            # The column of labels has no head.
            yield Table((Cell(heads[-width].start, heads[-width].start), *heads[-width:]), tuple(rows))
            at = behind
        else:
            at += width


def _repeated(
    text: str, lines: list[Cell], numeric: list[bool], at: int, width: int
) -> tuple[list[tuple[Cell, ...]], int]:
    """Read the rows of a label and ``width`` numbers from the numbers at ``at`` on, and where they end."""
    rows = []
    while at <= len(lines) - width and at >= 1 and not numeric[at - 1] and all(numeric[at : at + width]):
        label = lines[at - 1]
        if label.end - label.start > _CELL or (at + width < len(lines) and numeric[at + width]):
            break
        rows.append(tuple(lines[at - 1 : at + width]))
        at += width + 1
    return rows, at
