"""Dates by name: ``hôm nay``, ``cùng kỳ``, ``Tết Nguyên đán 2018``, ``rằm tháng Giêng``, ``thế kỷ XXI``."""

from __future__ import annotations

import re

from vnreport.mentions.times import feasts, lunar, patterns
from vnreport.mentions.times.calendar import possible, whole
from vnreport.mentions.times.reading import Found, Reading, Tail, build, tail
from vnreport.mentions.times.words import number

_NOTHING = Tail(None, None, False)
_OWN_DAY = frozenset({"trung thu", "đoan ngọ", "nguyên tiêu", "dương lịch"})
"""Feasts of one day, which have no third or fourth."""
_TET_LASTS = 15
_TET_BEGINS = 20
"""Days of the last month of the year that are counted towards Tết."""
_LAST_MONTH = 12
_ROMAN = {"x": 10, "v": 5, "i": 1}
_DAYS_AWAY = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}


def read_today(reading: Reading, at: int) -> Found | None:
    """Read ``hôm nay``, ``sáng nay``, ``hôm qua``, ``ngày mai``."""
    unit, word = reading.folded[at : at + 10].split()[:2]
    if word[:3] == "mai" and unit != "ngày" and (unit == "hôm" or reading.text[at + len(unit) + 1] != "m"):
        return None  # a name
    end = reading.folded.index(word[:3], at + len(unit)) + 3
    away = _DAYS_AWAY[word[:3]]
    if unit == "ngày" and word[:3] == "kia":
        away = 2
    atom = build(at, end, "day", (1, 1), (1, 1), _NOTHING)
    atom.kind, atom.unit, atom.shift, atom.deictic = "relative", "day", away, True
    return [atom], end


def read_same(reading: Reading, at: int) -> Found | None:
    """Read ``cùng kỳ năm 2018``, ``cùng kỳ``, ``cùng kỳ tháng trước``."""
    match = patterns.same().match(reading.folded, at)
    if match is None:
        return None
    year = tail(match)
    end = match.end()
    if match["moment"] and not (year.stated or match["last"] or match["before"]):
        return [], end
    if match["y3"] and not (reading.closes(end) or 1990 <= int(match["y3"]) < 2050):
        year, end = _NOTHING, match.start("y3")
        end = at + len(reading.folded[at:end].rstrip())
    if reading.folded[end : end + 12].lstrip().startswith(("các năm", "những năm", "nhiều năm", "nhiệm kỳ")):
        return [], end
    atom = build(at, end, "interval", (1, 1), (12, 31), year)
    atom.kind = "same"
    if match["before"]:
        atom.unit = {"tháng": "month", "quý": "quarter"}.get(match["unit"], "week")  # type: ignore[assignment]
        atom.shift = -1
    elif match["last"] or not year.stated:
        atom.year_shift = -1
    return [atom], end


def read_spelled(reading: Reading, at: int) -> Found | None:
    """Read a date whose day is a word: ``ngày mười lăm tháng tám``, ``rằm tháng Giêng``."""
    match = patterns.spelled_date().match(reading.folded, at)
    if match is None:
        from vnreport.mentions.times.units import read_days_of_month

        return read_days_of_month(reading, at)
    day, month = number("day", match["d"]), number("month", match["mw"])
    if day is None or month is None or not possible(day, month):
        return [], match.end()
    atom = build(at, match.end(), "day", (month, day), (month, day), tail(match))
    if match["lunar"] or match["d"] == "rằm" or match["mw"] in {"giêng", "chạp"}:
        atom.kind = "lunar"
    return [atom], match.end()


def read_tet(reading: Reading, at: int) -> Found | None:
    """Read ``Tết Nguyên đán 2018``, ``Tết Trung thu 2019``: the day itself.

    A feast without a year in digits (``dịp Tết Mậu Tuất``) is a season, no day.
    """
    match = feasts.tet().match(reading.folded, at)
    if match is None:
        return None
    feast = " ".join((match["feast"] or "nguyên đán").split())
    of_days = None if feast in _OWN_DAY else _day_of_tet(reading, at, match)
    if of_days is not None or not match["y"]:
        return of_days
    if not (match["feast"] or match["stem"]) and not reading.closes(match.end()):
        return None
    month, day = lunar.FEASTS.get(feast, (1, 1))
    atom = build(at, match.end(), "day", (month, day), (month, day), tail(match))
    if feast != "dương lịch":
        atom.kind = "lunar"
    return [atom], match.end()


def _day_of_tet(reading: Reading, at: int, match: re.Match[str]) -> Found | None:
    """Read ``mùng 3 Tết``, ``từ mùng 1 đến mùng 4 Tết``, ``ngày 29 Tết``: days at the turn of the year."""
    low = max(0, at - 40)
    days = feasts.days_of_tet().search(reading.folded[low:at])
    if days is None:
        return None
    first = number("day", days["first"] or days["last"])
    last = number("day", days["last"])
    if first is None or last is None or not first <= last:
        return None
    month = 1 if last <= _TET_LASTS else _LAST_MONTH
    if month == _LAST_MONTH and (first < _TET_BEGINS or not days["day"]):
        return None
    year = tail(match)
    if year.year is None and match["stem"]:
        year = Tail(_cyclic(match["stem"], match["branch"]), None, False)
    if month == _LAST_MONTH and year.year is not None:
        year = Tail(year.year - 1, None, False)
    grain = "day" if first == last else "interval"
    start = days.start("last") if days["day"] and days["day"] != "ngày " else days.start()
    atom = build(low + start, match.end(), grain, (month, first), (month, last), year)
    atom.kind = "lunar"
    return [atom], match.end()


def _cyclic(stem: str, branch: str) -> int | None:
    """Give the year of the running cycle that two words name: ``Nhâm Dần`` is 2022."""
    first, second = feasts.STEMS.index(stem), feasts.BRANCHES.index(branch)
    return next((1984 + n for n in range(60) if (n % 10, n % 12) == (first, second)), None)


def read_century(reading: Reading, at: int) -> Found | None:
    """Read ``thế kỷ 21``, ``thập niên 90``, ``thập kỷ 1990``."""
    match = feasts.century().match(reading.folded, at)
    if match is None:
        return None
    if match["c"]:
        count = _number(match["c"])
        if not 11 <= count <= 22:
            return None
        last = _number(match["c2"]) if match["c2"] else count
        end = match.end() if count <= last <= 22 else match.end("c")
        last = last if count <= last <= 22 else count
        return [whole(at, end, count * 100 - 99, last * 100)], end
    first = int(match["d"])
    if first < 100:
        count = _number(match["dc"]) if match["dc"] else 21 if first < 30 else 20
        first += (count - 1) * 100
    if first % 10 or not 1000 <= first < 2190:
        return None
    return [whole(at, match.end(), first, first + 9)], match.end()


def _number(text: str) -> int:
    """Read digits or a Roman number; 0 where it is none."""
    if text.isdecimal():
        return int(text)
    total = 0
    for index, letter in enumerate(text):
        value = _ROMAN[letter]
        following = _ROMAN[text[index + 1]] if index + 1 < len(text) else 0
        total += -value if value < following else value
    return total
