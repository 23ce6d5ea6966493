"""Roles: which office a person holds, where."""

from __future__ import annotations

from vnreport.facts.scope import Scope
from vnreport.report import PersonMention, Role, Span


def find(scope: Scope) -> list[Role]:
    """Find the roles of a text: one for each title that stands beside a mention of a person."""
    found = []
    for mention in scope.mentions:
        if not isinstance(mention, PersonMention):
            continue
        sentence = scope.layout.sentence_at(mention.start)
        start, end = (
            (sentence.start, max(sentence.end, mention.end)) if sentence else (mention.start, mention.end)
        )
        found += [
            Role(
                evidence=Span(start=start, end=end),
                mentions=[mention.id],
                confidence=0.92,
                person=mention.name,
                title=title,
                organization=mention.organization,
            )
            for title in mention.titles
        ]
    return found
