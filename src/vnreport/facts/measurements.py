"""Measurements: each number of a report with what it measures, when, where, by whom."""

from __future__ import annotations

import re

from vnreport.facts import absences, changes, indicators, naming
from vnreport.facts.naming import Reading
from vnreport.facts.numeric import Numeric, change_unit_of, unit_of
from vnreport.facts.scope import Clause, Scope
from vnreport.facts.words import durations, indicator_head, squeeze
from vnreport.layout import Sentence
from vnreport.report import (
    Change,
    Measurement,
    MoneyMention,
    PercentMention,
    QuantityMention,
    Span,
)


def find(scope: Scope) -> list[Measurement]:
    """Find the measurements of a text, in text order, without ids."""
    found: list[Measurement] = []
    for sentence in scope.layout.sentences:
        if scope.layout.boilerplate.overlaps(sentence.start, sentence.end) or _outside_body(scope, sentence):
            continue
        numbers = [
            m
            for m in scope.between(sentence.start, sentence.end)
            if isinstance(m, (MoneyMention, PercentMention, QuantityMention))
        ]
        stated = _Sentence(scope, sentence).read(numbers) if numbers else []
        stated += absences.find(scope, sentence)
        stated.sort(key=lambda fact: fact.evidence.start)
        found += stated
    return found


def _outside_body(scope: Scope, sentence: Sentence) -> bool:
    for block in (scope.layout.head, scope.layout.signature):
        if block is not None and block[0] <= sentence.start < block[1]:
            return True
    return False


