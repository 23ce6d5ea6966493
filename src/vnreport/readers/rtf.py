"""RTF files: paragraphs and tables, in the code page of each font; legacy fonts decoded by their chart."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.errors import UnreadableError
from vnreport.readers.flow import Flow
from vnreport.readers.fonts import Chart, Run, chart_of, join
from vnreport.readers.grid import Cell
from vnreport.readers.limits import Limits

_TOKEN = re.compile(
    r"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9A-Fa-f]{2})|\\([^A-Za-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_SKIPPED = frozenset({
    "colortbl", "stylesheet", "info", "pict", "object", "header", "headerl", "headerr", "headerf",
    "footer", "footerl", "footerr", "footerf", "ftnsep", "ftnsepc", "generator", "xmlnstbl",
    "listtable", "listoverridetable", "rsidtbl", "themedata", "datastore", "latentstyles", "filetbl",
    "revtbl", "fldinst", "bkmkstart", "bkmkend", "nonshppict", "sp", "sn", "sv", "template", "operator",
    "author", "title",
})  # fmt: skip
_SIGNS = {
    "tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ",
}  # fmt: skip
# \fcharset of the font table to Python's code pages.
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_MAX_DEPTH = 2000


@dataclass(frozen=True, slots=True)
class _Font:
    chart: Chart | None = None
    codec: str | None = None


@dataclass(slots=True)
class _State:
    """What a group keeps for itself."""

    skipped: bool = False
    fonts: bool = False
    font: int = -1
    hidden: bool = False
    label: bool = False
    """Whether this is the number or bullet of a list."""
    alternatives: int = 1
    """How many characters stand behind ``\\u`` for programs that do not know it."""


def read_rtf(data: bytes, limits: Limits) -> SourceText:
    """Read an RTF file.

    Raises:
        UnreadableError: if there is no text in it.
    """
    builder = Builder(limits)
    reader = _Rtf(builder)
    # Latin-1 keeps every byte as a character of its own.
    reader.read(data.decode("latin-1"))
    return builder.finish("rtf")


class _Rtf:
    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._flow = Flow(builder)
        self._state = _State()
        self._stack: list[_State] = []
        self._fonts: dict[int, _Font] = {}
        self._default = 0
        self._codec = "cp1252"
        self._runs: list[Run] = []
        self._bytes = bytearray()
        self._name: list[str] = []
        self._defined = 0
        self._charset: str | None = None
        self._row: list[list[str]] = []
        self._cell: list[str] = []
        self._table = self._count = 0
        self._in_table = False
        self._to_skip = 0
        self._starred = False

    def read(self, rtf: str) -> None:
        """Take a whole file."""
        at = 0
        while match := _TOKEN.match(rtf, at):
            at = match.end()
            word, number, code, sign, brace, text = match.groups()
            if word:
                if word == "bin":
                    at += max(0, int(number or 0))
                else:
                    self._word(word.lower() if word.isupper() else word, int(number) if number else None)
            elif code:
                self._byte(int(code, 16))
            elif sign:
                self._sign(sign)
            elif brace:
                self._brace(brace)
            elif text:
                self._text(text)
        self._end_paragraph()
        self._leave_table()

    def _brace(self, brace: str) -> None:
        self._flush()
        self._to_skip = 0
        if brace == "{":
            if len(self._stack) >= _MAX_DEPTH:
                raise UnreadableError("is nested deeper than any report")
            self._stack.append(replace(self._state))
        elif self._stack:
            if self._state.fonts and self._name:
                self._define_font()
            if self._state.label and not self._stack[-1].label:
                self._tidy_label()
            self._state = self._stack.pop()
        self._starred = False

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._starred = True
        elif sign in "\\{}":
            self._text(sign)
        elif sign == "~":
            self._say("\xa0")
        elif sign == "_":
            self._say("-")
        elif sign in "\r\n":
            self._end_paragraph()
        elif sign == "-" and self._chart() is not None:
            self._byte(0xAD)  # in TCVN3 it is a letter

    def _word(self, word: str, number: int | None) -> None:
        state = self._state
        if word == "fonttbl":
            state.fonts = True
        elif word in ("listtext", "pntext"):
            state.label = True
        elif (self._starred and word not in ("shptxt", "shpinst", "shp")) or word in _SKIPPED:
            state.skipped = True
        elif state.fonts:
            self._font_word(word, number)
        elif word == "u" and number is not None:
            self._flush()
            self._say(chr(number % 0x10000))
            self._to_skip = state.alternatives
            return
        elif word in _SIGNS:
            self._say(_SIGNS[word])
        elif word in _CONTROLS:
            _CONTROLS[word](self, number)
        self._starred = False

    def _font_word(self, word: str, number: int | None) -> None:
        if word == "f" and number is not None:
            if self._name:
                self._define_font()
            self._defined = number
            self._charset = None
        elif word == "fcharset" and number is not None:
            self._charset = _CHARSETS.get(number)

    def _tidy_label(self) -> None:
        """Put a space behind the number of a list; a bullet, a sign of some font, becomes a hyphen."""
        label = "".join(run.text for run in self._runs).strip()
        self._runs = [Run(f"{label} " if any(map(str.isalnum, label)) else "- ")] if label else []

    def _define_font(self) -> None:
        name = "".join(self._name).split(";")[0].strip()
        self._name = []
        if name:
            self._fonts[self._defined] = _Font(chart_of(name), self._charset)

    # What the control words do.

    def _set_font(self, number: int | None) -> None:
        self._flush()
        self._state.font = number or 0

    def _set_default(self, number: int | None) -> None:
        self._default = number or 0

    def _set_page(self, number: int | None) -> None:
        self._codec = f"cp{number}"
        try:
            b"".decode(self._codec)
        except LookupError:
            self._codec = "cp1252"

    def _set_alternatives(self, number: int | None) -> None:
        self._state.alternatives = max(0, min(number or 0, 16))

    def _set_hidden(self, number: int | None) -> None:
        self._flush()
        self._state.hidden = number != 0

    def _plain(self, _: int | None) -> None:
        self._flush()
        self._state.font = self._default
        self._state.hidden = False

    def _reset_paragraph(self, _: int | None) -> None:
        self._in_table = False

    def _enter_table(self, _: int | None) -> None:
        self._in_table = True

    def _paragraph(self, _: int | None) -> None:
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        text = self._taken()
        if self._in_table:
            self._cell.append(text)
        else:
            self._leave_table()
            self._flow.paragraph(text)

    def _end_cell(self, _: int | None) -> None:
        self._row.append([*self._cell, self._taken()])
        self._cell = []

    def _end_row(self, _: int | None) -> None:
        self._table = self._table or self._builder.new_table()
        self._count += 1
        if self._cell:
            self._row.append(self._cell)
        self._builder.row([Cell(cell) for cell in self._row], self._table, self._count)
        self._row, self._cell = [], []

    def _leave_table(self) -> None:
        for line in [*(part for parts in self._row for part in parts), *self._cell]:
            self._flow.paragraph(line)
        self._row, self._cell, self._table, self._count = [], [], 0, 0

    # What is text.

    def _chart(self) -> Chart | None:
        return self._font().chart

    def _font(self) -> _Font:
        number = self._state.font if self._state.font >= 0 else self._default
        return self._fonts.get(number, _Font())

    def _byte(self, byte: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif not (self._state.skipped or self._state.hidden):
            if self._state.fonts:
                self._name.append(chr(byte))
            else:
                self._bytes.append(byte)

    def _text(self, text: str) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        if self._state.skipped or self._state.hidden or not text:
            return
        if self._state.fonts:
            self._name.append(text)
        else:
            self._bytes += text.encode("latin-1", "replace")

    def _say(self, text: str) -> None:
        self._flush()
        if not (self._state.skipped or self._state.hidden or self._state.fonts):
            self._runs.append(Run(text, self._chart()))

    def _flush(self) -> None:
        """Decode the bytes that have come, by the font that is set."""
        if not self._bytes:
            return
        font = self._font()
        raw, self._bytes = bytes(self._bytes), bytearray()
        codec = "cp1252" if font.chart is not None else font.codec or self._codec
        # Bytes that a code page leaves open pass as C1 controls.
        text = raw.decode(codec, "surrogateescape")
        text = "".join(chr(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in text)
        self._runs.append(Run(text, font.chart))

    def _taken(self) -> str:
        self._flush()
        text = join(self._runs, self._builder.notes)
        self._runs = []
        # The halves of a pair come as two numbers.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


_CONTROLS = {
    "f": _Rtf._set_font,
    "deff": _Rtf._set_default,
    "ansicpg": _Rtf._set_page,
    "uc": _Rtf._set_alternatives,
    "v": _Rtf._set_hidden,
    "plain": _Rtf._plain,
    "pard": _Rtf._reset_paragraph,
    "intbl": _Rtf._enter_table,
    "par": _Rtf._paragraph,
    "sect": _Rtf._paragraph,
    "page": _Rtf._paragraph,
    "cell": _Rtf._end_cell,
    "nestcell": _Rtf._end_cell,
    "row": _Rtf._end_row,
    "nestrow": _Rtf._end_row,
}
