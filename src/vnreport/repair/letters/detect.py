"""Where letters may be lost: a fast look at the whole text, then windows around what it found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.repair.letters.channel import Kind
from vnreport.repair.letters.lattice import BOXES
from vnreport.spans import Spans

_REACH = 240
"""How far, in characters, a window reaches on either side of what was found, within its line."""
_NEAR = 30
_CLOSING = ("", ",", ".", ";", ":", ")")
_QUESTION = re.compile(r"\?(?=\w)|_(?=[^\W\d_])")
_CONTROL = re.compile("[\x02\x03\x10\x11]")
_BRACKET = re.compile(r"(?<=[^\W\d_])[)](?=[^\W\d_])")


class Window(NamedTuple):
    """A stretch that may be damaged, and the kinds of damage that would explain it."""

    start: int
    end: int
    kinds: tuple[Kind, ...]


@cache
def telltales() -> dict[str, str]:
    """Give the fragments that clean text hardly ever shows, with the damage that leaves them."""
    return {row["fragment"]: row["damage"] for row in table("lost_letter_fragments")}


@cache
def _at_spaces() -> dict[str, str]:
    return {fragment + mark: damage for fragment, damage in telltales().items() for mark in _CLOSING}


def windows(text: str) -> list[Window]:
    """Find the stretches of a text that may have lost letters."""
    hits = _at_spaces().keys() & set(text.split())
    found: list[Window] = []
    if hits:
        dropped = [h for h in hits if _at_spaces()[h] == "dropped"]
        stripped = [h for h in hits if _at_spaces()[h] == "stripped"]
        found += _around(text, dropped, "dropped") + _around(text, stripped, "stripped")
    found += _debris(text)
    return _disjoint(found)


def _around(text: str, hits: list[str], damage: str) -> list[Window]:
    if not hits:
        return []
    alternatives = "|".join(map(re.escape, sorted(hits)))
    places = [m.start() for m in re.finditer(rf"(?<!\S)(?:{alternatives})(?!\S)", text)]
    return [
        Window(start, end, _kinds(text, start, end, inside) if damage == "dropped" else ("stripped",))
        for start, end, inside in _windows(text, places)
    ]


def _windows(text: str, places: list[int]) -> list[tuple[int, int, list[int]]]:
    """Give windows around the places, within lines, and the places in each."""
    spans = Spans(_window(text, at) for at in places)
    result = []
    index = 0
    for start, end in spans:
        inside = []
        while index < len(places) and places[index] < end:
            inside.append(places[index])
            index += 1
        result.append((start, end, inside))
    return result


def _window(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    start = text.rfind("\n", low, at) + 1 or _space(text, low, at)
    end = text.find("\n", at, high)
    if end < 0:
        end = high if high == len(text) else max(text.rfind(" ", at, high), at)
        if end <= at:
            end = high
    return start, end


def _space(text: str, low: int, at: int) -> int:
    if low == 0:
        return 0
    found = text.find(" ", low, at)
    return found + 1 if found >= 0 else low


def _kinds(text: str, start: int, end: int, places: list[int]) -> tuple[Kind, ...]:
    """Tell which kinds of dropping fit what is left around the places."""
    near = "".join(text[max(start, at - _NEAR) : min(end, at + _NEAR)] for at in places)
    if any("\u0100" <= c <= "\u01ff" for c in near):
        return ("additional",)
    long = len(near) > 300
    if any("\xc0" <= c <= "\xff" for c in near):
        return ("extended",) if long else ("additional", "extended")
    if _CONTROL.search(near) or _BRACKET.search(near):
        return ("low_byte",)
    return ("ascii",) if long else ("additional", "extended", "ascii")


def _debris(text: str) -> list[Window]:
    """Find placeholders inside words and low bytes of letters."""
    places = [m.start() for m in BOXES.finditer(text)]
    if "?" in text or "_" in text:
        places += [m.start() for m in _QUESTION.finditer(text)]
    found = []
    for start, end, inside in _windows(text, sorted(places)):
        near = "".join(text[max(start, at - _NEAR) : min(end, at + _NEAR)] for at in inside)
        kinds: tuple[Kind, ...] = ("marked_additional", "marked_extended", "marked_ascii")
        if any("\u0100" <= c <= "\u01ff" for c in near):
            kinds = kinds[:1]
        elif any("\xc0" <= c <= "\xff" for c in near):
            kinds = kinds[1:2] if len(near) > 300 else kinds[:2]
        elif len(near) > 300:
            kinds = kinds[2:]
        found.append(Window(start, end, kinds))
    if _CONTROL.search(text):
        controls = [m.start() for m in _CONTROL.finditer(text)]
        found += [Window(start, end, ("low_byte",)) for start, end, _ in _windows(text, controls)]
    return found


def _disjoint(found: Iterable[Window]) -> list[Window]:
    """Join windows of the same kinds, and let the more telling kind have what two windows share."""
    result: list[Window] = []
    for window in sorted(found, key=lambda w: (w.start, -w.end)):
        last = result[-1] if result else None
        if last is None or window.start >= last.end:
            result.append(window)
            continue
        kinds = last.kinds if _rank(last.kinds) >= _rank(window.kinds) else window.kinds
        if last.kinds != window.kinds and _rank(last.kinds) == _rank(window.kinds) == 1:
            kinds = tuple(dict.fromkeys((*last.kinds, *window.kinds)))
        result[-1] = Window(last.start, max(last.end, window.end), kinds)
    return result


def _rank(kinds: tuple[Kind, ...]) -> int:
    if kinds[0].startswith("marked"):
        return 3
    return 2 if kinds[0] == "low_byte" else 0 if kinds == ("stripped",) else 1
