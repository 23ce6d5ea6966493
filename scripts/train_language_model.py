"""Train the language model of the repair stage: ``python scripts/train_language_model.py``.

Reads ``news``, ``laws`` and ``wiki`` (``NAME.txt.xz``, one paragraph a line) from the folder of training
text, our own reports (dev half), ``data/composed/`` and the names of our tables, and writes
``src/vnreport/repair/data/language_model.bin`` and the list of tell-tale fragments. Four models are
interpolated: of all text, of laws and the news that are most like reports, of reports, of names.
Deterministic: the same text gives the same file. About four minutes on one core.

Held out and never counted: documents whose index is 0 (test) or 25 (dev) modulo 50 for news and wiki,
0 (test) or 5 (dev) modulo 10 for laws.
"""

from __future__ import annotations

import argparse
import array
import os
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

for _folder in ("src", "scripts", "."):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / _folder))

from benchmarks.corpora import documents, part_of  # noqa: E402

from language_model_parts import fragments, genre, kneser_ney, packing  # noqa: E402
from vnreport.repair.language_model import EOS, ID_BITS, PUNCTUATION, SPECIALS, UNKNOWN, UNKNOWN_NAME  # noqa: E402
from vnreport.repair.letters import tokens  # noqa: E402

ROOT = Path(__file__).resolve().parents[1]
WEIGHTS = {"reports": 2, "phrases": 1, "laws": 3, "wiki": 1, "news": 1}
"""How much a word of each part counts for the vocabulary."""
MIXTURE = "0.69:laws+wiki+news,0.16:laws+near,0.11:reports,0.04:phrases"
"""The models that are interpolated."""
TRUST = 0.5
"""How far the history of a word decides what each of them is worth."""
LEAST = {"marked": 6, "plain": 25}
"""How often a word must be seen to be in the vocabulary: with marks, and without."""


def surfaces(folder: Path, known: dict[str, int]) -> Iterator[tuple[str, NDArray[np.int32]]]:
    """Give each part of the text as numbers of its surface forms, ``known`` growing as forms are met."""
    ours = _numbers(genre.reports(), known)[0]
    yield "reports", ours
    yield "phrases", _numbers(genre.phrases(), known)[0]
    for name in ("laws", "wiki", "news"):
        of_part = (d for i, d in enumerate(documents(folder, name)) if part_of(name, i) == "train")
        stream, starts = _numbers(of_part, known)
        yield name, stream
        if name == "news":
            yield "near", genre.nearest(stream, starts, ours, len(known))


def _numbers(texts: Iterable[str], known: dict[str, int]) -> tuple[NDArray[np.int32], NDArray[np.int64]]:
    """Give texts as numbers of their surface forms, and where each begins."""
    stream, starts = array.array("i"), []
    for text in texts:
        starts.append(len(stream))
        for line in text.split("\n"):
            found = tokens.TOKEN.findall(line)
            if found:
                stream.append(0)
                stream.extend([known.setdefault(token, len(known)) for token in found])
    stream.append(0)
    return np.frombuffer(stream, dtype=np.int32), np.array(starts)


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
        np.add.at(counts, (word[of_words], case[of_words]), WEIGHTS.get(name, 0))
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


def _coded(
    special: NDArray[np.int64], word: NDArray[np.int64], case: NDArray[np.int64], ids: NDArray[np.int64]
) -> NDArray[np.uint16]:
    """Give a stream as ids of the vocabulary, one sentence end where there are several."""
    coded = np.where(word >= 0, ids[np.maximum(word, 0), case], special).astype(np.uint16)
    return np.asarray(coded[~np.r_[False, (coded[1:] == EOS) & (coded[:-1] == EOS)]])


def _mixture(written: str) -> list[tuple[float, list[str]]]:
    """Read ``0.6:laws+wiki+news,0.4:near``: shares, and the parts of the text that each model is made of."""
    parts = (part.split(":") for part in written.split(","))
    return [(float(share), names.split("+")) for share, names in parts]


def main() -> None:
    """Count, estimate, prune and pack."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = os.environ.get("VNREPORT_CORPORA", str(ROOT.parent / "shared" / "corpora"))
    parser.add_argument("--corpora", type=Path, default=Path(default))
    parser.add_argument("--output", type=Path, default=ROOT / "src/vnreport/repair/data/language_model.bin")
    parser.add_argument("--entries", type=int, default=9_500_000, help="n-grams and back-offs to keep")
    parser.add_argument("--order", type=int, default=4)
    parser.add_argument("--mixture", type=_mixture, default=MIXTURE, help=f"by default {MIXTURE}")
    parser.add_argument("--trust", type=float, default=TRUST, help="how far a history decides the shares")
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
    whole = [raw[name] for name in ("reports", "laws", "wiki", "news")]
    seen = sum(np.bincount(stream, minlength=len(known)) for stream in whole)
    newer = placements(words, known, forms, np.asarray(seen))
    coded = {name: _coded(*stream, ids) for name, stream in streams.items()}
    parts = []
    for share, names in options.mixture:
        text = np.concatenate([*(coded[name] for name in names), np.zeros(1, np.uint16)])
        log(f"{', '.join(names)}: {len(text):,} tokens, {share:.0%} of the mixture")
        parts.append((kneser_ney.estimate(text, options.order, len(words), log), share, len(text)))
    kept = kneser_ney.prune(kneser_ney.mix(parts, options.trust), words, options.entries, log)
    packing.write(options.output, words, newer, kept, log)
    log(f"{options.output.stat().st_size:,} bytes")
    counts = dict(zip(known, np.asarray(seen).tolist(), strict=True))
    if options.output.parent.name != "data":
        return
    fragments.write(ROOT / "src/vnreport/lexicon/lost_letter_fragments.tsv", fragments.telltale(counts))


if __name__ == "__main__":
    main()
