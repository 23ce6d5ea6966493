"""The shape of flattened tables: lines of cells, or one cell a line, under a row of heads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from vnreport.facts.cells import Cell, cut, is_number, text_lines
from vnreport.facts.table_rows import Heads, find_rows
from vnreport.facts.table_runs import find_runs
from vnreport.facts.table_stacks import find_stacks
from vnreport.patterns import lazy

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
        found += _of_dashes(text, lines)
    found += [Table(heads, tuple(rows)) for heads, rows in find_stacks(text, lines)]
    if "TT" in text or "Stt" in text:
        found += [Table(heads, tuple(rows)) for heads, rows in find_runs(text, lines)]
    return sorted(found, key=lambda table: table.start)


def _of_dashes(text: str, lines: list[Cell]) -> Iterator[Table]:
    """Find the tables whose cells are parted by dashes: rows of one width, two numbers in each at least."""
    at = 0
    while at < len(lines):
        parted = any(text.find(dash, lines[at].start, lines[at].end) > 0 for dash in (" - ", " – "))
        heads = cut(text, lines[at], _DASHES) if parted else ()
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
