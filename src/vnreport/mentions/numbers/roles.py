"""The words around numbers, by what they tell: the table ``value_contexts``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.numbers.spelling import tone_variants

GAP = r"[^\S\n\r\f\v]"
"""A space within a line; named characters above U+00FF would make it fifteen times as slow to compile."""


@cache
def role(name: str) -> frozenset[str]:
    """Give the phrases of a role in both spellings; see the table for the roles."""
    phrases = {
        form
        for row in table("value_contexts")
        if row["role"] == name
        for form in tone_variants(row["phrase"])
    }
    if not phrases:
        raise KeyError(name)
    return frozenset(phrases)


def any_of(phrases: frozenset[str] | set[str] | list[str]) -> str:
    """Give a regular expression for any of the phrases, the longest first; spaces match any gap in a line."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "(?:" + "|".join(re.escape(phrase).replace(r"\ ", GAP) for phrase in ordered) + ")"
