"""Which of the decoder's changes to believe where nobody has said that the text is damaged."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from vnreport.repair.language_model import UNKNOWN, UNKNOWN_NAME, LanguageModel
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.letters.context import is_torn, pieces
from vnreport.repair.letters.cutting import is_kept
from vnreport.repair.letters.damage import BOXES, Trust
from vnreport.repair.letters.decoder import Decoded
from vnreport.repair.letters.detect import telltales
from vnreport.repair.letters.lattice import Position
from vnreport.repair.letters.tokens import old_placement

_UNKNOWN_COST = -11.0
_GAP = 4
"""Changed words with at most so many unchanged ones between them are one run."""
_HISTORY = 3
"""So many words before it decide how likely a word is, so a change is felt by so many behind it."""
_LIKELIER = 10.0
"""Clean lines without the letters that all kinds of loss take hardly ever gain so much by having them."""
_TOLD = 12.0
"""Words that are whole without marks hardly ever gain so much by them, a small tell-tale one among them."""
_REACH = 6
"""A run so many words from a believed one shares its evidence."""


class Run(NamedTuple):
    """A run of changed words and the evidence for it."""

    positions: list[int]
    """The positions that change."""
    telltale: int
    """How many of the words seen there are fragments that clean text does not show."""
    debris: int
    """How many of them hold a placeholder or a control character."""
    gain: float
    """The log-likelihood ratio of the restored and the observed run."""
    words: int
    """How many words the run spans."""
    small: bool = False
    """Whether one of the telltale words is in small letters."""


class _Group(NamedTuple):
    """A run of changes in a sentence, not weighed yet."""

    sentence: int
    positions: list[int]
    telltale: int
    debris: int
    words: int
    small: bool


def runs(
    model: LanguageModel, text: str, decoded: Sequence[tuple[list[Position], Decoded]]
) -> list[list[Run]]:
    """Give the runs of changes in decoded sentences, weighed, for each sentence."""
    groups: list[_Group] = []
    scales = _Scales()
    for number, (sentence, result) in enumerate(decoded):
        # Gaps where nothing was are no part of the sentence.
        spoken = [i for i, c in enumerate(result.choice) if c >= 0]
        sentence = [sentence[i] for i in spoken]
        choices = [result.choice[i] for i in spoken]
        changed = [
            i
            for i, (p, c) in enumerate(zip(sentence, choices, strict=True))
            if p.candidates.forms[c] and not is_kept(p.candidates.forms[c], text[p.start : p.end])
        ]
        for group in _near(changed):
            telltale, debris = scales.put(text, sentence, choices, group)
            words = group[-1] - group[0] + 1
            seen = [text[sentence[i].start : sentence[i].end] for i in group]
            small = any(word.islower() and word in telltales() for word in seen)
            groups.append(_Group(number, [spoken[i] for i in group], telltale, debris, words, small))
    found: list[list[Run]] = [[] for _ in decoded]
    for weighed, gain in zip(groups, scales.weigh(model), strict=True):
        number, positions, telltale, debris, words, small = weighed
        found[number].append(Run(positions, telltale, debris, gain, words, small))
    return found


def _near(changed: list[int]) -> list[list[int]]:
    """Part the changed positions where too many unchanged ones stand between two."""
    groups: list[list[int]] = []
    for i in changed:
        if not groups or i - groups[-1][-1] > _GAP + 1:
            groups.append([])
        groups[-1].append(i)
    return groups


class _Scales:
    """Stretches of words as decoded and as seen, to be weighed against each other all at once."""

    def __init__(self) -> None:
        self._ids: list[int] = []
        self._costs: list[float] = []
        self._sides: list[int] = []
        """Whose evidence a word is: twice the number of the group, and one more as seen; -1 for history."""
        self._groups = 0

    def put(
        self, text: str, sentence: list[Position], choices: list[int], group: list[int]
    ) -> tuple[int, int]:
        """Put a run of changes on the scales; give how many of its words are telltale, how many debris."""
        first, stop = group[0], min(group[-1] + 1 + _HISTORY, len(sentence))
        low = max(0, first - _HISTORY)
        chosen = [
            (int(found.ids[c]), float(found.weights[c]))
            for found, c in zip((p.candidates for p in sentence[low:stop]), choices[low:stop], strict=True)
        ]
        before = [0] * (_HISTORY - (first - low)) + [word for word, _ in chosen[: first - low]]
        best = chosen[first - low :]
        seen: list[tuple[int, float] | None] = [*best]
        telltale = debris = 0
        for i in group:
            word = text[sentence[i].start : sentence[i].end]
            if not word:
                seen[i - first] = None
                continue
            seen[i - first] = as_seen = _as_seen(word)
            telltale += (
                word in telltales()
                or (as_seen[1] < 0 and word[1:].islower())
                or (word in pieces() and is_torn(text, sentence[i].start, word))
            )
            debris += bool(BOXES.search(word)) or any(c < " " or c in "?_)" for c in word)
        for side, words in enumerate((best, [pair for pair in seen if pair is not None])):
            self._ids += before
            self._costs += [0.0] * _HISTORY
            self._sides += [-1] * _HISTORY
            self._ids += [known for known, _ in words]
            self._costs += [cost for _, cost in words]
            self._sides += [2 * self._groups + side] * len(words)
        self._groups += 1
        return telltale, debris

    def weigh(self, model: LanguageModel) -> list[float]:
        """Give the log-likelihood ratio of each run as decoded and as seen."""
        ids, sides = np.array(self._ids, np.int64), np.array(self._sides, np.int64)
        at = np.flatnonzero(sides >= 0)
        scores = model.score(np.stack([ids[at - 3], ids[at - 2], ids[at - 1]]), ids[at])
        totals = scores + np.array(self._costs)[at]
        best, seen = np.bincount(sides[at], totals, minlength=2 * self._groups).reshape(-1, 2).T
        return (best - seen).tolist()  # type: ignore[no-any-return]


@lru_cache(maxsize=1 << 13)
def _as_seen(word: str) -> tuple[int, float]:
    known = vocabulary()
    lower = old_placement(word.lower())
    for form in (
        (lower, lower[:1].upper() + lower[1:])
        if word[:1].islower()
        else (lower[:1].upper() + lower[1:], lower)
    ):
        if form in known:
            return known[form], 0.0
    return (UNKNOWN if word[:1].islower() else UNKNOWN_NAME), _UNKNOWN_COST


def believable(run: Run, stripped: bool, trust: Trust = "evidence") -> bool:
    """Tell whether the evidence for a run suffices: by itself, or ``shared`` with other runs of the text."""
    number = len(run.positions)
    if trust == "short" and run.gain >= (_LIKELIER + 3 * (number - 1) if stripped else _LIKELIER):
        return True
    shared = trust == "shared" or (trust == "short" and not stripped)
    if stripped:
        if number > 1 and run.small and run.gain >= _TOLD + 3 * (number - 1):
            return True  # a single word is the author's slip
        least = 1 if shared and run.telltale else min(3, 4 - run.telltale)
        dense = number >= least and 3 * number >= run.words
        few = run.telltale < 2 - shared or number < 3
        return dense and run.gain >= (
            6 * number + 6 if number < 3 else 6 * number + 4 if few else 2.5 * number + 4
        )
    if shared and run.telltale:
        return run.gain >= 2.0 + 1.5 * number
    if run.debris or run.telltale >= 2:
        return run.gain >= 3.5 * number
    return run.telltale == 1 and run.gain >= 8 + 1.5 * number


def plainly_stripped(sentence: list[Position], text: str) -> bool:
    """Tell whether so many words of a sentence are tell-tale that its marks are gone beyond doubt."""
    words = [word for word in (text[p.start : p.end] for p in sentence) if word[:1].isalpha()]
    telling = sum(word in telltales() and word[0].islower() for word in words)
    marked = sum(not word.isascii() for word in words)
    return telling >= 2 and 12 * telling >= len(words) and 4 * marked <= len(words)


def near(run: Run, believed: list[Run]) -> bool:
    """Tell whether a run with little evidence of its own lies so near a believed one that it shares it."""
    first, last = run.positions[0], run.positions[-1]
    return run.gain >= 1 and any(
        first - other.positions[-1] <= _REACH and other.positions[0] - last <= _REACH for other in believed
    )


def foreign(sentence: list[Position], text: str) -> bool:
    """Tell whether a sentence looks foreign: many of its words are nothing that damage could have left."""
    words = [text[p.start : p.end] for p in sentence]
    small = [i for i, word in enumerate(words) if word[:1].islower()]
    odd = sum(
        len(sentence[i].candidates.forms) == 1
        and int(sentence[i].candidates.ids[0]) in (UNKNOWN, UNKNOWN_NAME)
        for i in small
    )
    return 5 * odd > len(small)
