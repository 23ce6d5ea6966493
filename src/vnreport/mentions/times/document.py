"""What dates the whole document: its title and the day it was signed or published."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnreport.layout import Layout
from vnreport.mentions.times.calendar import Atom, date_of, days_of
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.scan import scan
from vnreport.mentions.times.words import number
from vnreport.patterns import lazy
from vnreport.text import fold

_DATELINE = lazy(r"\s{0,4}\([^()\n]{2,60}[,\-–]\s{0,3}$")
"""``(Tuyên Quang, 30/12/2025)`` at the start of the first paragraph."""
_PLACED = lazy(r"\s{0,4}[^\W\d_]{2,7}(?:\s[^\W\d_]{1,7}){1,3}\s\($")
"""``Hà Nội (18/07/2023) -`` before the first sentence."""
_PAPER = lazy(r"^\s{0,4}\((?:[^\W\d_][^()\d]{1,30})\)\s?[-–]?")
"""``(Baohatinh.vn) -`` before the date of a headline."""
_BY_PAPER = lazy(r"^\s{0,4}\(?[^\W\d_][^\d\n]{1,24}\s[-–|]\s$")
"""``Thanh Niên -`` alone before the date, on the line of it."""
_STAMP = 60
_HOUR = lazy(r"(?<!\d)\d{1,2}\s?[:hg]\s?\d{2}(?!\d)")
"""``14:30`` beside a date on a short line: the stamp of a web page, whatever else it says."""
_HOUR_BEHIND = lazy(r"\W{1,4}\d{1,2}\s?[:hg]\s?\d{2}(?!\d)")
_HOUR_BEFORE = lazy(r"(?<!\d)\d{1,2}\s?[:hg]\s?\d{2}(?::\d\d)?\W{1,4}(?:ngày\s)?$")
_AS_OF = lazy(r"đến\s(?:hết\s)?\d{1,2}\s?(?:giờ|[hg:])\s?\d{0,2}(?:\sphút)?,?\s(?:ngày\s)?$")
"""``tính đến 17 giờ ngày``: a quick report is given out on the day it counts up to."""
_TODAY = lazy(r"(?:hôm nay|vào hồi|vào lúc|hồi)\W")
"""How minutes begin."""
_AFTER_STAMP = lazy(r"[ ,]{0,2}(?:\d{1,2}[:hg]\d{2}(?::\d{2})?)?\s?\)?\s{0,4}$")
"""What closes a date in brackets behind a headline: ``(11/07/2018`` *08:19)*."""
_CLOCK_BEHIND = lazy(r"\s\d{1,2}[:hg]\d{2}")
_RUBRIC = 24
"""So long the name of the part of a site is that stands before the date, right below the headline."""
_UNTIL = lazy(r"(?<!\w)(?:đến|tới|từ|trước|sau)\s(?:hết\s)?(?:ngày\s)?$")
"""What makes a day one that a subject names: ``kết quả giải ngân đến ngày``."""
_SIGNED = ("ngày ban hành", "ngày ký")
"""What a legal site says of the document itself, beside the days of its own (``Ngày cập nhật``)."""
_OPENING = 4000
_CLOSING = 1500
_AROUND_TITLE = 400
ANNOUNCED = 600
"""How far behind the title the period of the figures may be announced."""
_TITLE_LINES = 40
_HEADLINE = 200
"""The length of a line that is no headline."""


_CLOCK = lazy(r"\W{0,4}hôm\snay\W")
"""The clock of a page, which tells the time of who reads it: ``Hôm nay, ngày 09/11/2024`` *20:14:36*."""
_LINE_END = 24
_NEXT = lazy(r"(?<!\w)(?:tiếp\stheo|kế\stiếp|lần\ssau|kỳ\ssau|tới)(?!\w)")
"""What is said of a bulletin to come: ``Bản tin tiếp theo phát hành ngày``."""
_SPOKEN = (
    "biên bản", "phát biểu", "bài phát biểu", "trích phát biểu", "trích bài phát biểu", "toàn văn phát biểu",
    "toàn văn bài phát biểu", "diễn văn", "tham luận", "lời khai mạc", "lời phát biểu",
)  # fmt: skip
"""How titles begin of what is of the day that it calls ``hôm nay``."""
_SIGNS = lazy(r"\W{0,4}(?:ngày\s)?")
"""What stands before a date that is alone on its line, above who signs."""
_SAID = lazy(
    r"\s?(?:\d{1,2}[:hg]\d{2}(?::\d\d)?\s?)?(?:[|/•·–-]\s?)"
    r"(?:chuyên\smục|danh\smục|thể\sloại|tác\sgiả|người\sđăng|đăng\sbởi|lượt\s(?:xem|đọc)|nguồn|phòng|ban\s)"
)
"""What a page says of an article behind its date: ``26-09-2014`` */ Chuyên mục: …*."""


class Published(NamedTuple):
    """The day of signing or publishing, and where the text says so."""

    day: dt.date
    start: int
    end: int


@cache
def _marker() -> re.Pattern[str]:
    return re.compile(
        r"(?:ngày\s(?:đăng|gửi|tạo|viết|xuất\sbản|phát\shành|ban\shành|ký|cập\snhật|phát\stin|post)|(?:tin\s)?phát\slúc|đăng\s(?:ngày|lúc|bởi|vào)"
        r"|cập\snhật(?:\s(?:lúc|ngày|lần\scuối))?|xuất\sbản|phát\shành|thời\sgian|post(?:ed)?|date|update[d]?|đã\sđăng)"
        r"[^\n]{0,24}$"
    )


@cache
def _place_line() -> re.Pattern[str]:
    """``Hải Phòng, ngày`` at the start of a line or behind the bar of a flattened table, no weekday."""
    word = r"[A-ZĐÀ-Ỹ][^\W\d_A-Z]{1,7}"
    return re.compile(
        rf"(?:^|[|\n\t])[^\S\n]*(?!(?i:thứ|chủ nhật)[\s,])"
        rf"(?:[A-ZĐÀ-Ỹ][\w. \-]{{1,40}},|{word}(?: {word}){{1,3}})[^\S\n]*$"
    )


@cache
def _clock_only() -> re.Pattern[str]:
    """What may stand beside a web page's date on its line: weekday, hour, separators."""
    return re.compile(
        r"(?:[\s,|()\[\]\-–:.•'’]|\d{1,2}[:hg]\d{0,2}(?::\d\d)?|gmt\s?\+\s?7|am|pm|\d{1,7}\s?(?:lượt|lần|views?)|số\s(?:lượt|lần)\s(?:xem|đọc|truy\scập)|(?<=[:\s])\d{1,7}$|đọc|thứ\s(?:hai|ba|tư|năm|sáu|bảy|[2-7])"
        r"|chủ\snhật|lượt\sxem|lúc|ngày|xem)*"
    )


