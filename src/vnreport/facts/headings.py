"""What stands above a sentence: its headings, and the line that announces a list."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from vnreport.facts.status import heads_targets
from vnreport.layout import Layout, Sentence
from vnreport.patterns import lazy

_TITLE = lazy(r"(?:[ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,3}|[a-zđ])[.)]\s*[^\W\d_][^.;\n]*$")
"""A line with a number before it and no full stop behind."""
_SIGN = lazy(r"[-–+•*.]\s?\S")
"""What an item of a list opens with that has no number."""
_LEAD = lazy(r"[*+•]\s?[^\W\d_][^.;:\n]*[^.;:,\s]$")
"""What an item without a full stop is like over items of another sign."""
_NUMBER = lazy(r"\d{1,2}[.)/]\s")
_CROSSHEAD = lazy(r"(?:[•►▪■◆]\s?)?[^\W_][^\n\t|]*[^\s.:;,!?…-]")
_SHORT, _FAR = 90, 60
"""So long is a line over paragraphs at most, in characters, and so many sentences may stand below it."""
_CLIMB = 200
"""How many sections back a heading above is looked for."""


class Headings:
    """The headings of a text, asked for by sentence; the answer for the last one is kept."""

    def __init__(self, text: str, folded: str, layout: Layout) -> None:
        self.text, self.folded, self.layout = text, folded, layout
        self._asked: tuple[int, list[tuple[int, int]]] = (-1, [])
        self._aimed: tuple[int, tuple[int, int] | None] = (-1, None)
        self._crossheads: dict[int, bool] = {}
        self._section_starts = [section.start for section in layout.sections]
        self._sentence_starts = [sentence.start for sentence in layout.sentences]

    def above(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Give the spans of the headings above a sentence, the nearest first."""
        if self._asked[0] != sentence.start:
            self._asked = (sentence.start, self._find_headings(sentence))
        return self._asked[1]

    def of_targets(self, sentence: Sentence) -> tuple[int, int] | None:
        """Give the nearest heading above a sentence over what is still to be done, or None."""
        if self._aimed[0] != sentence.start:
            above = (span for span in self.above(sentence) if heads_targets(self.folded, *span))
            self._aimed = (sentence.start, next(above, None))
        return self._aimed[1]

    def crosshead(self, sentence: Sentence) -> tuple[int, int] | None:
        """Give the nearest line of a news article above a sentence that heads some of its paragraphs.

        ``Kết quả nhiệm kỳ 2020 - 2025`` on a line of its own, without a full stop, over prose.
        """
        sentences = self.layout.sentences
        index = bisect_left(self._sentence_starts, sentence.start)
        for at in range(index - 1, max(index - _FAR, -1), -1):
            before = sentences[at]
            if before.section != sentence.section:
                return None
            if self._is_crosshead(at):
                return before.start, before.end
        return None

    def _is_crosshead(self, at: int) -> bool:
        known = self._crossheads.get(at)
        if known is None:
            known = self._crossheads[at] = self._heads_prose(at)
        return known

    def _heads_prose(self, at: int) -> bool:
        sentences, text = self.layout.sentences, self.text
        line = sentences[at]
        if line.end - line.start > _SHORT or not 0 < at < len(sentences) - 1:
            return False
        above, below = sentences[at - 1], sentences[at + 1]
        alone = "\n" in text[above.end : line.start] and "\n" in text[line.end : below.start]
        ended = text[above.end - 1] in ".!?”…" or "\n\n" in text[above.end : line.start]
        if not (alone and ended) or _CROSSHEAD.fullmatch(text, line.start, line.end) is None:
            return False
        # Prose behind it; a row of short lines is a list.
        return text[below.end - 1] in ".!?”…;:" and below.end - below.start > _SHORT // 2

    def _find_headings(self, sentence: Sentence) -> list[tuple[int, int]]:
        found = [] if (label := self._label(sentence)) is None else [label]
        index = bisect_right(self._section_starts, sentence.start) - 1
        level = 1 << 30
        floor = max(-1, index - _CLIMB)
        while index > floor and level > 1:
            section = self.layout.sections[index]
            if section.level < level and section.end >= sentence.end and section.heading:
                found.append((section.start, section.start + len(section.heading)))
                level = section.level
            index -= 1
        return found

    def _is_over(self, at: int, index: int) -> bool:
        """Tell whether the list that the sentence ``at`` leads in ends before the sentence ``index``.

        It does with a line that is no item where the first is one, and with the next number of its own kind.
        """
        sentences = self.layout.sentences
        lines = [
            self.text[sentence.start : sentence.start + 6]
            for last, sentence in zip(sentences[at:], sentences[at + 1 : index + 1], strict=False)
            if "\n" in self.text[last.end : sentence.start]
        ]
        if not lines:
            return False
        if _SIGN.match(lines[0]) and not all(_SIGN.match(line) for line in lines):
            return True
        number = _NUMBER.match(self.text, sentences[at].start)
        return number is not None and any(_NUMBER.match(line) for line in lines)

    def _leads_in(self, at: int, index: int) -> bool:
        """Tell whether the sentence ``at`` stands over a list without a colon: ``* Chỉ tiêu 2021 - 2026``."""
        sentences = self.layout.sentences
        line, item = self.text[sentences[at].start], self.text[sentences[at + 1].start]
        if line == item or _LEAD.match(self.folded, sentences[at].start, sentences[at].end) is None:
            return False
        return _SIGN.match(self.text, sentences[at + 1].start) is not None and not self._is_over(at, index)

    def _label(self, sentence: Sentence) -> tuple[int, int] | None:
        """Give the line above a sentence or its list that ends in a colon or is a numbered title."""
        sentences = self.layout.sentences
        index = bisect_left(self._sentence_starts, sentence.start)
        for at in range(index - 1, max(index - 12, -1), -1):
            before = sentences[at]
            if before.section != sentence.section:
                return None
            own_line = self.text.find("\n", before.end, sentences[at + 1].start) >= 0
            if own_line and self.text[before.end - 1] == ":":
                return None if self._is_over(at, index) else (before.start, before.end)
            short = own_line and before.end - before.start < 90
            if short and _TITLE.match(self.folded, before.start, before.end):
                return before.start, before.end
            if short and self._leads_in(at, index):
                return before.start, before.end
        return None
