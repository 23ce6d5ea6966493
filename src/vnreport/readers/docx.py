"""Word files (.docx): paragraphs with their list numbers, tables, footnotes; runs in legacy fonts decoded."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from vnreport.readers.archive import Archive
from vnreport.readers.builder import Builder, SourceText
from vnreport.readers.errors import UnreadableError
from vnreport.readers.flow import Flow
from vnreport.readers.fonts import Chart, Run, chart_of, join
from vnreport.readers.limits import Limits
from vnreport.readers.numbering import Numbering
from vnreport.readers.styles import Styles
from vnreport.readers.xml import parse

_MAIN = "/officeDocument"
_NOTES = ("/footnotes", "/endnotes")
# What is there and not shown: deletions, moved text's old place, the twin for old programs, codes of fields.
_UNSEEN = frozenset({
    "del", "moveFrom", "Fallback", "instrText", "delText", "delInstrText",
})  # fmt: skip
_SIGNS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}


def read_docx(archive: Archive, limits: Limits) -> SourceText:
    """Read a Word file.

    Args:
        archive: its inside.
        limits: what is let in.

    Raises:
        UnreadableError: if it is damaged or holds no text.
    """
    main = next(iter(_targets(archive, "", (_MAIN,))), "word/document.xml")
    if main not in archive.names():
        raise UnreadableError("is a damaged Word file (it has no document inside); fetch it again")
    numbering, styles = Numbering(), Styles()
    for kind, handler in (("/numbering", numbering), ("/styles", styles)):
        for name in _targets(archive, main, (kind,)):
            parse(archive.read(name), handler)
    builder = Builder(limits)
    if main.endswith((".docm", "vbaProject.bin")) or any(
        n.endswith("vbaProject.bin") for n in archive.names()
    ):
        builder.notes.append("has macros, which were not run")
    for name in [main, *_targets(archive, main, _NOTES)]:
        body = _Body(Flow(builder), numbering, styles)
        parse(archive.read(name), body)
        body.finish()
    return builder.finish("docx")


class _Relations:
    """Collects the targets of a ``.rels`` file by the end of their type."""

    def __init__(self) -> None:
        self.targets: list[tuple[str, str]] = []

    def start(self, tag: str, given: dict[str, str]) -> None:
        if tag == "Relationship" and given.get("TargetMode") != "External":
            self.targets.append((given.get("Type", ""), given.get("Target", "")))

    def end(self, tag: str) -> None: ...

    def data(self, text: str) -> None: ...


def _targets(archive: Archive, name: str, kinds: tuple[str, ...]) -> list[str]:
    """Give the parts that a part (the package itself for an empty name) is related to in one of the ways."""
    folder, file = posixpath.split(name)
    relations = posixpath.join(folder, "_rels", f"{file}.rels")
    present = set(archive.names())
    if relations not in present:
        return []
    found = _Relations()
    parse(archive.read(relations), found)
    paths = [
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        for kind, target in found.targets
        if kind.endswith(kinds)
    ]
    return [path for path in paths if path in present]


@dataclass(slots=True)
class _Paragraph:
    runs: list[Run] = field(default_factory=list)
    style: str = ""
    number: str | None = None
    level: int | None = None


class _Body:
    """Takes the events of the document and gives its paragraphs to a flow."""

    def __init__(self, flow: Flow, numbering: Numbering, styles: Styles) -> None:
        self._flow = flow
        self._numbering = numbering
        self._styles = styles
        # Text boxes stand inside runs of paragraphs.
        self._paragraphs: list[_Paragraph] = []
        self._unseen = 0
        self._in_text = False
        self._in_properties = 0
        self._font = ""
        self._run_style = ""
        self._vanish = False

    def start(self, tag: str, given: dict[str, str]) -> None:
        """Take the start of an element."""
        if self._unseen or tag in _UNSEEN:
            self._unseen += 1
        elif tag == "p":
            self._paragraphs.append(_Paragraph())
        elif tag == "r":
            self._font = self._run_style = ""
            self._vanish = False
        elif tag in ("rPr", "pPr"):
            self._in_properties += 1
        elif tag == "t":
            self._in_text = True
        elif self._in_properties:
            self._property(tag, given)
        elif tag in _SIGNS:
            self._say(_SIGNS[tag])
        elif tag == "softHyphen" and self._chart() is not None:
            self._say("\xad")  # in TCVN3 it is a letter
        elif tag == "tbl":
            self._flow.start_table()
        elif tag == "tr":
            self._flow.start_row()
        elif tag == "tc":
            self._flow.start_cell()
        elif tag in ("gridSpan", "gridBefore") and (across := given.get("val", "")).isdecimal():
            if tag == "gridBefore":
                self._flow.start_cell()
            self._flow.widen_cell(int(across[:4]))

    def _property(self, tag: str, given: dict[str, str]) -> None:
        value = given.get("val", "")
        paragraph = self._paragraphs[-1] if self._paragraphs else _Paragraph()
        if tag == "rFonts":
            self._font = given.get("ascii") or given.get("hAnsi") or ""
        elif tag == "rStyle":
            self._run_style = value
        elif tag == "vanish":
            self._vanish = value not in ("0", "false")
        elif tag == "pStyle":
            paragraph.style = value
        elif tag == "numId":
            paragraph.number = value
        elif tag == "ilvl" and value.isdecimal() and len(value) < 3:
            paragraph.level = int(value)

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        if self._unseen:
            self._unseen -= 1
        elif tag == "t":
            self._in_text = False
        elif tag in ("rPr", "pPr"):
            self._in_properties -= 1
            if tag == "pPr":
                self._vanish = False  # that was the paragraph mark's
        elif tag == "p" and self._paragraphs:
            self._give(self._paragraphs.pop())
        elif tag == "tr":
            self._flow.end_row()
        elif tag == "tbl":
            self._flow.end_table()

    def data(self, text: str) -> None:
        """Take text."""
        if self._in_text and not self._unseen:
            self._say(text)

    def finish(self) -> None:
        """End what is still open."""
        self._flow.finish()

    def _chart(self) -> Chart | None:
        style = self._paragraphs[-1].style if self._paragraphs else ""
        font = self._font or self._styles.font(self._run_style) or self._styles.font(style)
        return chart_of(font or self._styles.default_font())

    def _say(self, text: str) -> None:
        if self._paragraphs and not self._vanish:
            self._paragraphs[-1].runs.append(Run(text, self._chart()))

    def _give(self, paragraph: _Paragraph) -> None:
        text = join(paragraph.runs, self._flow.builder.notes)
        number, level = self._styles.list_of(paragraph.style)
        number = number if paragraph.number is None else paragraph.number
        level = level if paragraph.level is None else paragraph.level
        # An empty paragraph of a list shows its number too, and says nothing.
        label = self._numbering.label(number, level) if number not in ("", "0") else ""
        if text.strip():
            self._flow.paragraph(label + text.lstrip(" ") if label else text)
