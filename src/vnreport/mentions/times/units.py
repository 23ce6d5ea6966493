"""Periods that open with their unit: ``tháng 7/2017``, ``quý III``, ``6 tháng đầu năm``."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from vnreport.mentions.times import ahead, patterns
from vnreport.mentions.times.calendar import Atom, possible, week_of, whole
from vnreport.mentions.times.rates import rated
from vnreport.mentions.times.reading import Found, Reading, Tail, build, shift, tail
from vnreport.mentions.times.words import number, words
from vnreport.patterns import lazy

_RANGE = frozenset({"-", "–", "—", "−", "đến", "tới"})
_SPLIT = lazy(r"[-–—−]|đến|tới|\d+|mười\s(?:một|hai)|[^\W\d]+")
_WEEKDAY = lazy(r"(?<!\w)thứ (?:[2-7]|hai|ba|tư|năm|sáu|bảy|bẩy)\Z")
_LOOK = 32
_NOTHING = Tail(None, None, False)
_ORDINALS = {"đầu": 1, "nhất": 1, "một": 1, "hai": 2, "ba": 3, "tư": 4}
_OF_YEARS = (" các năm", " những năm", " của các năm", " mỗi năm")
_PAST = lazy(
    r"\s+qua(?!\s+(?:kiểm|thanh|rà|công|giám|đó|đường|cửa|các|việc|theo|thực|tổng|điều|khảo|xác|hình|mạng|hệ|app)(?!\w))(?!\w)"
)
"""What says that months are over: ``7 tháng qua``, not ``sau 7 tháng, qua kiểm tra``."""
_STOPS = ("đầu tiên", "liên tiếp", "liền", "qua", "tới", "gần", "trở", "kể", "nay", "trước", "sau")


@cache
def scheme() -> re.Pattern[str]:
    """What a number behind it is of, no day or count of months: ``Đề án`` *06* ``tháng 9/2024``."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(sorted(words('scheme')))})\Z")


def read_month(reading: Reading, at: int) -> Found | None:
    """Read what opens with ``tháng``: a month, some months of one year, a count of months in a year."""
    folded = reading.folded
    if folded[at - 1 : at] == "/":
        return None
    count = reading.count_before(at)
    if count is not None and scheme().search(reading.before(count[0])):
        count = None
    match = patterns.part_of_year().match(folded, at)
    if match is not None:
        return _part(reading, at, match, count, 1)
    match = patterns.months().match(folded, at)
    if count is not None and not (match is not None and _counted(match, count)):
        found = _months_so_far(reading, at, count)
        if found is not None:
            return found
    if match is not None:
        return _months(reading, at, match, count)
    return read_again(reading, at) if count is None else None


def _part(
    reading: Reading, at: int, match: re.Match[str], count: tuple[int, int] | None, size: int
) -> Found | None:
    """Build ``N tháng đầu năm``, ``N quý cuối năm`` from the count before it and the match."""
    year = tail(match)
    if count is None and size == 1:
        if year.year is None:
            return [], match.end()
        return [whole(at, match.end(), year.year)], match.end()
    if not year.stated and reading.folded.startswith(_OF_YEARS, match.end()):
        return [], match.end()  # "3 tháng đầu năm | các năm 2020, 2021"
    start, units = count or (at, 1)
    months = units * size
    if not 1 <= months <= 12:
        return None
    first, last = (1, months) if match["part"] == "đầu" else (13 - months, 12)
    grain = {3: "quarter", 6: "half"}.get(months, "interval") if size == 3 or months == 6 else "interval"
    return _and_years(reading, build(start, match.end(), grain, (first, 1), (last, 0), year))


def _and_years(reading: Reading, atom: Atom) -> Found:
    """Repeat a part of the year for the years listed behind it: ``6 tháng đầu năm 2019 và 2020``."""
    atoms = [atom]
    while atom.year is not None:
        more = ahead.years_too().match(reading.folded, atoms[-1].end)
        if more is None or not reading.closes(more.end()):
            break
        atoms.append(replace(atom, start=more.start("y"), end=more.end(), year=int(more["y"])))
    return atoms, atoms[-1].end


