"""What a document itself tells: a damaged word is likely what it was elsewhere in the same text.

A cache language model (Kuhn and De Mori, 1990) whose history is the first decoding of the whole document,
what follows a word included: names, the subject's own words and set phrases are told from rarer
readings that a short history cannot part.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vnreport.repair.language_model import LanguageModel
from vnreport.repair.letters.channel import Candidates
from vnreport.repair.letters.decoder import Decoded, Found, search
from vnreport.repair.letters.field import HISTORY, Field
from vnreport.repair.letters.thinning import thin
from vnreport.repair.letters.trellis import Numbers, Values

ALONE, BESIDE = 0.5, 0.7
"""How much it weighs what a word was decoded to elsewhere; and, for each side, beside the same neighbour."""
_FLOOR = 0.3
"""So much of one sighting says nothing yet; both found on the development part of news."""
_LONG = 20_000
"""So many positions make a document; longer texts are taken in such pieces."""
_TELLING = 0.2
"""A sentence is decoded again where a word not chosen gains so much on the chosen one."""
_IDS = 1 << 16


def decode(
    model: LanguageModel, observed: Sequence[Sequence[str]], sentences: Sequence[Sequence[Candidates]]
) -> list[Decoded]:
    """Choose the likeliest candidates of each sentence, the whole document considered.

    Args:
        model: the language model.
        observed: the damaged word at each position, empty for what is none.
        sentences: the candidates at each position; the end of the sentence is the last one's.
    """
    results: list[Decoded] = []
    at = 0
    while at < len(sentences):
        stop, size = at, 0
        while stop < len(sentences) and size < _LONG:
            size += len(sentences[stop])
            stop += 1
        results += _document(model, observed[at:stop], sentences[at:stop])
        at = stop
    return results


def _document(
    model: LanguageModel, observed: Sequence[Sequence[str]], sentences: Sequence[Sequence[Candidates]]
) -> list[Decoded]:
    thinned, kept = thin(model, sentences)
    field = Field.of(thinned)
    found = _again(model, _keys(observed), field, search(model, field))
    base = np.cumsum(field.counts) - field.counts
    columns = np.where(found.chosen >= 0, found.chosen - base, -1).tolist()
    sure = found.sure.tolist()
    results = []
    stop = 0
    for length in field.lengths.tolist():
        at, stop = stop + HISTORY, stop + length
        results.append(Decoded(columns[at:stop], sure[at:stop]))
    for (index, step), places in kept.items():
        choice = results[index].choice
        choice[step] = int(places[choice[step]])
    return results


def _keys(observed: Sequence[Sequence[str]]) -> list[Numbers]:
    """Give what tells each position by its word, and by its word with the one before it or behind it."""
    known: dict[str, int] = {"": 0}
    none = [""] * HISTORY
    words = [known.setdefault(word.lower(), len(known)) for row in observed for word in (*none, *row)]
    word = np.array(words)
    return [word, np.r_[0, word[:-1]] * len(known) + word, np.r_[word[1:], 0] * len(known) + word]


def _again(model: LanguageModel, keys: list[Numbers], field: Field, first: Found) -> Found:
    """Choose again, by what the same damaged words were decoded to elsewhere in the text."""
    position = np.repeat(np.arange(len(field.counts)), field.counts)
    word = (first.chosen >= 0) & ~field.gap & (keys[0] > 0)
    several = np.bincount(position[first.left], minlength=len(field.counts)) > 1
    places = np.flatnonzero(first.left & (word & several)[position])
    if not len(places):
        return first
    at = position[places]
    seen = _Sightings(field, first, np.flatnonzero(word), places, at)
    bonus = ALONE * seen.gain(keys[0])
    for key in keys[1:]:
        bonus += BESIDE * seen.gain(key)
    starts = np.flatnonzero(np.diff(at, prepend=-1))
    chosen = np.add.reduceat(np.where(places == first.chosen[at], bonus, 0), starts)
    telling = at[starts[np.maximum.reduceat(bonus, starts) - chosen > _TELLING]]
    sentence = np.repeat(np.arange(len(field.lengths)), field.lengths)
    again = np.zeros(len(field.lengths), bool)
    again[sentence[telling]] = True
    if not again.any():
        return first
    weights = field.weights.copy()
    weights[places] += bonus.astype(np.float32)
    narrow, where, kept = field.narrowed(again, first.left | field.gap[position], weights)
    second = search(model, narrow)
    result, sure = first.chosen.copy(), first.sure.copy()
    result[where] = np.where(second.chosen >= 0, kept[second.chosen], -1)
    sure[where] = second.sure
    return Found(result, sure, first.left)


class _Sightings:
    """What the words of a document were decoded to, and the candidates that ask for it."""

    def __init__(self, field: Field, first: Found, words: Numbers, places: Numbers, at: Numbers) -> None:
        self._words, self._at = words, at
        self._chosen = field.ids[first.chosen[words]]
        self._sure = first.sure[words]
        self._ids = field.ids[places]
        self._own = np.where(self._ids == field.ids[first.chosen[at]], first.sure[at], 0.0)

    def gain(self, key: Numbers) -> Values:
        """Give, for each candidate, how often the same key was decoded to it elsewhere, as a logarithm."""
        pairs, inverse = np.unique(key[self._words] * _IDS + self._chosen, return_inverse=True)
        counts = np.bincount(inverse, self._sure)
        wanted = key[self._at] * _IDS + self._ids
        where = np.minimum(np.searchsorted(pairs, wanted), len(pairs) - 1)
        count = np.where(pairs[where] == wanted, counts[where], 0.0) - self._own
        gain: Values = np.log1p(np.maximum(count, 0) / _FLOOR)
        return gain
