"""Measurements: each number of a report with what it measures, when, where, by whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from vnreport.facts import changes, indicators
from vnreport.facts.scope import Clause, Scope
from vnreport.facts.words import (
    alternatives,
    column,
    durations,
    measures,
    squeeze,
    status_cue,
    target_heading,
)
from vnreport.layout import Sentence
from vnreport.report import (
    Change,
    Measurement,
    MoneyMention,
    PercentMention,
    QuantityMention,
    Span,
)

Numeric = MoneyMention | PercentMention | QuantityMention
Status = Literal["result", "target", "limit"]


@dataclass(slots=True)
class _Reading:
    """A number on its way to a measurement."""

    mention: Numeric
    clause: Clause
    left: indicators.Left


_EMPTY_HEADS = frozenset(("số", "tổng", "tổng số", "số lượng", "tổng cộng", "mức"))
"""Heads that say nothing without a complement: ``nâng tổng số lên 2.415 hội viên``."""


def unit_of(mention: Numeric) -> str:
    """Give the unit of a measurement: the currency, ``%`` or the counted unit."""
    if isinstance(mention, MoneyMention):
        return mention.currency
    if isinstance(mention, PercentMention):
        return "%"
    return mention.unit


def change_unit_of(mention: Numeric) -> str:
    """Give the unit of a change; percentage points are told from per cent."""
    if isinstance(mention, PercentMention) and mention.points:
        return "điểm phần trăm"
    return unit_of(mention)


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
        stated += _absences(scope, sentence)
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
        self.headings = scope.headings(sentence)

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
        return any(fact.value == mention.value for fact in self.facts)

    def _compare(self, mention: Numeric, clause: Clause, floor: int, direction: changes.Direction) -> None:
        """Take a number as the amount of a change: of the measurement before it, or of a subject."""
        scope = self.scope
        change = Change(
            direction=direction,
            value=mention.value,
            unit=change_unit_of(mention),
            baseline=changes.baseline(scope.text, scope.folded, mention.end, clause.end),
        )
        left = indicators.Left(floor, self._verb_start(floor, mention.start), "strong")
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
        name, confidence = self._indicator(_Reading(mention, clause, left), change is not None)
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
        fact.action = indicators.action(scope, left)
        if fact.action is None and self.facts and _COORDINATION.fullmatch(scope.folded, floor, mention.start):
            fact.action = self.facts[-1].action
        if pair is not None:
            fact.mentions.insert(0, pair.id)
        self._add(fact, mention.end)

    def _add(self, fact: Measurement, end: int) -> None:
        self.facts.append(fact)
        self.ends.append(end)

    def _indicator(self, reading: _Reading, changed: bool) -> tuple[str, float]:
        """Name what a number measures, and how sure that is."""
        scope, mention, left = self.scope, reading.mention, reading.left
        name, headed = indicators.subject(scope, left)
        if isinstance(mention, QuantityMention):
            return self._counted(reading, name, headed, changed)
        if indicators.is_bracketed(scope, mention.start) and self.facts and not headed:
            return self.facts[-1].indicator, 0.75
        if indicators.names_plan(name):
            name, headed = "", False
        if name and (headed or left.linker in ("strong", "")):
            return name, 0.95 if headed else 0.8
        following = indicators.behind(scope, mention.end, reading.clause.end)
        if isinstance(mention, PercentMention) and following and left.linker != "strong":
            return following, 0.8
        if self.facts:
            return self.facts[-1].indicator, 0.8
        if name:
            return name, 0.65
        if following:
            return following, 0.6
        if self.headings:
            return indicators.heading_indicator(scope, self.headings[0]), 0.6
        return "", 0.0

    def _counted(self, reading: _Reading, name: str, headed: bool, changed: bool) -> tuple[str, float]:
        """Name what a quantity measures: the named indicator before it, or the counted phrase."""
        mention, left = reading.mention, reading.left
        assert isinstance(mention, QuantityMention)
        if left.linker == "preposition":
            name, headed = "", False
        measure = is_measure(mention)
        weak = mention.unit.lower() in column("weak_nouns", "noun")
        bare = mention.what.strip().lower() == mention.unit.strip().lower()
        named = left.linker == "strong" or left.opens_with_head or (measure and bare)
        if name and headed and named and name.lower() not in _EMPTY_HEADS:
            return name, 0.95
        if name and bare and (measure or weak) and (left.linker == "strong" or changed):
            return name, 0.8
        if name and bare and indicators.is_bracketed(self.scope, mention.start):
            return name, 0.8
        if bare and measure:
            alike = [f for f in self.facts if f.unit == mention.unit] or self.facts[-1:]
            if alike:
                return alike[-1].indicator, 0.7
            return (name or mention.what), 0.7
        return self._phrase(reading, name, bare, weak)

    def _phrase(self, reading: _Reading, name: str, bare: bool, weak: bool) -> tuple[str, float]:
        """Give the counted phrase, with what the text says of it where the noun alone says too little."""
        mention, left = reading.mention, reading.left
        assert isinstance(mention, QuantityMention)
        phrase = mention.what
        if is_measure(mention):
            phrase = phrase[len(mention.unit) :].strip() or phrase
        more = indicators.modifying_verb(self.scope, mention.end, reading.clause.end, bare)
        if bare and weak and not more:
            # "khiển trách 16 đồng chí": the verb or label before the number says what is counted.
            verb = indicators.action(self.scope, left) or (name if 0 < len(name.split()) <= 4 else "")
            return f"{verb} {phrase}".strip(), 0.75
        return phrase + more, 0.85 if bare else 0.92

    def _fact(self, mention: Numeric, clause: Clause, name: str, confidence: float) -> Measurement:
        scope = self.scope
        return Measurement(
            evidence=Span(start=clause.start, end=clause.end),
            mentions=[mention.id],
            confidence=confidence,
            indicator=name,
            value=mention.value,
            value_max=mention.value_max,
            unit=unit_of(mention),
            modifier=mention.modifier,
            period=scope.period(clause, mention.start, mention.end),
            place=scope.place(clause, mention.start),
            organization=scope.organization(clause, mention.start),
            status=self._status(clause, mention.start),
        )

    def _status(self, clause: Clause, start: int) -> Status:
        pattern, kinds = status_cue()
        cues = list(pattern.finditer(self.scope.folded, clause.start, start))
        if cues:
            status = kinds[squeeze(cues[-1].group())]
            return "limit" if status == "limit" else "target"
        for first, last in self.headings:
            if target_heading().search(self.scope.folded, first, last):
                return "target"
        return "result"


def is_measure(mention: QuantityMention) -> bool:
    """Tell whether a quantity is measured (``ha``, ``tấn/ha``) rather than counted."""
    return mention.unit.lower().split("/")[0] in measures()


_CHANGE_VERB = re.compile(
    r"(?<![^\W_])(?:tăng|giảm|gấp|vượt|cao\s+hơn|thấp\s+hơn|nâng|hụt|hạ|từ)(?![^\W_])|\+"
)
_COORDINATION = re.compile(r"\s*(?:,|và|cùng|,\s*và)?\s*")
_ABSENCE = re.compile(
    r"(?<![^\W_])(?:không|chưa)\s+(?:có|xảy\s+ra|để\s+xảy\s+ra|để\s+phát\s+sinh|phát\s+sinh|ghi\s+nhận|phát\s+hiện|còn)\s+(?P<what>[^,;.:()\n]{2,80})"
)
_ABSENCE_END = re.compile(
    r"\s+(?:nào|phát\s+sinh|xảy\s+ra|trên\s+địa\s+bàn|tại|trong|bị|được|do|phải|mới|tồn\s+đọng|so\s+với)(?![^\W_])"
)


def _absences(scope: Scope, sentence: Sentence) -> list[Measurement]:
    """Find what a sentence says there was none of: ``không có ca tử vong`` is a measurement of 0."""
    found = []
    for match in _ABSENCE.finditer(scope.folded, sentence.start, sentence.end):
        counted = _COUNTABLE.match(scope.folded, match.start("what"), match.end("what"))
        if counted is None or scope.folded[counted.end() : match.end("what")].lstrip()[:1].isdigit():
            continue
        stop = _ABSENCE_END.search(scope.folded, counted.end(), match.end("what"))
        end = stop.start() if stop else match.end("what")
        comma = _COMMA_NOUN.match(scope.folded, end, sentence.end) if stop is None else None
        end = comma.end() if comma else end
        clause = scope.clause(sentence, match.start(), match.end())
        found.append(
            Measurement(
                evidence=Span(start=clause.start, end=clause.end),
                confidence=0.85,
                indicator=squeeze(scope.text[match.start("what") : end]),
                value=Decimal(0),
                unit=squeeze(scope.text[counted.start() : counted.end()]),
                period=scope.period(clause, match.start(), match.end()),
                place=scope.place(clause, match.start()),
                organization=scope.organization(clause, match.start()),
            )
        )
    return found


_COUNTABLE = re.compile(alternatives(list(column("countable_heads", "head"))))
_COMMA_NOUN = re.compile(r",\s+[^\W\d_]+(?:\s+[^\W\d_]+)?(?=\s+(?:phát\s+sinh|xảy\s+ra|nào))")
