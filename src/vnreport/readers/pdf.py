"""PDF files: the text layer, page by page; pages that are pictures are told, or read by OCR."""

from __future__ import annotations

import importlib
import re
from typing import Any

from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.errors import UnreadableError, require
from vnreport.readers.grid import Cell
from vnreport.readers.limits import Limits
from vnreport.readers.pdf_tables import Block, read_page

_DPI = 300
_MAX_PIXELS = 40_000_000
# A soft line end of a hyphenated word, which pdfium marks.
_UNSEEN: dict[int, str | None] = dict.fromkeys((0xFFFE, 0x02, 0x0D, 0x00))
# Bullets of the fonts Symbol and Wingdings.
_UNSEEN |= dict.fromkeys((0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF02D, 0x25CF, 0x25AA), "-")
_TRAILING = re.compile(r"[ \t]+$", re.MULTILINE)
_PAGE_NUMBER = re.compile(r"\s*(?:[-–]\s?)?\d{1,4}(?:\s?[-–])?\s*")
_IMAGE = 3


def read_pdf(data: bytes, limits: Limits, ocr: bool = False) -> SourceText:
    """Read a PDF.

    Args:
        data: its bytes.
        limits: what is let in.
        ocr: whether to recognise the text of pages that are pictures, by Tesseract.

    Raises:
        UnreadableError: if it is encrypted, damaged, or all pictures and ``ocr`` is False.
        LimitError: if it has too many pages.
        MissingExtraError: if pypdfium2 is not installed, or for ``ocr`` pytesseract.
    """
    pdfium: Any = require("pypdfium2", "pdf", "a PDF")
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UnreadableError("is encrypted; take the password off first") from error
        raise UnreadableError("is a damaged or cut-off PDF; fetch it again") from error
    with document:
        count = len(document)
        limits.check("pages", count, f"has {count:,} pages")
        builder = Builder(limits)
        pages = _Pages(builder)
        pictures, broken = [], []
        for number in range(1, count + 1):
            try:
                page = document[number - 1]
            except pdfium.PdfiumError:
                broken.append(number)
                continue
            blocks = _blocks(page)
            if not any(block.rows or block.text.strip() for block in blocks) and _has_picture(page):
                blocks = [Block(_recognised(page))] if ocr else []
                pictures.append(number)
            pages.add(blocks, number)
            page.close()
        pages.finish()
    return _finish(builder, pictures, broken, ocr)


def _finish(builder: Builder, pictures: list[int], broken: list[int], ocr: bool) -> SourceText:
    if builder.is_empty and pictures and not ocr:
        raise UnreadableError(
            "is a scan: its pages are pictures without text; --ocr reads them (with Tesseract installed)"
        )
    if builder.is_empty and broken:
        raise UnreadableError("is a damaged or cut-off PDF; fetch it again")
    if pictures:
        how = "were read by text recognition" if ocr else "are pictures without text and were left out"
        builder.notes.append(f"pages {_ranges(pictures)} {how}")
    if broken:
        builder.notes.append(f"pages {_ranges(broken)} are damaged and were left out")
    return builder.finish("pdf")


class _Pages:
    """Puts pages into a builder; a table that goes on at the head of the next page stays one."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._columns = self._table = self._row = 0
        self._held: list[tuple[str, int]] = []

    def add(self, blocks: list[Block], number: int) -> None:
        """Add a page."""
        if len(blocks) > 1 and blocks[1].rows and _PAGE_NUMBER.fullmatch(blocks[0].text):
            # The number of the page parts no table; it is told behind it.
            self._held.append((blocks[0].text, number))
            blocks = blocks[1:]
        for index, block in enumerate(blocks):
            if not block.rows:
                self._say(block.text, number)
            else:
                if index or self._columns != block.columns:
                    self.finish()
                    self._table = self._builder.new_table()
                for row in block.rows:
                    self._row += 1
                    self._builder.row(row, self._table, self._row, number)
                self._columns = block.columns

    def finish(self) -> None:
        """End the table that may go on."""
        held, self._held = self._held, []
        self._columns = self._row = 0
        for text, number in held:
            self._builder.page(text, number)

    def _say(self, text: str, number: int) -> None:
        if text.strip():
            self.finish()
            self._builder.page(text, number)


def _blocks(page: Any) -> list[Block]:
    layer = page.get_textpage()
    blocks = read_page(_raw(), page, layer) or [Block(layer.get_text_bounded())]
    layer.close()
    return [
        Block(_shown(block.text))
        if not block.rows
        else Block("", block.columns, tuple(map(_cells, block.rows)))
        for block in blocks
    ]


def _raw() -> Any:
    return importlib.import_module("pypdfium2.raw")


def _cells(row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(Cell([_shown(text) for text in cell.paragraphs], cell.across, cell.down) for cell in row)


def _shown(text: str) -> str:
    """Drop what is not seen."""
    return _TRAILING.sub("", text.translate(_UNSEEN))


def _has_picture(page: Any) -> bool:
    return any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=5))


def _recognised(page: Any) -> str:
    from vnreport.readers.ocr import recognise

    width, height = page.get_size()
    scale = _DPI / 72
    if width * height * scale * scale > _MAX_PIXELS:
        scale = (_MAX_PIXELS / (width * height)) ** 0.5
    return recognise(page.render(scale=scale).to_pil())


def _ranges(numbers: list[int]) -> str:
    """Write ``1–3, 7``."""
    groups: list[list[int]] = []
    for number in numbers:
        if groups and groups[-1][-1] == number - 1:
            groups[-1].append(number)
        else:
            groups.append([number])
    return ", ".join(str(g[0]) if len(g) == 1 else f"{g[0]}–{g[-1]}" for g in groups)
