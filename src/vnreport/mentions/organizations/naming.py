"""The full name of an organisation, its abbreviations expanded and its place resolved."""

from __future__ import annotations

import re
from functools import cache

from vnreport.gazetteer import PlaceSpan, Unit
from vnreport.lexicon import table
from vnreport.locality import Locality, choose_era
from vnreport.mentions.organizations.name import Name
from vnreport.mentions.organizations.tables import brand
from vnreport.patterns import lazy
from vnreport.unit_names import written

_SPACE = lazy(r"\s+")


@cache
def _expansions() -> tuple[re.Pattern[str], dict[str, str]]:
    rows = {row["form"]: row["name"] for row in table("organization_abbreviations")}
    forms = sorted(rows, key=len, reverse=True)
    return re.compile(rf"(?<![\w&])(?:{'|'.join(map(re.escape, forms))})(?![\w&])"), rows


def expand(words: str) -> str:
    """Expand the abbreviations in the open part of a name: ``CNTT`` → ``công nghệ thông tin``."""
    pattern, rows = _expansions()
    return pattern.sub(lambda m: rows[m[0]], _SPACE.sub(" ", words))


def _usual_case(words: str, proper: bool) -> str:
    """Take a part of a name out of capitals: as a proper name, or as a phrase."""
    if not words.isupper() or len(words) <= 5 or " " not in words:
        marked = words.isupper() and any(not c.isascii() and c not in "ĐƯ" for c in words)
        if not marked or " " in words:
            return words
        return words.capitalize() if proper else words.lower()
    if proper:
        return " ".join(word[0] + word[1:].lower() for word in words.split())
    if words.startswith(("KHU VỰC", "SỐ", "VÙNG")):
        head, _, number = words.rpartition(" ")
        if number.isdecimal() or not set(number) - set("IVX") or words.startswith("SỐ"):
            return f"{head.lower()} {number}"
        kind = 1 + words.startswith("KHU VỰC")
        syllables = words.split()
        return " ".join([*map(str.lower, syllables[:kind]), *map(str.capitalize, syllables[kind:])])
    return words[0] + words[1:].lower()


def place_name(place: PlaceSpan, home: Locality, levelled: bool = False) -> str:
    """Write a place in full; a bare ``tỉnh``, ``huyện`` is the document's own where its word fits."""
    if place.name:
        fitting = choose_era(place.candidates, home.new_map)
        name = written(fitting[0], place.name) if fitting else _SPACE.sub(" ", place.name)
        word = place.word or (
            fitting[0].word if levelled and fitting and fitting[0].level == "province" else ""
        )
        return f"{word} {name}" if word else name
    for unit in (home.province, home.district, home.commune):
        if unit is not None and unit.word == place.word:
            return unit.full
    return place.word


def spell(text: str, name: Name, home: Locality) -> str:
    """Spell a name in full."""
    parts = [_head_name(text, name, home)]
    if name.field:
        parts.append(name.field.name)
    at, end = name.middle
    end = min(end, name.inner.start) if name.inner else end
    if name.places:
        end = min(end, name.places[0].start)
    if end > at:
        proper = name.head.kind in ("name", "facility")
        parts.append(_usual_case(expand(text[at:end].strip(" \t\n\xa0-–")), proper))
    if name.inner:
        parts.append(spell(text, name.inner, home))
    else:
        agency = name.head.kind in ("whole", "local", "closed", "open") and name.head.name not in _UNLEVELLED
        agency = agency and not name.head.name.endswith((" ủy", " đoàn"))
        if text[at:end].endswith(("- ", "– ")):
            parts.append("-")
            agency = False
        parts += [
            place_name(place, home, agency)
            for place in name.places
            if not (place.word and name.head.name.endswith(f" {place.word}")) or "tác xã" in name.head.name
        ]
        parts.append(_own_unit(name, home))
    at, end = name.about
    if end > at:
        parts.append(expand(text[at:end].strip()))
    if name.branch:
        branch = spell(text, name.branch, home)
        parts.append(branch[0].lower() + branch[1:])
    return _SPACE.sub(" ", " ".join(p for p in parts if p)).replace(" , ", ", ").strip()


