"""Where: the administrative unit that a document reports on."""

from __future__ import annotations

import re
from collections import Counter

from vnreport.context import pages, subjects
from vnreport.context.levels import (
    bare_name,
    followers_of,
    full_name,
    is_levelled,
    levelled,
    proper_name,
    province_in,
    unit_in,
)
from vnreport.context.lexicon import Where, is_whole, openings, words
from vnreport.layout import Layout
from vnreport.locality import units_of_any_level
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention, PlaceMention
from vnreport.text import fold

_CAPITAL = "hà nội"
_LAND = ("việt nam", "trung ương")
_OPENING = 600
"""How far behind the title a report on the whole country says so."""
_LONGEST = 160
"""How far before a bracket the publisher's name may begin."""
_OFFICE = 24
"""So long the office may be that stands before its body."""
_COMMITTEE = lazy(
    r"(?<!\w)(?P<level>tỉnh|thành|huyện|quận|thị)\s(?:ủy|uỷ|đoàn)\s(?P<name>[^\W\d_][^\n]{1,30})",
    re.IGNORECASE,
)
_PROVINCE = lazy(r"(?:[Tt]oàn|[Tt]rong|địa bàn) tỉnh(?!\s[A-ZĐ])")
"""What a text says that is of a whole province, named or not."""
_CELL_END = lazy(r"[\n|\t]| {3}")
_COUNTRY = lazy(r"(?:cả nước|toàn quốc)(?!\w)")


def find_place(
    text: str,
    layout: Layout,
    places: list[PlaceMention],
    organizations: list[OrganizationMention],
    publisher: OrganizationMention | None,
    title: Where | None,
) -> tuple[str, Where] | None:
    """Find the place that the report is about: the title's, the publisher's, the province named most.

    Args:
        text: the repaired text.
        layout: its shape.
        places: the places of the text, in text order.
        organizations: the agencies of the text, in text order.
        publisher: who reports.
        title: span of the title.

    Returns:
        The name with its level word, where the text has it or it is known, and its span.
    """
    places = [m for m in places if fold(m.name) not in words("level") and not _is_plural(text, m)]
    followers = followers_of(text)
    named = [
        m for m in places if m.level in {"province", "district", "commune"} or is_levelled(m.name, followers)
    ]
    if title is not None:
        titled = [m for m in named if title[0] <= m.start < title[1]]
        central = publisher is None or _is_national(publisher.name)
        titled = [m for m in titled if central or not _is_partner(text, m)]
        audited = None if titled else subjects.inspected(text, organizations, publisher, title)
        if audited is not None:
            return audited
        titled = subjects.of_title(text, titled, title)
        if titled and not _is_site(text, titled[0], publisher, title, places):
            return levelled(text, titled[0], places), (titled[0].start, titled[0].end)
    if title is not None and (scene := subjects.told_of(layout, places, publisher, title)) is not None:
        return scene
    if publisher is not None and (own := _of_publisher(text, publisher, places)) is not None:
        return own, (publisher.start, publisher.end)
    if publisher is not None and _is_national(publisher.name):
        return None
    if title is not None and (district := _of_topic(text, title)) is not None:
        return district
    signed = _of_dateline(layout, places) or _in_brackets(text, named, publisher)
    signed = signed or _of_fuller(text, organizations, publisher, places)
    signed = signed or _of_line_above(text, organizations, publisher, places)
    if signed is not None:
        return signed
    provinces = [m for m in named if m.level == "province"]
    if layout.head is not None:
        headed = [m for m in provinces if layout.head[0] <= m.start < layout.head[1]]
        if headed and bare_name(headed[0].name) == _CAPITAL and _is_central(text, layout.head):
            return None
        if headed:
            return levelled(text, headed[0], places), (headed[0].start, headed[0].end)
        if (superior := _of_superior(text, layout.head, organizations, places)) is not None:
            return superior
    return _of_body(text, layout, places, organizations, publisher, title)


def _of_body(
    text: str,
    layout: Layout,
    places: list[PlaceMention],
    organizations: list[OrganizationMention],
    publisher: OrganizationMention | None,
    title: Where | None,
) -> tuple[str, Where] | None:
    """Find the place that the text is about by what it names: its only district, the province named most."""
    provinces = [m for m in places if m.level == "province"]
    districts = {m.name: m for m in places if m.level == "district"}
    only = next(iter(districts.values())) if len(districts) == 1 else None
    if only is not None and not provinces and not _is_listed(text, only) and not _PROVINCE.search(text):
        return full_name(text, only.name, places), (only.start, only.end)
    if _COUNTRY.search(fold(text[: (title[1] if title else 0) + _OPENING])):
        return None
    if publisher is not None:
        level = next((word for word in words("level") if fold(publisher.name).endswith(f" {word}")), "")
        framed = pages.framed_unit(text, title, level) if level and layout.head is None else None
        if (own := framed or _of_level(level, places)) is not None:
            return own
    if not provinces:
        near = None if _PROVINCE.search(text) else _of_neighbours(organizations)
        return near or (pages.seat(text, layout, title) if publisher is not None else None)
    provinces = [m for m in provinces if not _is_venue(text, m)]
    if not provinces:
        return None
    counts = Counter(bare_name(m.name) for m in provinces)
    best = max(counts, key=lambda key: counts[key])
    source = next(m for m in provinces if bare_name(m.name) == best)
    return levelled(text, source, places), (source.start, source.end)


