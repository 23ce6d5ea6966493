"""Lines: the physical lines of a text and the logical ones that hard wrapping had cut up."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from vnreport.lexicon import table
from vnreport.patterns import lazy

Kind = Literal["body", "boilerplate", "head", "title", "signature"]

BREAKS = "\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
"""The characters that end a line: those of :meth:`str.splitlines`."""

_LINE = lazy(f"[^{BREAKS}]+")
_BREAK = lazy(f"\r\n|[{BREAKS}]")
_EACH_BREAK = lazy(f"[{BREAKS}]")
GROUNDS = lazy(r"(?:căn cứ|xét|theo đề nghị)\s", re.I)
"""The start of a ground of a decision; each ends with a semicolon, comma or full stop."""
_PROVINCE = lazy(r"(?<!\w)cao bằng$", re.I)
"""A province whose name ends like a phrase that goes on."""
_OPEN_END = lazy(
    r".{12,}\s(?:của|và|hoặc|các|những|với|về"
    r"|(?P<since>(?<!\d )năm|tháng \d{1,2} năm|quý|giai đoạn|từ|đến|hết|sau|trước|vào|ký))|(?:.*\s)?(?:"
    r"(?:nghị định|thông tư|tịch|quyết định|nghị quyết|chỉ thị|công văn|kế hoạch|tờ trình|văn bản|báo cáo"
    r"|luật|thông báo|kết luận|hướng dẫn|quy định|công điện|pháp lệnh)\ssố"
    r"|(?P<date>(?<!\d )(?:ngày|tháng)|ngày \d{1,2} tháng))",
    re.I | re.S,
)
"""A line that ends with what governs the next one: a preposition, the word before a number."""
_FIGURE = lazy(r"(?!\d{1,2}:\d\d)\d|[IVX]{1,4}(?:\s?/\s?\d{4}|,|\s(?:năm|và|NĂM|VÀ)\s|$)")
"""What a date or a quarter goes on with."""
_DAY = lazy(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{4}(?!\d)")
_END = ".!?;:…"
_CLOSERS = "\"'”’»)]"
_LIST = lazy(
    r"[-–—+*•·▪►➢❖●○◦⁃‣]|\(?(?:\d{1,3}|[IVXivx]{1,5}|[^\W\d_])[.)/]\s|\(\w{1,4}\)"
    r"|(?!\d{1,3}(?:\.\d{3})+(?![\d.]))\d+\.\d"
)
"""The marker of a list's item or the number of a heading, not the thousands of an amount (``41.320 hộ``)."""
_SLUG = lazy(r"(?:[a-z\d]{1,8}[ -]){6,40}\d{4,9}(?:$| )")
MAX_PARAGRAPH = 20_000
"""Wrapped lines are joined up to this many characters."""
_SHORTEST = 25
"""So many characters a line has at least that tells of wrapping."""
_FEW = 3


@dataclass(slots=True)
class Line:
    """A line, or several that wrapping had cut: ``text`` is ``source[start:end]``, stripped."""

    start: int
    end: int
    text: str
    gap: int
    """Line breaks before it: 0 within a physical line, 1 for the next line, 2 or more after blank lines."""
    kind: Kind = "body"


def split(text: str) -> Iterator[Line]:
    """Give the lines that hold more than white space."""
    last = 0
    blank = 2
    for match in _LINE.finditer(text):
        raw = match.group()
        stripped = raw.strip()
        if not stripped:
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        if last:
            blank = 1 if start - last == 1 else _count_breaks(text, last, start)
        last = match.end()
        yield Line(start, start + len(stripped), stripped, blank)


def _count_breaks(text: str, start: int, end: int) -> int:
    count = 0
    for _ in _BREAK.finditer(text, start, end):
        count += 1
        if count > 2:
            break
    return max(count, 1)


def is_slug(text: str) -> bool:
    """Tell whether a line opens with the file name of a picture: ``bat giu thuoc la lau 113910``."""
    return text[:12].isascii() and text[0].islower() and _SLUG.match(text) is not None


