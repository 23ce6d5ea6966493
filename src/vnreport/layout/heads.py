"""Heads: the opening block of an official document (Decree 30/2020/NĐ-CP, appendix I)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.layout.lines import Line, ends_sentence, is_upper
from vnreport.layout.shapes import has_date
from vnreport.layout.wording import (
    ADDRESSEE,
    COUNTRY,
    NUMBER,
    PLACE_DATE,
    RECIPIENTS,
    RULE,
    SUBJECT,
    is_agency,
    is_head_line,
    is_type_line,
    is_type_start,
)
from vnreport.patterns import lazy

HEAD_LINES = 40
DATE_REACH = 8
PAGE_LINES = 12
"""So many lines of a page's frame stand between what it calls a document and the head."""
_OWN = lazy(r"(?:[^\W\d_]+\s){0,3}số\s*[:.]?\s*(?P<number>\d{1,6})\s?[-/]", re.I)
_CITED = lazy(r"(?P<kind>[^\W\d_]+(?:\s[^\W\d_]+){0,3}?)\s(?:số\s)?(?P<number>\d{1,6})\s?[-/]", re.I)


def mark_head(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Set ``kind`` of the lines of an official head and give their range of indices.

    A head needs the national title or motto, or two of number, date and addressee.
    """
    first = last = -1
    sure = parts = 0
    seen = 0
    for index, line in enumerate(lines):
        if line.kind == "boilerplate":
            continue
        seen += 1
        if seen > HEAD_LINES or (first >= 0 and index - last > 6):
            break
        if len(line.text) > 200 and first >= 0:
            break
        if is_head_line(line.text) and not RECIPIENTS.match(line.text):
            folded = line.text.lower()
            sure += bool(COUNTRY.search(line.text))
            parts += (
                bool(NUMBER.match(folded)) + bool(PLACE_DATE.search(folded)) + bool(ADDRESSEE.match(folded))
            )
            if ADDRESSEE.match(folded) and first >= 0 and _title_between(lines, last + 1, index):
                break
            first = index if first < 0 else first
            last = index
    named = first >= 0 and parts > 0 and _title_between(lines, last + 1, last + 4)
    if first < 0 or not (sure or parts >= 2 or named):
        return None
    first = _agency_start(lines, first)
    last = _addressees_end(lines, last)
    _mark_page_title(lines, first, last)
    for line in lines[first : last + 1]:
        if line.kind == "body":
            line.kind = "head"
    return first, last + 1


def _mark_page_title(lines: Sequence[Line], first: int, last: int) -> None:
    """Mark the line above a head by which a page calls the document: ``Quyết định 12/QĐ-UBND năm 2017 …``."""
    numbers = {match["number"] for line in lines[first : last + 1] if (match := _OWN.match(line.text))}
    for line in lines[max(0, first - PAGE_LINES) : first] if numbers else ():
        cited = _CITED.match(line.text) if line.kind == "body" else None
        if cited is not None and cited["number"] in numbers and is_type_line(cited["kind"]):
            line.kind = "boilerplate"


def _title_between(lines: Sequence[Line], first: int, last: int) -> bool:
    return any(is_type_line(line.text) or is_type_start(line.text) for line in lines[first:last])


def _agency_start(lines: Sequence[Line], first: int) -> int:
    """Take in the agency's lines above the first sure line of the head."""
    start = first
    for index in range(first - 1, max(first - 7, -1), -1):
        line = lines[index]
        text = line.text
        longest = 300 if SUBJECT.match(text) else 120
        if line.kind == "boilerplate" or len(text) > longest or ends_sentence(text):
            break
        if is_type_line(text) or is_type_start(text):
            while SUBJECT.match(lines[start].text):
                start += 1
            break  # what a page calls the document, above its head
        if is_upper(text) or RULE.match(text) or is_agency(text) or SUBJECT.match(text):
            start = index
        else:
            break
    return start


def _addressees_end(lines: Sequence[Line], last: int) -> int:
    """Take in the list of addressees and a rule below the last sure line."""
    listing = bool(ADDRESSEE.match(lines[last].text))
    for index in range(last + 1, min(last + 15, len(lines))):
        text = lines[index].text
        if RULE.match(text) or (listing and text[0] in "-–+•" and len(text) < 160):
            last = index
        elif SUBJECT.match(text) and len(text) < 200 and not listing:
            continue
        else:
            break
    return last


def mark_addressee(lines: Sequence[Line], first: int) -> None:
    """Set ``kind`` of an addressee that follows the title, with its list, to ``head``."""
    if first >= len(lines) or lines[first].kind != "body" or not ADDRESSEE.match(lines[first].text):
        return
    for line in lines[first : _addressees_end(lines, first) + 1]:
        if line.kind == "body":
            line.kind = "head"


def find_dateline(lines: Sequence[Line], title: int) -> tuple[int, int] | None:
    """Give the span that dates the document: place and date in its head, else the bar nearest the title.

    Args:
        lines: the lines with their kinds.
        title: index of the title's first line, 0 where there is none.
    """
    for line in lines[: HEAD_LINES + title]:
        if line.kind == "head" and (match := PLACE_DATE.search(line.text.lower())):
            start = _place_start(line.text, match.start())
            return line.start + start, line.end
    near = range(max(0, title - DATE_REACH), min(len(lines), title + DATE_REACH + 1))
    bars = [i for i in near if lines[i].kind == "boilerplate" and has_date(lines[i].text)]
    if not bars:
        return None
    best = lines[min(bars, key=lambda i: (abs(i - title), i < title))]
    return best.start, best.end


def _place_start(text: str, date: int) -> int:
    """Give where the place before a date begins: at the cell's start, or at its capitalised words."""
    cell = max(text.rfind("  ", 0, date), text.rfind("\t", 0, date), text.rfind("|", 0, date)) + 1
    while cell < date and text[cell].isspace():
        cell += 1
    if date - cell <= 40:
        return cell
    start = date
    for word in reversed(list(re.finditer(r"\S+", text[cell:date]))[-4:]):
        if not word.group()[0].isupper():
            break
        start = cell + word.start()
    return start