@cache
def _no_title() -> re.Pattern[str]:
    return re.compile(
        r"(?:cộng h|độc lập|(?:kính\s)?thưa\s|số\s*:|luật số|v/v|kính gửi|[-–—_=*]{3}|[-–+•*]\s"
        r"|căn cứ\s|xét\s|theo đề nghị)"
    )


@cache
def _announcement() -> re.Pattern[str]:
    return re.compile(
        r"(?:(?:^|\n)\s{0,4}\((?:[^\n()]{0,60}\s(?:diễn\sra|trong\stuần|tính))?|(?<!\w)tính\s$|số\sliệu|kỳ\sbáo\scáo|thời\skỳ\s(?:thanh|kiểm)\stra|thời\skỳ\sgiám\ssát|thời\sgian\sbáo\scáo|mốc\sthời\sgian)[^\n()]{0,24}$"
        r"|(?<!\w)\d{1,2}\stháng(?:\s(?:đầu\s)?(?:năm|công\stác|của)[^\n().;,]{0,24})?\s?\((?:tính\s)?$"
    )


def announced(reading: Reading, start: int, grain: str) -> bool:
    """Tell whether an interval is announced as the one that the figures are of: ``(từ 15/11 đến 14/5)``."""
    if grain != "interval" or not reading.folded.startswith("từ", start):
        return False
    return _announcement().search(reading.folded[max(0, start - 100) : start]) is not None


