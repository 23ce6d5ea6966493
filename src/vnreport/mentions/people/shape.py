"""The shape of a personal name, and whether what stands around it lets it be one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.mentions.people.lines import FEWEST, MOST, split_names, whole_line
from vnreport.mentions.people.syllables import TELLING, in_capitals, is_likely, saints
from vnreport.mentions.people.titles import occupations, read_title
from vnreport.names import (
    fold_syllable,
    foreign,
    old_tones,
    surnames,
)
from vnreport.patterns import lazy

_TOKEN = lazy(r"[^ \xa0]+")
_MAX = 6
BORN = lazy(
    r",?[ \xa0]\(?(?:SN|sn|(?:nam|nữ),|[Ss]inh năm|sinh ngày|\d{2} tuổi|quê|trú tại|thường trú|ngụ|quốc tịch)"
)
"""What only a person's name is followed by."""
_OPENERS = frozenset(("Theo", "Tại", "Với", "Cùng", "Ngoài", "Sau", "Trước", "Như", "Còn", "Nhưng", "Khi"))
"""What a sentence opens with before a foreigner's name: *Theo* ``Steven Aftergood, giám đốc …``."""
_GENERAL = ["tướng", "thị"]
"""A surname, and no rank: ``bà`` *Tướng Thị* ``Hoa``."""
_BEFORE_TOWN = frozenset(("đô", "siêu", "chỉ", "thành", "tiếp", "hiển", "cận", "biểu", "phố"))
"""What makes another word of *thị*: ``Khu`` *Đô Thị* ``Mới``."""


class Shape(NamedTuple):
    """A stretch of capitalised words that may be a name."""

    start: int
    end: int
    words: tuple[str, ...]
    surname: bool
    """Whether it begins with a surname."""
    likely: bool
    """Whether surname, middle and given name are all usual ones."""
    sure: bool = False
    """Whether what stands around it shows it to be a person, whatever its words."""


@cache
def office_words() -> frozenset[str]:
    """First words of offices, which are no names though capitalised: ``đồng chí Bí thư``."""
    return frozenset(old_tones(r["form"].lower()).split()[0].strip(".") for r in table("titles")) - surnames()


@cache
def _address() -> frozenset[str]:
    """Capitalised words that are no part of the name behind them: ``Ông``, ``ThS``."""
    forms = {
        r["form"].lower().rstrip(".")
        for r in table("titles")
        if r["kind"] != "office" and " " not in r["form"]
    }
    return frozenset(forms) - {"an", "tô", "cô"} | {"cô"}


@cache
def _before_given() -> frozenset[str]:
    """Last words of the forms of address and ranks: what a name without a surname must follow."""
    return frozenset(
        fold_syllable(r["form"].split()[-1].split("/")[-1].rstrip("."))
        for r in table("titles")
        if r["kind"] != "office" or r["title"] in occupations()
    )


def addressed(text: str, start: int) -> bool:
    """Whether the word before ``start`` may be a form of address: a cheap look."""
    words = text[max(0, start - 14) : start].replace("/", " ").replace(".", " ").split()
    return bool(words) and fold_syllable(words[-1].strip(':,;-(“"')) in _before_given()


def candidates(text: str, start: int, end: int) -> Iterator[Shape]:
    """Give the stretches within capitalised words ``[start, end)`` that may be names, the likeliest first."""
    spans = [m.span() for m in _TOKEN.finditer(text, start, end)]
    glued = next((i for i, (_, b) in enumerate(spans) if text[b - 1] == "-"), len(spans))
    spans = spans[: glued + 1]  # "Vũ Thị Xuân- Hiệu trưởng"
    spans = spans[: _office_at(text, spans)]
    words = [text[a:b].rstrip("'’-") for a, b in spans]
    folded = [fold_syllable(w) for w in words]
    side_by_side = _side_by_side(text, start, end, spans, words, folded)
    if side_by_side:
        yield from side_by_side
        return
    if not surnames().isdisjoint(folded[:-1]) or _may_be_named(text, start, end, words, folded):
        yield from _candidates(text, start, spans, words, folded)


def _side_by_side(
    text: str, start: int, end: int, spans: list[tuple[int, int]], words: list[str], folded: list[str]
) -> list[Shape]:
    """Give the names of a line of nothing but names: ``Trần Kim Ngân Võ Minh Trí``."""
    if not (FEWEST <= len(words) <= MOST and folded[0] in surnames() and whole_line(text, start, end)):
        return []
    sizes = split_names(folded)
    found: list[Shape] = []
    at = 0
    for size in sizes if len(sizes) > 1 else ():
        own = words[at : at + size]
        found.append(Shape(spans[at][0], spans[at][0] + len(" ".join(own)), tuple(own), True, True))
        at += size
    return found


def _office_at(text: str, spans: list[tuple[int, int]]) -> int:
    """Give the index of the word that opens an office behind a name: ``Tô Văn Linh`` *Chủ* ``tịch``.

    Behind one word it is no name either: ``Đoàn`` *Chủ* ``tịch``.
    """
    for index, (start, end) in enumerate(spans[1:], 1):
        if old_tones(text[start:end].lower()) in office_words():
            office = read_title(text, start)
            if office is not None and office[0].kind == "office" and office[1] > spans[-1][1]:
                return index
    return len(spans)


def _may_be_named(text: str, start: int, end: int, words: list[str], folded: list[str]) -> bool:
    """Whether words without a surname may be a name: a cheap look."""
    return (
        len(words) == 1
        or addressed(text, start)
        or (len(folded) > 2 and "thị" in folded)
        or any(mark in words[0][1:-1] for mark in "'’")
        or folded[0] in _address()
        or BORN.match(text, end) is not None
        or whole_line(text, start, end)
        or any(map(foreign, words))
    )


