"""Where little is left of words: a cheap look at their neighbours, to drop what those do not allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import EOS, LanguageModel, Scores
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.trellis import ranges

WIDE = 32
"""So many candidates of a word stay."""
HEADS = 6
"""So many candidates of either neighbour, the likeliest by themselves, are asked."""
_CHUNK = 1 << 18
_REMEMBERED = 1 << 14
_EDGE = Candidates(np.array([EOS]), np.zeros(1, np.float32), [""], number=0)
_BEFORE, _BEHIND = -1, 1

Kept = dict[tuple[int, int], NDArray[np.int64]]
_Key = tuple[int, int, int]
_Side = tuple[Candidates, Candidates, int]
"""A word, its neighbour, and where that stands."""

_seen: dict[_Key, Scores] = {}


def thin(
    model: LanguageModel, sentences: Sequence[Sequence[Candidates]]
) -> tuple[list[list[Candidates]], Kept]:
    """Leave each word at most ``WIDE`` candidates.

    Returns:
        The sentences, and for each position (sentence, step) that lost candidates the places of those kept.
    """
    wide = [
        (i, t)
        for i, sentence in enumerate(sentences)
        for t, found in enumerate(sentence)
        if len(found.ids) > WIDE and not found.gap
    ]
    result = [list(sentence) for sentence in sentences]
    kept: Kept = {}
    sides = [
        (sentences[i][t], _neighbour(sentences[i], t, way), way)
        for i, t in wide
        for way in (_BEFORE, _BEHIND)
    ]
    scores = _scores(model, sides)
    for (i, t), before, behind in zip(wide, scores[::2], scores[1::2], strict=True):
        found = sentences[i][t]
        total = found.weights + (before + behind)
        columns = np.sort(np.argpartition(-total, WIDE - 1)[:WIDE])
        weights = found.weights[columns]
        result[i][t] = found._replace(ids=found.ids[columns], weights=weights, number=-1)
        kept[i, t] = columns
    return result, kept


def _neighbour(sentence: Sequence[Candidates], step: int, way: int) -> Candidates:
    at = step + way
    while 0 <= at < len(sentence) and sentence[at].gap:
        at += way
    return sentence[at] if 0 <= at < len(sentence) else _EDGE


def _scores(model: LanguageModel, sides: list[_Side]) -> list[Scores]:
    """Give the best bigram scores of each candidate with the heads of its neighbour."""
    keys = [
        (word.number, by.number, way) if word.number >= 0 and by.number >= 0 else (-1, at, way)
        for at, (word, by, way) in enumerate(sides)
    ]
    wanted = dict(zip(keys, sides, strict=True))
    known = {key: scores for key in wanted if (scores := _seen.get(key)) is not None}
    new = [key for key in wanted if key not in known]
    size = first = 0
    for stop, key in enumerate(new, 1):
        size += HEADS * len(wanted[key][0].ids)
        if size > _CHUNK or stop == len(new):
            part = new[first:stop]
            known.update(zip(part, _asked(model, [wanted[key] for key in part]), strict=True))
            size, first = 0, stop
    if len(_seen) > _REMEMBERED:
        _seen.clear()
    _seen.update((key, known[key]) for key in new if key[0] >= 0)
    return [known[key] for key in keys]


def _asked(model: LanguageModel, sides: list[_Side]) -> list[Scores]:
    """Ask the heads of the neighbours, all at once."""
    heads = np.array([min(HEADS, len(by.ids)) for _, by, _ in sides])
    counts = np.array([len(word.ids) for word, _, _ in sides])
    ids = np.concatenate([by.ids[:HEADS] for _, by, _ in sides])
    weights = np.concatenate([by.weights[:HEADS] for _, by, _ in sides])
    before = np.array([way == _BEFORE for _, _, way in sides])
    weights += np.where(np.repeat(before, heads), model.unigram[ids], np.float32(0))
    # Candidate by candidate, each with all the heads.
    times = np.repeat(heads, counts)
    head = ranges(np.repeat(np.cumsum(heads) - heads, counts), times)
    word = np.repeat(np.concatenate([word.ids for word, _, _ in sides]), times)
    is_before = np.repeat(np.repeat(before, counts), times)
    other = ids[head]
    first, second = np.where(is_before, other, word), np.where(is_before, word, other)
    scores = weights[head] + model.bigram(first, second)
    best = np.maximum.reduceat(scores, np.cumsum(times) - times)
    cuts = np.cumsum(counts).tolist()
    return [best[low:high].copy() for low, high in zip([0, *cuts], cuts, strict=False)]
