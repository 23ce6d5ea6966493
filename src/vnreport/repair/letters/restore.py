"""Put back what one kind of damage took from a stretch of text."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple


from vnreport.repair import language_model
from vnreport.repair.letters import judge, lattice
from vnreport.repair.letters.channel import Channel, Kind
from vnreport.repair.letters.decoder import Decoded, decode
from vnreport.repair.types import Replacement


class Restored(NamedTuple):
    """The changes to a window, and how likely the window is with them (a log-likelihood)."""

    changes: list[Replacement]
    score: float


@lru_cache(maxsize=32)
def channel(kind: Kind, newer: bool | None) -> Channel:
    """Give the channel of a kind of damage, its candidates kept between calls."""
    return Channel(kind, newer)


def restore(
    text: str, spans: Iterable[tuple[int, int]], kind: Kind, newer: bool | None = None, cautious: bool = False
) -> list[Restored]:
    """Undo a kind of damage in some stretches of a text.

    Args:
        text: the whole text.
        spans: the stretches, disjoint and in order.
        kind: how letters were lost.
        newer: whether the text writes ``hoà``, ``uỷ``; None where it is not known.
        cautious: whether to believe only changes with much evidence.
    """
    model = language_model.load()
    of_kind = channel(kind, newer)
    spans = list(spans)
    of_spans = [lattice.sentences(text, start, end, of_kind) for start, end in spans]
    flat = [sentence for sentences in of_spans for sentence in sentences]
    decoded = iter(decode(model, [[p.candidates for p in s] for s in flat]))
    results = []
    for sentences in of_spans:
        changes: list[Replacement] = []
        score = 0.0
        for sentence in sentences:
            result = next(decoded)
            allowed, gain = _allowed(text, sentence, result, kind) if cautious else (None, 0.0)
            score += gain
            changes += _changes(text, sentence, result, kind, allowed)
        results.append(Restored(changes, score))
    return results


def _allowed(
    text: str, sentence: list[lattice.Position], result: Decoded, kind: Kind
) -> tuple[set[int], float]:
    runs = judge.runs(language_model.load(), text, sentence, result)
    believed = [run for run in runs if judge.believable(run, kind == "stripped")]
    return {i for run in believed for i in run.positions}, sum(run.gain for run in believed)


def _changes(
    text: str, sentence: list[lattice.Position], result: Decoded, kind: Kind, allowed: set[int] | None
) -> list[Replacement]:
    name = "stripped" if kind == "stripped" else "dropped"
    found = []
    for index, (position, choice) in enumerate(zip(sentence, result.choice, strict=True)):
        form = position.candidates.forms[choice] if choice >= 0 else ""
        if form and form != text[position.start : position.end] and (allowed is None or index in allowed):
            confidence = round(result.confidence[index], 3)
            found.append(Replacement(position.start, position.end, form, name, confidence))
    return found
