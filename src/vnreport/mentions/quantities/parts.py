"""Numbers that no noun follows and that are a quantity all the same: parts of a whole, tenths."""

from __future__ import annotations

from decimal import Decimal

from vnreport.base_model import made
from vnreport.mentions.numbers import NumberSpan, tidy
from vnreport.mentions.numbers.patterns import LENGTHS, METRES
from vnreport.mentions.numbers.roles import role
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import QuantityMention
from vnreport.spans import Spans

_REACH = 240
_NAME = lazy(rf"[,; \u00a0]*(?:và )?[{UPPER}][^\d()\n,;]{{1,40}} ")
_ITEM = lazy(r"[ \u00a0]?[,;(]?[ \u00a0]?(?:trong đó[:,]?[ \u00a0])?(?:và )?[^\d,.;:()\n]{1,48}:?[ \u00a0]")
"""What stands between two numbers of a list: the name of the second one."""
_AMONG = lazy(r"[ \u00a0]?[,;(.]?[ \u00a0]?trong đó[:, \u00a0]")
_CLOSES = lazy(r"[ \u00a0]?(?:[,;.)\n(]|và[ \u00a0]|\Z)")


def parts_of_a_whole(
    text: str, folded: str, numbers: list[NumberSpan], found: list[QuantityMention], taken: Spans
) -> list[QuantityMention]:
    """Give the bare numbers that share out the count before them.

    They add up to it (``120 đơn: khiếu nại 86, tố cáo 34``), brackets behind it list them by name
    (``438 nhà tốc mái (Lào Cai 28, Lai Châu 375)``), the list ends with the noun again (``tốt 24 tổ, khá 6,
    yếu 2 tổ``), or ``trong đó`` sets one apart (``35 đảng viên, trong đó nữ 12``).

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
            if bare and whole is not None:
                parts += _parts(text, folded, whole, bare, found[at])
            whole, bare, at = found[at], [], at + 1
        if whole is None or number.start < whole.end or whole.value_max is not None:
            continue
        if number.start - whole.end > _REACH + 12 * len(bare) or "\n" in text[whole.end : number.start]:
            parts += _parts(text, folded, whole, bare, None) if bare else ()
            whole = None
            continue
        if _is_bare(folded, number) and not taken.overlaps(number.start, number.end):
            bare.append(number)
    return parts + (_parts(text, folded, whole, bare, None) if bare and whole is not None else [])


def _parts(
    text: str, folded: str, whole: QuantityMention, bare: list[NumberSpan], behind: QuantityMention | None
) -> list[QuantityMention]:
    """Give those bare numbers behind a count that are parts of it; ``behind`` is the next count."""
    size, total = 0, Decimal(0)
    for index, number in enumerate(bare, 1):
        total += number.value
        if index > 1 and (total == whole.value or _listed(text, bare[:index], whole)):
            size = index
            break
    if behind and not size and _ends_list(folded, whole, bare, behind):
        size = len(bare)
    return [_like(text, each, whole) for each in bare[: size or _is_named(folded, whole, bare)]]


def _ends_list(folded: str, whole: QuantityMention, bare: list[NumberSpan], behind: QuantityMention) -> bool:
    """Tell whether the next count says the noun for all (``tốt 24 tổ, khá 6, yếu 2 tổ``) or fills the sum."""
    if len(bare) > 1 and sum(each.value for each in bare) + behind.value == whole.value:
        return True
    if whole.unit != behind.unit:
        return False
    starts, ends = [*(each.start for each in bare), behind.start], [whole.end, *(each.end for each in bare)]
    return all(_ITEM.fullmatch(folded, *gap) for gap in zip(ends, starts, strict=True))


def _is_named(folded: str, whole: QuantityMention, bare: list[NumberSpan]) -> bool:
    """Tell whether ``trong đó`` sets one number apart by its name; several are the business of facts."""
    if len(bare) > 1 or bare[0].value > whole.value or not _AMONG.match(folded, whole.end):
        return False
    named = _ITEM.fullmatch(folded, whole.end, bare[0].start) is not None
    return named and folded[whole.end : bare[0].start].split()[-1] not in role("no_part")


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
