"""Pieces: the parts of an official head and close that a narrow table cell had cut over several lines.

Copies of legal texts flatten the two columns of a head (Decree 30/2020/NĐ-CP, appendix I) cell by cell:
``ỦY`` / ``BAN NHÂN DÂN``, ``Số:`` / ``14/2007/QĐ-UBND``, ``Tam`` / ``Kỳ, ngày 19 tháng 6 năm 2007``,
with the bars of the table on lines of their own or at the ends of others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vnreport.layout.lines import Line, is_upper
from vnreport.layout.wording import MOTTO, PLACE_DATE, is_agency
from vnreport.patterns import lazy

_BARS = lazy(r"[|\s]+")
_LABEL = lazy(r"(?:luật |pháp lệnh |nghị quyết )?số\s?:?", re.I)
_CODE = lazy(r"[\d.…]+[a-zđ]?\s?[/-]", re.I)
_AUTHORITY = lazy(r"(?:TM|KT|TL|TUQ|Q)\.(?: [^\W\d_]+)?")
_ARTICLE = lazy(r"(?:điều|chương|mục|phần)", re.I)
_COUNTRY = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_ORDINAL = lazy(r"(?:\d{1,3}|[ivxlc]{1,6})(?:[.:]|$)", re.I)
MAX_PIECE = 60
REACH = 160


def join_pieces(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """Give the lines, those pieces joined; the bars of a flattened table are left out.

    Args:
        lines: the physical lines of ``text`` in order.
        text: the whole text.
    """
    held: Line | None = None
    held_barred = False
    for line in lines:
        if _BARS.fullmatch(line.text):
            continue
        barred = line.text[-1] == "|" and line.text.find("|") == len(line.text) - 1
        if barred:
            bare = line.text[:-1].rstrip()
            line = Line(line.start, line.start + len(bare), bare, line.gap, line.kind)
        cell = barred and held is not None and not held_barred and _is_cell(held, line)
        whole = held is not None and (cell or _belongs(held, line))
        held_barred = barred
        if held is not None and whole:
            held = Line(held.start, line.end, text[held.start : line.end], held.gap, held.kind)
            continue
        if held is not None:
            yield held
        held = line
    if held is not None:
        yield held


def _is_cell(line: Line, following: Line) -> bool:
    """Tell whether two lines in capitals are one cell, whose bar is behind the second."""
    short = len(line.text) <= MAX_PIECE and len(following.text) <= MAX_PIECE
    return short and following.gap == 1 and is_upper(line.text) and is_upper(following.text)


def _belongs(line: Line, following: Line) -> bool:
    """Tell whether a line is the beginning of a set phrase that the next one ends."""
    a, b = line.text, following.text
    if following.gap != 1 or len(a) > MAX_PIECE or len(b) > REACH or "\t" in a or "|" in a:
        return False
    if _LABEL.fullmatch(a):
        return bool(_CODE.match(b))
    if _AUTHORITY.fullmatch(a):
        return is_upper(b)
    if _ARTICLE.fullmatch(a):
        return bool(_ORDINAL.match(b))
    if is_upper(a):
        return is_upper(b) and _is_cut_in_capitals(a, b)
    folded = f"{a} {b}".lower()
    if folded.startswith("độc"):
        return not MOTTO.search(a) and bool(MOTTO.fullmatch(folded))
    return "năm" in folded and len(b) <= MAX_PIECE and a[0].isupper() and _is_cut_in_date(a, b)


def _is_cut_in_capitals(a: str, b: str) -> bool:
    """Tell whether capitals go on: the national title, or an agency whose first word stands alone."""
    whole = f"{a} {b}".replace("OÀ", "ÒA")
    if whole.startswith("CỘNG"):
        return len(a) < len(_COUNTRY) and (whole.startswith(_COUNTRY) or _COUNTRY.startswith(whole))
    return len(a.split()) == 1 and is_agency(whole) and not is_agency(a)


def _is_cut_in_date(a: str, b: str) -> bool:
    """Tell whether two lines are one place and date: ``Tam`` / ``Kỳ, ngày …``, ``Hà Nội, ngày`` / ``2 …``."""
    if PLACE_DATE.search(a.lower()) or not PLACE_DATE.search(f"{a} {b}".lower()):
        return False
    if not PLACE_DATE.search(b.lower()):
        return len(a.split()) <= 9
    opening = b.split(",", 1)[0]
    return len(a.split()) == 1 and a.isalpha() and b[0].isupper() and len(opening) <= 20 and "," in b
