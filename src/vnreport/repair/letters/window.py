"""A stretch of a text that may have lost letters."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.repair.letters.damage import Kind, Trust


class Window(NamedTuple):
    """A stretch that may be damaged, and the kinds of damage that would explain it."""

    start: int
    end: int
    kinds: tuple[Kind, ...]
    hits: int
    """How many places in it look damaged."""
    trust: Trust = "evidence"
    """How much the decoder is to be believed about it."""
