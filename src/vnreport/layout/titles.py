"""Titles: what a document calls itself, in an official text or on a web page."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.layout.lines import GROUNDS, Line, ends_sentence, has_word, is_upper
from vnreport.layout.page_titles import last_copy, page_title
from vnreport.layout.title_ends import SENTENCE, SESSION, TITLE_LINES, is_marked, title_end
from vnreport.layout.wording import (
    ADDRESSEE,
    COUNTRY,
    PLACE_DATE,
    SUBJECT,
    is_agency,
    is_head_line,
    is_office,
    is_type_line,
    is_type_start,
)


def mark_title(lines: Sequence[Line], head: tuple[int, int] | None) -> tuple[int, int] | None:
    """Set ``kind`` of the title's lines and give their range of indices.

    Args:
        lines: the lines, boilerplate and head marked.
        head: the range of the official head, if there is one.
    """
    found = _official_title(lines, head) if head is not None else None
    if found is None and head is not None:
        found = _subject_title(lines, head) or _above_head(lines, head)
    if found is None:
        found = page_title(lines, head)
    if found is not None:
        found = last_copy(lines, found)
        for line in lines[found[0] : found[1]]:
            if line.kind != "boilerplate":
                line.kind = "title"
    return found


def _official_title(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    start = -1
    for index in range(head[0], min(head[1] + 8, len(lines))):
        text = lines[index].text
        if lines[index].kind != "boilerplate" and (
            is_type_line(text) or (len(text) < 250 and is_type_start(text))
        ):
            start = index
            break
        if lines[index].kind == "body" and (len(text) > 200 or GROUNDS.match(text)):
            break
    if start < 0 or lines[start].text[-1] == ":":
        subject = _bare_subject(lines, head[1])
        start = subject if subject >= 0 and (start < 0 or subject < start) else start
    if start < 0:
        return None
    return start, title_end(lines, start, is_type_line(lines[start].text))


def _above_head(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    """Find the title that a page puts above a document's head, where none stands below it."""
    for index in range(max(0, head[0] - TITLE_LINES), head[0]):
        text = lines[index].text
        if lines[index].kind == "body" and (is_type_line(text) or is_type_start(text)):
            return index, min(title_end(lines, index, is_type_line(text)), head[0])
    return None


def _bare_subject(lines: Sequence[Line], first: int) -> int:
    """Find the subject in capitals of a decision whose kind the copy left out; -1 if there is none."""
    for index in range(first, min(first + 3, len(lines))):
        text = lines[index].text
        if lines[index].kind != "body" or not is_upper(text) or is_agency(text) or is_office(text):
            continue
        plain = text[-1] not in ".;:" and not is_marked(text) and SESSION.match(text) is None
        if len(text.split()) >= 5 and plain:
            return index
    return -1


def _subject_title(lines: Sequence[Line], head: tuple[int, int]) -> tuple[int, int] | None:
    """Find the subject of an official letter: ``V/v báo cáo …``."""
    for index in range(head[0], min(head[1] + 3, len(lines))):
        text = lines[index].text
        if SUBJECT.match(text) and len(text) < 300:
            end = index + 1
            while end < min(index + TITLE_LINES, len(lines)) and (
                _leads_on(lines[end - 1], lines[end]) or _is_rest(lines, end)
            ):
                end += 1
            return index, end
    return None


def _is_rest(lines: Sequence[Line], index: int) -> bool:
    """Tell whether a line is what is left of a subject, above the place and date or the addressee."""
    if index + 1 >= len(lines) or lines[index].kind == "boilerplate":
        return False
    text, below = lines[index].text, lines[index + 1].text
    plain = not (is_head_line(text) or is_agency(text) or ends_sentence(text) or is_marked(text))
    closed = ADDRESSEE.match(below) or PLACE_DATE.search(below.lower()) or COUNTRY.search(below)
    return plain and has_word(text) and len(text) <= SENTENCE and not is_upper(text) and bool(closed)


def _leads_on(line: Line, following: Line) -> bool:
    """Tell whether a subject goes on in small letters on the next line."""
    near = following.gap == 1 and following.kind != "boilerplate" and not ends_sentence(line.text)
    return near and following.text[0].islower() and not is_head_line(following.text)
