"""Sections: the heading tree, with head, signature and boilerplate in their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnreport.layout.headings import RANK, Heading
from vnreport.layout.lines import Kind, Line
from vnreport.report import Section


class _Open:
    """A section that still grows."""

    __slots__ = ("end", "heading", "kind", "level", "order", "rank", "start", "style")

    def __init__(
        self, order: int, style: str, heading: str, kind: Kind, start: int, end: int, level: int
    ) -> None:
        self.order = order
        self.style = style
        self.rank = RANK.get(style, 0)
        self.heading = heading
        self.kind = kind
        self.start = start
        self.end = end
        self.level = level


class _Tree:
    """Builds the tree line by line."""

    def __init__(self) -> None:
        self.all: list[_Open] = []
        self.stack: list[_Open] = []
        self.block: _Open | None = None

    def add_block(self, kind: Kind, line: Line) -> None:
        """Add a line of boilerplate, head or signature; neighbours of one kind are one section."""
        if kind != "boilerplate":
            self.stack.clear()
        if self.block is not None and self.block.kind == kind:
            self.block.end = line.end
            return
        self.block = _Open(len(self.all), "", "", kind, line.start, line.end, 1)
        self.all.append(self.block)

    def add_heading(self, heading: Heading, text: str, line: Line) -> None:
        """Open a section, headed by ``text``, below the innermost one of a higher rank."""
        self.block = None
        rank = RANK[heading.style]
        stack = self.stack
        styles = [section.style for section in stack]
        if heading.style in styles:
            del stack[styles.index(heading.style) :]
        else:
            while stack and (stack[-1].rank > rank or not stack[-1].style):
                stack.pop()
        opened = _Open(len(self.all), heading.style, text, "body", line.start, line.end, len(stack) + 1)
        self.all.append(opened)
        stack.append(opened)
        self._grow(line.end)

    def add_text(self, line: Line) -> None:
        """Add a line of text to the innermost section."""
        self.block = None
        if not self.stack:
            opened = _Open(len(self.all), "", "", "body", line.start, line.end, 1)
            self.all.append(opened)
            self.stack.append(opened)
        self._grow(line.end)

    def _grow(self, end: int) -> None:
        for section in self.stack:
            section.end = end


def build_sections(lines: Sequence[Line], headings: Mapping[int, Heading], text: str) -> tuple[Section, ...]:
    """Give the sections of a text in text order, nested or disjoint.

    Args:
        lines: the logical lines with their kinds.
        headings: index of the line → heading.
        text: the whole text.
    """
    tree = _Tree()
    for index, line in enumerate(lines):
        if line.kind in ("boilerplate", "head", "signature"):
            tree.add_block(line.kind, line)
        elif index in headings:
            heading = headings[index]
            title = text[line.start : line.start + heading.length].strip()
            tree.add_heading(heading, title, line)
        else:
            tree.add_text(line)
    return tuple(_finish(tree.all))


def _finish(found: Sequence[_Open]) -> list[Section]:
    """Set the level of boilerplate within sections and make the models."""
    sections = []
    around: list[_Open] = []
    for item in found:
        while around and around[-1].end <= item.start:
            around.pop()
        if item.kind == "boilerplate":
            item.level = len(around) + 1
        around.append(item)
        kind = item.kind if item.kind != "title" else "body"
        sections.append(
            Section.model_construct(
                heading=item.heading, level=item.level, start=item.start, end=item.end, kind=kind
            )
        )
    return sections


def innermost(sections: Sequence[Section], starts: Sequence[int]) -> list[int]:
    """Give for each ascending offset the index of the innermost section that holds it; -1 for none."""
    found = []
    stack: list[int] = []
    at = 0
    for start in starts:
        while at < len(sections) and sections[at].start <= start:
            while stack and sections[stack[-1]].end <= sections[at].start:
                stack.pop()
            stack.append(at)
            at += 1
        while stack and sections[stack[-1]].end <= start:
            stack.pop()
        found.append(stack[-1] if stack else -1)
    return found
