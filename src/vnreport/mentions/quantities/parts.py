"""Numbers that no noun follows and that are a quantity all the same: parts of a whole, tenths behind a unit."""

from __future__ import annotations

import re
from decimal import Decimal

from vnreport.mentions.numbers import NumberSpan, tidy
from vnreport.mentions.numbers.patterns import LENGTHS, METRES
from vnreport.report import QuantityMention
from vnreport.spans import Spans

_REACH = 240
_CLOSES = re.compile(r"[ \u00a0]?(?:[,;.)\n(]|và[ \u00a0]|\Z)")


def parts_of_a_whole(
    text: str, folded: str, numbers: list[NumberSpan], found: list[QuantityMention], taken: Spans
) -> list[QuantityMention]:
    """Give the bare numbers that add up to the count before them: ``120 đơn: khiếu nại 86, tố cáo 34``.

    Args:
        text: the text.
        folded: the same in lower case.
        numbers: all its numbers, in text order.
        found: the quantities among them, in text order.
        taken: what the other finders have claimed.
    """
    parts: list[QuantityMention] = []
    at = 0
    whole: QuantityMention | None = None
    bare: list[NumberSpan] = []
    for number in numbers:
        while at < len(found) and found[at].start <= number.start:
            whole, bare, at = found[at], [], at + 1
        if whole is None or number.start < whole.end or whole.value_max is not None:
            continue
        if number.start - whole.end > _REACH or "\n" in text[whole.end : number.start]:
            whole = None
            continue
        if not _is_bare(folded, number) or taken.overlaps(number.start, number.end):
            continue
        bare.append(number)
        if len(bare) > 1 and sum(each.value for each in bare) == whole.value:
            parts += [_like(text, each, whole) for each in bare]
            whole = None
    return parts


def _is_bare(folded: str, number: NumberSpan) -> bool:
    """Tell whether a count has a word before it and none behind."""
    if number.label == "strong" or number.value_max is not None or number.of is not None:
        return False
    if number.value != number.value.to_integral_value() or not _CLOSES.match(folded, number.end):
        return False
    return folded[max(0, number.start - 2) : number.start - 1].isalpha()


def _like(text: str, number: NumberSpan, whole: QuantityMention) -> QuantityMention:
    return QuantityMention(
        text=text[number.start : number.end],
        start=number.start,
        end=number.end,
        value=tidy(number.value),
        unit=whole.unit,
        what=whole.what,
        modifier=number.modifier,
    )


def with_tenths(text: str, folded: str, number: NumberSpan) -> QuantityMention | None:
    """Read a number whose tenths stand behind the unit: ``1m75``, ``2kg5``; ``2m3`` behind ``cao`` or ``dài``."""
    match = METRES.match(folded, number.end)
    if match is None or not number.raw.isdigit():
        return None
    if match[0] in {"m2", "m3"} and not LENGTHS.search(folded[max(0, number.start - 24) : number.start]):
        return None
    return QuantityMention(
        text=text[number.start : match.end()],
        start=number.start,
        end=match.end(),
        value=tidy(number.value + Decimal(f"0.{match[2]}")),
        unit=match[1],
        what=match[1],
        modifier=number.modifier,
    )
