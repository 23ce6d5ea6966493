"""Small facts about Vietnamese text that every stage shares."""

from __future__ import annotations


def fold(text: str) -> str:
    """Lower the case of a text without moving an offset.

    ``len(fold(text)) == len(text)`` for any string: the few letters whose lower case is longer
    (``İ``) stay as they are.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)