def _months_so_far(reading: Reading, at: int, count: tuple[int, int]) -> Found | None:
    """Read ``9 tháng năm 2019``; without a year only behind words that add up (``tính chung 9 tháng``).

    Any other count is kept for the resolver, which knows the document’s period.
    """
    start, months = count
    if not 1 <= months <= 12 or reading.word_before(start) in {"ngày", "mồng", "mùng"}:
        return None
    end, year = at + len("tháng"), _NOTHING
    match = patterns.count_of_year().match(reading.folded, at)
    shut = match is not None and (not match["y3"] or reading.closes_year(match.end()))
    if match is not None and (shut or ahead.told_ahead().match(reading.folded, match.end())):
        end, year = match.end(), tail(match)
    following = reading.folded[end : end + 12].strip()
    past = not year.stated and _PAST.match(reading.folded, end) is not None
    if not year.stated and following.startswith(_STOPS) and not past:
        return None
    if past:
        end = reading.folded.index("qua", end) + len("qua")
    if ahead.of_several_years().match(reading.folded, end):
        return [], end
    atom = build(start, end, "half" if months == 6 else "interval", (1, 1), (months, 0), year)
    if not year.stated and not _adds_up(reading, start, months):
        if not 1 < months < 12:
            return None
        atom.kind = "count"
    return [atom], end


def read_short_count(reading: Reading, at: int) -> Found | None:
    """Read ``9T/2020``, ``6T đầu năm 2021``: months by their initial."""
    match = patterns.short_count().match(reading.folded, at)
    if match is None or not 1 <= int(match["n"]) <= 12:
        return None
    months = int(match["n"])
    first, last = (13 - months, 12) if match["part"] == "cuối" else (1, months)
    grain = "half" if months == 6 else "interval"
    return [build(at, match.end(), grain, (first, 1), (last, 0), tail(match))], match.end()


def _adds_up(reading: Reading, start: int, months: int) -> bool:
    """Tell whether the words before a count say that its months run from January."""
    if reading.ends_with(start, "cumulative"):
        return True
    before = reading.before(start)
    pair = re.search(
        r"(?:tháng (\d{1,2})|quý (i{1,3}|iv|\d))(?: và|,) ?(?:lũy kế |tính chung |cả )?$", before + " "
    )
    if pair is None:
        return False
    named = int(pair[1]) if pair[1] else 3 * (number("quarter", pair[2]) or 0)
    return named == months


def _months(reading: Reading, at: int, match: re.Match[str], count: tuple[int, int] | None) -> Found | None:
    """Build the months of ``tháng 5, 6/2019``; a list without a year must not run into a counted noun."""
    year, end = tail(match), match.end()
    if match["y3"] and not reading.closes(end):
        year, end = _NOTHING, match.end("list")
    if not year.stated and reading.before(at).endswith("cách mạng"):
        return [], end  # Cách mạng Tháng Tám
    counted = count is not None and not _counted(match, count)
    if not year.stated and (counted or rated(reading, at)):
        return None
    if not year.stated and reading.folded.startswith(_OF_YEARS, end):
        return [], end
    spans = _items(match["list"], match.start("list"), "month")
    if len(spans) > 1 and not year.stated and count is None and not reading.closes(end):
        spans = spans[:1]
        spans[0] = (spans[0][0], spans[0][0], spans[0][2], _first_end(match))
        end = spans[0][3]
    if not all(1 <= low <= high <= 12 for low, high, *_ in spans):
        return [], end
    if not match["list"][0].isdecimal() and not _worded(reading, at, match, year):
        return None
    return _atoms(spans, at, end, 1, "month", year), end


def _counted(match: re.Match[str], count: tuple[int, int]) -> bool:
    """Tell whether a count says how many months the list behind it names: ``hai tháng 9 và 10``."""
    return 1 < count[1] == len(_items(match["list"], match.start("list"), "month"))


def _first_end(match: re.Match[str]) -> int:
    digits = re.match(r"\d+|[^\W\d]+", match["list"])
    return match.start("list") + (digits.end() if digits else 0)


def _worded(reading: Reading, at: int, match: re.Match[str], year: Tail) -> bool:
    """Tell whether ``tháng ba``, ``tháng năm`` names a month: by a capital, a year, the words around it."""
    initial = reading.text[match.start("list")]
    head = reading.text[at : at + 5]
    if year.stated or (initial.isupper() and not head.isupper()):
        return True
    if match["list"] in {"giêng", "chạp", "tư"}:
        return True
    return (
        match["list"] != "năm"
        and (reading.word_before(at) in words("weak_lead") or reading.word_before(at) == "tuần")
        and reading.closes(match.end())
    )


