"""Provisions: ``điểm a, b khoản 1 và khoản 3 Điều 12`` in every order, with ranges expanded."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.mentions.instruments.page import Page, one_tone, rx
from vnreport.mentions.instruments.provision_tree import RANK, Items, expand
from vnreport.report import Provision

_LEVEL_OF = {
    "tiết": "subpoint", "điểm": "point", "khoản": "clause", "điều": "article", "mục": "section",
    "chương": "chapter", "phần": "part", "phụ lục": "appendix", "tiểu mục": "subsection",
    "đ": "article", "k": "clause",
}  # fmt: skip
_LEVEL_OF = {one_tone(word): level for word, level in _LEVEL_OF.items()}
_ALPHABET = "abcdđeghiklmnopqrstuvxy"
_LETTER_VALUE = r"(?:[a-zđ]\d{0,2}|\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?)"
_NUMBER_VALUE = r"\d{1,4}(?:\.\d{1,2}){0,3}[a-zđ]?\d?"
_ROMAN_VALUE = r"(?:[ivxlc]{1,7}(?:\.\d{1,2}){0,2}|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ])"
_VALUES = {
    "subpoint": r"(?:[a-zđ]{1,3}\d?|\d{1,2}(?:\.\d{1,2}){0,3}|[ivx]+)",
    "point": _LETTER_VALUE,
    "clause": rf"(?:{_NUMBER_VALUE}|[a-zđ](?=\s?[,;]?\s))",
    "article": _NUMBER_VALUE,
    "section": _ROMAN_VALUE,
    "subsection": _ROMAN_VALUE,
    "chapter": _ROMAN_VALUE,
    "part": r"(?:[ivx]{1,6}|\d{1,2}|[a-zđ]|thứ\s\w{1,6})",
    "appendix": r"(?:[ivxlc]{1,7}(?:[.-][a-z\d]{1,2})?|\d{1,3}(?:\.\d{1,2})?[a-zđ]?|[a-zđ])",
}
_OPEN = rx(
    r"(?:(?:các|từ|những)\s{1,3})?(?P<level>tiểu mục|điểm|khoản|điều|mục|chương|phần|phụ lục|"
    r"tiết|[đk](?=\.?\s?\d))(?P<gap>\.\s{0,2}|:\s{1,2}|\s{0,3}(?:số\s{0,3}|từ\s{1,3})?)"
)
_MORE = rx(r"\s{0,3}(?P<link>,\s?và|,|;|và|hoặc|&|đến|tới|-|÷|đến hết)\s{0,3}(?:số\s{1,2}(?=\d))?")
_BETWEEN = rx(
    r"(?P<link>\s{0,3}(?:,\s?và|,|;|và|hoặc|đến|-|/|của|thuộc|tại|trong)?\s{0,3})(?=(?:(?:các|"
    r"từ|những)\s{1,3})?(?:(?:tiểu mục|điểm|khoản|điều|mục|chương|phần|phụ lục|tiết)(?!\w)|[đk]\.?\s?\d))"
)
_GLUED = r"(?=(?:điều|khoản) \d|(?:luật|bộ luật|nghị định|nghị quyết|thông tư|quyết định|chỉ thị) )"
"""What has lost the space behind a number: ``khoản 2Điều 5``."""
_VALUE = {
    level: rx(rf"[“\"']?(?P<v>{pattern})[”\"']?(?:{_GLUED}|(?![\w%]|[.]\d|/\d))")
    for level, pattern in _VALUES.items()
}
_TO = ("đến", "-", "tới", "÷", "đến hết")
_LIMIT = 400


@dataclass
class Provisions:
    """A list of provisions and where it stands."""

    start: int
    end: int
    items: list[Items]

    def expand(self) -> list[Provision]:
        """Give the provisions one by one."""
        return expand(self.items)


def read_provisions(page: Page, at: int, depth: int = 0) -> Provisions | None:
    """Read the list of provisions that begins at an offset; ``depth`` counts the brackets around it."""
    items: list[Items] = []
    end, word, closed = at, "", False
    position = at
    while True:
        run = _read_run(page, position, word)
        if run is None:
            break
        if len(items) < _LIMIT:
            items.append(run[0]._replace(apart=closed))
        end, closed = run[1], False
        if (glued := _treaty_style(page, end, items[-1].level)) is not None:
            _put_bracket(items, glued[0])
            end = glued[1]
        while (bracketed := _bracketed(page, end, depth)) is not None and len(items) < _LIMIT:
            level = items[-1].level
            _put_bracket(items, bracketed[0])
            end, closed = bracketed[1], True
            more = _next_of_level(page, end, level)
            if more is None:
                break
            items.append(more[0])
            end = more[1]
        end = _behind_heading(page, end)
        link = _BETWEEN.match(page.low, end)
        if link is None or page.broken(end, link.end()):
            break
        word = link["link"].strip()
        if word in ("đến", "-") and items:
            ranged = _range_to(page, link.end(), items)
            if ranged is not None:
                end = ranged
                link = _BETWEEN.match(page.low, end)
                if link is None:
                    break
                word = link["link"].strip()
        word = word.lstrip(", ") or word
        position = link.end()
    return Provisions(at, end, items) if items else None


_BRACKET = rx(r"\s{0,2}\(\s?(?=(?:các\s|từ\s)?(?:điểm|khoản|điều|mục)\s)")


_GLUED_BRACKET = rx(
    r"(?<=\d)(?:\((?P<clause>\d{1,2})\))?(?:\((?P<point>[a-zđ])\))?(?:\([ivx]{1,4}\))?(?=[\s,;.)])"
)
"""Clause and point as treaties have them: ``Điều 2(1)(a)``."""


def _treaty_style(page: Page, at: int, level: str) -> tuple[list[Items], int] | None:
    """Read clause and point that brackets glue to an article: ``Điều 2(1)(a)``, ``Điều 6.2(b)``."""
    match = _GLUED_BRACKET.match(page.low, at) if level == "article" else None
    if match is None or not match.group():
        return None
    inner = [Items(part, [match[part]], "") for part in ("clause", "point") if match[part]]
    return (inner, match.end()) if inner else None


def _bracketed(page: Page, at: int, depth: int) -> tuple[list[Items], int] | None:
    """Read provisions in brackets: ``Điều 12 (khoản 3)``, ``Điều 260 (khoản 2, điểm a)``."""
    opened = _BRACKET.match(page.low, at) if depth < 2 else None
    inner = read_provisions(page, opened.end(), depth + 1) if opened else None
    if inner is None or page.low[inner.end : inner.end + 1] != ")":
        return None
    return inner.items, inner.end + 1


_HEADING = rx(
    r"\s{0,2}\((?:(?!sửa|bổ sung|được|sau đây|gọi)[^()\d\n]{3,80}|trừ [^()\n]{3,60})\)"
    r"(?=\s{0,3}(?:,\s?và|,|;|và|của)?\s{0,3}(?:các\s)?"
    r"(?:điểm|khoản|điều|mục|chương|luật|bộ luật|nghị định|thông tư|nghị quyết|quyết định|pháp lệnh)\s)"
)


def _behind_heading(page: Page, at: int) -> int:
    """Give the end of the bracket that tells what an article is about: ``Điều 5`` *(Giải thích từ ngữ)*."""
    heading = _HEADING.match(page.low, at)
    return heading.end() if heading else at


def _put_bracket(items: list[Items], inner: list[Items]) -> None:
    """Put what a bracket names under the provision before it: ``khoản 2 Điều 5 (điểm a)`` under khoản 2."""
    below = len(items) > 1 and items[-1].tight and RANK[items[-2].level] < RANK[items[-1].level]
    if below and max(RANK[item.level] for item in inner) < RANK[items[-2].level]:
        items[-2:] = [*_with_bracket(items[-2], inner), items[-1]]
    else:
        items[-1:] = _with_bracket(items[-1], inner)


def _next_of_level(page: Page, at: int, level: str) -> tuple[Items, int] | None:
    """Read the next numbers of a list that brackets part: ``Điều 4 (khoản 1)`` *, 6 (khoản 2) và 9*."""
    more = _MORE.match(page.low, at)
    value = _VALUE[level].match(page.low, more.end()) if more else None
    if more is None or value is None or page.broken(at, value.end()) or level == "appendix":
        return None
    link = more["link"].strip(", ") or more["link"]
    if link in _TO or not _continues(page, level, link, value, "0"):
        return None
    return _values(page, value, level, link)


def _with_bracket(outer: Items, inner: list[Items]) -> list[Items]:
    """Put provisions in brackets where they would stand without: ``Điều 15 (điểm b khoản 2)``."""
    ranks = [RANK[item.level] for item in inner]
    if max(ranks) > RANK[outer.level]:
        return [outer, inner[0]._replace(link=""), *inner[1:]]
    if ranks == sorted(ranks, reverse=True) and len(set(ranks)) > 1:
        inner = inner[::-1]
    return [
        inner[0]._replace(link=outer.link),
        *(i._replace(link="") for i in inner[1:]),
        outer._replace(link=""),
    ]


def _range_to(page: Page, at: int, items: list[Items]) -> int | None:
    """Read the far end of ``Điều 5 đến Điều 8``."""
    run = _read_run(page, at, "")
    if run is None or run[0].level != items[-1].level or len(run[0].values) < 1:
        return None
    first = items[-1].values[-1]
    if len(items[-1].values) < _LIMIT:
        items[-1].values.extend([*_between(first, run[0].values[0]), *run[0].values])
    return run[1]


def _read_run(page: Page, at: int, link: str) -> tuple[Items, int] | None:
    opened = _OPEN.match(page.low, at)
    if opened is None:
        return None
    level = _LEVEL_OF[opened["level"]]
    value = _VALUE[level].match(page.low, opened.end())
    if value is None or page.broken(at, value.end()):
        if level != "appendix":
            return None
        return Items(level, [""], link), opened.end("level")
    glued = opened["gap"] == ""
    if glued and not (value["v"][0].isdigit()):
        return (Items(level, [""], link), opened.end("level")) if level == "appendix" else None
    first = _written(page, value, level)
    if level == "appendix" and first.isalpha() and not page.plain[value.start("v")].isupper():
        return Items(level, [""], link), opened.end("level")
    return _values(page, value, level, link)


def _values(page: Page, value: re.Match[str], level: str, link: str) -> tuple[Items, int]:
    """Read the rest of a run from its first value on."""
    values = [_written(page, value, level)]
    end = value.end()
    while len(values) < _LIMIT:
        more = _MORE.match(page.low, end)
        following = _VALUE[level].match(page.low, more.end()) if more else None
        if more is None or following is None or page.broken(end, following.end()):
            break
        if not _continues(page, level, more["link"], following, values[-1]):
            break
        shown = _written(page, following, level)
        if more["link"] in _TO:
            values.extend(_between(values[-1], shown))
        values.append(shown)
        end = following.end()
    return Items(level, values, link), end


_UNIT = rx(
    r"\s{1,3}(?:ngày|tháng|năm|quý|triệu|tỷ|nghìn|đồng|người|lần|hộ|điểm|khoản|điều|mục|nghị "
    r"định|quyết định|luật|thông tư|bộ luật|trường hợp|đối tượng|đơn vị|cơ quan|tổ chức|nội "
    r"dung|nhiệm vụ|xã|huyện|bị cáo|bị can)(?!\w)"
)
_KEEPS = rx(
    r"\s{1,3}(?:điểm|khoản|điều|mục|chương|nghị định|quyết định|luật|thông tư|bộ luật|pháp lệnh)(?!\w)"
)


def _continues(page: Page, level: str, link: str, value: re.Match[str], last: str) -> bool:
    """Tell whether a number behind a comma or và is one more provision and no count of something else."""
    shown = value["v"]
    if shown.isalpha() != last[:1].isalpha() and level in ("point", "clause", "article"):
        return False
    if (
        level in ("section", "subsection", "chapter", "part", "appendix")
        and shown.isalpha()
        and not page.plain[value.start("v")].isupper()
    ):
        return False
    unit = _UNIT.match(page.low, value.end())
    if unit and not _KEEPS.match(page.low, value.end()):
        return False
    return not (shown.isdigit() and len(shown) > 1 and shown[0] == "0" and last[:1] != "0")


def _written(page: Page, value: re.Match[str], level: str) -> str:
    shown = page.plain[value.start("v") : value.end("v")]
    if level in ("point", "subpoint", "clause", "article"):
        return shown.lower()
    return shown.upper() if shown.isascii() and shown.isalpha() else shown


def _between(first: str, last: str) -> list[str]:
    """Give what lies strictly between two provisions of a range; nothing if it is no sensible range."""
    if first.isdigit() and last.isdigit():
        low, high = int(first), int(last)
        return [str(n) for n in range(low + 1, high)] if 0 < high - low <= 200 else []
    if first in _ALPHABET and last in _ALPHABET and len(first) == len(last) == 1:
        return list(_ALPHABET[_ALPHABET.index(first) + 1 : _ALPHABET.index(last)])
    low, high = _roman(first), _roman(last)
    return [_to_roman(n) for n in range(low + 1, high)] if low and high and high - low <= 40 else []


_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


def _roman(text: str) -> int:
    if not text or not all(c in _ROMAN for c in text):
        return 0
    values = [_ROMAN[c] for c in text]
    following = [*values[1:], 0]
    return sum(-v if v < n else v for v, n in zip(values, following, strict=True))


def _to_roman(number: int) -> str:
    signs = (
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    out = ""
    for value, sign in signs:
        count, number = divmod(number, value)
        out += sign * count
    return out
