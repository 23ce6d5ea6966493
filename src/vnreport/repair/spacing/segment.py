"""Where the spaces of a stretch should be: the likeliest segmentation under the language model."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from vnreport.repair import language_model
from vnreport.repair.language_model import EOS, UNKNOWN, UNKNOWN_NAME
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.letters.tokens import old_placement
from vnreport.repair.types import Replacement
from vnreport.spans import Spans

_CHAIN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
_LONGEST = 7
"""The longest Vietnamese syllable: ``nghiêng``."""
_MOVE = {False: -5.0, True: -3.0}
"""The weight of putting a space in or taking one out: without and with word that the spacing is broken."""
_GAIN = {False: 3.0, True: 0.5}


def _unknown_cost(word: str, bold: bool) -> float:
    """Give the weight of an unknown word: with Vietnamese marks in small letters it is hardly one."""
    if word.isascii():
        return -13.0 if bold and word[1:].islower() else -9.0
    return -18.0 if bold or word[0].islower() else -11.0


class _Word(NamedTuple):
    """A word of a segmentation: its letters' places in the chain, its id and its weight."""

    start: int
    end: int
    word: int
    weight: float


@lru_cache(maxsize=1 << 14)
def _id(word: str) -> int:
    """Give the id of a word as it stands, -1 if the model does not know it."""
    known = vocabulary()
    lower = old_placement(word.lower())
    if word[:1].isupper() and word[1:].islower():
        title = lower[:1].upper() + lower[1:]
        return known.get(title, known.get(lower, -1))
    if word.islower() or word.isupper():
        return known.get(lower, -1)
    return -1


def is_word(word: str) -> bool:
    """Tell whether the model knows a word."""
    return _id(word) >= 0


@lru_cache(maxsize=1 << 14)
def _syllable(word: str) -> bool:
    """Tell whether a word may be one of several that were glued or split: a Vietnamese syllable."""
    return _SHAPE.match(word.lower()) is not None and is_word(word)


_SHAPE = re.compile(
    r"(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưyà-ãèéêìíò-õùúýạ-ỹĩũ]{1,3}(?:ng|nh|ch|[cmnpt])?$"
)


def segment(text: str, start: int, end: int, *, bold: bool) -> list[Replacement]:
    """Mend the spaces of ``text[start:end]``.

    Args:
        text: the whole text.
        start: where the stretch begins.
        end: where it ends.
        bold: whether it is known that the spacing is broken.
    """
    found: list[Replacement] = []
    for chain in _CHAIN.finditer(text, start, end):
        if bold:
            found += _mend(chain.group(), chain.start(), bold)
            continue
        for low, high in _around_odd(chain.group()):
            found += _mend(chain.group()[low:high], chain.start() + low, bold)
    return found


_NEAR = 3


