"""The administrative units of Viet Nam in both eras, and reading one off a text.

Until 30 June 2025 there were 63 provinces with districts and communes; since 1 July 2025 there are 34
provinces and communes (Nghị quyết 202/2025/QH15). ``scripts/make_administrative_units.py`` makes
the tables.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from vnreport.lexicon import table
from vnreport.names import UPPER, old_tones, surnames
from vnreport.patterns import lazy
from vnreport.unit_namesakes import ENDED, is_named_after, is_person

Level = Literal["province", "district", "commune"]

_SEPARATOR = lazy(r"[\s\-–'’]+")


@lru_cache(maxsize=8192)
def key(name: str) -> str:
    """Fold a name: case, tone placement, hyphens, apostrophes and white space make no difference."""
    folded = (
        _SEPARATOR.sub(" ", old_tones(name.lower())).strip().replace("đăk", "đắk").replace("đak ", "đắk ")
    )
    return folded.lstrip("0") if folded.isdigit() else _spellings().get(folded, folded)


@cache
def _spellings() -> dict[str, str]:
    """Other spellings of folded names: ``mù cang chải`` for *mù căng chải*."""
    return {row["form"]: row["name"] for row in table("place_spellings")}


class Unit(NamedTuple):
    """An administrative unit."""

    code: str
    """Code of the General Statistics Office."""
    word: str
    """Its level word in lower case: ``quận``."""
    name: str
    """Its name without the level word."""
    level: Level
    parent: str
    """Code of the province, for a commune before July 2025 of the district; empty for a province."""
    since: int
    """First year of this row; 0 for a unit older than the tables."""
    until: int
    """Year in which it ended (2025: on 30 June); 9999 for today's."""
    successor: str
    """Today's unit with its level word, where a merger replaced it."""

    @property
    def full(self) -> str:
        """The name with its level word: ``quận Lê Chân``."""
        return f"{self.word} {self.name}"


Index = dict[str, tuple[Unit, ...]]


def _index(units: Iterable[Unit]) -> Index:
    found: dict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        found[key(unit.name)].append(unit)
    for name in [name for name in found if " " in name]:
        # "Đakrông" for "Đa Krông": the languages of the highlands are written in one word as well.
        found.setdefault(name.replace(" ", ""), found[name])
    return {name: tuple(same) for name, same in found.items()}


@cache
def provinces() -> Index:
    """All provinces since 2004 by folded name, with their usual other spellings."""
    units = [
        Unit(r["code"], r["word"], r["name"], "province", "", int(r["since"] or 0), int(r["until"] or 9999),
             r["successor"])
        for r in table("provinces")
    ]  # fmt: skip
    found = _index(units)
    for row in table("province_names"):
        found[key(row["form"])] = found[key(row["name"])]
    return found


@cache
def districts() -> Index:
    """The districts until 30 June 2025 by folded name, those that had ended before without a code."""
    last = [
        Unit(r["code"], r["word"], r["name"], "district", r["province"], 0, 2025, r["successor"])
        for r in table("districts")
    ]
    ended = [
        Unit("", r["word"], r["name"], "district", r["province"], 0, int(r["until"]), "")
        for r in table("former_districts")
    ]
    return _index([*last, *ended])


@cache
def communes() -> Index:
    """The communes of both eras by folded name."""
    heir = {r["code"]: f"{r['word']} {r['name']}" for r in table("communes_2025")}
    old = [
        Unit(r["code"], r["word"], r["name"], "commune", r["district"], 0, 2025, heir.get(r["successor"], ""))
        for r in table("communes")
    ]  # fmt: skip
    new = [
        Unit(r["code"], r["word"], r["name"], "commune", r["province"], 2025, 9999, "")
        for r in table("communes_2025")
    ]
    return _index([*old, *new])


@cache
def district_codes() -> dict[str, Unit]:
    """The districts by code."""
    return {unit.code: unit for same in districts().values() for unit in same if unit.code}


def province_of(unit: Unit) -> str:
    """Code of the province that a unit belongs to."""
    if unit.level == "province":
        return unit.code
    if unit.level == "commune" and unit.until == 2025:
        district = district_codes().get(unit.parent)
        return district.parent if district else ""
    return unit.parent


def units(word: str, name: str) -> tuple[Unit, ...]:
    """Give the units that ``word`` (a level word in lower case) and ``name`` may mean, best first.

    ``thành phố`` is a province-level city or a city of a province; other words that do not fit the
    unit today (``huyện An Dương`` is now ``quận``) find nothing.
    """
    folded = key(name)
    if word == "thành phố":
        found = (*provinces().get(folded, ()), *districts().get(folded, ()))
    elif word == "tỉnh":
        found = provinces().get(folded, ())
    elif word in ("quận", "huyện", "thị xã"):
        found = districts().get(folded, ())
    else:
        found = communes().get(folded, ())
    return tuple(unit for unit in found if unit.word == word)


