"""The language model: a 4-gram model of Vietnamese syllables, memory-mapped and scored in batches.

The file holds a vocabulary, the unigrams as plain arrays, and every longer n-gram in one *binary fuse
filter* (Graf and Lemire, 2022): three cells of 16 bits, chosen by a hash of the n-gram, whose
exclusive or gives ten check bits and a six-bit code of the value. An n-gram costs 2.25 bytes, and an
absent one is taken for present once in 1,024 times. ``scripts/train_language_model.py`` writes the
file; ``docs/model-card.md`` says what it was trained on and how well it does.
"""

from __future__ import annotations

import json
import mmap
from functools import cache
from importlib.resources import as_file, files
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Ids: TypeAlias = NDArray[np.int64]
Scores: TypeAlias = NDArray[np.float32]
Flags: TypeAlias = NDArray[np.bool_]

MAGIC = b"VNREPORT-LM-2\n"
ID_BITS = 15
CODE_BITS = 6
SPECIALS = ("<eos>", "<,>", "<.>", "<n>", "<y>", "<d>", "<unk>", "<Unk>")
EOS, COMMA, PUNCTUATION, NUMBER, YEAR, DATE, UNKNOWN, UNKNOWN_NAME = range(8)

# The kinds of values: the tag makes the keys of different kinds different.
TAGS = {"p2": 0, "p3": 1, "p4": 2, "b2": 3, "b3": 4}

_U = np.uint64
_MIX1, _MIX2, _MIX3 = _U(0xFF51AFD7ED558CCD), _U(0xC4CEB9FE1A85EC53), _U(0x9E3779B97F4A7C15)
_CHUNK = 1 << 14


def pack(*ids: Any) -> NDArray[np.uint64]:
    """Pack the ids of an n-gram, oldest first, into one integer each."""
    key: NDArray[np.uint64] = ids[0].astype(_U)
    for more in ids[1:]:
        key = extended(key, more)
    return key


def extended(key: NDArray[np.uint64], word: Ids) -> NDArray[np.uint64]:
    """Give the packed n-grams with one word more behind each."""
    result: NDArray[np.uint64] = key << _U(ID_BITS)
    result |= word.view(_U) if word.dtype == np.int64 else word.astype(_U)
    return result


def cells_of(
    keys: NDArray[np.uint64], tag: int, segment_bits: int, segments: int
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.uint16]]:
    """Give the three cells of each key and its check bits, the latter shifted to their place."""
    # In place where it can be: on long rows each new array costs as much as what fills it.
    h = keys | _U(tag << 60)
    part = h >> _U(33)
    for mix in (_MIX1, _MIX2):
        h ^= part
        h *= mix
        np.right_shift(h, _U(33), out=part)
    h ^= part
    mask = _U((1 << segment_bits) - 1)
    size = _U(1 << segment_bits)
    a = h >> _U(40)
    a *= _U(segments)
    a >>= _U(24)
    a <<= _U(segment_bits)
    b = a + size
    c = b + size
    np.bitwise_and(h, mask, out=part)
    a += part
    np.right_shift(h, _U(18), out=part)
    part &= mask
    b += part
    h *= _MIX3
    np.right_shift(h, _U(46), out=part)
    part &= mask
    c += part
    h >>= _U(20)
    check = h.astype(np.uint16)
    check &= np.uint16(0xFFFF << CODE_BITS & 0xFFFF)
    return a.view(np.int64), b.view(np.int64), c.view(np.int64), check