def has_word(text: str) -> bool:
    """Tell whether a text holds a letter or digit, so that it is more than a rule or separator."""
    return any(map(str.isalnum, text))


@cache
def function_words() -> frozenset[str]:
    """Give the frequent grammatical syllables of Vietnamese."""
    return frozenset(row["word"] for row in table("layout_function_words"))


def function_word_count(text: str) -> int:
    """Count the grammatical syllables of a short text."""
    words = function_words()
    return sum(word in words for word in text.lower().split())


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends with sentence punctuation, closing quotes and brackets apart."""
    bare = text[-8:].rstrip(_CLOSERS)
    return bool(bare) and bare[-1] in _END


def is_upper(text: str) -> bool:
    """Tell whether a text is set in capitals; a few small letters (``v/v``, ``đ/c``) are let pass."""
    if text.isupper():
        return True
    if sum(map(str.islower, text[:30])) > 3:
        return False
    upper = sum(map(str.isupper, text))
    return upper >= 6 and sum(map(str.islower, text)) * 12 < upper


def join_wrapped(lines: Sequence[Line], text: str) -> list[Line]:
    """Join body lines that were one sentence before hard wrapping.

    Args:
        lines: physical lines in order; only neighbours of kind ``body`` are joined.
        text: the whole text.
    """
    width = wrap_width(lines)

    def goes_on(line: Line, following: Line, third: Line | None) -> bool:
        return _continues(line, following, third, width)

    return [joined(lines[start:end], text) for start, end in _runs(lines, goes_on)]


def joined(lines: Sequence[Line], text: str) -> Line:
    """Give one line for neighbours that belong together."""
    first, last = lines[0], lines[-1]
    if first is last:
        return first
    return Line(first.start, last.end, text[first.start : last.end], first.gap, first.kind)


def paragraphs(lines: Sequence[Line], apart: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Give the ranges of lines that are surely one paragraph, hard wrapped; most are of one line.

    Args:
        lines: physical lines in order.
        apart: whether a line looks like part of a page's frame; only small letters lead on from or to it.
    """
    width = wrap_width(lines)
    odd = {id(line) for line, is_apart in zip(lines, apart, strict=True) if is_apart}

    def goes_on(line: Line, following: Line, third: Line | None) -> bool:
        if following.text[0].islower() and id(line) in odd and len(line.text) < width * 0.8:
            return False
        if not following.text[0].islower():
            if "|" in line.text or "|" in following.text:
                return False  # a bar or a row
            if id(line) in odd or id(following) in odd:
                return following.gap == 1 and _is_cut_open(line.text, following.text)
            if len(line.text) + len(following.text.split(None, 1)[0]) < width:
                return False  # the word had found room
        return (width > 0 or _is_cut_open(line.text, following.text)) and _continues(
            line, following, third, width
        )

    return _runs(lines, goes_on)


def _runs(
    lines: Sequence[Line], goes_on: Callable[[Line, Line, Line | None], bool]
) -> Iterator[tuple[int, int]]:
    """Give the ranges of lines each of which goes on in the next one."""
    start = 0
    for index in range(1, len(lines) + 1):
        if index < len(lines) and lines[index].end - lines[start].start <= MAX_PARAGRAPH:
            third = lines[index + 1] if index + 1 < len(lines) else None
            if goes_on(lines[index - 1], lines[index], third):
                continue
        if start < index:
            yield start, index
        start = index


def unwrapped(text: str, lines: Sequence[Line]) -> str:
    """Give a text of the same length in which joined lines run on, each break within one a space.

    Where one line was cut in two, the space between is a break.

    Args:
        text: the whole text.
        lines: its logical lines, those that :func:`join_wrapped` joined among them.
    """
    parts, at = [], 0
    for line in lines:
        if line.gap == 0 and at <= line.start - 1 and text[line.start - 1] == " ":
            parts += [text[at : line.start - 1], "\n"]
            at = line.start
        if line.kind == "body" and _BREAK.search(line.text):
            parts += [text[at : line.start], _EACH_BREAK.sub(" ", line.text)]
            at = line.end
    return "".join([*parts, text[at:]]) if parts else text


