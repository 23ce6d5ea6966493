"""What the cells of a table say: numbers with their sign, modifier and second end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from vnreport.facts.cells import Cell, is_number
from vnreport.facts.numeric import Numeric
from vnreport.facts.scope import Scope
from vnreport.mentions.numbers import parse_number
from vnreport.patterns import lazy
from vnreport.report import Modifier, MoneyMention, PercentMention, QuantityMention

_RANGE = lazy(
    r"(?:(?P<word>trên|dưới|khoảng|hơn|gần|từ|tối thiểu|tối đa|[<>≥≤~])\s*)?"
    r"(?P<low>\d[\d.,]*)(?:\s?(?:[-–]|đến)\s?(?P<high>\d[\d.,]*))?\s?%?"
)
_MODIFIERS: dict[str, Modifier] = {
    "trên": "over",
    "hơn": "over",
    ">": "over",
    "dưới": "under",
    "<": "under",
    "khoảng": "approx",
    "~": "approx",
    "gần": "nearly",
    "từ": "at_least",
    "tối thiểu": "at_least",
    "≥": "at_least",
    "tối đa": "at_most",
    "≤": "at_most",
}
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Value:
    """What a cell says."""

    value: Decimal
    number: Numeric | None = None
    """The mention that fills the cell."""
    value_max: Decimal | None = None
    modifier: Modifier = "exact"
    negative: bool = False


def read_value(scope: Scope, cell: Cell) -> Value | None:
    """Read a cell: a mention that fills it, a bare number, or two ends of a range; None where it is none."""
    if cell.start == cell.end:
        return None
    for m in scope.between(cell.start, cell.end):
        if m.end == cell.end and isinstance(m, (MoneyMention, PercentMention, QuantityMention)):
            word = scope.folded[cell.start : m.start].strip()
            if not word or word in _MODIFIERS or word in "+-–−≥":
                return Value(abs(m.value), m, m.value_max, m.modifier, word in ("-", "–", "−") or m.value < 0)
    words = scope.folded[cell.start : cell.end]
    if is_number(scope.text, cell):
        value = parse_number(words.strip("-+–−% \xa0()"))
        return None if value is None else Value(value, negative=words[0] in "-–−")
    match = _RANGE.fullmatch(words)
    if match is None or (match["word"] is None and match["high"] is None):
        return None
    low = parse_number(match["low"])
    high = parse_number(match["high"]) if match["high"] else None
    if low is None or (high is not None and high <= low) or _YEAR.fullmatch(match["low"]):
        return None
    return Value(low, None, high, _MODIFIERS.get(match["word"] or "", "exact"))
