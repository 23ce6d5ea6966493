"""Set phrases of official writing, put right where the language model chose another word.

The motto has its capital, yields are in ``tạ/ha``, what follows a citation and opens its title is ``về``,
what is left of ``QĐ``, ``NĐ`` before a number is one of them.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.types import Replacement

if TYPE_CHECKING:
    from vnreport.repair.letters.mended import Mended

_MOTTO = lazy(r"(?<!\w)độc(?= lập ?[-–—] ?[Tt]ự do ?[-–—] ?[Hh]ạnh phúc)")
_COMMITTEE = lazy(r"(?<!\w)(?:ủy|uỷ)(?= ban (?:nhân dân|[Mm]ặt trận)(?!\w))")
_LEFT_OF_KIND = lazy(
    r"(?<=[Tt]heo )[QN](?= \d)|(?<![\w/.&-])[QN](?= (?:s[^\W\d_]?:? )?\d{1,5}[/-](?:\d{4}|[A-Z]))"
)
_CODE = lazy(r"\d{1,5}(?:/\d{4})? ?[/-] ?[A-ZĐ]{1,6}[A-ZĐa-z0-9/&.-]*")
_ANOTHER = lazy(r"[;:\n]|\. (?=[^\W\d_a-z])| v[àề] ")
_QUINTALS = lazy(r"(?<=\d )t[ỷỉ](?=/(?:ha|sào|công|mẫu)(?!\w))")
_REACH = 130
"""How far before its title a citation has its code, in characters: date and issuer stand between."""


def with_set_phrases(mended: Mended) -> list[Replacement]:
    """Put set phrases right among what was restored."""
    found = list(mended.found)
    instead: dict[int, str] = {}
    for match in _MOTTO.finditer(mended.text):
        instead |= _whole(mended, *match.span(), "Độc")
    for match in _QUINTALS.finditer(mended.text):
        instead |= _whole(mended, *match.span(), "tạ")
    for match in _about().finditer(mended.text):
        if _follows_citation(mended.text, match.start()):
            instead |= _whole(mended, *match.span(), "về")
    for match in _COMMITTEE.finditer(mended.text):
        for i, form in _whole(mended, *match.span(), match[0].capitalize()).items():
            if not mended.raw[found[i].start].isalpha():  # the sign in its place says nothing of its case
                instead[i] = form
    changed = [
        change._replace(replacement=instead.get(i, change.replacement)) for i, change in enumerate(found)
    ]
    changed = _with_kinds(mended.raw, changed)
    return changed if changed != found else mended.found


def _whole(mended: Mended, start: int, end: int, form: str) -> dict[int, str]:
    """Give the change that made this word, with what it should make; none where the word was there."""
    inside = mended.changes(start, end)
    if (
        inside is not None
        and len(inside) == 1
        and (mended.starts[inside[0]], mended.ends[inside[0]]) == (start, end)
    ):
        return {inside[0]: form}
    return {}


@cache
def _about() -> re.Pattern[str]:
    """Give the pattern of ``và`` before what opens the title of an instrument."""
    words = "|".join(sorted({"việc", *column("instrument_title_words", "word")}, key=len, reverse=True))
    return re.compile(rf"(?<= )và(?= (?:{words})(?!\w))")


def _follows_citation(text: str, at: int) -> bool:
    """Tell whether the code of an instrument stands before, only its date and its issuer between."""
    low = max(0, at - _REACH)
    codes = list(_CODE.finditer(text, low, at))
    return bool(codes) and _ANOTHER.search(text, codes[-1].end(), at) is None


def _with_kinds(raw: str, found: list[Replacement]) -> list[Replacement]:
    """Make ``QĐ``, ``NĐ`` of the capital left before a number, where no Đ is left in what was restored."""
    if not any("đ" in change.replacement.lower() for change in found) or "Đ" in raw:
        return found
    low, high = max(0, found[0].start - _REACH), found[-1].end + _REACH
    added = []
    for match in _LEFT_OF_KIND.finditer(raw, low, high):
        added.append(Replacement(*match.span(), match[0] + "Đ", "dropped", 0.9))
    if not added:
        return found
    places = {change.start for change in added}
    return sorted(
        [*(change for change in found if change.start not in places), *added], key=lambda c: c.start
    )
