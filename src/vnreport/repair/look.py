"""A quick look at a text: the characters in it that clean Vietnamese text does not need."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.repair.utf8_images import unusual


class Look(NamedTuple):
    """What a quick look at a text shows."""

    text: str
    unusual: frozenset[str]
    """The characters that clean Vietnamese text does not need."""


def look(text: str) -> Look:
    """Take a quick look at a text."""
    return Look(text, unusual(text))
