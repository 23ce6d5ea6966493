"""What opens with ``năm``: years, ranges of years, decades, ``năm ngoái``, ``cả năm``."""

from __future__ import annotations

import re

from vnreport.mentions.times import patterns
from vnreport.mentions.times.calendar import date_of, whole
from vnreport.mentions.times.reading import Found, Reading, Tail, build
from vnreport.mentions.times.units import read_again
from vnreport.mentions.times.words import number, words

_NOTHING = Tail(None, None, False)
_OTHER_YEAR = re.compile(r"\s(?:học|[12]\d{3}(?![.,]?\d))")
"""What makes ``từ đầu năm`` that of another year than the document's."""


def read_year(reading: Reading, at: int) -> Found | None:
    """Read what opens with ``năm``: years, a range of years, a decade, ``năm ngoái``."""
    match = patterns.year().match(reading.folded, at)
    if match is None:
        return (
            _year_in_words(reading, at)
            or _school_year_before(reading, at)
            or _since_new_year(reading, at)
            or read_again(reading, at)
            or _whole_year(reading, at)
            or _edge(reading, at, at + len("năm"), _NOTHING)
        )
    if reading.word_before(at) == "sinh" and reading.ends_with(at, "not_born") is None:
        return [], match.end()
    start, end = reading.framed(at), match.end()
    spans: list[tuple[int, int, int, int]] = []
    joined = False
    for piece in re.finditer(r"\d+|[-–—−/]|đến|tới", match["list"]):
        if not piece[0].isdecimal():
            joined = True
            continue
        value = int(piece[0])
        if value < 100 and spans:
            value += spans[-1][1] // 100 * 100
        stop = match.start("list") + piece.end()
        if joined and spans:
            low, _, first, _ = spans.pop()
            spans.append((low, value, first, stop))
        else:
            spans.append((value, value, match.start("list") + piece.start(), stop))
        joined = False
    if not all(low <= high <= low + 150 for low, high, *_ in spans):
        return [], end
    if len(spans) == 1 and spans[0][0] == spans[0][1]:
        edge = _edge(reading, at, end, Tail(spans[0][0], None, False))
        if edge is not None:
            return edge
        if spans[0][0] % 10 == 0 and reading.word_before(at) == "những":
            return [whole(at, end, spans[0][0], spans[0][0] + 9)], end
        opened = _since_new_year(reading, at, match)
        if opened is not None:
            return opened
    atoms = [whole(first, stop, low, high) for low, high, first, stop in spans]
    atoms[0].start = start if len(spans) == 1 or start < at else at
    if len(spans) > 1 and start < at:
        atoms[0].start = at
    return atoms, end


def _school_year_before(reading: Reading, at: int) -> Found | None:
    """Read ``năm học trước``, ``năm học vừa qua``: both years whole, one before the document's."""
    match = patterns.school_year_before().match(reading.folded, at)
    if match is None:
        return None
    atom = build(at, match.end(), "interval", (1, 1), (12, 31), _NOTHING)
    atom.kind = "school"
    return [atom], match.end()


def _since_new_year(reading: Reading, at: int, match: re.Match[str] | None = None) -> Found | None:
    """Read ``đầu năm`` that opens an interval: ``từ đầu năm đến ngày …``, ``từ đầu năm 2019 đến nay``."""
    if not reading.before(at).endswith("đầu"):
        return None
    end = match.end() if match is not None else at + len("năm")
    alone = match is None and reading.before(at).endswith("từ đầu")
    year = int(match["list"]) if match is not None else None
    if match is None and reading.folded.startswith(" nay", end):
        end += len(" nay")
    runs_on = re.compile(r"\s{1,3}(?:cho\s)?(?:đến|tới)(?!\w)").match(reading.folded, end) is not None
    if not runs_on and not (alone and _OTHER_YEAR.match(reading.folded, end) is None):
        return None
    start = reading.folded.rfind("đầu", max(0, at - 8), at)
    atom = build(start, end, "interval", (1, 1), (1, 1), Tail(year, None, False))
    atom.kind = "start" if runs_on else "since"
    if not runs_on:
        atom.start = max(reading.folded.rfind("từ", max(0, start - 8), start), 0)
    return [atom], end


