"""Names behind a number: the house in a street, and people whose names end a counted phrase."""

from __future__ import annotations

from vnreport.mentions.numbers import NumberSpan
from vnreport.mentions.numbers.roles import role
from vnreport.names import UPPER, fold_syllable, surnames
from vnreport.patterns import lazy

_ADDRESSED = lazy(
    r"(?<!\w)(?:số(?:[ \u00a0]nhà)?|nhà|địa chỉ|trú|ngụ|trụ sở|(?:trú|ngụ|ở|đóng)[ \u00a0]tại)[ \u00a0:]+"
    r"(?:[0-9]+[a-zđ]?(?:/[0-9]+)*(?:[ \u00a0]?(?:,|-|–|và)[ \u00a0]?)+){0,6}\Z"
)
"""What stands before the number of a house: ``số 12, 19 và`` *24 đường Hùng Vương*."""
_NAME = lazy(rf"[ \u00a0][{UPPER}][^\W\d_]")
_PERSON = lazy(
    rf"[ \u00a0](?P<first>[{UPPER}][^\W\d_]+)(?:[ \u00a0][{UPPER}][^\W\d_]+){{2,3}}(?![ \u00a0][{UPPER}])"
)


def is_house(text: str, folded: str, number: NumberSpan, unit: str, unit_end: int) -> bool:
    """Tell whether a number with a street behind it is that of a house: ``trú 10/27 đường Hùng Vương``."""
    if unit not in role("street") or _NAME.match(text, unit_end) is None:
        return False
    return (
        number.of is not None
        or _ADDRESSED.search(folded, max(0, number.start - 60), number.start) is not None
    )


def without_person(text: str, unit: str, unit_end: int, end: int) -> int:
    """Give where a counted phrase ends that goes on with the name of the first of those counted.

    ``2 bị can | Lê Văn Hải (27 tuổi) và Trần Minh (22 tuổi)``
    """
    if unit not in role("called"):
        return end
    match = _PERSON.match(text, unit_end)
    if match is None or fold_syllable(match["first"]) not in surnames():
        return end
    return unit_end
