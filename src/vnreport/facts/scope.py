"""What stands around a number: its clause, sentence, section, and whose time, place and agent hold there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from vnreport.facts.periods import OPENING, Times, dates_something_else
from vnreport.facts.words import squeeze, status_cue, target_heading
from vnreport.layout import Layout, Sentence
from vnreport.report import (
    AnyMention,
    Document,
    Interval,
    OrganizationMention,
    PlaceMention,
    TimeMention,
)
from vnreport.text import fold

Status = Literal["result", "target", "limit"]

@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a sentence that states facts of its own."""

    start: int
    end: int
    sentence: Sentence


class Scope:
    """The text with its mentions, for asking what holds at a place in it."""

    def __init__(self, text: str, layout: Layout, mentions: list[AnyMention], document: Document) -> None:
        self.text = text
        self.folded = fold(text)
        self.layout = layout
        self.mentions = mentions
        self.document = document
        self._starts = [m.start for m in mentions]
        self.times = Times(self.folded, mentions)

    def between(self, start: int, end: int) -> list[AnyMention]:
        """Give the mentions that begin in ``[start, end)``."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def clause(self, sentence: Sentence, start: int, end: int) -> Clause:
        """Give the clause around ``[start, end)``: up to the next semicolon or bullet."""
        left = self.text.rfind(";", sentence.start, start) + 1 or sentence.start
        right = self.text.find(";", end, sentence.end)
        right = sentence.end if right < 0 else right
        while left < start and self.text[left].isspace():
            left += 1
        while right > end and self.text[right - 1].isspace():
            right -= 1
        return Clause(left, right, sentence)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [s.start for s in self.layout.sections]

    def headings(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Give the spans of the headings above a sentence, the nearest first."""
        found = []
        index = bisect_right(self._section_starts, sentence.start) - 1
        level = 1 << 30
        while index >= 0 and level > 1:
            section = self.layout.sections[index]
            if section.level < level and section.end >= sentence.end and section.heading:
                found.append((section.start, section.start + len(section.heading)))
                level = section.level
            index -= 1
        return found

    def announcing(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Give the line before a list item if it ends in a colon, past the items between."""
        sentences = self.layout.sentences
        index = bisect_left(sentences, sentence.start, key=lambda s: s.start)
        for at in range(index - 1, max(index - 12, -1), -1):
            before = sentences[at]
            if self.text[before.end - 1] == ":":
                return [(before.start, before.end)]
            if self.text[before.start] not in "-–+•*":
                break
        return []

    def period(self, clause: Clause, start: int, end: int) -> Interval | None:
        """Give the period of a number at ``[start, end)``: of its clause, sentence, paragraph, section, document."""
        times, sentence = self.times, clause.sentence
        before = times.between(clause.start, start)
        relative = times.relative(before[-1].end if before else clause.start, start, self.document.period)
        if relative is not None:
            return relative
        if before:
            return times.reach(before[-1])
        for time in times.between(end, clause.end):
            if self._dates(time, end):
                return time.period
            break
        # A time that opens the sentence holds for all its clauses; one inside another clause does not.
        opening = [t for t in times.between(sentence.start, start) if t.start - sentence.start <= OPENING]
        if opening:
            return times.reach(opening[-1])
        for heading in self.headings(sentence):
            above = times.between(*heading)
            if above:
                return above[-1].period
        return self.document.period

    def _dates(self, time: TimeMention, end: int) -> bool:
        """Tell whether the first time behind a number that ends at ``end`` dates it."""
        between = self.folded[end : time.start]
        return "(" not in between and not dates_something_else(self.folded, time)

    def place(self, clause: Clause, start: int) -> str | None:
        """Give the place of a number: the nearest before it, else behind it, else the document's."""
        found = [m for m in self.between(clause.sentence.start, clause.end) if isinstance(m, PlaceMention)]
        before = [m for m in found if m.start < start]
        if before:
            return before[-1].name
        behind = [m for m in found if clause.start <= m.start]
        return behind[0].name if behind else self.document.place

    def organization(self, clause: Clause, start: int) -> str | None:
        """Give who acts: the first organisation of the sentence before the number, else the publisher."""
        for m in self.between(clause.sentence.start, start):
            if isinstance(m, OrganizationMention):
                return m.name
        return self.document.publisher

    def status(self, clause: Clause, start: int) -> Status:
        """Tell a result, a target and a limit apart, by the words before a number and the headings above."""
        pattern, kinds = status_cue()
        cues = list(pattern.finditer(self.folded, clause.start, start))
        if cues:
            status = kinds[squeeze(cues[-1].group())]
            return "limit" if status == "limit" else "target"
        for first, last in self.headings(clause.sentence):
            if target_heading().search(self.folded, first, last):
                return "target"
        return "result"
