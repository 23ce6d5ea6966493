"""Headings: which lines head a section, and at which depth."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vnreport.layout.lines import GROUNDS, Line, ends_sentence, is_upper
from vnreport.lexicon import table
from vnreport.patterns import lazy

MARKER = lazy(
    r"""(?:
      (?P<part>phần\s+(?:thứ\s+)?(?:nhất|một|hai|ba|bốn|tư|năm|sáu|bảy|[IVX]{1,5}|[A-D]|\d{1,2})\b)
    | (?P<chapter>chương\s+(?:thứ\s+)?(?:[IVXLC]{1,7}|\d{1,3}|nhất|một|hai|ba|bốn|năm)\b)
    | (?P<division>(?:tiểu\s+)?mục\s+(?:[IVX]{1,5}|\d{1,2}|[A-D])\b)
    | (?P<appendix>phụ\s+lục(?:\s+(?:số\s+)?(?:[IVX]{1,5}|\d{1,2}|[A-D]))?\b)
    | (?P<table>(?:bảng|biểu|hình)\s+(?:số\s+)?\d{1,3}(?:\.\d{1,3}){0,2})(?=\s*[.:–-])
    | (?P<article>điều\s+\d{1,3}[a-zđ]?)(?=\s*[.:])
    | (?P<roman>(?-i:[IVX]{1,6}))(?=\s*[./):–-])
    | (?P<decimal>\d{1,2}(?:\.\d{1,2}){1,4})(?=\s*[.):/-]?\s*[“"(]?[^\W\d_])
    | (?P<number>\d{1,2})(?=\s*[.)/–-]\s*[^\W\d_]|\s*[.)]\s*["“(])
    | (?P<alpha>(?-i:[A-HK-Z]|Đ(?!/c)))(?=\s*[./)]\s*[^\W\d_]|\s*-\s)
    | (?P<letter>(?-i:[a-zđ]))(?=\s*[)]|\s*[./]\s+\S)
    | (?P<bracket>\(\s*(?:\d{1,2}|[a-zđ]|[ivx]{1,4})\s*\))
    | (?P<bullet>[-–—+*•·▪►➢❖●○◦⁃‣])(?!\d)
    )\s*[.):/–-]{0,2}\s*""",
    re.X | re.I,
)
_OUTERMOST_FIRST = (
    ("part",),
    ("chapter", "appendix"),
    ("division",),
    ("alpha", "roman"),
    ("caps",),
    ("article",),
    ("number",),
    ("decimal1",),
    ("decimal2",),
    ("decimal3",),
    ("decimal4",),
    ("letter",),
    ("bracket",),
    ("bullet",),
    ("plain",),
    ("table",),
)
RANK = {style: rank for rank, styles in enumerate(_OUTERMOST_FIRST) for style in styles}
"""Usual order of nesting, outermost first; the document's own order counts where two ranks are equal."""
_STRUCTURAL = frozenset({"part", "chapter", "division", "appendix"})
_ANNOUNCES = lazy(
    r"(?:như sau|sau đây|sau|gồm|bao gồm|gồm có|cụ thể|là|trong đó|dưới đây|kính gửi|nơi nhận)\s*[:：]$",
    re.I,
)
_RUN_IN = lazy(r"[:：](?=\s*[^\W\d_])|\.(?=\s+[^\W\d_])")
_TOPIC = lazy(r"(?:về|lĩnh vực|đối với|công tác)\s", re.I)
_DAY = lazy(
    r"(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+|chủ nhật)[\s,:(–-]*(?:ngày\s*)?"
    r"\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?\)?[:.]?$",
    re.I,
)
_VALUE = lazy(r"[:：]\s*(?:\w+\s){0,2}\d")
_CLAUSE = lazy(r"\b(?:đã|được|đạt|là|có|tăng|giảm|bị|sẽ|đang|ước)\b", re.I)
MAX_WORDS = 40
RUN_IN_WORDS = 14


class Heading(NamedTuple):
    """A heading: its style (a key of :data:`RANK`) and where its text ends, counted from the line's start."""

    style: str
    length: int
    lines: int = 1
    """How many lines it takes: ``Chương I`` may have its name on the next line."""


class _Mark(NamedTuple):
    style: str
    end: int


