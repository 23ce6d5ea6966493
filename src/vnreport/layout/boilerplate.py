"""Boilerplate: the frame of a web page told from the text by evidence.

A line's own wording and shape give a verdict (:mod:`vnreport.layout.shapes`). Lines that are surely
text (long, punctuated, numbered, of an official head) are anchors; between two anchors lies a gap,
and within the gap the verdicts spread to neighbours. What no evidence speaks against stays text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.layout.cues import Hit, find_cues
from vnreport.layout.heads import is_head_line
from vnreport.layout.lines import Line, ends_sentence, function_word_count, has_word
from vnreport.layout.shapes import NONE, Verdict, is_dated_headline, is_label_number, judge
from vnreport.layout.trim import cut_frames

OPENING = frozenset({"related", "counter", "poll", "comment", "footer", "login", "contact", "tags"})
"""Kinds of frame behind which a page has no more text of its own, unless prose follows."""
_MARKED = re.compile(r"(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\s?[.)/]\s*[^\W\d]|[a-zđ]\)\s|\(\w\)\s")
_ITEM = re.compile(r"[-–—+*•]\s*\S")
VISIT_LABELS = frozenset({"hôm nay", "hôm qua", "trong tuần", "tuần này", "trong ngày"})
REACH = 6
"""How many lines a strong verdict at the page's top or foot lends weight to a weak one."""


def mark_boilerplate(lines: Sequence[Line], text: str) -> list[Line]:
    """Give the lines with ``kind`` set to ``boilerplate`` where they are; some are cut in two or three.

    Args:
        lines: the physical lines of ``text`` in order.
        text: the whole text.
    """
    hits = find_cues(text)
    if not hits:
        return _mark(list(lines), [()] * len(lines))
    pieces, of_piece = cut_frames(lines, hits, text)
    return _mark(pieces, of_piece)


def _mark(lines: list[Line], hits: Sequence[Sequence[Hit]]) -> list[Line]:
    verdicts = [
        judge(line, own) if own or len(line.text) <= 120 else NONE
        for line, own in zip(lines, hits, strict=True)
    ]
    for index, line in enumerate(lines):
        if line.kind == "boilerplate":
            verdicts[index] = Verdict("strong", "menu")
    last_anchor = -1
    for index in range(len(lines) + 1):
        if index == len(lines) or _is_anchor(lines[index], verdicts[index]):
            if index - last_anchor > 1:
                _Gap(lines, verdicts, last_anchor + 1, index).mark()
            last_anchor = index
    return lines


def _is_anchor(line: Line, verdict: Verdict) -> bool:
    """Tell whether a line is surely text."""
    if verdict.strength == "strong":
        return False
    text = line.text
    size = len(text)
    if size >= 200 or is_head_line(text):
        return True
    if ends_sentence(text) and not verdict.strength:
        return size >= 60 or (size >= 20 and bool(_ITEM.match(text)))
    return bool(_MARKED.match(text)) and not verdict.strength and len(text.split()) > 2


