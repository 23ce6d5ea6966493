"""Find places: administrative units of both eras, countries, regions and other named places.

A place inside the name of an organisation or in the citation of an instrument is part of that name and
no mention of its own; neither is a bare ``tỉnh`` or ``huyện``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import cast

from vnreport.base_model import made
from vnreport.gazetteer import (
    PlaceSpan,
    Unit,
    communes,
    districts,
    key,
    province_of,
    provinces,
    read_place,
    read_province,
)
from vnreport.layout import Layout
from vnreport.lexicon import table
from vnreport.locality import DATED, DATELINE, locality, units_of_any_level
from vnreport.mentions.places.again import home_units, listed_beside, named_again
from vnreport.mentions.places.choosing import Chooser
from vnreport.mentions.places.other import ROADS, read_other, read_wide
from vnreport.mentions.places.triggers import automaton, in_a_longer_name, in_a_name, triggers
from vnreport.names import UPPER, common_surnames, fold_syllable, scannable
from vnreport.patterns import lazy
from vnreport.report import Level, OrganizationMention, PlaceMention
from vnreport.spans import Spans
from vnreport.text import matches
from vnreport.unit_names import written
from vnreport.unit_namesakes import LIES_IN

__all__ = ["find"]

_NEXT = lazy(r"(?:[ \xa0]\([^()\n]{1,30}\))?[ \xa0]?(?:,|;|và|-|–|, và)[ \xa0]?(?=\S)")
_COLON = lazy(
    r"(?:[ \xa0](?:biên giới|vùng cao|vùng sâu|miền núi|ven biển|bãi ngang|đảo|điểm|trọng điểm|mới|sau"
    r"|nghèo|khó khăn|đặc biệt khó khăn|nông thôn mới|sau|như|gồm|là){1,2})?[ \xa0]?:[ \xa0]"
)
_OF_A_KIND = lazy(
    r"[ \xa0](?:biên giới|vùng cao|miền núi|đồng bằng|ven biển|trung du|nghèo|lân cận|giáp ranh|nội thành"
    rf"|ngoại thành|phía (?:Bắc|Nam|Đông|Tây)|như|gồm|là){{1,2}}[ \xa0](?=[{UPPER}])"
)
"""What sort of units the names behind are: ``các huyện`` *miền núi* ``Hướng Hóa, Đakrông``."""
_BOTH = lazy(r"(?:xã|phường|thị trấn|đặc khu)(?:,|[ \xa0]và)[ \xa0]\Z")
_COMMUNE_WORDS = ("phường", "xã", "thị trấn", "đặc khu")
_CAPITAL_BEHIND = lazy(rf"[ \xa0][{UPPER}][a-zà-ỹ]")
_BRACKETED = lazy(
    rf"\((?:(?:tỉnh|huyện|thị xã|quận|thành phố|TP\.?)[ \xa0])?([{UPPER}]\w*(?:[ \xa0-][{UPPER}]\w*){{0,3}})"
    r"(?:\)|(?=[ \xa0]?[-–,;:][ \xa0]))"
)
_LISTED = lazy(rf"(?<!\w)([{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,2}}),[ \xa0]\Z")
_BEFORE_BRACKET = lazy(rf"(?<![\w’'])([{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,2}})[ \xa0]\Z")
_POINTS = ("Bộ", "bộ", "Bắc", "Nguyên")
"""How the names of regions end that no province is named after."""
_REST_OF_REGION = lazy(r"[ \xa0][Bb]ộ(?!\w)")
_HOLDER = lazy(
    r"(?:tịch|thư|trưởng|phó|viên|cán bộ|ủy|uỷ|nhiệm|đội|đoàn|hội|trận|BND|ĐND|CT|BT|PCT|PBT|công an|CA)"
    r"[ \xa0]\Z",
    re.IGNORECASE,
)
"""An office or agency of a commune, behind which a person may be named: ``Chủ tịch`` *xã Lê Nam*."""
_UNIT_ENDS = lazy(r"[ \xa0]?(?:[,;.)(]|$|\n)|[ \xa0](?:và|với|đến|-|–)[ \xa0]")
_ITEM = lazy(
    rf"([{UPPER}][a-zà-ỹ’']+[ \xa0][{UPPER}][a-zà-ỹ’']+)(?=[ \xa0]?(?:[,;.)]|\(|$)|[ \xa0]và[ \xa0])"
)
"""Two syllables that fill an item of a list."""
_SPACE = lazy(r"\s+")
_SEVERAL = lazy(r"(?<!\w)(?:[Cc]ác|[Hh]ai|[Bb]a|\d{1,2})[ \xa0](?:tuyến[ \xa0])?\Z")
_CAPITALS = lazy(rf"[{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{0,3}}")
_MAX_LIST = 60


@cache
def _addressed() -> re.Pattern[str]:
    """Match what a person's name follows: ``ông`` *Lao Bảo*."""
    words = [re.escape(row["word"]) for row in table("unit_stops") if row["kind"] == "address"]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})[ \xa0]\Z")


