"""Marks over a text as HTML: spans may nest, cross and be empty, the visible text stays the same."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

_TEXT = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        # A browser reads a bare carriage return as a line feed.
        "\r": "&#13;",
        # HTML has no way to say U+0000.
        "\0": "\ufffd",
    }
)


def escape(text: str) -> str:
    """Escape a text for element content and quoted attributes."""
    return text.translate(_TEXT)


@dataclass(frozen=True, slots=True)
class Mark:
    """An element around ``text[start:end]``.

    A mark that crosses another is written in pieces; only the first piece carries the ``first`` attributes.
    """

    start: int
    end: int
    rank: int
    """Of marks with the same span, the one of lower rank is the outer one."""
    tag: str
    attributes: str
    """Attributes of every piece, escaped, with a leading space."""
    first: str = ""
    """Attributes of the first piece only, such as its ``id``."""

    def opening(self, first: bool) -> str:
        """Give the start tag of a piece."""
        return f"<{self.tag}{self.attributes}{self.first if first else ''}>"

    @property
    def closing(self) -> str:
        """The end tag."""
        return f"</{self.tag}>"


def weave(text: str, marks: Iterable[Mark]) -> str:
    """Write a text with marks as HTML.

    Args:
        text: the text; its characters appear escaped, in order, each once.
        marks: spans within the text, in any order.

    Returns:
        Well-nested HTML whose text content is ``text`` (U+FFFD for U+0000).

    Raises:
        ValueError: if a mark lies outside the text.
    """
    ordered = sorted(marks, key=lambda mark: (mark.start, -mark.end, mark.rank))
    for mark in ordered:
        if not 0 <= mark.start <= mark.end <= len(text):
            raise ValueError(f"mark {mark.start}:{mark.end} lies outside the text")
    begins = {at: list(group) for at, group in groupby(ordered, key=lambda mark: mark.start)}
    parts: list[str] = []
    open_marks: list[Mark] = []
    before = 0
    for at in sorted({offset for mark in ordered for offset in (mark.start, mark.end)}):
        parts.append(escape(text[before:at]))
        before = at
        _close(at, open_marks, parts)
        for mark in begins.get(at, ()):
            parts.append(mark.opening(first=True))
            if mark.end == at:
                parts.append(mark.closing)
            else:
                open_marks.append(mark)
    parts.append(escape(text[before:]))
    return "".join(parts)


def _close(at: int, open_marks: list[Mark], parts: list[str]) -> None:
    """Close the marks that end here; those opened inside them that go on are opened anew."""
    outermost = next((index for index, mark in enumerate(open_marks) if mark.end == at), None)
    if outermost is None:
        return
    going_on = []
    while len(open_marks) > outermost:
        mark = open_marks.pop()
        parts.append(mark.closing)
        if mark.end > at:
            going_on.append(mark)
    for mark in reversed(going_on):
        parts.append(mark.opening(first=False))
        open_marks.append(mark)
