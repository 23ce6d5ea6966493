"""Facts: what the report states, built from mentions within their clauses."""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.report import AnyFact, AnyMention, Document

__all__ = ["find_facts"]


def find_facts(text: str, layout: Layout, mentions: list[AnyMention], document: Document) -> list[AnyFact]:
    """Find the measurements, citations and roles, in text order, with ids."""
    return []
