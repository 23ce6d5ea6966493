"""Find named programmes."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.report import InstrumentMention, ProgrammeMention


def find(text: str, layout: Layout, instruments: list[InstrumentMention]) -> list[ProgrammeMention]:
    """Find named programmes."""
    return []