@cache
def _never() -> frozenset[str]:
    """First syllables of words that no unit's name begins with."""
    return frozenset(row["word"] for row in table("unit_stops") if row["kind"] == "never")


def find(
    text: str, layout: Layout, organizations: list[OrganizationMention], taken: Spans | None = None
) -> list[PlaceMention]:
    """Find the places of a text, in text order; their spans do not overlap.

    Args:
        text: the repaired text.
        layout: its shape.
        organizations: the organisations of the text; places inside their names are left out.
        taken: more spans in which a place is no mention of its own (citations of instruments).
    """
    closed = (taken or Spans()).union((m.start, m.end) for m in organizations)
    found = list(_read_all(text, closed))
    home = locality(text)
    found += _datelines(text, closed.union((p.start, p.end) for p, _ in found))
    found += _in_province(text, closed.union((p.start, p.end) for p, _ in found))
    closed = closed.union((p.start, p.end) for p, _ in found)
    found += [(place, "") for place in named_again(text, [p for p, _ in found], closed)]
    closed = closed.union((p.start, p.end) for p, _ in found)
    found += [(place, "") for place in home_units(text, home, closed)]
    closed = closed.union((p.start, p.end) for p, _ in found)
    found += [(place, "") for place in listed_beside(text, [p for p, _ in found], closed)]
    found.sort(key=lambda pair: pair[0].start)
    chooser = Chooser(home, [place for place, _ in found])
    return [_mention(text, place, level, chooser, i) for i, (place, level) in enumerate(found)]


def _read_all(text: str, closed: Spans) -> Iterable[tuple[PlaceSpan, str]]:
    matcher, forms = automaton()
    kinds = triggers()
    last = 0
    for which, start, end in matches(matcher, scannable(text)):
        if start < last or (start and (text[start - 1].isalnum() or text[start - 1] == "_")):
            continue
        kind = kinds[forms[which]]
        glued = end < len(text) and text[end].isalnum() and kind != "level"
        if (glued and not (text[start:end] in ROADS and text[end].isdigit())) or closed.overlaps(
            start, start + 1
        ):
            continue
        found = None if kind != "level" and in_a_name(text, start) else _read(text, start, end, kind)
        if found is None and kind == "level":
            for more in _behind_colon(text, start):
                if closed.overlaps(more.start, more.end):
                    break
                yield more, ""
                last = more.end
        if found is None or closed.overlaps(found[0].start, found[0].end):
            continue
        counted = _SEVERAL.search(text, max(0, start - 12), start)
        several = counted is not None
        known = bool(found[0].candidates) or kind != "level"
        abroad = not known and (found[0].word == "tỉnh" or _ends_abroad(found[0].name))
        if counted and counted[0][0].isdigit() and abroad:
            continue  # "4 tỉnh Nam Lào"
        others = (
            _list(text, found[0])
            if kind == "level" and known
            else _names(text, found[0].end)
            if several and " " in found[0].name
            else []
        )
        others = others if kind in ("level", "other") else []
        if several and others and " " in text[start : found[0].end]:
            found = found[0]._replace(start=_name_start(text, start, found[0], end)), found[1]
        yield found
        last = found[0].end
        for more in others:
            if closed.overlaps(more.start, more.end):
                break
            yield more, found[1]
            last = more.end


def _ends_abroad(name: str) -> bool:
    """Whether a name is that of a state or region, a part of one, or one word: ``Nam Lào``."""
    return " " not in name or any(
        triggers().get(part, "").startswith("wide") for part in (name, name.rpartition(" ")[2])
    )


def _read(text: str, start: int, end: int, kind: str) -> tuple[PlaceSpan, str] | None:
    """Read the place that a trigger opens, with its level where no unit gives it."""
    if kind == "level":
        place = read_place(text, start)
        if place is None or not place.name or not (place.candidates or _may_be_unit(text, place)):
            return None
        if not place.candidates and _REST_OF_REGION.match(text, place.end):
            return None  # "các tỉnh" *Bắc Trung bộ*
        region = triggers().get(place.name, "") == "wide other" and place.name.endswith(_POINTS)
        if region and not place.candidates:
            return None  # "các tỉnh Trung Trung Bộ"
        return place, ""
    if kind == "province":
        place = read_province(text, start)
        return (place, "") if place else None
    if kind == "city":
        joined = in_a_longer_name(text, start) or _CAPITAL_BEHIND.match(text, end)
        candidates = tuple(u for u in districts()[key(text[start:end])] if u.word == "thành phố")
        return None if joined else (PlaceSpan(start, end, "", text[start:end], candidates), "")
    if kind.startswith("known"):
        return _read_known(text, start, end, kind == "known unit")
    if kind == "other":
        other = read_other(text, start, end)
        return (other, "other") if other else None
    return read_wide(text, start, end, kind)