def _around_odd(chain: str) -> list[tuple[int, int]]:
    """Give the stretches of a chain, words near included, around what is no word."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"[^ ]+", chain)]
    odd = [i for i, (start, end) in enumerate(tokens) if _is_odd(chain[start:end], i + 1 == len(tokens))]
    spans = Spans((tokens[max(0, i - _NEAR)][0], tokens[min(len(tokens) - 1, i + _NEAR)][1]) for i in odd)
    return list(spans)


def _is_odd(token: str, last: bool) -> bool:
    if len(token) == 1 and token.isupper():
        return not last and token not in "AEIOUYĂÂÊÔƠƯ"
    return (_id(token) < 0 and not token.isupper()) or (
        len(token) < 4 and _SHAPE.match(token.lower()) is None
    )


def _mend(chain: str, offset: int, bold: bool) -> list[Replacement]:
    letters = chain.replace(" ", "")
    # Where the chain has a space, as an offset among the letters, and where each letter is in the chain.
    places = [i for i, c in enumerate(chain) if c != " "]
    spaced = {n for n, i in enumerate(places) if n and chain[i - 1] == " "}
    tokens = sorted({0, len(letters), *spaced})
    words = _edges(letters, tokens, spaced, bold)
    path = _best(words, len(letters))
    as_is = [w for w in words if _is_token(w, tokens)]
    before = _best(as_is, len(letters))
    if path is None or before is None:
        return []
    return _changes(letters, places, offset, spaced, path, before, bold)


def _is_token(word: _Word, tokens: list[int]) -> bool:
    at = np.searchsorted(tokens, word.start)
    return bool(tokens[at] == word.start and tokens[at + 1] == word.end)


def _edges(letters: str, tokens: list[int], spaced: set[int], bold: bool) -> list[_Word]:
    """Give the words that a segmentation may use: the tokens as they are, and syllables across them."""
    words = []
    bounds = set(tokens)
    for start, end in zip(tokens, tokens[1:], strict=False):
        word = letters[start:end]
        known = _id(word)
        if known < 0:
            unknown = UNKNOWN_NAME if word[:1].isupper() else UNKNOWN
            words.append(_Word(start, end, unknown, _unknown_cost(word, bold)))
        else:
            words.append(_Word(start, end, known, 0.0))
    move = _MOVE[bold]
    for start in range(len(letters)):
        for end in range(start + 1, min(len(letters), start + _LONGEST) + 1):
            inside = sum(start < at < end for at in range(start + 1, end) if at in spaced)
            cut = (start not in bounds) + (end not in bounds)
            if not inside and not cut:
                continue
            word = letters[start:end]
            if _syllable(word):
                words.append(_Word(start, end, _id(word), move * (inside + cut / 2)))
    return words


def _best(words: list[_Word], length: int) -> tuple[list[_Word], float] | None:
    """Give the likeliest path of words over all letters, by bigrams."""
    model = language_model.load()
    ending: dict[int, list[int]] = {}
    for index, word in enumerate(words):
        ending.setdefault(word.end, []).append(index)
    pairs = [(a, b) for b, word in enumerate(words) for a in ending.get(word.start, ())]
    ids = np.array([w.word for w in words], dtype=np.int64)
    firsts = np.array([a for a, _ in pairs], dtype=np.int64)
    seconds = np.array([b for _, b in pairs], dtype=np.int64)
    scores: list[float] = model.bigram(ids[firsts], ids[seconds]).tolist() if pairs else []
    opening: list[float] = model.bigram(np.full(len(ids), EOS), ids).tolist()
    before: list[list[tuple[int, float]]] = [[] for _ in words]
    for (a, b), score in zip(pairs, scores, strict=True):
        before[b].append((a, score))
    total = [-1e9] * len(words)
    back = [-1] * len(words)
    for index in sorted(range(len(words)), key=lambda i: (words[i].start, words[i].end)):
        word = words[index]
        if word.start == 0:
            total[index] = opening[index] + word.weight
        for a, score in before[index]:
            if total[a] + score + word.weight > total[index]:
                total[index], back[index] = total[a] + score + word.weight, a
    last = max(ending.get(length, ()), key=lambda i: total[i], default=-1)
    if last < 0 or total[last] < -1e8:
        return None
    value = total[last]
    path = []
    while last >= 0:
        path.append(words[last])
        last = back[last]
    return path[::-1], value


def _changes(
    letters: str,
    places: list[int],
    offset: int,
    spaced: set[int],
    path: tuple[list[_Word], float],
    before: tuple[list[_Word], float],
    bold: bool,
) -> list[Replacement]:
    """Give the changes of a path that gains enough and touches what is no word."""
    cuts = {word.start for word in path[0]} - {0}
    if cuts == spaced:
        return []
    odd = [w for w in before[0] if w.weight < 0 or not _syllable(letters[w.start : w.end])]
    moved = sorted(cuts ^ spaced)
    if not bold:
        moved = [at for at in moved if any(w.start <= at <= w.end for w in odd)]
        # Every change needs a piece that is no word, and the whole has to gain much.
        if path[1] - before[1] < _GAIN[bold] or len(moved) != len(cuts ^ spaced):
            return []
    elif path[1] - before[1] < _GAIN[bold]:
        return []
    found = []
    for at in moved:
        if at in cuts:
            place = offset + places[at]
            found.append(Replacement(place, place, " ", "spacing", 0.9))
        else:
            found.append(Replacement(offset + places[at] - 1, offset + places[at], "", "spacing", 0.9))
    return found
