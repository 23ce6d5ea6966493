"""Choosing among readings by context: the likeliest way through a line, syllable by syllable."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import pairs
from vnreport.patterns import lazy

_FIRST = lazy(r"\W*([^\W\d_]+)")
_LAST = lazy(r"([^\W\d_]+)$")
_UNSEEN = -1.0


class Option(NamedTuple):
    """One reading of a stretch without spaces."""

    text: str
    score: float
    """Its log probability by itself."""


@cache
def _rows() -> dict[str, str]:
    return pairs("syllable_pairs")


@cache
def _seconds(first: str) -> dict[str, float]:
    """Give the gains of the syllables that often stand behind one; read when first asked for."""
    seconds = (item.rsplit(":", 1) for item in _rows().get(first, "").split())
    return {second: int(gain) / 10 for second, gain in seconds}


def gain(before: str, after: str) -> float:
    """Give how much likelier ``after`` is for standing behind ``before``, in nats.

    Punctuation between them cuts the tie.
    """
    last, first = _LAST.search(before), _FIRST.match(after)
    if last is None or first is None:
        return 0.0
    return beside(last[1].lower(), first[1].lower())


def beside(first: str, second: str) -> float:
    """Give how much likelier a syllable is for standing behind another, in nats; both in lower case."""
    return _seconds(first).get(second, _UNSEEN)


def choose(slots: Sequence[Sequence[Option]]) -> list[str]:
    """Give the likeliest text of every slot; where there is a choice, the language model makes it."""
    if all(len(options) == 1 for options in slots):
        return [options[0].text for options in slots]
    from vnreport.repair.rescoring import reconsider

    return reconsider(slots, _first_choice(slots))


def _first_choice(slots: Sequence[Sequence[Option]]) -> list[str]:
    """Give the likeliest text of every slot by neighbouring syllables."""
    best = [0.0]
    before: Sequence[Option] = (Option("", 0.0),)
    came: list[list[int]] = []
    for options in slots:
        row, back = [], []
        for option in options:
            values = [
                value + gain(earlier.text, option.text) for value, earlier in zip(best, before, strict=True)
            ]
            index = max(range(len(values)), key=values.__getitem__)
            back.append(index)
            row.append(values[index] + option.score)
        best, before = row, options
        came.append(back)
    index = max(range(len(best)), key=best.__getitem__)
    chosen: list[str] = []
    for options, back in zip(reversed(slots), reversed(came), strict=True):
        chosen.append(options[index].text)
        index = back[index]
    return chosen[::-1]