class PlaceSpan(NamedTuple):
    """A place as the text has it."""

    start: int
    end: int
    word: str
    """The level word in full and in lower case; empty for a bare name."""
    name: str
    """The name without its level word; empty for a bare level word (``tỉnh``)."""
    candidates: tuple[Unit, ...]


@cache
def _level_pattern() -> re.Pattern[str]:
    forms = sorted((r["form"] for r in table("level_words")), key=len, reverse=True)
    words = "|".join(
        re.escape(f) + (r"(?:\.|(?!\w))" if len(f) < 4 and f.isascii() else r"(?!\w)") for f in forms
    )
    capitals = "|".join(re.escape(f.upper()) + r"(?!\w)" for f in forms if not f.isascii() or len(f) > 3)
    titles = "|".join(re.escape(f[0].upper() + f[1:]) + r"(?!\w)" for f in forms if f[0].islower())
    return re.compile(rf"(?:{words}|{capitals}|{titles})")


@cache
def level_words() -> dict[str, tuple[str, str]]:
    """The level word and level for each form, folded."""
    return {r["form"].lower(): (r["word"], r["level"]) for r in table("level_words")}


_TOKEN = rf"[{UPPER}][\w’']*"
_NAME = lazy(
    rf"[ \t\xa0\n]{{0,2}}((?:Nông trường )?{_TOKEN}(?:(?:[ \xa0\n]|[ \xa0]?[-–][ \xa0]?){_TOKEN}){{0,4}}"
    rf"|\d{{1,2}}(?!\d|[.,/]\d|%)|[IVX]{{1,5}}(?!\w))"
)


@cache
def _no_name() -> re.Pattern[str]:
    """Match what follows a bare level word without being its name: ``Hội đồng nhân dân tỉnh`` *Khóa IX*."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for row in table("unit_stops"):
        kinds[row["kind"]].append(re.escape(row["word"]))
    body, unit, office = ("|".join(kinds[kind]) for kind in ("body", "unit", "office"))
    # P. and Q. are short for phó and quyền as well.
    return re.compile(
        rf"(?:{body})(?![ \xa0](?:{unit})(?!\w))(?!\w)"
        rf"|(?:PHÓ |Phó )?(?:TỔNG |Tổng )?(?:{office})(?!\w)"
    )


_CUT = lazy(r"[ \xa0\n\-–]+[^ \xa0\n\-–]+$")
_PERSON_BEHIND = lazy(r"[ \xa0]([^\W\d_]+)[ \xa0](?:A|Seo|Thị|Văn)[ \xa0][^\W\d_]+$")
"""A name that only a person has, behind an unknown unit's: ``xã Mản Thẩn`` *Giàng Seo Châu*."""
_MERGED = (2, 9)
"""Districts of Hồ Chí Minh City with a number that were merged before the tables."""
_SERIAL = lazy(r" \d{1,2}(?!\w|[.,/]\d|%)")
_FOREIGN = lazy(r"[aeiouy][bcdfghjklmnpqrstvwxz]+[aeiouy]", re.IGNORECASE)
"""Two vowels apart without marks: no syllable of Vietnamese has them (``Wakayama``)."""
_SYLLABLES = lazy(r"[ \xa0]([^\W\d_]+)(?:[ \xa0]([^\W\d_]+))?")


@cache
def _counted() -> frozenset[str]:
    """What a number counts or measures, where it stands behind one: ``tỷ``, ``km``, ``hồ sơ``."""
    words = {row["word"] for row in table("classifiers")} | {row["form"] for row in table("units")}
    return frozenset(words | {row["word"] for row in table("number_words")})


@cache
def _verbs() -> frozenset[str]:
    return frozenset(row["verb"] for row in table("action_verbs") if not row["kind"])


def is_count(text: str, end: int) -> bool:
    """Tell whether the number that ends at ``end`` counts what follows: ``cấp quận`` *27 giải*.

    What a unit does is nothing counted: ``phường 4`` *tổ chức* ``ra quân``.
    """
    behind = _SYLLABLES.match(text, end)
    if behind is None:
        return False
    pair = f"{behind[1]} {behind[2]}"
    does = pair in _verbs() and not text.startswith(",", behind.end())
    return not does and (behind[1] in _counted() or pair in _counted())


def read_place(text: str, at: int) -> PlaceSpan | None:
    """Read the level word at ``at``, with the name behind it where there is one.

    Returns:
        The place; its ``name`` is empty where only the level word stands there. None where no level word
        stands at ``at``.
    """
    level = _level_pattern().match(text, at)
    if level is None:
        return None
    word = level_words()[level[0].rstrip(".").lower()][0]
    name = _NAME.match(text, level.end())
    if name is None or _no_name().match(name[1]) or (name.start(1) == level.end() and level[0][-1] != "."):
        return PlaceSpan(at, level.end(), word, "", ())
    known = name[1].isdigit() and (units(word, name[1]) or (word == "quận" and int(name[1]) in _MERGED))
    behind_break = "\n" in text[level.end() : name.start(1)]  # the number of a heading
    if name[1].isdigit() and (not known or behind_break or is_count(text, name.end(1))):
        return PlaceSpan(at, level.end(), word, "", ())
    shouting = len(level[0]) > 3 and level[0].isupper()
    if "\n" in name[0] and not level[0].islower():
        first = name[0].find("\n")
        if first < name.start(1) - name.start():
            return PlaceSpan(at, level.end(), word, "", ())
    place = _longest(text, at, word, name.start(1), name[1], shouting)
    if place is not None and not place.candidates:
        next_line = "\n" in text[level.end() : name.start(1)]
        if next_line or text[max(0, at - 4) : at].lower() == "cấp ":  # "CẤP XÃ GIAI ĐOẠN 2023 - 2025"
            return PlaceSpan(at, level.end(), word, "", ())
    return place


