"""The line that announces a list: above its items, past those between."""

from __future__ import annotations

from bisect import bisect_left
from typing import cast

from vnreport.facts import phrases as say
from vnreport.facts.citing import ISSUING, ITEM, WINDOW, Governor, heading_list
from vnreport.facts.scope import Scope
from vnreport.facts.words import Cue, relation_cues
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import InstrumentMention, Relation

_ITEMS = 60
"""How many items back the line above a list is looked for."""


def beside(scope: Scope, above: int, start: int) -> bool:
    """Tell whether two lines are items of one numbered list (``1. Quyết định …``, ``2. Nghị quyết …``)."""
    one, other = say.MARKER.match(scope.folded, above), say.MARKER.match(scope.folded, start)
    return one is not None and other is not None and one.lastgroup == other.lastgroup


def announcing(scope: Scope, sentence: Sentence) -> list[tuple[int, int]]:
    """Give the span of the line before a list item if it ends in a colon; nothing where there is none."""
    sentences = scope.layout.sentences
    index = bisect_left(sentences, sentence.start, key=lambda one: one.start)
    for at in range(index - 1, max(index - _ITEMS, -1), -1):
        before = sentences[at]
        if scope.text[before.end - 1] == ":":
            return [(before.start, before.end)]
        if scope.text[before.start] not in "-–+•*" and not beside(scope, before.start, sentence.start):
            break
    return []


def announced(scope: Scope, mention: InstrumentMention, sentence: Sentence | None) -> Governor:
    """Read the relation of a list item off the line or heading that announces the list."""
    if sentence is None:
        return Governor("cites", 0.6, "default")
    folded = scope.folded
    near = mention.start - sentence.start <= ITEM
    alone = near and say.ITEM_OPENS.fullmatch(folded, sentence.start, mention.start) is not None
    item = alone or bool(
        say.QUOTED_PART.match(folded, sentence.start, min(mention.start, sentence.start + WINDOW))
    )
    above = [span for span in scope.headings(sentence) if not beside(scope, span[0], sentence.start)]
    spans = [*(above[:1] if item else []), *announcing(scope, sentence)]
    for first, last in spans:
        cues = [c for c in relation_cues(folded, first, last) if c.reach in ("", "above")]
        if cues:
            # "Căn cứ thực hiện", "Căn cứ xây dựng kế hoạch": the noun that opens the heading tells.
            grounds = say.GROUNDS_ABOVE.match(folded, first, last) and cues[0].relation == "based_on"
            cue = cues[0] if grounds else cues[heading_list(folded, cues, last) - 1]
            if _has_object(scope, cue, last) or (
                cue.relation == "issued_under" and _goes_on(folded, cue, last)
            ):
                continue  # "… theo Công văn số 237, xin trả lời như sau:": its object is no list
            behind = say.AGENT.fullmatch(folded[cue.end : last].strip(" :"))
            undone = behind and cue.relation in ("amends", "repeals")
            relation = "amended_by" if undone else cue.relation
            if relation in ISSUING and any(c.asks for c in cues):
                relation = "drafts"
            relation = "cites" if relation == "adopts" else relation
            return Governor(cast(Relation, relation), 0.75, "heading", (cue.start, cue.end))
    return _said_before(scope, mention, sentence) or Governor("cites", 0.7, "default")


_BY_LAW = lazy(r"\s*(?:của\s+)?(?:pháp\s+luật|hiện\s+hành)(?![^\W_])")


def _goes_on(folded: str, cue: Cue, end: int) -> bool:
    """Tell whether a cue has its object in its line: ``theo quy định của pháp luật như sau:``."""
    return _BY_LAW.match(folded, cue.end, end) is not None


def _has_object(scope: Scope, cue: Cue, end: int) -> bool:
    """Tell whether a cue that announces nothing governs an instrument of its own line."""
    if cue.relation not in say.ADVERBIAL and cue.relation not in ("implements", "guides"):
        return False
    return any(isinstance(m, InstrumentMention) for m in scope.between(cue.end, end))


def _said_before(scope: Scope, mention: InstrumentMention, sentence: Sentence) -> Governor | None:
    """Read the relation of a list off the sentence before: ``… 26 nghị quyết. Một số nghị quyết: …``."""
    folded, start = scope.folded, mention.start
    if (
        mention.refers_to is not None
        or say.LISTS.search(folded, max(sentence.start, start - say.LISTED), start) is None
    ):
        return None
    before = scope.sentence_before(sentence)
    cues = relation_cues(folded, before.start, before.end) if before is not None else ()
    found = [c for c in cues if c.relation in (*ISSUING, "drafts") and not c.reach]
    if not found:
        return None
    relation: Relation = "drafts" if any(c.asks for c in found) else "issues"
    return Governor(relation, 0.75, "heading", (found[-1].start, found[-1].end))
