"""Shapes: what a single line looks like, told without its neighbours."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from vnreport.layout.cues import Hit
from vnreport.layout.lines import Line, ends_sentence, function_word_count, is_slug
from vnreport.layout.wording import is_agency
from vnreport.patterns import lazy


class Verdict(NamedTuple):
    """What a line's own wording says: ``strength`` is ``strong``, ``weak`` or empty."""

    strength: str
    kind: str


NONE = Verdict("", "")
_NUMBER = r"[\d.,\s]*\d(?:[kK](?!\w))?"
_COUNTER_UNIT = r"(?:lượt(?: xem| truy cập| đọc)?|người|khách|lần|truy cập|times?|views?)"
_COUNTER_TAIL = lazy(
    rf"\s*[:：=\-]?\s*\(?{_NUMBER}\)?\s*{_COUNTER_UNIT}?[\s.|]*",
    re.I,
)
_COUNTER_LEAD = lazy(rf"[\s•*\-–|]*{_NUMBER}\s*")
_LABEL_TAIL = lazy(r"\s*(?:\([^)\n]{0,20}\))?\s*[:：|]")
_MONTH = r"tháng (?:\d{1,2}|giêng|một|hai|ba|tư|năm|sáu|bảy|bẩy|tám|chín|mười(?: một| hai)?|chạp)"
_ENGLISH = (
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|tember|ober)?\.?"
)
_DATE = lazy(
    rf"{_ENGLISH} \d{{1,2}}, \d{{4}}|\d{{1,2}} {_ENGLISH},? \d{{4}}|"
    rf"\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?\d{{4}}|\d{{4}}-\d\d-\d\d"
    # "thu ngân sách 9 tháng năm 2020" counts nine months; a line of its own is a day in May.
    rf"|\d{{1,2}} (?!(?<!^\d )(?<!^\d\d )tháng năm \d){_MONTH},? (?:năm )?\d{{4}}|{_MONTH} \d{{1,2}}, \d{{4}}"
)
_TIME = lazy(r"\d{1,2}\s?[:hg]\s?\d{2}|\b[ap]m\b|gmt")
_DAY = r"thứ (?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ nhật|chúa nhật"
_FIGURES = lazy(r"\d{1,2}([/.-])\d{1,2}\1\d{4}")
_BRACKETED = lazy(r"[(\[][^()\[\]]{8,40}[)\]]")
_WEEKDAY = lazy(rf"(?:{_DAY})\W", re.I)
_DATE_WORDS = lazy(
    rf"\b{_ENGLISH}(?= \d)|(?<=\d ){_ENGLISH}|{_MONTH}|{_DAY}"
    r"|\b(?:sáng|trưa|chiều|tối|sa|ch)\b|ngày|tháng|năm|lúc|giờ|phút|date|[ap]m\b|gmt|(?<=\d)[hg]"
    r"|[+\d\s/.,:;|()\[\]–-]+"
)
_COUNTED = lazy(r"\(?(?:(?:số liệu|tính|kể|cập nhật)\s)?(?:từ|đến)\s")
"""What opens the days that a report counts: ``(Từ 17h00 ngày 19/10 đến …)`` is no stamp of a page."""
_BUTTON = lazy(r"\[[^\[\]\d]{0,20}\]")
"""What can be pressed beside a date: ``[In]``."""
_SOURCE = lazy(r"^\((?:[^\W\d_][^()\d]{1,30})\)\s?[-–]?")
"""The paper before the date: ``(Baohatinh.vn) -`` *14/08/2025*."""
_ALONE = lazy(r"\(?(?:[\w.]{2,24}\.vn|[A-ZĐ]{2,6}(?:Đ?T)?)\)?\s?[-–]\s?")
"""The paper on a line of its own, before the first sentence: ``CTTĐT -``."""
_SITE = lazy(r"\s?[:：]\s?(?:https?://)?(?:\w[\w-]*\.){1,4}(?:vn|com|net|org)\S{0,80}", re.I)
"""Where a page is taken from: ``Nguồn:`` *baodanang.vn*."""
_ADDRESS = lazy(
    r"(?:[^\W\d_][\w.]*(?:\s[-–]\s|\s)){0,6}"
    r"\((?:(?:theo|nguồn)\s?:?\s?)?(?:https?://)?(?:[\w-]{1,40}\.){1,4}(?:vn|com|net|org)/?\)",
    re.I,
)
"""Where an article was taken from, in brackets, its author before it: ``Lê Mai (baodanang.vn)``."""
_PICTURE = lazy(r"^\S{1,30}['’]s (?:picture|avatar)$|^(?:picture|ảnh) of \S{1,30}e$", re.I)
"""What stands for the picture of who wrote an article: ``admin's picture``."""
_STARS = lazy(r"[☆★]{3,}")
"""What an article is rated by."""
_BADGE = lazy(r"Th(?:g|áng)?\.? ?\d{1,2}", re.I)
"""The month below the day of a calendar leaf: ``Th5``."""
_FONT = lazy(r"A\s?[-+]{0,2}")
"""A button that makes the letters larger or smaller."""
_WEB_ADDRESS = lazy(
    r"(?:[•*–-]\s?)?(?:(?:https?://|www\.)[\w.-]{4,60}(?:/[\w./%?=&-]{0,120})?|[\w.-]{1,40}@[\w-]{1,40}(?:\.\w{2,8}){1,3})"
)
"""The address of a site or a mailbox, alone on its line."""
_AGO = lazy(r"(?:cách đây )?\d{1,3} (?:phút|giờ|ngày|tuần|tháng|năm) trước")
"""How long ago an article of a list came out."""
_PAGER_WORDS = lazy(
    r"trang|tiếp theo|tiếp|sau|trước|đầu|cuối|next|prev(?:ious)?|first|last|of|[«»<>\[\]|…().→←\s:-]+"
)
_PAGE_OF = lazy(r"(?:trang|page)\s*:?\s*\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?$")
_LABEL_NUMBER = lazy(rf"[\s•*+\-–]*[^\W\d_]+(?:[ \-][^\W\d_]+){{0,5}}(?: \d{{1,4}})?\s*[:：]\s*{_NUMBER}\s*$")
_PERIOD_LABEL = lazy(rf"[\s•*+\-–]*(?:tháng|năm|tuần|ngày)\s+\d[\d/\-]*\s*[:：]\s*{_NUMBER}\s*$", re.I)
_DIGIT = lazy(r"\d")
_PLAYER = lazy(r"\d{1,2}:\d\d\s?/\s?\d{1,2}:\d\d")
"""How far a recording has been played, of its length: ``00:00 / 04:31``."""
_HOME = ("trang chủ", "trang nhất", "home")
_CRUMB = lazy(r"\s*(?:[|»›>→]+|::|/{1,2}(?=\s))\s*")
_CREDIT = lazy(
    r"(?:^|[\s(.\-–])(?:ảnh|đồ họa|đồ hoạ|nguồn ảnh)\s*[:：]?\s*(?:\d{1,2}\.?|[:：][^:;]{2,30})\)?\.?$", re.I
)
_GIVEN = lazy(r"\s\((?:[Ảả]nh|Hình)\s?[^()\d]{2,70}\)\.?\Z")
"""Whose the picture is, at the end of its caption: *(Ảnh do Hải quan Quảng Trị cung cấp)*."""
_DATED_TAIL = lazy(
    r"\(?\s*\d{1,2}[/\-.]\d{1,2}(?:[/\-.]\d{2,4})?[^()\n]{0,12}\)?\s*$|^\(?\d{1,2}[/\-]\d{1,2}[/\-]\d{4}\)?"
)
_BULLET = lazy(r"[-–—+*•·▪►➢❖●○◦⁃‣>»]\s*")
_CELLS = lazy(r"\s{3,}|\t|\s[|⋅·•]\s")
_CELL = lazy(r"\s[|•·⋅»]\s")
"""What parts the entries of a page's bar: ``Thứ Sáu, 29/8/2025`` *|* ``Chào mừng …``."""
_PATH = lazy(r"[^\W\d_](?:[^»›«\d.:;]{1,40}[»›]){1,5}[^»›«\d.:;]{2,60}")
"""The path to a page without its first step: ``Tin tức »`` *Kinh doanh*."""
_WORDS = ("topic", "poll")
_OPENING_MODES = frozenset({"start", "label"})
_PROSE_MARK = lazy(r"[,;]\s")
MARKED = lazy(
    r"(?:[IVX]{1,5}|[A-Z]|\d{1,2}(?:\.\d{1,2})*)\s?[.)/]\s*[^\W\d]|[a-zđ]\)\s|\(\w\)\s"
    r"|Điều \d|Chương [IVX\d]|Mục \d"
)
"""The start of a line that a heading number or the marker of a list opens."""
NUMBERED = lazy(r"\d{1,2}\. [^.;:]{12,}$")
"""A headline in a numbered list of articles: ``1. Lớp học xóa mù ở Huổi Luông``."""
_WORDLESS = lazy(r"[\W\d_]*")
MENU_PARTS = 3
CELL = 7
"""So many words a cell of a bar has."""
CRUMBS = 9
"""So many words the last steps of a path to a page have: ``» Tin tức - Sự kiện``."""
SHORT_TAIL = 100
LONG_TAIL = 160


