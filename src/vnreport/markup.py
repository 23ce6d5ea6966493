"""Markup: the signs of Markdown that converters leave in a text (``**bold**``, ``# heading``, links).

Vietnamese text itself has none of them: a pair of double stars encloses what was bold. Other signs have
meanings of their own (``*`` opens an item or a note, ``#`` a tag), and count as markup only in a text that is
marked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.patterns import lazy

_SURE = lazy(
    r"(?<![*\w])(?P<bold>\*{2,3})(?=[^\s*])[^*\n]{1,500}(?P=bold)(?!\*)"
    r"|(?<![*])(?P<glued>\*\*)(?=[^\s*])[^*\n]{1,500}(?<=[^\s*])\*\*(?![*\w])"
    r"|^[^\S\n]{0,3}(?P<heading>#{1,6}[^\S\n]+)(?=[^\s#])"
    r"|(?P<image>!\[[^\[\]\n]{0,300}\]\([^()\s]{1,500}\))"
    r"|(?<!!)\[(?P<link>[^\[\]\n]{1,300})\]\((?:https?://|/|#)[^()\s]{0,500}(?:\s\"[^\"\n]{0,200}\")?\)",
    re.MULTILINE,
)
_ALSO = lazy(
    r"(?<![*\w])(?P<star>\*)(?=[^\s*])[^*\n]{1,300}(?<=[^\s*])\*(?![*\w])"
    r"|(?<![_\w])(?P<low>__?)(?=[^\s_])[^_\n]{1,300}(?<=[^\s_])(?P=low)(?![_\w])"
    r"|(?P<escape>\\)(?=[-.*_#+()\[\]!>|~])"
    r"|^[^\S\n]{0,3}(?P<quote>>[^\S\n]?)(?!>)",
    re.MULTILINE,
)
_SIGNS = ("**", "](", "# ")
_ENOUGH = 3
"""So many signs make a text marked up."""


def markup(text: str) -> list[tuple[int, int]]:
    """Give the spans of a text that are signs of Markdown, in text order; they may be left out."""
    if not any(sign in text for sign in _SIGNS):
        return []
    spans = list(_sure(text))
    if len(spans) >= _ENOUGH:
        taken = set(spans)
        inside = {at for start, end in spans for at in range(start, end)}
        taken.update(span for span in _also(text) if not inside.intersection(range(*span)))
        spans = list(taken)
    return sorted(spans)


def _sure(text: str) -> Iterator[tuple[int, int]]:
    for match in _SURE.finditer(text):
        start, end = match.span()
        if match.lastgroup == "link":
            yield start, start + 1
            yield match.end("link"), end
        elif match.lastgroup in ("bold", "glued"):
            size = len(match[match.lastgroup])
            yield start, start + size
            yield end - size, end
        else:
            yield match.span(match.lastgroup or 0)


def _also(text: str) -> Iterator[tuple[int, int]]:
    for match in _ALSO.finditer(text):
        name = match.lastgroup or ""
        yield match.span(name)
        if name in ("star", "low"):
            yield match.end() - len(match[name]), match.end()
