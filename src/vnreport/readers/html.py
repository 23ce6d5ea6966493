"""Web pages: their text in reading order, a line a block, a line a row of a table."""

from __future__ import annotations

import codecs
import re

from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.flow import Flow
from vnreport.readers.fonts import Chart, Run, chart_of, join
from vnreport.readers.limits import Limits
from vnreport.readers.markup import Token, attributes, tokens
from vnreport.readers.text import decode, has_mark

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog",
    "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
    "h4", "h5", "h6", "header", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option",
    "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
})  # fmt: skip
_FENCES = frozenset({
    "table", "tr", "td", "th", "ul", "ol", "dl", "div", "blockquote", "body",
})  # fmt: skip
_REACH = 64
"""How far up an end tag looks for its start; pages in use close what they open."""

_SPACE = re.compile(r"[ \t\r\n\f]+")
_FAMILY = re.compile(r"font(?:-family)?\s*:\s*([^;]{0,200})", re.IGNORECASE)
_CHARSET = re.compile(rb"""<meta[^>]{0,500}charset\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.I)


def read_html(data: bytes, limits: Limits, charset: str | None = None) -> SourceText:
    """Read a web page.

    Args:
        data: its bytes.
        limits: what is let in.
        charset: the encoding, where something outside the page names it.

    Raises:
        UnreadableError: if there is no text on it.
    """
    builder = Builder(limits)
    walk_page(decode_page(data, charset), builder)
    return builder.finish("html")


def walk_page(page: str, builder: Builder) -> None:
    """Put the text of a page into a builder."""
    reader = _Page(builder)
    for token in tokens(page):
        reader.take(token)
    reader.finish()


def decode_page(data: bytes, charset: str | None = None) -> str:
    """Decode a page: a mark, else UTF-8 that holds, else the encoding it names, else what the bytes show."""
    if has_mark(data):
        return decode(data)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    declared = _CHARSET.search(data[:8192])
    named = charset or (declared[1].decode("ascii") if declared else "")
    # Legacy bytes hide behind the Western names; decode() keeps them for repair.
    if named and _codec(named) not in (None, "utf-8", "cp1252", "iso8859-1", "ascii"):
        try:
            return data.decode(named)
        except (UnicodeDecodeError, LookupError):
            pass
    return decode(data)


def _codec(name: str) -> str | None:
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None


def _count(value: str) -> int:
    """Read how many columns or rows a cell takes; what is no number says one."""
    value = value.strip()
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 6 else 1


class _Page:
    """Takes the tokens of a page and gives its blocks to a flow."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._flow = Flow(builder)
        self._runs: list[Run] = []
        self._open: list[tuple[str, Chart | None]] = []
        self._numbers: list[int | None] = []
        self._label = ""

    def take(self, token: Token) -> None:
        """Take the next token."""
        if token.kind == "text":
            self._text(token.value)
        elif token.kind == "start":
            self._start(token.value, token.attributes)
        else:
            self._end(token.value)

    def finish(self) -> None:
        """End what is still open."""
        self._break()
        self._flow.finish()

    def _chart(self) -> Chart | None:
        return self._open[-1][1] if self._open else None

    def _text(self, text: str) -> None:
        if any(name == "pre" for name, _ in self._open[-8:]):
            self._runs.append(Run(text, self._chart()))
            return
        text = _SPACE.sub(" ", text)
        if text != " " or self._runs:
            self._runs.append(Run(text, self._chart()))

    def _break(self) -> None:
        """End the block."""
        if self._runs:
            text = join(self._runs, self._builder.notes)
            self._runs = []
            if text.strip(" \n\xa0"):
                self._flow.paragraph(self._label + text.lstrip(" \n\xa0") if self._label else text)
                self._label = ""

    def _start(self, name: str, given: str) -> None:
        if name == "br":
            self._runs.append(Run("\n", self._chart()))
            return
        if name in _BLOCKS:
            self._break()
            self._start_block(name, given)
        if name in _VOID:
            return
        if name in ("p", "li", "td", "th", "tr", "dd", "dt"):
            self._close_left_open(name)
        known = attributes(given) if "f" in given or "F" in given else {}
        self._open.append((name, self._font(known)))
        if name == "ol":
            start = attributes(given).get("start", "1")
            self._numbers.append(int(start) if start.isdecimal() and len(start) < 6 else 1)
        elif name in ("ul", "menu", "dir"):
            self._numbers.append(None)
        elif name == "li" and self._numbers and (number := self._numbers[-1]) is not None:
            self._label = f"{number}. "
            self._numbers[-1] = number + 1

    def _font(self, given: dict[str, str]) -> Chart | None:
        family = given.get("face") or ""
        if not family and (found := _FAMILY.search(given.get("style", ""))):
            family = found[1]
        return chart_of(family.split(",")[0]) if family else self._chart()

    def _start_block(self, name: str, given: str) -> None:
        if name == "table":
            self._flow.start_table()
        elif name == "tr":
            self._flow.start_row()
        elif name in ("td", "th"):
            spans = attributes(given) if "span" in given.lower() else {}
            self._flow.start_cell(_count(spans.get("colspan", "")), _count(spans.get("rowspan", "")))

    def _close_left_open(self, name: str) -> None:
        """Drop a ``<p>`` or ``<td>`` that the next one ends without an end tag."""
        cells = name in ("td", "th", "tr")
        for index in range(len(self._open) - 1, max(-1, len(self._open) - _REACH), -1):
            opened = self._open[index][0]
            if opened == name or (cells and opened in ("td", "th")):
                del self._open[index:]
                return
            if opened in _FENCES and not (cells and opened not in ("table", "tr")):
                return

    def _end(self, name: str) -> None:
        if name in _BLOCKS:
            self._break()
        if name == "table":
            self._flow.end_table()
        elif name == "tr":
            self._flow.end_row()
        elif name in ("ol", "ul", "menu", "dir") and self._numbers:
            self._numbers.pop()
        for index in range(len(self._open) - 1, max(-1, len(self._open) - _REACH), -1):
            if self._open[index][0] == name:
                del self._open[index:]
                return
