"""Where the title of a programme without quotes ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache

from vnreport.gazetteer import read_place
from vnreport.lexicon import table
from vnreport.mentions.programmes import patterns as p

_OPENING = 3
"""So many words of a title are its own, whatever verb they hold: ``trồng mới 5 triệu ha rừng``."""


def end_of_title(text: str, at: int, cited: list[tuple[int, int]]) -> int:
    """Find where an unquoted title ends."""
    end = _before_deed(text, at, _closed(text, at, _end(text, at, cited)))
    year = p.YEAR_AT_END.search(text, at, end)
    # "Chương trình … giảm nghèo bền vững" *năm 2023*: the year is that of the figure.
    return year.start() if year and p.WHOLE_TITLE.fullmatch(text, at, year.start()) else end


def _end(text: str, at: int, cited: list[tuple[int, int]]) -> int:
    limit = min(len(text), at + p.WINDOW)
    scan = at
    while scan < limit:
        index = bisect_left(cited, (scan, 0))
        inside = cited[index] if index < len(cited) and cited[index][0] < limit else None
        stop = p.title_break().search(text, scan, limit)
        if inside and (stop is None or stop.start() >= inside[0]):
            return inside[1]
        if inside and stop and stop["word"] == "và" and inside[0] == stop.end() + 1:
            return _trim(text, at, stop.start())  # "… quốc gia" *và Công văn số 367/UBND-TH*
        if stop is None:
            return _last_word(text, at, limit)
        onward = _go_on(text, at, stop)
        if onward < 0:
            return _trim(text, at, stop.start())
        scan = onward
    return _last_word(text, at, limit)


def end_of_provincial(text: str, at: int) -> int:
    """Where the planning of a whole province ends, which no subject names; -1 where this is none."""
    place = read_place(text, at) if p.OF_PROVINCE.match(text, at) else None
    if place is None or not place.candidates:
        return -1
    period = p.PERIOD.match(text, place.end)
    return period.end() if period else place.end


def _go_on(text: str, at: int, stop: re.Match[str]) -> int:
    """Where to scan on if the title goes on over a possible end; -1 where it ends there."""
    if stop["hard"] == "(" and (short := p.SHORT_WITHIN.match(text, stop.start())):
        return short.end()
    if stop["hard"] and stop["hard"][0] == "\n" and _shouts_on(text, at, stop):
        return stop.end()
    if stop["hard"]:
        names = p.BOTH_CAPITAL.match(text, max(at, text.rfind(" ", at, stop.start()) + 1))
        dash = stop["hard"].strip(" \xa0") in ("-", "–") and p.PLACED.match(text, stop.end())
        return stop.end() if dash or (names and names.end() > stop.start()) else -1
    closed = p.TIME.search(text, max(at, stop.start() - 30), stop.start()) is not None
    tail = p.TAIL.match(text, stop.start())
    if tail and p.NEXT_YEAR.match(text, stop.start()):
        return -1
    if tail and not (closed and "tầm nhìn" in text[at : stop.start()] and p.BY_THEN.match(tail[0])):
        return tail.end()
    if stop["comma"]:
        if p.HALF.search(text, at, stop.end()) and p.OTHER_HALF.match(text, stop.end()):
            return stop.end()
        if text.startswith(", 3 sạch", stop.start()):
            return stop.end()
        if text[at : stop.start()].rpartition(" ")[2].istitle() and not p.TIME.match(text, stop.end() + 1):
            return -1  # behind a proper name: "Dự án cầu Cửa Hội, huyện Nghi Xuân"
        piece = text[max(at, text.rfind(",", at, stop.start())) : stop.start()]
        following = text[stop.end() + 1 : stop.end() + 2]
        if p.WHOLE_TITLE.fullmatch(text, at, stop.start()):
            return -1
        if any(q.match(text, stop.end()) for q in (p.CLAUSE, p.NEXT_KIND, p.told())) or closed:
            return -1
        small = following.islower() or text[at : stop.start()].isupper()
        if last := p.LAST_NOUN.match(text, stop.end()):
            return last.end()
        goes_on = (len(piece.strip(", \xa0").split()) <= 7 and small) or p.CLOSES.match(text, stop.end())
        return stop.end() if goes_on else -1
    where = p.PLACE_AFTER.match(text, stop.start())
    if where and (stop["word"] == "trên địa bàn" or p.CLOSES.match(text, where.end())):
        place = read_place(text, where.end())
        return place.end if place else stop.end()
    if stop["word"] == "và":
        return -1 if closed or p.VERB_AFTER_AND.match(text, stop.start()) else stop.end()
    if stop["word"] == "giữa":
        return -1 if closed else stop.end()
    if stop["word"] == "của":
        owned = p.OWNER.match(text, stop.start()) and not p.CLOSES.match(text, stop.end())
        return -1 if closed or owned else stop.end()
    if stop["word"] == "trong" and p.IN_TIME.match(text, stop.end()):
        return -1
    if stop["word"] == "trong" and not closed and not p.WHEN.match(text, stop.end()):
        return stop.end()
    if stop["word"] == "với" and p.EQUIPPED.match(text, stop.end()):
        return -1
    if stop["word"] in ("tại", "ở") and not closed and p.PLACED.match(text, stop.end()):
        return stop.end()
    if stop["word"] == "từ" and p.SINCE.match(text, stop.end()):
        return -1
    if stop["word"] in ("với", "từ", "trong") and not closed and stop.start() - at < 40:
        return stop.end()
    return -1


def _shouts_on(text: str, at: int, stop: re.Match[str]) -> bool:
    """Tell whether a title in capitals goes on over the end of its line."""
    below = text[stop.end() :].partition("\n")[0] if text[at : stop.start()].isupper() else ""
    return below.isupper() and p.HEADS.match(below) is None


def _last_word(text: str, at: int, limit: int) -> int:
    if limit == len(text):
        return limit
    cut = text.rfind(" ", at, limit)
    return cut if cut > at else limit


def _trim(text: str, at: int, end: int) -> int:
    dangling = p.DANGLING.search(text, at, end)
    end = dangling.start() if dangling else end
    while end > at and text[end - 1] in " \xa0\n\t,.-–":
        end -= 1
    stage = p.STAGE.match(text, end)
    return stage.end() if stage and stage[0].endswith(")") == ("(" in stage[0]) else end


def _closed(text: str, at: int, end: int) -> int:
    """Where a title ends behind its years, with a later horizon and where it holds."""
    years = p.CLOSED.search(text, at, end)
    if years is None:
        return end
    stop = years.end()
    if years[0][:3].lower() == "năm":
        return stop  # "… viên chức năm 2022" *cho các trường*
    tail = p.TAIL.match(text, stop, end)
    if tail and not tail[0][-1:].isdigit():
        return end  # "… đến năm 2020 và tầm nhìn sau năm 2020"
    stop = tail.end() if tail else stop
    place = p.PLACE_BEHIND.match(text, stop, end)
    return end if place or p.NEXT_KIND.match(text, stop) else stop


@cache
def _verbs() -> frozenset[str]:
    """Verbs that govern a count: ``Dự án B`` *trồng* ``120 ha``."""
    return frozenset(row["verb"] for row in table("action_verbs") if not row["kind"])


def _before_deed(text: str, at: int, end: int) -> int:
    """Where a title ends before what the programme did: ``Dự án A quản lý đất đai`` *nghiệm thu 41 xã*."""
    for found in p.NUMBER.finditer(text, at, min(len(text), end + 2)):
        words = found[1].replace("\xa0", " ").split()
        for size in range(len(words), 0, -1):
            begin = found.end() - sum(map(len, words[-size:])) - size
            if " ".join(words[-size:]) in _verbs() and text.count(" ", at, begin) >= _OPENING:
                return _trim(text, at, begin)
    return end
