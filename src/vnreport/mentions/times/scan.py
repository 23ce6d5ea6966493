"""One pass over the text: at every trigger the rule of its kind reads on."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vnreport.mentions.times import annual, named, numeric, patterns, units
from vnreport.mentions.times.calendar import Atom
from vnreport.mentions.times.reading import Chain, Found, Reading
from vnreport.patterns import lazy
from vnreport.starts import Matches

_RULES: dict[str, Callable[[Reading, int], Found | None]] = {
    "spelled": named.read_spelled,
    "spelled2": named.read_spelled,
    "today": named.read_today,
    "tomorrow": named.read_today,
    "month": units.read_month,
    "year": annual.read_year,
    "quarter": units.read_quarter,
    "half": units.read_half,
    "same": named.read_same,
    "week": units.read_week,
    "tet": named.read_tet,
    "century": named.read_century,
    "short": numeric.read_short,
}


_GAP = 16
_NEAR = 48
_MONTH_BEHIND = lazy(r"\d{1,2}\stháng\s\d")
"""A number that is a scheme's, not a day: ``Đề án`` *06* ``tháng 9/2024``."""
_BREAK = lazy(r"[.;:\n(]")


def scan(reading: Reading) -> list[Atom]:
    """Find the dates and periods of a text, each by itself, in text order, without overlaps."""
    atoms: list[Atom] = []
    position = 0
    for match in _triggers(reading.folded):
        at = match.start()
        if at < position:
            continue
        kind = match.lastgroup or ""
        if kind == "day":
            chained = _chained(reading, atoms, at)
            if units.scheme().search(reading.before(at)) and _MONTH_BEHIND.match(reading.folded, at):
                continue
            found = numeric.read_day(reading, at, chained) or units.read_short_count(reading, at)
        elif kind == "years":
            found = numeric.read_years(reading, at, _chained(reading, atoms, at))
        else:
            found = _RULES[kind](reading, at)
        if found is None:
            continue
        atoms.extend(_clear(found[0], atoms))
        position = max(found[1], match.end())
    return atoms


def _triggers(folded: str) -> Iterator[re.Match[str]]:
    """Give all that may open a time, in text order; two searches are faster than one for both."""
    numbers = patterns.digits().finditer(folded)
    words = Matches(patterns.openers(), folded, patterns.openings().find(folded)[""]).finditer(0, len(folded))
    number, word = next(numbers, None), next(words, None)
    while number and word:
        if number.start() < word.start():
            yield number
            number = next(numbers, None)
        else:
            yield word
            word = next(words, None)
    if number:
        yield number
    elif word:
        yield word
    yield from numbers
    yield from words


def _chained(reading: Reading, atoms: list[Atom], at: int) -> Chain:
    """Tell how the last atom is joined to an offset."""
    last = atoms[-1] if atoms else None
    if last is None or not 0 < at - last.end <= _NEAR:
        return ""
    joined = _joined(reading, last, at) if at - last.end <= _GAP else ""
    if not joined and last.grain == "day" and not _BREAK.search(reading.folded, last.end, at):
        return "near"
    return joined


def _joined(reading: Reading, last: Atom, at: int) -> Chain:
    """Tell which signs or words join an atom to an offset right behind it."""
    if patterns.interval_gap().fullmatch(reading.folded, last.end, at):
        sure = last.year is not None or reading.folded.startswith(("ngày", "tháng"), last.start)
        return "dated" if sure else "range"
    months = last.grain == "month" and last.year is not None
    if not months and last.grain != "day":
        return ""
    listed = patterns.list_gap().fullmatch(reading.folded, last.end, at)
    return "" if listed is None else "months" if months else "list"


def _clear(found: list[Atom], atoms: list[Atom]) -> list[Atom]:
    """Keep a frame or count that was read backwards from reaching into the atom before."""
    if found and atoms and found[0].start < atoms[-1].end:
        found[0].start = min(atoms[-1].end, found[0].end - 1)
    return found
