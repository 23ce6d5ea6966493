"""Find citations of legal instruments."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.report import InstrumentMention


def find(text: str, layout: Layout) -> list[InstrumentMention]:
    """Find citations of legal instruments."""
    return []
