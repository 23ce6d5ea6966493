"""Old Word files (.doc, Word 97–2003; plain ones of Word 6 and 95): the text by its piece table.

The stream ``WordDocument`` begins with a header (FIB) that leads to the piece table in the stream
``0Table`` or ``1Table``; a piece is a stretch of the text in UTF-16 or in Windows-1252, which is also the
form in which repair knows the legacy Vietnamese encodings. Which paragraph mark ends a row of a table
stands in the paragraph properties (PAPX).
"""

from __future__ import annotations

import io
import re
import struct
from bisect import bisect_right
from typing import Any, NamedTuple

from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.errors import UnreadableError, require
from vnreport.readers.flow import Flow
from vnreport.readers.grid import Cell
from vnreport.readers.limits import Limits

_MAGIC, _WORD_97 = 0xA5EC, 0xC1
_COMPLEX, _ENCRYPTED, _SECOND_TABLE = 0x0004, 0x0100, 0x0200
_CLX, _PAPX_TABLE, _COUNTS = 0x01A2, 0x0102, 0x004C
_IN_TABLE, _ROW_END = 0x2416, 0x2417
_PAGE = 512
_DAMAGED = "is a damaged or cut-off Word file; fetch it again"


class Piece(NamedTuple):
    """A stretch of text: where it begins among the characters, and where its bytes lie."""

    start: int
    end: int
    offset: int
    wide: bool


