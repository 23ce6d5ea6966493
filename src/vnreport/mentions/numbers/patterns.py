"""The regular expressions of the number finder, built from the tables at first use."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.numbers.roles import GAP, any_of, role
from vnreport.mentions.numbers.spelling import tone_variants
from vnreport.mentions.numbers.words import words
from vnreport.patterns import lazy
from vnreport.starts import Starts

CHAIN = lazy(r"[0-9](?:[0-9.,/:+\-–−]*[0-9])?")
NUMBER = r"[0-9]+(?:[.,][0-9]+)*"
PLAIN = lazy(NUMBER)
RANGE = lazy(rf"({NUMBER})[-–−]({NUMBER})")
RATIO = lazy(rf"({NUMBER})/({NUMBER})")
SPACED = lazy(
    r"[1-9][0-9]{0,2}(?:([ \u00a0\u202f\u2009])[0-9]{3}(?![0-9]))(?:\1[0-9]{3}(?![0-9]))*(?:,[0-9]+)?"
)
WORD = lazy(rf"{GAP}{{0,2}}([0-9]+(?:[.,][0-9]+)*|(?:tr|tỷ|tỉ)(?=đ(?!\w))|[^\W\d_]+)")
"""A number word; ``trđ`` and ``tỷđ`` hold one."""
GLUED_TENTHS = lazy(
    r"(?P<scale>tr|triệu|tỷ|tỉ)(?P<tenths>[0-9]{1,3})(?![0-9]|[.,/][0-9])"
    r"|[ \u00a0](?P<scale2>nghìn|ngàn|triệu|tỷ|tỉ)[ \u00a0](?P<tenths2>[1-9])(?=[;:)\n]|[.,](?![0-9])|\Z)"
)
"""``2tr5``, ``12tỷ6``, and ``12 tỷ 6`` at the end of a clause."""
PARENTHESIS = lazy(r"\s?\(\s?([^()\d\n]{2,60})\)")
FALLEN = lazy(r"(?:(?<![0-9.,])|[-–])[1-9]?[0-9](?:[.,][0-9])?0\Z")
"""Degrees with the raised zero of their sign behind them: ``230`` in ``230C``."""
WARMTH = lazy(r"nhiệt|(?<!\w)(?:nắng|lạnh|rét|sốt|nóng|sấy|nung|ủ|bảo quản)(?!\w)")
COUNT_BEFORE = lazy(r"[0-9] [A-ZĐ]{2,8}/\Z")
"""A count of what a short form names, before the sum beside it: ``456 DA/12,3 tỷ``."""
LINKED = lazy(r"(?<!\w)(?:đạt|là|còn|khoảng|gần|hơn|trên|lên|xuống|tới|bằng|ước|được|tăng|giảm)[ \u00a0]\Z")
"""What links an amount to what it tells of, right before its first digit: ``đạt`` *12 345 ha*."""
LIST_MARK = lazy(r"[ \t\u00a0]*[-–•*+]?[ \t\u00a0]*\Z")
SCALE_COMMA = lazy(rf",{GAP}?([^\W\d_]+)(?={GAP}(?:trăm|mươi|nghìn|ngàn|triệu|đồng))")
"""A comma between the parts of a sum in words: ``Ba trăm triệu, hai trăm nghìn đồng``."""
ENGLISH = lazy(r"[0-9],[0-9]{3},[0-9]{3}|,[0-9]{3}\.[0-9]")
VIETNAMESE = lazy(r"\.[0-9]{3}\.[0-9]{3}|\.[0-9]{3},[0-9]|(?<![.,0-9])[0-9]{1,3},[0-9]{1,2}(?![0-9.,])")
POINTED = lazy(r"(?<![0-9.,])[0-9]{1,3}\.[0-9]{1,2} ?%")
PERCENT_AHEAD = lazy(rf"{GAP}{{0,2}}(?:%|‰|phần trăm|điểm phần trăm|điểm %)")
SHORT_END = lazy(rf"{GAP}{{0,2}}(?:[,.;:)!?\n]|đồng(?!\w)|\Z)")
VAGUE = lazy(
    rf"(?<!\w)(?:(?:một|đôi){GAP}hai|(?:hai|đôi|dăm){GAP}ba|ba{GAP}(?:bốn|năm)|bốn{GAP}năm|(?:năm|dăm){GAP}(?:sáu|bảy)"
    rf"|sáu{GAP}bảy|bảy{GAP}tám|tám{GAP}chín){GAP}(?:mươi{GAP}?|chục{GAP}?|trăm{GAP}?|nghìn{GAP}?|ngàn{GAP}?|vạn{GAP}?)?\Z"
)
"""Two digits in a row say roughly how many: ``năm bảy chục``, ``ba bốn trăm``."""
MOST_WORDS = 40
"""No number takes more words."""


@cache
def scale_ahead() -> re.Pattern[str]:
    """A scale word right behind digits, glued to them or not."""
    lex = words()
    loose = [
        word for word, kind in lex.kinds.items() if kind in {"scale", "group", "hundred", "foreign", "half"}
    ]
    glued = [word for word, kind in lex.kinds.items() if kind == "short"]
    return re.compile(
        rf"(?:{GAP}{{0,2}}{any_of([*loose, 'tr'])}|{any_of(glued)})(?![^\W_](?<!đ)|đ\w)"
        rf"(?!{GAP}{any_of(role('scale_noun'))}(?!\w))"
    )


@cache
def scale_noun() -> re.Pattern[str]:
    """What makes a noun of ``tỷ`` before it (``tỷ lệ``)."""
    return re.compile(rf"{GAP}{any_of(role('scale_noun'))}(?!\w)")


def _prefixes(forms: Iterable[str]) -> str:
    """Give a pattern for what begins with one of the forms; those that begin with another one add nothing."""
    kept: list[str] = []
    for form in sorted(forms):
        if not kept or not form.startswith(kept[-1]):
            kept.append(form)
    return "|".join(map(re.escape, kept))


@cache
def spelled_firsts() -> tuple[str, ...]:
    """The words for digits that open a number in words."""
    digits = words().digits
    return tuple(w for w, value in digits.items() if value and w not in {"mốt", "lăm", "nhăm", "tư"})


@cache
def spelled_starts() -> Starts:
    """Where :func:`spelled` may begin."""
    return Starts({"": (*spelled_firsts(), "mười", "nửa", "không")})


@cache
def spelled() -> re.Pattern[str]:
    """The first word of a number in words, with enough behind it to be more than prose."""
    lex = words()
    scales = [w for w, kind in lex.kinds.items() if kind in {"scale", "group", "hundred", "tens", "point"}]
    digits = [*lex.digits]
    measures = [row["form"] for row in table("units") if len(row["form"]) > 1]
    ahead = [*scales, "phần trăm", "điểm phần trăm", "lăm", "mốt", "rưỡi", *measures, "đồng"]
    one = "|".join(spelled_firsts())
    return re.compile(
        rf"(?<!\w)(?:(?:{one}){GAP}(?={_prefixes(ahead)})"
        rf"|mười{GAP}(?={_prefixes([*ahead, *digits])})"
        rf"|nửa{GAP}(?={'|'.join(w for w, k in lex.kinds.items() if k == 'scale')})"
        rf"|không{GAP}phẩy{GAP})"
    )


@cache
def continuous() -> re.Pattern[str]:
    """A unit behind a number that may have decimals."""
    forms = {v for row in table("units") if row["continuous"] == "1" for v in tone_variants(row["form"])}
    ordered = sorted(forms, key=len, reverse=True)
    return re.compile(rf"{GAP}{{0,2}}(?:{'|'.join(map(re.escape, ordered))})(?![^\W_])")


LETTERS = lazy(r"[^\W\d_]+[²³23]?")
SCALED_AGAIN = lazy(rf"\s?\(({NUMBER}{GAP}[^()\d\n]{{2,20}})\)")
"""A repetition of a long number in a short form: ``3.000.000 (3 triệu)``."""
METRES = lazy(r"(m|kg|ha|km)([0-9]{1,2})(?![0-9²³]|[^\W_]|[.,/-][0-9])")
"""Tenths behind their unit: ``1m75``, ``2kg5``."""
LENGTHS = lazy(rf"(?:cao|dài|rộng|sâu|dày|ngập|ngang|đường kính|mực nước){GAP}(?:\w+{GAP})?\Z")
DIGITS_AGAIN = lazy(rf"\s?\(({NUMBER})\)")


@cache
def glued_words() -> frozenset[str]:
    """Units, counters, currencies and scale words that are written right behind digits."""
    forms = {row["form"] for row in table("units")} | {row["form"] for row in table("currencies")}
    forms |= {
        row["word"] for row in table("classifiers") if row["kind"] == "classifier" and len(row["word"]) > 2
    }
    return frozenset(forms | set(words().scales))


@cache
def unit_ahead() -> re.Pattern[str]:
    """A unit, currency or per cent behind a number in words."""
    forms = {row["form"] for row in table("units") if len(row["form"]) > 1}
    forms |= {row["form"] for row in table("currencies") if len(row["form"]) > 2}
    ordered = "|".join(map(re.escape, sorted({*forms, "phần trăm", "điểm phần trăm"}, key=len, reverse=True)))
    return re.compile(rf"{GAP}{{0,2}}(?:{ordered}|%)(?![^\W_])")


@cache
def firm_unit() -> re.Pattern[str]:
    """Units behind ``một`` or ``năm`` that make it a number rather than an article or a year."""
    vague = {"lượng", "khối", "cân", "ly", "độ"}  # words of prose too: một lượng lớn, mỗi năm lượng mưa
    forms = [row["form"] for row in table("units") if row["kind"] != "time" and len(row["form"]) > 1]
    forms = [form for form in forms if form not in vague]
    ordered = "|".join(map(re.escape, sorted({*forms, "phần trăm"}, key=len, reverse=True)))
    return re.compile(rf"{GAP}{{0,2}}(?:{ordered})(?![^\W_])")