def _read_known(text: str, start: int, end: int, unit: bool) -> tuple[PlaceSpan, str] | None:
    """Read a place that is known without a word for what it is, where it is no part of another name."""
    joined = in_a_longer_name(text, start) or _CAPITAL_BEHIND.match(text, end)
    if joined or _addressed().search(text, max(0, start - 14), start):
        return None
    name = text[start:end]
    place = PlaceSpan(start, end, "", name, units_of_any_level(name) if unit else ())
    return place, "" if unit else "other"


def _may_be_unit(text: str, place: PlaceSpan) -> bool:
    """Whether a name that no table has may be a unit's: numbered, behind a level word in full."""
    word = text[place.start : place.end].split(".")[0].split()[0]
    if len(word) > 2 or place.name[0].isdigit():
        return True
    first, *more = place.name.split()
    if word.isascii() or not more:
        return False
    if fold_syllable(first) not in common_surnames():
        return True
    if len(more) > 1:
        return LIES_IN.search(text, max(0, place.start - 10), place.start) is not None
    if _HOLDER.search(text, max(0, place.start - 12), place.start):
        return False
    return first not in _telling_surnames() or _UNIT_ENDS.match(text, place.end) is not None


@cache
def _telling_surnames() -> frozenset[str]:
    """Surnames that few names but those of people begin with: ``Nguyễn``."""
    return frozenset(row["surname"] for row in table("surnames") if row["strong"])


def _list(text: str, first: PlaceSpan) -> list[PlaceSpan]:
    """Read the names that share the level word of the first: ``huyện Tiền Hải, Thái Thụy``."""
    found: list[PlaceSpan] = []
    at = first.end
    for _ in range(_MAX_LIST):
        joint = _NEXT.match(text, at)
        if joint is None or not first.candidates:
            break
        place = Chooser.named(text, joint.end(), first.word)
        if place is None and len(found) >= 2:
            place = _unknown(text, joint.end(), first.word)
        province = read_province(text, joint.end())
        if place is None or (province is not None and province.end > place.end):
            break  # "thành phố Vũng Tàu," *Bà Rịa - Vũng Tàu*
        if first.word in _COMMUNE_WORDS and _holds(place.name, first):
            break  # "xã Tân Lập," *Vũ Thư*: a district then, a commune of the same name today
        if place.name.isdigit() and ";" in joint[0]:
            break  # "quận 7;" *3* "cây cầu"
        found.append(place)
        at = place.end
    return found


def _unknown(text: str, at: int, word: str) -> PlaceSpan | None:
    """Read a name that no table has where it ends an item of a list of units: a commune merged long ago."""
    name = _ITEM.match(text, at)
    if name is None or word not in _COMMUNE_WORDS or name[1] in triggers() or read_province(text, at):
        return None
    if key(name[1]) in districts() or fold_syllable(name[1].split()[0]) in _never():
        return None
    return PlaceSpan(at, name.end(1), word, name[1], ())


def _holds(name: str, commune: PlaceSpan) -> bool:
    """Whether a name is that of the district that a commune belonged to."""
    parents = {unit.parent for unit in commune.candidates if unit.until == 2025}
    return any(unit.code in parents for unit in districts().get(key(name), ()))


def _behind_colon(text: str, start: int) -> list[PlaceSpan]:
    """Read the names that a level word and a colon announce: ``các xã: Phú An, Phú Hưng``."""
    level = read_place(text, start)
    colon = (
        _COLON.match(text, level.end) or _OF_A_KIND.match(text, level.end)
        if level and not level.name
        else None
    )
    if level is None or colon is None:
        return []
    if _BOTH.search(text, max(0, start - 12), start):
        return _mixed(text, colon.end())
    first = Chooser.named(text, colon.end(), level.word)
    return [first, *_list(text, first)] if first else []


