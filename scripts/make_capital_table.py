"""Find where syllables that begin with a toned vowel are written with a capital, from the corpora.

    python scripts/make_capital_table.py ../shared/corpora src/vnreport/lexicon

TCVN3 has no such capitals, so that text says ``ủy ban`` where ``Ủy ban`` was meant. Statistics only.
"""

from __future__ import annotations

import lzma
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path

SOURCES = (("news", 100_000_000), ("laws", 10**12), ("wiki", 10**12))
SEEN, SHARE = 8, 0.65
_PLAIN = frozenset("aăâeêioôơuưy")
_TOKEN = re.compile(r"[^\W\d_]+|[^\w\s]")


def toned_vowel(word: str) -> bool:
    """Tell whether a word begins with a vowel under a tone mark."""
    first = unicodedata.normalize("NFD", word[0].lower())
    return first[0] in _PLAIN and any(mark in first for mark in "\u0300\u0301\u0303\u0309\u0323")


def main(corpora: str, lexicon: str) -> None:
    """Write ``initial_capitals.tsv``."""
    seen: Counter[tuple[str, str, str]] = Counter()
    raised: Counter[tuple[str, str, str]] = Counter()
    for name, limit in SOURCES:
        block = size = 0
        with lzma.open(Path(corpora) / f"{name}.txt.xz", "rt", encoding="utf-8") as file:
            for line in file:
                size += len(line)
                if size > limit:
                    break
                block += not line.strip()
                if block % 20 == 0:
                    continue
                tokens = _TOKEN.findall(unicodedata.normalize("NFC", line))
                for i in range(1, len(tokens) - 1):
                    word = tokens[i]
                    if ord(word[0]) < 128 or not word[0].isalpha() or not toned_vowel(word):
                        continue
                    before, after = tokens[i - 1], tokens[i + 1]
                    if not before[0].isalpha() or (len(word) > 1 and word.isupper()):
                        continue
                    contexts = [("", ""), ("before", before.lower()), ("behind", after.lower())]
                    contexts.append(("before", "+" if before[0].isupper() else "-"))
                    contexts.append(("behind", "+" if after[0].isupper() else "-"))
                    for beside, neighbour in contexts:
                        key = (word.lower(), beside, neighbour)
                        seen[key] += 1
                        raised[key] += word[0].isupper()
    rows = []
    for (word, beside, neighbour), count in sorted(seen.items()):
        share = raised[word, beside, neighbour] / count
        if (
            count >= SEEN
            and share >= SHARE
            and (not neighbour or neighbour[0].isalpha() or neighbour in "+-")
        ):
            rows.append(f"{word}\t{beside}\t{neighbour}")
    head = (
        "# Syllables beginning with a toned vowel that are written with a capital within a sentence: always\n"
        "# or beside a neighbour (before or behind; + is a word with a capital, - one without). Counted by\n"
        "# scripts/make_capital_table.py over the corpora; statistics only.\n"
    )
    path = Path(lexicon) / "initial_capitals.tsv"
    path.write_text(head + "word\tbeside\tneighbour\n" + "\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