def marker(text: str) -> _Mark | None:
    """Give the numbering or bullet that a line begins with."""
    match = MARKER.match(text)
    if match is None or match.lastgroup is None:
        return None
    style = match.lastgroup
    if style == "decimal":
        bare = text[match.end("decimal") : match.end()].isspace() or match.end("decimal") == match.end()
        if bare and text[match.end() : match.end() + 1].islower():
            return None
        style = f"decimal{min(match['decimal'].count('.'), 4)}"
    return _Mark(style, match.end())


def find_headings(lines: Sequence[Line], first: int = 0) -> dict[int, Heading]:
    """Tell which body lines are headings: index of the line → heading.

    Args:
        lines: the lines with their kinds.
        first: index of the first line that may be one; those above are a title's.
    """
    found: dict[int, Heading] = {}
    own = [i for i, line in enumerate(lines) if line.kind == "body" and i >= first]
    marks = {i: marker(lines[i].text[:80]) for i in own}
    for place, index in enumerate(own):
        following = own[place + 1] if place + 1 < len(own) else None
        before = own[place - 1] if place else None
        heading = _judge(lines, index, before, following, marks)
        if heading is not None and not _is_item(lines[index], before, marks[index], marks, found):
            found[index] = heading
    _join_names(lines, found, marks)
    return found


def _join_names(lines: Sequence[Line], found: dict[int, Heading], marks: dict[int, _Mark | None]) -> None:
    """Join ``Chương I`` with its name on the next line."""
    for index in [i for i, heading in found.items() if heading.style in _STRUCTURAL]:
        mark = marks[index]
        name = index + 1
        if mark is None or lines[index].text[mark.end :] or marks.get(name, mark) is not None:
            continue
        text = lines[name].text
        if len(text) <= 200 and text[0].isupper() and text[-1] not in ".;:," and lines[name].gap <= 3:
            found.pop(name, None)
            found[index] = Heading(found[index].style, lines[name].end - lines[index].start, 2)


def _is_item(
    line: Line,
    before: int | None,
    mark: _Mark | None,
    marks: dict[int, _Mark | None],
    found: dict[int, Heading],
) -> bool:
    """Tell whether a numbered line goes on with a list whose earlier items were no headings."""
    if mark is None or before is None or before in found or mark.style in _STRUCTURAL:
        return False
    previous = marks[before]
    return previous is not None and previous.style == mark.style and not is_upper(line.text[mark.end :])


def _judge(
    lines: Sequence[Line],
    index: int,
    before: int | None,
    following: int | None,
    marks: dict[int, _Mark | None],
) -> Heading | None:
    text = lines[index].text
    mark = marks[index]
    next_text = lines[following].text if following is not None else ""
    next_mark = marks[following] if following is not None else None
    if mark is None:
        if len(text) > 250:
            return _run_in(text, "plain", 0) if _TOPIC.match(text) else None
        alone = before is None or before != index - 1 or lines[index].gap > 1
        alone = alone or ends_sentence(lines[index - 1].text)
        return _unmarked(text, alone, next_text, next_mark)
    rest = text[mark.end :]
    if not rest:
        return Heading(mark.style, len(text)) if mark.style in _STRUCTURAL else None
    words = len(rest[:400].split())
    if mark.style in _STRUCTURAL:
        clear = is_upper(rest) or text[: mark.end].rstrip()[-1] in ".:–-" or is_upper(text[: mark.end])
        clear = clear and words <= MAX_WORDS and not text.endswith(";")
        return Heading(mark.style, len(text)) if clear else None
    if mark.style == "bullet":
        deeper = next_mark is not None and next_mark.style == "bullet" and next_text[:1] != text[:1]
        titled = words <= 10 and text[-1] == ":" and not _ANNOUNCES.search(text)
        return Heading("bullet", len(text)) if titled and deeper else None
    if mark.style == "table":
        return Heading("table", len(text)) if words <= MAX_WORDS and next_text else None
    if mark.style == "article":
        titled = words <= 16 and not ends_sentence(text)
        return Heading("article", len(text) if titled else len(text[: mark.end].rstrip()))
    return _numbered(text, mark, words, next_text, next_mark)


