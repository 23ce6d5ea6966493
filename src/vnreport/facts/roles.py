"""Roles: which office a person holds, where."""

from __future__ import annotations

import re
from functools import cache

from vnreport.facts.scope import Scope
from vnreport.lexicon import table
from vnreport.report import OrganizationMention, PersonMention, Role, Source, Span

_CONFIDENCE = 0.88
"""How often a role is right, as measured on the development half of the gold."""
_WINDOW = 250
"""How far from a name its offices are looked for, in characters."""
_BESIDE = re.compile(r"[\s,]{0,2}")
"""What may part an office from the agency that it is held in."""


def find(scope: Scope) -> list[Role]:
    """Find the roles of a text: one for each office that stands beside a mention of a person.

    Whoever signs for the document holds office in the agency that issues it, if no other is named.
    Ranks and degrees (``Thượng tá``, ``TS.``) are titles of the person and no roles.
    """
    found: list[Role] = []
    signed, signer_of = scope.layout.signature, scope.document.publisher
    for mention in scope.mentions:
        if not isinstance(mention, PersonMention):
            continue
        offices = [title for title in mention.titles if title.lower() not in _ranks()]
        if not offices:
            continue
        sentence = scope.layout.sentence_at(mention.start)
        start, end = (
            (sentence.start, max(sentence.end, mention.end)) if sentence else (mention.start, mention.end)
        )
        signs = signed is not None and signed[0] <= mention.start < signed[1]
        default = mention.organization or (signer_of if signs else None)
        agency, agency_source = default, Source(rule="person" if mention.organization else "signature")
        roles = []
        for title in reversed(offices):
            # "Chủ tịch Hội đồng, Giám đốc Công ty": an office without an agency is held in the next one's.
            written, own = _written(scope, mention, title)
            if own is not None:
                agency = own.name
                agency_source = Source(rule="beside", start=own.start, end=own.end)
            elif (named := mention.owner_of(title)) != mention.organization:
                agency, agency_source = named, Source(rule="person")
            sources = {"title": Source(rule="beside", start=written[0], end=written[1])} if written else {}
            if agency is not None:
                sources["organization"] = agency_source
            roles.append(
                Role(
                    evidence=Span(start=start, end=end),
                    mentions=[mention.id],
                    confidence=_CONFIDENCE,
                    person=mention.name,
                    title=title,
                    organization=agency,
                    sources=sources,
                )
            )
        found += reversed(roles)
    return found


def _written(
    scope: Scope, person: PersonMention, title: str
) -> tuple[tuple[int, int] | None, OrganizationMention | None]:
    """Find the words of an office beside a name, behind it first, and the agency that stands with them."""
    pattern = re.compile(rf"(?<![^\W_]){re.escape(title.lower())}(?![^\W_])")
    line = scope.text.find("\n", person.end, person.end + _WINDOW)
    limit = min(line if line >= 0 else len(scope.text), person.end + _WINDOW)
    match = pattern.search(scope.folded, person.end, limit)
    if match is None:
        before = list(pattern.finditer(scope.folded, max(0, person.start - _WINDOW), person.start))
        match = before[-1] if before else None
    if match is None:
        return None, None
    for other in scope.between(match.start(), match.end() + 3):
        inside = other.start < match.end()
        if isinstance(other, OrganizationMention) and (
            inside or _BESIDE.fullmatch(scope.text, match.end(), other.start)
        ):
            return match.span(), other
    return match.span(), None


@cache
def _ranks() -> frozenset[str]:
    rows = table("titles")
    return frozenset(
        form.lower() for row in rows if row["kind"] == "rank" for form in (row["form"], row["title"])
    )
