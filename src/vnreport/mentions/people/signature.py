"""The lines above a signature: who signs in what office."""

from __future__ import annotations

import re

from vnreport.mentions.people.offices import Office, Offices
from vnreport.mentions.people.titles import read_title
from vnreport.patterns import lazy

_BACK = 260
_MAX_LINES = 8
_SENTENCE = 5
"""So many words make a heading or a sentence of a line, no label of who signs (``Người lập biểu``)."""
_SIGNED = lazy(
    r"\(?(?:đã ký|ký tên|ký, ghi rõ họ tên|ký và ghi rõ họ tên|ký, đóng dấu|ký)[^)\n]{0,40}\)?", re.IGNORECASE
)
_FOR = lazy(r"(?:TM|T/M|KT|K/T|TL|T/L|TUQ|Q)\b\.?[ \xa0]*")


def offices_below(text: str, start: int, end: int, offices: Offices, floor: int) -> list[Office]:
    """Read the offices in the line below a name, in a list where each name has its own there.

    Such a list begins behind a heading or a whole line of text; ``floor`` is where the offices of the name
    before it end.
    """
    low = max(0, start - _BACK)
    above = text[low:start].rstrip().rpartition("\n")[2].strip() if start > low else ""
    listed = low < floor <= start and not text[floor:start].strip()
    if above and not (listed or above.endswith(":") or len(above.split()) >= _SENTENCE):
        return []
    line_end = text.find("\n", end + 1, end + _BACK)
    line_end = line_end if line_end >= 0 else min(len(text), end + _BACK)
    if text[end : end + 1] != "\n" or not text[end + 1 : line_end].strip():
        return []
    first = offices.read(end + 1)
    if first is None or first.title.kind != "office":
        return []
    found = [first, *offices.after(first.end)]
    return found if not text[found[-1].end : line_end].strip(" \t\xa0.") else []


def offices_in_column(text: str, start: int, offices: Offices, floor: int) -> list[Office]:
    """Read the office in the cell above a name, in a row of signatures: ``Người lập biểu | Giám đốc``.

    Only blank lines and notes that somebody signed may stand between; ``floor`` is not passed.
    A column of a table whose heads are offices reads the same way.
    """
    begin = text.rfind("\n", max(0, start - _BACK), start)
    column = text.count("|", begin + 1, start) if begin >= 0 else 0
    stop = text.find("\n", start, start + _BACK)
    cells = text.count("|", begin + 1, stop if stop >= 0 else min(len(text), start + _BACK))
    floor = floor if floor <= begin else 0
    for _ in range(_MAX_LINES):
        if cells == 0 or begin <= floor:
            break
        end, begin = begin, text.rfind("\n", max(0, begin - _BACK), begin)
        if begin < 0 and end > _BACK:
            break
        line = text[begin + 1 : end]
        if not line.strip(" \t\xa0|") or all(
            _SIGNED.fullmatch(cell.strip()) for cell in line.split("|") if cell.strip()
        ):
            continue
        row = line.split("|")
        if len(row) != cells + 1:
            break
        at = begin + 1 + len("|".join(row[:column])) + bool(column)
        at += len(row[column]) - len(row[column].lstrip())
        lead = _FOR.match(text, at)
        entry = offices.read(lead.end() if lead else at)
        if entry is None or entry.title.kind != "office":
            break
        rest = text[entry.end : begin + 1 + len("|".join(row[: column + 1]))]
        return [entry] if not rest.strip(" \t\xa0.:") else []
    return []


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
            break
        office_at = at + line.index(words) + (lead.end() if lead else 0)
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
                or text[entry.end : at + len(line)].strip(" \t\xa0.:")
            ):
                break
            found.append(entry)
    return found
