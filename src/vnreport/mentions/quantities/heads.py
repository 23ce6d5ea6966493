"""The head of a counted phrase: the unit, classifier or noun right behind a number."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.mentions.numbers.roles import role
from vnreport.mentions.quantities.coordination import per
from vnreport.mentions.quantities.grammar import Grammar, longest
from vnreport.mentions.quantities.tokens import ROMAN, Token, agent

_PRIZES = frozenset(("nhất", "nhì", "ba"))


class Head(NamedTuple):
    """What is counted, without what says more of it."""

    unit: str
    size: int
    """How many tokens it takes."""
    kind: str
    """``classifier``, ``noun``, ``admin``; the kind of the unit of measure; empty for an unknown noun."""
    measure: bool


class Sign(NamedTuple):
    """A unit that is no word, with the fields of a phrase."""

    start: int
    unit_end: int
    end: int
    unit: str
    kind: str
    measure: bool


def symbol(toks: list[Token]) -> Sign | None:
    """Read a unit that is no word: ``°C``, ``‰``."""
    if toks and toks[0].text == "‰":
        return Sign(toks[0].start, toks[0].end, toks[0].end, "‰", "share", True)
    if [tok.text for tok in toks[:2]] == ["0", "c"] and not toks[1].gap:
        return Sign(toks[0].start, toks[1].end, toks[1].end, "°C", "temperature", True)  # 37 0C
    degree = len(toks) > 1 and toks[0].kind == "mark" and toks[0].text in "°º˚⁰"
    if degree and toks[1].text in {"c", "f"} and not toks[1].gap:
        span = toks[0].start, toks[1].end, toks[1].end
        return Sign(*span, "°" + toks[1].text.upper(), "temperature", True)
    return None


def read_head(text: str, toks: list[Token], words: list[str], g: Grammar) -> Head | None:
    """Read the head of the phrase that the first of some words opens; None where none does.

    Args:
        text: the text, for the case of letters.
        toks: the tokens behind the number.
        words: their texts in lower case.
        g: the tables.
    """
    unit = longest(words, 0, g.units, g.unit_sizes)
    noun = longest(words, 0, g.nouns, g.noun_sizes)
    stop = longest(words, 0, g.effects, g.effect_sizes)
    first = toks[0]
    if words[:2] == ["lần", "đầu"] and words[2:3] in (["năm"], ["kỳ"], ["nhiệm"]):
        # "gấp 1,6 lần | đầu năm", but "2 dự án | lần đầu"
        stop = None
    longer = max(noun[1] if noun else 0, stop[1] if stop else 0)
    if unit is not None and longer <= unit[1] and _is_unit(text, toks, unit, g):
        size = unit[1]
        while step := per(toks, words, size, g):
            size += step
        if size > unit[1]:
            return Head("".join(t.gap + t.text for t in toks[:size]).strip(), size, "rate", True)
        return Head(unit[0], size, g.units[unit[0]].kind, True)
    if words[0] in _PRIZES and words[1:2] in ([","], [")"], [";"], ["."], ["và"]):
        # "27 giải (02 Nhất, 06 Nhì, 09 Ba)"
        lower = text[first.start].islower()
        if not lower or "giải" in text[max(0, first.start - 48) : first.start].lower():
            return Head(words[0], 1, "noun", False)
    if words[:3] == ["đ", "/", "c"] and not toks[1].gap and not toks[2].gap:
        return Head("đ/c", 3, "noun", False)
    most = agent(words)
    if most > longer and not _names_a_thing(toks, most, words[0], g):
        return Head(" ".join(words[:most]), most, "noun", False)
    # "395 quyết định về …": right behind a number the words are the noun that they are too.
    named = noun is not None and g.nouns[noun[0]] == "content"
    verb = stop is not None and g.effects[stop[0]] == "verb"
    if stop is not None and (noun is None or stop[1] > noun[1]) and not (named and verb):
        compound = stop[0] in g.compounds and not _names_a_thing(toks, stop[1], stop[0], g)
        longer_noun = noun is not None and noun[1] >= stop[1]
        compound = compound and (longer_noun or stop[0] not in g.verbs)  # Cienco 4 | đầu tư
        return Head(stop[0], stop[1], "", False) if compound else None
    if noun is not None:
        kind = g.nouns[noun[0]]
        if stop is not None and g.effects[stop[0]] == "verb" and stop[1] >= noun[1] and kind != "content":
            return None
        if _names_a_thing(toks, noun[1], noun[0], g):
            return None
        return Head(g.heads[noun[0]], noun[1], kind, False)
    if not text[first.start].islower():
        return _abbreviation(text, first)
    if len(first.text) < 2 or first.text in g.currencies or _names_a_thing(toks, 1, words[0], g):
        return None
    if any(" ".join(words[:size]) in g.verbs for size in (2, 3)):
        return None  # Nhà máy 2 | khởi công
    return Head(words[0], 1, "", False)


def _is_unit(text: str, toks: list[Token], unit: tuple[str, int], g: Grammar) -> bool:
    """Tell a symbol from a capital letter that only looks like it (``5 G``)."""
    token = toks[unit[1] - 1]
    piece = text[toks[0].start : token.end]
    if len(piece) == 1 and piece.isupper() and piece not in "WVLM" and (piece != "T" or toks[0].gap):
        return False
    if piece == "t" and toks[0].gap == "":
        return False
    if g.units[unit[0]].kind == "time" or unit[0].endswith(" vàng"):
        return True  # 3 chỉ vàng 24K
    following, behind = (*toks[unit[1] : unit[1] + 2], None, None)[:2]
    if following is None or following.kind != "number" or len(following.gap) > 1:
        return True
    known = behind is not None and (behind.text in g.units or behind.text in g.nouns)
    return known and (len(piece) > 2 or piece.islower())


_UNTIL = frozenset(("-", "–", "đến", "tới"))


def _names_a_thing(toks: list[Token], size: int, word: str, g: Grammar) -> bool:
    """Tell whether the noun has a number of its own (``khoản 2 điều 5``)."""
    if size >= len(toks) or toks[size].kind != "number" or word == "đối tượng":
        return False
    if word == "lần" and [token.text for token in toks[size + 1 : size + 2]] == ["tháng"]:
        return False  # gấp 3 lần 10 tháng năm trước
    if size + 1 < len(toks) and (word not in g.labels or word in role("counted_label")):
        # The second number has a noun or unit of its own: 12 pháo 457 mm, 2 trai 1 gái.
        ranged = toks[size + 1].text in _UNTIL and [t.kind for t in toks[size + 2 : size + 3]] == ["number"]
        first = size + 3 if ranged and size + 3 < len(toks) else size + 1  # 40 trẻ 1 - 5 tuổi
        following = [token.text for token in toks[first : first + 4]]
        if toks[size].text == "0" and following[0] == "đồng":
            return False  # 24 gian hàng 0 đồng
        if following[0] in g.units or longest(following, 0, g.nouns, g.noun_sizes):
            return False
    return toks[size].gap != "" or word in g.labels


def _abbreviation(text: str, token: Token) -> Head | None:
    """Accept TTHC, CBCC, DN as nouns; other capitals open a name or a sentence."""
    piece = text[token.start : token.end]
    if 2 <= len(piece) <= 8 and piece.isupper() and piece.isalpha() and not ROMAN.fullmatch(piece):
        return Head(piece, 1, "", False)
    return None
