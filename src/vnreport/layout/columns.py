"""Columns: the parts of an official head that stand on one line with no more than a space between.

What turns a document into text writes the two columns of its head (Decree 30/2020/NĐ-CP, appendix I) side by
side, ``UBND HUYỆN AN BÌNH CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM``, or the whole of it on one line.
"""

from __future__ import annotations

from vnreport.layout.lines import is_upper
from vnreport.layout.wording import NUMBER, PLACE_DATE, is_agency
from vnreport.patterns import lazy

_RIGHT = lazy(
    r"(?P<state>C[ỘÔ]NG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI\s+CHỦ\s+NGHĨA\s+VIỆT\s+NAM)"
    r"|(?P<party>ĐẢNG\s+CỘNG\s+SẢN\s+VIỆT\s+NAM)|(?P<youth>ĐOÀN\s+TNCS\s+HỒ\s+CHÍ\s+MINH$)"
    r"|(?P<motto>(?i:độc\s+lập\s*[-–—]?\s*tự(?:\s+do)?\s*[-–—]?\s*hạnh\s+ph[úu]c))"
)
"""The lines of the right column."""
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
    for match in _RIGHT.finditer(text, 0, end):
        if not _OF_STATE.search(text[: match.start()]):
            cuts.update(match.span())
    for pattern in (_NUMBERED, _PLACED):
        part = pattern.search(text, 0, end)
        cuts.update(part.span() if part is not None else ())
    return sorted(cut for cut in cuts if 0 < cut < end)


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


def _next(text: str, at: int) -> int:
    """Give where the next word begins, a few spaces on."""
    return at + len(text[at : at + 4]) - len(text[at : at + 4].lstrip())


def party_head_end(text: str, reach: int) -> int:
    """Give the end of a head of the Party in one piece, 0 where there is none; no motto closes it."""
    party = next((m for m in _RIGHT.finditer(text, 0, reach) if m["party"]), None)
    if party is None or _OF_STATE.search(text[: party.start()]) or not is_agency(text):
        return 0
    number = _NUMBERED.match(text, _next(text, party.end()))
    placed = _PLACED.match(text, _next(text, number.end() if number is not None else party.end()))
    return placed.end() if placed is not None and is_upper(text[: party.start()].split(" Số", 1)[0]) else 0
