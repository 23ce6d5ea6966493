"""What a system says about a document, brought to the gold's clean text so that spans can be compared."""

from __future__ import annotations

import json
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from benchmarks.gold import GoldDocument

_TONES = {
    old: new
    for pair in ("òa oà", "óa oá", "ỏa oả", "õa oã", "ọa oạ", "òe oè", "óe oé", "ỏe oẻ", "õe oẽ", "ọe oẹ",
                 "ùy uỳ", "úy uý", "ủy uỷ", "ũy uỹ", "ụy uỵ")
    for new, old in [pair.split()]
}  # fmt: skip


def fold(text: str) -> str:
    """Make texts equal that differ in case, blanks, quotes or the place of a tone mark (``ủy``, ``uỷ``)."""
    flat = " ".join(unicodedata.normalize("NFC", text).casefold().replace("–", "-").split())
    for old, new in _TONES.items():
        flat = flat.replace(old, new)
    return flat.strip(" .,;:\"'“”")


@dataclass
class Prediction:
    """A system's reading of one document; spans point into the gold's text."""

    name: str
    mentions: list[dict[str, Any]] = field(default_factory=list)
    facts: list[dict[str, Any]] = field(default_factory=list)
    document: dict[str, Any] = field(default_factory=dict)
    boilerplate: list[tuple[int, int]] = field(default_factory=list)


def of_record(record: dict[str, Any], gold: GoldDocument) -> Prediction:
    """Read the JSON of a report (``vnreport extract``) as a prediction about a gold document.

    Spans that point into a text of the record's own are moved to the gold's text by aligning the two.
    """
    move = mover(record.get("text"), gold.text)
    mentions = [_moved(m, move) for m in record.get("mentions", [])]
    facts = [{**f, "evidence": _moved(f["evidence"], move)} for f in record.get("facts", [])]
    boilerplate = [
        (move(s["start"], False), move(s["end"], True))
        for s in record.get("sections", [])
        if s.get("kind") == "boilerplate"
    ]
    return Prediction(gold.name, mentions, facts, record.get("document") or {}, boilerplate)


def _moved(span: dict[str, Any], move: Callable[[int, bool], int]) -> dict[str, Any]:
    return {**span, "start": move(span["start"], False), "end": move(span["end"], True)}


def mover(source: str | None, target: str) -> Callable[[int, bool], int]:
    """Give the map of offsets from one text to a similar one; ends are mapped by their last character."""
    if source is None or source == target:
        return lambda offset, _: offset
    blocks: list[tuple[int, int, int]] = []
    # Anchoring on lines first keeps the character comparison short.
    mine, theirs = source.splitlines(keepends=True), target.splitlines(keepends=True)
    at = [0]
    for line in mine:
        at.append(at[-1] + len(line))
    to = [0]
    for line in theirs:
        to.append(to[-1] + len(line))
    for tag, a, b, c, d in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if tag == "equal":
            blocks.append((at[a], to[c], at[b] - at[a]))
        elif tag == "replace":
            inner = SequenceMatcher(None, source[at[a] : at[b]], target[to[c] : to[d]], autojunk=False)
            blocks += [(at[a] + i, to[c] + j, n) for i, j, n in inner.get_matching_blocks() if n]
    starts = [block[0] for block in blocks]

    def move(offset: int, is_end: bool) -> int:
        probe = offset - 1 if is_end else offset
        index = bisect_right(starts, probe) - 1
        if index < 0:
            return 0
        block_start, block_target, length = blocks[index]
        moved = block_target + min(probe - block_start, length)
        return moved + 1 if is_end else moved

    return move


def read_predictions(path: Path, documents: Iterable[GoldDocument]) -> list[Prediction]:
    """Read JSON Lines, one report an object with the document's ``name`` in it; a missing one is empty.

    Raises:
        ValueError: if a line has no name.
    """
    records: dict[str, dict[str, Any]] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            record = json.loads(line)
            if "name" not in record:
                raise ValueError(f"line {number} of {path} has no document name")
            records[record["name"]] = record
    return [of_record(records.get(d.name, {}), d) for d in documents]


def predict(documents: Iterable[GoldDocument]) -> list[Prediction]:
    """Let vnreport read the raw form of the documents."""
    import vnreport

    return [of_record(vnreport.extract(d.raw).model_dump(mode="json"), d) for d in documents]