def _items(listed: str, offset: int, kind: str) -> list[tuple[int, int, int, int]]:
    """Split ``5, 6-8`` or ``I, II`` into (first, last, start, end)."""
    spans: list[tuple[int, int, int, int]] = []
    joined = False
    for piece in _SPLIT.finditer(listed):
        if piece[0] in _RANGE:
            joined = True
            continue
        value = number(kind, piece[0])
        if value is None:
            continue
        start, end = offset + piece.start(), offset + piece.end()
        if joined and spans:
            low, _, first, _ = spans.pop()
            spans.append((low, value, first, end))
        else:
            spans.append((value, value, start, end))
        joined = False
    return spans


def _atoms(
    spans: list[tuple[int, int, int, int]], at: int, end: int, size: int, grain: str, year: Tail
) -> list[Atom]:
    """Make the atoms of a list; the first span takes the unit in, the last one the year."""
    atoms = []
    for index, (low, high, start, stop) in enumerate(spans):
        atoms.append(
            build(
                at if index == 0 else start,
                end if index == len(spans) - 1 else stop,
                grain if low == high else "interval",
                (low * size - size + 1, 1),
                (high * size, 0),
                year,
            )
        )
    return atoms


def read_again(reading: Reading, at: int) -> Found | None:
    """Read ``tháng trước``, ``năm ngoái``; none behind a count or plural (``5 năm trước``)."""
    match = patterns.unit_again().match(reading.folded, at)
    if match is None:
        return _within(reading, at)
    before = reading.word_before(at)
    if match["unit"] == "tuần" and _WEEKDAY.search(reading.before(at)):
        before = ""  # "thứ bảy | tuần này"
    counted = before[-1:].isdecimal() and "\n" not in reading.folded[max(0, at - 3) : at]
    if before in words("plural") or counted:
        return [], match.end()
    if match["again"] == "trước" and ahead.dated_ahead().match(reading.folded, match.end()):
        return None  # "báo cáo năm | trước ngày 15/12"
    if reading.folded.startswith(" đó", match.end()) and before != "với":
        return [], match.end()
    unit = {"năm": "year", "tháng": "month", "tuần": "week"}.get(match["unit"], "quarter")
    away, deictic = shift(match["again"])
    if match["again"] in {"nay", "này"} and unit == "year" and match["again"] == "này":
        return [], match.end()
    grain = "interval" if unit == "week" else unit
    atom = build(at, match.end(), grain, (1, 1), (12, 31), _NOTHING)
    atom.kind, atom.unit, atom.shift, atom.deictic = "relative", unit, away, deictic  # type: ignore[assignment]
    return [atom], match.end()


_UNITS = {"năm": "year", "tháng": "month", "quý": "quarter"}


def _within(reading: Reading, at: int) -> Found | None:
    """Read ``Trong năm``, ``Trong tháng`` that open a sentence: the document's year, month."""
    match = patterns.within().match(reading.folded, at - len("trong ")) if at >= len("trong ") else None
    if match is None or reading.text[match.start()] != "T":
        return None
    if reading.text[at].isupper() and reading.text[at + 1].islower():
        return None  # "Trong Tháng Thanh niên"
    atom = build(match.start(), match.end(), "year", (1, 1), (12, 31), _NOTHING)
    atom.kind, atom.unit = "within", _UNITS[match["unit"]]  # type: ignore[assignment]
    atom.grain = atom.unit  # type: ignore[assignment]
    return [atom], match.end()


def read_quarter(reading: Reading, at: int) -> Found | None:
    """Read what opens with ``quý``."""
    match = patterns.part_of_year().match(reading.folded, at)
    if match is not None:
        return _part(reading, at, match, reading.count_before(at), 3)
    match = patterns.quarters().match(reading.folded, at)
    if match is None:
        return _quarters_so_far(reading, at) or read_again(reading, at)
    year, end = tail(match), match.end()
    if match["y3"] and not reading.closes(end):
        year, end = _NOTHING, match.end("list")
    following = reading.folded[end : end + 2]
    if not year.stated and (
        match["list"] == "nhất" or rated(reading, at) or (following[:1] in ".," and following[1:].isdecimal())
    ):
        return None
    if not year.stated and reading.folded.startswith(_OF_YEARS, end):
        return [], end
    spans = _items(match["list"].replace("quý", "   "), match.start("list"), "quarter")
    if len(spans) > 1 and not year.stated and not reading.closes(end):
        spans = spans[:1]
        end = spans[0][3]
    if not all(low <= high for low, high, *_ in spans):
        return [], end
    return _atoms(
        [(low, high, _with_word(reading, start), stop) for low, high, start, stop in spans],
        at,
        end,
        3,
        "quarter",
        year,
    ), end


