"""Which of the decoder's changes to believe where nobody has said that the text is damaged."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from vnreport.repair.language_model import UNKNOWN, UNKNOWN_NAME, Ids, LanguageModel, Scores
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.letters.decoder import Decoded
from vnreport.repair.letters.detect import telltales
from vnreport.repair.letters.lattice import BOXES, Position
from vnreport.repair.letters.tokens import old_placement

_UNKNOWN_COST = -11.0
_GAP = 4
"""Changed words with at most so many unchanged ones between them are one run."""


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
    for form in (lower, lower[:1].upper() + lower[1:]) if word[:1].islower() else (lower[:1].upper() + lower[1:], lower):
        if form in known:
            return known[form], 0.0
    return (UNKNOWN if word[:1].islower() else UNKNOWN_NAME), _UNKNOWN_COST


def _scores(model: LanguageModel, ids: Ids) -> Scores:
    padded = np.r_[0, 0, 0, ids]
    history = np.stack([padded[:-3], padded[1:-2], padded[2:-1]])
    return model.score(history, ids)


def believable(run: Run, stripped: bool) -> bool:
    """Tell whether the evidence for a run suffices."""
    number = len(run.positions)
    if stripped:
        return number >= 3 and run.telltale >= 2 and run.gain >= 5 * number and number >= run.words / 3
    if run.debris:
        return run.gain >= 4 * number
    if run.telltale >= 2:
        return run.gain >= 4 * number
    return run.telltale == 1 and run.gain >= 12 + 4 * (number - 1)
