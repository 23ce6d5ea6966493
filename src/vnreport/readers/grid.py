"""Tables as grids: where each cell stands, and whether the table holds data or is there for layout."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_NUMBER = re.compile(r"[-+–−]?\d[\d.,]{0,30}\s?%?")
_MOST_ACROSS, _MOST_DOWN, _MOST_COLUMNS = 50, 1000, 100
"""Spans and widths beyond these are a slip of the file or an attack."""
_LONGEST_LINE = 300
"""A row of more characters is text, not data."""


@dataclass(slots=True)
class Cell:
    """A cell as a file gives it."""

    paragraphs: list[str] = field(default_factory=list)
    across: int = 1
    """How many columns it takes."""
    down: int = 1
    """How many rows it takes."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell with its place; ``number`` counts the cells of the row in the file, from 1."""

    number: int
    paragraphs: tuple[str, ...]
    """Its text, stripped, without empty paragraphs."""


Row = list[Placed | None]
"""A row of the grid; None where a cell of the row, or one from above, reaches over the place."""


def place(rows: Sequence[Sequence[Cell]]) -> list[Row]:
    """Put the cells of a table where they stand: of the places a cell takes, it fills the first.

    Args:
        rows: the cells of each row, as the file gives them.

    Returns:
        The rows of the grid, which may differ in width.
    """
    grid: list[Row] = []
    covered: dict[int, int] = {}
    for cells in rows:
        row: Row = []
        still = {column: left - 1 for column, left in covered.items() if left > 1}
        for number, cell in enumerate(cells, 1):
            while len(row) in covered:
                row.append(None)
            column = len(row)
            across = max(1, min(cell.across, _MOST_ACROSS, _MOST_COLUMNS - column))
            row += [
                Placed(number, tuple(t for text in cell.paragraphs if (t := tidy(text)))),
                *[None] * (across - 1),
            ]
            if cell.down > 1:
                still |= dict.fromkeys(range(column, column + across), min(cell.down, _MOST_DOWN) - 1)
        while len(row) in covered:
            row.append(None)
        covered = still
        grid.append(row)
    return grid


def tidy(text: str) -> str:
    """Strip the lines of a paragraph and drop the empty ones."""
    lines = (line.strip(" \t\r\xa0\u3000") for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def holds_data(grid: Sequence[Row]) -> bool:
    """Tell data from layout: two rows or more that have a bare number beside another cell."""
    return sum(_has_number(row) for row in grid) > 1


def _has_number(row: Row) -> bool:
    filled = [cell for cell in row if cell is not None and cell.paragraphs]
    return len(filled) > 1 and any(_NUMBER.fullmatch(" ".join(cell.paragraphs)) for cell in filled)


def used_columns(grid: Sequence[Row]) -> list[int]:
    """Give the columns in which something is said; the others are there for the looks."""
    width = max(map(len, grid), default=0)
    used = {i for row in grid for i, cell in enumerate(row) if cell is not None and cell.paragraphs}
    return [column for column in range(width) if column in used]


def is_line(row: Row) -> bool:
    """Tell whether a row of a table of data can be told in one line."""
    return sum(len(text) for cell in row if cell is not None for text in cell.paragraphs) <= _LONGEST_LINE
