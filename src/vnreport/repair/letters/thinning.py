"""Where little is left of words: a cheap look at their neighbours, to drop what those do not allow."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import EOS, Ids, LanguageModel, Scores
from vnreport.repair.letters.channel import Candidates

WIDE = 32
"""So many candidates of a word stay."""
HEADS = 6
"""So many candidates of either neighbour, the likeliest by themselves, are asked."""
_CHUNK = 1 << 18
_NEVER = np.float32(-1e9)

Kept = dict[tuple[int, int], NDArray[np.int64]]


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
    if not wide:
        return result, kept
    before, ahead = _heads(model, sentences, wide, -1), _heads(model, sentences, wide, 1)
    widths = [len(sentences[i][t].ids) for i, t in wide]
    width = max(widths)
    rows = max(1, _CHUNK // (width * HEADS))
    for at in range(0, len(wide), rows):
        part = wide[at : at + rows]
        ids = np.full((len(part), width), -1)
        weights = np.full((len(part), width), _NEVER, np.float32)
        for row, (i, t) in enumerate(part):
            found = sentences[i][t]
            ids[row, : len(found.ids)] = found.ids
            weights[row, : len(found.ids)] = found.weights
        total = weights + _neighbours(model, ids, before, ahead, at)
        best = np.sort(np.argpartition(-total, WIDE - 1, axis=1)[:, :WIDE], axis=1)
        for row, (i, t) in enumerate(part):
            found, columns = sentences[i][t], best[row]
            result[i][t] = found._replace(ids=found.ids[columns], weights=found.weights[columns], number=-1)
            kept[i, t] = columns
    return result, kept


def _heads(
    model: LanguageModel, sentences: Sequence[Sequence[Candidates]], wide: list[tuple[int, int]], way: int
) -> tuple[Ids, Scores]:
    """Give the likeliest candidates of the neighbours before (``way`` -1) or behind, and their weights."""
    ids = np.full((len(wide), HEADS), -1)
    weights = np.full((len(wide), HEADS), _NEVER, np.float32)
    for row, (i, t) in enumerate(wide):
        at = t + way
        while 0 <= at < len(sentences[i]) and sentences[i][at].gap:
            at += way
        if 0 <= at < len(sentences[i]):
            found = sentences[i][at]
            number = min(HEADS, len(found.ids))
            ids[row, :number] = found.ids[:number]
            weights[row, :number] = found.weights[:number]
        else:
            ids[row, 0], weights[row, 0] = EOS, 0
    if way < 0:
        weights += model.unigram[np.maximum(ids, 0)]
    return ids, weights


def _neighbours(
    model: LanguageModel, ids: Ids, before: tuple[Ids, Scores], ahead: tuple[Ids, Scores], at: int
) -> Scores:
    """Give the best bigram scores of each candidate with the heads of its neighbours."""
    row, column = np.nonzero(ids >= 0)
    word = ids[row, column]
    result = np.full(ids.shape, _NEVER, np.float32)
    total = np.zeros(len(word), np.float32)
    for heads, weights, first in ((*before, True), (*ahead, False)):
        best = np.full(len(word), 2 * _NEVER, np.float32)
        for k in range(HEADS):
            head, weight = heads[at + row, k], weights[at + row, k]
            there = np.flatnonzero(head >= 0)
            pair = (head[there], word[there]) if first else (word[there], head[there])
            best[there] = np.maximum(best[there], weight[there] + model.bigram(*pair))
        total += best
    result[row, column] = total
    return result
