"""Find percentages."""

from __future__ import annotations

from vnreport.mentions.numbers import NumberSpan
from vnreport.report import PercentMention


def find(text: str, numbers: list[NumberSpan]) -> list[PercentMention]:
    """Find percentages."""
    return []
