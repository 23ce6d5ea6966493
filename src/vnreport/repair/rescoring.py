"""A second choice among readings, by the language model: each in the company of what was chosen around it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from vnreport.repair import language_model
from vnreport.repair.language_model import EOS, UNKNOWN, UNKNOWN_NAME
from vnreport.repair.letters import tokens
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.syllable import log_frequency

_SWEEPS = 2
_REACH = 3
"""A word is scored by the three before it, so a choice is felt by the three behind it."""
_MOST, _FAR = 6, 16.0
_BATCH = 4000


class _Line(NamedTuple):
    """A text as the model sees it."""

    ids: tuple[int, ...]
    scored: tuple[bool, ...]
    """Which of them the model weighs; other words than syllables have their weight in the score."""
    own: float
    """What the commonness of those syllables adds to the score of the reading."""


@lru_cache(maxsize=1 << 16)
def _line(text: str, opens: bool) -> _Line:
    """Give a text as the model sees it; where it opens a sentence, its capital says nothing."""
    ids: list[int] = []
    scored: list[bool] = []
    own = 0.0
    for match in tokens.TOKEN.finditer(text):
        shape = tokens.shape(match[0])
        if shape.special == tokens.WORD:
            known, alone = word_id(match[0], opens and not ids), log_frequency(match[0])
            weighed = known not in (UNKNOWN, UNKNOWN_NAME) and alone is not None
            own += (alone if weighed else _STRANGE if alone is not None else 0.0) or 0.0
            ids.append(known)
            scored.append(weighed)
        elif shape.special != tokens.SKIPPED:
            ids.append(shape.special)
            scored.append(True)
    return _Line(tuple(ids), tuple(scored), own)


_STRANGE = 3.0
"""What it costs a syllable that the model does not know it."""


def word_id(word: str, opens: bool) -> int:
    """Give the number that the model has for a word as written, where a sentence opens or within one."""
    known = vocabulary()
    lower = tokens.old_placement(word.lower())
    title = lower[:1].upper() + lower[1:]
    named = word[:1].isupper() and not word[1:].isupper() and not opens
    first, second = (title, lower) if named else (lower, title)
    return known.get(first, known.get(second, UNKNOWN_NAME if word[:1].isupper() else UNKNOWN))


def reconsider(slots: Sequence[Sequence[tuple[str, float]]], chosen: list[str]) -> list[str]:
    """Choose again where there is a choice.

    Args:
        slots: the readings of each stretch without spaces, each with its log probability by itself.
        chosen: what was chosen so far.
    """
    chosen = list(chosen)
    open_slots = [i for i, options in enumerate(slots) if len(options) > 1]
    kept = {i: _likely(slots[i], chosen[i]) for i in open_slots}
    for _ in range(_SWEEPS):
        changed = False
        for at in range(0, len(open_slots), _BATCH):
            batch = open_slots[at : at + _BATCH]
            for i, best in zip(batch, _best(chosen, batch, kept), strict=True):
                changed |= best != chosen[i]
                chosen[i] = best
        if not changed:
            break
    return chosen


def _likely(options: Sequence[tuple[str, float]], chosen: str) -> list[tuple[str, float]]:
    best = max(score for _, score in options)
    near = sorted((o for o in options if o[1] > best - _FAR), key=lambda option: -option[1])[:_MOST]
    return (
        near if any(text == chosen for text, _ in near) else [*near, *(o for o in options if o[0] == chosen)]
    )


def _best(chosen: list[str], batch: list[int], kept: dict[int, list[tuple[str, float]]]) -> list[str]:
    """Give the likeliest reading of some slots, all else staying as it is."""
    rows: list[tuple[int, int, int, int]] = []
    owner: list[int] = []
    extra: list[float] = []
    for i in batch:
        left = _before(chosen, i)
        opens = left[-1] == EOS and not _is_named(chosen, i + 1)
        for text, score in kept[i]:
            reading = _line(text, opens)
            right = _behind(chosen, i, reading.ids[-1:] == (EOS,))
            line = [*left, *reading.ids, *right]
            for at, scored in enumerate([*reading.scored, *[True] * len(right)], _REACH):
                if scored:
                    rows.append((line[at - 3], line[at - 2], line[at - 1], line[at]))
                    owner.append(len(extra))
            extra.append(score - reading.own)
    columns = np.array(rows, dtype=np.int64).reshape(-1, 4).T
    scores = language_model.load().score(columns[:3], columns[3])
    totals = np.bincount(owner, weights=scores, minlength=len(extra)) + extra
    found, at = [], 0
    for i in batch:
        texts = [text for text, _ in kept[i]]
        found.append(texts[int(totals[at : at + len(texts)].argmax())])
        at += len(texts)
    return found


def _before(chosen: list[str], index: int) -> list[int]:
    """Give the three words before a slot, beginnings of sentences before the first."""
    left: list[int] = []
    at = index - 1
    while at >= 0 and len(left) < _REACH:
        ends = at == 0 or _line(chosen[at - 1], False).ids[-1:] == (EOS,)
        left[:0] = _line(chosen[at], ends and not _is_named(chosen, at + 1)).ids
        at -= 1
    return ([EOS] * _REACH + left)[-_REACH:]


def _behind(chosen: list[str], index: int, ends: bool) -> list[int]:
    """Give the three words behind a slot, which ends its sentence or not."""
    right: list[int] = []
    at = index + 1
    while at < len(chosen) and len(right) < _REACH:
        ids = _line(chosen[at], ends and not _is_named(chosen, at + 1)).ids
        right += ids
        ends = ids[-1:] == (EOS,) or (ends and not ids)
        at += 1
    return right[:_REACH]


def _is_named(chosen: list[str], at: int) -> bool:
    """Tell whether a slot begins with a capital, so that the one before it, also with one, may be a name."""
    return at < len(chosen) and chosen[at][:1].isupper()