class _Sentence:
    """The measurements of one sentence: later ones lean on earlier ones."""

    def __init__(self, scope: Scope, sentence: Sentence) -> None:
        self.scope = scope
        self.sentence = sentence
        self.facts: list[Measurement] = []
        self.ends: list[int] = []
        """Where the number of each fact ends, its change included."""
        self.changed = -1
        """Where the last change ends."""

    def read(self, numbers: list[Numeric]) -> list[Measurement]:
        floor = self.sentence.start
        skip: tuple[Numeric, changes.Direction | None] | None = None
        for index, mention in enumerate(numbers):
            if isinstance(mention, QuantityMention) and mention.unit.lower() in durations():
                continue
            if self._repeats(mention):
                continue
            clause = self.scope.clause(self.sentence, mention.start, mention.end)
            floor = max(floor, clause.start)
            left = self.scope.folded[floor : mention.start]
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            opens, way = changes.opens_pair(left)
            if opens and way is not None and mention.value_max is not None:
                self._compare(mention, clause, floor, way)
                floor = mention.end
                continue
            if opens and following is not None:
                close = changes.closes_pair(self.scope.folded[mention.end : following.start])
                if close is not None:
                    skip = (mention, way or close)
                    floor = mention.start
                    continue
            if skip is not None:
                self._state(mention, clause, floor, Change(direction=skip[1] or "up"), pair=skip[0])
                skip = None
            elif (compared := changes.against(left)) is not None:
                self._compare(mention, clause, floor, compared[0], (floor + compared[1], floor + compared[2]))
            elif (direction := changes.final_direction(left)) is not None:
                self._state(mention, clause, floor, Change(direction=direction))
            elif (direction := changes.amount_direction(left)) is not None:
                self._compare(mention, clause, floor, direction)
            else:
                self._state(mention, clause, floor, None)
            floor = mention.end
        return self.facts

    def _repeats(self, mention: Numeric) -> bool:
        """Tell whether a number in brackets says again what the sentence has said."""
        if not indicators.is_bracketed(self.scope, mention.start):
            return False
        if isinstance(mention, PercentMention) and 0 <= mention.start - self.changed <= 16:
            # "tăng 2 vụ (16,7%)": the same change once more.
            return True
        return any(fact.value == mention.value for fact in self.facts)

    def _compare(
        self,
        mention: Numeric,
        clause: Clause,
        floor: int,
        direction: changes.Direction,
        against: tuple[int, int] | None = None,
    ) -> None:
        """Take a number as the amount of a change: of the measurement before it, or of a subject."""
        scope = self.scope
        self.changed = mention.end
        change = Change(
            direction=direction,
            value=mention.value,
            unit=change_unit_of(mention),
            baseline=changes.baseline(scope.text, scope.folded, mention.end, clause.end),
        )
        if against is not None:
            change.baseline = squeeze(scope.text[against[0] : against[1]])
        verb = self._verb_start(floor, against[0] if against else mention.start)
        left = indicators.Left(floor, verb, "strong")
        name, headed = indicators.subject(scope, left)
        if isinstance(mention, PercentMention) and change.baseline is None:
            # "giảm 5% số vụ tai nạn": what changes stands behind.
            behind = indicators.behind(scope, mention.end, clause.end)
            name, headed = (behind, True) if behind else (name, headed)
        if not (name and headed) and (changed := self._changed(mention, clause)) is not None:
            if changed.change is None:
                changed.change = change
                changed.mentions.append(mention.id)
            return
        if not name and self.facts:
            name = self.facts[-1].indicator
        if not name:
            return
        fact = self._fact(mention, clause, name, 0.85 if headed else 0.7)
        fact.value, fact.value_max, fact.modifier, fact.unit = None, None, mention.modifier, unit_of(mention)
        fact.change = change
        self._add(fact, mention.end)

    def _changed(self, mention: Numeric, clause: Clause) -> Measurement | None:
        """Give the measurement that a change without a subject belongs to.

        The nearest that counts in the unit of the change; else the nearest of the clause, a share of a plan
        passed over (``đạt 5 tỷ đồng, bằng 98,5% dự toán, tăng 3%``).
        """
        about = indicators.about(self.scope, mention.end, clause.end)
        for fact in reversed(self.facts):
            same = fact.unit == unit_of(mention) and fact.unit != "%"
            said = about and (about in fact.indicator.lower() or fact.unit.lower() in about)
            if fact.change is None and (same or said):
                return fact
        for fact, end in zip(reversed(self.facts), reversed(self.ends), strict=True):
            if end < clause.start:
                return None
            if fact.unit != "%" or fact is self.facts[0] or not self._leans(fact):
                return fact
        return None

    def _leans(self, fact: Measurement) -> bool:
        """Tell whether a share has its indicator from the measurement before it."""
        index = self.facts.index(fact)
        return index > 0 and self.facts[index - 1].indicator == fact.indicator

    def _verb_start(self, floor: int, start: int) -> int:
        verbs = list(_CHANGE_VERB.finditer(self.scope.folded, max(floor, start - 60), start))
        return verbs[-1].start() if verbs else start

    def _state(
        self, mention: Numeric, clause: Clause, floor: int, change: Change | None, pair: Numeric | None = None
    ) -> None:
        """Take a number as a value."""
        scope = self.scope
        start = pair.start if pair is not None else mention.start
        at = self._verb_start(floor, start) if change is not None else start
        left = indicators.read_left(scope, floor, at)
        name, confidence = naming.indicator(
            Reading(scope, mention, clause, left), self.facts, change is not None
        )
        headed = indicator_head().match(name.lower()) is not None
        if not name:
            return
        fact = self._fact(mention, clause, name, confidence)
        fact.change = change
        if change is not None:
            change.baseline = changes.baseline(scope.text, scope.folded, mention.end, clause.end)
        else:
            same = changes.flat_baseline(scope.text, scope.folded, mention.end, clause.end)
            if same is not None:
                fact.change = Change(direction="flat", baseline=same)
        fact.action = self._action(clause, left, headed)
        if pair is not None:
            fact.mentions.insert(0, pair.id)
        self._add(fact, mention.end)

    def _action(self, clause: Clause, left: indicators.Left, headed: bool) -> str | None:
        """Give the verb that governs a number: its own, else that of the number before it in the clause."""
        if headed and left.linker != "weak":
            # "thu ngân sách đạt 5 tỷ đồng": the head is a noun, whatever verbs it is made of.
            return None
        verb = indicators.action(self.scope, left)
        if verb is None and self.facts and self.facts[-1].evidence.start == clause.start:
            return self.facts[-1].action
        return verb

    def _add(self, fact: Measurement, end: int) -> None:
        self.facts.append(fact)
        self.ends.append(end)

    def _fact(self, mention: Numeric, clause: Clause, name: str, confidence: float) -> Measurement:
        scope = self.scope
        period = scope.period(clause, mention.start, mention.end)
        return Measurement(
            evidence=Span(start=clause.start, end=clause.end),
            mentions=[mention.id],
            confidence=confidence,
            indicator=name,
            value=mention.value,
            value_max=mention.value_max,
            unit=unit_of(mention),
            modifier=mention.modifier,
            period=period,
            place=scope.place(clause, mention.start),
            organization=scope.organization(clause, mention.start),
            status=scope.status(clause, mention.start, period),
        )


_CHANGE_VERB = re.compile(
    r"(?<![^\W_])(?:tăng|giảm|gấp|vượt|cao\s+hơn|thấp\s+hơn|nâng|hụt|hạ|từ)(?![^\W_])|\+"
)
