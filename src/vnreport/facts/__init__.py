"""Facts: what the report states, built from mentions within their clauses."""

from __future__ import annotations

from vnreport.facts import citations, measurements, roles
from vnreport.facts.scope import Scope
from vnreport.layout import Layout
from vnreport.report import AnyFact, AnyMention, Document

__all__ = ["find_facts"]


def find_facts(text: str, layout: Layout, mentions: list[AnyMention], document: Document) -> list[AnyFact]:
    """Find the measurements, citations and roles, in text order, with ids.

    Args:
        text: the repaired text.
        layout: its shape.
        mentions: its mentions in text order, with their final ids.
        document: what the whole text says about itself; it fills what a fact's own sentence leaves out.
    """
    scope = Scope(text, layout, mentions, document)
    found: list[AnyFact] = [*measurements.find(scope), *citations.find(scope), *roles.find(scope)]
    del scope  # of a long text, what is next fits in its place
    order = {m.id: m.start for m in mentions}
    found.sort(key=lambda fact: order[fact.mentions[0]] if fact.mentions else _place(fact))
    for index, fact in enumerate(found, 1):
        fact.id = f"f{index}"
    return found


def _place(fact: AnyFact) -> int:
    """Give where a fact stands that no mention is in: at its value, else at its clause."""
    source = fact.sources.get("value")
    return source.start if source is not None and source.start is not None else fact.evidence.start
