"""Dates that open with a digit: ``9/2/2017``, ``28/6``, ``9 tháng 2 năm 2017``, ``7/2017``, ``2016-2020``."""

from __future__ import annotations

import re
from itertools import pairwise

from vnreport.mentions.times import ahead, patterns
from vnreport.mentions.times.calendar import Atom, possible, whole
from vnreport.mentions.times.evident import counts, is_date
from vnreport.mentions.times.reading import Chain, Found, Reading, Tail, build, tail
from vnreport.mentions.times.words import number, words
from vnreport.patterns import lazy

_DAY_WORDS = ("ngày", "mồng", "mùng")
_DAY_PARTS = ("sáng", "trưa", "chiều", "tối", "đêm")
_LISTING = frozenset({*_DAY_WORDS, *_DAY_PARTS, "từ"})
_PIECE = lazy(r"(?<![hg:\d])\d{1,2}(?!\d|\sgiờ|[hg:])|[-–—−]|đến|tới")
_DASHED = lazy(r"\d{1,2}[-–](\d{1,2})\D")
"""A day and its month at the head of what looks like days, more of them behind: ``13-6, ngày 10``."""
_TWO_DAYS = lazy(r"(\d{1,2})\s?[-–]\s?(\d{1,2})")
_NOTHING = Tail(None, None, False)
_VAGUE = frozenset(
    {"sớm", "nhất", "điểm", "là", "tức", "hai", "ba", "tư", "năm", "sáu", "bảy", "nhật"}
) | frozenset(
    {f"{word}," for word in ("hai", "ba", "tư", "năm", "sáu", "bảy", "nhật", *"234567")} | set("234567")
)
"""Last words of what names a day, or of anything else."""
_SOME_DAYS = lazy(r"(?:\d|hai|ba) ngày[,:]\Z")
_SOME_DAYS_HELD = lazy(r" ngày(?: [^\W\d]+){0,4}\Z")
"""Before a bracket that says which days: ``trong hai ngày diễn ra hội nghị (6 và 7/6)``."""
_CLOCKED = lazy(r"(?<!\w)\d{1,2}(?:h|g|:)\d{0,2}\Z")
"""A time of day right before a date."""
_SCHEDULED = lazy(
    r"(?:\d{1,2}\s?[-–]\s?)?(?:0[1-9]/\d{1,2}|\d{1,2}/0[1-9]|1[3-9]/\d{1,2}|[23]\d/\d{1,2}|\d{1,2}/1[0-2])\s?:\s"
)
"""A day, no fraction, that opens an item of a calendar: ``- 05/9: tập huấn``."""
_NAMED_BEFORE = lazy(
    r"(?<!\w)(?:(?P<sure>sáng sớm|thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7]),?|chủ nhật,?)"
    r"|thời điểm|(?:chậm|muộn|sớm) nhất|(?:ngày|hạn)(?: [^\W\d]+){1,4} là"
    r"|(?:tháng|âm lịch|tết)\b[^()\n]{0,16}[(,]\s?tức(?: là)?)\Z"
)
"""What makes the date behind it one: ``thứ bảy 04/01``, ``thời điểm 27/10``, ``hạn chót là 15/10``."""


def read_day(reading: Reading, at: int, chained: Chain) -> Found | None:
    """Read a date whose day (or first day) is at an offset; else a month with its year.

    Args:
        reading: the text.
        at: where the digits begin.
        chained: how a date right before is joined to this one.
    """
    lead = reading.word_before(at)
    if reading.folded[at - 1 : at] == "(" and _SOME_DAYS_HELD.search(reading.before(at - 1)):
        lead = "ngày"  # "trong 3 ngày (20, 21 và 22/10)"
    elif lead in {"ngày,", "ngày:"} and _SOME_DAYS.search(reading.before(at)):
        lead = "sáng"  # "trong 02 ngày, 14 và 15/10"
    elif lead in _VAGUE and (told := _NAMED_BEFORE.search(reading.before(at))):
        lead = "sáng" if told["sure"] else "vào"
    elif lead == "giờ" or _CLOCKED.search(reading.before(at)):
        lead = "vào"  # "từ 06 giờ 28/9", "trước 17h00 15/10"
    elif lead in {"", "*", "+", "•"} and reading.opens_line(at) and _SCHEDULED.match(reading.folded, at):
        lead = "sáng"  # "- 05/9: tập huấn …"
    match = patterns.dates().match(reading.folded, at) if lead in _LISTING else None
    if match is None or _hyphenated(match):
        match = patterns.date().match(reading.folded, at)
    if (whole_range := _range(reading, at, lead)) is not None:
        match = whole_range
    if match is None:
        return _month_year(reading, at, lead, chained)
    if match["mw"] and lead in words("numbered"):
        return None  # "lần 3 | tháng 11"
    near, chained = chained == "near", "" if chained in {"months", "near"} else chained
    year = tail(match)
    if match["yy"] and lead in words("lead"):
        year = Tail(_century(int(match["yy"])), None, False)
    end = match.end("m") if match["yy"] and not year.stated else match.end()
    if match["y3"] and not reading.closes(match.end()):
        year, end = _NOTHING, match.end("mw")
    named = match["mw"] or match["m"]
    month = number("month", named)
    if month is None:
        return None
    lunar = bool(match["lunar"]) or named in {"giêng", "chạp"}
    if (
        not year.stated
        and not match["lunar"]
        and not ((near and _late(reading, at, end, match)) or is_date(reading, at, end, match, lead, chained))
    ):
        return [], match.end("days")
    spans = _day_spans(match, at)
    if len(spans) > 1 and lead in {"ngày", "sáng"} and _together(reading, at, spans):
        spans = [(spans[0][0], spans[-1][1], at, spans[-1][3])]
    if not all(possible(high, month) and 1 <= low <= high for low, high, *_ in spans):
        return [], end
    spans[0] = (*spans[0][:2], _lead_start(reading, at, lead), spans[0][3])
    spans[-1] = (*spans[-1][:3], end)
    return [_day(span, month, year, lunar) for span in spans], end


