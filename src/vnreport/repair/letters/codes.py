"""Abbreviations and the codes of documents: words in capitals that no language model knows.

What lost letters leave of ``NQ-HĐND`` is told by lists of abbreviations, not by its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from vnreport.lexicon import column, table

_TABLES = (
    ("marked_abbreviations", "abbreviation"),
    ("instrument_symbols", "symbol"),
    ("instrument_agencies", "symbol"),
    ("organization_abbreviations", "form"),
)
_JOINTS = frozenset("-/&.–")
_LONGEST = 12
_LONGEST_PIECE = 8

Token = tuple[int, int, str]
Part = Literal["", "code", "authority"]
"""What a token is part of: neither; the code of a document; what stands before a signer's office."""


@cache
def abbreviations() -> frozenset[str]:
    """Give the abbreviations in capitals that reports and the codes of instruments use, letters only."""
    forms = (form for name, title in _TABLES for form in column(name, title))
    pieces = (piece for form in forms for piece in re.findall(r"[^\W\d_]+", form))
    return frozenset(piece for piece in pieces if len(piece) > 1 and piece.isupper())


@cache
def marked_abbreviations() -> frozenset[str]:
    """Give the abbreviations with a letter of its own marks that running text uses."""
    return frozenset(column("marked_abbreviations", "abbreviation"))


def composed(observed: str, placeholder: str) -> str:
    """Put together what an abbreviation that no list knows was before its marks were lost (``HDXD``: HĐXD).

    It is cut into as few pieces as it takes, known ones (``XD``, xây dựng) and letters; a D that stands for
    itself, and a letter that is lost, was a Đ: no other initial of set phrases has marks of its own.

    Args:
        observed: what is left of it, in capitals.
        placeholder: what stands for a lost letter.
    """
    pieces = _pieces()
    best: list[tuple[int, str]] = [(0, "")]
    for end in range(1, len(observed) + 1):
        letter = observed[end - 1]
        found = [(best[end - 1][0] + 1, best[end - 1][1] + ("Đ" if letter in ("D", placeholder) else letter))]
        for size in range(2, min(end, _LONGEST_PIECE) + 1):
            piece = pieces.get(observed[end - size : end])
            if piece:
                found.append((best[end - size][0] + 1, best[end - size][1] + piece))
        # Of two ways as short, the one with more Đ: bare D is the rarer initial.
        best.append(min(found, key=lambda one: (one[0], -one[1].count("Đ"))))
    return best[-1][1]


@cache
def _pieces() -> dict[str, str]:
    """Give the pieces of abbreviations by what they are without the bar of their Đ."""
    return {piece.replace("Đ", "D"): piece for piece in column("abbreviation_pieces", "piece")}


@cache
def authorities() -> frozenset[str]:
    """Give what stands where somebody signs for another: ``TM``, ``KT``, ``T/L``."""
    return frozenset(row["cue"].upper() for row in table("signature_cues") if row["kind"] == "authority")


def in_codes(found: Sequence[Token]) -> list[Part]:
    """Tell of each token whether it belongs to the code of a document: ``17/2024/NQ-HĐND``, ``117 KH/ĐTN``.

    Args:
        found: the tokens in order: start, end and text of each.
    """
    result: list[Part] = [""] * len(found)
    first = 0
    for index in range(1, len(found) + 1):
        touching = index < len(found) and found[index - 1][1] == found[index][0]
        if touching and (found[index - 1][2] in _JOINTS or found[index][2] in _JOINTS):
            continue
        if 2 < index - first <= _LONGEST:
            result[first:index] = [_part(found, first, index)] * (index - first)
        first = index
    return result


def _part(found: Sequence[Token], first: int, stop: int) -> Part:
    tokens = [token for _, _, token in found[first:stop]]
    if "".join(tokens) in authorities():
        return "authority"
    words = [token for token in tokens if token[:1].isalpha()]
    if not any(sum(map(str.isupper, word)) > 1 for word in words) or any(map(str.islower, words)):
        return ""
    numbered = tokens[0][:1].isdigit() or (first > 0 and found[first - 1][2][:1].isdigit())
    return "code" if "&" in tokens or (numbered and any(token in "-/" for token in tokens)) else ""
