"""Two numbers that are one range (``10 - 15``), or the two ends of a change (``từ 12 lên 15``)."""

from __future__ import annotations

from vnreport.mentions.numbers.types import NumberSpan
from vnreport.patterns import lazy

_RANGE = lazy(
    r"\s{0,2}(?:[-–—−~÷]|đến|tới|cho đến|cho tới)(?:\s(?:dưới|gần|hơn|trên|khoảng|không quá|tối đa))?\s{0,2}"
)
_CHANGE = lazy(
    r"\s(?:lên|xuống|còn|thành|lên đến|lên tới|xuống còn|xuống đến|lên thành|lên mức|xuống mức|chỉ còn)"
    r"(?:\s(?:dưới|gần|hơn|trên|khoảng))?\s"
)
_LIST = lazy(r"\s?(?:,|;|-|–|và|đến|hoặc|hay)\s?")
_SHARED = lazy(r"\s(?:và|hay|hoặc)\s(?:gần\s|hơn\s|khoảng\s|trên\s)?")
"""Between two numbers that share the noun behind the second (``lần lượt 12 và 15 xã``)."""
_DASH = lazy(r"\s?[-–]\s?")
_TOLERANCE = lazy(r"\s?(?:±|\+/-|\+-)\s?")
"""Before how much a value may be off: ``18,5 ± 0,5 độ C``."""
_FARTHEST = 20
UNTIL = lazy(
    r"\s{0,2}(?:[-–—~÷]|đến|tới|cho đến|cho tới)(?:\s(?:dưới|gần|hơn|trên|khoảng|không quá))?\s{0,2}\Z"
)
"""What stands between the two ends of a range that each have a unit (``10 ha đến 15 ha``)."""

_UNIT_END = lazy(r"[0-9](?:%|đ|kg|km|ha|m[23²³]?|°C|cm|mm)\Z")


def joins_ends(text: str, dash: int) -> bool:
    """Tell whether a dash joins a number to one whose unit is glued to it (``5%-10%``, ``5ha-7ha``)."""
    return _UNIT_END.search(text, max(0, dash - 4), dash) is not None


def join(folded: str, numbers: list[NumberSpan]) -> list[NumberSpan]:
    """Merge the two ends of each range and mark the first of each pair.

    Args:
        folded: the text in lower case.
        numbers: the single numbers, in text order.
    """
    joined: list[NumberSpan] = []
    for number in numbers:
        last = joined[-1] if joined else None
        if last is None or number.start - last.end > _FARTHEST:
            joined.append(number)
            continue
        if number.of is not None:
            parts = _of_whole(folded, last, number)
            joined[len(joined) - (parts is not None) :] = [parts or number]
            continue
        between = folded[last.end : number.start]
        if between in {"/ ", " / "}:
            whole = last.label != "strong" and number.label != "strong" and last.of is None
            if whole and last.scale == number.scale == 1 and number.value and last.value_max is None:
                joined[-1] = last._replace(end=number.end, of=number.value)
            continue
        if last.label == "strong" and not last.spelled and _LIST.fullmatch(between):
            if number.label != "strong" and number.value <= 31:
                number = number._replace(label="weak", label_word=last.label_word)
            joined.append(number)
        elif last.of is None and (
            (last.from_ and _CHANGE.fullmatch(between))
            or (last.label == "" and not last.spelled and _SHARED.fullmatch(between))
        ):
            joined[-1] = _same_scale(last, number)._replace(paired=True)
            joined.append(number)
        elif _TOLERANCE.fullmatch(between) and last.label != "strong" and last.value_max is None:
            joined[-1] = last._replace(end=number.end)
        elif _RANGE.fullmatch(between) and (merged := _merge(last, number)) is not None:
            joined[-1] = merged
        else:
            joined.append(number)
    return joined


def _of_whole(folded: str, low: NumberSpan, high: NumberSpan) -> NumberSpan | None:
    """Give the range of parts of one whole: ``đạt`` *14-16/19* ``tiêu chí``."""
    if high.of is None or not _DASH.fullmatch(folded, low.end, high.start) or not high.value < high.of:
        return None
    merged = _merge(low, high._replace(of=None))
    return merged._replace(of=high.of) if merged is not None and merged.scale == 1 else None


def _same_scale(low: NumberSpan, high: NumberSpan) -> NumberSpan:
    """Give the first number the scale that is said only once (``từ 15 lên 20 triệu``)."""
    if low.scale != 1 or high.scale == 1:
        return low
    return low._replace(value=low.value * high.scale, scale=high.scale)


def _merge(low: NumberSpan, high: NumberSpan) -> NumberSpan | None:
    if low.value_max is not None or high.value_max is not None or low.of is not None or low.label == "strong":
        return None
    if high.value < 0 or (low.label_word == "năm" and high.label_word == "năm"):
        return None
    scaled = _same_scale(low, high)
    if scaled.value >= high.value:
        if low.value >= high.value:
            return None
        scaled = low
    return scaled._replace(
        end=high.end,
        value_max=high.value,
        scale=high.scale,
        modifier=low.modifier if low.modifier != "exact" else high.modifier if _soft(high) else "exact",
        label=low.label or high.label,
        raw=low.raw,
        spelled=low.spelled and high.spelled,
    )


def _soft(high: NumberSpan) -> bool:
    """Tell whether the modifier of the upper end speaks of the whole range."""
    return high.modifier in {"approx", "estimated"}
