"""Measurements: each number of a report with what it measures, when, where, by whom."""

from __future__ import annotations

from vnreport.facts import (
    absences,
    changes,
    comparisons,
    deeds,
    idle,
    indicators,
    naming,
    parts,
    subjects,
    tables,
)
from vnreport.facts.comparisons import MEMORY, Stated, tie
from vnreport.facts.held import Clause
from vnreport.facts.lists import Reading
from vnreport.facts.numeric import Numeric, change_unit_of, unit_of
from vnreport.facts.scope import Scope, hold
from vnreport.facts.words import durations, indicator_head, squeeze
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import (
    Change,
    Measurement,
    MoneyMention,
    PercentMention,
    QuantityMention,
    Source,
    Span,
)
from vnreport.spans import Spans

_REACH = 400
"""How far before a number its words are looked for, in characters."""


def find(scope: Scope) -> list[Measurement]:
    """Find the measurements of a text, in text order, without ids."""
    found, cells = tables.find(scope)
    read = Spans(cells)
    before: list[Measurement] = []
    announced: list[Measurement] = []
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
        ]
        if scope.text.find("\n", end, sentence.start) >= 0:
            announced = announced if _ITEM.match(scope.text, sentence.start) else []
            before = []
        stated = _Sentence(scope, sentence, before, before or announced).read(numbers) if numbers else []
        if scope.text[sentence.end - 1] == ":":
            announced = stated or before
        wholes = before if _PARTS.match(scope.folded, sentence.start) else []
        before, end = stated or (before if scope.text[sentence.end - 1] == ":" else []), sentence.end
        totals = parts.find_totals(scope, sentence)
        bare = [
            *absences.find(scope, sentence),
            *totals,
            *parts.find(scope, sentence, [*wholes, *stated, *totals]),
        ]
        found += sorted([*stated, *bare], key=lambda fact: fact.evidence.start) if bare else stated
    return found


