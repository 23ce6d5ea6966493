"""Paragraphs and tables as they come, for formats that mark where each begins and ends."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnreport.readers.builder import Builder
from vnreport.readers.grid import Cell


@dataclass(slots=True)
class _Table:
    number: int
    row: int = 0
    cells: list[Cell] = field(default_factory=list)
    direct: bool = False
    """Whether the cells of this row go straight to the text: one of them holds a table."""


class Flow:
    """Takes the events of a document and gives its lines to a :class:`Builder` in reading order.

    Events out of order (a cell without a row, a row without a table) are taken as what they must mean.
    """

    def __init__(self, builder: Builder) -> None:
        self.builder = builder
        self._tables: list[_Table] = []

    def paragraph(self, text: str) -> None:
        """Add a paragraph where the document now is."""
        if not self._tables or self._tables[-1].direct or not self._tables[-1].cells:
            self.builder.paragraph(text)
        elif text:
            self._tables[-1].cells[-1].paragraphs.append(text)

    def start_table(self) -> None:
        """Begin a table; inside a cell, the row around it is given out first."""
        if self._tables:
            self._give_row(self._tables[-1])
            self._tables[-1].direct = True
        self._tables.append(_Table(self.builder.new_table()))

    def start_row(self) -> None:
        """Begin a row."""
        if self._tables:
            self.end_row()
            self._tables[-1].row += 1

    def start_cell(self, across: int = 1, down: int = 1) -> None:
        """Begin a cell that takes so many columns and rows."""
        if self._tables:
            if not self._tables[-1].row:
                self._tables[-1].row = 1
            self._tables[-1].cells.append(Cell([], across, down))

    def widen_cell(self, across: int) -> None:
        """Say how many columns the cell that was begun last takes."""
        if self._tables and self._tables[-1].cells:
            self._tables[-1].cells[-1].across = across

    def end_row(self) -> None:
        """End a row."""
        if self._tables:
            self._give_row(self._tables[-1])
            self._tables[-1].direct = False

    def end_table(self) -> None:
        """End a table."""
        if self._tables:
            self.end_row()
            self._tables.pop()

    def finish(self) -> None:
        """End whatever is still open."""
        while self._tables:
            self.end_table()

    def _give_row(self, table: _Table) -> None:
        if table.cells:
            self.builder.row(table.cells, table.number, table.row)
        table.cells = []
