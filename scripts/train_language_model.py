"""Train the language model of the repair stage: ``python scripts/train_language_model.py``.

Reads ``news``, ``laws`` and ``wiki`` (``NAME.txt.xz``, one paragraph a line) from the folder of training
text and writes ``src/vnreport/repair/data/language_model.bin`` and the list of tell-tale fragments
beside it. Deterministic: the same text gives the same file. About four minutes on one core, 6 GB.

Held out and never counted: documents whose index is 0 (test) or 25 (dev) modulo 50 for news and wiki,
0 (test) or 5 (dev) modulo 10 for laws.
"""

from __future__ import annotations

import argparse
import array
import os
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

for _folder in ("src", "scripts", "."):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / _folder))

from benchmarks.corpora import documents, part_of  # noqa: E402

from language_model_parts import fragments, kneser_ney, packing  # noqa: E402
from vnreport.repair.language_model import EOS, ID_BITS, PUNCTUATION, SPECIALS, UNKNOWN, UNKNOWN_NAME  # noqa: E402
from vnreport.repair.letters import tokens  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = {"laws": 3, "wiki": 1, "news": 1}
LEAST = {"marked": 6, "plain": 25}
"""How often a word must be seen to be in the vocabulary: with marks, and without."""


def surfaces(folder: Path, known: dict[str, int]) -> Iterator[tuple[str, NDArray[np.int32]]]:
    """Give each corpus as numbers of its surface forms, ``known`` growing as forms are met."""
    for name in WEIGHTS:
        stream = array.array("i")
        for index, document in enumerate(documents(folder, name)):
            if part_of(name, index) != "train":
                continue
            for line in document.split("\n"):
                found = tokens.TOKEN.findall(line)
                if found:
                    stream.append(0)
                    stream.extend([known.setdefault(token, len(known)) for token in found])
        stream.append(0)
        yield name, np.frombuffer(stream, dtype=np.int32)


class Forms:
    """What every surface form is, as arrays indexed by its number."""

    def __init__(self, known: dict[str, int]) -> None:
        shapes = [tokens.shape(form) for form in known]
        self.special = np.array([s.special for s in shapes])
        self.case = np.array([s.case for s in shapes], dtype=np.int8)
        self.short = np.array([s.short for s in shapes])
        self.dot = known["."]
        words: dict[str, int] = {}
        self.word = np.full(len(known), -1)
        self.new = np.zeros(len(known), dtype=np.int64)
        for form, index in known.items():
            if shapes[index].special == tokens.WORD:
                lower = form.lower()
                placed = tokens.old_placement(lower)
                self.word[index] = words.setdefault(placed, len(words))
                self.new[index] = 1 if placed != lower else -1
        self.words = list(words)


def cased(
    stream: NDArray[np.int32], forms: Forms
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Give the special ids, words and cases of a stream, without the marks that the model skips."""
    special = forms.special[stream]
    drop = special == tokens.SKIPPED
    drop[1:] |= (stream[1:] == forms.dot) & forms.short[stream[:-1]]
    stream, special = stream[~drop], special[~drop]
    case, word = forms.case[stream].astype(np.int64), forms.word[stream]
    opening = np.r_[True, (special[:-1] == EOS) | (special[:-1] == PUNCTUATION)]
    before_name = np.r_[(case[1:] != tokens.LOWER) & (word[1:] >= 0), False]
    # A capital that opens a sentence says nothing, unless a second one follows (a name).
    case[(case == tokens.TITLE) & opening & ~before_name] = tokens.LOWER
    case[case == tokens.UPPER] = tokens.LOWER
    return special, word, case


def vocabulary(
    streams: Mapping[str, tuple[NDArray[np.int64], ...]], forms: Forms
) -> tuple[list[str], NDArray[np.int64]]:
    """Choose the vocabulary; gives it and the table from word and case to id."""
    counts = np.zeros((len(forms.words), 2), dtype=np.int64)
    for name, (_, word, case) in streams.items():
        of_words = word >= 0
        np.add.at(counts, (word[of_words], case[of_words]), WEIGHTS[name])
    marked = np.array([not word.isascii() for word in forms.words])
    enough = counts >= np.where(marked, LEAST["marked"], LEAST["plain"])[:, None]
    order = np.argsort(-counts.ravel(), kind="stable")
    order = order[enough.ravel()[order]][: (1 << ID_BITS) - len(SPECIALS)]
    ids = np.full(counts.shape, -1)
    ids.ravel()[order] = np.arange(len(order)) + len(SPECIALS)
    ids[:, 0][ids[:, 0] < 0] = UNKNOWN
    ids[:, 1][ids[:, 1] < 0] = UNKNOWN_NAME
    names = [forms.words[i // 2] for i in order]
    return [
        *SPECIALS,
        *(w if i % 2 == 0 else w[0].upper() + w[1:] for w, i in zip(names, order, strict=True)),
    ], ids


def placements(
    words: list[str], known: dict[str, int], forms: Forms, seen: NDArray[np.int64]
) -> NDArray[np.uint8]:
    """Mark the words whose tone is placed the newer way more often than not."""
    votes = np.zeros(len(forms.words), dtype=np.int64)
    of_words = forms.word >= 0
    np.add.at(votes, forms.word[of_words], (forms.new * seen)[of_words])
    newer = {word for word, vote in zip(forms.words, votes, strict=True) if vote > 0}
    return np.array([word.lower() in newer for word in words], dtype=np.uint8)


def main() -> None:
    """Count, estimate, prune and pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("VNREPORT_CORPORA", str(ROOT.parent / "shared" / "corpora"))
    parser.add_argument("--corpora", type=Path, default=Path(default))
    parser.add_argument("--output", type=Path, default=ROOT / "src/vnreport/repair/data/language_model.bin")
    parser.add_argument("--entries", type=int, default=9_150_000, help="n-grams and back-offs to keep")
    parser.add_argument("--order", type=int, default=4)
    options = parser.parse_args()
    begin = time.perf_counter()

    def log(*what: object) -> None:
        print(f"{time.perf_counter() - begin:7.1f} s", *what, flush=True)

    known = {"\n": 0}
    raw = dict(surfaces(options.corpora, known))
    forms = Forms(known)
    log(f"{sum(map(len, raw.values())):,} tokens, {len(known):,} forms")
    streams = {name: cased(stream, forms) for name, stream in raw.items()}
    words, ids = vocabulary(streams, forms)
    seen = sum(np.bincount(stream, minlength=len(known)) for stream in raw.values())
    newer = placements(words, known, forms, np.asarray(seen))
    parts = []
    for name, (special, word, case) in streams.items():
        coded = np.where(word >= 0, ids[np.maximum(word, 0), case], special).astype(np.uint16)
        coded = coded[~np.r_[False, (coded[1:] == EOS) & (coded[:-1] == EOS)]]
        parts += [coded] * WEIGHTS[name]
    text = np.concatenate([*parts, np.zeros(1, np.uint16)])
    log(f"{len(words):,} words in the vocabulary, {len(text):,} tokens to count")
    full = kneser_ney.estimate(text, options.order, len(words), log)
    kept = kneser_ney.prune(full, words, options.entries, log)
    packing.write(options.output, words, newer, kept, log)
    log(f"{options.output.stat().st_size:,} bytes")
    counts = dict(zip(known, np.asarray(seen).tolist(), strict=True))
    fragments.write(ROOT / "src/vnreport/lexicon/lost_letter_fragments.tsv", fragments.telltale(counts))


if __name__ == "__main__":
    main()