def judge(line: Line, hits: Sequence[Hit]) -> Verdict:
    """Give the verdict on a line by its cues, its numbers and its separators."""
    size = len(line.text)
    if size > 250:
        return NONE
    best = NONE
    for hit in hits:
        best = _stronger(best, _by_cue(line, hit))
    marked = MARKED.match(line.text)
    if best.strength != "strong" and not marked and (len(hits) > 1 or (hits and size < 60)):
        best = _stronger(_by_coverage(line, hits), best)
    if best.strength != "strong" and size <= 120:
        best = _stronger(best, _by_shape(line, hits))
    if line.text[-1] in "-–" and _ALONE.fullmatch(line.text):
        return Verdict("strong", "byline")
    if line.text[-1] in ")/" and _ADDRESS.fullmatch(line.text):
        return Verdict("strong", "byline")
    if line.text[0] in "»›" and len(line.text.split()) <= CRUMBS and not ends_sentence(line.text):
        return Verdict("strong", "menu")
    path = line.text.replace(">>", "»")
    if ("»" in path or "›" in path) and _PATH.fullmatch(path):
        return Verdict("strong", "menu")
    if line.text.startswith(">>"):
        return Verdict("strong", "link")
    if is_slug(line.text):
        return Verdict("strong", "related")
    if line.text[:2] in ("Th", "TH") and _BADGE.fullmatch(line.text):
        return Verdict("weak", "date")
    if line.text[-1] == "e" and _PICTURE.search(line.text):
        return Verdict("strong", "byline")
    if line.text[0] == "A" and len(line.text) <= 3 and _FONT.fullmatch(line.text):
        return Verdict("strong" if line.text[1:] else "weak", "access")
    if "." in line.text and " " not in line.text[2:] and _WEB_ADDRESS.fullmatch(line.text):
        return Verdict("strong", "contact")
    if line.text[-2:].endswith((")", ").")) and _GIVEN.search(line.text, max(0, size - 90)):
        return Verdict("strong", "caption")
    if size > 120 and _CREDIT.search(line.text[-60:].lower()):
        return Verdict("strong", "caption")
    if line.text[0] == "#" and (
        all(word[0] == "#" for word in line.text.split())
        or (line.text[1:2].isalpha() and len(line.text.split()) <= CELL and not ends_sentence(line.text))
    ):
        return Verdict("strong", "tags")
    return NONE if best.strength == "weak" and marked else best


