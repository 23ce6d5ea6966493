"""Letters lost with a space in the place of each, put back: syllables right."""

from __future__ import annotations

import difflib
import time
import unicodedata
from collections.abc import Callable
from typing import Literal

from benchmarks import corpora
from benchmarks.damage import blanks
from benchmarks.letters import loose, texts
from benchmarks.tables import Table
from vnreport.repair import repair
from vnreport.repair.letters.damage import Kind, lost

BLANKS: dict[Kind, str] = {
    "additional": "a space for each of U+1E00–1EFF",
    "horned": "a space for each ơ, ư and of U+1E00–1EFF",
    "barred": "a space for each above U+00FF but đ",
}
_SIZES = {"news": 150_000, "laws": 100_000, "reports": 0}


def compare_lines(clean: str, repaired: str, hurt: Callable[[str], bool]) -> tuple[int, int, int, int]:
    """Count syllables, right ones, damaged ones and right damaged ones, where repair may join or part words.

    The words of each line are laid side by side by the longest that are the same.
    """
    total = right = damaged = healed = 0
    for true_line, given_line in zip(clean.split("\n"), repaired.split("\n"), strict=True):
        true, given = true_line.split(), given_line.split()
        matcher = difflib.SequenceMatcher(
            None, [loose(word) for word in true], [loose(word) for word in given], autojunk=False
        )
        same = {m.a + i for m in matcher.get_matching_blocks() for i in range(m.size)}
        for index, word in enumerate(true):
            if any(map(str.isalpha, word)):
                is_hurt = any(map(hurt, word))
                total += 1
                right += index in same
                damaged += is_hurt
                healed += is_hurt and index in same
    return total, right, damaged, healed


def measure(
    name: str, kind: Kind, one: bool, part: corpora.Part, characters: int
) -> tuple[str | float | int, ...]:
    """Give a row of the table of letters with a space in the place of each."""
    gone = lost(kind)
    sums = [0] * 4
    seconds = 0.0
    for document in texts(name, part, characters):
        clean = unicodedata.normalize("NFC", document)
        damaged = blanks(clean, gone, one)
        begin = time.process_time()
        repaired = repair(damaged).text
        seconds += time.process_time() - begin
        sums = [a + b for a, b in zip(sums, compare_lines(clean, repaired, gone), strict=True)]
    total, right, hurt, healed = sums
    return (
        BLANKS[kind] + (", several made one" if one else ""),
        name,
        total,
        round(100 * right / total, 2),
        round(100 * healed / max(1, hurt), 2),
        round(total / seconds),
    )


def run(*, split: Literal["dev", "test"] = "test") -> list[Table]:
    """Measure on a held-out part of the training text, if it is here."""
    if corpora.folder() is None:
        return []
    table = Table(
        "A space for each lost letter",
        ("lost", "text", "syllables", "right, %", "damaged ones right, %", "per second"),
        note="Nothing named; nothing is left of a word lost whole, where several spaces are one.",
    )
    for kind in BLANKS:
        for name, size in _SIZES.items():
            table.rows.extend(measure(name, kind, one, split, size) for one in (False, True))
    return [table]