def _quarters_so_far(reading: Reading, at: int) -> Found | None:
    """Read ``3 quý năm 2019``: from January on."""
    count, match = reading.count_before(at), patterns.count_of_quarters().match(reading.folded, at)
    if count is None or match is None or not 2 <= count[1] <= 4:
        return None
    return [build(count[0], match.end(), "interval", (1, 1), (3 * count[1], 0), tail(match))], match.end()


def _with_word(reading: Reading, start: int) -> int:
    """Give where a repeated ``quý`` before a quarter begins (``quý II, quý III``)."""
    word = max(reading.folded.rfind(form, max(0, start - 6), start) for form in ("quý", "quí"))
    return word if word >= 0 and not reading.folded[word + 3 : start].strip() else start


def read_half(reading: Reading, at: int) -> Found | None:
    """Read ``nửa đầu năm 2018``, ``nửa cuối tháng 7``."""
    match = patterns.half().match(reading.folded, at)
    if match is None:
        return read_days_of_month(reading, at)
    first, last = ((1, 1), (6, 30)) if match["part"] == "đầu" else ((7, 1), (12, 31))
    return [build(at, match.end(), "half", first, last, tail(match))], match.end()


def read_days_of_month(reading: Reading, at: int) -> Found | None:
    """Read ``nửa đầu tháng 7``, ``10 ngày đầu tháng 7/2019``."""
    match = patterns.days_of_month().match(reading.folded, at)
    if match is None or not 1 <= int(match["m"]) <= 12:
        return None
    start, days = at, 15
    if reading.folded.startswith("ngày", at):
        count = reading.count_before(at)
        if count is None:
            return None
        start, days = count
    month = int(match["m"])
    first, last = (1, days) if match["part"] == "đầu" else (days + 1, 0)
    if not possible(days, month) or not possible(first, month):
        return None
    return [build(start, match.end(), "interval", (month, first), (month, last), tail(match))], match.end()


def read_week(reading: Reading, at: int) -> Found | None:
    """Read ``tuần 3 tháng 7`` (days 15 to 21), ``tuần 28 năm 2020`` (ISO 8601 week), ``tuần trước``."""
    match = patterns.week().match(reading.folded, at)
    if match is None:
        return read_again(reading, at)
    if match["w"]:
        return _iso_week(at, match) if match["y"] else _numbered_week(reading, at, match)
    month = int(match["m"])
    if not 1 <= month <= 12:
        return None
    start, several = at, reading.count_before(at) if match["n"] in {"đầu", "cuối"} else None
    if several is not None and not 1 <= several[1] <= 3:
        return None
    if several is not None:
        start, weeks = several
        first, last = (
            ((month, 1), (month, 7 * weeks)) if match["n"] == "đầu" else ((month, 29 - 7 * weeks), (month, 0))
        )
    elif match["n"] == "cuối":
        first, last = (month, 22), (month, 0)
    else:
        count = int(match["n"]) if match["n"].isdecimal() else _ORDINALS[match["n"]]
        if not 1 <= count <= 5:
            return None
        first, last = (month, 7 * count - 6), (month, 7 * count if count < 5 else 0)
    return [build(start, match.end(), "interval", first, last, tail(match))], match.end()


def _numbered_week(reading: Reading, at: int, match: re.Match[str]) -> Found | None:
    """Read ``tuần 28`` of the year at hand; small numbers may count anything."""
    week = int(match["w"])
    if not 5 <= week <= 53 or not reading.closes(match.end()):
        return None
    if " học " in reading.folded[match.end() : match.end() + _LOOK]:
        return None  # a week of a school's year
    atom = build(at, match.end(), "interval", (1, 1), (1, 1), _NOTHING)
    atom.kind, atom.shift = "week", week
    return [atom], match.end()


def _iso_week(at: int, match: re.Match[str]) -> Found | None:
    days = week_of(int(match["y"]), int(match["w"]))
    if days is None:
        return None
    monday, sunday = days
    atom = Atom(
        at, match.end(), "interval", monday.year, (monday.month, monday.day), (sunday.month, sunday.day)
    )
    atom.last_year = sunday.year
    return [atom], match.end()
