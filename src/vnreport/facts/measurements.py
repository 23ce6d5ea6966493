"""Measurements: each number of a report with what it measures, when, where, by whom."""

from __future__ import annotations

from vnreport.base_model import compact
from vnreport.facts import absences, parts, tables
from vnreport.facts.scope import Scope
from vnreport.facts.statements import PARTS, Statements
from vnreport.facts.words import durations
from vnreport.patterns import lazy
from vnreport.report import Measurement, MoneyMention, PercentMention, QuantityMention
from vnreport.spans import Spans


def find(scope: Scope) -> list[Measurement]:
    """Find the measurements of a text, in text order, without ids."""
    found, cells = tables.find(scope)
    read = Spans(cells)
    before: list[Measurement] = []
    announced: list[Measurement] = []
    listed: Measurement | None = None
    end = 0
    for sentence in scope.layout.sentences:
        if scope.layout.boilerplate.overlaps(sentence.start, sentence.end) or scope.outside_body(
            sentence.start
        ):
            continue
        numbers = [
            m
            for m in scope.between(sentence.start, sentence.end)
            if isinstance(m, (MoneyMention, PercentMention, QuantityMention))
            and not read.overlaps(m.start, m.end)
            and not (isinstance(m, QuantityMention) and m.unit.lower() in durations())
        ]
        if scope.text.find("\n", end, sentence.start) >= 0:
            announced = announced if _ITEM.match(scope.text, sentence.start) else []
            before = []
        stated = Statements(scope, sentence, before, before or announced).read(numbers) if numbers else []
        if scope.text[sentence.end - 1] == ":":
            announced = stated or before
        wholes = before if PARTS.match(scope.folded, sentence.start) else []
        before, end = stated or (before if scope.text[sentence.end - 1] == ":" else []), sentence.end
        totals = parts.find_totals(scope, sentence)
        item = parts.find_item(scope, sentence, listed) if not numbers else []
        listed = listed if item else parts.last_count(stated)
        bare = [
            *item,
            *absences.find(scope, sentence),
            *totals,
            *parts.find(scope, sentence, [*wholes, *stated, *totals]),
        ]
        found += sorted([*stated, *bare], key=lambda fact: fact.evidence.start) if bare else stated
        for fact in (*stated, *bare):
            vars(fact)["sources"] = compact(fact.sources)
    return found


_ITEM = lazy(r"[-–+•*]|\d{1,2}[.)]\s|[a-zđ]\)")
"""What an item of a list opens with."""
