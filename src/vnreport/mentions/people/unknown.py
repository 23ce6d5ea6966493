"""Offices held in a body that no finder knows: small letters, or words of a body that no table has."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.organizations.tables import heads, not_between
from vnreport.mentions.people import patterns as p
from vnreport.mentions.people.office import Office
from vnreport.names import UPPER, common_surnames, fold_syllable
from vnreport.patterns import lazy

_CAPITAL = lazy(rf"(?<=[ \xa0])[{UPPER}]|[.;:(\n]")
_LONGEST = 90
"""How long the name of a body is at most."""
_TRIED = 3
"""How many titles before a name are looked at."""
_HEAD = 4
"""How many words the head of a body has at most."""


_UNITS = (" ban", " phòng", " khoa", " đội", " trạm", " khối", " viện", " vụ")
"""The last words of offices that begin the names of bodies."""


@cache
def _within() -> frozenset[str]:
    """Syllables that show a clause elsewhere, and stand in the names of bodies too: ``các vấn`` *đề*."""
    return frozenset(row["syllable"] for row in table("body_syllables"))


def unknown_body(text: str, office: Office, end: int) -> bool:
    """Whether a body stands between an office and the name of its holder, which begins behind ``end``.

    It does for the office of who leads a body, where the words open like one and no clause goes on in them:
    ``Chánh án`` *tòa án nhân dân tối cao* ``Lê Văn A``.
    """
    if office.title.kind != "office" or not p.LEADS.match(office.title.name):
        return False
    if not 0 < end - office.title_end < _LONGEST or not p.BODY_OF_HOLDER.fullmatch(
        text, office.title_end, end
    ):
        return False
    words = [fold_syllable(word.strip(",")) for word in text[office.title_end : end].split()]
    opens = office.title.name.lower().endswith(_UNITS)
    opens = opens or any(" ".join(words[:size]) in heads() for size in range(1, _HEAD + 1))
    return (
        opens
        and words[-1] not in not_between()
        and not any(word in not_between() and word not in _within() for word in words)
    )


def is_full_name(text: str, at: int) -> bool:
    """Whether a name of three syllables with a usual surname begins at ``at``."""
    name = p.NAMED.match(text, at)
    return name is not None and name[2] is not None and fold_syllable(name[1]) in common_surnames()


def holder_behind(text: str, office: Office, named_at: Callable[[int], bool]) -> bool:
    """Whether a body that no finder knows and the name of who leads it stand behind an office."""
    for word in _CAPITAL.finditer(text, office.title_end, office.title_end + _LONGEST):
        if word[0] in ".;:(\n":
            break
        if named_at(word.start()) and is_full_name(text, word.start()):
            return unknown_body(text, office, word.start() - 1)
    return False


def last_titles(titles: list[int], low: int, end: int) -> Iterator[int]:
    """Give where the last titles before ``end`` begin, the nearest first, not below ``low``."""
    index = bisect_left(titles, end)
    yield from (at for at in reversed(titles[max(0, index - _TRIED) : index]) if at >= low)
