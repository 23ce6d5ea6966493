"""Find organisations."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.report import OrganizationMention


def find(text: str, layout: Layout) -> list[OrganizationMention]:
    """Find organisations."""
    return []
