"""The syllables of Vietnamese personal names."""

from __future__ import annotations

from functools import cache

from vnreport.gazetteer import old_tones
from vnreport.lexicon import table


@cache
def surnames() -> frozenset[str]:
    """The surnames, in lower case."""
    return frozenset(old_tones(row["surname"].lower()) for row in table("surnames"))
