"""Bigram scores of what may stand side by side; those of a pair of observed words are remembered."""

from __future__ import annotations

import numpy as np

from vnreport.repair.language_model import LanguageModel, Scores
from vnreport.repair.letters.field import Field
from vnreport.repair.letters.trellis import Numbers, ranges

_REMEMBERED = 2_000_000
"""So many scores are remembered."""
_BITS = 32

_blocks: dict[int, Scores] = {}
_size = 0


def pair_scores(
    model: LanguageModel, field: Field, left: Numbers, right: Numbers, first: Numbers, second: Numbers
) -> Scores:
    """Give the bigram score of each pair of candidates, the weight of the second included.

    Args:
        model: the language model.
        field: the candidates.
        left: the first positions of the pairs of positions that are wanted.
        right: the second ones.
        first: the first candidates, pair of positions by pair of positions, each times all the second ones.
        second: the second candidates.
    """
    one, two = field.number[left], field.number[right]
    keys = np.where((one < 0) | (two < 0), -1, one << _BITS | two)
    sizes = field.counts[left] * field.counts[right]
    starts = np.cumsum(sizes) - sizes
    wanted, rows = np.unique(keys, return_index=True)
    known = {key: block for key in wanted.tolist() if (block := _blocks.get(key)) is not None}
    new = [key >= 0 and key not in known for key in wanted.tolist()]
    rows, others = rows[new], np.flatnonzero(keys < 0)
    places = ranges(starts[np.r_[rows, others]], sizes[np.r_[rows, others]])
    word = second.take(places)
    scores = model.bigram(field.ids.take(first.take(places)), field.ids.take(word))
    scores += field.weights.take(word)
    if len(others) == len(keys):
        return scores
    cuts = np.cumsum(sizes[rows]).tolist()
    fresh = {
        key: scores[low:high].copy()
        for key, low, high in zip(wanted[new].tolist(), [0, *cuts], cuts, strict=False)
    }
    _remember(fresh)
    known.update(fresh)
    at = np.flatnonzero(keys >= 0)
    found = np.concatenate([known[key] for key in keys[at].tolist()])
    if not len(others):
        return found
    result = np.empty(len(first), np.float32)
    result[ranges(starts[at], sizes[at])] = found
    result[ranges(starts[others], sizes[others])] = scores[int(sizes[rows].sum()) :]
    return result


def _remember(blocks: dict[int, Scores]) -> None:
    global _size
    _size += sum(map(len, blocks.values()))
    if _size > _REMEMBERED:
        _blocks.clear()
        _size = sum(map(len, blocks.values()))
    _blocks.update(blocks)