def _range(reading: Reading, at: int, lead: str) -> re.Match[str] | None:
    """Match some days of one month with their year, which need no word before them: ``17 - 21/6/2019``."""
    clock = reading.folded[at - 1 : at] == ":" and reading.folded[at - 2 : at - 1].isdigit()
    match = patterns.dates().match(reading.folded, at) if lead not in words("numbered") else None
    if match is None or not match["y"] or match["sep"] != "/" or clock:
        return None  # "14:18 - 29/05/2026"
    days = _TWO_DAYS.fullmatch(match["days"])
    return match if days is not None and int(days[1]) < int(days[2]) else None


def _late(reading: Reading, at: int, end: int, match: re.Match[str]) -> bool:
    """Tell whether a day behind another of its sentence can be nothing else: ``ngày 28/7, ra viện 30/7,``."""
    plain = match["sep"] == "/" and match["days"].isdecimal() and int(match["days"]) > 12 >= int(match["m"])
    return plain and reading.folded[end : end + 1] in ",;.)" and reading.word_before(at).isalpha()


def _hyphenated(match: re.Match[str]) -> bool:
    """Tell whether what looks like three days are two dates with hyphens: ``20-1 đến 19-2-2019``."""
    if match["sep"] not in {"-", "–"} or match["sep"] not in match["days"]:
        return False
    first = _DASHED.match(match["days"])
    return "ế" in match["days"] or (first is not None and 1 <= int(first[1]) <= 12)


def _day(span: tuple[int, int, int, int], month: int, year: Tail, lunar: bool) -> Atom:
    low, high, start, end = span
    atom = build(start, end, "day" if low == high else "interval", (month, low), (month, high), year)
    if lunar:
        atom.kind = "lunar"
    return atom


def _day_spans(match: re.Match[str], at: int) -> list[tuple[int, int, int, int]]:
    """Split ``5, 6-8`` into (first day, last day, start, end); spans run over the days alone."""
    spans: list[tuple[int, int, int, int]] = []
    joined = False
    for piece in _PIECE.finditer(match["days"]):
        if not piece[0].isdecimal():
            joined = True
            continue
        day, start, end = int(piece[0]), at + piece.start(), at + piece.end()
        if joined and spans:
            low, _, first, _ = spans.pop()
            spans.append((low, day, first, end))
        else:
            spans.append((day, day, start, end))
        joined = False
    return spans


def _together(reading: Reading, at: int, spans: list[tuple[int, int, int, int]]) -> bool:
    """Tell whether days are one stretch: ``trong hai ngày 14 và 15/9``."""
    start = reading.folded.rfind("ngày", max(0, at - 10), at)
    count = reading.count_before(start)
    follow = all(after[0] == before[1] + 1 for before, after in pairwise(spans))
    if not follow:
        return False
    if count is not None and count[1] == len(spans):
        return True
    # "Ngày 30 và 31/8": two days that follow; "các ngày 5 và 6/7" are told apart.
    plain = len(spans) == 2 and not any(
        c.isalpha() for c in reading.folded[at : spans[-1][3]].replace("và", "")
    )
    return plain and reading.word_before(start if start >= 0 else at) not in words("each")


def _lead_start(reading: Reading, at: int, lead: str) -> int:
    """Take ``ngày``, ``ngày mồng`` into the span; ``Sáng`` stays outside."""
    if lead not in _DAY_WORDS or reading.folded[at - 1 : at] == "(":
        return at
    start = reading.folded.rfind(lead, max(0, at - 20), at)
    if lead != "ngày" and reading.word_before(start) == "ngày":
        start = reading.folded.rfind("ngày", max(0, start - 20), start)
    return start


def _century(two_digits: int) -> int:
    return two_digits + (2000 if two_digits < 50 else 1900)


