"""The raw text of a document under construction, with the map of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vnreport.readers.errors import UnreadableError
from vnreport.readers.grid import Cell, Placed, holds_data, is_line, place, tidy, used_columns
from vnreport.readers.limits import Limits

if TYPE_CHECKING:
    from vnreport.source import FileMap


@dataclass(frozen=True, slots=True)
class SourceText:
    """What a reader gives: the raw text of a document and where it lies in the file."""

    text: str
    """The raw text, for :func:`vnreport.extract`."""
    source: FileMap | None = None
    """Pages, paragraphs and cells; None for plain text, which is the file itself."""


CELLS = " | "
"""What stands between the cells of a row."""
_BAR = {(False, False): "|", (True, False): " |", (True, True): CELLS}
"""What comes before a cell, by whether it is not the first and whether there is something in it."""
_MOST_ROWS = 1000
"""How many rows are held to see what a table is for; the next ones are looked at by themselves."""


@dataclass(frozen=True, slots=True)
class _Row:
    cells: Sequence[Cell]
    table: int
    row: int
    page: int | None


class Builder:
    """Puts a document together line by line, block by block."""

    def __init__(self, limits: Limits) -> None:
        self.notes: list[str] = []
        self._limits = limits
        self._pieces: list[str] = []
        self._parts: list[dict[str, Any]] = []
        self._length = 0
        self._paragraph = 0
        self._table = 0
        self._rows: list[_Row] = []

    def paragraph(self, text: str, page: int | None = None) -> None:
        """Add a paragraph, which may have several lines; one without text is passed over."""
        self._end_table()
        if text := tidy(text):
            self._add(text, {"page": page} if page else {})
            self._put("\n")

    def page(self, text: str, number: int) -> None:
        """Add the text of a page, as it is."""
        self._end_table()
        text = text.strip("\n")
        if text.strip():
            self._parts.append({"start": self._length, "end": self._length + len(text), "page": number})
            self._put(text + "\n")

    def new_table(self) -> int:
        """Give the number of a table that begins here."""
        self._end_table()
        self._table += 1
        return self._table

    def row(self, cells: Sequence[Cell], table: int, row: int, page: int | None = None) -> None:
        """Add a row of a table.

        The rows of a table are given out together, when something else comes. In a table of data each row
        is a line, and empty cells keep their place (``| | Tổng | 12``): a number stays below its head.
        Elsewhere a row of short cells is a line without its empty cells; one with a cell of several lines is
        there for its layout (the head of an official document), or holds text: its cells follow one another.
        """
        if self._rows and (self._rows[-1].table != table or len(self._rows) >= _MOST_ROWS):
            self._end_table()
        self._rows.append(_Row(cells, table, row, page))

    def _end_table(self) -> None:
        """Give out the rows that are held."""
        rows, self._rows = self._rows, []
        grid = place([row.cells for row in rows])
        columns = used_columns(grid) if holds_data(grid) else []
        for held, row in zip(rows, grid, strict=True):
            filled = [cell for cell in row if cell is not None and cell.paragraphs]
            where = {"table": held.table, "row": held.row} | ({"page": held.page} if held.page else {})
            if columns and len(filled) > 1 and is_line(row):
                self._line([row[i] if i < len(row) else None for i in columns], where)
            else:
                one_line = all(len(cell.paragraphs) < 2 and "\n" not in cell.paragraphs[0] for cell in filled)
                self._cells(filled, CELLS if one_line else "\n", where)

    def _line(self, row: Sequence[Placed | None], where: dict[str, int]) -> None:
        """Add a row of data as a line; bars outside show empty cells at its edges."""
        for index, cell in enumerate(row):
            paragraphs = cell.paragraphs if cell is not None else ()
            if index or not paragraphs:
                self._put(_BAR[bool(index), bool(paragraphs)])
            for number, text in enumerate(paragraphs):
                if number:
                    self._put(" ")
                self._add(text.replace("\n", " "), where | {"column": cell.number if cell else 1})
        last = row[-1]
        self._put("\n" if last is not None and last.paragraphs else " |\n")

    def _cells(self, filled: Sequence[Placed], between: str, where: dict[str, int]) -> None:
        """Add the cells of a row one after the other."""
        for index, cell in enumerate(filled):
            for number, text in enumerate(cell.paragraphs):
                if index or number:
                    self._put(between)
                self._add(text, where | {"column": cell.number})
        if filled:
            self._put("\n")

    def _add(self, text: str, where: dict[str, int]) -> None:
        """Add a paragraph with its place."""
        self._paragraph += 1
        self._parts.append(
            {"start": self._length, "end": self._length + len(text), "paragraph": self._paragraph, **where}
        )
        self._put(text)

    def _put(self, text: str) -> None:
        self._length += len(text)
        self._limits.check("characters", self._length, "has a text of more characters than are let in")
        self._pieces.append(text)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet."""
        return not self._pieces and not self._rows

    def finish(self, name: str) -> SourceText:
        """Give the document.

        Args:
            name: the format.

        Raises:
            UnreadableError: if there is no text in it.
        """
        self._end_table()
        if self.is_empty:
            raise UnreadableError("is empty: there is no text in it")
        from vnreport.source import FileMap, Part

        notes = list(dict.fromkeys(self.notes))
        parts = [Part(**part) for part in self._parts]
        return SourceText("".join(self._pieces), FileMap(format=name, notes=notes, parts=parts))
