"""Where a raw text lies in the file it was read from: pages, paragraphs, cells of tables."""

from __future__ import annotations

from bisect import bisect_right
from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from vnreport.base_model import Model, no_items


class Part(Model):
    """A stretch of the raw text with its place in the file; what does not apply is left out of the JSON."""

    start: int
    """Offset of the first code point in the raw input."""
    end: int
    """Offset behind the last code point in the raw input."""
    page: int | None = None
    """Page, counted from 1."""
    paragraph: int | None = None
    """Paragraph (of a web page: block), counted from 1 through the whole file, those in cells included."""
    table: int | None = None
    """Table, counted from 1 through the whole file."""
    row: int | None = None
    """Row of the table, counted from 1."""
    column: int | None = None
    """Cell of the row, counted from 1."""

    @model_serializer(mode="wrap")
    def _without_nulls(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        return {name: value for name, value in dump(self).items() if value is not None}


class FileMap(Model):
    """What is known of the file that a raw text was read from."""

    format: str
    """``html``, ``docx``, ``doc``, ``rtf``, ``pdf``, ``mht`` or ``picture``."""
    notes: list[str] = Field(default_factory=no_items)
    """What the reader left out or decided, in words."""
    parts: list[Part] = Field(default_factory=no_items)
    """The parts of the raw text, in order and disjoint."""

    def locate(self, start: int, end: int) -> list[Part]:
        """Give the parts that a span of the raw text lies in; an empty span lies in one at most."""
        index = max(0, bisect_right(self.parts, start, key=lambda part: part.start) - 1)
        found = []
        for part in self.parts[index:]:
            if part.start >= max(end, start + 1):
                break
            if part.end > start:
                found.append(part)
        return found
