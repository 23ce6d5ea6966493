"""The decoder: the likeliest words of many sentences at once, coarse to fine.

Where many candidates stand side by side, a look at the neighbours thins them out. Then the n-grams of the
model are brought in, one length after the other: a pass over what is left, forwards and backwards, tells how
good the best path through each pair (then each three) of words is, and drops those that no good path goes
through. What is left in the end is searched with the full model, and completely.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import EOS, Flags, Ids, LanguageModel, Scores, extended, pack
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.thinning import thin
from vnreport.repair.letters.trellis import Numbers, Trellis, Values, ranges

_PAIRS = 300_000
"""So many pairs of candidates are taken at once, give or take."""
MARGIN = 8.0
"""Candidates worse than the best path by more than this (natural logarithm) are dropped."""
PAIRS, THREES = 6.0, 5.0
"""Pairs worse by so much by bigrams are dropped, and threes worse by so much by trigrams."""
_HISTORY = 3
"""So many words before it decide how likely a word is."""
_START = Candidates(np.array([EOS]), np.zeros(1, np.float32), [""])


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
    results: list[Decoded] = []
    for batch in _batches(sentences):
        results += _Batch(model, batch).run()
    for (index, step), columns in kept.items():
        choice, left = results[index].choice, results[index].left
        choice[step] = int(columns[choice[step]])
        left[step] = columns[left[step]]
    return results


def _batches(sentences: Sequence[Sequence[Candidates]]) -> Iterator[list[Sequence[Candidates]]]:
    batch: list[Sequence[Candidates]] = []
    size = 0
    for sentence in sentences:
        batch.append(sentence)
        widths = [len(found.ids) for found in sentence]
        size += sum(a * b for a, b in pairwise(widths))
        if size > _PAIRS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


class _Copies:
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


class _Batch:
    """Sentences, one behind the other, each behind as many beginnings as decide about its first word."""

    def __init__(self, model: LanguageModel, sentences: Sequence[Sequence[Candidates]]) -> None:
        self.model = model
        self.lengths = [len(sentence) for sentence in sentences]
        rows = [found for s in sentences for found in (*[_START] * _HISTORY, *s)]
        rows.append(_START)
        self.counts = np.array([len(found.ids) for found in rows])
        self.base = np.cumsum(self.counts) - self.counts
        self.ids = np.concatenate([found.ids for found in rows])
        self.weights = np.concatenate([found.weights for found in rows])
        self.gap = np.array([found.gap for found in rows])
        self.silence = np.array([found.silence for found in rows], np.float32)
        ends = np.cumsum(np.array(self.lengths) + _HISTORY) - 1
        self.end = np.r_[np.repeat(ends, np.diff(ends, prepend=-1)), len(rows) - 1]
        """The last position of the sentence of each position."""
        self.position = np.repeat(np.arange(len(rows)), self.counts)

    def run(self) -> list[Decoded]:
        """Decode."""
        copies, node, trellis, known = self._bigrams()
        behind, ahead = trellis.behind(), trellis.ahead()
        through = trellis.marginals(behind, ahead)
        best = behind + ahead
        marginal = np.empty(len(self.ids))
        marginal[node] = best - np.maximum.reduceat(best, copies.base)[copies.number]
        good = through >= -PAIRS
        choice = self._search(
            node[trellis.source[good]], node[trellis.target[good]], trellis.weight[good], known[good]
        )
        return self._results(choice, marginal)

    def _bigrams(self) -> tuple[_Copies, Numbers, Trellis, Flags]:
        """Give the trellis of all candidates, cut where there is no choice, and which bigrams are stored."""
        counts = self.counts
        cuts = np.flatnonzero((counts == 1) & ~self.gap)
        copies = _Copies(cuts[:-1], np.diff(cuts) + 1, counts)
        node = ranges(self.base[copies.position], copies.width)
        source, target, extra = self._ways()
        # The ways into each copy of a position, once for each node of it.
        number = np.bincount(target, minlength=len(counts))
        first = np.cumsum(number) - number
        inner = np.flatnonzero(copies.level[copies.number] > 0)
        copy = copies.number[inner]
        times = number[copies.position[copy]]
        way = ranges(first[copies.position[copy]], times)
        row, copy = np.repeat(inner, times), np.repeat(copy, times)
        widths = counts[source[way]]
        begins = copies.base_of(copies.piece[copy], source[way])
        sources, targets = ranges(begins, widths), np.repeat(row, widths)
        trellis = copies.trellis(sources, targets)
        before, word = self.ids[node[sources]], node[targets]
        known, score = self.model.bigrams(before, self.ids[word])
        trellis.weight = (score + self.weights[word]).astype(np.float64)
        if len(source) > len(counts) - 1:
            trellis.weight += np.repeat(extra[way], widths)
        return copies, node, trellis, known

    def _ways(self) -> tuple[Numbers, Numbers, Scores]:
        """Give which position may follow which: the next one, or one behind gaps where nothing was."""
        source = np.arange(len(self.counts) - 1)
        target, extra = source + 1, np.zeros(len(source), np.float32)
        if not self.gap.any():
            return source, target, extra
        found = [(source, target, extra)]
        while len(over := np.flatnonzero(self.gap[source])):
            extra = extra[over] + self.silence[source[over]]
            source, target = source[over] - 1, target[over]
            found.append((source, target, extra))
        order = np.argsort(np.concatenate([t for _, t, _ in found]), kind="stable")
        source, target, extra = (np.concatenate(part)[order] for part in zip(*found, strict=True))
        return source, target, extra

    def _search(self, source: Numbers, target: Numbers, weight: Values, known: Flags) -> Numbers:
        """Give the chosen node of each position, -1 where nothing was, by the full model."""
        order = np.argsort(target, kind="stable")
        source, target, weight, known = source[order], target[order], weight[order], known[order]
        alive = np.zeros(len(self.ids), bool)
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
        pieces = self._pieces(np.flatnonzero(free[there]), place[self.end[there]])
        if not len(pieces[0]):
            return chosen
        chosen[free] = -1
        copies = _Copies(*pieces, counts[there])
        rank = np.cumsum(alive) - 1
        start = np.cumsum(counts) - counts
        node = nodes[ranges(start[there[copies.position]], copies.width)]
        into = np.bincount(target, minlength=len(self.ids))
        first = np.cumsum(into) - into
        inner = np.flatnonzero(copies.level[copies.number] > 0)
        edge = ranges(first[node[inner]], into[node[inner]])
        targets = np.repeat(inner, into[node[inner]])
        begins = copies.base_of(copies.piece[copies.number[targets]], place[low[edge]])
        trellis = copies.trellis(begins + rank[source[edge]] - start[low[edge]], targets)
        trellis.weight = weight[edge]
        found = node[self._longer(trellis, self.ids[node], known[edge])]
        chosen[self.position[found]] = found
        return chosen

    @staticmethod
    def _pieces(free: Numbers, end: Numbers) -> tuple[Numbers, Numbers]:
        """Give starts and lengths of the pieces in which choices may depend on each other."""
        cuts = np.flatnonzero(np.diff(free) > _HISTORY)
        starts = free[np.r_[0, cuts + 1][: len(free)]]
        last = free[np.r_[cuts, len(free) - 1][: len(starts)]]
        starts = starts - _HISTORY
        return starts, np.minimum(last + _HISTORY, end[last]) - starts + 1

    def _longer(self, pairs: Trellis, ids: Ids, known: Flags) -> Numbers:
        """Give the nodes of the best paths, by trigrams and then 4-grams."""
        model = self.model
        threes, _ = pairs.lifted(np.ones(len(pairs.source), bool))
        one, two = ids[pairs.source], ids[pairs.target]
        context = pack(one, two)
        found, backoff = model.lookup("b2", context)
        threes.weight = pairs.weight[threes.target]
        hit = self._gain(threes, "p3", context, two, found, backoff, known)
        through = threes.marginals(threes.behind(), threes.ahead())
        fours, of = threes.lifted(through >= -THREES)
        before, behind = threes.source[of], threes.target[of]
        context = pack(one[before], two[before], two[behind])
        longer, backoff = model.lookup("b3", context)
        fours.weight = threes.weight[of][fours.target]
        self._gain(fours, "p4", context, two[behind], longer & found[behind], backoff, hit[of])
        return pairs.target[behind[fours.best_paths()]]

    def _gain(
        self,
        trellis: Trellis,
        kind: str,
        context: NDArray[np.uint64],
        word: Ids,
        found: Flags,
        backoff: Scores,
        known: Flags,
    ) -> Flags:
        """Add what longer n-grams say to the weights; tell which of them are stored."""
        source, target = trellis.source, trellis.target
        gain = np.where(found, backoff, 0)[source]
        hit = np.zeros(len(source), bool)
        inner = np.flatnonzero(found[source] & known[target])
        there, value = self.model.lookup(kind, extended(context[source[inner]], word[target[inner]]))
        inner = inner[there]
        gain[inner] = value[there]
        hit[inner] = True
        trellis.weight += gain
        return hit

    def _results(self, chosen: Numbers, marginal: Values) -> list[Decoded]:
        good = marginal >= -MARGIN
        mass = np.where(good, np.exp(np.maximum(marginal, -MARGIN)), 0.0)
        share = np.add.reduceat(mass, self.base)
        sure = np.where(chosen >= 0, mass[chosen] / share, 0.0).tolist()
        column = np.where(chosen >= 0, chosen - self.base, -1).tolist()
        of = np.flatnonzero(good)
        columns = of - self.base[self.position[of]]
        numbers = np.bincount(self.position[of], minlength=len(self.counts))
        bounds = [0, *np.cumsum(numbers).tolist()]
        results, at = [], 0
        for length in self.lengths:
            at += _HISTORY
            stop = at + length
            left = [columns[a:b] for a, b in zip(bounds[at:stop], bounds[at + 1 : stop + 1], strict=True)]
            results.append(Decoded(column[at:stop], sure[at:stop], left))
            at = stop
        return results
