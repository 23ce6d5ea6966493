"""Numbers that no noun follows and that are a quantity all the same: parts of a whole, tenths."""

from __future__ import annotations

from decimal import Decimal

from vnreport.base_model import made
from vnreport.mentions.numbers import NumberSpan, tidy
from vnreport.mentions.numbers.patterns import LENGTHS, METRES
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import QuantityMention
from vnreport.spans import Spans

_REACH = 240
_NAME = lazy(rf"[,; \u00a0]*(?:và )?[{UPPER}][^\d()\n,;]{{1,40}} ")
_CLOSES = lazy(r"[ \u00a0]?(?:[,;.)\n(]|và[ \u00a0]|\Z)")


def parts_of_a_whole(
    text: str, folded: str, numbers: list[NumberSpan], found: list[QuantityMention], taken: Spans
) -> list[QuantityMention]:
    """Give the bare numbers that share out the count before them.

    They add up to it (``120 đơn: khiếu nại 86, tố cáo 34``), or brackets behind it list them by name
    (``438 nhà tốc mái (Lào Cai 28, Lai Châu 375)``).

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
        if number.start - whole.end > _REACH + 12 * len(bare) or "\n" in text[whole.end : number.start]:
            whole = None
            continue
        if not _is_bare(folded, number) or taken.overlaps(number.start, number.end):
            continue
        bare.append(number)
        if len(bare) > 1 and (_adds_up(bare, whole) or _listed(text, bare, whole)):
            parts += [_like(text, each, whole) for each in bare]
            whole = None
    return parts


def _adds_up(bare: list[NumberSpan], whole: QuantityMention) -> bool:
    return sum(each.value for each in bare) == whole.value


def _listed(text: str, bare: list[NumberSpan], whole: QuantityMention) -> bool:
    """Tell whether bare numbers, each behind a name, are all that one pair of brackets holds."""
    if text[bare[-1].end : bare[-1].end + 1] != ")" or any(each.value > whole.value for each in bare):
        return False
    opens = text.find("(", whole.end, bare[0].start)
    if opens < 0 or text.find(")", opens, bare[-1].end) >= 0:
        return False
    starts = [opens + 1, *(each.end for each in bare)]
    return all(_NAME.fullmatch(text, start, each.start) for start, each in zip(starts, bare, strict=False))


def _is_bare(folded: str, number: NumberSpan) -> bool:
    """Tell whether a count has a word before it and none behind."""
    if number.label == "strong" or number.value_max is not None or number.of is not None:
        return False
    before = folded[number.start - 2 : number.start - 1]
    return (before.isalpha() or before == ":") and bool(_CLOSES.match(folded, number.end))


def _like(text: str, number: NumberSpan, whole: QuantityMention) -> QuantityMention:
    return made(QuantityMention)(
        text=text[number.start : number.end],
        start=number.start,
        end=number.end,
        value=tidy(number.value),
        unit=whole.unit,
        what=whole.what,
        modifier=number.modifier,
    )


def with_tenths(text: str, folded: str, number: NumberSpan) -> QuantityMention | None:
    """Read a number whose tenths stand behind the unit: ``1m75``, ``2kg5``; ``2m3`` behind ``cao``."""
    match = METRES.match(folded, number.end)
    if match is None or not number.raw.isdigit():
        return None
    if match[0] in {"m2", "m3"} and not LENGTHS.search(folded[max(0, number.start - 24) : number.start]):
        return None
    return made(QuantityMention)(
        text=text[number.start : match.end()],
        start=number.start,
        end=match.end(),
        value=tidy(number.value + Decimal(f"0.{match[2]}")),
        unit=match[1],
        what=match[1],
        modifier=number.modifier,
    )
