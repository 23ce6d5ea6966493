"""Flat pages: an official head that lost its line breaks is cut off the text that follows on its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vnreport.layout.lines import Line
from vnreport.layout.wording import COUNTRY, MOTTO, is_type_start

_DATED = re.compile(r"ngày\s*[\d.…]{0,4}\s*tháng\s*[\d.…]{0,4}\s*năm\s*\d{4}", re.I)
_NUMBERED = re.compile(r"\s*Số\s*:?\s*[\d.…]*\s*/[\w/&-]{2,30}")
_GLUED = re.compile(r"(?<!\w)[^\W\d_]{4,14}(?=\s)")
_STOP = re.compile(r"[.;!?](?:\s|$)")
LONG = 300
MIN_LENGTH = 160
REACH = 400
"""The parts of a head follow each other within so many characters."""


def cut_flat_heads(lines: Iterable[Line], text: str) -> Iterator[Line]:
    """Give the lines; one that begins with an official head in one piece is cut behind head and title."""
    first = True
    for line in lines:
        end = _head_end(line.text) if len(line.text) > MIN_LENGTH else 0
        if not end and first and len(line.text) > LONG:
            end = _headline_end(line.text)
            first = False
        if not end:
            yield line
            continue
        ends = [line.start + end]
        title = _title_end(line.text, end)
        if title > end:
            ends.append(line.start + title)
        start, gap = line.start, line.gap
        for stop in [*ends, line.end]:
            raw = text[start:stop]
            stripped = raw.strip()
            if stripped:
                begin = start + len(raw) - len(raw.lstrip())
                yield Line(begin, begin + len(stripped), stripped, gap)
            start, gap = stop, 0


def _headline_end(text: str) -> int:
    """Give where a headline ends that lost the break before its text (``… từng người dânTrong năm …``)."""
    if not text[0].isupper():
        return 0
    stop = _STOP.search(text, 0, REACH)
    for word in _GLUED.finditer(text, 30, stop.start() if stop else REACH):
        letters = word.group()
        cut = next((i for i, letter in enumerate(letters) if letter.isupper()), 0)
        if cut >= 2 and (letters[cut + 1 :].islower() or cut + 1 == len(letters)):
            return word.start() + cut
    return 0


def _head_end(text: str) -> int:
    """Give the end of a head that the line begins with; 0 where there is none."""
    if "lập" not in text[: 2 * REACH].lower():
        return 0
    country = COUNTRY.search(text, 0, REACH)
    motto = MOTTO.search(text, country.end(), country.end() + REACH) if country else None
    if motto is None:
        return 0
    end = motto.end()
    for pattern in (_NUMBERED, _DATED):
        match = pattern.search(text, end, end + REACH // 4)
        end = match.end() if match else end
    return end if len(text) - end > 40 else 0


def _title_end(text: str, start: int) -> int:
    """Give the end of a title in capitals at ``start``; ``start`` where there is none."""
    while start < len(text) and not text[start].isalnum():
        start += 1
    if not is_type_start(text[start : start + 60]):
        return start
    end = start
    for word in re.finditer(r"\S+\s*", text[start : start + REACH]):
        if any(map(str.islower, word.group())):
            break
        end = start + word.end()
    return end
