"""Find sums of money."""

from __future__ import annotations

from vnreport.mentions.numbers import NumberSpan
from vnreport.report import MoneyMention


def find(text: str, numbers: list[NumberSpan]) -> list[MoneyMention]:
    """Find sums of money."""
    return []
