"""The words by which a document tells of itself, read from ``lexicon/document_words.tsv``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.text import fold

Where = tuple[int, int]
"""The span of the text that an answer was read from."""


PAPER = lazy(
    r"\s*(?:\((?:[\w.]+\s?){1,3}\)\s?[-–]?|[A-ZĐ]{2,6}(?:\.[A-Z]{2,3})?\s?[-–]"
    rf"|(?-i:[{UPPER}]{{2,}}(?: [{UPPER}]{{2,}}){{1,3}})\s?[-–]|[a-z]{{3,14}}(?:\.[a-z]{{2,4}}){{1,3}}\s?[-–]"
    r"|Biên phòng\s?[-–])\s?",
    re.I,
)
"""What papers put before the first sentence: ``BTN -``, ``(LĐ) -``, ``BẮC GIANG -``, ``nhandan.vn -``."""


@cache
def words(kind: str) -> tuple[str, ...]:
    """Give the words of a class (``agency``, ``plan`` …)."""
    return tuple(row["word"] for row in table("document_words") if row["class"] == kind)


_CENTRAL = ("ban chỉ đạo trung ương ", "ban chỉ đạo quốc gia ")
"""Bodies of the whole country whose names go on behind the word that says so."""


def is_whole(name: str) -> bool:
    """Tell whether a name ends as those of bodies of the whole country do: ``… quốc gia``."""
    folded = fold(name)
    national = folded.endswith(" quốc gia") and not folded.endswith(" mục tiêu quốc gia")
    return national or any(body in folded for body in _CENTRAL) or folded.endswith(words("whole"))


def province_word(name: str) -> str:
    """Give the level word of a province: ``thành phố`` for the cities among them, else ``tỉnh``."""
    return "thành phố" if fold(name) in words("city") else "tỉnh"


@cache
def openings(kind: str) -> tuple[str, ...]:
    """Give the words of a class with a blank behind, for ``str.startswith``."""
    return tuple(f"{word} " for word in words(kind))


@cache
def level_words() -> str:
    """Give the level words as the alternatives of a pattern; ``Xã hội`` and ``Hợp tác xã`` have none."""
    ordered = sorted(words("level"), key=len, reverse=True)
    return "|".join(r"(?<!tác )xã(?! hội\b)" if word == "xã" else word for word in ordered)
