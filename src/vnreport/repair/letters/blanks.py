"""Letters lost where a space stands for each: ``đ nh`` for ``định``, ``c a`` for ``của``.

PDF files whose second font has no table of characters are copied so. The spaces inside words are found
here, by the likeliest way through a line, and taken out; what is left (``đnh``, ``ca``) is what dropped
letters leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.patterns import lazy
from vnreport.repair import language_model
from vnreport.repair.language_model import EOS, UNKNOWN, UNKNOWN_NAME, Ids, Scores
from vnreport.repair.letters import tokens
from vnreport.repair.letters.channel import forms
from vnreport.repair.letters.codes import abbreviations
from vnreport.repair.letters.damage import Kind, lost
from vnreport.repair.letters.standing import Stretch, Token, stretches
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block

_MOST_PIECES = 3
"""A word falls into so many pieces at most: ``gi i``, and ``thu  ng`` where two letters are gone."""
_WIDE = 48
"""So many candidates of a word, the likeliest by themselves, are tried."""
_IDENTITY = -11.0
_OTHER_CASE = -3.0
_MARGIN = 14.0
"""Words worse than the best by more than this are not gone on from."""
_MISCOUNTED = -3.0
"""The weight of spaces that are not as many as the letters lost and the space between two words."""
_DOUBLE = 0.03
"""Where so many of the spaces are several, they were not made one when the text was copied."""
_HORNS, _BREVES = lazy("[ơưƠƯ]"), lazy("[ăĩũĂĐĨŨ]")
_SHORT = 100
_CLOSING = frozenset(",.;:)/”")


_STRONG, _SURE = 3, 4.0
"""A stretch with so many consonants that stand alone shows the damage, if each space gains so much."""
_SHARED = 3.0
"""So much a space has to gain where other stretches of the text show it."""
_SEVERAL = 6
"""So many spaces in a text, surely inside words, show that it was damaged so."""


class _Forms(NamedTuple):
    """The words that may have left some pieces, commonest first."""

    ids: Ids
    names: NDArray[np.bool_]
    """Whether each is written with a capital."""
    before: NDArray[np.int64]
    """How many letters are lost of its beginning."""
    behind: NDArray[np.int64]
    """How many letters are lost of its end."""
    seen: list[str]
    """What is left between them, in small letters."""


class _Words(NamedTuple):
    """The words that may have left some pieces as they are written."""

    ids: Ids
    weights: Scores
    before: NDArray[np.int64]
    behind: NDArray[np.int64]


class _Node(NamedTuple):
    """One way to read some tokens: where they begin and end, and the words."""

    start: int
    end: int
    words: _Words


_Reached = tuple[_Node, Scores, NDArray[np.int64]]
"""A node, the scores of the likeliest ways to its words, and which word each came by."""
_Step = tuple[int, int, int, int]
"""A word of a way: its first token, the one behind it, and how many letters are lost at either edge."""


class Line(NamedTuple):
    """What a line, or a part of it, was read as."""

    joins: list[tuple[int, int]]
    """The spaces inside words, as offsets in the text."""
    surplus: list[tuple[int, int]]
    """The spaces at the edges of words that stand for letters."""
    gain: float
    """How much likelier this is than the line with every piece a word of its own."""


@cache
def _left(kind: Kind) -> dict[str, list[int]]:
    """Give what the words of the model leave, pieces with one space between, and the numbers of the words."""
    found: dict[str, list[int]] = {}
    for number, damaged in enumerate(_blanked(kind)):
        found.setdefault(" ".join(damaged.lower().split()), []).append(number)
    return found


@cache
def _blanked(kind: Kind) -> list[str]:
    """Give the words of the model with a space for each letter that is lost, all at once for speed."""
    words = "\n".join(word for _, word in forms())
    gone = lost(kind)
    return words.translate({ord(c): " " for c in set(words) if gone(c)}).split("\n")


@lru_cache(maxsize=1 << 12)
def _forms(key: str, kind: Kind) -> _Forms | None:
    """Give the likeliest words that leave some pieces, None where none does."""
    numbers = _left(kind).get(key)
    if numbers is None:
        return None
    unigram, every, damaged = language_model.load().unigram, forms(), _blanked(kind)
    words = sorted(((*every[n], damaged[n]) for n in numbers), key=lambda one: -unigram[one[0]])[:_WIDE]
    return _Forms(
        np.array([number for number, _, _ in words], np.int64),
        np.array([word[0].isupper() for _, word, _ in words], bool),
        np.array([len(d) - len(d.lstrip(" ")) for _, _, d in words], np.int64),
        np.array([len(d) - len(d.rstrip(" ")) for _, _, d in words], np.int64),
        [d.strip(" ").lower() for _, _, d in words],
    )


def read(text: str, found: Sequence[Token], kind: Kind) -> Line:
    """Read the tokens of a line as what is left of words where letters became spaces.

    Args:
        text: the text.
        found: the tokens in order: start, end and text of each.
        kind: which letters were lost.
    """
    model = language_model.load()
    nodes = [_nodes(text, found, i, kind) for i in range(len(found))]
    spaced = _is_spaced(text, found)
    best, path = _search(model, found, nodes, spaced)
    single, _ = _search(model, found, [[n for n in ns if n.end == n.start + 1] for ns in nodes], spaced)
    joins = [(found[i][1], found[i + 1][0]) for start, end, _, _ in path for i in range(start, end - 1)]
    return Line(joins, _surplus(text, found, path, spaced), best - single)


def _surplus(text: str, found: Sequence[Token], path: list[_Step], spaced: bool) -> list[tuple[int, int]]:
    """Give the spaces that stand for letters at the edges of words."""
    result, before_marks = [], []
    plain = lossy = 0
    for (_, _, _, behind), (start, _, before, _) in pairwise(path):
        low, high = found[start - 1][1], found[start][0]
        if low == high or text[low:high].strip(" \xa0"):
            continue
        if found[start][2] in _CLOSING:
            plain, lossy = plain + (not behind), lossy + bool(behind)
            before_marks += [(low, high)] if behind else []
        elif _in_code(text, found, start):
            result.append((low, high))
        elif spaced and high - low > 1:
            # Two spaces are a letter and the space behind; behind three a word may be gone whole.
            extra = 1 if high - low == 2 else min(behind + before, high - low - 1)
            result += [(low, low + extra)] if extra else []
    return sorted(result + ([] if 2 * plain > lossy else before_marks))


def _in_code(text: str, found: Sequence[Token], at: int) -> bool:
    """Tell whether the space before a token stands for Đ in the code of a document: ``36/2019/N -CP``."""
    start, end, token = found[at - 1]
    if text[start - 1 : start] not in ("/", "-") or not token.isupper() or found[at][0] != end + 1:
        return False
    behind = found[at][2]
    return token + "Đ" + ("" if behind == "-" else behind) in abbreviations()


def _is_spaced(text: str, found: Sequence[Token]) -> bool:
    """Tell whether spaces stand as they were left, one for each letter."""
    gaps = [b[0] - a[1] for a, b in pairwise(found)]
    inner = [gap for gap in gaps if gap]
    return sum(gap > 1 for gap in inner) > _DOUBLE * len(inner)


def _nodes(text: str, found: Sequence[Token], first: int, kind: Kind) -> list[_Node]:
    """Give the words that may begin with a token."""
    token = found[first][2]
    shape = tokens.shape(token)
    if shape.special != tokens.WORD:
        return [_Node(first, first + 1, _mark(EOS if shape.special == tokens.SKIPPED else shape.special))]
    result = []
    for stop in range(first + 1, min(first + _MOST_PIECES, len(found)) + 1):
        if stop > first + 1 and not _is_joint(text, found, stop - 1):
            break
        words = _words(text[found[first][0] : found[stop - 1][1]].replace("\xa0", " "), kind)
        if words is not None:
            result.append(_Node(first, stop, words))
    return result


@cache
def _mark(special: int) -> _Words:
    zero = np.zeros(1, np.int64)
    return _Words(np.array([special], np.int64), np.zeros(1, np.float32), zero, zero)


def _is_joint(text: str, found: Sequence[Token], at: int) -> bool:
    """Tell whether only spaces stand before a token that is letters, and these go on with those before."""
    between = text[found[at - 1][1] : found[at][0]]
    token = found[at][2]
    before = found[at - 1][2]
    return (
        0 < len(between) <= _MOST_PIECES
        and not between.strip(" \xa0")
        and token[:1].isalpha()
        and (token.islower() or (token.isupper() and before.isupper()))
    )


@lru_cache(maxsize=1 << 12)
def _words(seen: str, kind: Kind) -> _Words | None:
    """Give the words that may have left some pieces, these with as many spaces between as they are seen."""
    pieces = seen.split()
    key, raw = " ".join(pieces).lower(), seen.lower()
    known = _forms(key, _kept(key, kind))
    ids: list[Ids] = []
    weights: list[Scores] = []
    edges: list[NDArray[np.int64]] = []
    if known is not None:
        kept = np.array([" " * 2 not in raw or left == raw for left in known.seen])
        unsure = (known.before > 0) | (seen.isupper() and len(key) > 1)
        cost = np.where(unsure | (known.names == seen[:1].isupper()), 0.0, _OTHER_CASE).astype(np.float32)
        ids.append(known.ids[kept])
        weights.append(cost[kept])
        edges.append(np.stack([known.before, known.behind])[:, kept])
    if len(pieces) == 1:
        ids.append(np.array([UNKNOWN_NAME if seen[:1].isupper() else UNKNOWN], np.int64))
        weights.append(np.array([_IDENTITY], np.float32))
        edges.append(np.zeros((2, 1), np.int64))
    if not any(map(len, ids)):
        return None
    return _Words(np.concatenate(ids), np.concatenate(weights), *np.concatenate(edges, 1))


def _kept(key: str, kind: Kind) -> Kind:
    """Give the kind of damage that leaves what is seen: a word that holds ơ or ư tells more than the text."""
    if _HORNS.search(key):
        return "additional"
    return "horned" if kind == "barred" and _BREVES.search(key) else kind


def _search(
    model: language_model.LanguageModel,
    found: Sequence[Token],
    nodes: list[list[_Node]],
    spaced: bool,
) -> tuple[float, list[_Step]]:
    """Give the score of the likeliest way through a line, and its words."""
    ending: list[list[_Reached]] = [[] for _ in range(len(found) + 1)]
    opening = _Node(0, 0, _mark(EOS))
    ending[0].append((opening, np.zeros(1, np.float32), np.zeros(1, np.int64)))
    for at, starting in enumerate(nodes):
        into = ending[at]
        if not into or not starting:
            continue
        gap = found[at][0] - found[at - 1][1] if at else 0
        totals = np.concatenate([score for _, score, _ in into])
        good = np.flatnonzero(totals >= totals.max() - _MARGIN)
        totals = totals[good]
        sources = np.concatenate([node.words.ids for node, _, _ in into])[good]
        targets = np.concatenate([node.words.ids for node in starting])
        count = len(targets)
        table = model.bigram(np.repeat(sources, count), np.tile(targets, len(sources)))
        table = table.reshape(len(sources), count) + totals[:, None]
        if spaced and gap:
            behind = np.concatenate([node.words.behind for node, _, _ in into])[good]
            before = np.concatenate([node.words.before for node in starting])
            off = behind[:, None] + before[None, :] + 1 != gap
            table = table + np.where(off, np.float32(_MISCOUNTED), np.float32(0))
        back = table.argmax(0)
        best = table[back, np.arange(count)]
        first = 0
        for node in starting:
            own = slice(first, first + len(node.words.ids))
            ending[node.end].append((node, best[own] + node.words.weights, good[back[own]]))
            first = own.stop
    return _way_back(ending, len(found))


def _way_back(ending: list[list[_Reached]], at: int) -> tuple[float, list[_Step]]:
    totals = np.concatenate([score for _, score, _ in ending[at]])
    wanted = int(totals.argmax())
    best, path = float(totals[wanted]), []
    while at:
        for node, _, back in ending[at]:
            if wanted < len(node.words.ids):
                words = node.words
                path.append((node.start, node.end, int(words.before[wanted]), int(words.behind[wanted])))
                at, wanted = node.start, int(back[wanted])
                break
            wanted -= len(node.words.ids)
    return best, path[::-1]


def find(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find the spaces that stand for letters, where the text shows that it was damaged so.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.

    Returns:
        The changes, each of which takes spaces out; in order and disjoint, of kind ``dropped``.
    """
    strong = [s for block in odd for s in stretches(text, block) if s.hits >= _STRONG]
    if not strong:
        return []
    kind = _kind(strong)
    lines = [read(text, s.tokens, kind) for s in strong]
    known = {s.tokens[0]: line for s, line in zip(strong, lines, strict=True)}
    believed = [(s, line) for s, line in zip(strong, lines, strict=True) if _is_sure(text, s, line)]
    joins = sum(len(line.joins) for _, line in believed)
    if not joins or 2 * sum(s.odd for s in strong) > sum(len(line.joins) for line in lines):
        return []
    if joins >= _SEVERAL:
        every = [s for block in odd for s in stretches(text, block, vowels=True)]
        every = [s for s in every if s.tokens and 2 * s.odd <= s.hits]
        believed = [(s, known.get(s.tokens[0]) or read(text, s.tokens, kind)) for s in every]
        believed = [(s, line) for s, line in believed if line.gain >= _SHARED * len(line.joins)]
    spaces = sorted(space for _, line in believed for space in (*line.joins, *line.surplus))
    return [Replacement(start, end, "", "dropped", 0.9) for start, end in spaces]


def _is_sure(text: str, stretch: Stretch, line: Line) -> bool:
    """Tell whether a stretch by itself shows that spaces stand for letters."""
    joins = len(line.joins)
    # Letters in a row (``b c d``) join to words, too.
    longer = sum(text[a - 2 : a].isalpha() or text[b : b + 2].isalpha() for a, b in line.joins if a > 1)
    enough = joins > 1 and longer and line.gain >= _SURE * joins
    return bool(enough) and 2 * stretch.odd <= joins and 4 * joins >= stretch.hits


def _kind(found: Sequence[Stretch]) -> Kind:
    """Tell which letters were lost, by those that are left."""
    text = "".join(token for stretch in found for _, _, token in stretch.tokens)
    hits = sum(stretch.hits for stretch in found)
    if len(_HORNS.findall(text)) > hits / 25:
        return "additional"
    if len(_BREVES.findall(text)) > hits / 40:
        return "horned"
    if "đ" in text or len(text) < _SHORT:
        return "barred"
    return "extended" if any("\xc0" <= c <= "\xff" for c in text) else "ascii"
