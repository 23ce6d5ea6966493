"""Surnames in place of what the language model read in their remains: ``; để Văn Hậu`` was ``; Đỗ Văn Hậu``.

Before ``Thị`` and ``Văn`` in a name there stands a surname. Where its capital is lost with it, the model may
take it for a word in small letters.
"""

from __future__ import annotations

from functools import cache

from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.repair.letters.mended import Mended
from vnreport.repair.types import Replacement

_MIDDLE = lazy(rf"(?<!\w)([^\W\d_]{{1,6}}) (?:Thị|(Văn))((?: [{UPPER}][^\W\d_A-Z]{{0,6}}){{1,3}})(?!\w)")
_OPENING = lazy(
    r"(?:\A|[\n.,;:(–\-]|[ \n(](?:[Oo]ng|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Cc]ô|đồng chí|Đồng chí))[ \t]*\Z"
)
"""What stands right before a whole name; behind other words ``Văn`` *Hậu* may be all of it."""
_MAN = lazy(rf"(?<!\w)(?:[Ôô]ng|[Aa]nh|[Cc]ậu) ([{UPPER}][^\W\d_]{{0,6}}) (Thị)(?= [{UPPER}])")
"""A man's name in which a woman's middle name was read."""
_REACH = 12
_SURE = 0.8


def with_surnames(mended: Mended) -> list[Replacement]:
    """Replace what cannot stand before ``Thị`` or ``Văn`` by the surname that it can have been."""
    found = mended.found
    instead = _mens(mended)
    for match in _MIDDLE.finditer(mended.text):
        start, end = match.span(1)
        inside = mended.changes(start, end)
        if not inside or len(inside) > 1 or match[1] in surnames():
            continue
        if mended.starts[inside[0]] != start or mended.ends[inside[0]] != end:
            continue
        surname = _remains().get(mended.seen(start, end, inside), "")
        before = mended.text[max(0, start - _REACH) : start]
        if surname and (
            match[2] is None or (_OPENING.search(before) and not _is_place(match[0], end - start))
        ):
            instead[inside[0]] = found[inside[0]]._replace(replacement=surname, confidence=_SURE)
    return [instead.get(i, change) for i, change in enumerate(found)] if instead else found


def _mens(mended: Mended) -> dict[int, Replacement]:
    """Give ``Thế`` for each ``Thị`` that was restored in the name of a man: ``ông Đỗ Thế Vinh``."""
    instead: dict[int, Replacement] = {}
    for match in _MAN.finditer(mended.text):
        inside = mended.changes(*match.span(2))
        if match[1] in surnames() and inside and "ế" not in mended.seen(*match.span(2), inside):
            instead[inside[0]] = mended.found[inside[0]]._replace(replacement="Thế", confidence=_SURE)
    return instead


def _is_place(words: str, length: int) -> bool:
    """Tell whether ``Văn`` begins the name of a unit, behind a word of some length: ``- ở Văn Bàn``."""
    from vnreport.gazetteer import communes, districts, key

    folded = key(words[length:])
    return folded in districts() or folded in communes()


@cache
def surnames() -> frozenset[str]:
    """Give all surnames of the table."""
    from vnreport.lexicon import column

    return frozenset(column("surnames", "surname"))


@cache
def _remains() -> dict[str, str]:
    """Give what is left of common surnames without their capital, and the most common that it may be of."""
    from vnreport.lexicon import table
    from vnreport.repair.letters.damage import damage_table

    found: dict[str, str] = {}
    for row in table("surnames"):
        surname = row["surname"]
        for kind in ("extended", "ascii", "marked_extended", "marked_ascii"):
            left = surname.translate(damage_table(kind))
            if row["common"] and not left[:1].isupper():
                found.setdefault(left, surname)
    return found
