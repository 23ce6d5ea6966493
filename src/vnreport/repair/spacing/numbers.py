"""Numbers torn at the dot of their thousands (``1.250. 000``), quarters glued to theirs (``quýII``)."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.repair.types import Replacement

_TORN = lazy(r"(?<![\d.,/-])(\d{1,3}(?:\.\d{3})*)(\. | \. ?)(\d{3})(?:\.\d{3})*(?![\d])")
_GROUPED = lazy(r"\.\d{3}\. \d{3}(?!\d)")
_QUARTER = lazy(r"(?<![^\W\d_])(?:[Qq]u|QU)[ýíÝÍ](?=(?:I{1,3}|IV)(?![^\W_]))")


def find(text: str) -> list[Replacement]:
    """Find torn numbers and quarters glued to theirs.

    A number never begins with a dot or with three noughts; behind thousands that are set apart, three
    digits more go on with them. Else a full stop between two numbers may end a sentence.
    """
    found: list[Replacement] = []
    if " ." in text or ". 000" in text or _GROUPED.search(text):
        for match in _TORN.finditer(text):
            head, gap, more = match.groups()
            if gap == " ." or "." in head or more == "000":
                found.append(Replacement(*match.span(2), ".", "spacing", 0.9))
    if "ýI" in text or "íI" in text or "ÝI" in text or "ÍI" in text:
        found += [Replacement(m.end(), m.end(), " ", "spacing", 0.95) for m in _QUARTER.finditer(text)]
    return found