def _candidates(
    text: str, start: int, spans: list[tuple[int, int]], words: list[str], folded: list[str]
) -> Iterator[Shape]:
    while len(words) > 3 - (len(words[-1]) > 2) and words[-1] in _short_offices() and not words[0].isupper():
        words, spans, folded = words[:-1], spans[:-1], folded[:-1]
    spans = [(a, a + len(w)) for (a, _), w in zip(spans, words, strict=True)]
    end = spans[-1][1]
    offered = False
    first = int(len(words) > 2 and words[0] in _OPENERS and foreign(words[1]))
    while first < len(words) - 1 and folded[first] in _address() and folded[first : first + 2] != _GENERAL:
        first += 1
    first += _country_words(words[first:])
    rare = 3 <= len(words) - first <= 4 and folded[first + 1] in TELLING and folded[first] not in surnames()
    if rare and (first > 0 or addressed(text, start)):
        yield Shape(spans[first][0], end, tuple(words[first:]), True, False)
    for i, word in enumerate(folded[first:], first):
        rest = len(words) - i
        if word == "thị" and i > first and folded[i - 1] not in _BEFORE_TOWN:
            continue  # "Lô Thị Thu Trang": whatever stands before it is the surname
        of_woman = (
            rest >= 3 and folded[i + 1] == "thị" and word not in _BEFORE_TOWN and not words[i].isupper()
        )
        if rest >= 2 and (word in surnames() or of_woman) and folded[i : i + 2] != ["đồng", "chí"]:
            own, own_folded = _to_hyphen(words[i : i + _MAX]), folded[i : i + _MAX]
            if own is None:
                own = words[i : i + _MAX]
            else:
                own_folded = [fold_syllable(w) for w in own]
            if len(own) < 2 or _another_starts(own_folded) or (i > first and _is_of_place(own_folded)):
                continue
            last = i + len(own) - 1
            shouting = all(map(str.isupper, own)) and not whole_line(text, start, end)
            if shouting and not (
                3 <= len(own) <= 4 and i + len(own) == len(words) and _GOES_ON.match(text, end)
            ):
                own = own[: in_capitals(own_folded)]
                own_folded, last = own_folded[: len(own)], i + len(own) - 1
            likely = is_likely(own_folded) or of_woman
            offered = offered or likely or i == first
            # "Tou Prong Thị Hoa": a surname of two words; "Giuse Trần Văn An"
            begin = first if i == first + 1 and of_woman and word not in surnames() else i
            while begin > first and words[begin - 1] in saints():
                begin -= 1
            own = [*words[begin:i], *own]
            yield Shape(spans[begin][0], spans[last][0] + len(own[-1]), tuple(own), True, likely)
    if offered or len(words) - first > _MAX:
        return
    if 2 <= len(words) - first <= 5 and (
        BORN.match(text, spans[-1][1])
        or (_THI.match(" ".join(folded[first:])) and folded[first] not in _BEFORE_TOWN)
        or whole_line(text, start, end)
    ):
        yield Shape(spans[first][0], spans[-1][1], tuple(words[first:]), False, False, True)
        return
    if 2 <= len(words) - first <= 4 and any(foreign(w) for w in words[first:]):
        yield Shape(spans[first][0], spans[-1][1], tuple(words[first:]), folded[first] in surnames(), False)
        return
    marked = any(mark in words[first][1:-1] for mark in "'’")
    if marked or first > 0 or addressed(text, start):
        yield Shape(spans[first][0], spans[-1][1], tuple(words[first:]), folded[first] in surnames(), False)


_GOES_ON = lazy(r"[ \xa0]?[,;(–-][ \xa0]?\(?[a-zà-ỹđ]|[ \xa0][a-zà-ỹđ]|,")
"""What follows a name in capitals amid a sentence that is not: ``TS NGUYỄN THỊ CÚC PHƯƠNG`` *- phó …*."""
_THI = lazy(r"\w{1,7} thị \w")
"""A woman's name, whatever its surname: ``Vì Thị Xuân Thủy``."""


def _another_starts(folded: list[str]) -> bool:
    """Whether a full name starts within the words: ``Đồng Tâm`` *Hà Thị Ngoan*."""
    return any(
        word in TELLING and folded[at - 1] in surnames() and at > 2 for at, word in enumerate(folded[:-1])
    )


def _is_of_place(folded: list[str]) -> bool:
    """Whether the first word ends a place's name before a full name: ``Phú`` *Lương* ``Chu Văn An``."""
    return len(folded) > 3 and folded[1] in surnames() and folded[2] in TELLING


@cache
def _short_offices() -> frozenset[str]:
    """Offices in capitals that a lost comma glues to a name: ``Đoàn Mạnh Hùng PGĐ``."""
    return frozenset(r["form"] for r in table("titles") if r["form"].isupper() and len(r["form"]) > 1)


@cache
def _countries() -> frozenset[str]:
    return frozenset(r["name"] for r in table("wide_places") if r["level"] == "country")


def _country_words(words: list[str]) -> int:
    """How many words at the start are a country, as in ``Tổng thống`` *Mỹ* ``Donald Trump``."""
    for size in (2, 1):
        if len(words) > size and " ".join(words[:size]) in _countries() and words[0] != "Anh":
            return size
    return 0


def _to_hyphen(words: list[str]) -> list[str] | None:
    """Cut a name with a surname at a hyphen that glues an office on (``Trần Văn A-Phó Bí thư``)."""
    for i, word in enumerate(words):
        left, hyphen, _ = word.partition("-")
        if hyphen and left:
            return [*words[:i], left]
    return None
