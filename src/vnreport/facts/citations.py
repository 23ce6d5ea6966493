"""Citations: what the report does with each legal instrument."""

from __future__ import annotations

import re
from typing import cast

from vnreport.facts.scope import Scope
from vnreport.facts.words import relation_cue, squeeze
from vnreport.report import Citation, InstrumentMention, Relation, Span

_DRAFTING = re.compile(r"(?<![^\W_])(?:tham\s+mưu|trình|đề\s+xuất|đề\s+nghị)(?![^\W_])")
_GRANTED = re.compile(
    r"(?<![^\W_])(?:ban\s+hành|phê\s+duyệt|công\s+bố|thành\s+lập|giao|kèm|quy\s+hoạch|đề\s+án|danh\s+mục|chỉ\s+tiêu|"
    r"chương\s+trình|kế\s+hoạch|dự\s+án|chiến\s+lược|quy\s+chế)(?![^\W_])"
)
_FINED = re.compile(r"(?<![^\W_])(?:xử\s+phạt|phạt|tháo\s+dỡ|tịch\s+thu|tước|đình\s+chỉ)(?![^\W_])")
"""What an agency does with a rule for its ground: ``xử phạt …, căn cứ Điều 101 Nghị định …``."""
_CLOSED = re.compile(r"[^(]{0,240}?\)")
"""A bracket that closes behind a cue: the cue belongs to what stands in it."""
_NOUN = re.compile(r"(?:(?<!\w)|(?<=\w)(?=tờ))(?:tờ|hiệu\s+lực|điều\s+khoản)\s+$")
"""What makes a noun of the cue behind it: ``Tờ trình``, ``hiệu lực thi hành``."""
_WINDOW = 240
_ITEM = 8
"""How far into its line an instrument may stand for the heading to tell its relation, in characters."""
_NEAR = 40
"""How far before a later instrument of a row its own cue may stand, in characters."""


def find(scope: Scope) -> list[Citation]:
    """Find the citations of a text, in text order, without ids."""
    found: list[Citation] = []
    previous: tuple[InstrumentMention, Citation] | None = None
    for mention in scope.mentions:
        if not isinstance(mention, InstrumentMention):
            continue
        relation, confidence = _relation(scope, mention, previous)
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
        if previous is None or not _aside(scope, previous[0], mention):
            previous = (mention, fact)
    return found


def _in_title(other: InstrumentMention, mention: InstrumentMention) -> bool:
    """Tell whether an instrument is named in the title of the one before it."""
    return other.title is not None and " ".join(mention.text.split()) in other.title


def _aside(scope: Scope, other: InstrumentMention, mention: InstrumentMention) -> bool:
    """Tell whether an instrument stands in the title of the one before it, or in brackets behind it."""
    if _in_title(other, mention):
        return True
    between = scope.text[other.end : min(mention.start, other.end + 80)]
    opened = between.rfind("(")
    return opened >= 0 and ")" not in scope.text[other.end + opened : mention.start]


def _bounds(scope: Scope, mention: InstrumentMention) -> tuple[int, int]:
    sentence = scope.layout.sentence_at(mention.start)
    if sentence is None:
        return mention.start, mention.end
    clause = scope.clause(sentence, mention.start, mention.end)
    return clause.start, max(clause.end, mention.end)


def _evidence(scope: Scope, mention: InstrumentMention) -> Span:
    start, end = _bounds(scope, mention)
    return Span(start=start, end=end)


def _relation(
    scope: Scope, mention: InstrumentMention, previous: tuple[InstrumentMention, Citation] | None
) -> tuple[Relation, float]:
    """Read the relation off the nearest cue before the citation in its clause.

    Instruments in a row share the relation of the first, unless a cue stands right before a later one.
    """
    start, _ = _bounds(scope, mention)
    if previous is not None and _in_title(previous[0], mention):
        return "cites", 0.8
    pattern, kinds = relation_cue()
    floor = max(start, mention.start - _WINDOW)
    if previous is not None and previous[0].end > start:
        floor = max(previous[0].end, mention.start - _NEAR)
    cues = [
        cue
        for cue in pattern.finditer(scope.folded, floor, mention.start)
        if not _CLOSED.match(scope.folded, cue.end(), mention.start)
        and not _NOUN.search(scope.folded, max(0, cue.start() - 12), cue.start())
    ]
    if not cues:
        sentence = scope.layout.sentence_at(mention.start)
        if previous is not None and sentence is not None and previous[0].end > sentence.start:
            return previous[1].relation, previous[1].confidence
        return _announced(scope, mention)
    last = cues[-1]
    if previous is not None and previous[0].end > start and _coordinated(scope, last.end(), mention):
        return previous[1].relation, previous[1].confidence
    relation = kinds[squeeze(last.group())]
    if relation == "based_on" and _FINED.search(scope.folded, start, last.start()):
        relation = "cites"
    if relation == "issues" and _drafted(scope, mention, last.start()):
        # "tham mưu UBND tỉnh ban hành …": the report's own part is the draft.
        relation = "drafts"
    if relation == "cites" and _GRANTED.search(scope.folded, max(start, last.start() - 90), last.start()):
        # "Đề án … theo Quyết định …" names what was issued; "phạt theo Nghị định …" only the rule.
        relation = "issued_under"
    near = mention.start - last.end() < 60
    return cast(Relation, relation), 0.92 if near else 0.8


def _coordinated(scope: Scope, after: int, mention: InstrumentMention) -> bool:
    """Tell whether the cue has another object before a later instrument: ``sửa đổi Điều 10 và Nghị định``."""
    between = scope.folded[after : mention.start].rstrip()
    return between.endswith((" và", ",", ";")) and bool(between.strip(" ,;và"))


def _drafted(scope: Scope, mention: InstrumentMention, before: int) -> bool:
    sentence = scope.layout.sentence_at(mention.start)
    return sentence is not None and _DRAFTING.search(scope.folded, sentence.start, before) is not None


def _announced(scope: Scope, mention: InstrumentMention) -> tuple[Relation, float]:
    """Read the relation of a list item off the line or heading that announces the list."""
    sentence = scope.layout.sentence_at(mention.start)
    if sentence is None:
        return "cites", 0.6
    pattern, kinds = relation_cue()
    item = mention.start - sentence.start <= _ITEM
    spans = [scope.headings(sentence)[:1] if item else [], scope.announcing(sentence)]
    for first, last in (span for group in spans for span in group):
        cues = list(pattern.finditer(scope.folded, first, last))
        if cues:
            return cast(Relation, kinds[squeeze(cues[-1].group())]), 0.75
    return "cites", 0.7


def _organization(scope: Scope, mention: InstrumentMention) -> str | None:
    sentence = scope.layout.sentence_at(mention.start)
    if sentence is None:
        return scope.document.publisher
    drafting = _DRAFTING.search(scope.folded, sentence.start, mention.start)
    clause = scope.clause(sentence, mention.start, mention.end)
    return scope.organization(clause, drafting.start() if drafting else mention.start)
