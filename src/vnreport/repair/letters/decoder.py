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

from vnreport.repair.language_model import EOS, Flags, Ids, LanguageModel, Scores
from vnreport.repair.letters.beam import NEVER, Field, search
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.thinning import thin

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


def decode(model: LanguageModel, sentences: Sequence[Sequence[Candidates]]) -> list[Decoded]:
    """Choose the likeliest candidates of each sentence.

    Args:
        model: the language model.
        sentences: the candidates at each position; the end of the sentence is the last one's.
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
        for index, result in zip(batch, _Batch(model, [sentences[i] for i in batch]).run(), strict=True):
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

    def __init__(self, model: LanguageModel, sentences: list[Sequence[Candidates]]) -> None:
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
        self.valid = self.ids >= 0
        self.skip = np.arange(width) < self.repeats[:, :, None]

    def run(self) -> list[Decoded]:
        """Decode."""
        pairs, known = self._pairs()
        ahead, marginal = self._coarse(pairs)
        best = marginal.max(-1, keepdims=True)
        keep = (marginal >= best - MARGIN) & self.valid
        counts = keep.sum(-1)
        columns = np.argsort(~keep, axis=-1, kind="stable")[..., : int(counts.max())]
        field = Field(
            ids=np.take_along_axis(np.where(keep, self.ids, -1), columns, -1),
            columns=columns,
            skip=np.take_along_axis(self.skip, columns, -1),
            single=(counts == 1) & (self.repeats == 0),
            ahead=np.take_along_axis(ahead, columns, -1),
            pairs=pairs,
            known=known,
            lengths=self.lengths,
        )
        share = PER_CANDIDATE * keep.sum() / (self.lengths.sum() + self.size)
        choices = search(self.model, field, max(BEAM, round(share)))
        sure = self._confidence(np.take_along_axis(np.where(keep, marginal, NEVER), columns, -1))
        results = []
        for i, length in enumerate(self.lengths.tolist()):
            steps = np.arange(1, length + 1)
            choice = choices[1 : length + 1, i]
            picked = columns[steps, i, choice] - self.repeats[steps, i]
            left = [columns[t, i, :n] for t, n in enumerate(counts[1 : length + 1, i].tolist(), 1)]
            results.append(Decoded(np.maximum(picked, -1).tolist(), sure[steps, i, choice].tolist(), left))
        return results

    def _coarse(self, pairs: Scores) -> tuple[Scores, Scores]:
        """Give the best bigram score from each candidate to the end, and of the best path through it."""
        valid, steps = self.valid, self.steps
        ahead = np.full(valid.shape, NEVER, np.float32)
        rows = np.arange(self.size)
        ahead[self.lengths, rows] = np.where(valid[self.lengths, rows], 0, NEVER)
        for step in range(steps - 1, -1, -1):
            n = int((self.lengths > step).sum())
            ahead[step, :n] = (pairs[step, :n] + ahead[step + 1, :n, None, :]).max(-1)
        behind = np.full(valid.shape, NEVER, np.float32)
        behind[0, :, 0] = 0
        for step in range(steps):
            behind[step + 1] = (behind[step][:, :, None] + pairs[step]).max(1)
        return ahead, ahead + behind

    def _pairs(self) -> tuple[Scores, Flags]:
        """Give the bigram score of each candidate after each of the step before, and whether it is stored."""
        steps, width = self.steps, self.valid.shape[2]
        pairs = np.full((steps, self.size, width, width), NEVER, np.float32)
        known = np.zeros(pairs.shape, bool)
        block = max(1, _BLOCK * steps // pairs.size)
        for low in range(0, steps, block):
            high = min(low + block, steps)
            there = self.valid[low:high, :, :, None] & self.valid[low + 1 : high + 1, :, None, :]
            t, i, a, b = np.nonzero(there)
            t += low
            if self.repeats.any():
                repeated = self.skip[t + 1, i, b]
                same = repeated & (a == b)
                pairs[t[same], i[same], a[same], b[same]] = 0
                t, i, a, b = t[~repeated], i[~repeated], a[~repeated], b[~repeated]
            hit, score = self.model.bigrams(self.ids[t, i, a], self.ids[t + 1, i, b])
            pairs[t, i, a, b], known[t, i, a, b] = score, hit
            pairs[low:high] += self.weights[low + 1 : high + 1, :, None, :]
        return pairs, known

    @staticmethod
    def _confidence(marginal: Scores) -> Scores:
        with np.errstate(under="ignore"):
            mass = np.exp(marginal - marginal.max(-1, keepdims=True))
        return mass / np.maximum(mass.sum(-1, keepdims=True), 1e-9)  # type: ignore[no-any-return]
