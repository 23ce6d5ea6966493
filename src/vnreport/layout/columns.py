"""Columns: the parts of an official head that stand on one line with no more than a space between.

What turns a document into text writes the two columns of its head (Decree 30/2020/NĐ-CP, appendix I) side by
side, ``UBND HUYỆN AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM``, or the whole of it on one line.
"""

from __future__ import annotations

import re
from itertools import chain

from vnreport.layout.lines import is_upper
from vnreport.layout.wording import NUMBER, PLACE_DATE, is_agency
from vnreport.patterns import lazy

_RIGHT = lazy(
    r"(?P<state>C[ỘÔ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM)"
    r"|(?P<party>ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)|(?P<youth>ĐOÀN\s+TNCS\s+HỒ\s+CHÍ\s+MINH$)"
    r"|(?P<motto>(?i:độc\s+lập\s*[-–—]?\s*tự(?:\s+do)?\s*[-–—]?\s*hạnh\s+ph[úu]c))"
)
"""The lines of the right column."""
_PARTY = lazy(r"ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM|(?<=\s)ĐOÀN\s+TNCS\s+HỒ\s+CHÍ\s+MINH(?=\s)")
"""The right column of a head of the Party, or of its youth."""
_OF_STATE = lazy(r"(?:NƯỚC|TRUNG ƯƠNG|ĐIỀU LỆ|THÀNH LẬP|CỦA|ĐẠI HỘI)\s*$")
"""What stands before the state or the party that is part of a name: ``QUỐC HỘI NƯỚC``."""
_NUMBERED = lazy(
    r"(?<!\w)S(?:ố\s*:?|[^\s\d:]{0,1}\s?:)\s*[\d.…]*[a-z]?\s?[-/](?:\s?\d{4}\s?/)?\s?[A-ZĐ][\w/&-]{1,30}"
)
_PLACED = lazy(
    r"(?<!\w)(?:[A-ZĐÀ-Ỹ][^\W\d_]*[ '’-]{1,3}){0,4}[A-ZĐÀ-Ỹ][^\W\d_]*(?:'\w+)?,\s?"
    r"ngày\s*[\d.…]{0,4}\s*tháng\s*[\d.…]{0,4}\s*năm\s*\d{4}"
)
_UNIT = lazy(r"(?:TỈNH|HUYỆN|THÀNH|QUẬN|THỊ|XÃ|PHƯỜNG|TRƯỜNG)\s")
_SIGNS = ("VIỆT NAM", "ạnh phúc", "ẠNH PHÚC", "CHÍ MINH", ", ngày ")
_WORD = lazy(r"\S+")
_APART = 12
"""So many characters of a rule or a star may stand between two parts of a head."""
_LONGEST_DATE = 60
_LONGEST = 200
"""The length of a line of two columns."""


def column_cuts(text: str) -> list[int]:
    """Give where a line is cut between the columns of a head; nowhere where it is no such line."""
    if len(text) > _LONGEST or not any(sign in text for sign in _SIGNS):
        return []
    cuts = []
    parts = list(_RIGHT.finditer(text))
    for place, match in enumerate(parts):
        following = parts[place + 1].start() if place + 1 < len(parts) else len(text)
        before, behind = text[: match.start()], text[match.end() : following]
        if _is_close(text, match.start()) and _is_left(before.strip(), match.lastgroup or ""):
            cuts.append(match.start())
        glued = behind[:1].isupper()  # "VIỆT NAMTRƯỜNG MẦM NON …"
        if (glued or _is_close(text, match.end() + 1)) and _is_part(behind.strip()):
            cuts.append(match.end())
    return cuts or _dated(text)


def _dated(text: str) -> list[int]:
    """Give where the place and date of the right column begin behind an agency in capitals."""
    if not PLACE_DATE.search(text.lower()):
        return []
    words = list(_WORD.finditer(text))
    capitals = next((i for i, word in enumerate(words) if not word[0].isupper()), 0)
    at = words[capitals].start()
    agency = text[:at].strip()
    near = capitals >= 2 and _is_close(text, at) and len(text) - at <= _LONGEST_DATE
    return [at] if near and text[at].isupper() and is_agency(agency) else []


def head_cuts(text: str, end: int) -> list[int]:
    """Give where a head in one piece, ``text[:end]``, is cut into its lines."""
    cuts: set[int] = set()
    for match in chain(_RIGHT.finditer(text, 0, end), _PARTY.finditer(text, 0, end)):
        if not _OF_STATE.search(text[: match.start()]):
            cuts.update(match.span())
    number, placed = _NUMBERED.search(text, 0, end), _PLACED.search(text, 0, end)
    cuts.update(number.span() if number is not None else ())
    cuts.update((_behind_capitals(text, placed), placed.end()) if placed is not None else ())
    return sorted(cut for cut in cuts if 0 < cut < end)


def _behind_capitals(text: str, placed: re.Match[str]) -> int:
    """Give where the place begins behind an agency: ``BAN DÂN VẬN`` *Vị Thanh, ngày …*."""
    words = list(_WORD.finditer(text, *placed.span()))
    at = next((word.start() for word in words if not word[0].isupper()), placed.start())
    return at if is_agency(text[placed.start() : at]) else placed.start()


def _is_close(text: str, at: int) -> bool:
    """Tell whether no more than one space stands before an offset: no tab, gap or bar of a table."""
    return 1 < at < len(text) and text[at - 1] == " " and text[at - 2] not in " \t|"


def _is_left(text: str, right: str) -> bool:
    """Tell whether a text may be a line of the left column: an agency in capitals, or the number."""
    if NUMBER.match(text):
        return True
    if not is_upper(text) or _OF_STATE.search(text) or (right == "youth" and not _UNIT.search(text)):
        return False
    return right in ("state", "motto") or is_agency(text)


def _is_part(text: str) -> bool:
    return bool(NUMBER.match(text) or PLACE_DATE.search(text.lower())) or (is_upper(text) and is_agency(text))


def party_head_end(text: str, reach: int) -> int:
    """Give the end of a head of the Party or its youth in one piece, which no motto closes; 0 for none.

    Number, place and date follow in either order, the lower agency of the left column before them:
    ``THÀNH ỦY VỊ THANH ĐẢNG CỘNG SẢN VIỆT NAM BAN DÂN VẬN Vị Thanh, ngày … * Số 52-BC/BDV``.
    """
    party = _PARTY.search(text, 0, reach)
    if party is None or _OF_STATE.search(text[: party.start()]) or not is_agency(text):
        return 0
    if not is_upper(text[: party.start()].split(" Số", 1)[0]):
        return 0
    placed = _PLACED.search(text, party.end(), party.end() + reach // 2)
    if placed is None:
        return 0
    number = _NUMBERED.search(text, party.end(), placed.start())
    between = text[party.end() : number.start() if number is not None else placed.start()].strip(" *-–_")
    if (between and not is_upper(between)) or (number is not None and placed.start() - number.end() > _APART):
        return 0
    behind = _NUMBERED.match(text, _behind_rule(text, placed.end())) if number is None else None
    return behind.end() if behind is not None else placed.end()


def _behind_rule(text: str, at: int) -> int:
    """Give where the next word begins behind a star or a rule."""
    return at + len(text[at : at + _APART]) - len(text[at : at + _APART].lstrip(" *-–_"))
