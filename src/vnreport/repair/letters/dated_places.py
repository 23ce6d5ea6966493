"""The place before the date of a document: in ``Bnh nh, ngy 18 thng`` nothing else tells ``Bình Định``.

What is left there is of the name of a province, or of a district or a town, and of a commune of the
document's home at most.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from vnreport.patterns import lazy
from vnreport.repair.letters.mended import Mended, replaced
from vnreport.repair.types import Replacement

_HEAD = lazy(r"(?m)^((?:[^\W\d_]{0,7} ){0,3}[^\W\d_]{0,7}),[ ]?ngày(?=[ \d.…]{1,8}tháng)")
_SURE = 0.9
_Remains = dict[str, frozenset[str]]


def with_dated_places(mended: Mended) -> list[Replacement]:
    """Replace what was restored before a date, where it is no place, by the one place that it may be."""
    if ", ngày" not in mended.text and ",ngày" not in mended.text:
        return mended.found
    dropped: set[int] = set()
    made: list[Replacement] = []
    for match in _HEAD.finditer(mended.text):
        start, end = match.span(1)
        inside = mended.changes(start, end)
        if (
            inside is None
            or (not inside and match[1].istitle() and match[1][0] != " ")
            or _is_place(match[1])
        ):
            continue
        name = _place(mended.seen(start, end, inside), mended.text)
        if name.count(" ") != match[1].count(" ") or not name:
            continue
        if fitting := mended.by_words(start, inside, match[1], name, _SURE):
            dropped.update(inside)
            made += fitting
    return replaced(mended.found, dropped, made)


def _is_place(name: str) -> bool:
    from vnreport.gazetteer import communes, districts, key, provinces

    folded = key(name)
    return name.istitle() and any(folded in units for units in (provinces(), districts(), communes()))


def _place(seen: str, text: str) -> str:
    """Give the one place that damage may have left this of: of provinces first, then of districts."""
    for same in (_of_provinces().get(seen), _of_districts().get(seen), _at_home(seen, text)):
        if same:
            return next(iter(same)) if len(same) == 1 else ""
    return ""


def _at_home(seen: str, text: str) -> frozenset[str]:
    """Give the communes of the document's district or province that this may be left of."""
    from vnreport.locality import locality
    from vnreport.repair.letters.known_places import communes_within

    home = locality(text)
    for unit in (home.district, home.province):
        if unit is not None and (same := communes_within(unit.code).get(seen)):
            return same
    return frozenset()


@cache
def _of_provinces() -> _Remains:
    from vnreport.gazetteer import provinces

    return remains(unit.name for same in provinces().values() for unit in same)


@cache
def _of_districts() -> _Remains:
    from vnreport.gazetteer import districts

    return remains(unit.name for same in districts().values() for unit in same)


def remains(names: Iterable[str]) -> _Remains:
    """Give what the kinds of loss leave of names, each with those that it may be left of."""
    from vnreport.repair.letters.damage import OF_NAMES, damage_table

    found: dict[str, set[str]] = {}
    for name in set(names):
        for kind in OF_NAMES:
            found.setdefault(name.translate(damage_table(kind)), set()).add(name)
    return {left: frozenset(same) for left, same in found.items()}
