"""Words with their offsets, segmented by underthesea."""

from __future__ import annotations

from typing import NamedTuple


class Token(NamedTuple):
    """A word: ``text[start:end]``; a Vietnamese word may hold several syllables."""

    text: str
    start: int
    end: int


def tokenize(text: str) -> list[Token]:
    """Segment a text into words whose offsets are exact."""
    raise NotImplementedError
