"""The second pass of the decoder: a beam with the full model over what the bigram pass has left.

A history is three words: behind three in a row that have one candidate each, nothing chosen before matters.
So the sentences are cut at such runs, and only the pieces between are searched, many at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import Flags, Ids, LanguageModel, Scores

NEVER = np.float32(-1e9)
_HISTORY = 3
"""So many words before it decide how likely a word is."""


class Field(NamedTuple):
    """What is left to choose from, as padded arrays by step, sentence and candidate; step 0 is the start."""

    ids: Ids
    """The candidates, those left first; -1 where there is none."""
    columns: NDArray[np.int64]
    """Where they stand in the arrays of pairs."""
    skip: Flags
    """Which of them repeat the word before, for nothing stood here."""
    single: Flags
    """Of each step and sentence: whether one word alone is left."""
    ahead: Scores
    """The best bigram score from each candidate to the end of the sentence."""
    pairs: Scores
    """The bigram score, the word's weight included, of a candidate (last) after one of the step before."""
    known: Flags
    """Whether the bigram is stored."""
    lengths: NDArray[np.int64]
    """How many steps each sentence has."""


class _Piece(NamedTuple):
    sentence: int
    start: int
    """The step before the first that is searched."""
    length: int


def search(model: LanguageModel, field: Field, beam: int) -> NDArray[np.int64]:
    """Give the chosen candidate of each step and sentence.

    Args:
        model: the language model.
        field: the candidates.
        beam: how many histories are followed.
    """
    pieces = sorted(_pieces(field), key=lambda piece: -piece.length)
    choices = np.zeros(field.single.shape, np.int64)
    if pieces:
        _Search(model, field, pieces, beam).run(choices)
    return choices


def _pieces(field: Field) -> Iterator[_Piece]:
    for sentence, (column, length) in enumerate(zip(field.single.T, field.lengths.tolist(), strict=True)):
        free = np.flatnonzero(~column[: length + 1])
        if not len(free):
            continue
        cuts = np.flatnonzero(np.diff(free) > _HISTORY)
        starts, ends = free[np.r_[0, cuts + 1]].tolist(), free[np.r_[cuts, len(free) - 1]].tolist()
        for first, last in zip(starts, ends, strict=True):
            yield _Piece(sentence, first - 1, min(last + _HISTORY, length) - first + 1)


class _Search:
    """Pieces of sentences, longest first, searched step by step, all at once."""

    def __init__(self, model: LanguageModel, field: Field, pieces: list[_Piece], beam: int) -> None:
        self.model, self.field, self.beam = model, field, beam
        self.sentence, self.start, self.lengths = np.array(pieces).T
        self.parents: list[NDArray[np.int64]] = []
        self.picks: list[NDArray[np.int64]] = []

    def run(self, choices: NDArray[np.int64]) -> None:
        """Search, and write what was chosen."""
        before = np.maximum(self.start - np.arange(_HISTORY - 1, -1, -1)[:, None], 0)
        history = self.field.ids[before, self.sentence, 0][:, :, None]
        column = np.zeros((len(self.sentence), 1), np.int64)
        score = np.zeros(column.shape, np.float32)
        last = [0] * len(column)
        ends = np.bincount(self.lengths)
        n = len(column)
        for step in range(1, len(ends)):
            history, column, score = self._step(step, history[:, :n], column[:n], score[:n])
            if ends[step]:
                n -= int(ends[step])
                last[n : n + ends[step]] = score[n:].argmax(1).tolist()
        for row, at in enumerate(last):
            self._trace(row, at, choices)

    def _step(
        self, step: int, history: Ids, column: NDArray[np.int64], score: Scores
    ) -> tuple[Ids, NDArray[np.int64], Scores]:
        n, field = len(column), self.field
        rows, sentence, at = np.arange(n)[:, None], self.sentence[:n], self.start[:n] + step
        ids, skip = field.ids[at, sentence], field.skip[at, sentence]
        source = field.columns[(at - 1)[:, None], sentence[:, None], column]
        target = field.columns[at, sentence]
        cells = (at - 1)[:, None, None], sentence[:, None, None], source[:, :, None], target[:, None, :]
        joint = field.pairs[cells]
        open_ = (joint > NEVER / 2) & (score[:, :, None] > NEVER / 2) & (ids >= 0)[:, None, :]
        total = np.where(open_, score[:, :, None] + joint, NEVER)
        open_ &= ~skip[:, None, :]
        total += self.model.longer(history, ids, open_, field.known[cells])
        _recombine(total, history, open_)
        hoped = (total + field.ahead[at, sentence][:, None, :]).reshape(n, -1)
        width = min(self.beam, hoped.shape[1])
        top = np.argpartition(-hoped, width - 1, axis=1)[:, :width]
        parent, column = np.divmod(top, ids.shape[1])
        before = history[:, rows, parent]
        history = np.concatenate([before[1:], np.maximum(ids[rows, column], 0)[None]])
        if skip.any():
            history = np.where(skip[rows, column][None], before, history)
        self.parents.append(parent)
        self.picks.append(column)
        return history, column, total.reshape(n, -1)[rows, top]

    def _trace(self, row: int, at: int, choices: NDArray[np.int64]) -> None:
        sentence, start = self.sentence[row], self.start[row]
        for step in range(int(self.lengths[row]), 0, -1):
            choices[start + step, sentence] = self.picks[step - 1][row, at]
            at = self.parents[step - 1][row, at]


def _recombine(total: Scores, history: Ids, open_: Flags) -> None:
    """Keep, of the ways to a word by the same two words before it, the best: nothing behind parts them."""
    n, beam, _ = total.shape
    if beam == 1:
        return
    key = (np.arange(n)[:, None] << 40 | history[1] << 20 | history[2]).ravel()
    order = np.argsort(key, kind="stable")
    first = np.r_[True, np.diff(key[order]) > 0]
    if first.all():
        return
    flat = np.where(open_, total, NEVER).reshape(n * beam, -1)
    best = np.maximum.reduceat(flat[order], np.flatnonzero(first), axis=0)
    group = np.empty(n * beam, np.int64)
    group[order] = np.cumsum(first) - 1
    total[open_ & (total < best[group].reshape(total.shape))] = NEVER
