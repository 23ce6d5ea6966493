"""Numbers torn at the dot of their thousands (``1.250. 000``), quarters glued to theirs (``quýII``)."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.patterns import lazy
from vnreport.repair.types import Replacement

_GAP = lazy(r"\.(?: |(?<= \.) ?)(?=\d{3})")
_TORN = lazy(r"(?<![\d.,/-])(\d{1,3}(?:\.\d{3})*)(\. | \. ?)(\d{3})(?:\.\d{3})*(?![\d])")
_QUARTER = lazy(r"(?<![^\W\d_])(?:[Qq]u|QU)[ýíÝÍ](?=(?:I{1,3}|IV)(?![^\W_]))")


def find(text: str) -> list[Replacement]:
    """Find torn numbers and quarters glued to theirs.

    A number never begins with a dot or with three noughts; behind thousands that are set apart, three
    digits more go on with them. Else a full stop between two numbers may end a sentence.
    """
    found = list(_torn(text))
    if "ýI" in text or "íI" in text or "ÝI" in text or "ÍI" in text:
        found += [Replacement(m.end(), m.end(), " ", "spacing", 0.95) for m in _QUARTER.finditer(text)]
    return found


def _torn(text: str) -> Iterator[Replacement]:
    last = 0
    for gap in _GAP.finditer(text):  # few are there, and each is scanned for much faster than a number
        start = gap.start()
        start -= text[start - 1 : start] == " " and not text[start - 2 : start - 1].isspace()
        while start and (text[start - 1].isdecimal() or text[start - 1] == "."):
            start -= 1
        match = _TORN.match(text, start) if start >= last else None
        if match:
            last = match.end()
            head, between, more = match.groups()
            if between == " ." or "." in head or more == "000":
                yield Replacement(*match.span(2), ".", "spacing", 0.9)
