"""The words of dates, read from ``lexicon/times_words.tsv``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from vnreport.lexicon import table


@cache
def numbers(kind: str) -> Mapping[str, int]:
    """Give the words of a class (``month``, ``day`` …) with the number each stands for."""
    rows = table("times_words")
    return MappingProxyType({r["word"]: int(r["value"]) for r in rows if r["class"] == kind})


@cache
def words(kind: str) -> frozenset[str]:
    """Give the words of a class (``lead``, ``follows`` …)."""
    return frozenset(r["word"] for r in table("times_words") if r["class"] == kind)


@cache
def alternation(kind: str) -> str:
    """Give the words of a class as a pattern, longest first, not cut inside a word."""
    ordered = sorted((r["word"] for r in table("times_words") if r["class"] == kind), key=len, reverse=True)
    return r"(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered) + r")(?!\w)"


def number(kind: str, text: str) -> int | None:
    """Read digits or a word of the class as a number; None where it is neither."""
    if text.isdecimal():
        return int(text)
    return numbers(kind).get(" ".join(text.split()))
