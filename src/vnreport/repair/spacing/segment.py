"""Where the spaces of a stretch should be: the likeliest segmentation under the language model."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from vnreport.patterns import lazy
from vnreport.repair import language_model
from vnreport.repair.language_model import EOS, UNKNOWN, UNKNOWN_NAME
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.letters.tokens import old_placement
from vnreport.repair.spacing.shape import ONE, several_in_capitals, splits
from vnreport.repair.syllable import is_known, log_frequency
from vnreport.repair.types import Replacement
from vnreport.spans import Spans

_CHAIN = lazy(r"[^\W\d_]+(?: [^\W\d_]+)*")
_TOKEN = lazy("[^ ]+")
_LONGEST = 7
"""The longest Vietnamese syllable: ``nghiêng``."""
_LONGEST_WORD = 12
_MOVE = {False: -5.0, True: -3.0}
"""The weight of putting a space in or taking one out: without and with word that the spacing is broken."""
_GAIN = {False: 2.0, True: 0.5}
_IN_CAPITALS = 3.0
"""So much each change has to gain in a line of capitals, which names of firms may be glued in."""
_FOREIGN = -4.0
"""The weight of a word that is no syllable, between words it was glued to."""
_INITIALS = -6.0
_NEAR = 3
_UNITS = frozenset("mghl")
_RARE = -8.0
"""A word commoner than this stands by itself."""
_LONE = frozenset("aiouy")
"""Letters that are words seldom and ends of words often."""
_TONE = lazy("[\u0300\u0301\u0303\u0309\u0323]")
_ABBREVIATION = lazy("^[A-ZĐ]{2,6}(?=[^A-ZĐ])")
_SHAPE = lazy(
    r"(?:ngh|ng|nh|kh|ph|th|tr|ch|gh|gi|qu|[bcdđghklmnprstvx])?[aăâeêioôơuưyà-ãèéêìíò-õùúýạ-ỹĩũ]{1,3}(?:ng|nh|ch|[cmnpt])?$"
)


class _Word(NamedTuple):
    """A word of a segmentation: its letters' places in the chain, its id and its weight."""

    start: int
    end: int
    word: int
    weight: float


class _Chain(NamedTuple):
    """Words with one space between each: their letters, and what may be made of them."""

    offset: int
    """Where the chain begins in the text."""
    letters: str
    """The letters without the spaces."""
    bounds: list[int]
    """Where a word begins as it stands, and the end, as offsets among the letters."""
    words: list[_Word]
    """The words as they stand, then the others, which a segmentation may use."""


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


def _unknown_cost(word: str, bold: bool) -> float:
    """Give the weight of an unknown word: with Vietnamese marks in small letters it is hardly one."""
    long = max(0, len(word) - _LONGEST)
    if word.isascii():
        return (-13.0 if bold and word[1:].islower() else -9.0) - (1.0 if bold else 0.5) * long
    sure = bold or word[0].islower() or several_in_capitals(word)
    # Names of one piece (Mêkông, Đắkrông) have no tone behind their first letters.
    toned = _TONE.search(unicodedata.normalize("NFD", word[2:])) is not None
    return (-18.0 if sure else -13.0 if toned else -11.0) - 2.0 * long


def segment(text: str, spans: Iterable[tuple[int, int]], *, bold: bool) -> list[Replacement]:
    """Mend the spaces of some stretches of a text.

    Args:
        text: the whole text.
        spans: the stretches, disjoint and in order.
        bold: whether it is known that the spacing is broken.
    """
    chains = [chain for start, end in spans for chain in _chains(text, start, end, bold)]
    return [
        change
        for chain, path in zip(chains, _paths(chains), strict=True)
        for change in _changes(chain, path, bold)
    ]


def _chains(text: str, start: int, end: int, bold: bool) -> Iterator[_Chain]:
    for found in _CHAIN.finditer(text, start, end):
        chain = found[0]
        tokens = [m.span() for m in _TOKEN.finditer(chain)]
        if not bold and len(tokens) > 1 and _is_unit(text, found.start(), chain):
            del tokens[0]
        odd = [_is_odd(chain[a:b], bold, i + 1 == len(tokens)) for i, (a, b) in enumerate(tokens)]
        near = Spans(
            (max(0, i - _NEAR), min(len(tokens), i + _NEAR + 1)) for i, is_odd in enumerate(odd) if is_odd
        )
        for first, last in [(0, len(tokens))] if bold else near:
            offset = found.start() + tokens[first][0]
            words = [chain[a:b] for a, b in tokens[first:last]]
            yield _lattice(words, odd[first:last], offset, bold, _opens(text, offset))


