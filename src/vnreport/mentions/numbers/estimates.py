"""Estimates that a time stands in: ``ước thực hiện quý I/2023 là 257 tỷ``, ``Ước đến 31/12, dư nợ đạt …``."""

from __future__ import annotations

from functools import cache

from vnreport.mentions.numbers.roles import role
from vnreport.patterns import lazy

_REACH = 170
"""How many characters before a number the word for the estimate may stand."""
_DAY = r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?"
_PART = r"(?:tháng|quý|năm|vụ|niên vụ|năm học)\s(?:[\divx]{1,4}(?:[/.-]\d{2,4}){0,2}|nay)"
_TIME = (
    rf"(?:{_DAY}|{_PART}|\d{{1,2}}\s(?:tháng|năm)(?:\s(?:đầu|cuối))?(?:\snăm)?(?:\s(?:\d{{4}}|nay))?|cả\snăm|cuối\snăm)"
    rf"(?:\s(?:của\s)?năm\s(?:\d{{4}}|nay)|\s\d{{4}})?"
)
_FRAME = lazy(
    r"(?<!\w)(?P<word>ước|dự\skiến|dự\sước)(?:\s(?:tính|thực\shiện|đến|tới|hết|cả|trong|vào|cuối|toàn|ngày)){0,4}"
    rf"\s{_TIME}(?:\s?[,:]\s?|\s)(?P<told>[^;:.!?()\d\n]{{0,110}})$"
)


@cache
def _verbs() -> frozenset[str]:
    return role("estimate_verb")


def framed(folded: str, start: int) -> bool:
    """Tell whether the first number behind a time is estimated with it.

    Args:
        folded: the text in lower case.
        start: where the number begins.
    """
    piece = folded[max(0, start - _REACH) : start]
    if "ước" not in piece and "dự kiến" not in piece:
        return False
    found = _FRAME.search(piece)
    if found is None:
        return False
    before = piece[: found.start()].split()[-1:]
    if before and before[0] in role("no_estimate"):
        return False
    told = found["told"].split()
    return bool(told) and (told[-1] in _verbs() or told[-1] in {"còn", "lên"})
