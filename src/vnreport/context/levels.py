"""Units and their level words: the unit that a name ends with, the word that belongs before a bare one."""

from __future__ import annotations

import re
from functools import cache

from vnreport.context.lexicon import province_word, words
from vnreport.locality import units_of_any_level
from vnreport.patterns import lazy
from vnreport.report import PlaceMention
from vnreport.text import fold

_LONGEST = 160
_UNIT = lazy(
    r"^(?:.*\s)?(?P<level>tỉnh|huyện|thành phố|quận|thị xã|(?<!thị\s)(?<!tác\s)xã(?!\shội)|phường|thị trấn"
    r"|đặc khu)\s"
    r"(?P<name>[^\W_][^\n]{1,30})$"
)


def unit_in(name: str) -> str | None:
    """Read the unit off the end of an agency's name: ``Hội đồng nhân dân`` *huyện Krông Bông*."""
    match = _UNIT.search(name)
    if match is None or fold(name[: match.start("level")]).endswith(("các ", "những ")):
        return None
    return f"{fold(match['level'])} {match['name']}"


def province_in(name: str) -> str | None:
    """Read a bare province off the end of an agency's name: ``Bệnh viện Nhi đồng`` *Cần Thơ*."""
    folded = fold(name)
    tails = [province for province in words("province") if folded.endswith(f" {province}")]
    if not tails:
        return None
    proper = name[-len(max(tails, key=len)) :]
    proper = proper.title() if proper.isupper() else proper
    return f"{province_word(proper)} {proper}"


def proper_name(name: str) -> str:
    """Give a unit's name without its level word, its letters as they are."""
    match = _UNIT.search(name)
    return match["name"] if match else name


def bare_name(name: str) -> str:
    """Give a place's folded name without its level word."""
    return re.sub(rf"^(?:{'|'.join(words('level'))}|tp\.?)\s", "", fold(name))


def _levels(text: str, name: str) -> list[str]:
    """Give the level words that the text has before a name, those of the larger units first."""
    if bare_name(name) != fold(name):
        return [fold(name)[: len(name) - len(bare_name(name))].strip()]
    names = ((level, f"{level} {name}") for level in words("level"))
    return [level for level, full in names if _stands(full, text) or _stands(full.upper(), text)]


def _stands(name: str, text: str) -> bool:
    """Tell whether a text has a name as it is, not as the beginning of a longer one: ``xã Mỹ`` *Hòa*.

    Nor is it one unit's where several are meant: ``các`` *tỉnh Tây Nguyên*.
    """
    at = text.find(name)
    while at >= 0:
        several = text[max(0, at - 6) : at].lower().endswith(("các ", "những "))
        if not several and not _goes_on(text[at + len(name) : at + len(name) + 2]):
            return True
        at = text.find(name, at + 1)
    return False


def _goes_on(behind: str) -> bool:
    return behind[:1].isalnum() or (behind[:1] == " " and behind[1:].isupper())


def followers_of(text: str) -> dict[str, set[str]]:
    """Give what stands behind the level words of a text, by its first syllable."""
    found: dict[str, set[str]] = {}
    for match in _level_word().finditer(text):
        behind = text[match.end() : match.end() + _LONGEST].partition("\n")[0]
        found.setdefault(behind.partition(" ")[0], set()).add(behind)
    return found


@cache
def _level_word() -> re.Pattern[str]:
    longest_first = sorted(words("level"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))}) (?=\w)")


def is_levelled(name: str, followers: dict[str, set[str]]) -> bool:
    """Tell whether a place has a level word, in its name or before it somewhere in the text."""
    if bare_name(name) != fold(name):
        return True
    first = name.split(" ", 1)[0]
    return any(
        behind.startswith(name) and not _goes_on(behind[len(name) : len(name) + 2])
        for key in (first, *(first + mark for mark in ",.;:)"))
        for behind in followers.get(key, ())
    )


def levelled(text: str, place: PlaceMention, places: list[PlaceMention]) -> str:
    """Give the name of a place with its level word, where that is known."""
    if place.level == "province" and bare_name(place.name) == fold(place.name):
        return f"{province_word(place.name)} {place.name}"
    return full_name(text, place.name, places)


def full_name(text: str, name: str, places: list[PlaceMention]) -> str:
    """Put the level word before a bare name: as a mention has it, as the text has it, or as provinces are."""
    bare = bare_name(name)
    if bare != fold(name):
        return name
    for mention in places:
        if bare_name(mention.name) == bare and fold(mention.name) != bare:
            return mention.name
    if bare in words("province"):
        return f"{province_word(name)} {name}"
    levels = _levels(text, name)
    known = {unit.word for unit in units_of_any_level(name) if unit.level == "district"}
    level = levels[0] if levels else next(iter(known)) if len(known) == 1 else ""
    return f"{level} {name}".strip()
