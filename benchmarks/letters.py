"""Lost letters and broken spacing, put back: syllables right on text that the model has not seen."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from typing import Literal

from benchmarks import corpora
from benchmarks.tables import Table
from vnreport.repair import letters
from vnreport.repair.letters.channel import damage_table
from vnreport.repair.letters.tokens import old_placement

Damager = Callable[[str], str]


def lose(kind: str) -> Damager:
    """Give the function that damages a text in one way."""
    if kind == "ufffd":
        return lambda text: text.translate(dict.fromkeys(damage_table("marked_ascii"), "�"))
    table = damage_table(kind)  # type: ignore[arg-type]
    return lambda text: text.translate(table)


def apply(text: str, damage: str) -> str:
    """Repair lost letters only."""
    parts, at = [], 0
    for start, end, replacement, *_ in letters.find(text, damage):
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


def _loose(word: str) -> str:
    return re.sub(r"[^\W\d_]+", lambda m: old_placement(m.group()), word)


def compare(clean: str, damaged: str, repaired: str) -> tuple[int, int, int, int, int]:
    """Count syllables, right ones, damaged ones, right damaged ones, and those right to the letter.

    A syllable is what stands between two spaces and holds a letter; the two places of a tone
    (``hòa``, ``hoà``) are one but for the last count.
    """
    split = re.compile(r"\s")
    words = [split.split(text) for text in (clean, damaged, repaired)]
    total = right = hurt = healed = strict = 0
    if len(words[0]) != len(words[2]):
        words[2] = [""] * len(words[0])
    for true, seen, given in zip(*words, strict=True):
        if not any(map(str.isalpha, true)):
            continue
        same = true == given or _loose(true) == _loose(given)
        total += 1
        right += same
        strict += true == given
        if true != seen:
            hurt += 1
            healed += same
    return total, right, hurt, healed, strict


def measure(
    name: str, kind: str, damage: str, part: corpora.Part, characters: int
) -> tuple[str | float | int, ...]:
    """Give a row of the table."""
    sums = [0] * 5
    seconds = 0.0
    for clean in corpora.held_out(name, part, characters):
        damaged = lose(kind)(clean)
        begin = time.perf_counter()
        repaired = apply(damaged, damage)
        seconds += time.perf_counter() - begin
        sums = [a + b for a, b in zip(sums, compare(clean, damaged, repaired), strict=True)]
    total, right, hurt, healed, strict = sums
    return (
        f"{kind}, {name}, {damage}",
        total,
        round(100 * right / total, 2),
        round(100 * healed / max(1, hurt), 2),
        round(100 * strict / total, 2),
        round(total / seconds),
    )


def run(*, split: Literal["dev", "test"] = "test", peers: bool = True) -> list[Table]:
    """Measure everything on a held-out part of the training text."""
    return []
