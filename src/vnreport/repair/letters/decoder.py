"""The decoder: the likeliest words of many sentences at once, coarse to fine.

Where many candidates stand side by side, a look at the neighbours thins them out. A bigram pass over whole
sentences drops the candidates that no good path goes through (max-marginals); a beam with the full model,
guided by the bigram scores of what is still to come, decides among the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import EOS, Ids, LanguageModel, Scores
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.thinning import thin

_NEVER = np.float32(-1e9)
_BATCH = 6000
_NUMBERS = 3_000_000
"""A batch is at most so many steps of sentences, and so many pairs of candidates, give or take."""
_BLOCK = 200_000
"""So many pairs are scored at once."""
BEAM = 8
"""So many histories are followed, more where more candidates are left."""
PER_CANDIDATE = 2.5
MARGIN = 8.0
"""Candidates worse than the best path by more than this (natural logarithm) are dropped."""


class Decoded(NamedTuple):
    """What a sentence was decoded to."""

    choice: list[int]
    """The chosen candidate of every position; -1 for a gap where nothing was."""
    confidence: list[float]
    """How sure each choice is, 0–1."""
    left: list[NDArray[np.int64]]
    """The candidates of every position that some good path goes through."""


def decode(
    model: LanguageModel, sentences: Sequence[Sequence[Candidates]], per_candidate: float = PER_CANDIDATE
) -> list[Decoded]:
    """Choose the likeliest candidates of each sentence.

    Args:
        model: the language model.
        sentences: the candidates at each position; the end of the sentence is the last one's.
        per_candidate: how many histories are followed for each candidate that is left at a position.
    """
    sentences, kept = thin(model, sentences)
    order = sorted((i for i, s in enumerate(sentences) if s), key=lambda i: -len(sentences[i]))
    results: list[Decoded] = [Decoded([], [], [])] * len(sentences)
    widths = [max((len(found.ids) for found in sentence), default=0) for sentence in sentences]
    at = 0
    while at < len(order):
        # Sentences of like length share a batch; its cells, length times number, are bounded.
        length = len(sentences[order[at]])
        batch = order[at : at + max(1, _BATCH // length)]
        widest = max(widths[i] for i in batch)
        stop = min(len(order), at + max(1, min(_BATCH, _NUMBERS // (widest * widest)) // length))
        batch = order[at:stop]
        for index, result in zip(
            batch, _Batch(model, [sentences[i] for i in batch], per_candidate).run(), strict=True
        ):
            results[index] = result
        at = stop
    for (index, step), columns in kept.items():
        choice, left = results[index].choice, results[index].left
        choice[step] = int(columns[choice[step]])
        left[step] = columns[left[step]]
    return results


def _with_repeats(sentence: Sequence[Candidates]) -> list[tuple[Ids, Scores, int]]:
    """Give the ids and weights of each step, and how many of them repeat the step before."""
    rows: list[tuple[Ids, Scores, int]] = []
    before = np.array([EOS])
    for found in sentence:
        if found.gap:
            silent = np.full(len(before), found.silence, np.float32)
            before = np.concatenate([before, found.ids])
            rows.append((before, np.concatenate([silent, found.weights]), len(before) - len(found.ids)))
        else:
            before = found.ids
            rows.append((before, found.weights, 0))
    return rows


class _Batch:
    """Sentences, longest first, as padded arrays indexed by step, sentence and candidate.

    Where a word may have vanished, the candidates of the step before are repeated in front of those
    words: a repeated one means that nothing stood there, and leaves the history as it is.
    """

    def __init__(
        self, model: LanguageModel, sentences: list[Sequence[Candidates]], per_candidate: float
    ) -> None:
        self.per_candidate = per_candidate
        self.model = model
        self.lengths = np.array([len(s) for s in sentences])
        self.steps, self.size = int(self.lengths[0]), len(sentences)
        rows = [_with_repeats(sentence) for sentence in sentences]
        width = max(len(ids) for row in rows for ids, _, _ in row)
        self.ids = np.full((self.steps + 1, self.size, width), -1)
        self.weights = np.zeros((self.steps + 1, self.size, width), np.float32)
        self.repeats = np.zeros((self.steps + 1, self.size), np.int64)
        self.ids[0, :, 0] = EOS
        for i, row in enumerate(rows):
            for t, (ids, weights, repeated) in enumerate(row, 1):
                self.ids[t, i, : len(ids)] = ids
                self.weights[t, i, : len(ids)] = weights
                self.repeats[t, i] = repeated
        self.beam = BEAM
        self.valid = self.ids >= 0
        self.skip = np.arange(width) < self.repeats[:, :, None]

    def run(self) -> list[Decoded]:
        """Decode."""
        ahead, marginal = self._coarse()
        best = marginal.max(-1, keepdims=True)
        keep = (marginal >= best - MARGIN) & self.valid
        width = int(keep.sum(-1).max())
        columns = np.argsort(~keep, axis=-1, kind="stable")[..., :width]
        self.ids = np.take_along_axis(np.where(keep, self.ids, -1), columns, -1)
        self.weights = np.take_along_axis(self.weights, columns, -1)
        self.skip = np.take_along_axis(self.skip, columns, -1)
        ahead = np.take_along_axis(ahead, columns, -1)
        self.beam = max(BEAM, round(self.per_candidate * keep.sum() / (self.lengths.sum() + self.size)))
        choices = self._beam(ahead)
        sure = self._confidence(np.take_along_axis(np.where(keep, marginal, _NEVER), columns, -1))
        counts = keep.sum(-1)
        results = []
        for i, choice in enumerate(choices):
            steps = np.arange(1, len(choice) + 1)
            picked = columns[steps, i, choice] - self.repeats[steps, i]
            left = [columns[t, i, :n] for t, n in enumerate(counts[1 : len(choice) + 1, i].tolist(), 1)]
            results.append(Decoded(np.maximum(picked, -1).tolist(), sure[steps, i, choice].tolist(), left))
        return results

    def _coarse(self) -> tuple[Scores, Scores]:
        """Give the best bigram score from each candidate to the end, and of the best path through it."""
        valid, steps = self.valid, self.steps
        pairs = np.full((steps, self.size, valid.shape[2], valid.shape[2]), _NEVER, np.float32)
        block = max(1, _BLOCK * steps // pairs.size)
        for at in range(0, steps, block):
            self._pairs(pairs, at, min(at + block, steps))
        ahead = np.full(valid.shape, _NEVER, np.float32)
        rows = np.arange(self.size)
        ahead[self.lengths, rows] = np.where(valid[self.lengths, rows], 0, _NEVER)
        for step in range(steps - 1, -1, -1):
            n = int((self.lengths > step).sum())
            ahead[step, :n] = (pairs[step, :n] + ahead[step + 1, :n, None, :]).max(-1)
        behind = np.full(valid.shape, _NEVER, np.float32)
        behind[0, :, 0] = 0
        for step in range(steps):
            behind[step + 1] = (behind[step][:, :, None] + pairs[step]).max(1)
        return ahead, ahead + behind

    def _pairs(self, pairs: Scores, low: int, high: int) -> None:
        """Fill in the bigram scores of some steps."""
        t, i, a, b = np.nonzero(self.valid[low:high, :, :, None] & self.valid[low + 1 : high + 1, :, None, :])
        t += low
        if self.repeats.any():
            repeated = self.skip[t + 1, i, b]
            same = repeated & (a == b)
            pairs[t[same], i[same], a[same], b[same]] = 0
            t, i, a, b = t[~repeated], i[~repeated], a[~repeated], b[~repeated]
        pairs[t, i, a, b] = self.model.bigram(self.ids[t, i, a], self.ids[t + 1, i, b])
        pairs[low:high] += self.weights[low + 1 : high + 1, :, None, :]

    def _beam(self, ahead: Scores) -> list[NDArray[np.int64]]:
        history = np.full((3, self.size, 1), EOS)
        score = np.zeros((self.size, 1), np.float32)
        parents, picks = [], []
        last = [0] * self.size
        for step in range(1, self.steps + 1):
            n = int((self.lengths >= step).sum())
            history, score = history[:, :n], score[:n]
            ids = self.ids[step, :n]
            open_ = (ids[:, None, :] >= 0) & (score[:, :, None] > _NEVER / 2)
            total = np.full(open_.shape, _NEVER, np.float32)
            skip = self.skip[step, :n]
            if skip.any():
                silent = open_ & skip[:, None, :]
                open_ &= ~silent
                silent &= history[2][:, :, None] == ids[:, None, :]
                total = np.where(silent, score[:, :, None] + self.weights[step, :n, None, :], total)
            i, h, k = np.nonzero(open_)
            word = ids[i, k]
            total[i, h, k] = score[i, h] + self.weights[step, i, k] + self.model.score(history[:, i, h], word)
            hoped = (total + ahead[step, :n, None, :]).reshape(n, -1)
            width = min(self.beam, hoped.shape[1])
            top = np.argpartition(-hoped, width - 1, axis=1)[:, :width]
            score = np.take_along_axis(total.reshape(n, -1), top, 1)
            parent, pick = np.divmod(top, ids.shape[1])
            word = np.maximum(np.take_along_axis(ids, pick, 1), 0)
            rows = np.arange(n)[:, None]
            before = history[:, rows, parent]
            history = np.concatenate([before[1:], word[None]])
            if skip.any():
                history = np.where(np.take_along_axis(skip, pick, 1)[None], before, history)
            parents.append(parent)
            picks.append(pick)
            for row in np.flatnonzero(self.lengths[:n] == step):
                last[row] = int(score[row].argmax())
        return [self._path(row, last[row], parents, picks) for row in range(self.size)]

    def _path(
        self, row: int, at: int, parents: list[NDArray[np.int64]], picks: list[NDArray[np.int64]]
    ) -> NDArray[np.int64]:
        length = int(self.lengths[row])
        path = np.zeros(length, np.int64)
        for step in range(length - 1, -1, -1):
            path[step] = picks[step][row, at]
            at = int(parents[step][row, at])
        return path

    @staticmethod
    def _confidence(marginal: Scores) -> Scores:
        with np.errstate(under="ignore"):
            mass = np.exp(marginal - marginal.max(-1, keepdims=True))
        return mass / np.maximum(mass.sum(-1, keepdims=True), 1e-9)  # type: ignore[no-any-return]
