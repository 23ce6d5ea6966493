"""The model's file: a binary fuse filter built in NumPy, and the arrays beside it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from language_model_parts.kneser_ney import Kept
from vnreport.repair.language_model import CODE_BITS, ID_BITS, MAGIC, TAGS, cells_of

Ints = NDArray[np.int64]


def codebook(values: NDArray[np.float32]) -> tuple[NDArray[np.float32], NDArray[np.uint16]]:
    """Quantise values to the means of equally full bins; gives the book and the codes."""
    size = 1 << CODE_BITS
    sample = np.sort(values[:: max(1, len(values) // 500_000)])
    edges = np.quantile(sample, np.linspace(0, 1, size + 1))
    for _ in range(20):  # Lloyd's iterations: the mean square error falls
        codes = np.clip(np.searchsorted(edges, sample, side="right") - 1, 0, size - 1)
        sums = np.bincount(codes, weights=sample, minlength=size)
        numbers = np.bincount(codes, minlength=size)
        centres = np.where(numbers > 0, sums / np.maximum(numbers, 1), (edges[:-1] + edges[1:]) / 2)
        centres.sort()
        edges = np.r_[-np.inf, (centres[1:] + centres[:-1]) / 2, np.inf]
    codes = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, size - 1)
    return centres.astype(np.float32), codes.astype(np.uint16)


def fuse(
    kinds: list[tuple[int, NDArray[np.uint64], NDArray[np.uint16]]], log: Callable[..., None]
) -> tuple[NDArray[np.uint16], int, int]:
    """Build the filter; gives the cells, the bits of a segment and the number of segments."""
    number = sum(len(keys) for _, keys, _ in kinds)
    bits = int(np.log(number) / np.log(3.33) + 2.25)
    for slack in (1.125, 1.14, 1.16, 1.2):
        segments = int(number * slack) // (1 << bits) - 1
        parts = [cells_of(keys, tag, bits, segments) for tag, keys, _ in kinds]
        cells = np.stack([np.concatenate([p[i] for p in parts]) for i in range(3)])
        wanted = np.concatenate([p[3] | codes for p, (_, _, codes) in zip(parts, kinds, strict=True)])
        rounds = _peel(cells, (segments + 2) << bits)
        if rounds is not None:
            log(f"filter: {number:,} entries, {(segments + 2) << bits:,} cells, {len(rounds)} rounds")
            return _fill(cells, wanted, rounds, (segments + 2) << bits), bits, segments
    raise RuntimeError("the filter cannot be built")


def _peel(cells: Ints, size: int) -> list[tuple[Ints, Ints]] | None:
    """Find an order in which every key has a cell of its own: rounds of (keys, their cells)."""
    degree = np.zeros(size, np.int32)
    mixed = np.zeros(size, np.int64)
    keys = np.arange(cells.shape[1])
    for row in cells:
        np.add.at(degree, row, 1)
        np.bitwise_xor.at(mixed, row, keys)
    rounds: list[tuple[Ints, Ints]] = []
    single = np.flatnonzero(degree == 1)
    left = len(keys)
    while len(single):
        own, first = np.unique(mixed[single], return_index=True)
        rounds.append((own, single[first]))
        left -= len(own)
        touched = cells[:, own].ravel()
        np.subtract.at(degree, touched, 1)
        np.bitwise_xor.at(mixed, touched, np.tile(own, 3))
        touched = np.unique(touched)
        single = touched[degree[touched] == 1]
    return None if left else rounds


def _fill(
    cells: Ints, wanted: NDArray[np.uint16], rounds: list[tuple[Ints, Ints]], size: int
) -> NDArray[np.uint16]:
    result = np.zeros(size, np.uint16)
    for own, place in reversed(rounds):
        a, b, c = cells[:, own]
        result[place] = 0
        result[place] = wanted[own] ^ result[a] ^ result[b] ^ result[c]
    return result


def write(
    path: Path, words: list[str], newer: NDArray[np.uint8], kept: Kept, log: Callable[..., None]
) -> None:
    """Write the model's file."""
    arrays: dict[str, NDArray[np.generic]] = {}
    kinds = []
    for name, tag in TAGS.items():
        keys, values = kept.values[name]
        centres, codes = codebook(values)
        arrays[f"codes_{name}"] = centres
        kinds.append((tag, keys, codes))
    cells, bits, segments = fuse(kinds, log)
    arrays["unigram"], arrays["backoff"] = kept.unigram, kept.unigram_backoff
    arrays["vocabulary"] = np.frombuffer("\n".join(words).encode("utf-8"), np.uint8)
    arrays["new_placement"] = newer
    arrays["cells"] = cells
    header: dict[str, object] = {"segment_bits": bits, "segments": segments, "id_bits": ID_BITS, "arrays": {}}
    offset = 1 << 12
    places = {}
    for name, values_ in arrays.items():
        places[name] = [values_.dtype.str, len(values_), offset]
        offset += -(-values_.nbytes // 64) * 64
    header["arrays"] = places
    encoded = json.dumps(header, sort_keys=True).encode()
    content = bytearray(offset)
    prefix = MAGIC + len(encoded).to_bytes(4, "little") + encoded
    if len(prefix) > 1 << 12:
        raise ValueError("the header is too long")
    content[: len(prefix)] = prefix
    for name, values_ in arrays.items():
        at = int(places[name][2])
        content[at : at + values_.nbytes] = values_.tobytes()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