def _of_level(level: str, places: list[PlaceMention]) -> tuple[str, Where] | None:
    """Give the only unit of the level that a publisher's name ends with: ``UBND xã`` in ``xã Hòa Phú``."""
    units = {m.name: m for m in places if level and fold(m.name).startswith(f"{level} ")}
    only = next(iter(units.values())) if len(units) == 1 else None
    return (only.name, (only.start, only.end)) if only is not None else None


_TOPIC = lazy(r"(?P<name>[^\W\d_][^\n:]{1,30}?)\s?:\s")
"""What a newspaper's title opens with: ``Ân Thi:``."""


def _of_topic(text: str, title: Where) -> tuple[str, Where] | None:
    """Give the district whose bare name opens the title, if the text speaks of its level (``toàn huyện``)."""
    opening = _TOPIC.match(text, *title)
    known = (
        {u.word for u in units_of_any_level(opening["name"]) if u.level == "district"} if opening else set()
    )
    if opening is None or len(known) != 1:
        return None
    word = known.pop()
    if re.search(rf"(?<!các) {word}[ .,;]", fold(text[title[1] :])) is None:
        return None
    return f"{word} {opening['name']}", opening.span("name")


def _is_partner(text: str, place: PlaceMention) -> bool:
    """Tell whether a unit is whom somebody meets: ``làm việc với`` *huyện Lệ Thủy*."""
    return text[: place.start].endswith((" với ", " cùng "))


def _is_site(
    text: str,
    place: PlaceMention,
    publisher: OrganizationMention | None,
    title: Where,
    places: list[PlaceMention],
) -> bool:
    """Tell whether a commune is but where the body that a title opens with did what it tells.

    ``HĐND huyện Sơn Động giám sát`` *tại xã Vân Sơn*.
    """
    if publisher is None or not 0 <= publisher.start - title[0] <= _OFFICE or place.level != "commune":
        return False
    at = text[: place.start].endswith(("tại ", "ở "))
    return at and _of_publisher(text, publisher, places) is not None


def _is_listed(text: str, place: PlaceMention) -> bool:
    """Tell whether a name is one of a row: ``Tri Tôn,`` *Châu Đốc* ``, An Phú``."""
    return text[: place.start].endswith(", ") and text[place.end : place.end + 2] == ", "


def _is_venue(text: str, place: PlaceMention) -> bool:
    """Tell whether a name only says where people of the whole country met: ``tại`` *Hà Nội*."""
    return bare_name(place.name) == _CAPITAL and text[: place.start].endswith(("tại ", "ở "))


def _is_plural(text: str, place: PlaceMention) -> bool:
    """Tell whether a name is that of several units: ``các`` *tỉnh Tây Nam Bộ*."""
    plural = fold(text[max(0, place.start - 5) : place.start]).endswith(("các ", "những "))
    return plural and bare_name(place.name) != fold(place.name)


def _of_publisher(text: str, publisher: OrganizationMention, places: list[PlaceMention]) -> str | None:
    """Give the place that the publisher's name says it belongs to."""
    if (committee := _of_committee(publisher)) is not None:
        return committee
    if publisher.place and fold(publisher.place) not in {*words("level"), *_LAND}:
        return full_name(text, publisher.place, places)
    if (own := unit_in(publisher.name)) is not None:
        return own
    return None if _is_national(publisher.name) else province_in(publisher.name)


def _of_superior(
    text: str, head: Where, organizations: list[OrganizationMention], places: list[PlaceMention]
) -> tuple[str, Where] | None:
    """Give the unit of the nearest body of a head that has one in its name."""
    for mention in reversed(organizations):
        if not head[0] <= mention.start < head[1]:
            continue
        rest = _CELL_END.split(text[mention.end : head[1]], maxsplit=1)[0].strip().title()
        own = _of_publisher(text, mention, places) or _district_in(f"{mention.name} {rest}".strip())
        if own is not None:
            return own, (mention.start, mention.end)
    return None


def _district_in(name: str) -> str | None:
    """Read a bare district off the end of the name of a ``Phòng``: ``Phòng Nội vụ`` *Krông Búk*."""
    words_of = name.split()
    for size in (4, 3, 2, 1) if fold(name).startswith("phòng ") else ():
        proper = words_of[-size:]
        if len(words_of) - size < 2 or not all(word[0].isupper() for word in proper):
            continue
        known = [unit for unit in units_of_any_level(" ".join(proper)) if unit.level == "district"]
        if len({unit.word for unit in known}) == 1:
            return known[0].full
    return None