def _numbered(text: str, mark: _Mark, words: int, next_text: str, next_mark: _Mark | None) -> Heading | None:
    """Judge a line with a number or letter before it: heading, item of a list, or run-in heading."""
    rest = text[mark.end :]
    whole = Heading(mark.style, len(text))
    if words <= MAX_WORDS and is_upper(rest):
        return whole
    last = text[-1]
    has_content = bool(next_text) and (next_mark is None or next_mark.style != mark.style)
    minor = RANK[mark.style] >= RANK["letter"]
    if _VALUE.search(rest):
        return None
    if last == ":":
        return whole if words <= 25 and not _ANNOUNCES.search(text) else None
    if last not in ".;!?" and words <= (20 if minor else MAX_WORDS):
        if mark.style in ("roman", "alpha") or (has_content and not (rest[:1].islower() and minor)):
            return whole
        return None
    if last == "." and words <= RUN_IN_WORDS and has_content and not _CLAUSE.search(rest):
        return whole
    return _run_in(text, mark.style, mark.end)


def _run_in(text: str, style: str, start: int) -> Heading | None:
    """Find a heading in front of its own text: ``1. Công tác cán bộ: Sở đã …``."""
    match = _RUN_IN.search(text, start, start + 140)
    if match is None:
        return None
    title = text[start : match.start()]
    rest = text[match.end() :].lstrip()
    if len(title.split()) > RUN_IN_WORDS or _CLAUSE.search(title) or len(rest) < 30 or not rest[0].isupper():
        return None
    counts = any(map(str.isdigit, title)) and match.group() == "."
    if counts or _ANNOUNCES.search(text[start : match.end()]):
        return None
    return Heading(style, match.end())


def _unmarked(text: str, alone: bool, next_text: str, next_mark: _Mark | None) -> Heading | None:
    """Judge a line without a number: capitals, a topic before a colon, or a short line on its own."""
    words = text.split()
    if GROUNDS.match(text):
        return None
    if is_upper(text):
        beside_cell = is_upper(next_text) and len(next_text.split()) < 4 and next_mark is None
        cell = len(text) < 10 or len(words) < 2 or beside_cell
        cell = cell or bool(GROUNDS.match(next_text))
        return Heading("caps", len(text)) if not cell and len(words) <= MAX_WORDS and next_text else None
    if not text[0].isupper():
        return None
    leads = next_mark is not None or len(next_text) >= 80
    leads = leads or (len(next_text) >= 40 and ends_sentence(next_text))
    if text[-1] == ":":
        topical = bool(_TOPIC.match(text)) or len(words) <= 8
        clear = topical and not _ANNOUNCES.search(text) and not _CLAUSE.search(text)
        return Heading("plain", len(text)) if alone and leads and clear else None
    if _DAY.match(text) and next_text and not _DAY.match(next_text):
        return Heading("plain", len(text))
    heading = _run_in(text, "plain", 0) if _TOPIC.match(text) else None
    if heading is not None and text[heading.length - 1] != ".":
        return heading
    stated = ends_sentence(next_text) or any(map(str.isdigit, next_text))
    worded = _is_heading_wording(words) and (leads or (stated and len(next_text.split()) >= 4))
    if (
        not ends_sentence(text)
        and (worded or (alone and leads))
        and 2 <= len(words) <= 14
        and text[-1] not in ',-–)|\t"”'
    ):
        table_row = "\t" in text or "  " in text or "|" in text or (text[-1].isdigit() and not _dated(text))
        return Heading("plain", len(text)) if not table_row else None
    return None


@cache
def _heading_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("heading_words"))


def _is_heading_wording(words: Sequence[str]) -> bool:
    """Tell whether a line begins as headings of reports do, and states nothing."""
    start = [word.lower().strip(",") for word in words[:5]]
    worded = any(" ".join(start[:n]) in _heading_words() for n in (1, 2, 3))
    return worded and not _CLAUSE.search(" ".join(words))


def _dated(text: str) -> bool:
    aims = r"(?:nhiệm vụ|phương hướng|chỉ tiêu|mục tiêu|kế hoạch|giải pháp)\s+(?=20\d\d(?:\D|$))"
    return bool(re.search(rf"(?:{aims}|(?:năm|tháng|quý|giai đoạn)\s+)[\d/\-– ]+$", text, re.I))
