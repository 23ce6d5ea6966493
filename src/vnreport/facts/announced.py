"""The line that announces a list: above its items, past those between."""

from __future__ import annotations

from bisect import bisect_left

from vnreport.facts import phrases as say
from vnreport.facts.scope import Scope
from vnreport.layout import Sentence

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
