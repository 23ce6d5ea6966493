"""Atoms that stand together: the two ends of an interval, lists whose last member says the year."""

from __future__ import annotations

from vnreport.mentions.times import patterns
from vnreport.mentions.times.calendar import Atom
from vnreport.mentions.times.reading import Reading

_REACH = 40


def join(reading: Reading, atoms: list[Atom]) -> list[Atom]:
    """Join the ends of intervals, mark what runs to the day of writing, and share years along lists."""
    joined: list[Atom] = []
    for atom in atoms:
        last = joined[-1] if joined else None
        if last is not None and _ends_interval(reading, last, atom):
            joined[-1] = _interval(last, atom)
        elif last is not None and _named_again(reading, last, atom):
            atom.start = last.start
            joined[-1] = atom
        else:
            joined.append(atom)
    kept = [atom for atom in joined if _opens(reading, atom)]
    _share_years(reading, kept)
    return kept


def _ends_interval(reading: Reading, a: Atom, b: Atom) -> bool:
    if b.start - a.end > _REACH or b.kind != "fixed" or a.kind not in {"fixed", "start"}:
        return False
    if a.until_now or patterns.interval_gap().fullmatch(reading.folded, a.end, b.start) is None:
        return False
    if a.kind == "start":
        return True
    if a.grain == "interval" and a.last_year is not None:
        return False
    dashed = not any(c.isalpha() for c in reading.folded[a.end : b.start])
    opened = reading.opened(a.start)
    return a.grain == b.grain or (opened and not dashed)


def _named_again(reading: Reading, a: Atom, b: Atom) -> bool:
    """Tell whether a ``cùng kỳ`` is named in full right behind: ``cùng kỳ tháng 4/2012``."""
    named = b.kind == "school" or (b.kind == "fixed" and b.year is not None and not b.plain_year)
    if a.kind != "same" or a.year is not None or not named:
        return False
    return b.start - a.end <= 3 and reading.folded[a.end : b.start].isspace()


def _interval(a: Atom, b: Atom) -> Atom:
    """Make one atom of two ends; a year that only one of them says holds for both."""
    year, last_year = a.year, b.year
    if year is None and last_year is not None:
        year = last_year - 1 if a.first > b.last else last_year
    elif year is not None and last_year is None and b.year_shift is None:
        last_year = year + 1 if a.first > b.last else year
    elif year is None and last_year is None and a.first > b.first:
        return Atom(a.start, b.end, "interval", None, a.first, b.last, year_shift=b.year_shift, crosses=True)
    if b.kind == "fixed" and b.last_year is not None:
        last_year = b.last_year
    return Atom(
        a.start,
        b.end,
        "interval",
        year,
        a.first,
        b.last,
        last_year=last_year if last_year != year else None,
        year_shift=b.year_shift if year is None else None,
        deictic=b.deictic,
    )


def _opens(reading: Reading, atom: Atom) -> bool:
    """Take ``từ`` and ``đến nay`` into the spans they frame; tell whether the atom is a time at all."""
    opened = reading.opened(atom.start)
    lone = atom.kind == "fixed" and atom.grain in {"day", "month", "year"} and atom.year is not None
    lone = lone and " nay" in reading.folded[atom.end : atom.end + 24]
    if atom.kind == "start" or lone or (atom.kind == "fixed" and opened):
        now = patterns.until_now().match(reading.folded, atom.end)
        if now is not None:
            atom.until_now = True
            atom.now_end = now.end()
            atom.kind = "fixed"
    if opened and atom.grain == "interval" and not atom.plain_year:
        start = reading.folded.rfind("từ", max(0, atom.start - 32), atom.start)
        atom.start = start if start >= 0 else atom.start
    if atom.kind == "start":
        if atom.year is None:
            return False
        atom.kind, atom.grain, atom.last, atom.plain_year = "fixed", "year", (12, 31), True
    return True


def _share_years(reading: Reading, atoms: list[Atom]) -> None:
    """Give the year of a list's last member to those before it."""
    for a, b in zip(reversed(atoms[:-1]), reversed(atoms), strict=False):
        if a.kind != "fixed" or a.year is not None or a.year_shift is not None:
            continue
        if b.kind != "fixed" or b.start - a.end > _REACH or (b.year is None and b.year_shift is None):
            continue
        if b.last_year is not None or patterns.list_gap().fullmatch(reading.folded, a.end, b.start) is None:
            continue
        a.year, a.year_shift, a.deictic, a.origin = b.year, b.year_shift, b.deictic, "sentence"