class _Gap:
    """The lines ``[first, last)`` between two anchors."""

    def __init__(self, lines: list[Line], verdicts: list[Verdict], first: int, last: int) -> None:
        self.lines = lines
        self.verdicts = verdicts
        self.first = first
        self.last = last
        self.is_top = first == 0
        self.is_foot = last == len(lines)

    def mark(self) -> None:
        """Decide each line of the gap."""
        span = range(self.first, self.last)
        if not any(self.verdicts[i].strength for i in span):
            return
        self._mark_strong(span)
        self._mark_counters(span)
        self._mark_weak(span)
        if self.is_top:
            self._mark_open_top()
        if self.is_foot:
            self._mark_open_foot()
        if not (self.is_top or self.is_foot):
            self._mark_open_middle()

    def _is_frame(self, index: int) -> bool:
        return self.first <= index < self.last and self.lines[index].kind == "boilerplate"

    def _is_enclosed(self, index: int, words: int) -> bool:
        """Tell whether a line of at most so many words has boilerplate on both sides."""
        around = self._is_frame(index - 1) and self._is_frame(index + 1)
        return around and len(self.lines[index].text.split()) <= words

    def _is_entry(self, index: int) -> bool:
        return is_dated_headline(self.lines[index].text) or self._is_frame(index + 1)

    def _set(self, index: int) -> None:
        self.lines[index].kind = "boilerplate"

    def _mark_strong(self, span: range) -> None:
        edge = self.is_top or self.is_foot
        strong = [i for i in span if self.verdicts[i].strength == "strong"]
        for i in strong:
            if self.verdicts[i].kind == "byline" and not edge and len(strong) == 1:
                continue
            self._set(i)

    def _mark_counters(self, span: range) -> None:
        """Mark runs of labels with bare numbers that hold or follow a counter of visits."""
        i = self.first
        while i < self.last:
            j = i
            while j < self.last and self._counts(j):
                j += 1
            if j > i and self._is_counter_run(i, j):
                for k in range(i, j):
                    self._set(k)
            i = max(j, i + 1)

    def _counts(self, index: int) -> bool:
        return self.verdicts[index].kind in ("counter", "date") or is_label_number(self.lines[index].text)

    def _is_counter_run(self, first: int, last: int) -> bool:
        counters = [k for k in range(first, last) if self.verdicts[k].kind == "counter"]
        if any(self.verdicts[k].strength == "strong" for k in counters):
            return True
        labels = {self.lines[k].text.lower().split(":")[0].strip(" •-*+") for k in counters}
        headed = self._is_frame(first - 1) and self.verdicts[first - 1].kind == "counter"
        return len(labels & VISIT_LABELS) >= 2 or (bool(counters) and headed)

    def _mark_weak(self, span: range) -> None:
        weak = [i for i in span if self.verdicts[i].strength == "weak" and not self._is_frame(i)]
        buttons = sum(self.verdicts[i].kind in ("menu", "share", "access", "login", "banner") for i in span)
        contacts = sum(self.verdicts[i].kind in ("contact", "footer") for i in span)
        for i in weak:
            kind = self.verdicts[i].kind
            near = any(self._is_frame(k) for k in range(i - REACH, i + REACH + 1) if k != i)
            beside = self._is_frame(i - 1) or self._is_frame(i + 1)
            if kind == "pager":
                frame = beside or self._stands_alone(i)
            elif self.is_top or self.is_foot:
                frame = near or (kind in ("menu", "share", "access", "login") and buttons >= 3)
                frame = frame or (kind in ("contact", "footer") and self.is_foot and contacts >= 2)
                frame = frame or (kind == "date" and self.is_top and i < 15)
                frame = frame and not (kind == "counter" and not near)
            else:
                frame = self._is_frame(i - 1) and self._is_frame(i + 1)
            if frame:
                self._set(i)

    def _stands_alone(self, index: int) -> bool:
        after = index + 1
        alone = self.lines[index].gap >= 2 or index == 0
        return alone and (after >= len(self.lines) or self.lines[after].gap >= 2)

    def _mark_open_top(self) -> None:
        """Mark short lines that stand between menus; the likeliest title is left."""
        frames = [i for i in range(self.first, self.last) if self._is_frame(i)]
        if not frames:
            return
        title = self._title_line()
        for i in range(self.first, frames[-1]):
            text = self.lines[i].text
            if i != title and not self._is_frame(i) and len(text.split()) <= 8 and not ends_sentence(text):
                self._set(i)

    def _title_line(self) -> int:
        best, best_score = -1, 0.0
        for i in range(self.first, self.last):
            if self._is_frame(i) or self.verdicts[i].strength:
                continue
            words = len(self.lines[i].text.split())
            score = min(words, 14) + function_word_count(self.lines[i].text) + (i - self.first) * 0.1
            if words >= 4 and score > best_score:
                best, best_score = i, score
        return best

    def _mark_open_foot(self) -> None:
        """Mark everything behind the first sure sign that the page's own text is over."""
        opened = False
        for i in range(self.first, self.last):
            line = self.lines[i]
            if self._is_frame(i):
                opened = opened or self.verdicts[i].kind in OPENING
            elif (opened and not _MARKED.match(line.text)) or self._is_enclosed(i, 8):
                self._set(i)

    def _mark_open_middle(self) -> None:
        """Mark the entries of a list of related articles in the middle of the text."""
        related = False
        for i in range(self.first, self.last):
            line = self.lines[i]
            if self._is_frame(i):
                related = self.verdicts[i].kind == "related"
            elif (related and self._is_entry(i)) or self._is_enclosed(i, 6):
                self._set(i)
            elif has_word(line.text):
                related = False
