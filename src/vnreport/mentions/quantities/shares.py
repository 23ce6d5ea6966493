"""Counts whose noun their share in brackets tells, or the next deed: ``khiển trách`` *28 (45%)*."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from vnreport.mentions.numbers import NumberSpan
from vnreport.mentions.quantities.grammar import grammar
from vnreport.mentions.quantities.lone import is_deed
from vnreport.mentions.quantities.parts import like
from vnreport.patterns import lazy
from vnreport.report import QuantityMention
from vnreport.spans import Spans

_SHARE = lazy(
    r"[ \u00a0]?\((?:(?:chiếm|đạt|bằng|t[ỷỉ][ \u00a0](?:lệ|trọng)|tương[ \u00a0]ứng|khoảng|gần|hơn)"
    r"[ \u00a0])*"
    r"(?P<share>\d{1,3}(?:[.,]\d{1,2})?)[ \u00a0]?%[ \u00a0]?\)"
)
_BEFORE = lazy(r"(?:[^\W\d_]|[^\W\d_][ \u00a0]?:)[ \u00a0]\Z")
_FAR, _WHOLES, _NEXT = 1200, 8, 140
"""How far before a part its whole stands, how many counts are tried, how far apart items of a list are."""
_BORN, _UNTIL = 1900, 2100


def shared_out(
    text: str, folded: str, numbers: Sequence[NumberSpan], found: Sequence[QuantityMention], taken: Spans
) -> list[QuantityMention]:
    """Give the bare counts that have their share in brackets behind them.

    They count what a number before them does that they are this share of; items of a list that are no such
    part go with the one before, and with the last thing counted where none is.

    Args:
        text: the text.
        folded: the same in lower case.
        numbers: all its numbers, in text order.
        found: the quantities among them, in text order.
        taken: what the other finders have claimed.
    """
    items = _items(folded, numbers, found, taken)
    shared: list[QuantityMention] = []
    last: tuple[int, QuantityMention] | None = None
    at = 0
    for index, (number, share, end) in enumerate(items):
        while at < len(found) and found[at].start < number.start:
            at += 1
        near = [each for each in found[max(0, at - _WHOLES) : at] if number.start - each.end <= _FAR]
        whole = next((each for each in reversed(near) if _is_share(number.value, each.value, share)), None)
        if whole is None and last is not None and number.start - last[0] <= _NEXT:
            whole = last[1]
        if whole is None and index + 1 < len(items) and items[index + 1][0].start - end <= _NEXT:
            # The first of a list: of what there are most of, the last thing that was counted tells.
            things = (each for each in reversed(near) if each.unit.lower() not in grammar().units)
            whole = next(things, None)
        if whole is not None:
            shared.append(like(text, number, whole))
            last = (end, whole)
    return shared


def before_their_noun(
    text: str, folded: str, numbers: Sequence[NumberSpan], found: Sequence[QuantityMention], taken: Spans
) -> list[QuantityMention]:
    """Give the bare counts that share the noun of the next deed: ``kiểm tra`` *98*``, giám sát 46 tổ``."""
    starts = {each.start: each for each in found}
    given: list[QuantityMention] = []
    for number in numbers:
        if number.start in starts or number.label or number.spelled or number.value_max is not None:
            continue
        deed = _NEXT_DEED.match(folded, number.end)
        noun = starts.get(deed.end()) if deed else None
        if deed is None or noun is None or noun.unit.lower() in grammar().units or number.of is not None:
            continue
        before = _DEED.search(folded, max(0, number.start - 40), number.start)
        if taken.overlaps(number.start, number.end) or before is None:
            continue
        if is_deed(deed["words"]) and any(is_deed(words) for words in _tails(before["words"])):
            given.append(like(text, number, noun))
    return given


def _tails(words: str) -> list[str]:
    pieces = words.split()
    return [" ".join(pieces[-size:]) for size in range(1, len(pieces) + 1)]


_NEXT_DEED = lazy(r",[ \u00a0](?P<words>[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,3})[ \u00a0]")
_DEED = lazy(r"(?<![^\W_])(?P<words>[^\W\d_]+(?:[ \u00a0][^\W\d_]+){0,3})[ \u00a0]\Z")


def _items(
    folded: str, numbers: Sequence[NumberSpan], found: Sequence[QuantityMention], taken: Spans
) -> list[tuple[NumberSpan, str, int]]:
    """Give the bare numbers with a share behind them, that share, and where its bracket ends."""
    known = {each.start for each in found}
    items = []
    for number in numbers:
        if number.start in known or number.label == "strong" or number.spelled:
            continue
        if number.value_max is not None or number.of is not None or taken.overlaps(number.start, number.end):
            continue
        if number.value != number.value.to_integral_value() or _BORN <= number.value <= _UNTIL:
            continue
        share = _SHARE.match(folded, number.end)
        if share is not None and _BEFORE.search(folded, max(0, number.start - 4), number.start):
            items.append((number, share["share"], share.end()))
    return items


def _is_share(part: Decimal, whole: Decimal, share: str) -> bool:
    """Tell whether a number is a share of another, as far as the share was rounded."""
    if not 0 < part <= whole:
        return False
    digits = len(share.replace(".", ",").partition(",")[2])
    told = Decimal(share.replace(",", "."))
    return bool(abs(part * 100 / whole - told) <= Decimal("0.55") / 10**digits)
