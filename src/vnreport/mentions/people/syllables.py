"""The syllables that names of people are made of."""

from __future__ import annotations

from functools import cache

from vnreport.lexicon import column, table
from vnreport.names import common_surnames, fold_syllable, old_tones, surnames, telling_surnames
from vnreport.patterns import lazy

_GIVEN = lazy(r"[^\W\d_]{2,6}")
TELLING = frozenset({"thị", "văn"})
"""Middle names that hardly occur in anything but a person's name."""


@cache
def name_syllables() -> tuple[frozenset[str], frozenset[str]]:
    """Usual middle names and given names, in lower case."""
    rows = table("name_syllables")
    return (
        frozenset(old_tones(r["syllable"]) for r in rows if r["middle"]),
        frozenset(old_tones(r["syllable"]) for r in rows if r["given"]),
    )


@cache
def _hmong() -> frozenset[str]:
    """Surnames of the Hmong, whose men's names go on with ``A``."""
    return frozenset(old_tones(r["surname"].lower()) for r in table("surnames") if r["hmong"])


def in_capitals(folded: list[str]) -> int:
    """How many words a name in capitals has, where words in capitals follow it: ``NGUYỄN VĂN AN`` *DỰ*."""
    middle, given = name_syllables()
    size = min(3, len(folded))
    most = 5 if folded[1:2] == ["thị"] else 4
    while size < min(most, len(folded)) and folded[size - 1] in middle and folded[size] in given - _deeds():
        size += 1
    return size


@cache
def _deeds() -> frozenset[str]:
    """The first syllables of verbs: what follows a name in a headline."""
    return frozenset(fold_syllable(verb.split()[0]) for verb in column("action_verbs", "verb"))


@cache
def saints() -> frozenset[str]:
    """Names of saints, which Catholics bear before their own."""
    return frozenset(r["name"] for r in table("saints"))


def is_likely(folded: list[str]) -> bool:
    """Whether surname, middle and given name of a name are usual ones."""
    middle, given = name_syllables()
    if 3 <= len(folded) <= 5 and folded[0] in surnames() and folded[1] in TELLING:
        return True
    if (
        3 <= len(folded) <= 4
        and folded[0] in telling_surnames()
        and folded[1] in middle
        and _GIVEN.fullmatch(folded[-1])
    ):
        return True
    if len(folded) == 3 and folded[1] == "a" and folded[0] in _hmong():
        return True
    if 3 <= len(folded) <= 4 and folded[0] == "y" and folded[-1] in surnames() - common_surnames():
        return True
    return (
        2 <= len(folded) <= 5
        and folded[0] in common_surnames()
        and folded[-1] in given
        and all(w in middle or w in given or w in surnames() for w in folded[1:-1])
    )


def hides_name(words: list[str] | tuple[str, ...], size: int) -> bool:
    """Whether a usual name stands behind so many words of a village's: ``Thành Đông`` *Ngô Thanh Hằng*."""
    rest = [fold_syllable(word) for word in words[size:]]
    return 3 <= len(rest) <= 4 and rest[0] in telling_surnames() and is_likely(rest)
