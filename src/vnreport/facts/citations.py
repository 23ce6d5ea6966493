"""Citations: what the report does with each legal instrument."""

from __future__ import annotations

import re
from typing import cast

from vnreport.facts.scope import Scope
from vnreport.facts.words import relation_cue, squeeze
from vnreport.report import Citation, InstrumentMention, Relation, Span

_DRAFTING = re.compile(r"(?<![^\W_])(?:tham\s+mưu|trình|đề\s+xuất|đề\s+nghị)(?![^\W_])")
_COORDINATED = re.compile(r"[\s,;]*(?:(?:và|các|số|cùng|hoặc)\s*)*")
_WINDOW = 240


def find(scope: Scope) -> list[Citation]:
    """Find the citations of a text, in text order, without ids."""
    found: list[Citation] = []
    previous: tuple[InstrumentMention, Citation] | None = None
    for mention in scope.mentions:
        if not isinstance(mention, InstrumentMention):
            continue
        relation, confidence = _relation(scope, mention)
        if previous is not None and _COORDINATED.fullmatch(scope.folded, previous[0].end, mention.start):
            relation, confidence = previous[1].relation, previous[1].confidence
        fact = Citation(
            evidence=_evidence(scope, mention),
            mentions=[mention.id],
            confidence=confidence,
            code=mention.code,
            name=mention.name,
            relation=relation,
            organization=_organization(scope, mention),
        )
        found.append(fact)
        previous = (mention, fact)
    return found


def _bounds(scope: Scope, mention: InstrumentMention) -> tuple[int, int]:
    sentence = scope.layout.sentence_at(mention.start)
    if sentence is None:
        return mention.start, mention.end
    clause = scope.clause(sentence, mention.start, mention.end)
    return clause.start, max(clause.end, mention.end)


def _evidence(scope: Scope, mention: InstrumentMention) -> Span:
    start, end = _bounds(scope, mention)
    return Span(start=start, end=end)


def _relation(scope: Scope, mention: InstrumentMention) -> tuple[Relation, float]:
    """Read the relation off the nearest cue before the citation in its clause."""
    pattern, kinds = relation_cue()
    floor = max(_bounds(scope, mention)[0], mention.start - _WINDOW)
    cues = list(pattern.finditer(scope.folded, floor, mention.start))
    if not cues:
        return "cites", 0.7
    last = cues[-1]
    relation = kinds[squeeze(last.group())]
    if relation == "issues" and _DRAFTING.search(scope.folded, floor, last.start()):
        # "tham mưu UBND tỉnh ban hành …": the report's own part is the draft.
        relation = "drafts"
    near = mention.start - last.end() < 60
    return cast(Relation, relation), 0.92 if near else 0.8


def _organization(scope: Scope, mention: InstrumentMention) -> str | None:
    sentence = scope.layout.sentence_at(mention.start)
    if sentence is None:
        return scope.document.publisher
    drafting = _DRAFTING.search(scope.folded, sentence.start, mention.start)
    clause = scope.clause(sentence, mention.start, mention.end)
    return scope.organization(clause, drafting.start() if drafting else mention.start)
