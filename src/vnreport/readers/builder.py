"""The raw text of a document under construction, with the map of its parts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from vnreport.readers.errors import UnreadableError
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

    def paragraph(self, text: str, page: int | None = None) -> None:
        """Add a paragraph, which may have several lines; one without text is passed over."""
        if text := _tidy(text):
            self._paragraph += 1
            self._add(text, "\n", page=page, paragraph=self._paragraph)

    def page(self, text: str, number: int) -> None:
        """Add the text of a page, as it is."""
        text = text.strip("\n")
        if text.strip():
            self._add(text, "\n", page=number)

    def new_table(self) -> int:
        """Give the number of a table that begins here."""
        self._table += 1
        return self._table

    def row(self, cells: Sequence[Sequence[str]], table: int, row: int) -> None:
        """Add a row of a table: each cell is a list of paragraphs.

        A row of short cells is one line. A row with a cell of several lines is there for its layout
        (the head of an official document), or holds text; its cells follow one another.
        """
        tidy = [[t for t in map(_tidy, cell) if t] for cell in cells]
        one_line = all(len(cell) < 2 and "\n" not in "".join(cell) for cell in tidy)
        filled = [column for column, cell in enumerate(tidy) if cell]
        for column in filled:
            for text in tidy[column]:
                self._paragraph += 1
                between = CELLS if one_line and column != filled[-1] else "\n"
                self._add(text, between, paragraph=self._paragraph, table=table, row=row, column=column + 1)

    def _add(self, text: str, between: str, **where: int | None) -> None:
        start = self._length
        self._length += len(text) + len(between)
        self._limits.check("characters", self._length, "has a text of more characters than are let in")
        self._pieces += (text, between)
        self._parts.append({"start": start, "end": start + len(text), **where})

    @property
    def is_empty(self) -> bool:
        """Whether nothing was added yet."""
        return not self._pieces

    def finish(self, name: str) -> SourceText:
        """Give the document.

        Args:
            name: the format.

        Raises:
            UnreadableError: if there is no text in it.
        """
        if self.is_empty:
            raise UnreadableError("is empty: there is no text in it")
        from vnreport.source import FileMap, Part

        notes = list(dict.fromkeys(self.notes))
        parts = [Part(**part) for part in self._parts]
        return SourceText("".join(self._pieces), FileMap(format=name, notes=notes, parts=parts))


def _tidy(text: str) -> str:
    """Strip the lines of a paragraph and drop the empty ones."""
    return "\n".join(_stripped(text.split("\n")))


def _stripped(lines: Iterable[str]) -> list[str]:
    return [line for raw in lines if (line := raw.strip(" \t\r\xa0\u3000"))]
