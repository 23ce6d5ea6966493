"""Find places."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.report import OrganizationMention, PlaceMention


def find(text: str, layout: Layout, organizations: list[OrganizationMention]) -> list[PlaceMention]:
    """Find places."""
    return []