def _stronger(first: Verdict, second: Verdict) -> Verdict:
    """Give the stronger of two verdicts, the first where they are equal."""
    if first.strength == "strong" or not second.strength:
        return first
    return second if second.strength == "strong" or not first.strength else first


def _by_cue(line: Line, hit: Hit) -> Verdict:
    """Apply the modes of one cue and give the strongest verdict."""
    text, modes = line.text, hit.cue.modes
    first = hit.start - line.start
    tail = text[hit.end - line.start :]
    if "any" in modes:
        return Verdict(*modes["any"])
    lead = _CELL.split(text[:first])[-1] if modes.keys() & _OPENING_MODES else text[:first]
    at_start = first == 0 or not any(map(str.isalnum, lead))
    best = NONE
    if "count" in modes:
        best = _by_count(modes["count"], text[:first], _CELL.split(tail)[0], at_start)
    if not at_start:
        return best
    if "whole" in modes and _WORDLESS.fullmatch(tail):
        best = _stronger(best, Verdict(*modes["whole"]))
    for mode, reach in (("start", LONG_TAIL), ("label", SHORT_TAIL)):
        if mode not in modes or not (mode == "start" or _LABEL_TAIL.match(tail)):
            continue
        verdict = Verdict(*modes[mode])
        if verdict.kind == "byline" and _SITE.fullmatch(tail):
            verdict = Verdict("strong", "byline")
        if len(tail) <= (LONG_TAIL if verdict.kind == "caption" else reach):
            best = _stronger(best, verdict) if _fits(verdict.kind, tail) else best
    return best


