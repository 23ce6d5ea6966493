"""Sentences as flat arrays: the positions one behind the other, and the candidates of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from vnreport.repair.language_model import EOS, Flags, Ids, Scores
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.trellis import Numbers

HISTORY = 3
"""So many words before it decide how likely a word is; so many beginnings stand before each sentence."""
_START = Candidates(np.array([EOS]), np.zeros(1, np.float32), [""])


class Field(NamedTuple):
    """What may stand at each position of some sentences."""

    lengths: Numbers
    """How many positions each sentence has, the beginnings before it included."""
    counts: Numbers
    """How many candidates each position has."""
    gap: Flags
    """Whether a word may have vanished at a position, or nothing was there."""
    silence: Scores
    """The weight of there having been nothing."""
    number: Numbers
    """What tells the candidates of a position from others, -1 where they are these here only."""
    ids: Ids
    """The words of all candidates."""
    weights: Scores
    """The weights of all candidates."""

    @classmethod
    def of(cls, sentences: Sequence[Sequence[Candidates]]) -> Field:
        """Lay out some sentences."""
        starts = [_START] * HISTORY
        rows = [found for sentence in sentences for found in (*starts, *sentence)]
        ids, weights, _, gap, silence, number = zip(*rows, strict=True)
        return cls(
            np.array([len(sentence) + HISTORY for sentence in sentences]),
            np.array(list(map(len, ids))),
            np.array(gap),
            np.array(silence, np.float32),
            np.array(number),
            np.concatenate(ids),
            np.concatenate(weights),
        )

    def part(self, first: int, stop: int) -> Field:
        """Give some of the sentences."""
        if not first and stop == len(self.lengths):
            return self
        low, high = int(self.lengths[:first].sum()), int(self.lengths[:stop].sum())
        a, b = int(self.counts[:low].sum()), int(self.counts[:high].sum())
        return Field(
            self.lengths[first:stop],
            self.counts[low:high],
            self.gap[low:high],
            self.silence[low:high],
            self.number[low:high],
            self.ids[a:b],
            self.weights[a:b],
        )

    def narrowed(self, sentences: Flags, left: Flags, weights: Scores) -> tuple[Field, Numbers, Numbers]:
        """Give some of the sentences with some of the candidates, weighed anew.

        Returns:
            The new field, and where its positions and its candidates stand in this one.
        """
        positions = np.flatnonzero(np.repeat(sentences, self.lengths))
        kept = np.flatnonzero(left & np.repeat(np.repeat(sentences, self.lengths), self.counts))
        of = np.repeat(np.arange(len(self.counts)), self.counts)[kept]
        counts = np.bincount(of, minlength=len(self.counts))[positions]
        field = Field(
            self.lengths[sentences],
            counts,
            self.gap[positions],
            self.silence[positions],
            np.full(len(positions), -1),
            self.ids[kept],
            weights[kept],
        )
        return field, positions, kept

    def ends(self) -> Numbers:
        """Give the last position of the sentence of each position."""
        return np.repeat(np.cumsum(self.lengths) - 1, self.lengths)
