"""Units named without their level word: once the text has named them, and those that it is at home with.

``xã Phú Lộc`` may stand bare further on (``tại Phú Lộc``); a report of a province need not say that what
it speaks of are its districts, one of a district that they are its communes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick

from vnreport.gazetteer import PlaceSpan, Unit, communes, districts, key, provinces
from vnreport.locality import Locality
from vnreport.mentions.places.triggers import in_a_name, openers
from vnreport.names import UPPER, scannable
from vnreport.patterns import lazy
from vnreport.spans import Spans
from vnreport.text import matches

_FULL = lazy(rf"[{UPPER}][\w’']*(?:[ \xa0-][{UPPER}][\w’']*){{1,3}}")
"""Two syllables and more: one alone is too often another word."""
_BEFORE = lazy(r"(?<!\w)([^\W\d_]+)[ \xa0]?\Z")
_BEHIND = lazy(rf"[ \xa0-]{{1,2}}[{UPPER}]")
_REACH = 12
_RUN = rf"[{UPPER}][\w’']*(?:[ \xa0-][{UPPER}][\w’']*){{1,2}}"
_JOINT_BEFORE = lazy(rf"(?<![\w’'/-])(?<![{UPPER}] )({_RUN})(?:,|[ \xa0]và|[ \xa0][-–])[ \xa0]\Z")
_JOINT_BEHIND = lazy(
    rf"(?:[ \xa0]\([^()\n]{{1,30}}\))?(?:,|[ \xa0]và|[ \xa0][-–]|;)[ \xa0]({_RUN})"
    rf"(?![\w/])(?![ \xa0-]{{1,3}}[{UPPER}])"
)
_COMMA_NAME = lazy(rf",[ \xa0]({_RUN})(?![\w/])(?![ \xa0-]{{1,3}}[{UPPER}])")
_REACH_BESIDE, _MOST_BESIDE = 40, 40
_MOST = 400


def named_again(text: str, places: Iterable[PlaceSpan], closed: Spans) -> Iterator[PlaceSpan]:
    """Find the bare names of units that the text names with their level word elsewhere.

    Args:
        text: the repaired text.
        places: the places found so far.
        closed: spans in which a place is no mention of its own, those of the places included.
    """
    known: dict[str, tuple[Unit, ...]] = {}
    for place in places:
        if place.word and place.candidates and _FULL.fullmatch(place.name):
            known.setdefault(place.name, place.candidates)
    return _bare(text, _names(known), closed) if 0 < len(known) <= _MOST else iter(())


def home_units(text: str, home: Locality, closed: Spans) -> Iterator[PlaceSpan]:
    """Find the bare names of the units that a text is at home with.

    The districts of its province and the communes of its district; since July 2025, those of its province.
    """
    province = home.province.code if home.province else ""
    district = home.district.code if home.district else ""
    names = _units_of(province, province if home.new_map else district, home.new_map)
    return _bare(text, names, closed) if names.units else iter(())


class _Names(NamedTuple):
    """Names of units, and what finds them in a text."""

    units: dict[str, tuple[Unit, ...]]
    matcher: AhoCorasick


def _names(units: dict[str, tuple[Unit, ...]]) -> _Names:
    # An automaton: a pattern of names takes a hundred times as long to make, and every text has its own.
    return _Names(units, AhoCorasick(list(units)))


@lru_cache(maxsize=64)
def _units_of(province: str, parent: str, new_map: bool) -> _Names:
    """Give the districts of a province and the communes of a parent by name, with their matcher."""
    known: dict[str, tuple[Unit, ...]] = {}
    for inside in _communes_in().get((parent, new_map), ()) if parent else ():
        if _FULL.fullmatch(inside[0].name):
            known[inside[0].name] = inside
    for same in districts().values() if province else ():
        inside = tuple(unit for unit in same if unit.parent == province)
        if inside and " " in inside[0].name:
            known[inside[0].name] = inside
    for name in {unit.name for same in provinces().values() for unit in same} & set(known):
        del known[name]
    return _names(known)


@cache
def _communes_in() -> dict[tuple[str, bool], list[tuple[Unit, ...]]]:
    """The communes by what they belong to and whether that is so since 2025, those of one name together."""
    found: dict[tuple[str, bool], list[tuple[Unit, ...]]] = {}
    for same in communes().values():
        alike: dict[tuple[str, bool], list[Unit]] = {}
        for unit in same:
            alike.setdefault((unit.parent, unit.since == 2025), []).append(unit)
        for inside, units in alike.items():
            found.setdefault(inside, []).append(tuple(units))
    return found


def listed_beside(text: str, places: Iterable[PlaceSpan], closed: Spans) -> Iterator[PlaceSpan]:
    """Find the bare names of districts and cities that stand in a list with a place: ``Sa Pa``, *Bắc Hà*."""
    known = [p for p in places if p.candidates and p.candidates[0].level != "commune"]
    found: dict[int, PlaceSpan] = {}
    for place in places:
        above = _district_of(text, place) if place.candidates and place.word else None
        if above and not closed.overlaps(above.start, above.end):
            found[above.start] = above
    for place in [*known, *found.values()]:
        for step in (_before, _behind):
            at = place
            for _ in range(_MOST_BESIDE):
                more = step(text, at)
                if more is None or more.start in found or closed.overlaps(more.start, more.end):
                    break
                found[more.start] = at = more
    return iter(sorted(found.values()))


def _district_of(text: str, commune: PlaceSpan) -> PlaceSpan | None:
    """The bare name of the district behind one of its communes: ``xã Mường Sang`` *, Mộc Châu*."""
    joint = _COMMA_NAME.match(text, commune.end)
    above = _district(joint[1], joint.start(1), text) if joint else None
    if above is None:
        return None
    inside = {unit.parent for unit in commune.candidates if unit.level == "commune" and unit.until == 2025}
    units = tuple(unit for unit in above.candidates if unit.code in inside)
    return above._replace(candidates=units) if units else None


def _before(text: str, place: PlaceSpan) -> PlaceSpan | None:
    joint = _JOINT_BEFORE.search(text, max(0, place.start - _REACH_BESIDE), place.start)
    return _district(joint[1], joint.start(1), text) if joint else None


def _behind(text: str, place: PlaceSpan) -> PlaceSpan | None:
    joint = _JOINT_BEHIND.match(text, place.end)
    return _district(joint[1], joint.start(1), text) if joint else None


def _district(name: str, start: int, text: str) -> PlaceSpan | None:
    units = districts().get(key(name), ())
    if not units or in_a_name(text, start):
        return None
    return PlaceSpan(start, start + len(name), "", name, units)


def _bare(text: str, names: _Names, closed: Spans) -> Iterator[PlaceSpan]:
    for start, end in _standing(text, names.matcher):
        if closed.overlaps(start, end) or in_a_name(text, start) or _BEHIND.match(text, end):
            continue
        name = text[start:end]
        units = names.units[name]
        before = _BEFORE.search(text, max(0, start - _REACH), start) if units[0].level == "commune" else None
        if before is None or not before[1][0].isupper() or before[1].lower() in openers():
            yield PlaceSpan(start, end, "", name, units)


def _standing(text: str, matcher: AhoCorasick) -> Iterator[tuple[int, int]]:
    """Give where names stand as whole words: from the left, and of those at one place the longest."""
    found = [
        (start, -end)
        for _, start, end in matches(matcher, scannable(text), overlapping=True)
        if not ((start and _in_word(text[start - 1])) or _in_word(text[end : end + 1]))
    ]
    last = 0
    for start, end in sorted(found):
        if start >= last:
            last = -end
            yield start, last


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