def _month_year(reading: Reading, at: int, lead: str, chained: Chain) -> Found | None:
    """Read ``7/2017``, which needs a word before it: codes look the same."""
    match = patterns.month_year().match(reading.folded, at)
    if match is None or not 1 <= int(match["m"]) <= 12:
        return None
    known = (
        chained in {"dated", "range", "months"}
        or lead in words("weak_lead")
        or reading.folded[at - 1 : at] == "("
    )
    known = known or (lead in words("month_lead") and reading.closes(match.end()))
    if not known:
        ahead = patterns.range_ahead().match(reading.folded, match.end())
        known = ahead is not None and bool(ahead["more"] or ahead["y"])
    if not known or (lead == "với" and not reading.before(at).endswith("so với")):
        return None
    month = int(match["m"])
    return [build(at, match.end(), "month", (month, 1), (month, 0), tail(match))], match.end()


def read_years(reading: Reading, at: int, chained: Chain) -> Found | None:
    """Read bare years: a range (``2016-2020``), or one year where the words around it say so."""
    match = patterns.iso_date().match(reading.folded, at)
    if match is not None:
        month, day = int(match["m"]), int(match["d"])
        if not possible(day, month):
            return [], match.end()
        return [build(at, match.end(), "day", (month, day), (month, day), tail(match))], match.end()
    match = patterns.years().match(reading.folded, at)
    start = reading.framed(at)
    if match is None:
        return _glued_years(reading, at, start)
    first, end = int(match["y"]), match.end()
    if match["z"]:
        last = _range_end(first, match, start < at)
        if last is None or (counts(reading, end) and start == at):
            return None
        return [whole(start, end, first, last)], end
    lead = reading.word_before(at)
    if start < at:
        return _with_years_behind(reading, whole(start, end, first))
    if chained in {"dated", "range"}:
        return [whole(start, end, first)], end
    bracketed = reading.folded[at - 1 : at] == "(" and reading.folded[end : end + 1] == ")"
    named = reading.before(at - 1)[-1:]
    listed = (
        patterns.bracketed_years().match(reading.folded, at) if reading.folded[at - 1 : at] == "(" else None
    )
    if listed is not None:
        pieces = patterns.four_digits().finditer(reading.folded, at, listed.end())
        return [whole(*piece.span(), int(piece[0])) for piece in pieces], listed.end()
    told = reading.folded[at - 1 : at] == "(" or named in {"(", ";", ",", ":"}
    if told and 1930 <= first < 2100 and ahead.told_of_year().match(reading.folded, end):
        return [whole(at, end, first)], end
    if bracketed and (named.isalpha() or named == "%") and 1930 <= first < 2100:
        return [whole(at, end, first)], end
    if lead in words("year_lead") and not counts(reading, end):
        return [whole(at, end, first)], end
    if lead in words("year_noun") and 1990 <= first < 2100 and reading.closes(end):
        return [whole(at, end, first)], end
    if lead in words("weak_lead") and lead != "năm" and reading.closes(end):
        if lead == "với" and not reading.before(at).endswith("so với"):
            return None
        return [whole(at, end, first)], end
    if reading.opens_line(at) and ahead.chronicled().match(reading.text, end):
        return [whole(at, end, first)], end
    return None


def _with_years_behind(reading: Reading, framed: Atom) -> Found:
    """Give the years of a list whose first one has a frame: ``giai đoạn 2018 và 2019``."""
    atoms = [framed]
    while more := ahead.years_too().match(reading.folded, atoms[-1].end):
        if not reading.closes(more.end()):
            break
        atoms.append(whole(more.start("y"), more.end(), int(more["y"])))
    return atoms, atoms[-1].end


def _glued_years(reading: Reading, at: int, start: int) -> Found | None:
    """Read ``giai đoạn 20112020``, whose hyphen is lost; without a frame such digits may be anything."""
    match = ahead.glued_years().match(reading.folded, at) if start < at else None
    if match is None or not int(match["y"]) < int(match["z"]) <= int(match["y"]) + 30:
        return None
    return [whole(start, match.end(), int(match["y"]), int(match["z"]))], match.end()


def _range_end(first: int, match: re.Match[str], framed: bool) -> int | None:
    """Check the second year of a range; ``2021-22`` and ``2021/2022`` need a frame."""
    last = int(match["z"])
    if len(match["z"]) == 2:
        last += first // 100 * 100
        return last if framed and first < last <= first + 20 else None
    if match["slash"] and not (framed and last == first + 1):
        return None
    return last if first < last <= first + 150 else None


def read_short(reading: Reading, at: int) -> Found | None:
    """Read ``T7/2017``, ``Q3/2019``, ``QIII/2019``, ``H1/2018``."""
    match = patterns.short().match(reading.folded, at)
    if match is None:
        return None
    unit, count = match["unit"], number("quarter", match["n"])
    if unit == "t" and match["n"].isdecimal():
        count = int(match["n"])
    size = {"t": 1, "q": 3, "h": 6}[unit]
    if count is None or not 1 <= count <= 12 // size:
        return None
    grain = {"t": "month", "q": "quarter", "h": "half"}[unit]
    atom = build(at, match.end(), grain, (count * size - size + 1, 1), (count * size, 0), tail(match))
    return [atom], match.end()
