"""Trellises: the ways through what may stand at each place, many pieces of text side by side.

A node is a word at its place, an edge leads to a word that may follow. The edges are flat arrays, those of
one level next to each other, so that a step of dynamic programming is a few calls for all pieces at once.
The *lifted* trellis has the edges for its nodes: what a word costs may then depend on one word more.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import Flags

Numbers = NDArray[np.int64]
Values = NDArray[np.float64]

NEVER = -1e9


def ranges(starts: Numbers, counts: Numbers) -> Numbers:
    """Give the numbers ``start, start + 1 …``, so many for each start, one behind the other."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    result: Numbers = np.repeat(starts - ends + counts, counts)
    result += np.arange(total)
    return result


class Trellis:
    """Nodes in order of their level, edges in order of their target.

    Args:
        level: the level of each node, never falling; the sources of an edge are of a lower level.
        piece: the piece of text of each node.
        first: whether a piece begins at the node.
        final: whether a piece ends at the node.
        source: the node where each edge begins.
        target: the node where it ends, never falling.
    """

    def __init__(
        self, level: Numbers, piece: Numbers, first: Flags, final: Flags, source: Numbers, target: Numbers
    ) -> None:
        self.level, self.piece, self.first, self.final = level, piece, first, final
        self.source, self.target = source, target
        self.weight: Values = np.zeros(len(source))

    def ahead(self) -> Values:
        """Give the best score from each node to the end of its piece."""
        value = np.where(self.final, 0.0, NEVER)
        source, target, weight = self.source, self.target, self.weight
        for edges in self._levels()[::-1]:
            np.maximum.at(value, source[edges], weight[edges] + value.take(target[edges]))
        return value

    def behind(self) -> Values:
        """Give the best score from the beginning of its piece to each node."""
        value = np.where(self.first, 0.0, NEVER)
        source, target, weight = self.source, self.target, self.weight
        for edges in self._levels():
            np.maximum.at(value, target[edges], weight[edges] + value.take(source[edges]))
        return value

    def _levels(self) -> list[slice]:
        """Give the edges of each level of targets."""
        cuts = np.searchsorted(
            self.level[self.target], np.arange(int(self.level.max(initial=-1)) + 2)
        ).tolist()
        return [slice(a, b) for a, b in pairwise(cuts) if a < b]

    def best(self, behind: Values) -> Values:
        """Give the score of the best path of each piece."""
        best = np.full(int(self.piece.max(initial=-1)) + 1, NEVER)
        np.maximum.at(best, self.piece[self.final], behind[self.final])
        return best

    def through(self, behind: Values, ahead: Values) -> Values:
        """Give how much worse the best path through each edge is than the best of its piece: 0 or less."""
        score: Values = behind.take(self.source)
        score += self.weight
        score += ahead.take(self.target)
        score -= self.best(behind).take(self.piece).take(self.target)
        return score

    def lifted(self, kept: Flags) -> tuple[Trellis, Numbers]:
        """Give the trellis whose nodes are the edges kept, and which of the edges these are.

        The edges of the lifted trellis are without weights yet.
        """
        of = np.flatnonzero(kept)
        source, target = self.source[of], self.target[of]
        number = len(self.level)
        into = np.bincount(target, minlength=number)
        starts = np.cumsum(into) - into
        counts = into[source]
        lifted = Trellis(
            self.level[target],
            self.piece[target],
            self.first[source],
            self.final[target],
            ranges(starts[source], counts),
            np.repeat(np.arange(len(of)), counts),
        )
        return lifted, of

    def best_paths(self) -> Numbers:
        """Give the nodes of the best path of each piece, in no order."""
        behind = self.behind()
        reached = behind[self.source] + self.weight == behind[self.target]
        parent = np.full(len(self.level), -1)
        edges = np.flatnonzero(reached & (behind[self.target] > NEVER / 2))[::-1]
        parent[self.target[edges]] = self.source[edges]  # the first of several stays
        ends = np.flatnonzero(self.final)
        ends = ends[np.lexsort((-ends, behind[ends], self.piece[ends]))]
        piece = self.piece[ends]
        at = ends[np.diff(piece, append=-1) != 0]
        found = [at]
        while len(at):
            at = parent[at]
            at = at[at >= 0]
            found.append(at)
        return np.concatenate(found)


class Copies:
    """Pieces of a row of positions, those of one level (their distance from the piece's start) side by side.

    Pieces may share positions, so a position, and a node of it, may be there more than once.
    """

    def __init__(self, starts: Numbers, lengths: Numbers, counts: Numbers) -> None:
        offsets = np.cumsum(lengths) - lengths
        piece = np.repeat(np.arange(len(starts)), lengths)
        level = np.arange(len(piece)) - offsets[piece]
        order = np.argsort(level.astype(np.int32), kind="stable")
        self._shift = offsets - starts  # from a position to its place in the piece by piece order
        self.piece, self.level = piece[order], level[order]
        self.position = starts[self.piece] + self.level
        self.final = self.level == lengths[self.piece] - 1
        self.width = counts[self.position]
        base = np.cumsum(self.width) - self.width
        self.base = base
        self._base_at = np.empty(len(order), np.int64)
        self._base_at[order] = base
        self.number = np.repeat(np.arange(len(order)), self.width)
        """For each node the number of its copy of a position."""

    def base_of(self, piece: Numbers, position: Numbers) -> Numbers:
        """Give the first node of a position in a piece."""
        return self._base_at[self._shift[piece] + position]  # type: ignore[no-any-return]

    def trellis(self, source: Numbers, target: Numbers) -> Trellis:
        """Give the trellis with such edges between the nodes."""
        level = self.level[self.number]
        return Trellis(level, self.piece[self.number], level == 0, self.final[self.number], source, target)
