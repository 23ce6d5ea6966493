"""Sentences: where they end within a line or a paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnreport.lexicon import table
from vnreport.patterns import lazy

_STOP = lazy(r"[.!?…]+[)\]\"”’»]*|[;:](?=\s{1,3}(?:[-–+•*]|\d{1,2}[.)])\s{1,3}\w)")
_ITEM = lazy(r"\s{1,3}(?:[-–+•*]|\d{1,2}[.)])\s{1,3}(\w)")
_WORD = lazy(r"[^\s(\[\"“‘«]*$")
_OPENING = frozenset('"“‘«([{-–—+•*')
_MARKER_WORDS = frozenset(
    (
        "điều",
        "chương",
        "mục",
        "phần",
        "phụ lục",
        "bảng",
        "biểu",
        "hình",
        "khoản",
        "điểm",
        "câu",
        "bước",
        "mẫu",
        "lục",
        "số",
    )
)
_ROMAN = lazy(r"[IVX]{1,6}$")
_NUMBERING = lazy(r"\d{1,3}(?:\.\d{1,3})*$")
_ADDRESS = lazy(r"://|www\.|@", re.I)
LOOK_BACK = 24
"""The word before a stop is looked at up to this length."""


@cache
def _abbreviations() -> dict[str, str]:
    return {row["abbreviation"]: row["next"] for row in table("sentence_abbreviations")}


def split_sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Give the sentences of ``text[start:end]``, a line or paragraph, without surrounding white space.

    Semicolons and colons do not end a sentence, unless an item of a list follows (``; - Cấp …``).
    Every character but white space is in a sentence.
    """
    end = len(text) if end is None else end
    begin = start
    at = start
    for match in _STOP.finditer(text, start, end):
        stop = match.end()
        if stop >= end:
            break
        if match.start() < at or not _ends(text, begin, match.start(), stop, end):
            continue
        if not _has_word_before(text, begin, match.start()):
            continue
        yield begin, stop
        begin = _skip(text, stop, end)
        at = begin
    last = end
    while last > begin and text[last - 1].isspace():
        last -= 1
    if begin < last:
        yield begin, last


def _skip(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _has_word_before(text: str, begin: int, stop: int) -> bool:
    return any(map(str.isalnum, text[max(begin, stop - LOOK_BACK) : stop]))


def _ends(text: str, begin: int, first: int, stop: int, end: int) -> bool:
    """Tell whether the stop ``text[first:stop]`` ends the sentence that begins at ``begin``."""
    mark = text[first]
    after = text[stop]
    if mark in ";:":
        item = _ITEM.match(text, stop, end)
        return item is not None and (item[1].isupper() or (mark == ";" and item[1].isdigit()))
    if mark == "." and stop - first == 1:
        if after == "/" and text[stop : stop + 2] == "/.":
            return False
        if first and text[first - 1] == "/" and first > 1 and text[first - 2] == ".":
            return True
    if not after.isspace():
        return _glued(text, begin, first, stop, end)
    ahead = stop + 1
    while ahead < end and text[ahead].isspace():
        ahead += 1
    if ahead >= end:
        return False
    following = text[ahead]
    if following.islower():
        return False
    if mark != ".":
        return mark != "…" or following.isupper() or following in _OPENING
    if stop - first > 1 and text[first + 1] in ".…":
        return not following.isdigit()
    return not _abbreviated(text, begin, first, following)


def _glued(text: str, begin: int, first: int, stop: int, end: int) -> bool:
    """Judge a stop with no space behind it: ``kế hoạch.Trong tháng``."""
    after = text[stop]
    if not after.isupper() or first == begin or stop - first > 3:
        return False
    if stop + 1 >= end or not (text[stop + 1].islower() or text[stop + 1].isspace()):
        return False
    before = text[first - 1]
    if not (before.islower() or before.isdigit() or before in ')%"”'):
        return False
    word = _last_word(text, begin, first)
    if _ADDRESS.search(word) or word.lower() in _abbreviations():
        return False
    return not (first - len(word) <= begin and _NUMBERING.match(word))


def _last_word(text: str, begin: int, first: int) -> str:
    match = _WORD.search(text[max(begin, first - LOOK_BACK) : first])
    return match.group() if match else ""


def _abbreviated(text: str, begin: int, first: int, following: str) -> bool:
    """Tell whether the full stop at ``first`` belongs to an abbreviation or a number of a list."""
    word = _last_word(text, begin, first)
    if not word:
        return False
    folded = word.lower()
    kind = _abbreviations().get(folded)
    if kind is not None:
        if kind == "digit":
            return following.isdigit()
        return word[0].isupper() or len(word) <= 3 or "." in word
    if len(word) == 1 and word.isupper():
        return True
    if "." in word and _is_initials(word):
        return True
    if not (_NUMBERING.match(word) or _ROMAN.match(word) or len(word) == 1):
        return False
    before = text[max(begin, first - len(word) - 12) : first - len(word)].strip()
    if not before:
        return first - len(word) - begin < 3
    if before[-1] in ".;:!?" and len(word) <= 3:
        return True
    introduced = before.split()[-1].lower() in _MARKER_WORDS
    return introduced and first - begin < 25


def _is_initials(word: str) -> bool:
    """Tell whether a word is initials or a chain of titles: ``T.H``, ``PGS.TS``."""
    parts = word.split(".")
    known = _abbreviations()
    return all((len(part) == 1 and part.isupper()) or part.lower() in known for part in parts if part)
