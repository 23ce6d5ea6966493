"""From a stretch of text to sentences of positions, each with its candidates."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

import numpy as np

from vnreport.repair.language_model import EOS, PUNCTUATION
from vnreport.repair.letters import tokens
from vnreport.repair.letters.channel import PLACEHOLDER, Candidates, Case, Channel, Kind

# The marks that stand for a lost letter: U+FFFD, white and black squares, the private-use area of
# symbol fonts; ? and _ only inside words.
_BOXES = "\ufffd\u25a1\u25a0\u25af\u25fb\uf000-\uf0ff"
BOXES = re.compile(f"[{_BOXES}]")
_LETTER = r"[^\W\d_]"
_LOW = r"[\x02\x03\x10\x11)(]"


class Position(NamedTuple):
    """A token of the text: its span, what the model makes of it, and its candidates."""

    start: int
    end: int
    candidates: Candidates


@cache
def _special(word_id: int) -> Candidates:
    return Candidates(np.array([word_id]), np.zeros(1, np.float32), [""])


@cache
def token_pattern(kind: Kind) -> re.Pattern[str]:
    """Give the pattern of a token; debris inside words belongs to the word."""
    rest = r"|\d+(?:[.,/:]\d+)*|[^\w\s]|\n"
    if kind.startswith("marked"):
        return re.compile(rf"(?:{_LETTER}|[?_{_BOXES}](?={_LETTER}|[?_{_BOXES}]|\b)|(?<={_LETTER})[?_{_BOXES}])+{rest}")
    if kind == "low_byte":
        return re.compile(rf"(?:{_LETTER}|(?<={_LETTER}){_LOW}(?={_LETTER})|[\x02\x03\x10\x11])+{rest}")
    return re.compile(rf"{_LETTER}+{rest}")


def sentences(text: str, start: int, end: int, channel: Channel) -> list[list[Position]]:
    """Cut ``text[start:end]`` into sentences of positions; each ends with a sentence end."""
    found = [
        (m.start(), m.end(), m.group()) for m in token_pattern(channel.kind).finditer(text, start, end)
    ]
    result: list[list[Position]] = []
    current: list[Position] = []
    opening = True
    marked = channel.kind.startswith("marked")
    shapes = [_shape(token, marked) for _, _, token in found]
    for index, (at, to, token) in enumerate(found):
        special, case, _ = shapes[index]
        if special == tokens.WORD:
            near = _neighbours(shapes, index)
            mode = _case(token, case, opening, near)
            seen = _observed(token) if marked else token
            current.append(Position(at, to, channel.candidates(seen, mode)))
            opening = False
            continue
        if token == "\n" and _runs_on(text, at):
            continue
        if special == tokens.SKIPPED or (token == "." and index and shapes[index - 1].short):
            continue
        opening = special in (EOS, PUNCTUATION)
        current.append(Position(at, to, _special(special)))
        if special == EOS:
            result.append(current)
            current = []
    if current:
        current.append(Position(end, end, _special(EOS)))
        result.append(current)
    return [s for s in result if len(s) > 1]


def _observed(token: str) -> str:
    return re.sub(f"[_{_BOXES}]", PLACEHOLDER, token)


def _shape(token: str, marked: bool) -> tokens.Shape:
    if len(token) > 1 and (marked or token[0] < "\x20"):
        letters = "".join(c for c in token if c.isalpha())
        return tokens.shape(letters) if letters else tokens.Shape(tokens.WORD, tokens.LOWER, False)
    if token < "\x20" and token != "\n":
        return tokens.Shape(tokens.WORD, tokens.LOWER, False)
    return tokens.shape(token)


def _neighbours(shapes: list[tokens.Shape], index: int) -> tuple[int, int]:
    """Give the case of the words right before and behind, -1 where there is none."""
    before = shapes[index - 1] if index else None
    behind = shapes[index + 1] if index + 1 < len(shapes) else None
    return (
        before.case if before is not None and before.special == tokens.WORD else -1,
        behind.case if behind is not None and behind.special == tokens.WORD else -1,
    )


def _case(token: str, case: int, opening: bool, near: tuple[int, int]) -> Case:
    if case == tokens.UPPER or (case == tokens.TITLE and len(token) == 1 and tokens.UPPER in near):
        return "upper"
    if case == tokens.TITLE:
        return "open" if opening and near[1] not in (tokens.TITLE, tokens.UPPER) else "name"
    return "open" if opening else "lower"


def _runs_on(text: str, at: int) -> bool:
    """Tell whether the line break at ``at`` falls inside a sentence."""
    behind = text[at + 1 : at + 2]
    return behind.islower() and text[max(0, at - 1) : at] not in ("", ".", ";", ":", "\n", "!", "?")
