"""The last words of a counted phrase: which of them belong to what follows it."""

from __future__ import annotations

from collections.abc import Sequence

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.grammar import Grammar
from vnreport.mentions.quantities.tokens import Token

_NEAR = 4
_LOOSE = frozenset(("quá",))
_RELATIONS = (["liên", "quan", "đến"], ["liên", "quan", "tới"])
_TOWARDS_NUMBER = frozenset(("từ", "trên", "dưới", "hơn", "khoảng", "gần", "đạt", "là", "ước"))
"""Words that a number follows which is measured: what it measures may stand before them."""


def before_label(words: list[str], size: int, end: int, grammar: Grammar) -> int:
    """Give the end of a phrase without the noun that ``số`` at ``end`` names: ``12 hộ dân | tổ số 3``."""
    for length in (3, 2, 1):
        if end - length >= size and " ".join(words[end - length : end]) in grammar.nouns:
            return end - length
    return end


def duration_end(words: list[str], size: int) -> int:
    """Give the index of the last word of a duration whose unit takes ``size`` words."""
    for length in (4, 2, 1):
        following = words[size : size + length]
        if len(following) == length and " ".join(following) in role("duration_attribute"):
            return size + length - 1
    return size - 1


def without_dimension(words: list[str], size: int, end: int) -> int:
    """Give the end of a phrase before a number, without the words that say what the number measures."""
    if not words[end] or end + 1 < len(words):
        end = _trimmed(words, size, end)
    return end - 1 if words[end - 1] == "," and end > size else end


def without_loose_end(toks: Sequence[Token], words: list[str], size: int, end: int) -> int:
    """Give the end of a phrase without last words that belong to what follows.

    ``18 cây gỗ | đường kính trên một mét``, ``12 tàu | có chiều dài từ 15 m``, ``4 vụ | liên quan đến``.
    """
    if end < len(toks) and words[end] in _TOWARDS_NUMBER:
        near = toks[end + 1 : end + _NEAR]
        if any(token.kind in {"number", "amount"} for token in near):
            end = _trimmed(words, size, end)
    for length in (3, 2):  # 3 gói | có khối lượng lần lượt là
        had = end - length - 1
        measured = " ".join(words[had + 1 : end])
        if had >= size and words[had] == "có" and measured != "giá trị" and measured in role("dimension"):
            end = had
    while end > size and words[end - 1] in _LOOSE:
        end -= 1
    if end - 3 >= size and words[end - 3 : end] in _RELATIONS:
        end -= 3
    return end - 1 if end > size and words[end - 1] == "có" else end


def _trimmed(words: list[str], size: int, end: int) -> int:
    dimensions, others = role("dimension"), role("no_dimension")
    while end > size and " ".join(words[end - 2 : end]) not in others:
        for length in (4, 3, 2, 1):
            if end - size >= length and " ".join(words[end - length : end]) in dimensions:
                end -= length
                break
        else:
            break
    return end - 1 if end > size and words[end - 1] in {"bị", "có"} else end
