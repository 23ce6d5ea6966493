"""Put back what one kind of damage took from a stretch of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import repeat
from typing import NamedTuple

from vnreport.repair import language_model
from vnreport.repair.letters import judge, lattice
from vnreport.repair.letters.adaptation import decode
from vnreport.repair.letters.channel import Channel
from vnreport.repair.letters.cutting import is_kept
from vnreport.repair.letters.damage import Kind, Trust
from vnreport.repair.letters.decoder import Decoded
from vnreport.repair.types import Replacement


class Judged(NamedTuple):
    """The changes to a stretch, and how much evidence there is for them."""

    changes: list[Replacement]
    gain: float
    """The log-likelihood ratio of the stretch with and without the changes; 0 where it was not asked."""
    share: float
    """The share of the words that change."""


@lru_cache(maxsize=32)
def channel(kind: Kind, newer: bool | None) -> Channel:
    """Give the channel of a kind of damage, its candidates kept between calls."""
    return Channel(kind, newer)


class Stretch(NamedTuple):
    """A decoded stretch of a text: which of its changes to make is still to be said."""

    text: str
    kind: Kind
    sentences: list[list[lattice.Position]]
    results: list[Decoded]


def judged(stretches: Sequence[Stretch], trust: Trust) -> list[Judged]:
    """Choose the changes to make in stretches of one text."""
    decoded = [pair for s in stretches for pair in zip(s.sentences, s.results, strict=True)]
    found: Iterator[list[judge.Run]] = repeat([])
    if decoded and trust != "all":
        found = iter(judge.runs(language_model.load(), stretches[0].text, decoded))
    return [_judged(stretch, trust, found) for stretch in stretches]


def _judged(stretch: Stretch, trust: Trust, runs: Iterator[list[judge.Run]]) -> Judged:
    changes: list[Replacement] = []
    gain = words = 0.0
    for sentence, result in zip(stretch.sentences, stretch.results, strict=True):
        words += sum(1 for p in sentence if p.candidates.forms[0] and not p.candidates.gap)
        believed = _believed(stretch, sentence, next(runs), trust)
        gain += sum(run.gain for run in believed)
        allowed = None if trust == "all" else {i for run in believed for i in run.positions}
        changes += _changes(stretch.text, sentence, result, stretch.kind, allowed)
    return Judged(changes, gain, len(changes) / max(1.0, words))


def _believed(
    stretch: Stretch, sentence: list[lattice.Position], runs: list[judge.Run], trust: Trust
) -> list[judge.Run]:
    if not runs:
        return []
    stripped = stretch.kind == "stripped"
    if trust == "near" or (stripped and judge.plainly_stripped(sentence, stretch.text)):
        foreign = judge.foreign(sentence, stretch.text)
        return [run for run in runs if run.gain > 0 and (run.debris or not foreign)]
    believed = [run for run in runs if judge.believable(run, stripped, trust)]
    return believed + [run for run in runs if run not in believed and judge.near(run, believed)]


def restore(
    text: str, spans: Iterable[tuple[int, int]], kind: Kind, newer: bool | None = None
) -> list[Stretch]:
    """Decode some stretches of a text for a kind of damage.

    Args:
        text: the whole text.
        spans: the stretches, disjoint and in order.
        kind: how letters were lost.
        newer: whether the text writes ``hoà``, ``uỷ``; None where it is not known.
    """
    of_kind = channel(kind, newer)
    of_spans = [lattice.sentences(text, start, end, of_kind) for start, end in spans]
    flat = [[p.candidates for p in sentence] for sentences in of_spans for sentence in sentences]
    observed = [[text[p.start : p.end] for p in sentence] for sentences in of_spans for sentence in sentences]
    model = language_model.load()
    decoded = iter(decode(model, observed, flat))
    return [Stretch(text, kind, found, [next(decoded) for _ in found]) for found in of_spans]


def _changes(
    text: str, sentence: list[lattice.Position], result: Decoded, kind: Kind, allowed: set[int] | None
) -> list[Replacement]:
    name = "stripped" if kind in ("stripped", "toneless") else "dropped"
    found = []
    for index in range(len(sentence)) if allowed is None else sorted(allowed):
        start, end, candidates = sentence[index]
        choice = result.choice[index]
        form = candidates.forms[choice] if choice >= 0 else ""
        if form and not is_kept(form, text[start:end]):
            found.append(Replacement(start, end, form, name, round(result.confidence[index], 3)))
    return found