def _edge(reading: Reading, at: int, end: int, year: Tail) -> Found | None:
    """Read the year's first or last day: ``so với đầu năm 2022``, ``đến cuối năm``, ``rà soát cuối năm``."""
    part = reading.word_before(at)
    if part == "hết" and year.stated:
        start = reading.folded.rfind("hết", max(0, at - 8), at)
        return [build(start, end, "day", (12, 31), (12, 31), year)], end
    if part not in ({"đầu", "cuối"} if year.stated else {"cuối"}) or reading.folded.startswith(
        (" học", " nay"), end
    ):
        return None
    start = reading.folded.rfind(part, max(0, at - 8), at)
    wanted = "edge_first" if part == "đầu" else "edge_last"
    told = reading.ends_with(start, wanted) is not None
    if part == "cuối" and not told:
        # The figure of the year's end; what is to be done ``vào cuối năm`` has the whole year for it.
        told = reading.word_before(start) not in words("edge_not") and (year.stated or _state(reading, end))
    if not told or (not year.stated and not _bare(reading, end)):
        return None
    day = (1, 1) if part == "đầu" else (12, 31)
    return [build(start, end, "day", day, day, year)], end


def _state(reading: Reading, end: int) -> bool:
    """Tell whether a verb of state follows: ``dư nợ cuối năm là``."""
    return reading.folded[end : end + 12].split()[:1] in (["là"], ["đạt"], ["còn"])


def _bare(reading: Reading, end: int) -> bool:
    """Tell whether ``cuối năm`` ends here: no year, no other word of time behind it."""
    following = reading.folded[end : end + 12].split()[:1]
    return not following or following[0] not in {"đến", "tới", "trước", "sau", "ngoái", "này"}


def _whole_year(reading: Reading, at: int) -> Found | None:
    """Read ``cả năm`` (``kế hoạch cả năm``), not ``cả năm`` for all five."""
    end = at + len("năm")
    start = reading.folded.rfind("cả", max(0, at - 6), at)
    if start < 0 or reading.word_before(at) != "cả" or reading.folded.startswith(" học", end):
        return None
    before = reading.word_before(start)
    told = before in words("plan_lead") or reading.closes(end)
    told = told or reading.folded[end : end + 12].split()[:1] in (["khoảng"], ["dự"], ["ước"], ["tăng"])
    if before in words("baseline") or not told:
        return None
    return [build(start, end, "year", (1, 1), (12, 31), _NOTHING)], end


def _year_in_words(reading: Reading, at: int) -> Found | None:
    """Read ``năm hai nghìn không trăm mười bảy`` and ``những năm 90``."""
    match = patterns.spelled_year().match(reading.folded, at)
    if match is not None:
        year = _spelled(match["words"].split())
        return None if year is None else ([whole(at, match.end(), year)], match.end())
    decade = re.compile(r"năm\s(\d0)(?!\d|[.,]\d)").match(reading.folded, at)
    if decade is None or reading.word_before(at) not in {"những", "đầu", "cuối", "thập"}:
        return None
    if not reading.closes(decade.end()) and "thế" not in reading.folded[decade.end() : decade.end() + 10]:
        return None
    first = (2000 if decade[1] in {"00", "10"} else 1900) + int(decade[1])
    return [whole(at, decade.end(), first, first + 9)], decade.end()


def _spelled(pieces: list[str]) -> int | None:
    """Read a year in words: thousands, hundreds, tens, ones."""
    total = 1000 * (number("count", pieces[0]) or 0)
    rest, value = pieces[2:], 0
    for piece in rest:
        if piece == "trăm":
            total, value = total + 100 * value, 0
        elif piece in {"mươi", "mười"}:
            total, value = total + 10 * (value if piece == "mươi" else 1), 0
        elif piece not in {"linh", "lẻ", "không"}:
            value = {"lăm": 5, "nhăm": 5, "mốt": 1, "tư": 4}.get(piece) or number("count", piece) or 0
    year = total + value
    return year if date_of(year, 1, 1) and 1000 <= year < 2200 else None
