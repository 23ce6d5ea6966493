"""Which year a date is of that does not say it: the nearest context's."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

from vnreport.layout import Layout, Sentence
from vnreport.mentions.times.calendar import Atom, Days, Origin, days_of_year
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.words import words

_EARLY = 2
"""The last month in which the year before is summed up."""
_LEAD, _OPENS = 700, 24
"""How far behind the title, and in its sentence, the day stands on which a paper was written."""
_LATELY = 300
"""How far behind a month with its year the same month without may stand."""
_LONG_AGO, _PARAGRAPH = 6, 250
"""A year so far back and so far above says nothing of a day, where the caller tells when all was written."""
_LAST_MONTH = 12
_AUTUMN = 8
"""The month that school years and winter crops begin with."""


class Anchors(NamedTuple):
    """What the document as a whole says of its time."""

    title_year: int | None
    period: Days | None
    """The period that the title names."""
    grain: str | None
    """How fine the title names it."""
    published: dt.date | None
    reference: dt.date | None
    title: tuple[int, int] | None = None
    """Span of the title."""


class Years:
    """Finds the years of one document's atoms, which are to be asked for in text order."""

    def __init__(
        self,
        reading: Reading,
        layout: Layout,
        atoms: list[Atom],
        anchors: Anchors,
        latest_cited: int | None,
    ) -> None:
        """Prepare; see :class:`~vnreport.mentions.times.resolving.Resolver` for the arguments."""
        self._latest_cited = latest_cited
        self._reading = reading
        self._layout = layout
        self._anchors = anchors
        self._atoms = atoms
        self.sentences = _sentences_of(layout, atoms)
        """The sentence of each atom."""
        self.strong = self._strong_years(atoms)
        """Of each atom, whether its year is the time of its sentence, not of a plan or a comparison."""
        self.majority, self._told = majority_year(reading, atoms)
        """The year that most of the text's dates name, and whether any of them is more than compared with."""
        self._headings: dict[int, int | None] = {}
        self._parent_of: dict[int, int] | None = None
        self._last_strong: int | None = None

    def passed(self, index: int) -> None:
        """Note that an atom is read: those behind it may take its year."""
        if self.strong[index]:
            self._last_strong = index

    def today(self) -> dt.date | None:
        """Give the day of writing: the caller's, else the document's."""
        return self._anchors.reference or self._anchors.published

    def origin_of_today(self) -> Origin:
        """Tell where the day of writing is from."""
        return "reference" if self._anchors.reference else "document"

    def year(self, index: int, atom: Atom) -> tuple[int | None, Origin]:
        """Give the year of an atom: its own, shifted from an anchor, or the nearest context's."""
        if atom.year is not None:
            return atom.year, atom.origin
        if atom.year_shift is None:
            return self.context_year(index, atom)
        base, origin = self._base_year(index, atom.deictic)
        return (None if base is None else base + atom.year_shift), origin

    def _base_year(self, index: int, deictic: bool) -> tuple[int | None, Origin]:
        today = self.today()
        before = None if deictic else self._sentence_year(index, behind=False)
        if before is not None:
            return before, "sentence"
        if not deictic and self._anchors.title_year is not None:
            return self._anchors.title_year, "document"
        if today is not None:
            return today.year, self.origin_of_today()
        if self._anchors.title_year is not None:
            return self._anchors.title_year, "document"
        return self.majority, "document"

    def context_year(self, index: int, atom: Atom) -> tuple[int | None, Origin]:
        """Look for a year in the sentence, the headings above, the title, the document, the reference."""
        year = self._sentence_year(index, behind=True)
        if year is not None:
            return year, "sentence"
        year = self.headed(index)
        if year is not None:
            return year, "section"
        anchors = self._anchors
        lately = self._named_lately(index, atom)
        if lately is not None:
            return lately, "section"
        if anchors.title_year is None and anchors.period is not None and _spans_two(anchors.period):
            return anchors.period[0].year + (atom.first[0] < _AUTUMN), "document"
        if anchors.title_year is not None and self._told_after(index, atom):
            return anchors.title_year + 1, "document"
        if anchors.title_year is not None:
            last = anchors.period[1] if anchors.period else None
            return self._turned(anchors.title_year, last, atom), "document"
        if anchors.published is not None:
            return self._turned(anchors.published.year, anchors.published, atom), "document"
        compared = self.compared_behind(index)
        if compared is not None:
            return compared, "sentence"
        strong = None if self._last_strong is None else self._atoms[self._last_strong]
        if strong is not None and not self._remote(strong.year, atom.start - strong.end):
            return strong.year, "document"
        if (
            self.majority is not None
            and (self._told or anchors.reference is None)
            and not self._remote(self.majority, _PARAGRAPH)
        ):
            return self.majority, "document"
        if anchors.reference is not None:
            return self._turned(anchors.reference.year, anchors.reference, atom), "reference"
        return self._latest_cited, "document"

    def _remote(self, year: int | None, gap: int) -> bool:
        """Tell whether a year is far from the caller's day: history, told above, or what is to come."""
        today = self._anchors.reference
        if today is None or year is None:
            return False
        return year > today.year + 1 or (today.year - year > _LONG_AGO and gap >= _PARAGRAPH)

    def compared_behind(self, index: int) -> int | None:
        """Give the year behind that of a ``cùng kỳ`` later in the sentence: ``5 tháng … so cùng kỳ 2017``."""
        sentence = self.sentences[index]
        for atom in self._atoms[index + 1 : index + 4] if sentence is not None else ():
            if sentence is None or atom.start >= sentence.end:
                break
            if atom.kind == "same" and atom.year is not None:
                return year_at_hand(atom)
        return None

    def _named_lately(self, index: int, atom: Atom) -> int | None:
        """Give the year that the same part of one was named with shortly before: ``quý IV/2017 … quý IV``.

        The part that the document is about is that of the document's year.
        """
        whole = self._anchors.period
        own = whole is not None and (whole[1].month == atom.last[0] or whole[0].month == atom.first[0])
        if own or atom.kind != "fixed" or atom.grain not in {"month", "quarter"}:
            return None
        years = set()
        for before in self._atoms[max(0, index - 4) : index]:
            same = (before.first, before.last, before.kind) == (atom.first, atom.last, "fixed")
            if same and before.year is not None and atom.start - before.end < _LATELY:
                years.add(None if self._reading.ends_with(before.start, "compare") else before.year)
        return years.pop() if len(years) == 1 else None

    def _told_after(self, index: int, atom: Atom) -> bool:
        """Tell whether a day opens a paper on the year before it: ``Sáng 15-1, … tổng kết năm 2017``."""
        period, title, sentence = self._anchors.period, self._anchors.title, self.sentences[index]
        if (
            period is None
            or title is None
            or sentence is None
            or atom.grain != "day"
            or atom.last[0] > _EARLY
        ):
            return False
        year = period[0].year
        whole = period == days_of_year(year)
        opens = title[1] <= atom.start < title[1] + _LEAD and atom.start - sentence.start < _OPENS
        if not (whole and opens):
            return False
        published = self._anchors.published
        if published is not None:
            return published.year == year + 1
        return any(a.year == year + 1 and a.last_year is None for a in self._atoms)

    def headed(self, index: int) -> int | None:
        """Give the year that the headings above an atom name."""
        sentence = self.sentences[index]
        return None if sentence is None or sentence.section < 0 else self._heading_year(sentence.section)

    def _turned(self, year: int, anchor: dt.date | None, atom: Atom) -> int:
        """Take November and December in a text of January or February for those of the year before.

        A day that something is due ``trước`` is still to come.
        """
        if anchor is None or anchor.year != year or anchor.month > 2 or atom.last[0] < 11:
            return year
        if atom.kind == "lunar" and atom.last[0] == _LAST_MONTH:
            return year  # the resolver moves that month
        due = self._reading.word_before(atom.start) in {"trước", "nhất", "hạn"}
        return year - 1 if atom.grain in {"day", "month"} and not due else year

    def _sentence_year(self, index: int, behind: bool) -> int | None:
        """Give the year of the nearest dated atom of the same sentence, before it or also behind it."""
        sentence = self.sentences[index]
        if sentence is None:
            return None
        last = self._last_strong
        if last is not None and self._atoms[last].start >= sentence.start:
            return self._atoms[last].year
        following = index + 1
        if behind and following < len(self._atoms) and self._atoms[following].start < sentence.end:
            atom, named = self._atoms[index], self._atoms[following]
            # "quý I vẫn giữ đà tăng từ cuối năm 2017" looks back.
            since = named.grain != "interval" and self._reading.opened(named.start)
            if self.strong[following] and not named.plain_year and not since:
                return self._before(atom, named)
        return None

    def _before(self, atom: Atom, named: Atom) -> int | None:
        """Give the year of a date from the one behind it: ``hết quý III …, đến 31/01/2021`` is in order."""
        anchors = self._anchors
        at_hand = anchors.title_year or (anchors.published.year if anchors.published else None)
        late = named.year is not None and named.year - 1 == at_hand and atom.first[0] > named.first[0] + 3
        return at_hand if late else named.year

    def _heading_year(self, section: int) -> int | None:
        """Give the year that the heading of a section, or of one above it, names."""
        path = []
        year: int | None = None
        current: int | None = section
        while current is not None:
            if current in self._headings:
                year = self._headings[current]
                break
            path.append(current)
            heading = self._layout.sections[current]
            span = heading.start, heading.start + len(heading.heading)
            years = {a.year for a in _within(self._atoms, *span) if a.year and a.last_year is None}
            if len(years) == 1 and heading.kind != "boilerplate":
                year = years.pop()
                break
            current = self._parents().get(current)
        for each in path:
            self._headings[each] = year
        return year

    def _parents(self) -> dict[int, int]:
        """Give the section that each section lies in."""
        if self._parent_of is None:
            self._parent_of = {}
            around: list[int] = []
            for index, section in enumerate(self._layout.sections):
                while around and self._layout.sections[around[-1]].end <= section.start:
                    around.pop()
                if around:
                    self._parent_of[index] = around[-1]
                around.append(index)
        return self._parent_of

    def _strong_years(self, atoms: list[Atom]) -> list[bool]:
        """Tell of each atom whether its year is the time of its sentence, not of a plan or a comparison."""
        return [self._is_strong(index, atom) for index, atom in enumerate(atoms)]

    def _aimed_at(self, atom: Atom) -> bool:
        """Tell whether a day is the end of something planned: ``phấn đấu đến 31/01/2019``."""
        if atom.grain != "day" or self._reading.word_before(atom.start) not in {"đến", "tới", "trước"}:
            return False
        before = self._reading.before(atom.start).rsplit(" ", 1)[0]
        return before.endswith(("phấn đấu", "dự kiến", "chậm nhất", "hoàn thành", "yêu cầu"))

    def _is_strong(self, index: int, atom: Atom) -> bool:
        if atom.year is None or atom.last_year is not None or atom.kind != "fixed":
            return False
        if self._reading.ends_with(atom.start, "compare"):
            return False
        if not atom.plain_year:
            return not self._aimed_at(atom)
        sentence = self.sentences[index]
        if sentence is None or atom.start - sentence.start > 24:
            return False
        head = self._reading.folded[sentence.start : atom.start]
        return all(word in words("opener") for word in head.replace("-", " ").replace("+", " ").split())


