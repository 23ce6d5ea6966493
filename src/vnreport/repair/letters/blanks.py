"""Letters lost where a space stands for each: ``đ nh`` for ``định``, ``c a`` for ``của``.

PDF files whose second font has no table of characters are copied so. The spaces inside words are found
here, by the likeliest way through a line, and taken out; what is left (``đnh``, ``ca``) is what dropped
letters leave.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from vnreport.patterns import lazy
from vnreport.repair import language_model
from vnreport.repair.language_model import EOS, UNKNOWN, UNKNOWN_NAME, Ids, Scores
from vnreport.repair.letters import tokens
from vnreport.repair.letters.channel import forms
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
_MISCOUNTED = -3.0
"""The weight of spaces that are not as many as the letters lost and the space between two words."""
_DOUBLE = 0.1
"""Where so many of the spaces are several, they were not made one when the text was copied."""
_HORNS, _BREVES = lazy("[ơưƠƯ]"), lazy("[ăĩũĂĐĨŨ]")
_SHORT = 100
_CLOSING = frozenset(",.;:)")


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


class _Node(NamedTuple):
    """One way to read some pieces: the words that may have left them."""

    start: int
    end: int
    ids: Ids
    weights: Scores
    before: NDArray[np.int64]
    behind: NDArray[np.int64]


class Line(NamedTuple):
    """What a line, or a part of it, was read as."""

    joins: list[tuple[int, int]]
    """The spaces inside words, as offsets in the text."""
    surplus: list[tuple[int, int]]
    """The spaces at the edges of words that stand for letters."""
    gain: float
    """How much likelier this is than the line with every piece a word of its own."""


@cache
def _left(kind: Kind) -> dict[str, _Forms]:
    """Give what the words of the model leave, pieces with one space between, and the words of each."""
    gone = lost(kind)
    model = language_model.load()
    found: dict[str, list[tuple[int, str, str]]] = {}
    for number, word in forms():
        damaged = "".join(" " if gone(c) else c for c in word)
        found.setdefault(" ".join(damaged.lower().split()), []).append((number, word, damaged))
    result = {}
    for key, words in found.items():
        words.sort(key=lambda one: -model.unigram[one[0]])
        del words[_WIDE:]
        result[key] = _Forms(
            np.array([number for number, _, _ in words], np.int64),
            np.array([word[0].isupper() for _, word, _ in words], bool),
            np.array([len(d) - len(d.lstrip(" ")) for _, _, d in words], np.int64),
            np.array([len(d) - len(d.rstrip(" ")) for _, _, d in words], np.int64),
            [d.strip(" ").lower() for _, _, d in words],
        )
    return result


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
    best, path = _search(model, text, found, nodes, spaced)
    single, _ = _search(model, text, found, [[n for n in ns if n.end == n.start + 1] for ns in nodes], spaced)
    joins = [
        (found[i][1], found[i + 1][0]) for start, end, _, _ in path for i in range(start, end - 1)
    ]
    return Line(joins, _surplus(text, found, path, spaced), best - single)


def _surplus(
    text: str, found: Sequence[Token], path: list[tuple[int, int, int, int]], spaced: bool
) -> list[tuple[int, int]]:
    """Give the spaces that stand for letters at the edges of words."""
    result, before_marks = [], []
    habit = False
    for (_, _, _, behind), (start, _, before, _) in zip(path, path[1:], strict=False):
        low, high = found[start - 1][1], found[start][0]
        if low == high or text[low:high].strip(" \xa0"):
            continue
        if found[start][2] in _CLOSING:
            habit |= not behind
            before_marks += [(low, high)] if behind else []
        elif spaced and (extra := min(behind + before, high - low - 1)) > 0:
            result.append((low, low + extra))
    return sorted(result + ([] if habit else before_marks))


def _is_spaced(text: str, found: Sequence[Token]) -> bool:
    """Tell whether spaces stand as they were left, one for each letter."""
    gaps = [b[0] - a[1] for a, b in zip(found, found[1:], strict=False)]
    inner = [gap for gap in gaps if gap]
    return sum(gap > 1 for gap in inner) > _DOUBLE * len(inner)


def _nodes(text: str, found: Sequence[Token], first: int, kind: Kind) -> list[_Node]:
    """Give the words that may begin with a token."""
    token = found[first][2]
    shape = tokens.shape(token)
    zero = np.zeros(1, np.int64)
    if shape.special != tokens.WORD:
        special = EOS if shape.special == tokens.SKIPPED else shape.special
        return [_Node(first, first + 1, np.array([special], np.int64), np.zeros(1, np.float32), zero, zero)]
    result = []
    for stop in range(first + 1, min(first + _MOST_PIECES, len(found)) + 1):
        if stop > first + 1 and not _is_joint(text, found, stop - 1):
            break
        node = _node(text, found, first, stop, kind)
        if node is not None:
            result.append(node)
    return result


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


def _node(text: str, found: Sequence[Token], first: int, stop: int, kind: Kind) -> _Node | None:
    pieces = [token for _, _, token in found[first:stop]]
    key = " ".join(pieces).lower()
    known = _left(kind).get(key)
    single = stop == first + 1
    ids: list[Ids] = []
    weights: list[Scores] = []
    before: list[NDArray[np.int64]] = []
    behind: list[NDArray[np.int64]] = []
    if known is not None:
        raw = text[found[first][0] : found[stop - 1][1]].lower()
        exact = " " * 2 in raw
        kept = np.array([not exact or seen == raw for seen in known.seen])
        capital = pieces[0][:1].isupper()
        shouted = "".join(pieces).isupper() and len(key) > 1
        unsure = (known.before > 0) | shouted
        cost = np.where(unsure | (known.names == capital), 0.0, _OTHER_CASE).astype(np.float32)
        ids.append(known.ids[kept])
        weights.append(cost[kept])
        before.append(known.before[kept])
        behind.append(known.behind[kept])
    if single:
        unknown = UNKNOWN_NAME if pieces[0][:1].isupper() else UNKNOWN
        ids.append(np.array([unknown], np.int64))
        weights.append(np.array([_IDENTITY], np.float32))
        before.append(np.zeros(1, np.int64))
        behind.append(np.zeros(1, np.int64))
    if not ids or not sum(map(len, ids)):
        return None
    return _Node(
        first,
        stop,
        np.concatenate(ids),
        np.concatenate(weights),
        np.concatenate(before),
        np.concatenate(behind),
    )


def _search(
    model: language_model.LanguageModel,
    text: str,
    found: Sequence[Token],
    nodes: list[list[_Node]],
    spaced: bool,
) -> tuple[float, list[tuple[int, int, int, int]]]:
    """Give the score of the likeliest way through a line, and its words: start, end, letters lost at either."""
    size = len(found)
    ending: list[list[tuple[_Node, Scores, NDArray[np.int64]]]] = [[] for _ in range(size + 1)]
    zero = np.zeros(1, np.int64)
    opening = _Node(0, 0, np.array([EOS], np.int64), np.zeros(1, np.float32), zero, zero)
    ending[0].append((opening, np.zeros(1, np.float32), zero))
    for at in range(size):
        into = ending[at]
        if not into:
            continue
        gap = found[at][0] - found[at - 1][1] if at else 0
        sources = np.concatenate([node.ids for node, _, _ in into])
        totals = np.concatenate([score for _, score, _ in into])
        behind = np.concatenate([node.behind for node, _, _ in into])
        for node in nodes[at]:
            count = len(node.ids)
            scores = model.bigram(np.repeat(sources, count), np.tile(node.ids, len(sources)))
            table = scores.reshape(len(sources), count) + totals[:, None]
            if spaced and gap:
                off = behind[:, None] + node.before[None, :] + 1 != gap
                table = table + np.where(off, np.float32(_MISCOUNTED), np.float32(0))
            back = table.argmax(0)
            ending[node.end].append((node, table[back, np.arange(count)] + node.weights, back))
    return _way_back(ending, size)


def _way_back(
    ending: list[list[tuple[_Node, Scores, NDArray[np.int64]]]], at: int
) -> tuple[float, list[tuple[int, int, int, int]]]:
    wanted = int(np.argmax(np.concatenate([score for _, score, _ in ending[at]])))
    best = float(np.concatenate([score for _, score, _ in ending[at]])[wanted])
    path = []
    while at:
        for node, _, back in ending[at]:
            if wanted < len(node.ids):
                path.append((node.start, node.end, int(node.before[wanted]), int(node.behind[wanted])))
                at, wanted = node.start, int(back[wanted])
                break
            wanted -= len(node.ids)
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
    believed = [
        (s, line)
        for s, line in zip(strong, lines, strict=True)
        if _is_sure(s, line)
    ]
    joins = sum(len(line.joins) for _, line in believed)
    if not joins or 2 * sum(s.odd for s in strong) > sum(len(line.joins) for line in lines):
        return []
    if joins >= _SEVERAL:
        every = [s for block in odd for s in stretches(text, block, vowels=True)]
        kind = _kind(every)
        believed = [(s, read(text, s.tokens, kind)) for s in every if 2 * s.odd <= s.hits]
        believed = [(s, line) for s, line in believed if line.gain >= _SHARED * len(line.joins)]
    spaces = sorted(space for _, line in believed for space in (*line.joins, *line.surplus))
    return [Replacement(start, end, "", "dropped", 0.9) for start, end in spaces]


def _is_sure(stretch: Stretch, line: Line) -> bool:
    """Tell whether a stretch by itself shows that spaces stand for letters."""
    joins = len(line.joins)
    return joins > 1 and 2 * stretch.odd <= joins and 4 * joins >= stretch.hits and line.gain >= _SURE * joins


def _kind(found: Sequence[Stretch]) -> Kind:
    """Tell which letters were lost, by those that are left."""
    text = "".join(token for stretch in found for _, _, token in stretch.tokens)
    hits = sum(stretch.hits for stretch in found)
    if len(_HORNS.findall(text)) > hits / 10:
        return "additional"
    if len(_BREVES.findall(text)) > hits / 40:
        return "horned"
    if "đ" in text or len(text) < _SHORT:
        return "barred"
    return "extended" if any("\xc0" <= c <= "\xff" for c in text) else "ascii"
