"""The place at the end of an organisation's name."""

from __future__ import annotations

import re
from functools import cache

from vnreport.gazetteer import PlaceSpan, communes, key, read_place, read_province, units
from vnreport.lexicon import table
from vnreport.mentions.organizations import kinds
from vnreport.mentions.organizations import patterns as p
from vnreport.mentions.organizations.name import Name
from vnreport.names import UPPER, foreign, old_tones, surnames

_OF_VILLAGES = ("Chi bộ", "Chi hội", "Chi đoàn", "Ban Công tác Mặt trận", "Tổ Công nghệ số cộng đồng")
_SHORT = ("TT", "P", "H", "Q", "X", "F")


def read_tail(text: str, at: int, name: Name) -> PlaceSpan | None:
    """Read the place at ``at`` that ends a name: ``tỉnh``, ``huyện Đồ Sơn``, ``Hải Phòng``, ``Việt Nam``.

    For cells and branches of the people's bodies it may be a village.
    """
    village = p.VILLAGE.match(text, at) if name.head.name in _OF_VILLAGES and not name.places else None
    if village and not _of_a_person(village[1]):
        return PlaceSpan(at, village.end(), "", village[0], ())
    wide = p.WIDE_PLACE.match(text, at)
    if wide:
        word = "Việt Nam" if wide[0].upper() in ("VIỆT NAM", "VN") else "Trung ương"
        return PlaceSpan(at, wide.end(), word, "", ())
    if name.head.name.startswith(kinds.OF_STATES) and not name.places:
        state = _state(text, at)
        if state is not None:
            return state
    place = read_place(text, at)
    if place:
        surface = text[at : place.end].split(".")[0].split()[0]
        return None if surface in _SHORT and not place.candidates else place
    place = read_province(text, at)
    longer = _bare_district(text, at) if place and name.head.level == "district" else None
    if place and longer and longer.end > place.end:
        return longer
    if place or name.places or name.head.kind not in ("whole", "local", "closed", "branch"):
        return place
    if (old := _old_provinces().match(text, at)) is not None:
        return PlaceSpan(at, old.end(), "", old[0], ())
    if name.head.level == "commune":
        return _bare_commune(text, at)
    return _bare_district(text, at)


@cache
def _old_provinces() -> re.Pattern[str]:
    names = sorted((row["name"] for row in table("old_provinces")), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w|[ \xa0][{UPPER}])")


@cache
def _states() -> re.Pattern[str]:
    names = sorted(
        (r["name"] for r in table("wide_places") if r["level"] == "country"), key=len, reverse=True
    )
    return re.compile(rf"(?:{'|'.join(map(re.escape, names))})(?!\w)(?:[ \xa0]([{UPPER}]\w*))?")


def _state(text: str, at: int) -> PlaceSpan | None:
    """Read the state that a body of states belongs to: ``Quốc hội`` *Lào*, no name that begins like one."""
    found = _states().match(text, at)
    if found is None or (found[1] and not foreign(found[1])):
        return None
    end = found.start(1) - 1 if found[1] else found.end()
    return PlaceSpan(at, end, "", text[at:end], ())


def add_seat(text: str, name: Name) -> bool:
    """Add the province behind the number of a regional body to its name: ``khu vực 5`` *- Cần Thơ*."""
    start, end = name.middle
    joint = p.REGIONAL_SEAT.match(text, name.end) if end == name.end > start else None
    if joint is None or text[start] not in "kK":
        return False
    place = read_province(text, joint.end()) or read_place(text, joint.end())
    if place is None or not place.name:
        return False
    name.middle = (start, joint.end())
    name.places.append(place)
    name.end = place.end
    return True


def known_seat(text: str, at: int) -> bool:
    """Whether a place that looks like a person's name starts at ``at``: ``Đồn Biên phòng`` *A Pa Chải*."""
    run = p.CAPITALS.match(text, at)
    words = run[0].split() if run else []
    return any(" ".join(words[:size]) in _seats() for size in (3, 4))


@cache
def _seats() -> frozenset[str]:
    return frozenset(row["name"] for row in table("known_places") if row["name"].count(" ") > 1)


def _of_a_person(name: str | None) -> bool:
    """Whether a person's full name stands behind ``thôn``: ``Bí thư Chi bộ thôn`` *Nguyễn Văn An*."""
    words = name.split() if name else []
    return len(words) > 2 and old_tones(words[0].lower()) in surnames()


def _bare_commune(text: str, at: int) -> PlaceSpan | None:
    """Read the name of a commune without its level word: ``Xã đoàn`` *Thuận Minh*."""
    found = p.CAPITALS.match(text, at)
    surface = found[0] if found else ""
    while surface:
        candidates = communes().get(key(surface), ())
        if candidates:
            return PlaceSpan(at, at + len(surface), "", surface, candidates)
        surface = surface[: surface.rfind(" ")] if " " in surface else ""
    return None


def _bare_district(text: str, at: int) -> PlaceSpan | None:
    """Read the name of a district without its level word: ``Công an Đồ Sơn``."""
    found = p.CAPITALS.match(text, at)
    surface = found[0] if found else ""
    while " " in surface:
        for word in ("huyện", "quận", "thị xã", "thành phố"):
            candidates = units(word, surface)
            if candidates:
                return PlaceSpan(at, at + len(surface), "", surface, candidates)
        surface = surface[: surface.rfind(" ")]
    return None
