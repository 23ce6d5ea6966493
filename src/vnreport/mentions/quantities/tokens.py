"""The text behind a number cut into words, numbers and marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from vnreport.mentions.quantities.grammar import Grammar, longest
from vnreport.patterns import lazy

MOST_SYLLABLES = 24
"""No counted phrase is longer."""

_TOKEN = lazy(
    r"(?P<gap>[ \u00a0\t]*(?:\r?\n[ \u00a0\t]*)?)"
    r"(?:(?P<word>covid-19(?!\w)|[a-zđ][0-9]{1,2}(?![^\W_])|[234]d(?![^\W_])|[^\W\d_]+[²³]?(?:[23](?![^\W_]))?(?:[-&][^\W\d_]+[²³23]?)*(?:\.km(?!\w))?)"
    r"|(?P<number>[0-9]+(?:[.,][0-9]+)*)|(?P<mark>\S))"
)

ROMAN = lazy(r"[IVXLC]+")
_CLOSING = frozenset('.;:!?()[]{}\n"”“')


class Token(NamedTuple):
    """A word, number or mark."""

    start: int
    end: int
    text: str
    """In lower case."""
    kind: str
    gap: str


_new = tuple.__new__
"""Makes tokens at half the cost of a call; there are several for each number."""


def tokens(folded: str, start: int, limit: int, most: int = MOST_SYLLABLES + 12) -> list[Token]:
    """Cut the text from ``start`` into words, numbers and marks, up to ``limit`` or a blank line."""
    found: list[Token] = []
    end = start
    for match in _TOKEN.finditer(folded, start, min(limit, len(folded))):
        begin, stop = match.span()
        if begin != end:
            break
        end = stop
        gap, word, number, mark = match.groups()
        if word:
            found.append(_new(Token, (end - len(word), end, word, "word", gap)))
        elif number:
            found.append(_new(Token, (end - len(number), end, number, "number", gap)))
        else:
            found.append(_new(Token, (end - len(mark), end, mark, "mark", gap)))
            if mark in _CLOSING:
                break
        if len(found) >= most:
            break
    return found


def is_place(text: str, toks: Sequence[Token], i: int, grammar: Grammar) -> bool:
    """Tell whether an administrative level with a name begins at ``i`` (``huyện Vĩnh Bảo``)."""
    if i >= len(toks) or toks[i].text not in grammar.admin_firsts:
        return False
    words = [token.text for token in toks[i : i + 4]]
    found = longest(words, 0, grammar.nouns, grammar.noun_sizes)
    if found is None or found[0] not in grammar.admin:
        return False
    name = i + found[1]
    if name >= len(toks) or toks[name].kind != "word" or not text[toks[name].start].isupper():
        return False
    # "xã khu vực III" tells the class of a commune.
    return not ROMAN.fullmatch(text, toks[name].start, toks[name].end)


def agent(words: list[str]) -> int:
    """Give the size of a noun of agents at the start, whatever its first word is alone: ``điều tra viên``."""
    if words[0] == "lượt":
        return 0  # 61 lượt | đảng viên
    return 3 if words[2:3] == ["viên"] else 2 if words[1:2] == ["viên"] else 0


def is_called(text: str, toks: Sequence[Token], i: int) -> bool:
    """Tell whether a name follows the noun before ``i``: ``2 xã | Mường Lát``, ``12 sổ, sở | Tư pháp``."""
    if i >= len(toks) or toks[i].kind != "word":
        return False
    piece = text[toks[i].start : toks[i].end]
    return piece[0].isupper() and not piece.isupper() and text[toks[0].start].islower()


def is_short_form(text: str, token: Token, grammar: Grammar) -> bool:
    """Tell a short form in capitals from the small word that it looks like (``dầu DO``)."""
    if token.text not in grammar.effects:
        return False
    piece = text[token.start : token.end]
    short = len(piece) > 1 and piece.isupper() and piece.isascii()
    return short and not text[max(0, token.start - 8) : token.start].strip().isupper()
