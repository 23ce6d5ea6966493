"""The decoder: the likeliest words of many sentences at once, coarse to fine.

Where many candidates stand side by side, a look at the neighbours thins them out. Then the n-grams of the
model are brought in, one length after the other: a pass over what is left, forwards and backwards, tells how
good the best path through each pair (then each three) of words is, and drops those that no good path goes
through. What is left in the end is searched with the full model, and completely.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import Flags, Ids, LanguageModel, Scores, extended, pack
from vnreport.repair.letters.field import HISTORY, Field
from vnreport.repair.letters.pairs import pair_scores
from vnreport.repair.letters.trellis import Copies, Numbers, Trellis, Values, ranges

_PAIRS = 150_000
"""So many pairs of candidates are taken at once, give or take."""
MARGIN = 8.0
"""Candidates worse than the best path by more than this (natural logarithm) are dropped."""
PAIRS, THREES = 8.0, 7.0
"""Pairs worse by so much by bigrams are dropped, and threes worse by so much by trigrams."""


class Decoded(NamedTuple):
    """What a sentence was decoded to."""

    choice: list[int]
    """The chosen candidate of every position; -1 for a gap where nothing was."""
    confidence: list[float]
    """How sure each choice is, 0–1."""


class Found(NamedTuple):
    """What a field was decoded to."""

    chosen: Numbers
    """The chosen candidate of every position, as a place in the field; -1 for a gap where nothing was."""
    sure: Values
    """How sure each choice is, 0–1."""
    left: Flags
    """Which candidates some good path goes through."""


def search(model: LanguageModel, field: Field) -> Found:
    """Choose the likeliest candidates of each sentence."""
    parts = [_Batch(model, part).run() for part in _batches(field)]
    if len(parts) == 1:
        return parts[0]
    sizes = np.cumsum([0, *(len(part.left) for part in parts[:-1])])
    chosen = [np.where(p.chosen < 0, -1, p.chosen + n) for p, n in zip(parts, sizes.tolist(), strict=True)]
    return Found(
        np.concatenate(chosen),
        np.concatenate([p.sure for p in parts]),
        np.concatenate([p.left for p in parts]),
    )


def _batches(field: Field) -> Iterator[Field]:
    """Part a field between sentences where it has too many pairs of candidates."""
    sizes = np.cumsum(field.counts * np.r_[1, field.counts[:-1]])[np.cumsum(field.lengths) - 1]
    first = 0
    while first < len(sizes):
        before = int(sizes[first - 1]) if first else 0
        stop = max(first + 1, int(np.searchsorted(sizes, before + _PAIRS)))
        yield field.part(first, stop)
        first = stop


class _Batch:
    """Sentences, one behind the other, decoded at once."""

    def __init__(self, model: LanguageModel, field: Field) -> None:
        self.model, self.field = model, field
        self.counts, self.gap = field.counts, field.gap
        self.base = np.cumsum(self.counts) - self.counts
        self.position = np.repeat(np.arange(len(self.counts)), self.counts)
        """The position of each candidate."""

    def run(self) -> Found:
        """Decode."""
        node, trellis = self._bigrams()
        behind, ahead = trellis.behind(), trellis.ahead()
        through = trellis.through(behind, ahead)
        marginal = np.empty(len(self.position))
        marginal[node] = behind + ahead - trellis.best(behind)[trellis.piece]
        good = np.flatnonzero(through >= -PAIRS)
        source, target = node[trellis.source[good]], node[trellis.target[good]]
        order = np.argsort(target, kind="stable")
        source, target, good = source[order], target[order], good[order]
        chosen = self._search(source, target, trellis.weight[good])
        left = marginal >= -MARGIN
        mass = np.exp(np.where(left, marginal, -np.inf))
        share = np.add.reduceat(mass, self.base)
        if self.gap.any():
            share += self._nothing(source, target, np.exp(through[good]))
        return Found(chosen, np.where(chosen >= 0, mass[chosen] / np.maximum(share, 1e-9), 0.0), left)

    def _nothing(self, source: Numbers, target: Numbers, mass: Values) -> Values:
        """Give the mass of there having been nothing at each position."""
        low, high = self.position[source], self.position[target]
        over = np.flatnonzero(high - low > 1)
        widths = (high - low - 1)[over]
        jumped, by = ranges(low[over] + 1, widths), np.repeat(over, widths)
        # The words before a gap are parted, each with its best way over.
        ways, which = np.unique(jumped * len(self.position) + source[by], return_inverse=True)
        best = np.zeros(len(ways))
        np.maximum.at(best, which, mass[by])
        nothing = np.zeros(len(self.counts))
        np.add.at(nothing, ways // len(self.position), best)
        return nothing

    def _bigrams(self) -> tuple[Numbers, Trellis]:
        """Give the trellis of all candidates, cut where there is no choice."""
        counts = self.counts
        cuts = np.flatnonzero((counts == 1) & ~self.gap)
        if cuts[-1] != len(counts) - 1:
            cuts = np.r_[cuts, len(counts) - 1]
        copies = Copies(cuts[:-1], np.diff(cuts) + 1, counts)
        node = ranges(self.base[copies.position], copies.width)
        source, target, extra = self._ways()
        # The ways into each copy of a position.
        number = np.bincount(target, minlength=len(counts))
        inner = np.flatnonzero(copies.level)
        times = number[copies.position[inner]]
        way = ranges((np.cumsum(number) - number)[copies.position[inner]], times)
        copy = np.repeat(inner, times)
        begins = copies.base_of(copies.piece[copy], source[way])
        widths, heights = counts[source[way]], copies.width[copy]
        of = np.repeat(np.arange(len(way)), heights)
        sources = ranges(begins[of], widths[of])
        targets = np.repeat(ranges(copies.base[copy], heights), widths[of])
        trellis = copies.trellis(sources, targets)
        score = pair_scores(self.model, self.field, source[way], target[way], node[sources], node[targets])
        trellis.weight = score.astype(np.float64)
        if len(source) >= len(counts):
            trellis.weight += np.repeat(extra[way], widths * heights)
        return node, trellis

    def _ways(self) -> tuple[Numbers, Numbers, Scores]:
        """Give which position may follow which: the next one, or one behind gaps where nothing was."""
        source = np.arange(len(self.counts) - 1)
        target, extra = source + 1, np.zeros(len(source), np.float32)
        if not self.gap.any():
            return source, target, extra
        found = [(source, target, extra)]
        while len(over := np.flatnonzero(self.gap[source])):
            extra = extra[over] + self.field.silence[source[over]]
            source, target = source[over] - 1, target[over]
            found.append((source, target, extra))
        order = np.argsort(np.concatenate([t for _, t, _ in found]), kind="stable")
        source, target, extra = (np.concatenate(part)[order] for part in zip(*found, strict=True))
        return source, target, extra

    def _search(self, source: Numbers, target: Numbers, weight: Values) -> Numbers:
        """Give the chosen node of each position, -1 where nothing was, by the full model."""
        alive = np.zeros(len(self.position), bool)
        alive[source] = alive[target] = True
        nodes = np.flatnonzero(alive)
        counts = np.bincount(self.position[nodes], minlength=len(self.counts))
        chosen = np.full(len(counts), -1)
        chosen[self.position[nodes]] = nodes
        free = counts > 1
        low, high = self.position[source], self.position[target]
        if self.gap.any():
            over = np.flatnonzero(high - low > 1)
            jumped = ranges(low[over] + 1, high[over] - low[over] - 1)
            free[jumped] = counts[jumped] > 0
        # Gaps where surely nothing was are no positions.
        there = np.flatnonzero(counts)
        place = np.cumsum(counts > 0) - 1
        starts, lengths = _pieces(np.flatnonzero(free[there]), place[self.field.ends()[there]])
        if not len(starts):
            return chosen
        chosen[free] = -1
        copies = Copies(starts, lengths, counts[there])
        start = np.cumsum(counts) - counts
        node = nodes[ranges(start[there[copies.position]], copies.width)]
        into = np.bincount(target, minlength=len(alive))
        inner = np.flatnonzero(copies.level[copies.number])
        times = into[node[inner]]
        edge = ranges((np.cumsum(into) - into)[node[inner]], times)
        targets = np.repeat(inner, times)
        begins = copies.base_of(copies.piece[copies.number[targets]], place[low[edge]])
        rank = np.cumsum(alive) - 1
        trellis = copies.trellis(begins + rank[source[edge]] - start[low[edge]], targets)
        trellis.weight = weight[edge]
        found = node[self._longer(trellis, self.field.ids[node])]
        chosen[self.position[found]] = found
        return chosen

    def _longer(self, pairs: Trellis, ids: Ids) -> Numbers:
        """Give the nodes of the best paths, by trigrams and then 4-grams."""
        model = self.model
        threes, _ = pairs.lifted(np.ones(len(pairs.source), bool))
        one, two = ids[pairs.source], ids[pairs.target]
        context = pack(one, two)
        known, _ = model.lookup("p2", context)
        found, backoff = model.lookup("b2", context)
        threes.weight = pairs.weight[threes.target]
        hit = self._gain(threes, "p3", context, two, np.where(found, backoff, 0), found, known)
        through = threes.through(threes.behind(), threes.ahead())
        fours, of = threes.lifted(through >= -THREES)
        before, behind = threes.source[of], threes.target[of]
        context = extended(context[before], two[behind])
        longer, backoff = model.lookup("b3", context)
        longer &= found[behind]
        fours.weight = threes.weight[of][fours.target]
        self._gain(fours, "p4", context, two[behind], np.where(longer, backoff, 0), longer, hit[of])
        return pairs.target[behind[fours.best_paths()]]

    def _gain(
        self,
        trellis: Trellis,
        kind: str,
        context: NDArray[np.uint64],
        word: Ids,
        backoff: Scores,
        found: Flags,
        known: Flags,
    ) -> Flags:
        """Add what longer n-grams say to the weights; tell which of them are stored."""
        source, target = trellis.source, trellis.target
        gain = backoff[source]
        hit = np.zeros(len(source), bool)
        # What holds an n-gram holds its context, and the n-gram without its first word.
        inner = np.flatnonzero(found[source] & known[target])
        there, value = self.model.lookup(kind, extended(context[source[inner]], word[target[inner]]))
        inner = inner[there]
        gain[inner] = value[there]
        hit[inner] = True
        trellis.weight += gain
        return hit


def _pieces(free: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
    """Give starts and lengths of the pieces in which choices may depend on each other."""
    if not len(free):
        return free, free
    cuts = np.flatnonzero(np.diff(free) > HISTORY)
    starts, last = free[np.r_[0, cuts + 1]] - HISTORY, free[np.r_[cuts, len(free) - 1]]
    return starts, np.minimum(last + HISTORY, end[last]) - starts + 1
