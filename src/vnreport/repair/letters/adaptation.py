"""What a document itself tells: a damaged word is likely what it was elsewhere in the same text.

A cache language model (Kuhn and De Mori, 1990) whose history is the first decoding of the whole document,
what follows a word included: names, the subject's own words and set phrases are told from rarer
readings that a short history cannot part.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from vnreport.repair.language_model import Ids, LanguageModel, Scores
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.decoder import Decoded, decode

ALONE, BESIDE = 0.5, 0.7
"""How much it weighs what a word was decoded to elsewhere; and, for each side, beside the same neighbour."""
_FLOOR = 0.3
"""So much of one sighting says nothing yet; both found on the development part of news."""
_LONG = 20_000
"""So many positions make a document; longer texts are taken in such pieces."""
_TELLING = 0.2
"""A sentence is decoded again where a word not chosen gains so much on the chosen one."""

Sentences = Sequence[Sequence[Candidates]]


def decode_again(
    model: LanguageModel, observed: Sequence[Sequence[str]], sentences: Sentences, decoded: list[Decoded]
) -> list[Decoded]:
    """Choose again, by what the same damaged words were decoded to elsewhere in the text.

    Args:
        model: the language model.
        observed: the damaged word at each position, empty for what is none.
        sentences: the candidates at each position.
        decoded: what was chosen first.
    """
    result = list(decoded)
    at = 0
    while at < len(sentences):
        stop, size = at, 0
        while stop < len(sentences) and size < _LONG:
            size += len(sentences[stop])
            stop += 1
        weighed = _Document(observed[at:stop], sentences[at:stop], decoded[at:stop]).weigh()
        for number, again in zip(weighed, decode(model, list(weighed.values())), strict=True):
            left, choice = decoded[at + number].left, again.choice
            for step, found in enumerate(sentences[at + number]):
                if not found.gap:
                    choice[step] = int(left[step][choice[step]])
            result[at + number] = again
        at = stop
    return result


class _Document:
    """The positions of a document that are words, as flat arrays."""

    def __init__(
        self, observed: Sequence[Sequence[str]], sentences: Sentences, decoded: Sequence[Decoded]
    ) -> None:
        known: dict[str, int] = {"": 0}
        words = [known.setdefault(word.lower(), len(known)) for row in observed for word in (*row, "")]
        word = np.array(words, dtype=np.int64)
        size = len(known)
        self.keys = [
            word,
            np.r_[0, word[:-1]] * size + word,
            np.r_[word[1:], 0] * size + word,
        ]
        self.chosen = np.full(len(word), -1)
        self.sure = np.zeros(len(word))
        self.open: list[tuple[int, int, int, Candidates]] = []
        self.narrow: list[list[Candidates]] = []
        at = 0
        for number, (row, result) in enumerate(zip(sentences, decoded, strict=True)):
            self.narrow.append(
                narrow := [_narrowed(f, left) for f, left in zip(row, result.left, strict=True)]
            )
            for step, (found, choice) in enumerate(zip(row, result.choice, strict=True)):
                if choice >= 0 and not found.gap and words[at + step]:
                    self.chosen[at + step] = found.ids[choice]
                    self.sure[at + step] = result.confidence[step]
                    if len(narrow[step].ids) > 1:
                        self.open.append((at + step, number, step, narrow[step]))
            at += len(row) + 1

    def weigh(self) -> dict[int, list[Candidates]]:
        """Give the candidates, weighed anew, of each sentence where a choice may change."""
        if not self.open:
            return {}
        lengths = np.array([len(found.ids) for _, _, _, found in self.open])
        ids = np.concatenate([found.ids for _, _, _, found in self.open])
        place = np.repeat(np.array([at for at, _, _, _ in self.open]), lengths)
        bonus = ALONE * self._seen(self.keys[0], place, ids)
        for key in self.keys[1:]:
            bonus += BESIDE * self._seen(key, place, ids)
        starts = np.r_[0, np.cumsum(lengths)[:-1]]
        chosen = np.add.reduceat(np.where(ids == self.chosen[place], bonus, 0), starts)
        ahead = np.maximum.reduceat(bonus, starts) - chosen
        telling = {self.open[i][1] for i in np.flatnonzero(ahead > _TELLING).tolist()}
        result = {number: list(self.narrow[number]) for number in sorted(telling)}
        bonus = bonus.astype(np.float32)
        for (_, number, step, found), start in zip(self.open, starts.tolist(), strict=True):
            if number in result:
                weights = found.weights + bonus[start : start + len(found.ids)]
                result[number][step] = found._replace(weights=weights)
        return result

    def _seen(self, key: NDArray[np.int64], place: NDArray[np.int64], ids: Ids) -> Scores:
        """Give, for each candidate, how often the same key was decoded to it elsewhere, as a logarithm."""
        of_words = np.flatnonzero(self.chosen >= 0)
        _, group = np.unique(key, return_inverse=True)
        base = 1 << 16
        pairs, inverse = np.unique(group[of_words] * base + self.chosen[of_words], return_inverse=True)
        counts = np.bincount(inverse, self.sure[of_words])
        wanted = group[place] * base + ids
        where = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
        count = np.where(pairs[where] == wanted, counts[where], 0.0)
        count -= np.where(ids == self.chosen[place], self.sure[place], 0.0)
        return np.log1p(np.maximum(count, 0) / _FLOOR)


def _narrowed(found: Candidates, left: NDArray[np.int64]) -> Candidates:
    return found if found.gap else found._replace(ids=found.ids[left], weights=found.weights[left])