class _Sentence:
    """The measurements of one sentence: later ones lean on earlier ones."""

    def __init__(
        self, scope: Scope, sentence: Sentence, before: list[Measurement], around: list[Measurement]
    ) -> None:
        self.scope = scope
        self.sentence = sentence
        self.around = around
        self.stated = Stated([], [], before)
        self.changed = -1
        """Where the last change ends."""
        self.floor = 0
        """Where the words of the last number end, the baseline of its change included."""
        self.against: tuple[int, tuple[int, int]] = (-1, (0, 0))
        """The clause where a baseline stands before its changes, and that baseline."""
        self.pair: tuple[Numeric, changes.Direction, int] | None = None
        """The first number of a pair whose second is to come, the way between them, and the floor."""
        self.based = -1
        """Where the baseline behind the last change ends."""
        self.named = -1
        """Where the noun behind the last change ends (``tăng 5% số vụ``)."""
        self.way: changes.Direction = "up"
        """Which way the last change went."""
        self.parts = bool(before) and _PARTS.match(scope.folded, sentence.start) is not None
        """Whether the sentence goes through the parts of what the one before counts."""

    def read(self, numbers: list[Numeric]) -> list[Measurement]:
        """Take the numbers of the sentence one by one, each from where the last one ended."""
        self.floor = self.sentence.start
        for index, mention in enumerate(numbers):
            if isinstance(mention, QuantityMention) and mention.unit.lower() in durations():
                continue
            if self._is_idle(mention):
                continue
            clause = self.scope.clause(self.sentence, mention.start, mention.end)
            floor = max(self.floor, clause.start, mention.start - _REACH)
            left = self.scope.folded[floor : mention.start]
            following = numbers[index + 1] if index + 1 < len(numbers) else None
            may_change = self.scope.changing.last(max(floor, mention.start - 90), mention.start) is not None
            if may_change and self._opens(mention, clause, floor, left, following):
                continue
            self.floor = mention.end
            self._read(mention, clause, floor, left, may_change)
        return self.stated.facts

    def _is_idle(self, mention: Numeric) -> bool:
        """Tell whether a number states nothing of its own."""
        scope, facts = self.scope, self.stated.facts
        return (
            idle.repeats(scope, self.sentence, facts, self.changed, mention)
            or idle.is_bound(scope, self.floor, mention)
            or idle.is_sort(scope, self.floor, mention)
        )

    def _opens(
        self, mention: Numeric, clause: Clause, floor: int, left: str, following: Numeric | None
    ) -> bool:
        """Take a number behind ``từ``: the first of a pair (``từ 3 xuống 1 vụ``) or a change of its own."""
        opens, way = changes.opens_pair(left)
        if not opens:
            return False
        if way is not None and mention.value_max is not None:
            self._compare(mention, clause, floor, way)
            return True
        if following is not None and following.start - mention.end <= 60:
            close = changes.closes_pair(self.scope.folded[mention.end : following.start])
            if close is not None:
                self.pair = (mention, way or close, floor)
                self.floor = mention.start
                return True
        if way is not None and (mention.modifier == "at_least" or isinstance(mention, PercentMention)):
            # "giảm từ 3% trở lên", "giảm từ 3% hộ nghèo trở lên"
            self._compare(mention, clause, floor, way)
            return True
        return False

    def _read(self, mention: Numeric, clause: Clause, floor: int, left: str, may_change: bool) -> None:
        """Take a number as a value, as the end of a change, or as its amount."""
        if self.pair is not None:
            first, way, floor = self.pair
            self.pair = None
            self._state(mention, clause, floor, Change(direction=way), pair=first)
        elif may_change and (compared := changes.against(left)) is not None:
            self._compare(mention, clause, floor, compared[0], (floor + compared[1], floor + compared[2]))
        elif may_change and (direction := changes.final_direction(left)) is not None:
            self._state(mention, clause, floor, Change(direction=direction))
        elif may_change and (direction := changes.amount_direction(left)) is not None:
            self.way = direction
            self._compare(mention, clause, floor, direction)
        elif may_change and isinstance(mention, PercentMention) and (changed := changes.object_changed(left)):
            self._compare(mention, clause, floor, changed[0], named=changed[1])
        elif self._continues(mention, clause, floor):
            self._compare(mention, clause, floor, self.way)
        else:
            self._state(mention, clause, floor, None)

    def _continues(self, mention: Numeric, clause: Clause, floor: int) -> bool:
        """Tell whether a number goes on with a change: ``so với tháng trước, giảm 1 vụ, 1 người chết``."""
        if self.named > self.changed and isinstance(mention, PercentMention):
            # "tăng 7% số vụ, 3% số người chết"
            goes_on = _COORDINATION.fullmatch(self.scope.folded, self.named, mention.start) is not None
            return goes_on and bool(indicators.behind(self.scope, mention.end, clause.end))
        if self.based == floor and isinstance(mention, PercentMention):
            # "tăng 2% so với đầu năm và 7,6% so với cùng kỳ"
            goes_on = _COORDINATION.fullmatch(self.scope.folded, floor, mention.start) is not None
            if goes_on and changes.baseline(self.scope.folded, mention.end, clause.end):
                return True
        return (
            self.changed == floor
            and self.against[0] == clause.start
            and isinstance(mention, QuantityMention)
            and _COORDINATION.fullmatch(self.scope.folded, floor, mention.start) is not None
        )

    def _compare(
        self,
        mention: Numeric,
        clause: Clause,
        floor: int,
        direction: changes.Direction,
        against: tuple[int, int] | None = None,
        named: str = "",
    ) -> None:
        """Take a number as the amount of a change: of the measurement before it, or of a subject."""
        scope = self.scope
        verb = comparisons.verb_start(scope, floor, against[0] if against else mention.start)
        behind = changes.baseline(scope.folded, mention.end, clause.end)
        before = None if against or behind else changes.baseline_before(scope.folded, floor, verb)
        if before is not None:
            self.against = (clause.start, before)
        elif behind is None and against is None and self.against[0] == clause.start:
            # "so với cùng kỳ giảm 2 vụ, giảm 1 người chết": the baseline holds on.
            before = self.against[1]
        baseline = against or behind or before
        change = Change(
            direction=direction,
            value=mention.value,
            unit=change_unit_of(mention),
            baseline=squeeze(scope.text[baseline[0] : baseline[1]]) if baseline else None,
        )
        self.changed = mention.end
        self.based = behind[1] if behind else -1
        self.floor = behind[1] if behind else mention.end
        name, headed = self._compared(mention, clause, floor, verb, baseline)
        if named:
            at = scope.folded.rfind(named, floor, mention.start)
            name, headed = squeeze(scope.text[at : at + len(named)]), True
        told = comparisons.told_of(scope, self.stated, mention, name, floor, verb)
        name, headed = (told, True) if told else (name, headed)
        own = headed or comparisons.own_subject(scope, self.stated, name, floor, verb)
        changed = comparisons.twin(self.stated, mention, name)
        if changed is None and not (name and own):
            changed = comparisons.belongs_to(scope, self.stated, mention, clause)
        if changed is not None:
            more = self._add_to(changed, change, mention, verb)
            if not more:
                return
            name, headed = more, True
        if not name and self.stated.facts:
            name = self.stated.facts[-1].indicator
        name = name or subjects.topic(scope, clause.start, verb)
        if not name and isinstance(mention, QuantityMention):
            name = mention.what
            if baseline is None:
                self._count(mention, clause, verb)
                return
        if not name:
            return
        fact = self._fact(mention, clause, name, 0.85 if headed else 0.7)
        fact.value, fact.value_max, fact.modifier, fact.unit = None, None, mention.modifier, unit_of(mention)
        tie(fact, change, verb, self.floor)
        self._add(fact, mention.end)

    def _count(self, mention: QuantityMention, clause: Clause, verb: int) -> None:
        """Take the amount of a change as a count: ``Giảm 180 hộ nghèo`` among the aims of a year."""
        fact = self._fact(mention, clause, mention.what, 0.7)
        fact.action = squeeze(self.scope.text[verb : mention.start]) or None
        self._add(fact, mention.end)

    def _add_to(self, fact: Measurement, change: Change, mention: Numeric, verb: int) -> str:
        """Give a measurement its change, or the name of a new one where it has another change already."""
        if fact.change is None or (fact.change.value is None and fact.change.direction == change.direction):
            # "giảm còn 1,91%, giảm 5,61%": the amount of a change that is told by its end.
            tie(fact, change, verb, self.floor)
            fact.mentions.append(mention.id)
            return ""
        if isinstance(mention, QuantityMention) and mention.unit not in (fact.unit, fact.change.unit):
            # "giảm 2 vụ và 3 người chết": what is counted names itself.
            return mention.what
        other = fact.change.unit != change.unit and fact.change.value is not None
        if not change.baseline or (fact.change.baseline in (None, change.baseline) and not other):
            return ""
        # "tăng 587 tỷ đồng (tăng 17,4%) so với đầu năm", "tăng 1,5% so với tháng trước, tăng 4% so với
        # cùng kỳ": one more thing to say of the same.
        return fact.indicator

    def _compared(
        self, mention: Numeric, clause: Clause, floor: int, verb: int, baseline: tuple[int, int] | None
    ) -> tuple[str, bool]:
        """Name the subject of a change, and tell whether it is sure to be one."""
        scope = self.scope
        end = verb
        if baseline is not None and baseline[0] >= floor and baseline[1] <= verb:
            end = scope.folded.rfind("so", floor, baseline[0])
        name, headed = subjects.subject(scope, subjects.Left(floor, max(floor, end), "strong"))
        if isinstance(mention, PercentMention) and (baseline is None or baseline[1] <= mention.start):
            # "giảm 5% số vụ tai nạn": what changes stands behind.
            behind = indicators.behind(scope, mention.end, clause.end)
            if behind and not indicators.names_plan(behind):
                at = scope.text.find(behind, mention.end, clause.end)
                self.named = at + len(behind) if at >= 0 else -1
                return behind, True
        return name, headed

    def _state(
        self, mention: Numeric, clause: Clause, floor: int, change: Change | None, pair: Numeric | None = None
    ) -> None:
        """Take a number as a value."""
        scope = self.scope
        if pair is not None and change is not None and self._told_again(mention, change, pair):
            return
        start = pair.start if pair is not None else mention.start
        at = comparisons.verb_start(scope, floor, start) if change is not None else start
        left = subjects.read_left(scope, floor, at)
        found = deeds.governor(scope, left)
        reading = Reading(scope, mention, clause, left, found, self.around)
        name, confidence = naming.indicator(reading, self._earlier(), change is not None)
        counted = isinstance(mention, QuantityMention) and mention.what.startswith(name)
        headed = not counted and indicator_head().match(name.lower()) is not None
        if not name:
            return
        fact = self._fact(mention, clause, name, confidence)
        if change is not None:
            tie(fact, change, at, mention.end)
            span = changes.baseline(scope.folded, mention.end, clause.end)
            change.baseline = squeeze(scope.text[span[0] : span[1]]) if span else None
            if pair is None and span is None:
                # "tỷ lệ hộ nghèo giảm còn 3,4%" says neither from where nor by how much.
                fact.change = None
                del fact.sources["change"]
        else:
            same = changes.flat_baseline(scope.text, scope.folded, mention.end, clause.end)
            if same is not None:
                tie(fact, Change(direction="flat", baseline=same), mention.end, clause.end)
        head = name if headed else ""
        fact.action = deeds.of_number(scope, clause, mention, left, found, head, self.stated)
        if fact.action is not None:
            fact.sources["action"] = deeds.source(scope, fact.action, clause, mention)
        if pair is not None:
            fact.mentions.insert(0, pair.id)
        self._add(fact, mention.end)

    def _told_again(self, mention: Numeric, change: Change, first: Numeric) -> bool:
        """Tie a change to the number before it that is its end: ``33 đơn, giảm từ 51 xuống 33 đơn``."""
        last = self.stated.facts[-1] if self.stated.facts else None
        if last is None or last.change is not None:
            return False
        if (last.value, last.unit) != (mention.value, unit_of(mention)):
            return False
        tie(last, change, first.start, mention.end)
        last.mentions += [first.id, mention.id]
        return True

    def _earlier(self) -> list[Measurement]:
        """Give what a number may lean on: its sentence, and the one before where this goes through parts."""
        if self.stated.facts and (len(self.stated.facts) >= MEMORY or not self.parts):
            return self.stated.facts[-MEMORY:]
        return [*self.stated.before, *self.stated.facts][-MEMORY:] if self.parts else []

    def _add(self, fact: Measurement, end: int) -> None:
        self.stated.facts.append(fact)
        self.stated.ends.append(end)

    def _fact(self, mention: Numeric, clause: Clause, name: str, confidence: float) -> Measurement:
        held = hold(self.scope, clause, mention.start, mention.end)
        sources = held.sources
        sources["value"] = Source(rule="number", start=mention.start, end=mention.end)
        sources["indicator"] = self._named(name, mention, clause)
        if mention.modifier != "exact":
            sources["modifier"] = indicators.qualified(self.scope, mention.start, mention.end)
        return Measurement(
            evidence=Span(start=clause.start, end=clause.end),
            mentions=[mention.id],
            confidence=min(confidence, 0.8) if indicators.is_unsure(name) else confidence,
            indicator=name,
            value=mention.value,
            value_max=mention.value_max,
            unit=unit_of(mention),
            modifier=idle.modifier(self.scope, self.sentence, mention),
            period=held.period,
            place=held.place,
            organization=held.organization,
            status=held.status,
            sources=sources,
        )

    def _named(self, name: str, mention: Numeric, clause: Clause) -> Source:
        """Give where an indicator stands: before the number, in its phrase, behind it, or further up."""
        text = self.scope.text
        for rule, at in (
            ("counted", text.find(name, mention.start, mention.end)),
            ("before", text.rfind(name, clause.start, mention.start)),
            ("behind", text.find(name, mention.end, clause.end)),
        ):
            if at >= 0:
                return Source(rule=rule, start=at, end=at + len(name))
        earlier = next((f for f in reversed(self.stated.facts[-MEMORY:]) if f.indicator == name), None)
        return earlier.sources["indicator"] if earlier else Source(rule="composed")


_ITEM = lazy(r"[-–+•*]|\d{1,2}[.)]\s|[a-zđ]\)")
"""What an item of a list opens with."""
_PARTS = lazy(
    r"[\s\-–+•*]*(?:trong\s+(?:đó|số\s+(?:này|đó))|cụ\s+thể|(?:bao\s+)?gồm|riêng|(?:số\s+)?còn\s+lại|"
    r"(?:phân|chia)\s+(?:theo|ra|loại))(?![^\W_])"
)
_COORDINATION = lazy(r"\s*(?:,|và|,\s*và)\s*")
