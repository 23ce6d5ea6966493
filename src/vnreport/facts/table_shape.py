"""The shape of flattened tables: lines of cells, or one cell a line, under a row of heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnreport.facts.cells import Cell, cut, is_number, text_lines
from vnreport.facts.table_rows import Heads, find_rows
from vnreport.patterns import lazy

_DASHES = lazy(r"[ \xa0]+[-–][ \xa0]+")
_CELL = 60
"""The longest cell of a table that is written one cell a line, in characters."""
_COLUMNS = 12
"""The most columns of such a table."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns and its rows, all as wide as the heads."""

    heads: Heads
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def start(self) -> int:
        """Where its heads begin."""
        return min(cell.start for head in self.heads for cell in head)

    @property
    def end(self) -> int:
        """Where its last row ends."""
        return self.rows[-1][-1].end


def find_tables(text: str) -> list[Table]:
    """Find the flattened tables of a text, in text order."""
    lines = text_lines(text)
    found: list[Table] = []
    if "\t" in text or "|" in text or "   " in text:
        found += [Table(heads, tuple(rows)) for heads, rows in find_rows(text, lines)]
    if " - " in text or " – " in text:
        found += _of_dashes(text, lines)
    found += _of_single_cells(text, lines)
    return sorted(found, key=lambda table: table.start)


def _of_dashes(text: str, lines: list[Cell]) -> Iterator[Table]:
    """Find the tables whose cells are parted by dashes: rows of one width, two numbers in each at least."""
    at = 0
    while at < len(lines):
        heads = cut(text, lines[at], _DASHES) if text.find(" - ", lines[at].start, lines[at].end) > 0 else ()
        at += 1
        if len(heads) < 3 or any(is_number(text, cell) for cell in heads):
            continue
        rows = []
        while at < len(lines):
            cells = cut(text, lines[at], _DASHES)
            if len(cells) != len(heads) or sum(is_number(text, cell) for cell in cells) < 2:
                break
            rows.append(cells)
            at += 1
        if len(rows) > 1:
            yield Table(tuple((cell,) for cell in heads), tuple(rows))


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
            yield Table(tuple((cell,) for cell in heads), tuple(rows))
        elif short and len(heads) >= width:
            # The column of labels has no head.
            yield Table(((), *((cell,) for cell in heads[-width:])), tuple(rows))
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
