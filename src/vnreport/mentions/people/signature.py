"""The lines above a signature: who signs in what office."""

from __future__ import annotations

import re

from vnreport.mentions.people.office import Office
from vnreport.mentions.people.offices import Offices
from vnreport.mentions.people.titles import read_title
from vnreport.names import UPPER
from vnreport.patterns import lazy

_BACK = 260
_MAX_LINES = 8
_SENTENCE = 5
"""So many words make a heading or a sentence of a line, no label of who signs (``Người lập biểu``)."""
_SIGNED = lazy(
    r"[(\[]?(?:đã ký|ký tên|ký, ghi rõ họ tên|ký và ghi rõ họ tên|ký, đóng dấu|ký)[^)\]\n]{0,40}[)\]]?",
    re.IGNORECASE,
)
_SIGNED_ROW = lazy(rf"(?:{_SIGNED.pattern}[ \xa0\t]*){{1,4}}", re.IGNORECASE)
_NAMES = lazy(rf"[ \xa0]*[{UPPER}][\w’']*(?:[ \xa0]+[{UPPER}][\w’']*){{3,14}}[ \xa0]*")
"""A line of nothing but capitalised words, as several names beside each other are."""
_LABEL = lazy(
    r"(?:người (?:lập(?: (?:biểu|bảng|báo cáo|phiếu|danh sách))?|báo cáo|tổng hợp|ghi biên bản|ghi|kiểm tra"
    r"|nhận|giao|duyệt|viết|làm đơn|khai)|(?:đại diện )?bên [ab]|nơi nhận:?)(?!\w)",
    re.IGNORECASE,
)
"""Who signs without an office."""
_MEETING = lazy(r"[ \xa0](?:cuộc họp|hội nghị|phiên họp|kỳ họp|đại hội)(?!\w)", re.IGNORECASE)
"""What a secretary or a chairman was of, and no body: ``THƯ KÝ`` *CUỘC HỌP*."""
_NUMBER = lazy(r"\d{1,3}\.?")
"""The cell before that of a name, where a table is copied a cell a line."""
_HELD = lazy(r"[ \xa0+*–-]{0,3}[Cc]hức (?:vụ|danh)[ \xa0]?:?[ \xa0]{1,3}(?=\w)")
_FOR = lazy(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b\.?[ \xa0]*")


_FOR_BESIDE = lazy(r"\S[ \xa0\t]+(?:TM|T/M|KT|K/T|TL|T/L|TUQ)\b")
"""Whom the right one of two columns signs for, above the office: ``NGƯỜI LẬP TM. UBND XÃ``."""


def says_office(text: str, end: int) -> bool:
    """Tell whether the line below a name says that it tells the office: *Chức vụ:* ``Giám đốc``."""
    return text[end : end + 1] == "\n" and _HELD.match(text, end + 1) is not None


def offices_below(text: str, start: int, end: int, offices: Offices, floor: int) -> list[Office]:
    """Read the offices in the line below a name, in a list where each name has its own there.

    Such a list begins behind a heading, a number or a whole line of text, or its lines say what they tell
    (``Chức vụ:``); ``floor`` is where the offices of the name before it end.
    """
    low = max(0, start - _BACK)
    above = text[low:start].rstrip().rpartition("\n")[2].strip() if start > low else ""
    listed = low < floor <= start and not text[floor:start].strip()
    labelled = _LABEL.fullmatch(above) is not None
    held = _HELD.match(text, end + 1)
    heads = above.endswith(":") or len(above.split()) >= _SENTENCE or _NUMBER.fullmatch(above) is not None
    if above and not (listed or labelled or heads or held):
        return []
    line_end = text.find("\n", end + 1, end + _BACK)
    line_end = line_end if line_end >= 0 else min(len(text), end + _BACK)
    if text[end : end + 1] != "\n" or not text[end + 1 : line_end].strip():
        return []
    first = offices.read(held.end() if held else end + 1)
    if first is None or first.title.kind != "office":
        return []
    if labelled and text[first.start : first.title_end].isupper():
        return []  # whose name stands below it
    found = [first, *offices.after(first.end)]
    return found if not text[found[-1].end : line_end].strip(" \t\xa0.") else []


def offices_in_column(text: str, start: int, end: int, offices: Offices, floor: int) -> list[Office]:
    """Read the office above a name, in a row of signatures: ``Người lập biểu | Giám đốc``.

    Only blank lines and notes that somebody signed may stand between; ``floor`` is not passed.
    A column of a table whose heads are offices reads the same way. Tabs part columns as bars do; where only
    blanks do, the offices must fill their line.
    """
    begin = text.rfind("\n", max(0, start - _BACK), start)
    stop = text.find("\n", start, start + _BACK)
    row = text[begin + 1 : stop if stop >= 0 else min(len(text), start + _BACK)]
    sign = next((sign for sign in "|\t" if sign in row), "")
    if begin < 0 or not (sign or (len(row) > end - start and _NAMES.fullmatch(row))):
        return []
    floor = floor if floor <= begin else 0
    at = begin
    for _ in range(_MAX_LINES):
        if at <= floor:
            break
        last, at = at, text.rfind("\n", max(0, at - _BACK), at)
        if at < 0 and last > _BACK:
            break
        line = text[at + 1 : last]
        if not line.strip(" \t\xa0|") or _all_signed(line, sign):
            continue
        if sign and sign not in line and line.lstrip().startswith(("-", "–", "+")):
            continue  # who the document goes to, in the cell beside
        if sign:
            column = text.count(sign, begin + 1, start)
            first = at + 1
            if sign in line:
                if not line.split(sign)[min(column, line.count(sign))].strip(" \t\xa0"):
                    continue  # the office stands in a line above, beside a second one of the neighbour
            elif (above := _row_above(text, at, sign, row.count(sign))) is not None:
                if column != _whose(above):
                    continue
                line, first = sign * column + line + sign * (row.count(sign) - column), first - column
            return _in_cell(line, first, sign, row.count(sign), column, offices)
        return _side_by_side(line, at + 1, row.find(text[start:end]), len(row) - (end - start), offices)
    return []


def _behind_meeting(text: str, at: int) -> int:
    meeting = _MEETING.match(text, at)
    return meeting.end() if meeting else at


def _all_signed(line: str, sign: str) -> bool:
    """Whether a line only notes that somebody signed, in each of its cells."""
    if not sign:
        return _SIGNED_ROW.fullmatch(line.strip()) is not None
    return all(_SIGNED.fullmatch(cell.strip()) for cell in line.split(sign) if cell.strip())


def _row_above(text: str, at: int, sign: str, cells: int) -> list[str] | None:
    """The cells of the line above that at ``at``, which is one cell of the row below them."""
    above = text[max(0, at - _BACK) : at].rpartition("\n")[2]
    return above.split(sign) if above.count(sign) == cells and above.strip(" \t\xa0|") else None


def _whose(above: list[str]) -> int:
    """The column of a second line of office: where somebody signs for a body, else the first."""
    return next((i for i, cell in enumerate(above) if _FOR.match(cell.strip())), 0)


def _in_cell(line: str, begin: int, sign: str, cells: int, column: int, offices: Offices) -> list[Office]:
    """Read the office in one cell of the line at ``begin``, in a row of as many."""
    row = line.split(sign)
    if len(row) != cells + 1:
        return []
    cell = row[column]
    at = begin + len(sign.join(row[:column])) + bool(column) + len(cell) - len(cell.lstrip())
    lead = _FOR.match(offices.text, at)
    entry = offices.read(lead.end() if lead else at)
    if entry is None or entry.title.kind != "office":
        return []
    rest = offices.text[_behind_meeting(offices.text, entry.end) : begin + len(sign.join(row[: column + 1]))]
    return [entry] if not rest.strip(" \t\xa0.:") else []


def _side_by_side(line: str, begin: int, place: int, last: int, offices: Offices) -> list[Office]:
    """Read the office above one of two or three names that blanks alone part: ``THƯ KÝ CHỦ TỌA``.

    Args:
        line: the line of offices.
        begin: where it begins in the text.
        place: how far within its own line the name begins.
        last: how far the last name of that line would.
        offices: what reads an office.
    """
    found: list[Office | None] = []
    at, end = begin, begin + len(line.rstrip())
    while at < end:
        other = _LABEL.match(offices.text, at, end)
        lead = _FOR.match(offices.text, at)
        entry = offices.read(lead.end() if lead else at) if other is None else None
        if other is None and (entry is None or entry.title.kind != "office"):
            return []
        found.append(entry)
        at = other.end() if other else _behind_meeting(offices.text, entry.end) if entry else end
        while at < end and offices.text[at] in " \t\xa0":
            at += 1
    if len(found) == 1 and place == last:
        above = offices.text[max(0, begin - _BACK) : max(0, begin - 1)].rpartition("\n")[2]
        return [found[0]] if found[0] and _FOR_BESIDE.search(above) else []
    if len(found) not in (2, 3):
        return []
    chosen = found[0] if place == 0 else found[-1] if place == last else found[1] if len(found) == 3 else None
    return [chosen] if chosen else []


def _second_office(text: str, at: int, end: int, offices: Offices) -> Office | None:
    """Read the other office of who signs, on a line of its own: *TRƯỞNG BAN* ``PHÓ CHỦ TỊCH UBND HUYỆN``."""
    begin = at + len(text[at:end]) - len(text[at:end].lstrip(" \t\xa0*_"))
    entry = offices.read(begin) if text[at:end].isupper() else None
    if entry is None or entry.title.kind != "office" or entry.title.name == "Thủ trưởng":
        return None
    if entry.organization is not None and entry.organization.start >= end:
        entry = entry._replace(organization=None, end=entry.title_end)
    return entry if not text[entry.end : end].strip(" \t\xa0.:*_") else None


def _is_head_of(first: Office, second: Office) -> bool:
    """Whether the second office is the first one's deputy, who signs for it."""
    return second.title.name.casefold() in (f"phó {first.title.name}".casefold(), first.title.name.casefold())


def offices_above(text: str, start: int, offices: Offices, floor: int) -> list[Office]:
    """Read the office in the lines above a name that stands on a line of its own, not above ``floor``.

    Returns:
        The office nearest above, with the organisation it signs for; empty where another line comes first.
    """
    low = max(0, start - _BACK)
    lines = text[low:start].split("\n")[:-1]
    at = low + sum(len(line) + 1 for line in lines)
    found: list[Office] = []
    for line in lines[-1 : -_MAX_LINES - 1 : -1]:
        at -= len(line) + 1
        if at < floor:
            break
        words = line.strip(" \t\xa0*_")
        if not words or _SIGNED.fullmatch(words):
            continue
        lead = _FOR.match(words)
        if found and lead is None:
            second = _second_office(text, at, at + len(line), offices) if len(found) == 1 else None
            if second is None or _is_head_of(second, found[0]):
                break
            found.insert(0, second)
            continue
        acting = lead is not None and lead[0][0] in "Qq" and not found
        office_at = at + line.index(words) + (lead.end() if lead and not acting else 0)
        read = read_title(text, office_at)
        if read is None:
            signer = offices.organization_at(office_at)
            if not found or signer is None:
                break
            return [found[0]._replace(organization=found[0].organization or signer)]
        if not found:
            entry = offices.read(office_at)
            if (
                entry is None
                or entry.title.kind != "office"
                or text[_behind_meeting(text, entry.end) : at + len(line)].strip(" \t\xa0.:")
            ):
                break
            found.append(entry)
    return found