def read_doc(data: bytes, limits: Limits) -> SourceText:
    """Read an old Word file.

    Raises:
        UnreadableError: if it is damaged, encrypted, something else in the same container, or has no text.
        MissingExtraError: if olefile is not installed.
    """
    olefile: Any = require("olefile", "doc", "an old Word file (.doc)")
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as ole:
            words, tables, notes = _streams(ole, limits)
        text, marks = _Document(words, tables, limits).read()
    except (OSError, struct.error, IndexError, ValueError, OverflowError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(_DAMAGED) from error
    builder = Builder(limits)
    builder.notes += notes
    _lay_out(text, marks, Flow(builder))
    return builder.finish("doc")


def _streams(ole: Any, limits: Limits) -> tuple[bytes, bytes, list[str]]:
    if ole.exists("EncryptedPackage"):
        raise UnreadableError("is encrypted; take the password off first")
    if not ole.exists("WordDocument"):
        for stream, what in (("Workbook", "an Excel file"), ("PowerPoint Document", "a PowerPoint file")):
            if ole.exists(stream):
                raise UnreadableError(f"is {what}; give the report itself, as text, Word or PDF")
        raise UnreadableError("is no Word file, though it has the container of one")
    limits.check(
        "unpacked_size", ole.get_size("WordDocument"), "has a text stream of more bytes than are let in"
    )
    words = ole.openstream("WordDocument").read()
    if len(words) < 0x60:
        raise UnreadableError(_DAMAGED)
    flags = struct.unpack_from("<H", words, 0x0A)[0]
    name = "1Table" if flags & _SECOND_TABLE else "0Table"
    tables = ole.openstream(name).read() if ole.exists(name) else b""
    notes = ["has macros, which were not run"] if ole.exists("Macros") else []
    return words, tables, notes


class _Document:
    """The two streams of a file."""

    def __init__(self, words: bytes, tables: bytes, limits: Limits) -> None:
        self._words = words
        self._tables = tables
        self._limits = limits
        magic, version = struct.unpack_from("<HH", words, 0)
        self._flags = struct.unpack_from("<H", words, 0x0A)[0]
        if self._flags & _ENCRYPTED:
            raise UnreadableError("is encrypted; take the password off first")
        self._old = version < _WORD_97 or magic != _MAGIC

    def read(self) -> tuple[str, dict[int, bool]]:
        """Give the characters, and for each mark of a paragraph in a table whether it ends a row."""
        if self._old:
            if self._flags & _COMPLEX:
                raise UnreadableError("is of Word 95 or older and was saved in pieces; save it anew as .docx")
            first, last = struct.unpack_from("<II", self._words, 0x18)
            return _decoded(self._words[first:last], wide=False), {}
        pieces = self._pieces()
        shown = self._shown()
        count = sum(end - start for start, end in shown)
        self._limits.check("characters", count, f"has a text of {count:,} characters")
        places = self._table_marks()
        order = sorted(places)
        text: list[str] = []
        marks: dict[int, bool] = {}
        at = 0
        for start, end in shown:
            for piece in pieces:
                first, last = max(start, piece.start), min(end, piece.end)
                if first >= last:
                    continue
                width = 2 if piece.wide else 1
                offset = piece.offset + (first - piece.start) * width
                chunk = self._words[offset : offset + (last - first) * width]
                text.append(_decoded(chunk, piece.wide))
                for place in order[bisect_right(order, offset) : bisect_right(order, offset + len(chunk))]:
                    marks[at + (place - offset) // width - 1] = places[place]
                at += len(text[-1])
        return "".join(text), marks

    def _shown(self) -> list[tuple[int, int]]:
        """Give the stretches of characters that are body, footnotes, endnotes and text boxes."""
        body, foot, header, macro, annotation, end, box = struct.unpack_from("<7I", self._words, _COUNTS)
        at_end = body + foot + header + macro + annotation
        stretches = [
            (0, body),
            (body, body + foot),
            (at_end, at_end + end),
            (at_end + end, at_end + end + box),
        ]
        return [(first, last) for first, last in stretches if last > first]

    def _pieces(self) -> list[Piece]:
        offset, size = struct.unpack_from("<II", self._words, _CLX)
        clx = self._tables[offset : offset + size]
        at = 0
        while at < len(clx) and clx[at] == 1:  # properties that pieces share
            at += 3 + struct.unpack_from("<H", clx, at + 1)[0]
        if at >= len(clx) or clx[at] != 2:
            raise UnreadableError(_DAMAGED)
        length = struct.unpack_from("<I", clx, at + 1)[0]
        plc = clx[at + 5 : at + 5 + length]
        count = (len(plc) - 4) // 12
        starts = struct.unpack_from(f"<{count + 1}I", plc, 0)
        pieces: list[Piece] = []
        for index in range(count):
            place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * index + 2)[0]
            narrow = bool(place & 0x40000000)
            place &= 0x3FFFFFFF
            piece = Piece(starts[index], starts[index + 1], place // 2 if narrow else place, not narrow)
            if piece.end < piece.start or (pieces and piece.start != pieces[-1].end):
                raise UnreadableError(_DAMAGED)
            pieces.append(piece)
        return pieces

    def _table_marks(self) -> dict[int, bool]:
        """Give the byte offsets behind the paragraphs in tables, and whether each ends a row."""
        offset, size = struct.unpack_from("<II", self._words, _PAPX_TABLE)
        plc = self._tables[offset : offset + size]
        count = max(0, (len(plc) - 4) // 8)
        found: dict[int, bool] = {}
        numbers = struct.unpack_from(f"<{count}I", plc, 4 * (count + 1)) if count else ()
        for number in {number & 0x3FFFFF for number in numbers}:
            page = self._words[number * _PAGE : (number + 1) * _PAGE]
            if len(page) == _PAGE:
                found |= _marks_of_page(page)
        return found


def _marks_of_page(page: bytes) -> dict[int, bool]:
    """Read a page of paragraph properties (FKP)."""
    count = page[-1]
    if count > 0x1D:
        return {}
    ends = struct.unpack_from(f"<{count + 1}I", page, 0)
    found = {}
    for index in range(count):
        at = page[4 * (count + 1) + 13 * index] * 2
        if not 0 < at < _PAGE - 2:
            continue
        # The length counts words; a zero says that the next byte does.
        length = page[at] * 2 - 1
        at += 1
        if length < 0:
            length = page[at] * 2
            at += 1
        properties = page[at + 2 : at + length]
        if _has(properties, _IN_TABLE):
            found[ends[index + 1]] = _has(properties, _ROW_END)
    return found


_SIZES = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}


def _has(properties: bytes, wanted: int) -> bool:
    """Tell whether a list of property changes sets one, other than to zero."""
    at = 0
    while at + 2 < len(properties):
        code = struct.unpack_from("<H", properties, at)[0]
        at += 2
        if code == wanted:
            return properties[at] != 0
        size = _SIZES.get(code >> 13)
        if size is None:  # the length comes first; two properties have a wide one
            if code == 0xD608:
                size = struct.unpack_from("<H", properties, at)[0] + 1 if at + 1 < len(properties) else 1
            else:
                size = properties[at] + 1
        at += size
    return False


_NARROW = [bytes([b]).decode("cp1252", "ignore") or chr(b) for b in range(256)]
"""Windows-1252; bytes that it leaves open pass as C1 controls, so none is lost."""
_PAIR = re.compile("[\U00010000-\U0010ffff]")


def _decoded(chunk: bytes, wide: bool) -> str:
    """Decode a piece to one character for each of Word's, so that no offset moves."""
    if not wide:
        return "".join(map(_NARROW.__getitem__, chunk))
    text = chunk[: len(chunk) // 2 * 2].decode("utf-16-le", "surrogatepass")
    return _PAIR.sub("\ufffd\ufffd", text)


_FIELD = re.compile("[\x13\x14\x15]")
_UNSEEN: dict[int, str | None] = dict.fromkeys((0, 1, 2, 3, 4, 5, 6, 8)) | {0x1E: "-", 0x0B: "\n"}
# The soft hyphen, a letter in TCVN3; elsewhere repair drops it.
_UNSEEN |= {0x1F: "\xad"}
_MARK = re.compile("[\r\x07\x0c\x0e]")


def _lay_out(text: str, marks: dict[int, bool], flow: Flow) -> None:
    """Give the paragraphs and the tables to a flow.

    Args:
        text: the characters, marks included.
        marks: for each mark of a paragraph in a table, whether it ends a row; empty where not known: a row
            then ends where two marks of cells meet.
        flow: where they go.
    """
    fields = _Fields()
    row: list[list[str]] = []
    cell: list[str] = []
    table, count, at = 0, 0, 0
    for mark in [*_MARK.finditer(text), None]:
        here = len(text) if mark is None else mark.start()
        piece = fields.shown(text[at:here])
        at = here + 1
        if mark is not None and mark[0] == "\x07":
            if marks.get(here, False) if marks else (row and not piece and not cell):
                table, count = table or flow.builder.new_table(), count + 1
                flow.builder.row([Cell(cell) for cell in row], table, count)
                row = []
            else:
                row.append([*cell, piece])
            cell = []
        elif here in marks:
            cell.append(piece)
        else:
            for line in [*(part for parts in row for part in parts), *cell, piece]:
                flow.paragraph(line)
            row, cell, table, count = [], [], 0, 0


class _Fields:
    """Drops the codes of fields and keeps their results; a field may span paragraphs."""

    def __init__(self) -> None:
        self._codes: list[bool] = []

    def shown(self, text: str) -> str:
        """Give what is seen of a paragraph."""
        pieces, at = [], 0
        for mark in _FIELD.finditer(text):
            if not any(self._codes):
                pieces.append(text[at : mark.start()])
            at = mark.end()
            if mark[0] == "\x13":
                self._codes.append(True)
            elif self._codes and mark[0] == "\x14":
                self._codes[-1] = False
            elif self._codes:
                self._codes.pop()
        if not any(self._codes):
            pieces.append(text[at:])
        return "".join(pieces).translate(_UNSEEN)
