"""Small facts about Vietnamese text that every stage shares."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from vnreport.patterns import lazy

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SURROGATE = lazy("[\ud800-\udfff]")
_PIECE = 1 << 16


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
    if len(text) <= _PIECE:
        return _lower(text)
    # ``lower`` takes twelve bytes a character for a while; no letter's case depends on another line.
    return "".join(map(_lower, pieces(text)))


def _lower(text: str) -> str:
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "İ".join(part.lower() for part in text.split("İ"))


def pieces(text: str) -> Iterator[str]:
    """Cut a long text behind line breaks into pieces."""
    at = 0
    while at < len(text):
        end = text.find("\n", at + _PIECE) + 1 or len(text)
        yield text[at:end]
        at = end


def matches(
    automaton: AhoCorasick, text: str, *, overlapping: bool = False
) -> Iterable[tuple[int, int, int]]:
    """Give which words of an automaton stand in a text, and where, as its own method does.

    A long text is searched in pieces: the matches of all of it are many, and it would keep for good what the
    automaton makes of it. No word of the automaton may hold a line break.
    """
    if len(text) <= _PIECE:
        return automaton.find_matches_as_indexes(text, overlapping=overlapping)
    return _piecewise(automaton, text, overlapping)


def _piecewise(automaton: AhoCorasick, text: str, overlapping: bool) -> Iterator[tuple[int, int, int]]:
    at = 0
    for piece in pieces(text):
        for which, start, end in automaton.find_matches_as_indexes(piece, overlapping=overlapping):
            yield which, at + start, at + end
        at += len(piece)
