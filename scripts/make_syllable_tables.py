"""Count the syllables and neighbouring syllables of the corpora into two tables of the lexicon.

    python scripts/make_syllable_tables.py ../shared/corpora src/vnreport/lexicon

News (the first 160 million characters), Wikipedia and laws (three times); case folded; of every twenty blocks
(a block ends at an empty line) the first is held out for measuring. Statistics only leave this script.
"""

from __future__ import annotations

import lzma
import math
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from vnreport.repair.syllable import is_syllable

SOURCES = (("news", 1, 160_000_000), ("laws", 3, 10**12), ("wiki", 1, 10**12))
SEEN, SEEN_ODD, SEEN_PAIRS = 6, 15, 40
_WORD = re.compile(r"[^\W\d_]+")
_LETTERS = re.compile("[a-zàáâãèéêìíòóôõùúýăđĩũơưạ-ỹ]+")


def lines(path: Path, limit: int) -> Iterator[str]:
    """Give the lines of a corpus that are not held out, lower case and in NFC."""
    block = size = 0
    with lzma.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            size += len(line)
            if size > limit:
                return
            if not line.strip():
                block += 1
            elif block % 20:
                yield unicodedata.normalize("NFC", line.lower())


def count(folder: Path) -> tuple[Counter[str], Counter[tuple[str, str]]]:
    """Count words and pairs of neighbouring words."""
    words: Counter[str] = Counter()
    pairs: Counter[tuple[str, str]] = Counter()
    for name, weight, limit in SOURCES:
        for line in lines(folder / f"{name}.txt.xz", limit):
            found = _WORD.findall(line)
            for _ in range(weight):
                words.update(found)
            pairs.update(pairwise(found))
    return words, pairs


def main(corpora: str, lexicon: str) -> None:
    """Write ``syllable_frequencies.tsv`` and ``syllable_pairs.tsv``."""
    words, pairs = count(Path(corpora))
    total = sum(words.values())
    kept = {
        word: seen
        for word, seen in words.most_common()
        if (seen >= SEEN and is_syllable(word))
        or (seen >= SEEN_ODD and not word.isascii() and _LETTERS.fullmatch(word))
    }
    head = (
        "# How common the syllables of Vietnamese are in running text: cost is -10 times the natural\n"
        "# logarithm of the syllable's share; lower case, both tone placements as found. Counted by\n"
        "# scripts/make_syllable_tables.py over news (vietnews), Vietnamese Wikipedia and laws.\n"
    )
    rows = [f"{word}\t{round(-10 * math.log(seen / total))}" for word, seen in kept.items()]
    path = Path(lexicon) / "syllable_frequencies.tsv"
    path.write_text(head + "syllable\tcost\n" + "\n".join(rows) + "\n", encoding="utf-8")
    after: dict[str, list[str]] = {}
    for (first, second), seen in pairs.most_common():
        if seen < SEEN_PAIRS:
            break
        if first in kept and second in kept:
            gain = round(10 * math.log(seen * total / (words[first] * words[second])))
            after.setdefault(first, []).append(f"{second}:{gain}")
    head = (
        "# How much likelier a syllable is behind another than by itself: for each first syllable the\n"
        "# second ones with 10 times the natural logarithm of that ratio, for pairs seen 40 times or more.\n"
        "# Counted by scripts/make_syllable_tables.py like syllable_frequencies.tsv; statistics only.\n"
    )
    rows = [f"{first}\t{' '.join(seconds)}" for first, seconds in sorted(after.items())]
    path = Path(lexicon) / "syllable_pairs.tsv"
    path.write_text(head + "first\tseconds\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
