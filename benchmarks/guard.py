"""The guard against falling back: ``python -m benchmarks.guard`` fails where accuracy or speed has fallen.

Accuracy is that on the dev half of the gold, in points of F1. Speed is the time of ``extract`` over the time
of a fixed loop of plain Python on the same machine in the same minute, so that it means the same on a slow
machine and on a fast one. ``--update`` writes what is measured as the new mark, in ``benchmarks/guard.json``.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

FILE = Path(__file__).with_name("guard.json")
POINTS = 0.5
"""So many points of F1 an accuracy may lie under its mark."""
SLOWER = 1.25
"""So many times its mark the ratio of times may be."""
ROUNDS = 7
RETRIES = 3
"""So many times a speed that seems too low is measured again."""


def accuracies() -> dict[str, float]:
    """Measure F1 in percent of every kind of fact and mention on the dev half."""
    from benchmarks.facts import tally
    from benchmarks.gold import documents
    from benchmarks.prediction import predict
    from benchmarks.scoring import FACT_KINDS, MENTION_TYPES

    gold = documents("dev")
    given = predict(gold)
    return {kind: round(100 * tally(gold, given, kind).f1, 2) for kind in (*FACT_KINDS, *MENTION_TYPES)}


def reference_loop() -> int:
    """Do a fixed piece of work of the library's own nature: patterns, dictionaries, small objects."""
    words = ["cuộc", "thanh", "tra", "12", "26,5", "tỷ", "đồng", "Sở", "Y", "tế"] * 40
    text = " ".join(words)
    word, number = re.compile(r"[^\W\d_]+"), re.compile(r"\d+(?:,\d+)?")
    seen: dict[str, list[tuple[int, int]]] = {}
    for _ in range(60):
        for pattern in (word, number):
            for found in pattern.finditer(text):
                seen.setdefault(found.group().casefold(), []).append(found.span())
        for spans in seen.values():
            spans[:] = [(start, end) for start, end in spans if end - start > 1][-50:]
    return sum(map(len, seen.values()))


def slowness() -> float:
    """Give the time of ``extract`` on the clean dev documents in units of the reference loop."""
    import vnreport
    from benchmarks.gold import documents

    texts = [d.text for d in documents("dev") if not d.damage][:12]
    for text in texts:
        vnreport.extract(text)
    ours = theirs = float("inf")
    # One after the other in each round, so that a busy neighbour slows both.
    for _ in range(ROUNDS):
        began = time.process_time()
        reference_loop()
        between = time.process_time()
        for text in texts:
            vnreport.extract(text)
        theirs = min(theirs, between - began)
        ours = min(ours, time.process_time() - between)
    return round(ours / theirs, 3)


def complaints(marks: dict[str, float], measured: dict[str, float], ratio: float, mark: float) -> list[str]:
    """Say what has fallen back: accuracies under their marks, the ratio of times over its own."""
    found = [
        f"{kind}: F1 {measured.get(kind, 0.0)} on dev, {POINTS} points and more under its mark, {marks[kind]}"
        for kind in marks
        if measured.get(kind, 0.0) < marks[kind] - POINTS
    ]
    if ratio > mark * SLOWER:
        found.append(f"speed: {ratio} reference loops, more than {SLOWER} times the mark of {mark}")
    return found


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and compare, or write the marks; give the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.guard", description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true", help="make what is measured the new mark")
    given = parser.parse_args(arguments)
    measured, ratio = accuracies(), slowness()
    if given.update:
        marks = {"accuracy": measured, "slowness": ratio}
        FILE.write_text(json.dumps(marks, indent=1) + "\n", encoding="utf-8")
        print(f"{FILE.name}: {marks}")
        return 0
    marks = json.loads(FILE.read_text(encoding="utf-8"))
    found = complaints(marks["accuracy"], measured, ratio, marks["slowness"])
    for _ in range(RETRIES):
        if not (len(found) == 1 and found[0].startswith("speed")):
            break
        # A neighbour's burst can fall on one of the two; what is truly slower is so each time.
        ratio = min(ratio, slowness())
        found = complaints(marks["accuracy"], measured, ratio, marks["slowness"])
    for line in found:
        print(line, file=sys.stderr)
    if not found:
        print(f"Accuracy on dev and speed hold ({ratio} reference loops, mark {marks['slowness']}).")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
