"""Find percentages and percentage points."""

from __future__ import annotations

import re
from functools import cache

from vnreport.base_model import made
from vnreport.mentions.numbers import NumberSpan, look_after, tidy
from vnreport.mentions.numbers.bracketed import bracketed
from vnreport.mentions.numbers.ranges import UNTIL
from vnreport.mentions.numbers.roles import GAP, any_of, role
from vnreport.report import Modifier, PercentMention
from vnreport.text import fold


@cache
def _sign() -> re.Pattern[str]:
    space = "[ \u00a0\n]{1,2}"
    return re.compile(
        rf"{GAP}{{0,2}}(?:(?P<points>điểm(?:{space}(?:phần{space}trăm|%)|%))"
        rf"|%|phần{space}trăm(?!\w))"
        rf"(?P<late>{GAP}điểm(?!{GAP}{any_of(role('point_noun'))})(?!\w))?"
    )


def find(text: str, numbers: list[NumberSpan]) -> list[PercentMention]:
    """Find percentages among the numbers of a text.

    Args:
        text: the repaired text.
        numbers: what :func:`vnreport.mentions.numbers.find` gave for it.

    Returns:
        The mentions in text order. ``10% đến 15%`` is one with a ``value_max``.
    """
    folded = fold(text)
    sign = _sign()
    found: list[PercentMention] = []
    waiting: NumberSpan | None = None
    for number in numbers:
        if number.paired:
            waiting = number
        match = sign.match(folded, number.end)
        if match is None and (aside := bracketed(folded, number)) and aside.unit == "%":
            found.append(_aside(text, number, aside.end))
            waiting = None
            continue
        if match is None:
            waiting = number if number.paired else None
            continue
        if waiting is not None and waiting is not number:
            found.append(_mention(text, waiting, waiting.end, match, folded))
        mention = _mention(text, number, match.end(), match, folded)
        waiting = None
        last = found[-1] if found else None
        if (
            last is not None
            and 0 < number.start - last.end < 16
            and last.value_max is None
            and mention.value_max is None
            and last.points == mention.points
            and last.value < mention.value
            and UNTIL.match(folded[last.end : number.start])
        ):
            last.end, last.value_max, last.text = mention.end, mention.value, text[last.start : mention.end]
            continue
        found.append(mention)
    return found


def _aside(text: str, number: NumberSpan, end: int) -> PercentMention:
    """Give the mention of a number whose sign stands in brackets: ``12,5 (%)``, ``Tỷ lệ (%): 12,5``."""
    return _made(text, number, end, number.modifier, points=False)


def _modifier(folded: str, number: NumberSpan) -> Modifier:
    """Give the modifier; ``vượt 5% kế hoạch`` says by how much, not that it is more than five."""
    exceeded = number.modifier == "over" and folded[max(0, number.start - 5) : number.start].strip() == "vượt"
    return "exact" if exceeded else number.modifier


def _mention(text: str, number: NumberSpan, end: int, match: re.Match[str], folded: str) -> PercentMention:
    modifier = look_after(folded, end, _modifier(folded, number))
    return _made(text, number, end, modifier, points=bool(match["points"] or match["late"]))


def _made(text: str, number: NumberSpan, end: int, modifier: Modifier, *, points: bool) -> PercentMention:
    return made(PercentMention)(
        text=text[number.start : end],
        start=number.start,
        end=end,
        value=tidy(number.value),
        value_max=None if number.value_max is None else tidy(number.value_max),
        modifier=modifier,
        points=points,
    )
