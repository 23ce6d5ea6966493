"""From atoms to days: missing years from the nearest context, relative words from their anchor."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from typing import NamedTuple

from vnreport.layout import Layout, Sentence
from vnreport.mentions.times import lunar
from vnreport.mentions.times.calendar import (
    Atom,
    Days,
    Origin,
    date_of,
    days_of,
    days_of_year,
    moved,
    unit_days,
)
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.words import words

_PARAGRAPH = 600


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


class Resolved(NamedTuple):
    """An atom with its days and where its year came from."""

    atom: Atom
    days: Days
    origin: Origin


class Resolver:
    """Resolves the atoms of one document in text order."""

    def __init__(
        self,
        reading: Reading,
        layout: Layout,
        atoms: list[Atom],
        anchors: Anchors,
        latest_cited: int | None = None,
    ) -> None:
        """Prepare to resolve.

        Args:
            reading: the text.
            layout: its shape.
            atoms: what to resolve, in text order.
            anchors: what the document as a whole says of its time.
            latest_cited: latest year of any date, those of cited instruments too: better than none.
        """
        self._latest_cited = latest_cited
        self._reading = reading
        self._layout = layout
        self._anchors = anchors
        self._sentences = _sentences_of(layout, atoms)
        self._strong = self._strong_years(atoms)
        self._headings: dict[int, int | None] = {}
        self._atoms = atoms
        self._majority = _majority(atoms)
        self._period: tuple[int, Days] | None = None
        """Where the last period under discussion stood, and its days."""
        self._last_strong: int | None = None

    def resolve(self) -> list[Resolved | None]:
        """Give each atom its days; None where the text does not say enough or the day is impossible."""
        return [self._one(index) for index in range(len(self._atoms))]

    def _one(self, index: int) -> Resolved | None:
        atom = self._atoms[index]
        found = self._days(index, atom)
        if self._strong[index]:
            self._last_strong = index
        if found is None:
            return None
        if self._discussed(index, atom):
            self._period = atom.start, found[0]
        return Resolved(atom, *found)

    def _days(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        if atom.kind == "same":
            return self._same(index, atom)
        if atom.kind in {"count", "since"}:
            return self._of_document(index, atom)
        if atom.kind == "relative":
            return self._relative(index, atom)
        year, origin = self._year(index, atom)
        if year is None:
            return None
        if atom.kind == "lunar":
            day = lunar.to_solar(year, *atom.first)
            return ((day, day), origin) if day else None
        if atom.until_now:
            return self._until_now(atom, year, origin)
        if atom.crosses:
            atom.last_year, year = year, year - 1
        days = days_of(atom, year)
        return (days, origin) if days else None

    def _of_document(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Read ``6 tháng`` and ``từ đầu năm`` by the document's period."""
        period, title = self._anchors.period, self._anchors.title
        months = atom.last[0]
        if atom.kind == "since":
            end = period[1] if period else self._today()
            return ((dt.date(end.year, 1, 1), end), "document") if end else None
        if period is not None and self._anchors.grain in {"half", "interval"}:
            if _months_long(period) != months:
                return None
            if title and title[0] <= atom.start < title[1]:
                return period, "document"
            following = self._reading.folded[atom.end : atom.end + 12].split()[:1]
            lasting = self._reading.word_before(atom.start) in words("lasting")
            return (
                None if lasting or words("lasting").issuperset(following or ["-"]) else (period, "document")
            )
        if period is not None or title is None or not title[0] <= atom.start < title[1]:
            return None
        year, origin = self._context_year(index, atom)
        days = days_of(atom, year) if year is not None else None
        return (days, origin) if days else None

    def _until_now(self, atom: Atom, year: int, origin: Origin) -> tuple[Days, Origin] | None:
        """End an interval on the day of writing, where that is known."""
        period = self._anchors.period
        today = self._today() or (period[1] if period else None)
        first = date_of(year, *atom.first)
        if first is None:
            return None
        if today is None or today < first:
            days = days_of(atom, year)
            return (days, origin) if days and days[0] != days[1] else None
        atom.end, atom.grain = atom.now_end, "interval"
        return (first, today), origin

    def _today(self) -> dt.date | None:
        return self._anchors.reference or self._anchors.published

    def _origin_of_today(self) -> Origin:
        return "reference" if self._anchors.reference else "document"

    # Years

    def _year(self, index: int, atom: Atom) -> tuple[int | None, Origin]:
        """Give the year of an atom: its own, shifted from an anchor, or the nearest context's."""
        if atom.year is not None:
            return atom.year, atom.origin
        if atom.year_shift is None:
            return self._context_year(index, atom)
        base, origin = self._base_year(index, atom.deictic)
        return (None if base is None else base + atom.year_shift), origin

    def _base_year(self, index: int, deictic: bool) -> tuple[int | None, Origin]:
        today = self._today()
        before = None if deictic else self._sentence_year(index, behind=False)
        if before is not None:
            return before, "sentence"
        if not deictic and self._anchors.title_year is not None:
            return self._anchors.title_year, "document"
        if today is not None:
            return today.year, self._origin_of_today()
        if self._anchors.title_year is not None:
            return self._anchors.title_year, "document"
        return self._majority, "document"

    def _context_year(self, index: int, atom: Atom) -> tuple[int | None, Origin]:
        """Look for a year in the sentence, the headings above, the title, the document, the reference."""
        year = self._sentence_year(index, behind=True)
        if year is not None:
            return year, "sentence"
        sentence = self._sentences[index]
        if sentence is not None and sentence.section >= 0:
            year = self._heading_year(sentence.section)
            if year is not None:
                return year, "section"
        anchors = self._anchors
        if anchors.title_year is not None:
            last = anchors.period[1] if anchors.period else None
            return _turned(anchors.title_year, last, atom), "document"
        if anchors.published is not None:
            return _turned(anchors.published.year, anchors.published, atom), "document"
        if self._last_strong is not None:
            return self._atoms[self._last_strong].year, "document"
        if self._majority is not None:
            return self._majority, "document"
        if anchors.reference is not None:
            return _turned(anchors.reference.year, anchors.reference, atom), "reference"
        return self._latest_cited, "document"

    def _sentence_year(self, index: int, behind: bool) -> int | None:
        """Give the year of the nearest dated atom of the same sentence, before it or also behind it."""
        sentence = self._sentences[index]
        if sentence is None:
            return None
        last = self._last_strong
        if last is not None and self._atoms[last].start >= sentence.start:
            return self._atoms[last].year
        following = index + 1
        if behind and following < len(self._atoms) and self._atoms[following].start < sentence.end:
            atom = self._atoms[following]
            if self._strong[following] and not atom.plain_year:
                return atom.year
        return None

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
            current = self._parents.get(current)
        for each in path:
            self._headings[each] = year
        return year

    @property
    def _parents(self) -> dict[int, int]:
        """The section that each section lies in."""
        cached = getattr(self, "_parent_cache", None)
        if cached is not None:
            return cached  # type: ignore[no-any-return]
        parents: dict[int, int] = {}
        open_: list[int] = []
        for index, section in enumerate(self._layout.sections):
            while open_ and self._layout.sections[open_[-1]].end <= section.start:
                open_.pop()
            if open_:
                parents[index] = open_[-1]
            open_.append(index)
        self._parent_cache = parents
        return parents

    def _strong_years(self, atoms: list[Atom]) -> list[bool]:
        """Tell of each atom whether its year is the time of its sentence, not of a plan or a comparison."""
        return [self._is_strong(index, atom) for index, atom in enumerate(atoms)]

    def _is_strong(self, index: int, atom: Atom) -> bool:
        if atom.year is None or atom.last_year is not None or atom.kind != "fixed":
            return False
        if self._reading.ends_with(atom.start, "compare"):
            return False
        if not atom.plain_year:
            return True
        sentence = self._sentences[index]
        if sentence is None or atom.start - sentence.start > 24:
            return False
        head = self._reading.folded[sentence.start : atom.start]
        return all(word in words("opener") for word in head.replace("-", " ").replace("+", " ").split())

    # Relative words

    def _relative(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Count from the period at hand (``tháng trước``) or from the day of writing (``hôm qua``)."""
        anchors = self._anchors
        unit = atom.unit or "year"
        if unit != "day":
            sentence = self._sentences[index]
            period = self._period
            if not atom.deictic and sentence and period and period[0] >= sentence.start:
                days = unit_days(period[1][0], unit, atom.shift)
                return (days, "sentence") if days else None
            if anchors.period is not None and (not atom.deictic or anchors.grain == unit):
                edge = anchors.period[0] if atom.shift <= 0 else anchors.period[1]
                days = unit_days(edge, unit, atom.shift)
                return (days, "document") if days else None
        if unit == "day":
            day = self._day_in_brackets(index, atom)
            if day is not None:
                return day
        today = self._today()
        if today is None and anchors.period is not None and unit != "day":
            today = anchors.period[1]
        if today is None:
            if unit == "year" and self._majority is not None:
                today = dt.date(self._majority, 1, 1)
            else:
                return None
        days = unit_days(today, unit, atom.shift)
        return (days, self._origin_of_today()) if days else None

    def _day_in_brackets(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Take the date that stands in brackets behind ``hôm nay``: ``Chiều nay (20/4)``."""
        if index + 1 >= len(self._atoms):
            return None
        named = self._atoms[index + 1]
        between = self._reading.folded[atom.end : min(named.start, atom.end + 10)]
        if (
            named.grain != "day"
            or named.kind != "fixed"
            or between.replace("ngày", "").strip(" \xa0,") != "("
        ):
            return None
        year, origin = self._year(index + 1, named)
        days = days_of(named, year) if year is not None else None
        return (days, origin) if days else None

    def _same(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Move the period under discussion to the year (or back by the month) that ``cùng kỳ`` names."""
        base, origin = self._discussed_period(index)
        if base is None:
            base, origin = self._period_ahead(index), "sentence"
        if base is None:
            return self._named_year(index, atom)
        if atom.unit is not None:
            shifted = unit_days(base[0], atom.unit, atom.shift)
            return (shifted, origin) if shifted else None
        if atom.year is not None:
            days = moved(base, atom.year - base[0].year)
            return (days, "text") if days else None
        if atom.year_shift == 0:
            return None
        days = moved(base, atom.year_shift or -1)
        return (days, origin) if days else None

    def _named_year(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Read a ``cùng kỳ`` whose period the text does not say as the whole year that it names."""
        if "năm" not in self._reading.folded[atom.start : atom.end]:
            return (days_of_year(atom.year), "text") if atom.year is not None else None
        year, origin = self._year(index, atom)
        return (days_of_year(year), origin) if year is not None and 1 <= year <= 9999 else None

    def _discussed_period(self, index: int) -> tuple[Days | None, Origin]:
        period, sentence = self._period, self._sentences[index]
        at = self._atoms[index].start
        if period is not None and sentence is not None and period[0] >= sentence.start:
            return period[1], "sentence"
        near = period is not None and at - period[0] <= _PARAGRAPH
        if period is not None and near and "\n" not in self._reading.folded[period[0] : at]:
            return period[1], "section"
        if self._anchors.period is not None:
            return self._anchors.period, "document"
        return None, "document"

    def _period_ahead(self, index: int) -> Days | None:
        """Give the period that the sentence names behind it (``so với cùng kỳ năm 2019, tháng 8/2020``)."""
        sentence, ahead = self._sentences[index], index + 1
        if sentence is None or ahead >= len(self._atoms):
            return None
        atom = self._atoms[ahead]
        if atom.start >= sentence.end or atom.year is None or not self._discussed(ahead, atom):
            return None
        return days_of(atom, atom.year)

    def _discussed(self, index: int, atom: Atom) -> bool:
        """Tell whether its sentence is about an atom: no year of a plan, no comparison, no mere day."""
        if atom.kind != "fixed" or (atom.plain_year and not self._strong[index]):
            return False
        if atom.grain == "day" and self._reading.word_before(atom.start) not in {"đến", "tới", "hết"}:
            return False
        return self._reading.ends_with(atom.start, "compare") is None


def _months_long(days: Days) -> int:
    """Count the months of an interval, to the nearest whole number."""
    return round((days[1] - days[0]).days / 30.44)


def _within(atoms: list[Atom], start: int, end: int) -> list[Atom]:
    from bisect import bisect_left

    low = bisect_left(atoms, start, key=lambda a: a.start)
    found = []
    for atom in atoms[low:]:
        if atom.start >= end:
            break
        found.append(atom)
    return found


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


def _majority(atoms: list[Atom]) -> int | None:
    """Give the year that most of the text's dates name."""
    years = Counter(a.year for a in atoms if a.year is not None and a.last_year is None and a.kind == "fixed")
    return max(years, key=lambda y: (years[y], y)) if years else None


def _turned(year: int, anchor: dt.date | None, atom: Atom) -> int:
    """Take November and December in a text of January or February for those of the year before."""
    if anchor is not None and anchor.year == year and anchor.month <= 2 and atom.last[0] >= 11:
        return year - 1 if atom.grain in {"day", "month"} else year
    return year