class LanguageModel:
    """A back-off n-gram model over syllables; natural logarithms throughout.

    Args:
        buffer: the content of the model's file, usually memory-mapped.

    Raises:
        ValueError: if the buffer is no model of this version.
    """

    def __init__(self, buffer: bytes | mmap.mmap) -> None:
        if buffer[: len(MAGIC)] != MAGIC:
            raise ValueError("not a language model of this version")
        at = len(MAGIC)
        size = int.from_bytes(buffer[at : at + 4], "little")
        header: dict[str, Any] = json.loads(bytes(buffer[at + 4 : at + 4 + size]))
        self.header = header
        arrays = {
            name: np.frombuffer(buffer, dtype=dtype, count=count, offset=offset)
            for name, (dtype, count, offset) in header["arrays"].items()
        }
        self.vocabulary: list[str] = arrays["vocabulary"].tobytes().decode("utf-8").split("\n")
        self.new_placement = arrays["new_placement"]
        """1 where the word is written ``hoà``, ``uỷ`` more often than ``hòa``, ``ủy``."""
        self.unigram: Scores = arrays["unigram"]
        self.backoff: Scores = arrays["backoff"]
        self._cells = arrays["cells"]
        self._codebook = {name: arrays[f"codes_{name}"] for name in TAGS}
        self._segment_bits, self._segments = header["segment_bits"], header["segments"]

    def lookup(self, kind: str, keys: NDArray[np.uint64]) -> tuple[NDArray[np.bool_], Scores]:
        """Tell which of the packed n-grams are stored, and their values (any value where they are not)."""
        if len(keys) > _CHUNK:
            parts = [self.lookup(kind, keys[at : at + _CHUNK]) for at in range(0, len(keys), _CHUNK)]
            return np.concatenate([p[0] for p in parts]), np.concatenate([p[1] for p in parts])
        a, b, c, check = cells_of(keys, TAGS[kind], self._segment_bits, self._segments)
        cells = self._cells
        found = check
        for places in (a, b, c):
            found ^= cells.take(places)
        hit = found < (1 << CODE_BITS)
        found &= np.uint16((1 << CODE_BITS) - 1)
        return hit, self._codebook[kind].take(found)

    def bigram(self, first: Ids, second: Ids) -> Scores:
        """Give log P(second | first), element by element."""
        return self.bigrams(first, second)[1]

    def bigrams(self, first: Ids, second: Ids) -> tuple[Flags, Scores]:
        """Tell which bigrams are stored, and give log P(second | first), element by element."""
        hit, value = self.lookup("p2", pack(first, second))
        score = np.where(hit, value, self.backoff.take(first))
        score += self.unigram.take(second)
        return hit, score

    def score(self, history: Ids, word: Ids) -> Scores:
        """Give log P(word | history), element by element.

        Args:
            history: one row each for the words before, oldest first: one to three rows.
            word: the words to score.
        """
        known, out = self.bigrams(history[-1], word)
        every = np.ones((len(word), 1, 1), bool)
        return out + self.longer(history[:, :, None], word[:, None], every, known[:, None, None])[:, 0, 0]

    def longer(self, history: Ids, word: Ids, open_: Flags, known: Flags) -> Scores:
        """Give what trigrams and 4-grams add to the bigram scores of words after several histories.

        Args:
            history: the words before, one to three, oldest first, by row and history.
            word: the words to score, by row.
            open_: the pairs of history and word to score, by row, history and word.
            known: the pairs whose bigram is stored.
        """
        # What holds a longer n-gram holds its context, and the n-gram without its first word: looking
        # only where both are there saves time, and keeps chance hits out.
        out = np.zeros(open_.shape, np.float32)
        contexts = np.nonzero(open_.any(-1))
        inner = open_ & known
        for length in range(2, len(history) + 1):
            context = pack(*(words[contexts] for words in history[-length:]))
            found, backoff = self.lookup(f"b{length}", context)
            contexts = contexts[0][found], contexts[1][found]
            if not len(contexts[0]):
                break
            context = context[found]
            gain = np.where(open_[contexts], backoff[found][:, None], 0)
            at, column = np.nonzero(inner[contexts])
            longer = (context[at] << _U(ID_BITS)) | word[contexts[0][at], column].astype(_U)
            hit, value = self.lookup(f"p{length + 1}", longer)
            gain[at[hit], column[hit]] = value[hit]
            out[contexts] += gain
            inner = np.zeros(open_.shape, bool)
            inner[contexts[0][at[hit]], contexts[1][at[hit]], column[hit]] = True
        return out


@cache
def load() -> LanguageModel:
    """Memory-map the model that ships with the package."""
    with (
        as_file(files("vnreport.repair") / "data" / "language_model.bin") as path,
        path.open("rb") as file,
    ):
        return LanguageModel(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
