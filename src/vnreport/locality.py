"""Where a document is at home: its province and district, and which map of Viet Nam it uses."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from vnreport.gazetteer import Unit, communes, districts, key, level_words, province_of, provinces, read_place
from vnreport.lexicon import table
from vnreport.names import UPPER, bare, scannable
from vnreport.patterns import lazy
from vnreport.text import fold, matches

_HEAD = 1500
_HEAD_WEIGHT = 8
_LONG = 100_000
"""A text of so many characters is not kept for the next who asks."""
_AGENCY = 250
"""How long the agencies, place and date at the head of a document are together, in characters."""
_LATE_YEAR = lazy(r"20(?:2[5-9]|[34]\d)")
_DATE = lazy(r"(?:tháng\s{1,3}(\d{1,2})\s{1,3}năm\s{1,3}|\b\d{1,2}[/.-](\d{1,2})[/.-])(20[0-4]\d)(?!\d)")


_LOWER = lazy(r"(?:xã|phường|huyện|quận|thị trấn)\s\Z", re.IGNORECASE)
"""What shows that a district or commune of a province's name is meant: ``xã`` *Bình Dương*."""
_CITY = lazy(r"(?:thành phố|TP\.?)\s*\Z", re.IGNORECASE)
"""What shows that the city is meant, not the man whom schools and youth unions are named after."""
DATELINE = lazy(
    rf"(?:^|[\n\t|])[ \t|]*([{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,3}})[ \xa0]?,[ \xa0]*[Nn]gày[ \xa0]*[\d.…]"
)
"""Place and date of signing at the head of a document; group 1 is the place."""
DATED = lazy(r",[ \xa0]*[Nn]gày[ \xa0]*[\d.…]")
"""How all that :data:`DATELINE` finds ends; it begins with a sign and so is soon looked for."""


def units_of_any_level(name: str) -> tuple[Unit, ...]:
    """The units of a bare name, of the highest level that has it."""
    folded = key(name)
    return provinces().get(folded) or districts().get(folded) or communes().get(folded) or ()


class Locality(NamedTuple):
    """The home of a document; None for what its text does not settle."""

    province: Unit | None
    district: Unit | None
    commune: Unit | None
    new_map: bool
    """Whether it was written under the 34 provinces, that is since 1 July 2025."""


@cache
def _province_names() -> tuple[AhoCorasick, tuple[str, ...]]:
    names = {unit.name for same in provinces().values() for unit in same}
    names |= {row["form"] for row in table("province_names")}
    forms = tuple(sorted({form for n in names for form in (n, n.upper())}))
    return AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest), forms


def _is_new(text: str) -> bool:
    if not _LATE_YEAR.search(text):
        return False
    dates = [(int(m[3]), int(m[1] or m[2])) for m in _DATE.finditer(text, 0, 3 * _HEAD)]
    dates += [(int(m[3]), int(m[1] or m[2])) for m in _DATE.finditer(text, max(0, len(text) - _HEAD))]
    return bool(dates) and max(dates) >= (2025, 7)


def choose_era(candidates: tuple[Unit, ...], new_map: bool) -> tuple[Unit, ...]:
    """Keep the units of the document's own map; all of them where that leaves none."""
    if len(candidates) < 2:
        return candidates
    fitting = tuple(u for u in candidates if (u.until == 9999 if new_map else u.since < 2025))
    if not new_map:
        fitting = tuple(u for u in fitting if u.until >= 2024) or fitting
    return fitting or candidates


def _best(counts: Counter[str]) -> str | None:
    if not counts:
        return None
    (first, most), *rest = counts.most_common(2)
    return first if most >= _HEAD_WEIGHT or most >= 3 or (most > 1 and not rest) else None


@cache
def _levels() -> AhoCorasick:
    words = sorted({w for w in level_words() if len(w) > 2})
    return AhoCorasick(words, matchkind=MatchKind.LeftmostLongest)


def _settled(candidates: tuple[Unit, ...], province: Unit | None, new_map: bool) -> Unit | None:
    """The one unit below a province that a name can mean there; None where it can mean several."""
    fitting = [u for u in choose_era(candidates, new_map) if u.level != "province"]
    if province is not None:
        fitting = [u for u in fitting if province_of(u) == province.code]
    return fitting[0] if len({u.code for u in fitting}) == 1 else None