def _is_unit(text: str, at: int, chain: str) -> bool:
    """Tell whether a chain begins with a unit behind its number, a word of its own behind: ``21 m ở``."""
    unit, _, rest = chain.partition(" ")
    if unit not in _UNITS or at < 2 or not (text[at - 2].isdigit() and text[at - 1] == " "):
        return False
    return (log_frequency(rest.partition(" ")[0]) or _RARE) > _RARE


def _opens(text: str, offset: int) -> bool:
    """Tell whether a sentence begins at an offset, so that a capital there makes no name."""
    return offset == 0 or text[offset - 1] == "\n" or text[max(0, offset - 2) : offset] == ". "


def _is_odd(token: str, bold: bool, last: bool) -> bool:
    """Tell whether a word as it stands may be a part of one, or several."""
    if token in _LONE:
        return True
    if len(token) == 1 and token.isupper():
        return bold or (not last and token not in "AEIOUYĂÂÊÔƠƯ")
    if _id(token) < 0:
        # A loanword is neither a piece of a syllable nor several, an abbreviation before them aside.
        small = (token if token.isupper() else _ABBREVIATION.sub("", token)).lower()
        loan = not (ONE.match(small) or splits(small))
        capitals = token.isupper() and not several_in_capitals(token)
        return bold or not (capitals or is_known(token) or loan)
    return len(token) < 4 and _SHAPE.match(token.lower()) is None


def _lattice(tokens: list[str], odd: list[bool], offset: int, bold: bool, opens: bool) -> _Chain:
    letters = "".join(tokens)
    bounds = [0]
    for token in tokens:
        bounds.append(bounds[-1] + len(token))
    words = []
    for token, (start, end) in zip(tokens, pairwise(bounds), strict=True):
        known = _id(token)
        if known < 0:
            unknown = UNKNOWN_NAME if token[:1].isupper() else UNKNOWN
            cost = _unknown_cost(token.lower() if opens and not start and not bold else token, bold)
            words.append(_Word(start, end, unknown, cost))
        else:
            words.append(_Word(start, end, known, 0.0))
    for index, is_odd in enumerate(odd):
        if is_odd and len(tokens[index]) > 1:
            words += _cut(letters, bounds, odd, index, bold)
        words += _joined(letters, bounds, odd, index, bold)
    return _Chain(offset, letters, bounds, words)


def _cut(letters: str, bounds: list[int], odd: list[bool], index: int, bold: bool) -> Iterator[_Word]:
    """Give the words that begin or end within an odd word, in it or reaching into its neighbours."""
    low, high = bounds[index], bounds[index + 1]
    first, last = max(0, index - 1), min(len(odd), index + 2)
    move = _MOVE[bold]
    for start in range(max(bounds[first], low - _LONGEST + 1), high):
        if start < low and start != bounds[first]:
            continue  # only a whole word before it can be joined to what it begins with
        for end in range(max(start, low) + 1, min(bounds[last], start + _LONGEST) + 1):
            if (start <= low and end >= high) or (end > high and end != bounds[last]):
                continue
            word = letters[start:end]
            if _syllable(word):
                inside = (start < low) + (end > high)
                cuts = (start > low) + (end < high)
                weight = move * (inside + cuts / 2)
                yield _Word(start, end, _id(word), weight)
                if word.isupper() and len(word) > 1 and (name := _id(word.capitalize())) != _id(word):
                    yield _Word(start, end, name, weight)  # capitals tell no name from a common word
    yield from _foreign(letters, low, high, move)


def _foreign(letters: str, low: int, high: int, move: float) -> Iterator[_Word]:
    """Give the words at the ends of a glued one that are no syllables: names in capitals, known words."""
    for size in range(1, min(high - low, _LONGEST_WORD + 1)):
        for start, end in ((low, low + size), (high - size, high)):
            word = letters[start:end]
            other = letters[end : end + 1] if start == low else letters[start - 1]
            known = _id(word)
            if (
                word.isupper()
                and size < _LONGEST
                and (other.islower() or start == low)
                and not _syllable(word)
            ):
                weight, known = (0.0, known) if known >= 0 else (_INITIALS, UNKNOWN_NAME)
                yield _Word(start, end, known, weight + move / 2)
            elif size > 3 and known >= 0 and word.isascii() and not _syllable(word):
                yield _Word(start, end, known, _FOREIGN + move / 2)


