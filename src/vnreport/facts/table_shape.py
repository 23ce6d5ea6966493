"""The shape of flattened tables: lines of cells, or one cell a line, under a row of heads."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnreport.facts.cells import Cell, cut, is_number, text_lines, trimmed
from vnreport.facts.table_rows import Heads, find_rows
from vnreport.facts.table_runs import find_runs
from vnreport.facts.table_stacks import find_stacks
from vnreport.patterns import lazy

_SEMICOLONS = lazy(r"(?<![ \xa0])[ \xa0]*;[ \xa0]+")
_DASHES = lazy(r"(?<![ \xa0])[ \xa0]+[-–][ \xa0]+")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: the heads of its columns and its rows, all as wide as the heads, which may not show."""

    heads: Heads
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def start(self) -> int:
        """Where its heads begin."""
        return min((c.start for head in self.heads for c in head), default=self.rows[0][0].start)

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
        found += _parted(text, lines, (" - ", " – "), _DASHES)
    if "; " in text:
        found += _parted(text, lines, ("; ",), _SEMICOLONS)
    found += [Table(heads, tuple(rows)) for heads, rows in find_stacks(text, lines)]
    if "TT" in text or "Stt" in text:
        found += [Table(heads, tuple(rows)) for heads, rows in find_runs(text, lines)]
    return sorted(found, key=lambda table: table.start)


def _parts(text: str, line: Cell, signs: tuple[str, ...]) -> bool:
    return any(text.find(sign, line.start, line.end) > 0 for sign in signs)


def _parted(
    text: str, lines: list[Cell], signs: tuple[str, ...], between: re.Pattern[str]
) -> Iterator[Table]:
    """Find the tables whose cells a sign parts: rows of one width, two numbers in each at least."""
    at = 0
    while at < len(lines):
        line = lines[at]
        found = _parts(text, line, signs)
        heads = _cells(text, line, between) if found else ()
        at += 1
        if len(heads) < 3 or any(is_number(text, cell) for cell in heads):
            continue
        rows: list[tuple[Cell, ...]] = []
        while at < len(lines) and _parts(text, lines[at], signs):
            cells = _cells(text, lines[at], between)
            wide = len(rows[0]) if rows else len(cells)
            if len(cells) != wide or wide - len(heads) not in (0, 1):
                break
            if sum(is_number(text, cell) for cell in cells) < 2:
                break
            rows.append(cells)
            at += 1
        if len(rows) > 1:
            columns = tuple((cell,) for cell in heads)
            yield Table(columns if len(rows[0]) == len(heads) else ((), *columns), tuple(rows))


def _cells(text: str, line: Cell, between: re.Pattern[str]) -> tuple[Cell, ...]:
    """Cut a line at its signs, and its label off where a colon stands behind it (``Xã Tân An: 12 - 15``)."""
    cells = cut(text, line, between)
    colon = text.find(": ", cells[0].start, cells[0].end)
    if colon < 0:
        return cells
    first = Cell(*trimmed(text, cells[0].start, colon)), Cell(*trimmed(text, colon + 1, cells[0].end))
    return (*first, *cells[1:])
