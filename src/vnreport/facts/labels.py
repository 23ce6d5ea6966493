"""Labels that open a paragraph with a time: ``b) Lũy kế 9 tháng năm 2019: …``."""

from __future__ import annotations

from vnreport.facts.held import WIDTH
from vnreport.facts.periods import Times
from vnreport.patterns import lazy
from vnreport.report import TimeMention

PART = lazy(r"[\s\-–+(]*(?:trong\s+đó|cụ\s+thể|riêng|bao\s+gồm|gồm)(?![^\W_])")
GOES_ON = lazy(
    r"[\s\-–+(]*(?:trong\s+đó|qua\s+đó|cụ\s+thể|bao\s+gồm|gồm|so(?:\s+với)?\s+cùng\s+k[ỳì])(?![^\W_])"
)
"""What opens a sentence that tells more of what the one before counts."""
COMPARES = lazy(r"[\s\-–+(]*so(?:\s+với)?\s+cùng\s+k[ỳì](?![^\W_])")
"""What opens a sentence that compares what the one before counts, and so has its time."""
LEADS = lazy(r"[;:.]\s*(?:(?:trong|tính|từ|đến|riêng|sang|bước\s+sang)\s+)*$")
"""What stands before a time that opens a clause."""
BEFORE_TIME = lazy(
    r"(?:[\s\-–+•*“]|\d{1,2}[.)]|[a-zđ]\)|(?:trong|tính|riêng|ước|dự\s+kiến|thực\s+hiện|cộng\s+dồn|l[ũu]y\s+kế|luỹ\s+kế)(?![^\W_]))*"
)
"""What may stand before words that tell the time of a whole sentence."""
_BRACKET = lazy(r"[\s)]*(?:\([^()]*\)\s*)?")
_LABEL = 90
"""The longest label that opens a paragraph with a time, in characters."""


def labelling(folded: str, times: Times, start: int) -> TimeMention | None:
    """Give the time of the label that opens the paragraph of a sentence at ``start``."""
    opening = folded.rfind("\n", max(0, start - WIDTH), start) + 1
    colon = folded.find(":", opening, min(opening + _LABEL, start))
    if colon < 0 or opening == 0:
        return None
    found = times.between(opening, colon)
    if not found or BEFORE_TIME.fullmatch(folded, opening, found[0].start) is None:
        return None
    return found[-1] if _BRACKET.fullmatch(folded, found[-1].end, colon) is not None else None