def _joined(letters: str, bounds: list[int], odd: list[bool], index: int, bold: bool) -> Iterator[_Word]:
    """Give the words that a word and those behind it make without the spaces."""
    start = bounds[index]
    for last in range(index + 2, min(len(bounds), index + 5)):
        end = bounds[last]
        if end - start > (_LONGEST_WORD if bold else _LONGEST):
            return
        word = letters[start:end]
        if not bold and letters[start : bounds[index + 1]] == "i":
            continue  # i ốt: no other word begins so
        if (bold or any(odd[index:last])) and (_syllable(word) or (bold and is_word(word))):
            yield _Word(start, end, _id(word), _MOVE[bold] * (last - index - 1))


def _paths(chains: list[_Chain]) -> list[tuple[list[_Word], float, float]]:
    """Give the likeliest path through every chain, its score and the score of the chain as it stands."""
    if not chains:
        return []
    model = language_model.load()
    links = [_links(chain) for chain in chains]
    ids = np.array([word.word for chain in chains for word in chain.words], dtype=np.int64)
    firsts, seconds, base = [], [], 0
    for chain, pairs in zip(chains, links, strict=True):
        firsts += [base + a for a, _ in pairs]
        seconds += [base + b for _, b in pairs]
        base += len(chain.words)
    scores = iter(model.bigram(ids[firsts], ids[seconds]).tolist() if firsts else ())
    opening = iter(model.bigram(np.full(len(ids), EOS), ids).tolist())
    return [_path(chain, pairs, scores, opening) for chain, pairs in zip(chains, links, strict=True)]


def _links(chain: _Chain) -> list[tuple[int, int]]:
    """Give the pairs of words that may follow each other, as indices, by where they meet."""
    ending: dict[int, list[int]] = {}
    starting: dict[int, list[int]] = {}
    for index, word in enumerate(chain.words):
        ending.setdefault(word.end, []).append(index)
        starting.setdefault(word.start, []).append(index)
    return [(a, b) for at in sorted(starting) for b in starting[at] for a in ending.get(at, ())]


def _path(
    chain: _Chain, pairs: list[tuple[int, int]], scores: Iterator[float], opening: Iterator[float]
) -> tuple[list[_Word], float, float]:
    words = chain.words
    total = [-1e9] * len(words)
    back = [-1] * len(words)
    for index, word in enumerate(words):
        score = next(opening)
        if word.start == 0:
            total[index] = score + word.weight
    standing = len(chain.bounds) - 1
    as_it_stands = total[0]
    for (a, b), score in zip(pairs, scores, strict=False):
        value = total[a] + score + words[b].weight
        if value > total[b]:
            total[b], back[b] = value, a
        if b == a + 1 < standing:
            as_it_stands += score + words[b].weight
    length = chain.bounds[-1]
    last = max((i for i, word in enumerate(words) if word.end == length), key=total.__getitem__)
    value, path = total[last], []
    while last >= 0:
        path.append(words[last])
        last = back[last]
    return path[::-1], value, as_it_stands


def _changes(chain: _Chain, found: tuple[list[_Word], float, float], bold: bool) -> Iterator[Replacement]:
    """Give the changes of a path that gains enough."""
    path, value, as_it_stands = found
    spaced = set(chain.bounds[1:-1])
    cuts = {word.start for word in path} - {0}
    gain = value - as_it_stands
    if cuts == spaced or gain < _GAIN[bold]:
        return
    if not bold and chain.letters.isupper() and gain < _IN_CAPITALS * len(cuts ^ spaced):
        return
    inner = chain.bounds[1:-1]
    for at in sorted(cuts ^ spaced):
        place = chain.offset + at + bisect_right(inner, at)
        if at in cuts:
            yield Replacement(place, place, " ", "spacing", 0.9)
        else:
            yield Replacement(place - 1, place, "", "spacing", 0.9)
