"""Typing errors, reported and not mended: ``phói hợp``, ``trị trấn``, ``phoosi hợp``.

A noisy channel (Kernighan, Church and Gale, 1990) over one word at a time. Words that their neighbours do not
expect are looked at; the words that one slip parts from them (:mod:`.slips`) are weighed by bigrams, the best
few by the whole language model, with the three words before and behind. A word is suspected where another
is likelier there by more than the slip costs.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.patterns import lazy
from vnreport.repair import language_model
from vnreport.repair.language_model import EOS, UNKNOWN, UNKNOWN_NAME, Ids, LanguageModel, Scores
from vnreport.repair.letters import tokens
from vnreport.repair.rescoring import word_id
from vnreport.repair.syllable import is_syllable
from vnreport.repair.types import Replacement
from vnreport.repair.typing_errors.slips import meant

__all__ = ["find"]

_TOKEN = lazy(
    r"(?<!\w)[^\W\d_A-Z]{1,8}(?:[1-9][^\W\d_A-Z]{0,5}){1,4}(?!\w)|[^\W\d_]+|\d+(?:[.,/:]\d+)*|[^\w\s]|\n"
)
_ODD = -10.0
"""Words less likely than this between their neighbours (a log-probability) are looked at."""
_NEAR, _MOST = 6.0, 4
"""How many words are weighed by the whole model, and how far behind the best by bigrams."""
_MARGIN, _OPENING = 2.0, 3.0
_STRANGE, _UNHEARD = 7.0, 10.0
"""What an unknown word costs beside what the model gives to one: a syllable, and what is none."""
_LONGEST = 12
"""Letters of the longest word looked at: a syllable has seven, and its keys some more."""
_REACH = 3
_BATCH = 1000


class _Word(NamedTuple):
    """A token as the model sees it."""

    start: int
    form: str
    id: int
    open: bool
    """Whether it may be mistyped."""


def find(text: str) -> list[Replacement]:
    """Find likely typing errors.

    Args:
        text: NFC text, its other damage mended.

    Returns:
        What each suspected word should be, of kind ``suggestion``, in order and disjoint. Its confidence is
        the share of such suggestions that were right on text with made errors.
    """
    words = _words(text)
    found: list[Replacement] = []
    pad = [_Word(0, "", 0, False)] * _REACH
    tail = pad
    batch = list(islice(words, _BATCH))
    while batch:
        ahead = list(islice(words, _BATCH))
        row = [*tail, *batch, *(ahead or pad)[:_REACH]]
        row += pad[: len(tail) + len(batch) + _REACH - len(row)]
        found += _suspects(row)
        tail, batch = row[len(batch) : len(batch) + _REACH], ahead
    return found


def _words(text: str) -> Iterator[_Word]:
    """Give the words, numbers and marks of a text as the model sees them."""
    opens = True
    for match in _TOKEN.finditer(text):
        form = match[0]
        if form == "\n":
            if not opens:
                yield _Word(match.start(), form, EOS, False)
            opens = True
            continue
        shape = tokens.shape(form)
        if not form.isalpha() and form[0].isalpha():
            yield _Word(match.start(), form, UNKNOWN, True)
            opens = False
        elif shape.special == tokens.WORD:
            free = 1 < len(form) <= _LONGEST and (form.islower() or (opens and form.istitle()))
            yield _Word(match.start(), form, word_id(form, opens), free and _stands_free(text, *match.span()))
            opens = False
        elif shape.special != tokens.SKIPPED:
            if not (opens and shape.special == EOS):
                yield _Word(match.start(), form, shape.special, False)
            opens = shape.special == EOS


def _stands_free(text: str, start: int, end: int) -> bool:
    """Tell whether a word is no part of an address, a code or a word with a hyphen."""
    before, behind = text[start - 1 : start], text[end : end + 2]
    if before and (before.isalnum() or before in "./-_@&=#"):
        return False
    return not behind or not (
        behind[0].isalnum() or behind[0] in "/-_@&=" or (behind[0] in ".:" and behind[1:].isalnum())
    )


def _suspects(row: list[_Word]) -> list[Replacement]:
    """Look for words that their neighbours do not expect, and for better ones."""
    model = language_model.load()
    ids = np.array([word.id for word in row], dtype=np.int64)
    both = model.bigram(ids[:-1], ids[1:])
    strange = np.isin(ids, (UNKNOWN, UNKNOWN_NAME))
    odd = np.zeros(len(row), bool)
    odd[1:-1] = (both[:-1] + both[1:] < _ODD) | strange[1:-1]
    odd[1:-1] &= ~(strange[:-2] & strange[2:])  # a foreign passage
    odd[:_REACH] = odd[len(row) - _REACH :] = False
    at, forms, number, cost = [], [], [], []
    for i in np.flatnonzero(odd).tolist():
        if row[i].open:
            for form, other, price in meant(row[i].form.lower()):
                at.append(i)
                forms.append(form)
                number.append(other)
                cost.append(price)
    if not at:
        return []
    places, others, costs = np.array(at), np.array(number, dtype=np.int64), np.array(cost)
    rough = model.bigram(ids[places - 1], others) + model.bigram(others, ids[places + 1]) - costs
    kept = _best_few(places, rough)
    own = np.unique(places[kept])
    full = _in_place(model, ids, np.r_[places[kept], own], np.r_[others[kept], ids[own]])
    gains = full[: len(kept)] - costs[kept]
    weight = dict(zip(own.tolist(), full[len(kept) :].tolist(), strict=True))
    found: dict[int, tuple[float, str]] = {}
    for k, gain in zip(kept.tolist(), gains.tolist(), strict=True):
        i = at[k]
        gain -= weight[i]
        if strange[i]:
            gain += _STRANGE if is_syllable(row[i].form) else _UNHEARD
        if row[i].form[0].isupper():
            gain -= _OPENING
        if gain > _MARGIN and gain > found.get(i, (0.0, ""))[0]:
            found[i] = gain, forms[k]
    return [_suggestion(row[i], form, gain) for i, (gain, form) in sorted(found.items())]


def _suggestion(word: _Word, form: str, gain: float) -> Replacement:
    written = form[:1].upper() + form[1:] if word.form[:1].isupper() else form
    sure = round(1 / (1 + math.exp(-gain / 1.5)), 3)
    return Replacement(word.start, word.start + len(word.form), written, "suggestion", min(0.99, sure))


def _best_few(places: Ids, rough: Scores) -> Ids:
    """Give the best candidates of each place, as indices."""
    order = np.lexsort((-rough, places))
    sorted_places = places[order]
    first = np.r_[True, sorted_places[1:] != sorted_places[:-1]]
    begin = np.maximum.accumulate(np.where(first, np.arange(len(order)), 0))
    rank = np.arange(len(order)) - begin
    near = rough[order] >= rough[order][begin] - _NEAR
    return order[(rank < _MOST) & near]


def _in_place(model: LanguageModel, ids: Ids, places: Ids, words: Ids) -> NDArray[np.float64]:
    """Give the log-probability of words where they would stand and of the three behind them."""
    total = np.zeros(len(places))
    for step in range(_REACH + 1):
        at = places + step
        history = np.stack([np.where(step == back, words, ids[at - back]) for back in (3, 2, 1)])
        word = words if step == 0 else ids[at]
        total += model.score(history, word)
    return total
