"""The texts composed for training: sound, and apart from the gold that measures what was trained on them."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest
from benchmarks.gold import documents

from vnreport.repair import repair

FILES = sorted((Path(__file__).parents[1] / "data" / "composed").glob("*.txt"))


def sentences(text: str) -> set[str]:
    """Give the sentences that are long enough to be somebody's, white space folded."""
    parts = (" ".join(part.split()) for part in re.split(r"[.;\n]", text))
    return {part for part in parts if len(part) > 90}


def test_there_are_many() -> None:
    assert len(FILES) > 80


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_sound(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert not repair(text).repairs


def test_no_sentence_is_in_the_gold() -> None:
    ours = {s for path in FILES for s in sentences(path.read_text(encoding="utf-8"))}
    gold = {s for half in ("dev", "test") for document in documents(half) for s in sentences(document.text)}
    # Legal bases are written alike everywhere. A count, so that a failure shows nothing of the test half.
    bases = ("Căn cứ", "- Căn cứ", "Thực hiện", "Theo")
    shared = sum(not sentence.startswith(bases) for sentence in ours & gold)
    assert shared == 0
