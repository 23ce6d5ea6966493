"""Damage that takes all tones of a text, or one of its letters everywhere: words of it tell of each other.

A single word without its tone (``viêt``) is a slip of the author. Several different ones close by are not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from vnreport.lexicon import column
from vnreport.repair.letters.damage import Kind, damaged
from vnreport.repair.words import Block, places

KINDS: dict[str, tuple[Kind, ...]] = {
    "toneless": ("toneless",),
    "soft": ("soft", "hat_to_horn"),
    "hat_to_horn": ("hat_to_horn", "merged", "soft"),
    "merged": ("merged", "hat_to_horn"),
}
"""What fragments of each damage may be due to."""
_REACH = 600
"""So many characters apart, two words still tell of each other."""
_FEWEST = {"toneless": 3}
"""So many different words must be near each other: most have a tone, so many tell where they are lost."""
_MARKS = ",.;:)"


def hits(text: str, block: Block, telling: Mapping[str, str]) -> Iterator[tuple[str, list[int]]]:
    """Find the fragments of such damage that have another beside them.

    Args:
        text: the text.
        block: a block of it.
        telling: the fragments among its odd words, each with the damage that leaves it.

    Yields:
        Each damage, and where its fragments stand, in order.
    """
    for damage, kinds in KINDS.items():
        own = {word for word, of in telling.items() if of == damage}
        if damage == "merged":
            own |= {word for word in telling if word.rstrip(_MARKS).lower() in _left_of_pairs()}
        alike = own | {word for word, of in telling.items() if of in kinds}
        if sum(map(str.islower, alike)) < 2:
            continue  # a slip, or the name of somebody
        found = list(places(text, block, alike))
        near = _near(found, _FEWEST.get(damage, 2))
        yield damage, [at for i, (at, word) in enumerate(found) if i in near and word in own]


@cache
def _left_of_pairs() -> frozenset[str]:
    """Give what is left of syllables whose vowels are lost whole, as other losses leave it (``ngun``)."""
    words = (word for word in column("syllable_frequencies", "syllable") if "uô" in word or "yê" in word)
    return frozenset(damaged("merged", "\n".join(words)).split("\n"))


def _near(found: list[tuple[int, str]], fewest: int) -> set[int]:
    """Give the indices of those with so many different ones within reach, two of them in small letters."""
    near: set[int] = set()
    words = [word.rstrip(_MARKS) for _, word in found]
    first = 0
    for i, (at, _) in enumerate(found):
        while found[first][0] < at - _REACH:
            first += 1
        beside = words[first : i + 1]
        small = {word for word in beside if word.islower()}
        if len({word.lower() for word in beside}) >= fewest and small:
            near.update(range(first, i + 1))
    return near
