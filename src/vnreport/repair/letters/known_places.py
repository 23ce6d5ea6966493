"""Administrative units of a document's home: of the units that damage makes alike it means its own.

``xã Ph? L?c`` is ``xã Phú Lộc`` to the language model, for there are many; in a report from Tuy Phong it is
the only commune of that district that it can be, ``xã Phú Lạc``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.repair.letters.mended import Mended, replaced
from vnreport.repair.types import Replacement

_WORD = rf"[{UPPER}][^\W\d_]{{0,6}}"
_NAME = rf"{_WORD}(?: {_WORD}){{1,3}}(?![\w’'\-])"
_PLACE = lazy(
    rf"(?<!\w)(xã|phường|thị trấn|huyện|quận|thị xã|thành phố"
    rf"|XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ):? ({_NAME})"
)
_NEXT = lazy(rf"(?:, | và )({_NAME})(?! [{UPPER}])")
"""A further name of a list: ``các xã Mường Lống, Huồi Tụ``."""
_WIDER = lazy(rf" ?,? ?\(?(?:huyện|quận|thị xã|thành phố|tỉnh|TP\.?) ?({_NAME})")
"""The unit that the one before it is in."""
_OF_PROVINCES = ("huyện", "quận", "thị xã", "thành phố")
_SURE = 0.9


class _Names(NamedTuple):
    """The units within one unit: their folded names, and which names each remains may be of."""

    folded: frozenset[str]
    remains: dict[str, frozenset[str]]


def with_known_places(mended: Mended) -> list[Replacement]:
    """Replace restored names of units that the document's home lacks by the one it has."""
    found = mended.found
    if _PLACE.search(mended.text) is None:
        return found
    dropped: set[int] = set()
    made: list[Replacement] = []
    for start, end, word, scopes in _places(mended.text):
        inside = mended.changes(start, end)
        if inside is None or dropped & set(inside):
            continue
        shown = mended.text[start:end]
        name = _own(shown, mended.seen(start, end, inside), word, scopes)
        if not name or not (inside or _is_debris(shown, name)):
            continue
        if fitting := mended.by_words(start, inside, shown, name, _SURE):
            dropped.update(inside)
            made += fitting
    return replaced(found, dropped, made)


def _places(text: str) -> Iterator[tuple[int, int, str, list[str]]]:
    """Give the names of units behind their level word, and in lists, each with the units it may be in."""
    from vnreport.locality import locality

    home = locality(text)
    usual = [unit.code for unit in (home.district, home.province) if unit is not None]
    for match in _PLACE.finditer(text):
        word, group = match[1].lower(), 2
        name: re.Match[str] | None = match
        while name is not None:
            start, end = name.span(group)
            wider = _WIDER.match(text, end)
            yield start, end, word, _codes(wider[1]) if wider else usual
            name, group = (None if wider else _NEXT.match(text, end)), 1


@lru_cache(maxsize=256)
def _codes(name: str) -> list[str]:
    """Give the codes of the districts and provinces of a name."""
    from vnreport.gazetteer import districts, key, provinces

    folded = key(name)
    return [u.code for u in (*districts().get(folded, ()), *provinces().get(folded, ()))]


def _is_debris(shown: str, name: str) -> bool:
    """Tell whether a name where nothing was restored lost letters: no unit has it, nor is it a spelling."""
    from vnreport.gazetteer import communes, districts, key
    from vnreport.repair.letters.damage import strip_marks

    folded = key(shown)
    return shown != strip_marks(name) and folded not in communes() and folded not in districts()


def _own(name: str, seen: str, word: str, scopes: Iterable[str]) -> str:
    """Give the one unit of the narrowest scope that ``seen`` may be of, where ``name`` is none of it."""
    from vnreport.gazetteer import key

    for scope in scopes:
        names = _within(scope, word in _OF_PROVINCES)
        if key(name) in names.folded:
            return ""
        same = names.remains.get(seen, frozenset())
        if len(same) == 1:
            (own,) = same
            return own if own.count(" ") == name.count(" ") else ""
    return ""


@lru_cache(maxsize=64)
def _within(scope: str, of_provinces: bool) -> _Names:
    """Give the districts of a province, or the communes of a district or a province."""
    from vnreport.gazetteer import key
    from vnreport.repair.letters.damage import OF_NAMES, damage_table

    names = _by_scope(of_provinces).get(scope, ())
    remains: dict[str, set[str]] = {}
    for kind in OF_NAMES:
        table = damage_table(kind)
        for name in (*names, *(name.upper() for name in names)):
            remains.setdefault(name.translate(table), set()).add(name)
    return _Names(frozenset(map(key, names)), {left: frozenset(same) for left, same in remains.items()})


def communes_within(scope: str) -> dict[str, frozenset[str]]:
    """Give what damage leaves of the communes of a district or a province, with those that it may be of."""
    return _within(scope, of_provinces=False).remains


@cache
def _by_scope(of_provinces: bool) -> dict[str, set[str]]:
    from vnreport.gazetteer import communes, districts, province_of

    found: dict[str, set[str]] = {}
    for same in (districts() if of_provinces else communes()).values():
        for unit in same:
            for scope in {unit.parent, province_of(unit)}:
                found.setdefault(scope, set()).add(unit.name)
    return found
