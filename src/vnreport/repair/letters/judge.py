"""Which of the decoder's changes to believe where nobody has said that the text is damaged."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from vnreport.repair.language_model import UNKNOWN, UNKNOWN_NAME, Ids, LanguageModel, Scores
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.letters.damage import BOXES
from vnreport.repair.letters.decoder import Decoded
from vnreport.repair.letters.detect import telltales
from vnreport.repair.letters.lattice import Position
from vnreport.repair.letters.tokens import old_placement

_UNKNOWN_COST = -11.0
_GAP = 4
"""Changed words with at most so many unchanged ones between them are one run."""


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


def runs(model: LanguageModel, text: str, sentence: list[Position], result: Decoded) -> list[Run]:
    """Give the runs of changes in a decoded sentence, weighed."""
    # Gaps where nothing was are no part of the sentence.
    spoken = [i for i, c in enumerate(result.choice) if c >= 0]
    sentence = [sentence[i] for i in spoken]
    choices = [result.choice[i] for i in spoken]
    changed = [
        i
        for i, (p, c) in enumerate(zip(sentence, choices, strict=True))
        if c >= 0 and p.candidates.forms[c] and p.candidates.forms[c] != text[p.start : p.end]
    ]
    if not changed:
        return []
    groups = [[changed[0]]]
    for i in changed[1:]:
        if i - groups[-1][-1] > _GAP + 1:
            groups.append([])
        groups[-1].append(i)
    chosen = np.array([p.candidates.ids[c] for p, c in zip(sentence, choices, strict=True)])
    cost = np.array([p.candidates.weights[c] for p, c in zip(sentence, choices, strict=True)])
    best = _scores(model, chosen) + cost
    weighed = [_weigh(model, text, sentence, group, chosen, cost, best) for group in groups]
    return [run._replace(positions=[spoken[i] for i in run.positions]) for run in weighed]


def _weigh(
    model: LanguageModel,
    text: str,
    sentence: list[Position],
    group: list[int],
    chosen: Ids,
    cost: Scores,
    best: Scores,
) -> Run:
    seen, weights = chosen.copy(), cost.copy()
    there = np.ones(len(seen), bool)
    telltale = debris = 0
    for i in group:
        word = text[sentence[i].start : sentence[i].end]
        if not word:
            there[i] = False
            continue
        seen[i], weights[i] = _as_seen(word)
        telltale += word in telltales() or (weights[i] < 0 and word[1:].islower())
        debris += bool(BOXES.search(word)) or any(c < " " or c in "?_)" for c in word)
    stop = group[-1] + 4
    worst = _scores(model, seen[there]) + weights[there]
    lost = int((~there).sum())
    gain = float(best[group[0] : stop].sum() - worst[group[0] : stop - lost].sum())
    return Run(group, telltale, debris, gain, group[-1] - group[0] + 1)


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


def _scores(model: LanguageModel, ids: Ids) -> Scores:
    padded = np.r_[0, 0, 0, ids]
    history = np.stack([padded[:-3], padded[1:-2], padded[2:-1]])
    return model.score(history, ids)


def believable(run: Run, stripped: bool) -> bool:
    """Tell whether the evidence for a run suffices by itself."""
    number = len(run.positions)
    if stripped:
        dense = number >= 3 and 3 * number >= run.words
        return dense and run.gain >= (2.5 * number + 4 if run.telltale >= 2 else 6 * number + 4)
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
