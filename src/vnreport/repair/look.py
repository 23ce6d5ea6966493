"""A quick look at a text: the characters in it that clean Vietnamese text does not need."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.patterns import lazy

# One set of characters, so that the scan runs in C: those beyond the usual ones, and four that are usual but
# behind some vowels.
_UNUSUAL = lazy(
    "[^\t\n\r -~“”‘’–—…•ÀÁÂÃÈÉÊÍÓÔÕÙÚÝàáâãèéêíóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]"
    "(?:(?<![ìòÌÒ])|(?<=[aeouyâêôăõýAEOUYÂÊÔĂÕÝ].))"
)
_APART = frozenset("ìòÌÒ")


class Look(NamedTuple):
    """What a quick look at a text shows."""

    text: str
    unusual: frozenset[str]
    """The characters that clean Vietnamese text does not need."""
    apart: bool
    """Whether ``ì`` or ``ò`` stands where cp1258 leaves it of a tone: behind another vowel."""


def look(text: str) -> Look:
    """Take a quick look at a text."""
    found = frozenset(_UNUSUAL.findall(text))
    return Look(text, found - _APART, not found.isdisjoint(_APART))