def _spans_two(period: Days) -> bool:
    """Tell whether a period is named by two years, as a school year or a winter crop is."""
    first, last = period
    whole = (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return whole and first.year + 1 == last.year


def _within(atoms: list[Atom], start: int, end: int) -> list[Atom]:
    """Give the atoms that begin in a span."""
    low = bisect_left(atoms, start, key=lambda a: a.start)
    return atoms[low : bisect_left(atoms, end, lo=low, key=lambda a: a.start)]


def _sentences_of(layout: Layout, atoms: list[Atom]) -> list[Sentence | None]:
    """Give the sentence of each atom, in one walk over both."""
    found: list[Sentence | None] = []
    index, sentences = 0, layout.sentences
    for atom in atoms:
        while index < len(sentences) and sentences[index].end <= atom.start:
            index += 1
        inside = index < len(sentences) and sentences[index].start < atom.end
        found.append(sentences[index] if inside else None)
    return found


def year_at_hand(atom: Atom) -> int | None:
    """Give the year that an atom speaks for: 2022 where it looks back to ``cùng kỳ năm 2021``."""
    if atom.year is None or atom.kind != "same":
        return atom.year
    return atom.year + 1


def _after(atom: Atom) -> int | None:
    """Give the year that a report speaks of which compares with an atom: the next to a whole one."""
    return atom.year + 1 if atom.year is not None and atom.grain == "year" else atom.year


def majority_year(reading: Reading, atoms: list[Atom]) -> tuple[int | None, bool]:
    """Give the year that most of the text's dates name, and whether one does that nothing is compared with.

    Those that numbers are compared with count only where there are no others.
    """
    dated = [a for a in atoms if a.year is not None and a.last_year is None and a.kind in {"fixed", "lunar"}]
    named = [a for a in dated if reading.ends_with(a.start, "compare") is None]
    named += 2 * [a for a in atoms if a.year is not None and a.kind == "same"]
    years = Counter(map(year_at_hand, named) if named else map(_after, dated))
    most = max(filter(None, years), key=lambda y: (years[y], y), default=None)
    # Nothing is written before the months that it adds up: "3 tháng đầu năm 2017".
    added = [
        a.year for a in named if a.grain in {"half", "interval"} and a.first == (1, 1) and a.last[0] < 12
    ]
    return max(filter(None, [most, *added]), default=None), bool(named)