def _is_national(name: str) -> bool:
    """Tell whether an agency is one of the whole country by its name; most bureaus (``Cục``) are."""
    folded = fold(name) + " "
    bureau = folded.startswith(openings("bureau")) and not folded.startswith(openings("regional"))
    return folded.startswith(openings("national")) or bureau or is_whole(name)


def _is_central(text: str, head: Where) -> bool:
    """Tell whether the first line of a head names a central body: what is below it sits in the capital."""
    first = text[head[0] : head[1]].lstrip("\n |*").partition("\n")[0]
    return _is_national(re.split(r"\||\t|\s{3}", first, maxsplit=1)[0].strip())


def _of_neighbours(organizations: list[OrganizationMention]) -> tuple[str, Where] | None:
    """Give the unit of the first local agency, where the text names no place by itself.

    A text about a province that it does not name (``UBND tỉnh``) is not about a commune in it.
    """
    if any(mention.place and fold(mention.place) == "tỉnh" for mention in organizations):
        return None
    for mention in organizations:
        if mention.place and fold(mention.place) not in words("level") and unit_in(mention.place):
            return mention.place, (mention.start, mention.end)
    return None


def _in_brackets(
    text: str, places: list[PlaceMention], publisher: OrganizationMention | None
) -> tuple[str, Where] | None:
    """Give the unit in brackets behind the publisher's name: ``Bệnh viện … (thị xã Nghĩa Lộ, …)``."""
    for mention in places if publisher is not None else ():
        before = text[max(0, mention.start - _LONGEST) : mention.start]
        if publisher is not None and before.endswith((f"{publisher.text} (", f"{publisher.name} (")):
            return levelled(text, mention, places), (mention.start, mention.end)
    return None


_LINK = lazy(r"\s?(?:\(|,|[-–]|thuộc|trực thuộc)\s?")
"""What stands between a body and the one that it is part of."""


def _of_fuller(
    text: str,
    organizations: list[OrganizationMention],
    publisher: OrganizationMention | None,
    places: list[PlaceMention],
) -> tuple[str, Where] | None:
    """Give the unit that the publisher's name has elsewhere, or the superior named right behind it.

    ``Bệnh viện Mắt`` is elsewhere ``Bệnh viện Mắt`` *Bình Định*; ``Hải quan … (Cục Hải quan Quảng Ninh)``.
    """
    if publisher is None:
        return None
    name = fold(publisher.name)
    organizations = [m for m in organizations if not fold(m.name).endswith(_LAND)]
    last: OrganizationMention | None = None
    for mention in organizations:
        above = last is not None and _LINK.fullmatch(text, last.end, mention.start) is not None
        own = fold(mention.name)
        fuller = above or own.startswith(f"{name} ")
        if fuller and not _is_national(mention.name) and (unit := _of_publisher(text, mention, places)):
            return unit, (mention.start, mention.end)
        last = mention if own == name else None
    return None


def _of_line_above(
    text: str,
    organizations: list[OrganizationMention],
    publisher: OrganizationMention | None,
    places: list[PlaceMention],
) -> tuple[str, Where] | None:
    """Give the unit of the body on the line above the publisher's, where the text has no official head."""
    for mention in reversed(organizations if publisher is not None else []):
        if publisher is None or mention.end > publisher.start:
            continue
        alone = text[max(0, mention.start - 1) : mention.start] in ("", "\n")
        between = text[mention.end : publisher.start]
        if not alone or between.strip(" *\xa0") != "\n":
            return None
        own = _of_publisher(text, mention, places)
        return (own, (mention.start, mention.end)) if own is not None else None
    return None


def _of_dateline(layout: Layout, places: list[PlaceMention]) -> tuple[str, Where] | None:
    """Give the district or commune where a body below the province signs, with its level word."""
    if layout.dateline is None or layout.head is None:
        return None
    start, end = layout.dateline
    for mention in places:
        if start <= mention.start < end and mention.level in {"district", "commune"}:
            units = [u for u in units_of_any_level(proper_name(mention.name)) if u.code == mention.code]
            if units:
                return units[0].full, (mention.start, mention.end)
    return None


def _of_committee(publisher: OrganizationMention | None) -> str | None:
    """Read the unit off the name of a Party committee or youth union: ``Huyện ủy Vĩnh Linh``."""
    match = _COMMITTEE.search(publisher.name) if publisher is not None else None
    if match is None:
        return None
    level = fold(match["level"])
    name = match["name"]
    return f"{ {'thành': 'thành phố', 'thị': 'thị xã'}.get(level, level) } {name}"
