"""Typing errors, reported and not mended: ``phói hợp``, ``trị trấn``.

A word is suspected where no Vietnamese text that the model has seen has it between its neighbours, and a
word one keystroke away (another tone, another vowel mark, a letter more, less or exchanged) is far
likelier there.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import numpy as np

from vnreport.patterns import lazy
from vnreport.repair.letters.channel import strip_marks
from vnreport.repair.types import Replacement

__all__ = ["find"]

_WORDS = lazy(r"[^\W\d_]+(?: [^\W\d_]+)+")
_MARGIN = 9.0
_ODD = -19.0
"""Words less likely than this between their neighbours (a log-probability) are looked at."""
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_BATCH = 400


def find(text: str) -> list[Replacement]:
    """Find likely typing errors.

    Args:
        text: NFC text, its other damage mended.

    Returns:
        What each suspected word should be, of kind ``suggestion``, in order and disjoint.
    """
    chains = [
        [(m.start() + chain.start(), m.group()) for m in re.finditer(r"[^ ]+", chain.group())]
        for chain in _WORDS.finditer(text)
    ]
    found: list[Replacement] = []
    for at in range(0, len(chains), _BATCH):
        found += _suspects(chains[at : at + _BATCH])
    return found


def _suspects(chains: list[list[tuple[int, str]]]) -> list[Replacement]:
    """Look for small words that their neighbours do not expect, and for better ones."""
    from vnreport.repair import language_model
    from vnreport.repair.language_model import UNKNOWN
    from vnreport.repair.letters.channel import vocabulary
    from vnreport.repair.letters.tokens import old_placement

    model, known = language_model.load(), vocabulary()
    rows: list[tuple[int, str, int, int, int]] = []
    for chain in chains:
        ids = [known.get(old_placement(word.lower()), UNKNOWN) for _, word in chain]
        for i, (start, word) in enumerate(chain):
            if word.islower() and len(word) > 1 and not word.isascii():
                before = ids[i - 1] if i else 0
                behind = ids[i + 1] if i + 1 < len(ids) else 0
                rows.append((start, word, ids[i], before, behind))
    if not rows:
        return []
    columns = np.array([row[2:] for row in rows], dtype=np.int64).T
    word, before, behind = columns
    left, right = model.bigram(before, word), model.bigram(word, behind)
    odd = np.flatnonzero((left + right < _ODD) | (word == UNKNOWN))
    found = []
    for i in odd.tolist():
        start, form = rows[i][0], rows[i][1]
        penalty = 16.0 if word[i] == UNKNOWN else 0.0
        best = _better(form, int(before[i]), int(behind[i]), float(left[i] + right[i]) - penalty)
        if best is not None:
            confidence = round(min(0.99, best[1] / 20), 3)
            found.append(Replacement(start, start + len(form), best[0], "suggestion", confidence))
    return found


def _better(word: str, before: int, behind: int, score: float) -> tuple[str, float] | None:
    from vnreport.repair import language_model

    model = language_model.load()
    others = neighbours(word)
    if not others:
        return None
    ids = np.array([other for _, other in others], dtype=np.int64)
    scores = model.bigram(np.full(len(ids), before), ids) + model.bigram(ids, np.full(len(ids), behind))
    at = int(scores.argmax())
    gain = float(scores[at]) - score
    return (others[at][0], gain) if gain > _MARGIN else None


@lru_cache(maxsize=4096)
def neighbours(word: str) -> tuple[tuple[str, int], ...]:
    """Give the words that one keystroke parts from a word: other marks, or one letter's difference."""
    from vnreport.repair.letters.channel import vocabulary

    known = vocabulary()
    result: dict[str, int] = {}
    for form in _edits(word):
        if form != word and len(form) > 1 and form in known:
            result[form] = known[form]
    return tuple(result.items())


def _edits(word: str) -> set[str]:
    forms = set(_other_marks(word))
    for i in range(len(word)):
        forms.add(word[:i] + word[i + 1 :])
        if i + 1 < len(word):
            forms.add(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
        for c in "bcdđghklmnpqrstvxaeiouy":
            if strip_marks(word[i]) != strip_marks(c):
                forms.add(word[:i] + c + word[i + 1 :])
                forms.add(word[:i] + c + word[i:])
    return forms


def _other_marks(word: str) -> set[str]:
    """Give the word with every other tone, and with every other mark on one of its vowels."""
    spread = unicodedata.normalize("NFD", word)
    forms = set()
    tone = next((c for c in spread if c in _TONES), "")
    if tone:
        forms |= {spread.replace(tone, other) for other in (*_TONES, "")}
    for vowel, others in _MARKS.items():
        for i, c in enumerate(word):
            if strip_marks(c) == vowel:
                tones = "".join(m for m in unicodedata.normalize("NFD", c) if m in _TONES)
                forms |= {word[:i] + other + tones + word[i + 1 :] for other in others}
    return {unicodedata.normalize("NFC", form) for form in forms}


_MARKS = {"a": "aăâ", "e": "eê", "o": "oôơ", "u": "uư", "d": "dđ"}
