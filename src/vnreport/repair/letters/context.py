"""Whether a fragment of a word stands where lost letters could have left it: a look at its neighbours."""

from __future__ import annotations

import re
from functools import cache
from itertools import groupby

from vnreport.lexicon import table
from vnreport.repair.choice import gain
from vnreport.repair.letters.channel import Kind, damage_table
from vnreport.repair.words import fragments, plain

_KINDS: tuple[Kind, ...] = ("additional", "extended", "ascii")
_BEFORE = re.compile(r"([^\W\d_]+) ?\Z")
_BEHIND = re.compile(r" ?([^\W\d_]+)")
_REACH = 24
_EXPECTED = 1.0
"""So many nats likelier beside its neighbour than by itself, a word explains the fragment there."""
_RUN = 4


@cache
def _restorations() -> dict[str, list[str]]:
    """Give the syllables that each fragment may be what is left of."""
    found: dict[str, list[str]] = {}
    wanted = {fragment.lower() for fragment, damage in fragments().items() if damage == "dropped"}
    for row in table("syllable_frequencies"):
        word = row["syllable"]
        for left in {word.translate(damage_table(kind)) for kind in _KINDS} & wanted:
            found.setdefault(left, []).append(word)
    return found


def is_expected(text: str, start: int, end: int) -> bool:
    """Tell whether a fragment stands beside a word that is damaged too, or that a restoration of it goes with.

    Args:
        text: the text.
        start: where the fragment begins.
        end: where it ends.
    """
    fragment = text[start:end]
    before = _BEFORE.search(text, max(0, start - _REACH), start)
    behind = _BEHIND.match(text, end, end + _REACH)
    words = [m[1] for m in (before, behind) if m]
    if any(_is_damaged(word, fragment) for word in words):
        return True
    restored = _restorations().get(fragment.lower(), [])
    left, right = before[1] if before else "", behind[1] if behind else ""
    return any(gain(left, word) > _EXPECTED or gain(word, right) > _EXPECTED for word in restored)


def _is_damaged(word: str, fragment: str) -> bool:
    """Tell whether a neighbour of a fragment is no plain word, either."""
    if word == fragment or not (word.islower() or (word.isupper() and fragment.isupper())):
        return False
    return word.lower() not in plain()


def has_stripped_run(stretch: str, telling: frozenset[str]) -> bool:
    """Tell whether some words on end have no mark, and two different ones of them are telling."""
    words = re.findall(r"[^\W\d_]+", stretch)
    runs = (list(run) for bare, run in groupby(words, key=str.isascii) if bare)
    return any(len(run) >= _RUN and len(telling.intersection(run)) > 1 for run in runs)
