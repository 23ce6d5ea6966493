"""The tags and texts of HTML, in linear time whatever the bytes are.

The parsers that were tried build a tree, or search to the end of the file again and again: on hostile
pages they take time that grows with the square of the size. The reader needs no tree.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

RAW = frozenset({
    "script", "style", "title", "template", "select", "svg", "math", "object", "iframe", "noscript",
    "noembed", "noframes", "xmp",
})  # fmt: skip
"""Elements whose content is no text of the page; it is passed over."""


class Token(NamedTuple):
    """A tag or a stretch of text."""

    kind: str
    """``text``, ``start`` or ``end``."""
    value: str
    """The text, its entities resolved, or the name of the tag in lower case."""
    attributes: str = ""
    """What stands in the tag behind its name, as it is."""


# Possessive throughout: nothing is tried twice. A quote counts behind an equals sign only.
_TAG = regex.compile(r"""</?([A-Za-z][^\s/>]*+)((?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+')?+|["'])*+)>""")
_BARE_TAG = regex.compile(r"</?([A-Za-z][^\s/>]*+)([^>]*+)>")
_ATTRIBUTE = regex.compile(r"""([^\s"'=<>/]++)\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]++))""")


def tokens(page: str) -> Iterator[Token]:
    """Take a page apart; comments, declarations and what :data:`RAW` names are left out."""
    skip = _Skip(page)
    tag, position = _TAG, 0
    last = page.rfind(">")
    while (left := page.find("<", position)) >= 0:
        if left > position:
            yield Token("text", html.unescape(page[position:left]))
        if left >= last:
            position = left
            break
        if page.startswith(("<!", "<?"), left):
            position = skip.declaration(left)
            continue
        found = tag.match(page, left)
        if found is None and tag is _TAG and _BARE_TAG.match(page, left):
            # A quote that nothing closes: from here on, quotes count no more.
            tag = _BARE_TAG
            found = tag.match(page, left)
        if found is None:
            yield Token("text", "<")
            position = left + 1
            continue
        position = found.end()
        name = found[1].lower()
        if page[left + 1] == "/":
            yield Token("end", name)
        elif name in RAW:
            position = position if found[2].endswith("/") else skip.element(name, position)
        else:
            yield Token("start", name, found[2])
    yield Token("text", html.unescape(page[position:]))


class _Skip:
    """Finds the ends of what is passed over; an end that is not there is searched for once."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._missing: set[str] = set()

    def declaration(self, left: int) -> int:
        """Give the offset behind a comment or declaration; there is a ``>`` behind ``left``."""
        if not self._page.startswith("<!--", left):
            return self._page.find(">", left) + 1
        end = -1 if "--" in self._missing else self._page.find("-->", left + 2)
        if end < 0:
            # A comment that nothing closes hides nothing.
            self._missing.add("--")
            return left + 4
        return end + 3

    def element(self, name: str, position: int) -> int:
        """Give the offset behind an element; one that nothing closes hides nothing, scripts and styles do."""
        if name in self._missing:
            return position
        found = _end_tag(name).search(self._page, position)
        if found is not None:
            return int(found.end())
        self._missing.add(name)
        return len(self._page) if name in ("script", "style") else position


@cache
def _end_tag(name: str) -> regex.Pattern[str]:
    return regex.compile(rf"</{name}\b[^>]{{0,200}}+>?", regex.IGNORECASE)


def attributes(text: str) -> dict[str, str]:
    """Give the attributes of a tag that have a value; names in lower case, the first of a name wins."""
    found: dict[str, str] = {}
    for match in _ATTRIBUTE.finditer(text[:20_000]):
        found.setdefault(match[1].lower(), html.unescape(match[2] or match[3] or match[4] or ""))
    return found
