"""Dates by name: ``hôm nay``, ``cùng kỳ``, ``Tết Nguyên đán 2018``, ``rằm tháng Giêng``, ``thế kỷ XXI``."""

from __future__ import annotations

from vnreport.mentions.times import lunar, patterns
from vnreport.mentions.times.calendar import possible, whole
from vnreport.mentions.times.reading import Found, Reading, Tail, build, tail
from vnreport.mentions.times.words import number

_NOTHING = Tail(None, None, False)
_ROMAN = {"x": 10, "v": 5, "i": 1}
_DAYS_AWAY = {"nay": 0, "qua": -1, "mai": 1, "kia": -2}


def read_today(reading: Reading, at: int) -> Found | None:
    """Read ``hôm nay``, ``sáng nay``, ``hôm qua``, ``ngày mai``."""
    unit, word = reading.folded[at : at + 10].split()[:2]
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
    match = patterns.tet().match(reading.folded, at)
    if match is None or not match["y"]:
        return None
    if not (match["feast"] or match["stem"]) and not reading.closes(match.end()):
        return None
    feast = " ".join((match["feast"] or "nguyên đán").split())
    month, day = lunar.FEASTS.get(feast, (1, 1))
    atom = build(at, match.end(), "day", (month, day), (month, day), tail(match))
    if feast != "dương lịch":
        atom.kind = "lunar"
    return [atom], match.end()


def read_century(reading: Reading, at: int) -> Found | None:
    """Read ``thế kỷ 21``, ``thập niên 90``, ``thập kỷ 1990``."""
    match = patterns.century().match(reading.folded, at)
    if match is None:
        return None
    if match["c"]:
        count = _number(match["c"])
        if not 11 <= count <= 22:
            return None
        return [whole(at, match.end(), count * 100 - 99, count * 100)], match.end()
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
