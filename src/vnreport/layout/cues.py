"""Cues: the interface words of web pages, found in one pass over the text."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

import ahocorasick_rs

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.text import fold

_SURROGATE = lazy("[\ud800-\udfff]")


class Cue(NamedTuple):
    """A word or phrase of a page's frame; see ``lexicon/boilerplate_cues.tsv`` for the columns."""

    text: str
    modes: dict[str, tuple[str, str]]
    """Strength and kind for each mode."""


class Hit(NamedTuple):
    """A cue in the text."""

    start: int
    end: int
    cue: Cue


@cache
def _cues() -> tuple[Cue, ...]:
    found: dict[str, dict[str, tuple[str, str]]] = {}
    for row in table("boilerplate_cues"):
        found.setdefault(row["cue"], {})[row["mode"]] = (row["strength"], row["kind"])
    return tuple(Cue(text, modes) for text, modes in found.items())


@cache
def _automaton() -> ahocorasick_rs.AhoCorasick:
    return ahocorasick_rs.AhoCorasick(
        [cue.text for cue in _cues()], matchkind=ahocorasick_rs.MatchKind.LeftmostLongest
    )


def find_cues(text: str) -> list[Hit]:
    """Find the cues of a text, longest first from the left, at word boundaries.

    A cue may be glued to its neighbours where the case shows the seam (``Trang chủTin tức``).
    """
    folded = fold(text)
    try:
        matches = _automaton().find_matches_as_indexes(folded)
    except UnicodeEncodeError:
        matches = _automaton().find_matches_as_indexes(_SURROGATE.sub("\ufffd", folded))
    cues = _cues()
    size = len(text)
    hits = []
    for index, start, end in matches:
        if end < size and text[end].isalpha() and not (text[end].isupper() and text[end - 1].islower()):
            continue
        if start and text[start - 1].isalpha() and not (text[start].isupper() and text[start - 1].islower()):
            continue
        hits.append(Hit(start, end, cues[index]))
    return hits