def title_span(text: str, layout: Layout) -> tuple[int, int] | None:
    """Give the span of the title: the layout's, else the first line of some length that is no sentence."""
    if layout.title is not None:
        return layout.title
    at = 0
    for line in text[:_OPENING].splitlines(keepends=True)[:_TITLE_LINES]:
        stripped = line.strip()
        start = at + line.find(stripped)
        at += len(line)
        if layout.head is not None and layout.head[0] <= start < layout.head[1]:
            continue
        if len(stripped) < 12 or layout.boilerplate.overlaps(start, start + len(stripped)):
            continue
        if sum(c.isalpha() for c in stripped) < 10 or _no_title().match(fold(stripped)):
            continue
        if (
            len(stripped) > 300
            or stripped[-1] in ".;,:"
            or (len(stripped) > _HEADLINE and layout.title is None)
        ):
            return None
        return start, start + len(stripped)
    return None


def published(layout: Layout, scanned: list[Atom] | None = None) -> Published | None:
    """Find the day of signing (head) or publishing (web page); None where the text does not say.

    Only the head, the opening, the surroundings of the title and the close of the text are looked at.

    Args:
        layout: the shape of the text; it keeps the answer.
        scanned: what :func:`scan` finds in the text, where it is at hand.
    """
    return layout.once("published", lambda: _find_published(layout, scanned))


def _find_published(layout: Layout, scanned: list[Atom] | None) -> Published | None:
    best: tuple[tuple[int, int], Published] | None = None
    text = layout.text
    title = title_span(text, layout)
    for low, high in _stretches(text, layout):
        whole = high - low == len(text)
        reading = Reading(text, layout.folded) if whole else Reading(text[low:high], fold(text[low:high]))
        atoms = scanned if whole and scanned is not None else scan(reading)
        for day, start, end in [*_dates(atoms), *_stamps(reading)]:
            rate = _rank(reading, (start, end), layout, low, title)
            rank = rate, -abs(low + start - title[1]) if title else 0
            if rate and (best is None or rank > best[0]):
                best = rank, Published(day, low + start, low + end)
    return best[1] if best else None


_SIGNER = 90
_SIGNERS = 6
"""So many lines of such a length stand below the date at the close."""


def _signs(reading: Reading, line: tuple[int, int], span: tuple[int, int]) -> bool:
    """Tell whether a date alone on its line stands above nothing but who signs: few lines, all short."""
    before, after = reading.folded[line[0] : span[0]], reading.folded[span[1] : line[1]]
    if len(reading.text) - span[1] > _CLOSING or after.strip(" ./") or _SIGNS.fullmatch(before) is None:
        return False
    rest = [one for one in reading.text[span[1] :].splitlines()[1:] if one.strip()]
    return 0 < len(rest) <= _SIGNERS and all(len(one) <= _SIGNER for one in rest)


def _dates(atoms: list[Atom]) -> Iterator[Published]:
    """Give the days that are written out in full."""
    for atom in atoms:
        if atom.grain == "day" and atom.kind == "fixed" and atom.year is not None:
            days = days_of(atom, atom.year)
            if days is not None:
                yield Published(days[0], atom.start, atom.end)


@cache
def _stamp() -> re.Pattern[str]:
    """A date as programs write it: ``2021-07-05``, ``28 Tháng 8, 2025``, ``Tháng Tám 28, 2025``."""
    month = r"(?:\d{1,2}|[^\W\d_]{2,5}(?:\s(?:một|hai))?)"
    return re.compile(
        rf"(?<![\d/.-])(?:(?P<y1>20\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
        rf"|(?P<d2>\d{{1,2}})\stháng\s(?P<m2>{month}),?\s(?P<y2>20\d\d)"
        rf"|tháng\s(?P<m3>{month})\s(?P<d3>\d{{1,2}}),\s(?P<y3>20\d\d)"
        r"|(?P<m4>[a-z]{3,9})\.?\s(?P<d4>\d{1,2}),\s(?P<y4>20\d\d)"
        r"|(?P<d5>\d{1,2})\s(?P<m5>[a-z]{3,9}),?\s(?P<y5>20\d\d))(?![\d/-])"
    )


