"""Find counted and measured quantities."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.mentions.numbers import NumberSpan
from vnreport.report import QuantityMention
from vnreport.spans import Spans


def find(text: str, layout: Layout, numbers: list[NumberSpan], taken: Spans) -> list[QuantityMention]:
    """Find counted and measured quantities."""
    return []