def _by_count(mode: tuple[str, str], lead: str, tail: str, at_start: bool) -> Verdict:
    """Judge the label of a counter by the number behind or before it; the number may be on the next line."""
    if at_start and _COUNTER_TAIL.fullmatch(tail):
        return Verdict(*mode)
    if not at_start and _COUNTER_LEAD.fullmatch(lead) and _WORDLESS.fullmatch(tail):
        return Verdict(*mode)
    return Verdict("weak", mode[1]) if at_start and not tail.strip(" :：") else NONE


def _fits(kind: str, tail: str) -> bool:
    """Tell whether what follows a label is what such a label takes."""
    if kind == "date":
        return bool(_DATE.search(tail.lower()))
    if kind == "byline":
        words = len(tail.split())
        longer = "(" in tail or _DATE.search(tail) is not None
        return words <= (18 if longer else 9) and not ends_sentence(tail)
    if kind == "caption":
        return len(tail.split()) <= 40
    return True


def _by_coverage(line: Line, hits: Sequence[Hit]) -> Verdict:
    """Judge a line by the share of its letters that interface words make up."""
    text = line.text
    letters = sum(map(str.isalpha, text))
    covered = strong = weak = 0
    kind = "menu"
    for hit in hits:
        mode = hit.cue.modes.get("part") or hit.cue.modes.get("count") or hit.cue.modes.get("whole")
        if mode is not None and mode == hit.cue.modes.get("whole") and mode[1] in _WORDS:
            continue  # words of the text as well, which are a button only where they fill a line
        if mode is None:
            mode = hit.cue.modes.get("label")
            if mode is None or not _LABEL_TAIL.match(text, hit.end - line.start):
                continue
        covered += sum(map(str.isalpha, hit.cue.text))
        if mode[0] == "strong":
            strong += 1
            kind = mode[1]
        elif "count" not in hit.cue.modes:
            weak += 1
            kind = kind if strong else mode[1]
    if not letters or not strong + weak:
        return NONE
    share = covered / letters
    if strong and share >= (0.7 if strong + weak > 1 else 0.8):
        return Verdict("strong", kind)
    listed = strong + weak >= MENU_PARTS and not ends_sentence(text) and not _PROSE_MARK.search(text)
    grammar = function_word_count(text)
    if listed and share >= 0.5 and grammar <= 1:
        return Verdict("strong", kind)
    if share >= 0.8 or (listed and share >= 0.3 and grammar == 0 and not any(map(str.isdigit, text))):
        return Verdict("weak", kind)
    return NONE


def _by_shape(line: Line, hits: Sequence[Hit]) -> Verdict:
    """Judge a short line by its numbers and separators."""
    folded = line.text.lower()
    verdict = _by_numbers(line, folded, hits) if _DIGIT.search(folded) else NONE
    if not verdict.strength and hits:
        verdict = _by_separators(line.text, folded, hits)
    if hits and _STARS.search(folded):
        return Verdict("strong", "access")
    if not verdict.strength and ("ảnh" in folded or "đồ h" in folded) and _CREDIT.search(folded):
        return Verdict("strong", "caption")
    return verdict


def _by_numbers(line: Line, folded: str, hits: Sequence[Hit]) -> Verdict:
    """Judge a line with a figure: date bar, page numbers, counter of a period."""
    verdict = _date_bar(folded, hits, line)
    if verdict.strength:
        return verdict
    if hits and _labelled_date(line, hits):
        return Verdict("strong", "date")
    if _PLAYER.fullmatch(folded):
        return Verdict("strong", "access")
    if _AGO.fullmatch(folded):
        return Verdict("strong", "date")
    if len(folded) < 60:
        if is_pager(folded):
            return Verdict("weak", "pager")
        if _PAGE_OF.match(folded):
            return Verdict("strong", "pager")
    return Verdict("weak", "counter") if _PERIOD_LABEL.match(line.text) else NONE