def serial(text: str, at: int, word: str, name: str) -> str:
    """Give the number that a unit's name goes on with at ``at``, the blank included: ``xã A Lưới`` *2*."""
    number = _SERIAL.match(text, at)
    if number is None or not units(word, name + number[0]) or is_count(text, number.end()):
        return ""
    return number[0]


_RISEN = {
    "xã": ("phường", "thị trấn"),
    "huyện": ("quận", "thị xã", "thành phố"),
    "thị xã": ("thành phố", "quận"),
    "thành phố": ("thị xã",),
}
"""What the level words of districts may have become, or are about to."""


def _risen(word: str, name: str) -> tuple[Unit, ...]:
    """The units of just that name whose level word was ``word`` before: ``xã Tam Quan Bắc``, a ward since."""
    return tuple(unit for unit in communes().get(key(name), ()) if unit.word in _RISEN[word])


def former(word: str, name: str) -> tuple[str, tuple[Unit, ...]] | None:
    """The one unit that had another level word before: ``huyện Thủy Nguyên``, today a city."""
    while word in _RISEN:
        alike = (communes() if word == "xã" else districts()).get(key(name), ())
        found = tuple(unit for unit in alike if unit.word in _RISEN[word])
        if len({unit.code for unit in found}) == 1:
            return name, found
        cut = _CUT.search(name)
        if cut is None or word == "xã":
            break
        name = name[: cut.start()]
    return None


def _longest(text: str, start: int, word: str, at: int, name: str, shouting: bool) -> PlaceSpan | None:
    """Cut words off the end of ``name`` until it is a known unit; an unknown name is kept as a whole."""
    name += serial(text, at + len(name), word, name)
    if word == "xã" and not units(word, name) and (risen := _risen(word, name)):
        return PlaceSpan(start, at + len(name), word, name, risen)
    shorter = name
    while True:
        found = units(word, shorter)
        if found and shorter != name and _goes_on(text, at, name, shorter):
            break
        if found:
            return PlaceSpan(start, at + len(shorter), word, shorter, found)
        cut = _CUT.search(shorter)
        if cut is None:
            break
        shorter = shorter[: cut.start()]
    earlier = former(word, name)
    if earlier is not None:
        return PlaceSpan(start, at + len(earlier[0]), word, *earlier)
    lone = (
        " " not in name
        and not name.isdigit()
        and _FOREIGN.search(name) is None
        and text[at + len(name) : at + len(name) + 2].strip()[:1].islower()
    )
    person = is_person(name, word, text[max(0, start - 5) : start])
    if shouting or lone or (person and not is_named_after(text, start, at + len(name), word)):
        return PlaceSpan(start, at - 1, word, "", ())
    name = re.split(r"[\n–]| - ", name)[0]
    behind = _PERSON_BEHIND.search(name)
    if behind and old_tones(behind[1].lower()) in surnames():
        name = name[: behind.start()]
    name = " ".join(name.split()[:4])
    return PlaceSpan(start, at + len(name), word, name, ())


def _goes_on(text: str, at: int, name: str, known: str) -> bool:
    """Whether one more syllable belongs to a unit that no table has: ``xã Thanh`` *Tường*."""
    rest = name[len(known) :]
    return (
        " " not in known
        and rest[:1] in (" ", "\xa0")
        and rest[1:].isalpha()
        and not rest.isupper()
        and ENDED.match(text, at + len(name)) is not None
        and key(rest.strip()) not in provinces()
    )


@cache
def _bare_pattern() -> re.Pattern[str]:
    forms: set[str] = {unit.name for same in provinces().values() for unit in same}
    forms |= {row["form"] for row in table("province_names")}
    ordered = sorted({form for f in forms for form in (f, f.upper())}, key=len, reverse=True)
    return re.compile("(?:" + "|".join(map(re.escape, ordered)) + r")(?!\w)")


def read_province(text: str, at: int) -> PlaceSpan | None:
    """Read the bare name of a province at ``at`` (``Hải Phòng``, ``TP.HCM`` excluded)."""
    found = _bare_pattern().match(text, at)
    if found is None:
        return None
    return PlaceSpan(at, found.end(), "", found[0], provinces().get(key(found[0]), ()))