_STAMPED = (
    lazy(r"20\d\d-\d\d-\d\d"),
    lazy(r"tháng\s[^\W_]{1,5}(?:\s[^\W_]{1,3}){0,2},?\s20\d\d"),
)
"""What is in any such date, so that a text without one is soon through."""
_ENGLISH_STAMP = lazy(r"[a-z]{3,9}\.?\s\d{1,2},\s20\d\d|\d{1,2}\s[a-z]{3,9},?\s20\d\d")
_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def _stamps(reading: Reading) -> Iterator[Published]:
    """Give the days that a program has stamped."""
    english = any(month in reading.folded for month in _ENGLISH)
    if not any(sign.search(reading.folded) for sign in _STAMPED) and not (
        english and _ENGLISH_STAMP.search(reading.folded)
    ):
        return
    for match in _stamp().finditer(reading.folded):
        which = next(kind for kind in "12345" if match[f"y{kind}"])
        name, day = match[f"m{which}"], int(match[f"d{which}"])
        english = name[:3] in _ENGLISH and which in "45"
        month = _ENGLISH.index(name[:3]) + 1 if english else None if which in "45" else number("month", name)
        found = date_of(int(match[f"y{which}"]), month, day) if month and day else None
        if found is not None:
            yield Published(found, *match.span())


def _stretches(text: str, layout: Layout) -> list[tuple[int, int]]:
    stretches = [(0, min(len(text), _OPENING))]
    if layout.title is not None and layout.title[0] > _OPENING - _AROUND_TITLE:
        stretches.append((max(0, layout.title[0] - _AROUND_TITLE), layout.title[1] + _AROUND_TITLE))
    if len(text) > _OPENING:
        stretches.append((max(_OPENING, len(text) - _CLOSING), len(text)))
    return stretches


def _rank(
    reading: Reading, span: tuple[int, int], layout: Layout, low: int, title: tuple[int, int] | None
) -> int:
    """Rank how surely a date is the document's own; 0 for not at all."""
    folded, (at, end) = reading.folded, span
    line_start = folded.rfind("\n", max(0, at - 120), at) + 1
    line_end = folded.find("\n", end, end + 120)
    line_end = line_end if line_end >= 0 else min(len(folded), end + 120)
    before, after = folded[line_start:at], folded[end:line_end]
    marked = before + "ngày " if folded.startswith("ngày", at) else before
    start = low + at
    if layout.head is not None and layout.head[0] <= start < layout.head[1]:
        return 0 if _UNTIL.search(before) else 4
    if _UNTIL.search(before) and _HOUR.search(before) is None:
        return 0
    if not after.strip(" .|\t\r*") and _place_line().search(reading.text[line_start:at]):
        return 3
    if _CLOCK.match(before) and _HOUR.search(after[:_LINE_END]):
        return 0
    if len(before) < 80 and _NEXT.search(before):
        return 0
    if len(before) < 80 and (marker := _marker().search(marked)):
        return 3 if marker[0].startswith(_SIGNED) else 2
    if title is not None and title[0] <= start < title[1] + _STAMP and _AS_OF.search(before):
        return 1
    if _TODAY.match(before) and title is not None and reading.folded.startswith(_SPOKEN, title[0] - low):
        return 1
    if (title is None or start > title[1]) and _signs(reading, (line_start, line_end), span):
        return 1
    near = title is not None and -_AROUND_TITLE < start - title[1] < _AROUND_TITLE
    opens = title is None and start < _STAMP
    if (near or opens) and _DATELINE.match(before) and after.startswith(")"):
        return 2
    if (near or opens) and _PLACED.match(before) and after.startswith((") -", ") –")):
        return 2
    within = title is not None and title[0] <= start < title[1]
    closed = not _AFTER_STAMP.sub("", after)
    if within and closed and (before.endswith(("(", "   ")) or _CLOCK_BEHIND.match(after)):
        return 1
    if title is not None and not after.strip() and 0 < len(before) <= _RUBRIC:
        directly = title[1] - low <= line_start and not folded[title[1] - low : line_start].strip()
        if directly and not any(map(str.isdigit, before)):
            return 1
    bar = layout.dateline
    if not near and not (title is None and bar is not None and bar[0] <= start < bar[1]):
        return 0
    if _BY_PAPER.match(before) and not after.strip(" .)|\t\r"):
        return 1
    stamp = _PAPER.sub("", before, count=1)
    if _clock_only().fullmatch(stamp) and _clock_only().fullmatch(after[:60]):
        return 1
    if not before.strip(" [(") and len(after) < 2 * _STAMP and _SAID.match(after):
        return 1
    barred = layout.boilerplate.overlaps(start, low + end)
    if barred and (_HOUR_BEHIND.match(after) or _HOUR_BEFORE.search(before)):
        return 1  # whatever buttons stand beside it
    framed = barred or _HOUR.search(f"{before}|{after}") is not None
    return 1 if framed and len(before) + len(after) < _STAMP else 0
