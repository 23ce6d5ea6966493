"""Tone marks that stand apart from their letters, as PDF files with decomposed text give them.

Some readers put a space before each mark (``thiê ̣t ha ̣i``): the mark goes back to the letter before
the space. Others take all marks of a line out of its words and put them behind it (``Giao duc. ́ ̣``): whose
each was is not known for sure, so they go, and the words are restored as words that lost their tones.
"""

from __future__ import annotations

import unicodedata

from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.types import Damage, Replacement
from vnreport.repair.words import fragments

_MARK = "\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b"
_APART = lazy(rf"(?<=[^\W\d_]) [{_MARK}]+(?=[^\W\d_])")
"""A mark that the rest of its word follows: only a mark set apart from its letter stands so."""
_BEHIND = lazy(rf"(?<=[aăâeêioôơuưyAĂÂEÊIOÔƠUƯY]) [{_MARK}]+(?![{_MARK}])")
_RUN = lazy(rf"(?:[ \t]+[{_MARK}])+(?![^\W\d_{_MARK}])")
_FEW = 2
"""So many words without their tones show that the marks are theirs."""


_MARKS = frozenset(_MARK)


def may_hold(seen: Look) -> bool:
    """Tell whether there are combining marks."""
    return not _MARKS.isdisjoint(seen.unusual)


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find loose marks, and give what to put for them and the space before."""
    text = seen.text
    found = [_joined(text, *m.span()) for m in _APART.finditer(text)]
    if found:
        taken = {change.end for change in found}
        found += [_joined(text, *m.span()) for m in _BEHIND.finditer(text) if m.end() not in taken]
        return sorted(found)
    runs = [m.span() for m in _RUN.finditer(text)]
    if not runs or sum(fragments().get(word) == "toneless" for word in text.split()) < _FEW:
        return []  # they are spoken of: ``dấu sắc ( ́ )``
    return [Replacement(start, end, "", "invisible", 0.9) for start, end in runs]


def _joined(text: str, start: int, end: int) -> Replacement:
    marks = text[start:end].lstrip(" ")
    return Replacement(start - 1, end, unicodedata.normalize("NFC", text[start - 1] + marks), "nfc", 0.95)
