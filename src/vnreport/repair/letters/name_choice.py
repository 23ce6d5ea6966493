"""Names of people, chosen again by what people are called.

The language model counts how often newspapers tell a name, so that a minister outweighs all others of his
remains; what a person nobody has read of is called, the names of many tell better, each counted once.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np

from vnreport.repair.language_model import LanguageModel
from vnreport.repair.letters.decoder import Decoded
from vnreport.repair.letters.lattice import Position
from vnreport.repair.letters.lost_surnames import surnames
from vnreport.repair.letters.tokens import old_placement

_SIZES = (4, 3)
"""A name is told from other words with a capital by so many syllables, a surname first."""
_WEIGHT = 0.5
"""How much the pairs of names weigh beside the language model."""
_DISCOUNT = 0.6
_ADDED, _SYLLABLES = 0.5, 5000
_BEAM = 8
_BEFORE, _BEHIND = 3, 3
_LEVELS = frozenset(("tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "tp", "tp."))


class _Name(NamedTuple):
    """A name among the words of a sentence: which sentence, and at which positions."""

    sentence: int
    at: list[int]


_Path = tuple[int, ...]


def choose(
    model: LanguageModel, text: str, sentences: Sequence[Sequence[Position]], results: Sequence[Decoded]
) -> None:
    """Choose the words of names again, one and the same where the same remains stand several times.

    Args:
        model: the language model.
        text: the text that the positions point into.
        sentences: the positions of each sentence, with their candidates.
        results: what each sentence was decoded to; changed where a name is likelier another.
    """
    same: dict[tuple[str, ...], list[_Name]] = {}
    for number, (sentence, result) in enumerate(zip(sentences, results, strict=True)):
        for at in _names(text, sentence, result):
            seen = tuple(text[sentence[i].start : sentence[i].end] for i in at)
            same.setdefault(seen, []).append(_Name(number, at))
    for names in same.values():
        first = names[0]
        positions = [sentences[first.sentence][i] for i in first.at]
        chosen = tuple(results[first.sentence].choice[i] for i in first.at)
        paths = _paths(positions, chosen)
        if len(paths) < 2:
            continue
        totals = _WEIGHT * np.array([score for _, score in paths])
        for name in names:
            totals += _in_context(model, sentences[name.sentence], results[name.sentence], name.at, paths)
        best = paths[int(totals.argmax())][0]
        for name in names:
            for i, choice in zip(name.at, best, strict=True):
                results[name.sentence].choice[i] = choice


def _names(text: str, sentence: Sequence[Position], result: Decoded) -> Iterator[list[int]]:
    """Give the positions of each name in which a word may be another."""
    run: list[int] = []
    before = ""
    for i, (position, choice) in enumerate(zip(sentence, result.choice, strict=True)):
        if choice < 0:
            continue
        form = position.candidates.forms[choice] or text[position.start : position.end]
        follows = bool(run) and text[sentence[run[-1]].end : position.start] == " "
        if run and not (follows and _is_title(form)):
            yield from _ending(sentence, result, run, before)
            run = []
        if _is_title(form) and position.end > position.start:
            run.append(i)
        else:
            before = f"{before.rpartition(' ')[2]} {form}"
    yield from _ending(sentence, result, run, before)


def _ending(
    sentence: Sequence[Position], result: Decoded, run: list[int], before: str
) -> Iterator[list[int]]:
    """Give the name that words with a capital end with, unless it is what a street or a school is called."""
    for size in _SIZES:
        at = run[-size:]
        if len(at) == size and sentence[at[0]].candidates.forms[result.choice[at[0]]] in surnames():
            words = before.lower(), before.lower().rpartition(" ")[2]
            something_else = size == len(run) and not _named_after().isdisjoint(words)
            if not something_else and any(len(sentence[i].candidates.forms) > 1 for i in at):
                yield at
            return


def _is_title(form: str) -> bool:
    return form[:1].isupper() and form.isalpha() and (len(form) == 1 or form[1:].islower())


def _paths(positions: Sequence[Position], chosen: _Path) -> list[tuple[_Path, float]]:
    """Give the likeliest names and what was chosen, each with its logarithm."""
    beam: list[tuple[float, _Path, str]] = [(0.0, (), "^")]
    for index, (position, kept) in enumerate(zip(positions, chosen, strict=True)):
        last = index + 1 == len(positions)
        options = list(_options(position.candidates.forms, index == 0, last, kept))
        steps = [
            (score + _step(word, option), (*path, place), option)
            for score, path, word in beam
            for place, option in options
        ]
        kept_path = chosen[: index + 1]
        beam = heapq.nlargest(_BEAM, steps)
        if not any(path == kept_path for _, path, _ in beam):
            beam += [step for step in steps if step[1] == kept_path]
    return [(path, score) for score, path, _ in beam]


def _options(forms: Sequence[str], first: bool, last: bool, chosen: int) -> Iterator[tuple[int, str]]:
    known = _pairs()[2]
    for place, form in enumerate(forms):
        if not _is_title(form):
            continue
        word = old_placement(form.lower()).capitalize() + ("$" if last else "")
        if place == chosen or (form in surnames() if first else word in known):
            yield place, word


def _in_context(
    model: LanguageModel,
    sentence: Sequence[Position],
    result: Decoded,
    at: list[int],
    paths: list[tuple[_Path, float]],
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """Give what the language model says of each path, the words around as they were chosen."""
    spoken = [i for i, choice in enumerate(result.choice) if choice >= 0]
    low = spoken.index(at[0])
    around = spoken[max(0, low - _BEFORE) : low], spoken[low + len(at) : low + len(at) + _BEHIND]
    before, behind = ([int(sentence[i].candidates.ids[result.choice[i]]) for i in side] for side in around)
    before = [0] * (_BEFORE - len(before)) + before
    rows = []
    weights = []
    for path, _ in paths:
        candidates = [sentence[i].candidates for i in at]
        rows.append(before + [int(c.ids[p]) for c, p in zip(candidates, path, strict=True)] + behind)
        weights.append(sum(float(c.weights[p]) for c, p in zip(candidates, path, strict=True)))
    ids = np.array(rows, np.int64)
    steps = [ids[:, k : ids.shape[1] - _BEFORE + k].ravel() for k in range(_BEFORE + 1)]
    scores = model.score(np.stack(steps[:_BEFORE]), steps[_BEFORE]).reshape(len(rows), -1)
    return scores.sum(1) + np.array(weights)  # type: ignore[no-any-return]


@lru_cache(maxsize=1 << 14)
def _step(first: str, second: str) -> float:
    """Give the logarithm of the share of names in which one syllable follows another."""
    counts, rest, singles = _pairs()
    alone = (singles.get(second, 0) + _ADDED) / (singles[""] + _ADDED * _SYLLABLES)
    return math.log(counts.get((first, second), 0.0) + rest.get(first, 1.0) * alone)


@cache
def _pairs() -> tuple[dict[tuple[str, str], float], dict[str, float], dict[str, int]]:
    """Give the shares of the pairs, what they leave to others, and how many names hold each syllable."""
    from vnreport.lexicon import table

    counts: dict[tuple[str, str], float] = {}
    rest: dict[str, float] = {}
    singles: dict[str, int] = {"": 0}
    for row in table("name_pairs"):
        total = int(row["names"])
        rest[row["first"]] = 1.0
        for entry in row["seconds"].split(" "):
            second, _, seen = entry.partition(":")
            counts[row["first"], second] = share = (int(seen) - _DISCOUNT) / total
            rest[row["first"]] -= share
            singles[second] = singles.get(second, 0) + int(seen)
            singles[""] += int(seen)
    return counts, rest, singles


@cache
def _named_after() -> frozenset[str]:
    """Give words for what is called by the name of a person, the last two of several: ``đường``."""
    from vnreport.lexicon import table

    return frozenset(
        " ".join(row["word"].lower().split()[-2:]) for row in table("named_after") if not row["none"]
    )
