"""What a document as a whole says of its time: the anchors of all that is not said in full."""

from __future__ import annotations

import datetime as dt

from vnreport.layout import Layout
from vnreport.mentions.times.calendar import Atom
from vnreport.mentions.times.document import ANNOUNCED, Published, announced, title_span
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.resolving import Resolved, Resolver
from vnreport.mentions.times.words import words
from vnreport.mentions.times.years import Anchors, majority_year, year_at_hand
from vnreport.patterns import lazy

_LONGEST = 3 * 366
_OPENING = 1500
"""How far behind the title its period may be said, if the title does not say it."""


def anchors_of(
    reading: Reading,
    layout: Layout,
    atoms: list[Atom],
    reference: dt.date | None,
    signed: Published | None,
) -> Anchors:
    """Put the day of publishing beside the period that the title or the opening names.

    A period that the opening announces for its figures (``số liệu từ 15/12/2014 đến 14/6/2015``) goes
    before the title's.
    """
    title = title_span(reading.text, layout)
    blank = Anchors(None, None, None, signed.day if signed else None, reference, title)
    low, high = title or (0, 0)
    titled = [a for a in atoms if low <= a.start < high]
    opening = [a for a in atoms if high <= a.start < high + _OPENING and a.kind == "fixed" and a.year]
    told = [a for a in opening if reading.ends_with(a.start, "compare") is None and not _begins(reading, a)]
    opening = told if told or reference is not None or signed is not None else opening
    reported = [a for a in opening if not _to_be_done(reading, a)]
    opening = reported if reported or signed is not None else opening
    stated = [
        a for a in titled + opening if a.start < high + ANNOUNCED and announced(reading, a.start, a.grain)
    ]
    _named_again(titled, opening)
    if not stated:
        _count_from_january(reading, titled, _year_of(reading, atoms, high, signed))
    resolved = _resolved(reading, layout, titled, blank)
    years = {r.days[0].year for r in resolved if r.days[0].year == r.days[1].year}
    periods = _resolved(reading, layout, stated, blank)[:1]
    periods = periods or [r for r in resolved if r.atom.kind in {"fixed", "count"} and r.atom.grain != "day"]
    if not periods:
        found = _resolved(reading, layout, opening, blank)
        usable = [r for r in found if r.atom.grain != "day" and not r.atom.plain_year and _reportable(r)]
        periods = _of_its_year(usable, majority_year(reading, atoms)[0])[:1]
    if not periods:
        return blank._replace(title_year=years.pop() if len(years) == 1 else None)
    lead = _lead(periods)
    one_year = lead.days[0].year == lead.days[1].year
    year = lead.days[0].year if one_year else years.pop() if len(years) == 1 else None
    return blank._replace(title_year=year, period=lead.days, grain=lead.atom.grain)


def _begins(reading: Reading, atom: Atom) -> bool:
    """Tell whether something but began in a time: ``từ tháng 7/2016``."""
    return atom.grain in {"month", "quarter", "year"} and reading.opened(atom.start)


_TASK = lazy(
    r"(?<!\w)(?:nhiệm\s+vụ|phương\s+hướng|giải\s+pháp|trọng\s+tâm|chương\s+trình\s+công\s+tác)"
    r"(?:(?!kết\s+quả|thực\s+hiện|sơ\s+kết|tổng\s+kết|đánh\s+giá)[^.;:\d\n]){0,60}$"
)
_DONE = lazy(r"(?<!\w)(?:kết\s+quả|thực\s+hiện|sơ\s+kết|tổng\s+kết|đánh\s+giá|tình\s+hình)[^.;:,\n]{0,40}$")


def _to_be_done(reading: Reading, atom: Atom) -> bool:
    """Tell whether a time is that of what is to be done: ``triển khai nhiệm vụ`` *6 tháng cuối năm*."""
    before = reading.folded[max(0, atom.start - 90) : atom.start]
    task = _TASK.search(before)
    return task is not None and _DONE.search(before, 0, task.start()) is None


def _of_its_year(periods: list[Resolved], year: int | None) -> list[Resolved]:
    """Leave out what the opening looks back on before the year that most of the text's dates name."""
    if year is None or not periods or periods[0].days[1].year >= year:
        return periods
    return [r for r in periods if r.days[1].year >= year]


def _reportable(found: Resolved) -> bool:
    """Tell whether figures may be of a period: none are of a jubilee's (``27/7/1947 - 27/7/2024``)."""
    return (found.days[1] - found.days[0]).days <= _LONGEST


def _named_again(titled: list[Atom], opening: list[Atom]) -> None:
    """Give the title's part of a year the year that the opening names the same part with, its latest.

    ``5 tháng đầu năm xuất khẩu tăng`` above ``… tình hình 5 tháng đầu năm 2019 …``.
    """
    latest = max((a.year for a in [*titled, *opening] if a.year is not None), default=None)
    for atom in titled:
        told = atom.year is not None or atom.year_shift is not None
        if told or atom.kind != "fixed" or atom.grain == "day":
            continue
        same = (a for a in opening if not a.plain_year and (a.first, a.last) == (atom.first, atom.last))
        again = next(same, None)
        if again is not None and again.last_year is None and again.year == latest:
            atom.year, atom.origin = again.year, "sentence"


def _count_from_january(reading: Reading, titled: list[Atom], at_hand: int | None) -> None:
    """Read a title's bare count of months with its only year, else with that of the text behind it.

    ``Kết quả 6 tháng … năm 2015``; ``Thu ngân sách 8 tháng vượt tiến độ`` above a text of 2022.
    """
    years = {a.year for a in titled if a.plain_year and a.last_year is None}
    others = [a for a in titled if a.kind == "fixed" and not a.plain_year]
    year = next(iter(years)) if len(years) == 1 else at_hand if not years else None
    if others or year is None:
        return
    for atom in titled:
        done = reading.folded[atom.end : atom.end + 12].split()[:1]
        measured = reading.word_before(atom.start) in words("nearly")
        if atom.kind == "count" and not measured and (years or not done or done[0] not in words("done")):
            atom.kind, atom.year, atom.origin = "fixed", year, "sentence"


def _year_of(reading: Reading, atoms: list[Atom], after: int, signed: Published | None) -> int | None:
    """Give the year that the opening of the text is of: the first named there, comparisons aside."""
    for atom in atoms:
        if not after <= atom.start < after + _OPENING or atom.year is None or atom.last_year is not None:
            continue
        if atom.kind == "same" or reading.ends_with(atom.start, "compare") is None:
            return year_at_hand(atom)
    return signed.day.year if signed else None


def _lead(periods: list[Resolved]) -> Resolved:
    """Give the period that covers the first one named, plain years aside (``tháng 6 và 6 tháng đầu năm``)."""
    lead = periods[0]
    for other in periods[1:]:
        covers = other.days[0] <= lead.days[0] and lead.days[1] <= other.days[1]
        finer = lead.atom.plain_year and not other.atom.plain_year
        if finer or (covers and not other.atom.plain_year):
            lead = other
    return lead


def _resolved(reading: Reading, layout: Layout, atoms: list[Atom], anchors: Anchors) -> list[Resolved]:
    return [r for r in Resolver(reading, layout, atoms, anchors).resolve() if r is not None]
