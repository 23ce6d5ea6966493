"""The edges of a phrase: time, place, agent and small words that are no part of it."""

from __future__ import annotations

import re
from functools import cache

from vnreport.facts.scope import Scope
from vnreport.facts.words import column, phrase_pattern, syllables
from vnreport.patterns import lazy
from vnreport.report import (
    AnyMention,
    InstrumentMention,
    OrganizationMention,
    PersonMention,
    PlaceMention,
    TimeMention,
)
from vnreport.text import fold

_EDGES = (TimeMention, OrganizationMention, PlaceMention, PersonMention)
_SCOPES = (TimeMention, OrganizationMention, PlaceMention)
_SIGNS = r"\s\-–+•*✓✔●■◆►▪❖➢→○★,./)“”\""
"""Signs that open a phrase, those of items among them."""
_SPAN = r"(?:năm|tháng|tuần|ngày|quý)"


_NUMBERED = lazy(r"\s?\d{1,2}")
ASIDE = lazy(
    r"(?:kể\s+|tính\s+)?(?:từ|đến)\s+(?:năm|tháng|quý|ngày|đầu\s+năm)\s+[^,]*(?:nay|\d)$|"
    r"(?:trên|bởi|vì|nhờ|mặc\s+dù|dù|(?:sau|trước)\s+khi|nếu)\s"
)
"""What only says when, where or why, not what: ``từ năm 2004 đến nay``, ``trên chiếu bạc``."""


@cache
def _leading() -> tuple[re.Pattern[str], frozenset[str]]:
    """The small words that open a phrase, and all syllables of theirs."""
    words = (
        rf"(?:{phrase_pattern('leading')}|(?:cuối|hết|đầu|giữa)(?=\s+(?:năm|tháng|quý|nhiệm)|\s*$)|"
        rf"\d{{1,2}}\s+{_SPAN}(?:\s+(?:qua|đầu|cuối|liền|gần\s+đây)(?:\s+năm)?)?|(?:(?:đến|từ|lúc|khoảng|hồi|trước|sau)\s+)?\d{{1,2}}\s?(?:giờ|h)(?:\s?\d{{1,2}}(?:\s+phút)?)?(?:\s+(?:sáng|trưa|chiều|tối|cùng\s+ngày))*(?!\s*/)|"
        rf"\d{{1,2}}[.)]|[a-zđ]\))"
    )
    kept = rf"(?!(?:{phrase_pattern('kept')})(?![^\W_]))"
    return re.compile(rf"(?:[{_SIGNS}]|(?<![^\W_]){kept}{words}(?![^\W_]))+"), syllables(words)


@cache
def _trailing() -> tuple[re.Pattern[str], frozenset[str]]:
    """The small words that close a phrase, and all syllables of theirs."""
    words = (
        rf"(?:{phrase_pattern('trailing')}|(?:tháng|quý)\s+\d{{1,2}}|"
        r"(?<=, )(?:(?:dẫn|đứng)\s+đầu|đứng\s+cuối|(?:đầu|cuối)\s+bảng)(?:\s+là)?|"
        # "nợ trên 90 ngày" says which debts.
        rf"(?!(?<=trên |dưới )\d{{1,2}}\s+(?:ngày|tháng))\d{{1,2}}\s+{_SPAN}(?:\s+(?:đầu|cuối|qua))?)"
    )
    return re.compile(rf"(?:[\s\-–,:“”\"(/…]|(?<![^\W_]){words}(?![^\W_]))+$"), syllables(words)


def ends_in_other_word(folded: str, start: int, end: int, words: frozenset[str]) -> bool:
    """Tell whether a stretch ends in a whole word that is none of some: patterns of these need no try."""
    word = folded[max(start, folded.rfind(" ", start, end) + 1) : end]
    return word not in words and word.isalpha()


def _begins_with_other_word(folded: str, start: int, end: int, words: frozenset[str]) -> bool:
    stop = folded.find(" ", start, end)
    word = folded[start : stop if stop >= 0 else end]
    return word not in words and word.isalpha()


def trim(scope: Scope, start: int, end: int) -> tuple[int, int]:
    """Drop time, place and agent from both edges of a phrase, with the small words beside them.

    A fund stays: what it holds or is given is measured.
    """
    inner = [m for m in scope.between(start, end) if not _measured(scope, m)]
    (opens, leading), (closes, trailing) = _leading(), _trailing()
    for _ in range(6):
        before = (start, end)
        for m in inner:
            # A time first, so that no word of it is taken for a small word beside it.
            if m.start == start and m.end < end and isinstance(m, _SCOPES):
                start = m.end
            elif m.end == end and m.start > start and isinstance(m, _SCOPES):
                end = m.start
            elif m.start == start and m.end == end and isinstance(m, (*_EDGES, InstrumentMention)):
                start = end
            elif (
                isinstance(m, PlaceMention)
                and m.level != "other"
                and start <= m.start < end < m.end
                and _NUMBERED.fullmatch(scope.text, end, m.end)
            ):
                # "thấp nhất là xã Tân Phước 2 (4,7%)": a place whose number was cut off
                end = m.start
        if not _begins_with_other_word(scope.folded, start, end, leading):
            match = opens.match(scope.folded, start, end)
            start = match.end() if match else start
        if any(m.end == end and m.start > start for m in inner if isinstance(m, _SCOPES)):
            continue
        if not ends_in_other_word(scope.folded, start, end, trailing):
            match = closes.search(scope.folded, max(start, end - 60), end)
            end = match.start() if match else end
        if (start, end) == before:
            break
    return start, end


def _measured(scope: Scope, mention: AnyMention) -> bool:
    """Tell whether a name is one of what is measured: a fund, or a grade that looks like a person."""
    grades = column("grades", "grade")
    if scope.folded.startswith("kho bạc", mention.start):
        # "nộp Kho bạc Nhà nước 14 triệu đồng"
        return scope.folded.endswith("nộp ", 0, mention.start)
    return scope.folded.startswith("quỹ", mention.start) or fold(mention.text) in grades