def _mixed(text: str, at: int) -> list[PlaceSpan]:
    """Read the communes of several kinds that a colon announces: ``các phường, xã: Phú Lợi, Hòa Lợi``."""
    found: list[PlaceSpan] = []
    for _ in range(_MAX_LIST):
        named = [p for word in _COMMUNE_WORDS if (p := Chooser.named(text, at, word))]
        if not named:
            break
        longest = max(p.end for p in named)
        named = [p for p in named if p.end == longest]
        units = tuple(dict.fromkeys(u for p in named for u in p.candidates))
        found.append(named[0] if len(named) == 1 else PlaceSpan(at, longest, "", text[at:longest], units))
        joint = _NEXT.match(text, longest)
        if joint is None:
            break
        at = joint.end()
    return found


def _name_start(text: str, start: int, place: PlaceSpan, end: int) -> int:
    """Where the name starts behind its level word, as in a list the plural word stands for all its names."""
    if place.word and place.name:
        return place.end - len(place.name)
    return end + len(text[end : place.end]) - len(text[end : place.end].lstrip())


def _names(text: str, at: int) -> list[PlaceSpan]:
    """Read more names behind the first in a list of places that no table knows: ``các cửa khẩu A, B``."""
    found: list[PlaceSpan] = []
    for _ in range(_MAX_LIST):
        joint = _NEXT.match(text, at)
        name = _CAPITALS.match(text, joint.end()) if joint else None
        if joint is None or name is None or read_place(text, joint.end()):
            break  # "45 đường số 7, P." *Tân Hưng*
        found.append(PlaceSpan(name.start(), name.end(), "", name[0], ()))
        at = name.end()
    return found


def _datelines(text: str, closed: Spans) -> list[tuple[PlaceSpan, str]]:
    """Districts and communes in front of a date of signing: ``Ninh Kiều, ngày 24 tháng 6``."""
    found = []
    for match in DATELINE.finditer(text) if DATED.search(text) else ():
        candidates = units_of_any_level(match[1])
        if candidates and not closed.overlaps(*match.span(1)):
            found.append((PlaceSpan(match.start(1), match.end(1), "", match[1], candidates), ""))
    return found


def _in_province(text: str, closed: Spans) -> list[tuple[PlaceSpan, str]]:
    """Units with the one above them in brackets: ``Tam Đảo (Vĩnh Phúc)``, ``Gia Cát (Cao Lộc)``."""
    found = []
    for match in _BRACKETED.finditer(text):
        province = provinces().get(key(match[1]))
        outer = province or districts().get(key(match[1]))
        name = _BEFORE_BRACKET.search(text, max(0, match.start() - 30), match.start()) if outer else None
        if outer is None or name is None:
            continue
        codes = {unit.code for unit in outer}
        units = units_of_any_level(name[1]) if province else communes().get(key(name[1]), ())
        inside = tuple(u for u in units if (province_of(u) if province else u.parent) in codes)
        if not inside:
            continue
        if not closed.overlaps(*name.span(1)):
            found.append((PlaceSpan(name.start(1), name.end(1), "", name[1], inside), ""))
            found += [] if province else _listed(text, name.start(1), codes, closed)
        if not closed.overlaps(*match.span(1)):
            above = province or tuple(u for u in outer if any(u.code == unit.parent for unit in inside))
            found.append((PlaceSpan(match.start(1), match.end(1), "", match[1], above), ""))
    return found


def _listed(text: str, start: int, parents: set[str], closed: Spans) -> Iterable[tuple[PlaceSpan, str]]:
    """Communes of one district that are listed before one: *Bình Khánh*, ``Thạnh An (Cần Giờ)``."""
    for _ in range(_MAX_LIST):
        name = _LISTED.search(text, max(0, start - 30), start)
        units = communes().get(key(name[1]), ()) if name else ()
        inside = tuple(u for u in units if u.parent in parents)
        if name is None or not inside or closed.overlaps(*name.span(1)):
            return
        start = name.start(1)
        yield PlaceSpan(start, name.end(1), "", name[1], inside), ""


def _mention(text: str, place: PlaceSpan, level: str, chooser: Chooser, index: int) -> PlaceMention:
    unit: Unit | None = chooser.choose(index)
    levels = {u.level for u in place.candidates}
    shared = levels.pop() if len(levels) == 1 else chooser.level_of(place.word)
    name = _SPACE.sub(" ", place.name)
    if place.candidates:
        name = written(unit or place.candidates[0], place.name)
    word = place.word
    return made(PlaceMention)(
        text=text[place.start : place.end],
        start=place.start,
        end=place.end,
        name=f"{word} {name}" if word else name,
        level=cast("Level", unit.level if unit else level or shared),
        code=(unit.code or None) if unit else None,
        successor=(unit.successor or None) if unit else None,
    )