def _lower_home(text: str, province: Unit | None, new_map: bool) -> tuple[Unit | None, Unit | None]:
    """District and commune that the head of the document names with their level word."""
    found: dict[str, Counter[Unit]] = {"district": Counter(), "commune": Counter()}
    for _, start, end in _levels().find_matches_as_indexes(fold(scannable(text[:_HEAD]))):
        if text[end : end + 1].isalnum() or (start and text[start - 1].isalnum()):
            continue
        place = read_place(text, start)
        if place and place.name and place.candidates:
            unit = _settled(place.candidates, province, new_map)
            if unit is not None:
                found[unit.level][unit] += 1
    dated = DATED.search(text, 0, 2 * _HEAD)
    dateline = DATELINE.search(text, 0, 2 * _HEAD) if dated else None
    signed = _settled(units_of_any_level(dateline[1]), province, new_map) if dateline else None
    if signed is not None:
        found[signed.level][signed] += 3
    best = [counts.most_common(1)[0][0] if counts else None for counts in found.values()]
    return best[0], best[1]


def _province_of(unit: Unit | None, new_map: bool) -> Unit | None:
    """The province of the district or commune that a document is about."""
    if unit is None:
        return None
    code = province_of(unit)
    found = [u for same in provinces().values() for u in same if u.code == code]
    return choose_era(tuple(dict.fromkeys(found)), new_map)[0] if found else None


def _head_province(text: str, new_map: bool) -> Unit | None:
    """The province of the district or commune that the agency at the head of a document is named after."""
    head = text[:_AGENCY]
    if not DATED.search(head) or not head[:1].isupper():
        return None
    district, commune = _lower_home(head, None, new_map)
    return _province_of(district or commune, new_map)


_HOST = lazy(r"(?<![a-z])(?:[a-z0-9-]{2,30}\.){0,2}([a-z]{4,12})\.gov\.vn(?!\w)")
"""The host of a public page, whose last name is mostly a province's: ``chomoi.`` *angiang* ``.gov.vn``."""


@cache
def _hosts() -> dict[str, str]:
    """The folded names of provinces by what hosts are called: ``angiang``."""
    names = {key(unit.name) for same in provinces().values() for unit in same}
    return {bare(name).replace(" ", ""): name for name in names}


def _hosted(text: str) -> str | None:
    """The province whose public pages' host stands in a text that names none itself."""
    found = {_hosts()[m[1]] for m in _HOST.finditer(text) if m[1] in _hosts()} if ".gov.vn" in text else set()
    return found.pop() if len(found) == 1 else None


def locality(text: str) -> Locality:
    """Find where a document is at home, by the units that it names most and earliest."""
    return _remembered(text) if len(text) < _LONG else _locality(text)


@lru_cache(maxsize=2)
def _remembered(text: str) -> Locality:
    return _locality(text)


def _locality(text: str) -> Locality:
    automaton, forms = _province_names()
    counts: Counter[str] = Counter()
    first: dict[str, int] = {}
    for which, start, _ in matches(automaton, scannable(text)):
        if (start and text[start - 1].isalpha()) or _LOWER.search(text, max(0, start - 10), start):
            continue
        if forms[which].upper() == "HỒ CHÍ MINH" and not _CITY.search(text, max(0, start - 12), start):
            continue
        first.setdefault(key(forms[which]), start)
        counts[key(forms[which])] += _HEAD_WEIGHT if start < _HEAD // 3 else 1
    new_map = _is_new(text)
    name = _best(counts) or _hosted(text)
    province = choose_era(provinces()[name], new_map)[0] if name else None
    if province is not None and name and counts[name] <= _HEAD_WEIGHT and first.get(name, 0) > _AGENCY:
        province = _head_province(text, new_map) or province  # named once: the head's own district tells more
    district, commune = _lower_home(text, province, new_map)
    if province is None:
        province = _province_of(district or commune, new_map)
    return Locality(province, district, commune, new_map)