def wrap_width(lines: Sequence[Line]) -> int:
    """Give the width at which a text was wrapped, 0 where it was not.

    Wrapped lines go on in small letters; they are many in the text, or follow each other somewhere.
    """
    lengths: list[int] = []
    row = longest = 0
    for a, b in pairwise(lines):
        size = len(a.text)
        if b.gap == 1 and b.text[0].islower() and _SHORTEST <= size <= 200 and not ends_sentence(a.text):
            lengths.append(size)
            row += 1
            longest = max(longest, row)
        else:
            row = 0
    if len(lengths) < _FEW or (len(lengths) * 12 < len(lines) and longest < _FEW):
        return 0
    lengths.sort()
    return lengths[len(lengths) * 3 // 4]


def _are_rows(a: str, b: str) -> bool:
    """Tell whether two lines are rows of one table: cells between bars or wide gaps, as many in both."""
    if a.count("|") > 1:
        return a.count("|") == b.count("|")
    return "   " in a and "   " in b and a.count("   ") > 1 and b.count("   ") > 1


def _continues(line: Line, following: Line, third: Line | None, width: int) -> bool:
    """Tell whether ``following`` goes on with the sentence that ``line`` began."""
    a, b = line.text, following.text
    if line.kind != "body" or following.kind != "body" or following.gap not in (1, 2):
        return False
    if "\t" in a or "\t" in b or a[-1] == "|" or b[0] == "|" or _LIST.match(b) or not has_word(a):
        return False
    if _are_rows(a, b) or is_slug(b):
        return False
    if ends_sentence(a):
        # Clauses that semicolons part are wrapped like words; those of a list have a line each.
        return a[-1] == ";" and b[0].islower() and following.gap == 1 and 0 < width <= len(a) * 1.25
    if b[0].islower():
        if following.gap == 2:
            return len(a) >= 40
        return len(a) >= 25 or (width > 0 and len(a) >= 10) or not _is_cell(b, third)
    if following.gap != 1:
        return False
    last = "" if _PROVINCE.search(a) else a.rsplit(None, 1)[-1].lower()
    if _is_cut_open(a, b):
        return True
    if GROUNDS.match(a) and not GROUNDS.match(b) and not is_upper(b) and a[-1] != "/":
        return True
    if is_upper(a) != is_upper(b):
        return False
    if is_upper(a):
        return a[-1] == "," or last in function_words()
    if width and (len(a) >= width * 0.8 or (len(a) >= width * 0.5 and _is_open(a, last))):
        return not b[0].isdigit() or len(b) >= 12 or ends_sentence(b)
    return len(a) >= 40 and a[-1] == ","


def _is_cut_open(text: str, following: str) -> bool:
    """Tell whether a line ends amid a phrase: with a preposition, or the word before a number."""
    if not text[-1].isalpha() or len(text) > 400:
        return False
    match = _OPEN_END.fullmatch(text[-40:] if len(text) > 40 else text)
    if match is None or (text[0].islower() and len(text) < 12):
        return False
    if (match["date"] or match["since"]) is None:
        return text[-1].islower()
    if match["since"] and text.endswith(("năm", "quý", "đoạn")) and _DAY.match(following):
        return False  # the stamp below a headline
    return bool(_FIGURE.match(following))


def _is_open(text: str, last_word: str) -> bool:
    return text[-1] == "," or last_word == "số" or last_word in function_words()


def _is_cell(text: str, following: Line | None) -> bool:
    """Tell whether a short line is rather a cell of a table written one cell a line."""
    if len(text) >= 25 or ends_sentence(text):
        return False
    return following is None or (following.gap == 1 and len(following.text) < 25)
