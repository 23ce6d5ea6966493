"""Where words stand in a text: one pass of an automaton for all of them, however many rules ask."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from ahocorasick_rs import AhoCorasick

from vnreport.phrase_table import Pattern
from vnreport.text import pieces, without_surrogates

_LONG = 1 << 20
"""The places of a text of so many characters are kept as an array, which is smaller and slower."""


class Starts:
    """Finds the places where the words of some kinds begin; a word may be of several kinds."""

    __slots__ = ("_automaton", "_kinds", "_names")

    def __init__(self, kinds: Mapping[str, Iterable[str]], inside: Collection[str] = ()) -> None:
        """Prepare to find.

        Args:
            kinds: the words of each kind; none reaches over a line break.
            inside: the kinds whose words count within longer words too.
        """
        self._names = tuple(kinds)
        of_word: dict[str, tuple[list[str], list[str]]] = {}
        for name, words in kinds.items():
            for word in dict.fromkeys(words):
                whole, anywhere = of_word.setdefault(word, ([], []))
                (anywhere if name in inside else whole).append(name)
        self._kinds = tuple(of_word.values())
        self._automaton = AhoCorasick(of_word)

    def find(self, text: str) -> dict[str, Sequence[int]]:
        """Give the places of each kind in text order."""
        places: dict[str, list[int]] = {name: [] for name in self._names}
        kinds, size = self._kinds, len(text)
        at = 0
        # Piece by piece: the matches of a long text are many.
        for piece in pieces(without_surrogates(text)):
            for index, first, last in self._automaton.find_matches_as_indexes(piece, overlapping=True):
                start, end = at + first, at + last
                whole, anywhere = kinds[index]
                for name in anywhere:
                    places[name].append(start)
                if (
                    whole
                    and not (start and text[start - 1].isalnum())
                    and not (end < size and text[end].isalnum())
                ):
                    for name in whole:
                        places[name].append(start)
            at += len(piece)
        if size <= _LONG:
            return {name: sorted(set(starts)) for name, starts in places.items()}
        return {name: array("q", sorted(set(starts))) for name, starts in places.items()}


class Matches:
    """A pattern in a text whose matches can begin only at known places."""

    __slots__ = ("_match", "_starts", "_text")

    def __init__(self, pattern: Pattern, text: str, starts: Sequence[int]) -> None:
        self._match = pattern.match
        self._text = text
        self._starts = starts

    def finditer(self, start: int, end: int) -> Iterator[re.Match[str]]:
        """Give the matches in ``[start, end)`` as the pattern's own method does."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        # Mostly there is no place at all.
        return self._at(self._starts[first:last], start, end) if first < last else iter(())

    def _at(self, places: Sequence[int], start: int, end: int) -> Iterator[re.Match[str]]:
        text, match = self._text, self._match
        for at in places:
            if at >= start and (found := match(text, at, end)) is not None:
                start = found.end()
                yield found

    def search(self, start: int, end: int) -> re.Match[str] | None:
        """Give the first match in ``[start, end)``, or None."""
        return next(self.finditer(start, end), None)
