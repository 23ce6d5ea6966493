"""Make ``lexicon/name_pairs.tsv``: which syllables follow which in names of people.

Each name counts once, however often the text tells it, so that ministers and footballers do not outweigh
everybody else; pairs alone are kept, and those of one or two names are not. The training part of news and of
Wikipedia is counted (``benchmarks/corpora.py``). Run without arguments.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise
from pathlib import Path

from benchmarks import corpora
from vnreport.lexicon import table
from vnreport.names import UPPER
from vnreport.repair.letters.tokens import old_placement

TARGET = Path(__file__).resolve().parents[1] / "src/vnreport/lexicon/name_pairs.tsv"
FEWEST = 3
HEAD = """\
# Which syllables follow which in names of people of three or four syllables: for each the number of
# names that it stands in, and the next ones with theirs, $ behind one that ends the name; ^ opens it.
# Pairs of three names or more. Counted by scripts/make_name_pairs.py over different names in news
# (vietnews) and Vietnamese Wikipedia; statistics only.
first\tnames\tseconds
"""
WORD = rf"[{UPPER}][^\W\d_A-Z]{{0,6}}"
NAME = re.compile(rf"(?<![\w’'\-])({WORD}(?: {WORD}){{2,3}})(?! ?[{UPPER}])(?![\w’'\-])")


def names() -> set[tuple[str, ...]]:
    """Give the different names, in the older placement of tones."""
    surnames = {row["surname"] for row in table("surnames") if row["common"]}
    path = corpora.folder()
    if path is None:
        raise SystemExit("the training text is not here: set VNREPORT_CORPORA to its folder")
    found = set()
    for corpus in ("news", "wiki"):
        for index, document in enumerate(corpora.documents(path, corpus)):
            if corpora.part_of(corpus, index) == "train":
                for match in NAME.finditer(unicodedata.normalize("NFC", document)):
                    words = match[1].split()
                    if words[0] in surnames and all(len(word) > 1 for word in words):
                        found.add(tuple(old_placement(word) for word in words))
    return found


def main() -> None:
    """Count and write the table."""
    pairs: Counter[tuple[str, str]] = Counter()
    for words in names():
        steps = ["^", *words[:-1], words[-1] + "$"]
        pairs.update(pairwise(steps))
    total: Counter[str] = Counter()
    seconds: defaultdict[str, list[str]] = defaultdict(list)
    for (first, second), count in sorted(pairs.items(), key=lambda item: (-item[1], item[0])):
        total[first] += count
        if count >= FEWEST:
            seconds[first].append(f"{second}:{count}")
    rows = [f"{first}\t{total[first]}\t{' '.join(seconds[first])}\n" for first in sorted(seconds)]
    TARGET.write_text(HEAD + "".join(rows), encoding="utf-8")


if __name__ == "__main__":
    main()
