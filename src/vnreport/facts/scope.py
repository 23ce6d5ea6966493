"""What stands around a number: its clause, sentence, section, and whose time, place and agent hold there."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from datetime import date, timedelta
from functools import cached_property, partial
from typing import Any, TypeVar

from vnreport.facts.attendance import Attendance
from vnreport.facts.brackets import clause_end, clause_start, open_at
from vnreport.facts.calendar_parts import stands_for
from vnreport.facts.changes import TRIGGER
from vnreport.facts.doers import Doers
from vnreport.facts.headings import Headings
from vnreport.facts.held import WIDTH, Clause, Held
from vnreport.facts.labels import BEFORE_TIME, COMPARES, GOES_ON, LEADS, PART, labelling
from vnreport.facts.localities import in_rows, locates, locates_behind
from vnreport.facts.occurrences import Occurrences, bounds
from vnreport.facts.open_ends import parted
from vnreport.facts.owners import Owners
from vnreport.facts.periods import OPENING, Times, dates_number, dates_something_else, led_in, to_come
from vnreport.facts.portions import portions
from vnreport.facts.row import Row
from vnreport.facts.shared import Shared
from vnreport.facts.spells import is_past, looks_ahead
from vnreport.facts.status import HAPPENED, aim, heads_plans
from vnreport.facts.words import action_verb, fact_words, indicator_head, status_cue
from vnreport.layout import Layout, Sentence
from vnreport.patterns import lazy
from vnreport.phrase_table import Pattern
from vnreport.report import (
    AnyMention,
    Document,
    Interval,
    MoneyMention,
    OrganizationMention,
    PercentMention,
    PersonMention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)
from vnreport.starts import Matches

_ROUND = str.maketrans("[]", "()")
_DIGIT = lazy(r"\d")
_WRITTEN = timedelta(days=31)
"""How long behind its period a paper without a date may have been written."""

T = TypeVar("T")


class Scope:
    """The text with its mentions, for asking what holds at a place in it."""

    def __init__(self, text: str, layout: Layout, mentions: list[AnyMention], document: Document) -> None:
        self.text = text
        # "giảm 37 lượt so cùng kỳ [8,2%]": square brackets are brackets.
        self.folded = layout.folded.translate(_ROUND) if "[" in text else layout.folded
        sentences = tuple(portions(text, layout.sentences))
        # Mostly none is too long: then what the mentions have found out of the layout serves here too.
        self.layout = layout if sentences == layout.sentences else replace(layout, sentences=sentences)
        self.mentions = mentions
        self.document = document
        self.shared = Shared()
        self._starts = [m.start for m in mentions]
        # Of their own, so that a place among a thousand numbers is not looked for among the numbers.
        self._places = Row([m for m in mentions if isinstance(m, PlaceMention)])
        self._agencies = Row([m for m in mentions if isinstance(m, OrganizationMention)])
        self._around_it: tuple[Sentence | None, Held[Interval] | None] = (None, None)
        self._documented: dict[str, Held[Any]] = {}
        self.narrowed: tuple[object, tuple[int, int]] = (None, (0, 0))
        """The last phrase that was looked for before a number, with what stands there as a whole."""
        self._headings = Headings(text, self.folded, self.layout)
        self._words = fact_words().find(self.folded)
        # No method of ours: what holds itself in a circle waits for the collector of garbage.
        self._bounds = partial(bounds, self.layout)
        self.times = Times(self.folded, mentions, self._words, self._bounds)
        self._attendance = Attendance(self.folded, self.layout, self.times, document)

    def between(self, start: int, end: int) -> list[AnyMention]:
        """Give the mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def outside_body(self, offset: int) -> bool:
        """Tell whether a place is in the head or the closing block of an official document."""
        blocks = (self.layout.head, self.layout.signature)
        return any(block is not None and block[0] <= offset < block[1] for block in blocks)

    def clause(self, sentence: Sentence, start: int, end: int) -> Clause:
        """Give the clause around ``[start, end)``: up to the next semicolon or bullet."""
        floor, limit = max(sentence.start, start - WIDTH), min(sentence.end, end + WIDTH)
        left = clause_start(self.folded, floor, start)
        right = clause_end(self.folded, end, limit)
        while left < start and self.text[left].isspace():
            left += 1
        while right > end and self.text[right - 1].isspace():
            right -= 1
        return Clause(left, right, sentence)

    @cached_property
    def happened(self) -> Occurrences:
        """Words of what has come about."""
        return self._occurrences("happened", HAPPENED)

    @cached_property
    def status_cues(self) -> Occurrences:
        """Words of targets and limits."""
        return self._occurrences("status", status_cue()[0])

    @cached_property
    def verbs(self) -> Occurrences:
        """Verbs that govern a counted object; a match may be a compound that is none."""
        return self._occurrences("verb", action_verb())

    @cached_property
    def changing(self) -> Occurrences:
        """Words without which nothing changes."""
        return self._occurrences("change", TRIGGER)

    @cached_property
    def heads(self) -> Matches:
        """Nouns that open a named indicator."""
        return self.matches("head", indicator_head())

    def matches(self, name: str, pattern: Pattern) -> Matches:
        """Give where a pattern is in the text; ``name`` is that of its first words in ``fact_words``."""
        return Matches(pattern, self.folded, self._words[name])

    def _occurrences(self, name: str, pattern: Pattern) -> Occurrences:
        return Occurrences(self.matches(name, pattern).finditer, self._bounds)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [s.start for s in self.layout.sentences]

    def headings(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Give the spans of the headings above a sentence, the nearest first."""
        return self._headings.above(sentence)

    def targets_above(self, sentence: Sentence) -> tuple[int, int] | None:
        """Give the nearest heading above a sentence over what is still to be done, or None."""
        return self._headings.of_targets(sentence)

    def sentence_before(self, sentence: Sentence) -> Sentence | None:
        """Give the sentence right before one in its section, or None."""
        index = bisect_left(self._sentence_starts, sentence.start) - 1
        before = self.layout.sentences[index] if index >= 0 else None
        return before if before is not None and before.section == sentence.section else None

    def period(self, clause: Clause, start: int, end: int) -> Held[Interval]:
        """Give the period of a number at ``[start, end)``: of its clause, sentence, section, document."""
        times, sentence = self.times, clause.sentence
        if (compared := times.glossed(start, end)) is not None:
            return self._of_time(compared, "clause")
        adjoining = times.adjoining(start, end, clause.end)
        if adjoining is not None:
            return self._of_time(adjoining, "behind")
        if (met := self._attendance.held(sentence, start, end)) is not None:
            return met
        inside = sentence.start <= clause.start <= start <= end <= clause.end <= sentence.end
        if inside and (around := self._untimed(sentence)) is not None:
            return around
        leans = PART.match(self.folded, clause.start, start) is not None
        floor = max(sentence.start, clause.start - WIDTH) if leans else clause.start
        known = self._known if self.happened.last(clause.start, start) else None
        past = partial(is_past, self.folded, start=start, today=self._today)
        before = [
            t
            for t in times.between(floor, start)
            if not times.bracketed(t, start)
            and not to_come(t, known)
            and times.holds(t, start)
            and not times.aside(t, start)
            and not past(t)
        ]
        before = times.of_meeting(before)
        last = before[-1] if before else None
        relative = times.relative(last.end if last else floor, start, self.document.period, last)
        if relative is not None:
            return Held(relative[0], "relative", *relative[1])
        if before:
            return self._of_time(before[-1], "clause")
        behind = times.between(end, clause.end)
        if behind and dates_number(self.folded, behind[0], end):
            return Held(behind[0].period, "behind", behind[0].start, behind[0].end)
        if (host := self._hosted(clause)) is not None:
            return host
        # A time that opens the sentence holds for all its clauses.
        opens = led_in(self.folded, sentence.start)
        opening = times.between(sentence.start, min(start, opens + OPENING + 1))
        opening = [t for t in opening if not times.bracketed(t, start)] or self._leading(clause)
        opening = [t for t in opening if not (to_come(t, known) or times.aside(t, start) or past(t))]
        if opening:
            return self._of_time(opening[-1], "sentence")
        year = times.plan_year(sentence.start, start)
        if year is not None:
            return Held(year[0], "sentence", *year[1])
        relative = times.relative(sentence.start, min(start, opens + OPENING), self.document.period)
        own = clause.start == sentence.start
        if relative is not None and (own or BEFORE_TIME.fullmatch(self.folded, opens, relative[1][0])):
            return Held(relative[0], "sentence", *relative[1])
        if clause.start > sentence.start and aim(self, clause, start):
            aimed = times.between(max(sentence.start, clause.start - WIDTH), clause.start)
            aimed = [t for t in aimed if not dates_something_else(self.folded, t)]
            if aimed:
                return self._of_time(aimed[-1], "sentence")
        return self._around(sentence)

    def _hosted(self, clause: Clause) -> Held[Interval] | None:
        """Give the period of what a clause in brackets adds to: ``đến 26/6 có 19 người chết (…; …)``."""
        opened = open_at(self.folded, max(clause.sentence.start, clause.start - WIDTH), clause.start)
        if opened < 0:
            return None
        floor = clause_start(self.folded, max(clause.sentence.start, opened - WIDTH), opened)
        times = [t for t in self.times.between(floor, opened) if not self.times.bracketed(t, opened)]
        times = [t for t in times if self.times.holds(t, opened) and not self.times.aside(t, opened)]
        return self._of_time(times[-1], "sentence") if times else None

    def _untimed(self, sentence: Sentence) -> Held[Interval] | None:
        """Give the period around a sentence without any word of time, which is that of all its numbers."""
        if self._around_it[0] != sentence:
            low, high = sentence.start, sentence.end
            timed = self.times.between(low, high) or self.times.may_lean(low, high)
            self._around_it = sentence, None if timed else self._around(sentence)
        return self._around_it[1]

    @cached_property
    def _known(self) -> date | None:
        """The last day that the document can tell of, some weeks behind its period where it has no date."""
        period = self.document.period
        return self.document.published or (period.end + _WRITTEN if period else None)

    @cached_property
    def _today(self) -> date | None:
        """The first day that the document tells of, behind which there is the past."""
        period = self.document.period
        return period.start if period else self.document.published

    def _leading(self, clause: Clause) -> list[TimeMention]:
        """Give the times that open an earlier clause or lead a list in (``6 tháng cuối năm: …; …``)."""
        floor = max(clause.sentence.start, clause.start - WIDTH)
        found: list[TimeMention] = []
        for time in self.times.between(floor, clause.start):
            if self.times.bracketed(time, clause.start):
                continue
            opens = LEADS.search(self.folded[max(floor, time.start - 24) : time.start]) is not None
            colon = self.folded.find(":", time.end, clause.start)
            leads = colon >= 0 and not any(c in ";" or c.isdigit() for c in self.folded[time.end : colon])
            first = not found and self._first_in(clause.sentence, time)
            if opens or leads or first:
                found.append(time)
        return found

    def _first_in(self, sentence: Sentence, time: TimeMention) -> bool:
        """Tell whether a time that commas part from its sentence stands before all its numbers."""
        if not parted(self.folded, time):
            return False
        numbers = (MoneyMention, PercentMention, QuantityMention)
        return not any(isinstance(m, numbers) for m in self.between(sentence.start, time.start))

    def _of_time(self, time: TimeMention, rule: str) -> Held[Interval]:
        time = self.times.specified(time)
        reach = self.times.reach(time, self.document.period)
        return Held(self._as_counted(reach), rule, time.start, time.end)

    def _as_counted(self, period: Interval) -> Interval:
        """Give the document's period for the year or the quarter that its title calls it.

        ``KẾT QUẢ NĂM 2019`` in a report of 2019 whose figures run from 1/11/2018 to 31/10/2019.
        """
        return self.document.period if period == self._called and self.document.period else period

    @cached_property
    def _called(self) -> Interval | None:
        """The part of the calendar that the title names where the figures are of other days."""
        own, title = self.document.period, self.layout.title
        times = self.times.between(*title) if own is not None and title is not None else []
        return next((t.period for t in times if own is not None and stands_for(t.period, own)), None)

    def _around(self, sentence: Sentence) -> Held[Interval]:
        """Give the period that holds for a whole sentence: of its headings, of the document."""
        # What a paragraph opens with ends with its sentence, unless this one compares what that one counts.
        goes_on = self.document.period is None or COMPARES.match(self.folded, sentence.start) is not None
        paragraph = self._labelled(sentence) or (self._paragraph(sentence) if goes_on else None)
        if paragraph is not None:
            return paragraph
        over = self.times.between(*(self._headings.crosshead(sentence) or (0, 0)))
        if over and not looks_ahead(self.folded, over):
            return Held(self._as_counted(over[-1].period), "heading", over[-1].start, over[-1].end)
        for heading in self.headings(sentence):
            above = [t for t in self.times.between(*heading) if not self._dates_paper(t)]
            item = self.text[sentence.start] in "-–+•*"
            if item and not above and PART.match(self.folded, heading[0]):
                # "Đến 30/9 có 45 hộ. Trong đó: - …": the list goes on with the sentence before.
                index = bisect_left(self._sentence_starts, heading[0])
                opened = self.layout.sentences[index - 1].start if index else heading[0]
                opening = self.times.between(opened, opened + OPENING) if index else []
                if opening:
                    return self._of_time(opening[-1], "heading")
            if above and not looks_ahead(self.folded, above):
                return Held(self._as_counted(above[-1].period), "heading", above[-1].start, above[-1].end)
            if self._planned is not None and heads_plans(self.folded, *heading):
                return Held(self._planned.period, "heading", self._planned.start, self._planned.end)
        return self._of_document("period", self.document.period)

    def _dates_paper(self, time: TimeMention) -> bool:
        """Tell whether a time is the day of publishing in a line of its own, which dates nothing below it."""
        day = self.document.sources.get("published")
        return day is not None and day.start is not None and day.start < time.end <= (day.end or 0)

    @cached_property
    def _planned(self) -> TimeMention | None:
        """The time to come that the title names: ``Kết quả năm 2022,`` *phương hướng năm 2023*."""
        period, title = self.document.period, self.layout.title
        if period is None or title is None:
            return None
        last = self.times.between(*title)[-1:]
        ahead = [t for t in last if t.start_date > period.start and t.end_date > period.end]
        return ahead[0] if ahead else None

    def _of_document(self, field: str, value: T | None) -> Held[T]:
        if field not in self._documented:
            source = self.document.sources.get(field)
            self._documented[field] = (
                Held(value, "document", source.start, source.end)
                if source is not None
                else Held(value, "document")
            )
        return self._documented[field]

    def _paragraph(self, sentence: Sentence) -> Held[Interval] | None:
        """Give the period that an earlier sentence of the paragraph opens with, not a day or some years."""
        index = bisect_left(self._sentence_starts, sentence.start)
        end = sentence.start
        for at in range(index - 1, max(index - 6, -1), -1):
            before = self.layout.sentences[at]
            # "Trong đó, …" goes on with the line above it.
            goes_on = at == index - 1 and GOES_ON.match(self.folded, sentence.start) is not None
            if not goes_on and self.text.find("\n", before.end, end) >= 0:
                return None
            opening = self.times.between(before.start, before.start + (2 * OPENING if goes_on else OPENING))
            if goes_on:
                # What stands behind a number of that sentence does not date this one.
                # Of several times in it none is that of what is told more of.
                alone = len(self.times.between(before.start, before.end)) == 1
                opening = [
                    t for t in opening if alone and not _DIGIT.search(self.folded, before.start + 4, t.start)
                ]
            if opening:
                first = opening[0]
                within = first.start_date.year == first.end_date.year
                day = first.grain == "day" and not (goes_on and self.document.period is None)
                return self._of_time(first, "paragraph") if within and not day else None
            end = before.start
        return None

    def _labelled(self, sentence: Sentence) -> Held[Interval] | None:
        """Give the period of the label that opens a paragraph: ``b) Lũy kế 9 tháng năm 2019: … . …``."""
        time = labelling(self.folded, self.times, sentence.start)
        return self._of_time(time, "paragraph") if time is not None else None

    def place(self, clause: Clause, start: int, end: int) -> Held[str]:
        """Give the place of a number: the one that its clause opens with or sets, or the document's."""
        places = self._places.between(max(clause.start, start - WIDTH), start)
        rows = in_rows(self.folded, places)
        for mention in reversed(places):
            if mention.start not in rows and locates(self.folded, clause.start, mention, start):
                return Held(mention.name, "clause", mention.start, mention.end)
        behind = self._places.between(end, clause.end)[:2]
        if behind and locates_behind(self.folded, end, behind):
            return Held(behind[0].name, "behind", behind[0].start, behind[0].end)
        return self._of_document("place", self.document.place)

    def organization(self, clause: Clause, start: int) -> Held[str]:
        """Give who acts: the nearest subject of the clause, the first of the sentence, or the publisher."""
        return self._doers.of(clause, start)

    @cached_property
    def _doers(self) -> Doers:
        """Who acts in which clause."""
        owners = Owners(self.folded, self.layout, self._headings, self._agencies, self._places, self.document)
        people = Row([m for m in self.mentions if isinstance(m, PersonMention)])
        return Doers(self.folded, self.layout, self._agencies, people, owners, self.publisher)

    @cached_property
    def publisher(self) -> Held[str]:
        """The agency that reports."""
        return self._of_document("publisher", self.document.publisher)
