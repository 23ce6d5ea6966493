"""Find sums of money."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from vnreport.base_model import made
from vnreport.lexicon import table
from vnreport.mentions.numbers import NumberSpan, look_after, tidy
from vnreport.mentions.numbers.bracketed import bracketed
from vnreport.mentions.numbers.ranges import UNTIL
from vnreport.mentions.numbers.roles import GAP, any_of, role
from vnreport.mentions.numbers.types import EXACT
from vnreport.mentions.numbers.words import words
from vnreport.mentions.rates import PER, rate, without_per
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import MoneyMention
from vnreport.text import fold

_REACH = 80
_BILLION = 1_000_000_000
_MUCH = 10_000
"""So many and more are no ``đồng chí`` or ``đồng tiền`` but a sum (``186.450.000 đồng tiền thu sai``)."""
_FOLLOWING = lazy(rf"(?:{GAP}[^\W\d_]+){{1,3}}")
_COUNTS_PEOPLE = lazy(r"(?<!\w)(?:dân số|người|lượt|cổ phiếu|cổ phần|trái đất|thế giới|hạt|tế bào)(?!\w)")
_FARTHEST = 24
_THOUSAND = frozenset(("1.000", "1000", "1.000.000", "1000000", "1,000", "1"))
_STATED = lazy(r"(?<!\w)(?:đvt|đv[ \u00a0]tính|đơn[ \u00a0]vị(?:[ \u00a0]tính)?)[ \u00a0]*:?[ \u00a0]*\Z")
"""What says in which unit the numbers of a table are."""
_GRAINS = lazy(rf"{GAP}(?:nổ|mìn|điện|trực|thợ|xe|lái|tàu|mổ)(?!\w)")
"""What a ``kíp`` is of that is no money of Laos: ``1.350 kíp nổ``."""
_SURNAME = lazy(rf"\s(?:[{UPPER}]\w+[ \u00a0]){{1,3}}")
_KILO = 10_000
"""A ``K`` in capitals behind fewer than ten is the name of a rule (``quy tắc 5K``)."""
_GOLD = lazy(r"(?<!\w)(?:vàng|tuổi|bạc)[ \u00a0]\Z")
"""What stands before the purity of gold."""
_TENTHS = lazy(r"[0-9]tr[0-9]{1,3}\Z")


@cache
def _said_again() -> re.Pattern[str]:
    """The same sum in words and brackets, the currency only there."""
    first = any_of([*words().digits, "mười"])
    return re.compile(
        rf"{GAP}?\((?:{GAP}?(?:(?:viết|ghi){GAP})?bằng{GAP}chữ{GAP}?(?:là)?{GAP}?:?{GAP}?)?{first}{GAP}"
        rf"[^()\d\n]{{0,160}}?(?:nghìn|ngàn|triệu|tỷ|tỉ){GAP}(?:[^()\d\n]{{1,60}}{GAP})?đồng(?!\w)"
        rf"[^()\d\n]{{0,16}}\)"
    )


@cache
def _price() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(role('price'))}(?!\w)(?!{GAP}{any_of(role('no_price'))}(?!\w))")


@cache
def _free() -> re.Pattern[str]:
    """What costs nothing, before the sum that it is called by: ``phiên chợ`` *0 đồng*."""
    return re.compile(rf"(?<!\w){any_of(role('free_of_charge'))}[\s“\"]+\Z")


@cache
def _price_end() -> re.Pattern[str]:
    """What may stand behind a price without currency: the end of the clause, or no noun."""
    return re.compile(
        rf"{GAP}{{0,2}}(?:[,;:()\]!?…\n”\"/]|\.(?!\w)|[-–]{GAP}|\Z)|{GAP}{{1,2}}{any_of(role('price_end'))}(?!\w)"
    )


@cache
def _price_noun() -> re.Pattern[str]:
    return re.compile(rf"{GAP}{{1,2}}{any_of(role('price_noun'))}(?!\w)")


@cache
def _no_dong() -> re.Pattern[str]:
    nouns, words = any_of(role("dong_noun")), any_of(role("dong_word"))
    return re.compile(rf"{GAP}{{1,2}}đồng{GAP}{{1,2}}(?:(?P<noun>{nouns})|{words})(?!\w)")


@cache
def _currencies() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str]]:
    """Patterns for a currency behind and before a number, and the code of each form."""
    codes = {row["form"]: row["code"] for row in table("currencies")}
    before = [row["form"] for row in table("currencies") if row["side"] == "both"]
    return (
        re.compile(
            rf"(?:(?:(?<=tr)|(?<=tỷ)|(?<=tỉ))\.)?{GAP}{{0,2}}(?:\({GAP}?)?(?P<currency>{any_of([*codes])})(?!\w|/c(?!\w))"
        ),
        re.compile(rf"(?<!\w)(?P<currency>{any_of(before)}){GAP}?\Z"),
        codes,
    )


def find(text: str, numbers: list[NumberSpan]) -> list[MoneyMention]:
    """Find sums of money among the numbers of a text.

    Args:
        text: the repaired text.
        numbers: what :func:`vnreport.mentions.numbers.find` gave for it.

    Returns:
        The mentions in text order; the span holds number, scale and currency, ``per`` what follows it
        (``đồng/kg``). A price without a currency but with a scale (``phạt 5 triệu``) is VND.
    """
    folded = fold(text)
    found: list[MoneyMention] = []
    first_end: NumberSpan | None = None
    for number in numbers:
        mention = _read(text, folded, number, found[-1].end if found else None)
        if mention is None:
            part = number if number.scale > 1 and folded.startswith("/", number.end) else None
            first_end = number if number.paired else part
            continue
        if first_end is not None and not first_end.paired and number.start - first_end.end > 1:
            first_end = None  # 220 triệu/254 triệu đồng
        if first_end is not None and number.start - first_end.end < _FARTHEST:
            found.append(_like(text, first_end, mention))
        first_end = number if number.paired else None
        if found and _continues(folded, found[-1], mention):
            last = found[-1]
            last.end, last.value_max = mention.end, mention.value
            last.text, last.per = text[last.start : last.end], mention.per
            if mention.modifier in {"at_least", "at_most"}:
                last.modifier = mention.modifier
            continue
        found.append(mention)
    return found


def _like(text: str, number: NumberSpan, mention: MoneyMention) -> MoneyMention:
    return made(MoneyMention)(
        text=text[number.start : number.end],
        start=number.start,
        end=number.end,
        value=tidy(number.value),
        currency=mention.currency,
        modifier=number.modifier,
        per=mention.per,
    )


def _continues(folded: str, last: MoneyMention, mention: MoneyMention) -> bool:
    gap = mention.start - last.end
    return (
        0 < gap < 40
        and last.value_max is None
        and mention.value_max is None
        and last.currency == mention.currency
        and last.value < mention.value
        and bool(UNTIL.match(without_per(folded[last.end : mention.start])))
    )


def _read(text: str, folded: str, number: NumberSpan, last: int | None) -> MoneyMention | None:
    start, end = number.start, number.end
    if number.scale == 1 and number.raw in _THOUSAND and _STATED.search(folded, max(0, start - 24), start):
        return None  # ĐVT: 1.000 đồng
    behind, before, codes = _currencies()
    match = behind.match(folded, end)
    code = None
    if match is not None and _is_currency(text, folded, number, match):
        code = codes[" ".join(match["currency"].split())]
        end = match.end()
        if "(" in match[0]:
            end += folded[end : end + 1] == ")"
    if code is None and start and (folded[start - 1] in "$€£¥₫ \u00a0" or folded[start - 1].isalpha()):
        lead = before.search(folded, max(0, start - 6), start)
        if lead is not None and (number.scale > 1 or number.label != "strong"):
            code, start = codes[lead["currency"]], lead.start()
    if code is None and (aside := bracketed(folded, number)) and aside.unit in codes and number.of is None:
        number, code, end = _times(number, aside.scale), codes[aside.unit], aside.end
    if code is None and number.raw and number.scale == 1 and _said_in_words(folded, number):
        code = "VND"
    if code is not None and number.value == 0 and _free().search(folded, max(0, start - 24), start):
        return None
    if code is None:
        if not _is_price(text, folded, number) and not _goes_on(folded, number, last):
            return None
        code = "VND"
    per, behind_rate = rate(text, folded, end)
    return made(MoneyMention)(
        text=text[start:end],
        start=start,
        end=end,
        value=tidy(number.value),
        value_max=None if number.value_max is None else tidy(number.value_max),
        currency=code,
        modifier=look_after(folded, behind_rate, number.modifier),
        per=per,
    )


def _said_in_words(folded: str, number: NumberSpan) -> bool:
    """Tell whether a sum without currency is said again with it: ``12.000.000 (mười hai triệu đồng)``."""
    if number.value < _KILO or number.of is not None:
        return False
    digits = number.start + len(number.raw)
    return _said_again().match(folded, digits) is not None


def _times(number: NumberSpan, scale: int) -> NumberSpan:
    """Multiply a number by the scale of its unit: ``12.345 (triệu đồng)``."""
    most = None if number.value_max is None else EXACT.multiply(number.value_max, Decimal(scale))
    return number._replace(value=EXACT.multiply(number.value, Decimal(scale)), value_max=most)


def _is_currency(text: str, folded: str, number: NumberSpan, match: re.Match[str]) -> bool:
    form = match["currency"]
    if "(" in match[0] and form != "vnđ" and not form.isascii():
        return False
    if form == "kíp" and _GRAINS.match(folded, match.end()):
        return False
    if form == "đồng":
        if number.scale == 1 and "\t" in match[0] and _SURNAME.match(text, match.end() - len("đồng") - 1):
            return False  # "1 | Đồng Xuân Tính": a row and the name in it
        if (
            number.scale == 1
            and number.spelled
            and text[number.start].isupper()
            and _NAMED.match(text, match.end() - 4)
        ):
            return False  # "bệnh viện Cu Ba Đồng Hới"
        hit = _no_dong().match(folded, number.end)
        if hit is not None:
            return (number.scale > 1 or number.value >= _MUCH) and not hit["noun"]
        if (
            number.scale == 1
            and number.value < 100
            and "bạc" in folded[max(0, number.start - 12) : number.start]
        ):
            return False  # (4 vàng, 5 bạc, 6 đồng)
        return number.label != "strong" or number.scale > 1
    if form == "đ":
        if folded.startswith("/c", match.end()) and not folded[match.end() + 2 : match.end() + 3].isalnum():
            return False  # 79 đ/c
        return number.value >= 100 or PER.match(folded, match.end()) is not None
    if form in role("currency_lower"):
        proper = text[match.start("currency")].isupper()
        if proper and text[match.end() : match.end() + 2].strip()[:1].isupper():
            return False
        priced = folded.endswith("giá ", 0, number.start)
        return number.scale > _MUCH if proper else number.scale > 1 or number.value >= 100 or priced
    return True


_NAMED = lazy(rf"Đồng[ \u00a0][{UPPER}](?=[^\W\d_]*[a-zà-ỹđ])")
"""A currency that is the first word of a name: ``Ba`` *Đồng Hới*."""


def _is_price(text: str, folded: str, number: NumberSpan) -> bool:
    """Tell whether a number with a scale and no currency is a price or a fine."""
    if number.scale < 1000 or number.label == "strong":
        return False
    if _price_noun().match(folded, number.end):
        return True
    glued = (
        text[number.end - 1 : number.end].isalpha()
        and number.raw
        and folded[number.end - 2 : number.end] == "tr"
    )
    if text[number.end - 1 : number.end] == "K" and number.value < _KILO:
        return False  # quy tắc 5K
    kilo = folded[number.end - 1 : number.end] == "k"
    if kilo and _GOLD.search(folded, max(0, number.start - 8), number.start):
        return False  # vàng 24K
    glued = glued or _TENTHS.search(folded, number.start, number.end) is not None
    closes = _price_end().match(folded, number.end) is not None
    bare = number.scale >= 1_000_000 and not number.paired
    if not closes and not (bare and _no_noun_follows(folded, number.end)):
        return False
    if glued or (folded[number.end - 1 : number.end] == "k" and number.raw):
        return True
    begin = max(0, number.start - _REACH)
    clause = folded[begin : number.start]
    cut = max(clause.rfind("."), clause.rfind(";"), clause.rfind("\n"))
    clause = clause[cut + 1 :]
    if number.scale >= _BILLION and not number.paired and not _COUNTS_PEOPLE.search(clause):
        return True
    return bool(_price().search(clause))


def _goes_on(folded: str, number: NumberSpan, last: int | None) -> bool:
    """Tell whether a bare number of millions goes on with a sum: ``hỗ trợ 410 triệu, góp`` *432 triệu*.

    A count of millions between them, or a noun behind it, makes it another count.
    """
    if last is None or number.scale < 1_000_000 or not 0 < number.start - last <= _REACH:
        return False
    between = folded[last : number.start]
    if between == "/":
        return True  # 45,6 tỷ/30 tỷ khởi điểm
    if "\n" in between or ". " in between or "triệu " in between or _COUNTS_PEOPLE.search(between):
        return False
    adds = folded[number.end : number.end + 3].lstrip()[:1] == "+"
    return adds or _price_end().match(folded, number.end) is not None


def _no_noun_follows(folded: str, end: int) -> bool:
    """Tell whether no counted phrase begins at ``end``: ``vay 50 triệu | nuôi bò``."""
    match = _FOLLOWING.match(folded, end)
    words = match[0].split() if match else []
    for size in range(len(words), 0, -1):
        phrase = " ".join(words[:size])
        if phrase in _countable():
            return False
        if phrase in _stops():
            return True
    return False


@cache
def _stops() -> frozenset[str]:
    """The words that open no counted phrase."""
    return _verbs() | {row["phrase"] for row in table("noun_phrase_stops") if row["effect"] != "keep"}


@cache
def _countable() -> frozenset[str]:
    words = {row["word"] for row in table("classifiers")} | {row["form"] for row in table("units")}
    kept = {row["phrase"] for row in table("noun_phrase_stops") if row["effect"] == "keep"}
    return frozenset(words | (kept - _verbs()))


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in table("action_verbs") if not row["kind"])
