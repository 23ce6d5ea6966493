"""From atoms to days: missing years from the nearest context, relative words from their anchor."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple

from vnreport.layout import Layout
from vnreport.mentions.times import lengths, lunar
from vnreport.mentions.times.calendar import (
    Atom,
    Days,
    Origin,
    date_of,
    days_of,
    days_of_year,
    moved,
    unit_days,
    week_of,
)
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.words import words
from vnreport.mentions.times.years import Anchors, Years
from vnreport.patterns import lazy

_YEARS_AND = lazy(r"(?<!\w)\d{1,2} năm(?: và)?$")
_CLOCK = lazy(r"\d(?:\s?giờ|h|:)(?:\s?\d{1,2}(?:\s?phút)?)?,?\Z")
"""An hour right before a day, of which something is told at that moment."""
_UP_TO = lazy(r"(?<!\w)(?:(?:đến|tới)(?: hết)?(?: thời điểm)?|hết)\Z")
_YEAR = 12
"""No months are counted from a period of more months than these: it is a term or a plan."""
_LAST_MONTH = 12
_PARAGRAPH = 600
_SITTING = 4
"""A document's period of some days is that of a meeting, which no ``cùng kỳ`` repeats."""


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
        self._reading = reading
        self._anchors = anchors
        self._atoms = atoms
        self._years = Years(reading, layout, atoms, anchors, latest_cited)
        self._period: tuple[int, Days] | None = None
        """Where the last period under discussion stood, and its days."""

    def resolve(self) -> list[Resolved | None]:
        """Give each atom its days; None where the text does not say enough or the day is impossible."""
        return [self._one(index) for index in range(len(self._atoms))]

    def _one(self, index: int) -> Resolved | None:
        atom = self._atoms[index]
        found = self._days(index, atom)
        self._years.passed(index)
        if found is None:
            return None
        if self._discussed(index, atom):
            days = found[0]
            # What is counted "đến ngày 31/3" is counted from January.
            first = dt.date(days[1].year, 1, 1) if atom.grain == "day" else days[0]
            self._period = atom.start, (first, days[1])
        return Resolved(atom, *found)

    def _days(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        if atom.kind == "same":
            return self._same(index, atom)
        if atom.kind in {"count", "since"}:
            return self._of_document(index, atom)
        if atom.kind == "relative":
            return self._relative(index, atom)
        if atom.kind == "school":
            period = self._anchors.period
            spans_two = period is not None and period[0].year + 1 == period[1].year
            days = moved(period, -1) if period is not None and spans_two else None
            return (days, "document") if days else None
        if atom.kind == "within":
            return self._within(index, atom)
        year, origin = self._years.year(index, atom)
        if year is None:
            return None
        if atom.kind == "lunar":
            if atom.year is None and atom.first[0] == _LAST_MONTH:
                year -= 1  # the twelfth month ends in the year behind its own
            first, last = lunar.to_solar(year, *atom.first), lunar.to_solar(year, *atom.last)
            return ((first, last), origin) if first and last and first <= last else None
        if atom.kind == "week":
            week = week_of(year, atom.shift)
            return (week, origin) if week else None
        if atom.until_now:
            return self._until_now(index, atom, year, origin)
        if atom.crosses:
            atom.last_year, year = year, year - 1
        days = days_of(atom, year)
        return (days, origin) if days else None

    def _of_document(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Read ``6 tháng`` and ``từ đầu năm`` by the document's period."""
        period, title = self._anchors.period, self._anchors.title
        months = atom.last[0]
        if atom.kind == "since":
            end = period[1] if period else self._years.today()
            return ((dt.date(end.year, 1, 1), end), "document") if end else None
        titled = title is not None and title[0] <= atom.start < title[1]
        if self._lasts(atom, titled) or self._measured(atom):
            return None
        told = self._period[1] if self._period is not None and period is None else None
        if told is not None and (told[0].month, told[0].day, told[1].month) == (1, 1, months):
            return told, "section"
        past = self._reading.folded.endswith("qua", atom.start, atom.end)
        gone = lengths.just_gone(atom, self._anchors.published) if past and not titled else None
        if gone is not None:
            return gone, "document"
        if period is not None and self._anchors.grain in {"half", "interval"} and not lengths.is_week(period):
            return (period, "document") if lengths.months_long(period) == months else None
        if period is not None and not titled and months > 2 and months in lengths.completed(period):
            # ``9 tháng`` in a report of the third quarter, ``8 tháng`` in one of a week of September.
            days = days_of(atom, period[1].year)
            return (days, "document") if days else None
        signed = self._anchors.published or (self._anchors.reference if past else None)
        if not titled and period is None and signed is not None and 5 <= months == signed.month - 1:
            # A report of December that speaks of 11 months: those of its year.
            days = days_of(atom, signed.year)
            return (days, "document") if days else None
        if period is not None and not titled and self._reports(atom, period):
            # "Thu ngân sách 9 tháng đạt 200 tỷ đồng" in a letter of the whole year
            days = days_of(atom, period[1].year)
            return (days, "document") if days else None
        compared = self._years.compared_behind(index) if period is None else None
        if compared is not None:
            # "5 tháng thu 4.120 tỷ đồng, tăng 9% so với cùng kỳ năm 2018"
            days = days_of(atom, compared)
            return (days, "sentence") if days else None
        if period is not None or not titled:
            return None
        year, origin = self._years.context_year(index, atom)
        days = days_of(atom, year) if year is not None else None
        return (days, origin) if days else None

    def _reports(self, atom: Atom, period: Days) -> bool:
        """Tell whether figures are told of a count of months in a document of their whole year."""
        year = period[0].year
        if self._anchors.grain != "year" or period[1].year != year or not 1 < atom.last[0] < 12:
            return False
        signed = self._anchors.published
        over = signed is None or (signed.year, signed.month) > (year, atom.last[0])
        return over and _REPORTED.match(self._reading.folded, atom.end) is not None

    def _within(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Read ``Trong tháng`` as the month that holds the document's period, ``Trong năm`` as its year."""
        period, anchors = self._anchors.period, self._anchors
        unit = atom.unit or "year"
        headed = self._years.headed(index) if unit == "year" else None
        if headed is not None:
            return days_of_year(headed), "section"
        if period is not None:
            days = unit_days(period[1], unit, 0)
            closes = days is not None and days[1] == period[1]  # a report of the month and of the year so far
            return (days, "document") if days and (closes or lengths.fits(period, days)) else None
        if unit == "year" and anchors.title_year is not None:
            return days_of_year(anchors.title_year), "document"
        return None

    def _lasts(self, atom: Atom, titled: bool) -> bool:
        """Tell whether the words beside a count of months make it a duration."""
        following = self._reading.folded[atom.end : atom.end + 12].split()[:1]
        if following and following[0].rstrip(".,;)") in words("done"):
            return True
        if _YEARS_AND.search(self._reading.before(atom.start)):
            return True  # 27 năm | 8 tháng
        if self._reading.folded.startswith("trên địa bàn", atom.end + 1):
            following = []  # "thu ngân sách 9 tháng trên địa bàn"
        beside = {self._reading.word_before(atom.start), *following}
        return not titled and bool(beside & words("lasting"))

    def _measured(self, atom: Atom) -> bool:
        """Tell whether a count of months says how long something took: ``Gần`` *hai tháng* ``, …``."""
        return self._reading.word_before(atom.start) in words("nearly")

    def _until_now(self, index: int, atom: Atom, year: int, origin: Origin) -> tuple[Days, Origin] | None:
        """End an interval on the day of writing, where that is known."""
        period, reference = self._anchors.period, self._anchors.reference
        today = reference or (period[1] if period else self._years.today())
        named = self._day_in_brackets(index, atom.now_end) if today is None else None
        today = named[0][1] if named else today
        first = date_of(year, *atom.first)
        if first is None:
            return None
        if today is None or today < first:
            days = days_of(atom, year)
            opening = self._reading.folded[atom.start : atom.start + 10]
            # "từ đầu năm đến nay" is more than its first day
            dated = atom.grain == "day" or (
                opening.startswith(("ngày", "từ", "cuối")) and "đầu năm" not in opening
            )
            return (days, origin) if days and (days[0] != days[1] or dated) else None
        atom.end, atom.grain = atom.now_end, "interval"
        return (first, today), origin

    def _relative(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Count from the period at hand (``tháng trước``) or from the day of writing (``hôm qua``)."""
        anchors = self._anchors
        unit = atom.unit or "year"
        if unit != "day":
            sentence = self._years.sentences[index]
            period = self._period
            if not atom.deictic and sentence and period and period[0] >= sentence.start:
                days = unit_days(period[1][1], unit, atom.shift)
                return (days, "sentence") if days else None
            if anchors.period is not None and unit == "week" and lengths.is_week(anchors.period):
                days = lengths.weeks_on(anchors.period, atom.shift)
                return (days, "document") if days else None
            fits = anchors.period is not None and (
                unit == "year" or lengths.months_long(anchors.period) <= _YEAR
            )
            if anchors.period is not None and fits and (not atom.deictic or anchors.grain == unit):
                days = unit_days(lengths.edge_of(anchors.period, unit, atom.shift), unit, atom.shift)
                return (days, "document") if days else None
        if unit == "day":
            day = self._day_in_brackets(index, atom.end)
            if day is not None:
                return day
        today = self._years.today()
        if today is None and anchors.period is not None and unit != "day":
            today = anchors.period[1]
        if today is None:
            if unit == "year" and self._years.majority is not None:
                today = dt.date(self._years.majority, 1, 1)
            else:
                return None
        days = unit_days(today, unit, atom.shift)
        return (days, self._years.origin_of_today()) if days else None

    def _day_in_brackets(self, index: int, end: int) -> tuple[Days, Origin] | None:
        """Take the date that stands in brackets behind ``hôm nay``: ``Chiều nay (20/4)``."""
        if index + 1 >= len(self._atoms):
            return None
        named = self._atoms[index + 1]
        between = self._reading.folded[end : min(named.start, end + 10)]
        bracket = between.replace("ngày", "").strip(" \xa0,") in {"(", ""}
        if not bracket or named.grain != "day" or named.kind != "fixed":
            return None
        year, origin = self._years.year(index + 1, named)
        days = days_of(named, year) if year is not None else None
        return (days, origin) if days else None

    def _same(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Move the period under discussion to the year (or back by the month) that ``cùng kỳ`` names."""
        base, origin = self._moment(index, atom) or self._discussed_period(index)
        if base is None:
            base, origin = self._period_ahead(index), "sentence"
        if base is None and atom.unit is not None and (today := self._years.today()) is not None:
            base, origin = (today, today), self._years.origin_of_today()
        if base is None:
            return self._named_year(index, atom)
        if atom.unit is not None:
            shifted = unit_days(base[0], atom.unit, atom.shift)
            return (shifted, origin) if shifted else None
        if atom.year is not None:
            days = moved(base, atom.year - base[1].year)
            return (days, "text") if days else None
        if atom.year_shift == 0:
            return None
        days = moved(base, atom.year_shift or -1)
        return (days, origin) if days else None

    def _moment(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Give the day that ``cùng thời điểm`` repeats, ``cùng kỳ`` behind an hour: ``7 giờ ngày 1/9``."""
        sentence = self._years.sentences[index]
        if sentence is None:
            return None
        moment = self._reading.folded.startswith("cùng thời", atom.start)
        for at in range(index - 1, max(index - 4, -1), -1):
            before = self._atoms[at]
            if before.start < sentence.start:
                break
            compared = self._reading.ends_with(before.start, "compare") is not None
            clocked = moment or _CLOCK.search(self._reading.before(before.start)) is not None
            if clocked and before.grain == "day" and before.kind == "fixed" and not compared:
                year, _ = self._years.year(at, before)
                days = days_of(before, year) if year is not None else None
                return (days, "sentence") if days is not None else None
        return None

    def _named_year(self, index: int, atom: Atom) -> tuple[Days, Origin] | None:
        """Read a ``cùng kỳ`` whose period the text does not say as the whole year that it names."""
        if "năm" not in self._reading.folded[atom.start : atom.end]:
            return (days_of_year(atom.year), "text") if atom.year is not None else None
        year, origin = self._years.year(index, atom)
        return (days_of_year(year), origin) if year is not None and 1 <= year <= 9999 else None

    def _discussed_period(self, index: int) -> tuple[Days | None, Origin]:
        period, sentence = self._period, self._years.sentences[index]
        at = self._atoms[index].start
        if period is not None and sentence is not None and period[0] >= sentence.start:
            return period[1], "sentence"
        near = period is not None and at - period[0] <= _PARAGRAPH
        if period is not None and near and "\n" not in self._reading.folded[period[0] : at]:
            return period[1], "section"
        whole = self._anchors.period
        if whole is not None and ((whole[1] - whole[0]).days > _SITTING or whole[0] == whole[1]):
            return whole, "document"
        year = self._atoms[index].year
        if (
            period is not None
            and lengths.months_long(period[1]) > 1
            and year in {None, period[1][1].year - 1}
        ):
            return period[1], "document"  # the last months that were added up
        return None, "document"

    def _period_ahead(self, index: int) -> Days | None:
        """Give the period that the sentence names behind it (``so với cùng kỳ năm 2019, tháng 8/2020``)."""
        sentence, ahead = self._years.sentences[index], index + 1
        if sentence is None or ahead >= len(self._atoms):
            return None
        atom = self._atoms[ahead]
        told = atom.year is not None or atom.year_shift is not None
        if atom.start >= sentence.end or not told or not self._discussed(ahead, atom):
            return None
        year, _ = self._years.year(ahead, atom)
        return days_of(atom, year) if year is not None else None

    def _discussed(self, index: int, atom: Atom) -> bool:
        """Tell whether its sentence is about an atom: no year of a plan, no comparison, no mere day."""
        if atom.kind == "since":
            return True
        if atom.kind == "count":
            return self._reading.ends_with(atom.start, "compare") is None
        if atom.kind != "fixed" or (atom.plain_year and not self._years.strong[index]):
            return False
        if atom.grain == "day" and not _UP_TO.search(self._reading.before(atom.start)):
            return False
        return self._reading.ends_with(atom.start, "compare") is None


_REPORTED = lazy(
    r"\s+(?:(?:trên\s+địa\s+bàn|của|toàn|cả)\s[^,;.:()\d\n]{2,40}?\s)?(?:(?:mới|chỉ|đã|ước|cũng)\s+){0,2}"
    r"(?:đạt|là|bằng|tăng|giảm|vượt|ước)(?![^\W_])"
)
"""What follows a count of months that figures are told of: ``thu ngân sách 9 tháng`` *trên địa bàn đạt*."""
