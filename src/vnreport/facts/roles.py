"""Roles: which office a person holds, where."""

from __future__ import annotations

from functools import cache

from vnreport.facts.scope import Scope
from vnreport.lexicon import table
from vnreport.report import PersonMention, Role, Span


def find(scope: Scope) -> list[Role]:
    """Find the roles of a text: one for each office that stands beside a mention of a person.

    Whoever signs for the document holds office in the agency that issues it, if no other is named.
    Ranks and degrees (``Thượng tá``, ``TS.``) are titles of the person and no roles.
    """
    found = []
    signed, signer_of = scope.layout.signature, scope.document.publisher
    for mention in scope.mentions:
        if not isinstance(mention, PersonMention):
            continue
        sentence = scope.layout.sentence_at(mention.start)
        start, end = (
            (sentence.start, max(sentence.end, mention.end)) if sentence else (mention.start, mention.end)
        )
        signs = signed is not None and signed[0] <= mention.start < signed[1]
        found += [
            Role(
                evidence=Span(start=start, end=end),
                mentions=[mention.id],
                confidence=0.92,
                person=mention.name,
                title=title,
                organization=mention.owner_of(title) or (signer_of if signs else None),
            )
            for title in mention.titles
            if title.lower() not in _ranks()
        ]
    return found


@cache
def _ranks() -> frozenset[str]:
    rows = table("titles")
    return frozenset(
        form.lower() for row in rows if row["kind"] == "rank" for form in (row["form"], row["title"])
    )