def _by_separators(text: str, folded: str, hits: Sequence[Hit]) -> Verdict:
    """Judge a line that holds menu words: the path to a page, or entries between separators."""
    if any(hit.cue.text in _HOME for hit in hits):
        if folded.startswith(_HOME) and not ends_sentence(text):
            return Verdict("strong", "menu")
        most = 8
    elif _DIGIT.search(text):
        return NONE
    else:
        most = 6
    parts = [part for part in _CRUMB.split(text) if part]
    if len(parts) >= 3 and all(len(part.split()) <= most for part in parts):
        return Verdict("strong", "menu")
    return NONE


def _labelled_date(line: Line, hits: Sequence[Hit]) -> bool:
    """Tell whether a line is a date beside what a page says of an article in cells of its own.

    ``Lượt xem: 312    Ngày: 18/01/2020    Tác giả: Quốc Hùng``.
    """
    cells = _CELLS.split(line.text)
    dated = labelled = at = 0
    for cell in cells if len(cells) > 1 else ():
        start = line.text.index(cell, at)
        at = start + len(cell)
        own = [hit for hit in hits if start <= hit.start - line.start < at]
        date = _DATE.search(cell.lower()) is not None and len(cell.split()) <= CELL
        label = any("label" in hit.cue.modes or "count" in hit.cue.modes for hit in own)
        few = len(cell.split()) <= (CELL if label or is_agency(cell) else 3)
        if not date and not few:
            return False
        dated += date
        labelled += label
    return bool(dated and labelled)


def _date_bar(folded: str, hits: Sequence[Hit], line: Line) -> Verdict:
    """Judge a line that may be a date and time only, with buttons or a counter beside it."""
    if not _DATE.search(folded) or _COUNTED.match(folded):
        return NONE
    rest = folded
    for hit in reversed(hits):
        rest = rest[: hit.start - line.start] + " " + rest[hit.end - line.start :]
    rest = _DATE_WORDS.sub(" ", _BUTTON.sub(" ", _SOURCE.sub(" ", rest)))
    if any(map(str.isalnum, rest)):
        return Verdict("weak", "date") if len(rest.split()) <= 4 and _TIME.search(folded) else NONE
    if hits or _TIME.search(folded) or _BRACKETED.fullmatch(folded):
        return Verdict("strong", "date")
    return Verdict("weak", "date")


def is_pager(folded: str) -> bool:
    """Tell whether a line is page numbers in order: ``« 1 2 3 4 »``."""
    rest = _PAGER_WORDS.sub(" ", folded).split()
    if len(rest) < 3 or not all(part.isdecimal() and len(part) < 5 for part in rest):
        return False
    numbers = [int(part) for part in rest]
    steps = [b - a for a, b in pairwise(numbers)]
    return all(step >= 1 for step in steps) and steps.count(1) * 3 >= len(steps) * 2


def has_date(text: str) -> bool:
    """Tell whether a line holds a full date."""
    return bool(_DATE.search(text.lower()))


def is_stamp(text: str) -> bool:
    """Tell whether a line is a date and time with a few words beside it: ``Bởi admin | 26/08/2011 10:08``."""
    folded = text.lower()
    if len(text) > 100 or not _DATE.search(folded) or _COUNTED.match(folded):
        return False
    rest = [word for word in _DATE_WORDS.sub(" ", folded).split() if any(map(str.isalpha, word))]
    return len(rest) <= (5 if _TIME.search(folded) else 0)


def is_date_bar(text: str) -> bool:
    """Tell whether a line is a day in figures, or with its weekday: ``Thứ hai, 25/10/2021``."""
    return bool(_FIGURES.fullmatch(text) or (_WEEKDAY.match(text) and is_stamp(text)))


def is_label_number(text: str) -> bool:
    """Tell whether a line is a label and a bare number: ``Trong tuần: 3667``."""
    return len(text) < 80 and bool(_LABEL_NUMBER.match(text))


def is_name(text: str) -> bool:
    """Tell whether a line may be the name of one or two authors: a few capitalised words."""
    words = text.strip("()-– ").split()
    return 1 <= len(words) <= 7 and all(word[0].isupper() or word in "-–,&" for word in words)


def is_dated_headline(text: str) -> bool:
    """Tell whether a line has the shape of an entry in a list of related articles."""
    return bool(_DATED_TAIL.search(text[-30:]) or _DATED_TAIL.match(text[:14]) or _BULLET.match(text))