_UNLEVELLED = (
    "Câu lạc bộ", "Đài", "Báo", "Tạp chí", "Hội", "Viện", "Học viện", "Sở", "Công ty Điện lực", "Điện lực",
    "Viễn thông", "Bưu điện",
)  # fmt: skip
"""Heads behind which a bare province stays without its level word: ``Sở Y tế Nam Định``."""
_GROUPS = ("Tập đoàn ", "Tổng công ty ", "Liên đoàn Thương mại ")
"""What opens the full names of groups whose local units are called by the short one: ``VNPT Hà Nam``."""
_SCHOOLS = lazy(r"(?:THPT|THCS|PTDTNT|PTDTBT)")
_COMMITTEES = {"Tỉnh": "tỉnh", "Thành": "thành phố", "Huyện": "huyện", "Quận": "quận", "Thị": "thị xã"}


def _own_unit(name: Name, home: Locality) -> str:
    """The document's own unit behind ``Tỉnh ủy``, ``Huyện đoàn``, where the text leaves it out."""
    first, _, rest = name.head.name.partition(" ")
    if name.places or first not in _COMMITTEES or rest not in ("ủy", "đoàn"):
        return ""
    units = [u for u in (home.province, home.district) if u is not None and u.word == _COMMITTEES[first]]
    return units[0].name if units else ""


def _head_name(text: str, name: Name, home: Locality) -> str:
    """The head in full; the level word that ends ``CAH`` (Công an huyện) is the document's own unit.

    The kinds of schools (``THPT``) stay as they are written, as in the schools' own names.
    """
    head = name.head.name
    if head == "Hải quan" and name.places and name.places[-1].candidates[:1]:
        unit = name.places[-1].candidates[0]
        return "Cục Hải quan" if unit.level == "province" and not home.new_map else head
    if head == "Bộ Chỉ huy Bộ đội Biên phòng" and name.head.short and home.new_map:
        return "Ban Chỉ huy Bộ đội Biên phòng"  # as it is since July 2025; both are BCH
    if head.startswith("Trường ") and _SCHOOLS.search(text, name.start, name.start + len(head)):
        written = _SPACE.sub(" ", text[name.start : name.head_end])
        return written.replace("TRƯỜNG", "Trường").replace("TIỂU HỌC", "Tiểu học").replace("trường", "Trường")
    if name.head.kind == "branch" and name.head.short and name.places and head.startswith(_GROUPS):
        return brand(text[name.start : name.head_end])
    if head.startswith("Công ty TNHH"):
        written = _SPACE.sub(" ", text[name.start : name.head_end])
        if written[:12] in ("Công ty TNHH", "công ty TNHH"):
            return written[0].upper() + written[1:]
    for word in ("huyện", "tỉnh", "thành phố", "xã"):
        if head.endswith(" " + word) and not name.places:
            return head.removesuffix(word) + place_name(PlaceSpan(0, 0, word, "", ()), home)
    return head


def abbreviates(name: Name) -> bool:
    """Whether the text shortens the name."""
    short = name.head.short or (name.field is not None and name.field.short)
    return short or (name.inner is not None and abbreviates(name.inner))


def _home_of(name: Name, home: Locality) -> Unit | None:
    level = name.head.level
    if level == "province":
        return home.province
    if level == "district":
        return home.district
    return None


def place_of(name: Name, home: Locality) -> str | None:
    """The place that an organisation belongs to, null where neither its name nor the document says."""
    if name.branch:
        return place_of(name.branch, home)
    if name.places:
        return place_name(name.places[-1], home)
    if name.inner:
        return place_of(name.inner, home)
    unit = _home_of(name, home)
    return unit.full if unit else None
