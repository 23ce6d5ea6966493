"""Small facts about Vietnamese text that every stage shares."""

from __future__ import annotations

from vnreport.patterns import lazy

_SURROGATE = lazy("[\ud800-\udfff]")


def without_surrogates(text: str) -> str:
    """Put U+FFFD in place of each lone surrogate; no offset moves."""
    try:
        text.encode("utf-8")  # much faster than a search
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def fold(text: str) -> str:
    """Lower the case of a text without moving an offset.

    ``len(fold(text)) == len(text)`` for any string: the few letters whose lower case is longer
    (``İ``) stay as they are.
    """
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "İ".join(part.lower() for part in text.split("İ"))
