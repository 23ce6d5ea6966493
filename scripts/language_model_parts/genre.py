"""The genre the model is for: our own reports, the names of our tables, and the news most like reports.

Moore and Lewis, "Intelligent selection of language model training data" (2010): a document is in the
genre as its words are likelier there than at large.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
from benchmarks.gold import documents
from numpy.typing import NDArray

from vnreport.lexicon import column, table

COMPOSED = Path(__file__).resolve().parents[2] / "data" / "composed"
SHARE = 0.12
"""So many of the news, by length, are counted as near the genre."""
_PRIOR = 5_000
"""So many words of the general text are mixed into the counts of the genre."""


def reports() -> list[str]:
    """Give the texts of our own reports, the dev half of the gold and those composed for training alone."""
    composed = [path.read_text(encoding="utf-8") for path in sorted(COMPOSED.glob("*.txt"))]
    return [document.text for document in documents("dev")] + composed


def phrases() -> Iterator[str]:
    """Give names and set phrases of the tables, one a line, units with those that they belong to."""
    provinces = {row["code"]: f"{row['word']} {row['name']}" for row in table("provinces") if row["code"]}
    districts = {}
    for row in table("districts"):
        districts[row["code"]] = f"{row['word']} {row['name']}, {provinces.get(row['province'], '')}"
        yield districts[row["code"]]
    for row in table("communes"):
        yield f"{row['word']} {row['name']}, {districts.get(row['district'], '')}"
    for row in table("communes_2025"):
        yield f"{row['word']} {row['name']}, {provinces.get(row['province'], '')}"
    for name in column("agency_fields", "name"):
        yield f"Bộ {name}"
        for province in provinces.values():
            yield f"Sở {name} {province}"
    for name, title in (
        ("law_names", "name"),
        ("organization_names", "form"),
        ("titles", "title"),
        ("document_types", "type"),
        ("boilerplate_cues", "cue"),
        ("instrument_kinds", "name"),
        ("occupations", "title"),
        ("products", "name"),
        ("countable_heads", "head"),
    ):
        yield from column(name, title)


def nearest(
    stream: NDArray[np.int32], starts: NDArray[np.int64], genre: NDArray[np.int32], size: int
) -> NDArray[np.int32]:
    """Give the documents of a stream that are most like the genre, one behind the other.

    Args:
        stream: documents as numbers of surface forms.
        starts: where each begins.
        genre: the text of the genre, in the same numbers.
        size: how many forms there are.
    """
    general = np.bincount(stream, minlength=size) + 0.5
    general /= general.sum()
    inside = np.bincount(genre, minlength=size) + _PRIOR * general
    ratio = np.log(inside / inside.sum()) - np.log(general)
    lengths = np.diff(np.r_[starts, len(stream)])
    score = np.add.reduceat(ratio[stream], starts) / lengths
    order = np.argsort(-score, kind="stable")
    chosen = np.sort(order[: int(np.searchsorted(np.cumsum(lengths[order]), SHARE * len(stream)))])
    return np.concatenate([stream[starts[i] : starts[i] + lengths[i]] for i in chosen])
