"""The statements of a sentence: its numbers taken one by one, as values or as the amounts of changes."""

from __future__ import annotations

from vnreport.base_model import made
from vnreport.facts import (
    changed,
    changes,
    comparisons,
    criteria,
    deeds,
    governors,
    idle,
    indicators,
    naming,
    respective,
    subjects,
)
from vnreport.facts.comparisons import MEMORY, Stated, tie
from vnreport.facts.held import Clause
from vnreport.facts.holding import hold
from vnreport.facts.lists import Reading
from vnreport.facts.numeric import Numeric, change_unit_of, is_measure, unit_of
from vnreport.facts.parts import PARTS
from vnreport.facts.scope import Scope
from vnreport.facts.words import indicator_head, squeeze
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import (
    Change,
    Measurement,
    PercentMention,
    QuantityMention,
    Source,
)

_REACH, _ROW = 400, 8
"""How far before a number its words are looked for, in characters, and the longest row under one verb."""


class Statements:
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
        self.taken = -1
        """Up to where numbers are read with an earlier one: a row of changes, what a pair has in brackets."""
        self.based = -1
        """Where the baseline behind the last change ends."""
        self.named = -1
        """Where the noun behind the last change ends (``tăng 5% số vụ``)."""
        self.ahead = sentence.end
        """Where the next number begins."""
        self.way: changes.Direction = "up"
        """Which way the last change went."""
        self.parts = bool(before) and PARTS.match(scope.folded, sentence.start) is not None
        """Whether the sentence goes through the parts of what the one before counts."""

    def read(self, numbers: list[Numeric]) -> list[Measurement]:
        """Take the numbers of the sentence one by one, each from where the last one ended."""
        self.floor = self.sentence.start
        for index, mention in enumerate(numbers):
            if mention.start < self.taken or idle.states_nothing(
                self.scope, self.floor, mention, numbers[index + 1 : index + 2]
            ):
                continue
            if criteria.belong_to(self.scope, self.stated.facts, mention):
                self.floor = mention.end
                continue
            last = (self.changed, self.based)
            if idle.repeats(self.scope, self.sentence, self.stated.facts, last, mention):
                self.floor = max(self.floor, mention.end, self.based)
                continue
            clause = self.scope.clause(self.sentence, mention.start, mention.end)
            floor = max(self.floor, clause.start, mention.start - _REACH)
            left = self.scope.folded[floor : mention.start]
            rest = numbers[index : index + _ROW]
            self.ahead = rest[1].start if len(rest) > 1 else self.sentence.end
            may_change = self.scope.changing.last(max(floor, mention.start - 90), mention.start) is not None
            if may_change and self._opens(rest, clause, floor, left):
                continue
            self.floor = mention.end
            self._read(rest, clause, floor, left, may_change)
        return self.stated.facts

    def _opens(self, rest: list[Numeric], clause: Clause, floor: int, left: str) -> bool:
        """Take a number behind ``từ``: the first of a pair (``từ 3 xuống 1 vụ``) or a change of its own."""
        mention = rest[0]
        opens, way = changes.opens_pair(left)
        if not opens or (way == "up" and mention.modifier == "at_least" and _GROWTH.search(left)):
            return False
        if way is not None and mention.value_max is not None:
            self._compare(mention, clause, floor, way)
            return True
        for following in rest[1:3] if mention.value_max is None else ():
            # "từ 1.250 hộ (5,2%) xuống 810 hộ"
            close = changes.closes_pair(self.scope.folded[mention.end : following.start])
            if close is not None:
                self.pair = (mention, way or close, floor)
                self.floor, self.taken = mention.start, following.start
                return True
        if way is not None and (mention.modifier == "at_least" or isinstance(mention, PercentMention)):
            # "giảm từ 3% trở lên", "giảm từ 3% hộ nghèo trở lên"
            self._compare(mention, clause, floor, way)
            return True
        return False

    def _read(self, rest: list[Numeric], clause: Clause, floor: int, left: str, may_change: bool) -> None:
        """Take a number as a value, as the end of a change, or as its amount."""
        mention = rest[0]
        if self.pair is not None:
            first, way, floor = self.pair
            self.pair = None
            self._state(mention, clause, floor, made(Change)(direction=way), pair=first)
        elif may_change and (compared := self._against(mention, left)) is not None:
            self._compare(mention, clause, floor, compared[0], (floor + compared[1], floor + compared[2]))
        elif may_change and (direction := changes.final_direction(left)) is not None:
            self._state(mention, clause, floor, made(Change)(direction=direction))
        elif may_change and (direction := self._amount(mention, left)) is not None:
            self.way = direction
            if not self._compare_row(rest, clause, floor):
                self._compare(mention, clause, floor, direction)
        elif may_change and isinstance(mention, PercentMention) and (told := changes.object_changed(left)):
            self._compare(mention, clause, floor, told[0], named=told[1])
        elif self._continues(mention, clause, floor):
            self._compare(mention, clause, floor, self.way)
        else:
            self._state(mention, clause, floor, None)

    def _against(self, mention: Numeric, left: str) -> tuple[changes.Direction, int, int] | None:
        """Find a baseline between a change and its amount; a rule that was broken is none."""
        found = changes.against(left)
        counts = isinstance(mention, QuantityMention) and not is_measure(mention) and mention.unit != "lần"
        last = self.stated.facts[-1] if self.stated.facts else None
        if found and found[0] == "down" and last is not None and last.unit == unit_of(mention):
            # "đạt 24,6 m2, thấp hơn mục tiêu 25 m2" says what the aim is, not by how much it was missed.
            return None if last.value is not None and last.value < mention.value else found
        return None if found and counts and changes.is_rule(left[found[1] : found[2]]) else found

    def _amount(self, mention: Numeric, left: str) -> changes.Direction | None:
        """Tell which way a change went whose amount a number is."""
        facts = self.stated.facts
        cutting = bool(facts) and comparisons.goes_on_cutting(left, facts[-1], mention)
        if cutting or comparisons.comes_to(self.scope, facts, mention, left):
            return None
        if comparisons.adds(self.scope, facts, mention, left):
            return "up"
        if isinstance(mention, PercentMention) and mention.value < 0:
            return changes.signed_direction(left)
        level = changes.level_direction(left) if isinstance(mention, PercentMention) else None
        return level or changes.amount_direction(left)

    def _continues(self, mention: Numeric, clause: Clause, floor: int) -> bool:
        """Tell whether a number goes on with a change: ``so với tháng trước, giảm 1 vụ, 1 người chết``."""
        if self.named > self.changed and isinstance(mention, PercentMention):
            # "tăng 7% số vụ, 3% số người chết"
            goes_on = _COORDINATION.fullmatch(self.scope.folded, self.named, mention.start) is not None
            return goes_on and bool(indicators.behind(self.scope, mention.end, clause.end))
        goes_on = _COORDINATION.fullmatch(self.scope.folded, floor, mention.start) is not None
        if not goes_on or floor not in (self.based, self.changed):
            return False
        if isinstance(mention, PercentMention):
            # "tăng 2% so với đầu năm và 7,6% so với cùng kỳ", "tăng 6% về số vụ và 3% về số người chết"
            about = indicators.about(self.scope, mention.end, clause.end)
            compared = changes.baseline(self.scope.folded, mention.end, clause.end, self.ahead)
            return about is not None or compared is not None
        if self.changed != floor or not isinstance(mention, QuantityMention):
            return False
        if self.against[0] == clause.start or comparisons.awaits(self.stated, mention):
            return True
        # "So với năm 2021, thụ lý tăng 84 vụ với 150 bị cáo"
        opening = changes.opening_baseline(self.scope.folded, self.sentence.start, floor, self.sentence.end)
        return (opening or changes.baseline(self.scope.folded, mention.end, clause.end)) is not None

    def _compare_row(self, rest: list[Numeric], clause: Clause, floor: int) -> bool:
        """Take a row of changes of the counts before it, in their order, if there is one."""
        verb = comparisons.verb_start(self.scope, floor, rest[0].start)
        row = respective.tie_row(self.scope, clause, rest, verb, self.way, self.stated)
        if row is None:
            return self._compare_twice(rest, clause, floor, verb)
        self.taken = self.changed = row[0]
        self.floor = row[1]
        return True

    def _compare_twice(self, rest: list[Numeric], clause: Clause, floor: int, verb: int) -> bool:
        """Take two amounts of one change that is compared with two things, if there are two."""
        baseline = changes.baseline_before(self.scope.folded, floor, verb)
        row = respective.against_each(self.scope, rest, verb, baseline)
        name = changed.compared(self.scope, rest[0], clause, floor, verb, baseline, floor)[0] if row else ""
        if not name:
            return False
        for number, told in row:
            fact = self._fact(number, clause, name, 0.8)
            fact.value, fact.value_max = None, None
            unit = change_unit_of(number)
            tie(
                fact,
                Change(direction=self.way, value=number.value, unit=unit, baseline=told),
                verb,
                number.end,
            )
            self._add(fact, number.end)
        self.taken = self.floor = self.changed = row[-1][0].end
        return True

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
        about = indicators.about(scope, mention.end, min(clause.end, self.ahead))
        self.changed = about[1] if about else mention.end
        told, baseline, floor = self._told(clause, floor, verb, against)
        change = made(Change)(
            direction=direction,
            value=abs(mention.value),
            unit=change_unit_of(mention),
            baseline=squeeze(scope.text[told[0] : told[1]]) if told else None,
        )
        listed = self._listed(mention)
        subject = changed.told(scope, self.stated, mention, clause, (floor, verb), baseline, listed, named)
        name, headed, self.named = subject.name, subject.headed, subject.ends
        same = None if subject.elsewhen else comparisons.twin(scope, self.stated, mention, name)
        if same is None and not (name and subject.own):
            same = comparisons.belongs_to(scope, self.stated, mention, clause)
        if same is not None:
            more = comparisons.add(same, change, mention, verb, self.floor)
            if not more:
                return
            name, headed = more, True
        name = name or changed.from_before(scope, self.stated, self.sentence, mention, clause, verb)
        cut = direction == "down" and not subject.name and same is None
        if isinstance(mention, QuantityMention) and (not name or (cut and name == mention.what)):
            name = mention.what
            if baseline is None and told is None:
                self._count(mention, clause, verb)
                return
        if not name:
            if changes.GROWS.search(scope.folded, max(0, mention.start - 40), mention.start):
                self._state(mention, clause, floor, None)  # "Quý I tăng trưởng 7%"
            return
        fact = self._fact(mention, clause, name, 0.85 if headed else 0.7)
        fact.value, fact.value_max, fact.modifier, fact.unit = None, None, mention.modifier, unit_of(mention)
        tie(fact, change, verb, self.floor)
        self._add(fact, mention.end)

    def _told(
        self, clause: Clause, floor: int, verb: int, against: tuple[int, int] | None
    ) -> tuple[tuple[int, int] | None, tuple[int, int] | None, int]:
        """Find what a change is compared with, and take the text up to there as read.

        Returns:
            The baseline as the text has it, the same where it stands beside the change, and where the words
            of the subject begin.
        """
        folded = self.scope.folded
        behind = changes.baseline(folded, self.changed, clause.end, self.ahead)
        before = None if against or behind else changes.baseline_before(folded, floor, verb)
        told = before or changes.opening_baseline(folded, self.sentence.start, verb, self.sentence.end)
        opening = self.scope.times.compared_from(told[0]) if told else None
        if before is None and told and opening is not None and opening.end < min(verb, told[1]):
            # "So với năm 2006 số vụ giảm 2 vụ, số người chết giảm 1 người"
            told = (told[0], opening.end)
        told = told or changes.later_baseline(folded, self.changed, clause.end)
        if before is not None:
            time = self.scope.times.compared_from(before[0])
            if time is not None and time.end < before[1]:
                # "so với cùng kỳ năm 2018 số vụ giảm 5 vụ": the subject stands behind the time.
                floor, told, before = time.end, (before[0], time.end), None
        if before is not None:
            self.against = (clause.start, before)
        elif behind is None and against is None and self.against[0] == clause.start:
            # "so với cùng kỳ giảm 2 vụ, giảm 1 người chết": the baseline holds on.
            before = self.against[1]
        self.based = behind[1] if behind else -1
        self.floor = behind[1] if behind and behind[1] <= self.ahead else self.changed
        baseline = against or behind or before
        return baseline or told, baseline, floor

    def _count(self, mention: QuantityMention, clause: Clause, verb: int) -> None:
        """Take the amount of a change as a count: ``Giảm 180 hộ nghèo`` among the aims of a year."""
        fact = self._fact(mention, clause, mention.what, 0.7)
        fact.action = squeeze(self.scope.text[verb : mention.start]) or None
        self._add(fact, mention.end)

    def _state(
        self, mention: Numeric, clause: Clause, floor: int, change: Change | None, pair: Numeric | None = None
    ) -> None:
        """Take a number as a value."""
        scope = self.scope
        if (
            pair is not None
            and change is not None
            and comparisons.told_again(self.stated, mention, change, pair)
        ):
            return
        start = pair.start if pair is not None else mention.start
        at = comparisons.verb_start(scope, floor, start) if change is not None else start
        left = subjects.read_left(scope, floor, at)
        found = governors.governor(scope, left, mention)
        reading = Reading(scope, mention, clause, left, found, self.around)
        name, confidence = naming.indicator(reading, self._earlier(), change is not None)
        counted = isinstance(mention, QuantityMention) and mention.what.startswith(name)
        if counted and pair is not None and (moved := changed.object_before(scope, floor, start)):
            name, confidence, counted = moved, 0.9, False
        headed = not counted and indicator_head().match(name.lower()) is not None
        if not name:
            return
        fact = self._fact(mention, clause, name, confidence, start)
        if change is not None:
            tie(fact, change, at, mention.end)
            span = changes.baseline(scope.folded, mention.end, clause.end)
            change.baseline = squeeze(scope.text[span[0] : span[1]]) if span else None
            if pair is None and span is None:
                # "tỷ lệ hộ nghèo giảm còn 3,4%" says neither from where nor by how much.
                fact.change = None
                del fact.sources["change"]
        else:
            stays, same = changes.unchanged(scope.text, scope.folded, mention.end, clause.end)
            if stays:
                tie(fact, made(Change)(direction="flat", baseline=same), mention.end, clause.end)
        before = fact.sources["indicator"].rule not in ("behind", "counted")
        head = name if headed and before else ""
        fact.action = deeds.of_number(scope, clause, mention, left, found, head, self.stated)
        if fact.action is not None:
            fact.sources["action"] = deeds.source(scope, fact.action, clause, mention)
        if pair is not None:
            fact.mentions.insert(0, pair.id)
        if (named := fact.sources["indicator"]).rule == "behind" and named.start == mention.end + 1:
            # "6 tỷ đồng tiền bán hàng và 9 tỷ đồng tiền phạt": the words name the number before them.
            self.floor = named.end or self.floor
        self._add(fact, mention.end)

    def _listed(self, mention: Numeric) -> list[Measurement]:
        """Give what a list by places goes through: the last number of the sentence, or what announced it."""
        last = (self.stated.facts or self.around)[-1:]
        share = isinstance(mention, PercentMention)
        return last if share or any(fact.unit == unit_of(mention) for fact in last) else []

    def _earlier(self) -> list[Measurement]:
        """Give what a number may lean on: its sentence, and the one before where this goes through parts."""
        if self.stated.facts and (len(self.stated.facts) >= MEMORY or not self.parts):
            return self.stated.facts[-MEMORY:]
        return [*self.stated.before, *self.stated.facts][-MEMORY:] if self.parts else []

    def _add(self, fact: Measurement, end: int) -> None:
        self.stated.facts.append(fact)
        self.stated.ends.append(end)

    def _fact(
        self, mention: Numeric, clause: Clause, name: str, confidence: float, start: int | None = None
    ) -> Measurement:
        # What stands between the ends of a change dates the first: "từ 61% năm 2011 xuống 40%".
        held = hold(self.scope, clause, mention.start if start is None else start, mention.end)
        sources = held.sources
        sources["value"] = Source(rule="number", start=mention.start, end=mention.end)
        sources["indicator"] = comparisons.named_at(self.scope, self.stated, name, mention, clause)
        if mention.modifier != "exact":
            sources["modifier"] = indicators.qualified(self.scope, mention.start, mention.end)
        return made(Measurement)(
            evidence=self.scope.shared.evidence(clause),
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


_GROWTH = lazy(r"(?<![^\W_])tăng\s+trưởng(?![^\W_])[^,;.:\d]*$")
"""A rate that has a name of its own: ``tăng trưởng GRDP từ`` *9% trở lên*."""
_COORDINATION = lazy(r"\s*(?:,|/|và|với|,\s*và)\s*")
