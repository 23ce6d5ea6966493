"""Find people."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.report import OrganizationMention, PersonMention


def find(text: str, layout: Layout, organizations: list[OrganizationMention]) -> list[PersonMention]:
    """Find people."""
    return []
