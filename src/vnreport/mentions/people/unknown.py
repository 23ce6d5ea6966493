"""Offices held in a body that no finder knows: small letters, or words of a body that no table has."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.organizations.tables import heads, not_between
from vnreport.mentions.people import patterns as p
from vnreport.mentions.people.office import Office
from vnreport.names import fold_syllable

_LONGEST = 90
"""How long the name of a body is at most."""
_HEAD = 4
"""How many words the head of a body has at most."""


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
    opens = any(" ".join(words[:size]) in heads() for size in range(1, _HEAD + 1))
    return (
        opens
        and words[-1] not in not_between()
        and not any(word in not_between() and word not in _within() for word in words)
    )


def last_title(titles: list[int], low: int, end: int) -> int | None:
    """Give where the last title before ``end`` begins, if that is not below ``low``."""
    index = bisect_left(titles, end) - 1
    return titles[index] if index >= 0 and titles[index] >= low else None
