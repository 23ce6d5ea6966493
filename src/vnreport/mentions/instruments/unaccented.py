"""Citations typed without accents (``Nghi dinh so 100/2019/ND-CP``): the words they are made of, restored."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from vnreport.lexicon import table
from vnreport.patterns import lazy

KINDS = (
    "nghi dinh", "thong tu", "quyet dinh", "nghi quyet", "chi thi", "cong van", "ke hoach", "thong bao",
    "ket luan", "huong dan", "cong dien", "to trinh", "van ban", "phap lenh", "bo luat", "quy dinh",
    "bao cao", "chuong trinh", "quy che", "thong tri",
)  # fmt: skip
"""Words for kinds without their accents: what shows that a text may have unaccented citations."""
_CITED = lazy(
    rf"(?<!\w)(?:{'|'.join(KINDS)})(?:\s{{1,3}}[a-z]{{1,6}}){{0,4}}?\s{{1,3}}(?:so\s{{0,3}}:?\s{{0,3}})?\d",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 160, 400
_WORDS = (
    "số", "ngày", "tháng", "năm", "của", "do", "và", "các", "từ", "đến", "tại", "trong", "thuộc", "điểm",
    "khoản", "điều", "mục", "chương", "phần", "này", "trên", "về", "tỉnh", "huyện", "quận", "xã", "phường",
    "sở", "bộ", "ban",
)  # fmt: skip
_PHRASES = (
    "phụ lục", "thành phố", "thị xã", "thị trấn", "nói trên", "nêu trên", "về việc", "giám đốc", "bộ trưởng",
    "chủ tịch", "ủy ban nhân dân", "hội đồng nhân dân",
)  # fmt: skip
_ACCENTED = lazy(r"[^\x00-\x7f]")


def bare(text: str) -> str:
    """Take the accents off; precomposed letters keep their places."""
    lowered = text.lower().replace("đ", "d")
    return "".join(c for c in unicodedata.normalize("NFD", lowered) if not unicodedata.combining(c))


@cache
def _spellings() -> tuple[re.Pattern[str], dict[str, str]]:
    """Give what restores the words of citations, longest first, and the dictionary of them."""
    phrases = [*_WORDS, *_PHRASES]
    for name in ("instrument_kinds", "instrument_issuers", "agency_fields", "law_names"):
        phrases += [row["name"].lower() for row in table(name)]
    for name in ("instrument_issuers", "agency_fields"):
        phrases += [form.lower() for row in table(name) for form in row["forms"].split("|") if form]
    phrases += [row["name"].lower() for row in table("provinces")]
    phrases += [
        row["word"] for row in table("instrument_body_words") if row["role"] not in ("stop", "joined")
    ]
    phrases += [row["head"].lower() for row in table("organization_heads") if " " in row["head"]]
    phrases += [f"{head} {row['name'].lower()}" for row in table("agency_fields") for head in ("sở", "phòng")]
    words: dict[str, str] = {}
    for phrase in phrases:
        words.setdefault(bare(phrase), phrase)
    body = "|".join(map(re.escape, sorted(words, key=len, reverse=True)))
    return re.compile(rf"(?<!\w)(?:{body})(?!\w)"), words


def restored(text: str, starts: Iterable[int]) -> list[tuple[int, str]]:
    """Find the stretches of unaccented citations: where each begins, and its words, accented in place.

    Args:
        text: the text.
        starts: where the unaccented words for kinds (:data:`KINDS`) begin, in text order.
    """
    stretches: list[tuple[int, str]] = []
    at = 0
    for start in starts:
        cited = _CITED.match(text, start) if start >= at else None
        if cited is not None:
            begin, end = _stretch(text, at, cited)
            stretches.append((begin, _accented(text[begin:end])))
            at = end
    return stretches


def _stretch(text: str, at: int, cited: re.Match[str]) -> tuple[int, int]:
    """Give the unaccented words around a citation, from ``at`` on at the earliest."""
    begin, end = max(at, cited.start() - _BEFORE), min(len(text), cited.end() + _BEHIND)
    for accented in _ACCENTED.finditer(text, begin, cited.start()):
        begin = text.find(" ", accented.end(), cited.start()) + 1 or cited.start()
    stop = _ACCENTED.search(text, cited.end(), end)
    if stop is not None:
        end = max(cited.end(), text.rfind(" ", cited.end(), stop.start()))
    return begin, end


def _accented(stretch: str) -> str:
    """Put the accents on the words that citations are made of; case and length stay."""
    pattern, words = _spellings()
    low, out, at = stretch.lower(), [], 0
    for word in pattern.finditer(low):
        shown = stretch[word.start() : word.end()]
        out.append(stretch[at : word.start()])
        out += [a.upper() if b.isupper() else a for a, b in zip(words[word.group()], shown, strict=True)]
        at = word.end()
    return "".join([*out, stretch[at:]])
