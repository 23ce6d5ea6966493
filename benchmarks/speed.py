"""How fast: text to facts beside underthesea, processes, one long document and many short ones, the start.

Peers run in the same process on the same text, one core each. Times are processor time, best of several
rounds, but for the parts where whole processes are timed.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import vnreport
from benchmarks.tables import Table

ROUNDS = 3
SLOW_PEER_BYTES = 30_000
"""How much text the slow peers get; their rate does not depend on the length."""
LONG_BYTES = 10_000_000
PIECES = 1_000

Work = Callable[[str], object]


def samples() -> dict[str, list[str]]:
    """Give the texts to be timed: clean reports, damaged ones, a mixture, and news where they are present."""
    from benchmarks.corpora import folder, held_out
    from benchmarks.gold import documents

    gold = documents("dev")
    clean = [d.raw for d in gold if not d.damage]
    damaged = [d.raw for d in gold if d.damage]
    size = sum(map(len, damaged)) * 19
    mixed, seen = list(damaged), 0
    while seen < size:
        mixed.append(clean[len(mixed) % len(clean)])
        seen += len(mixed[-1])
    found = {"clean reports": clean, "damaged reports": damaged, "5 % damaged": mixed}
    if folder() is not None:
        found["news"] = held_out("news", "dev", 400_000)
    return found


def rate(work: Work, texts: Sequence[str], rounds: int = ROUNDS) -> float:
    """Give the thousands of UTF-8 bytes that ``work`` takes in a second of processor time."""
    work(texts[0])
    best = float("inf")
    for _ in range(rounds):
        began = time.process_time()
        for text in texts:
            work(text)
        best = min(best, time.process_time() - began)
    return _size(texts) / best / 1000


def _size(texts: Sequence[str]) -> int:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def _some(texts: Sequence[str], size: int) -> list[str]:
    """Take texts until their size is reached."""
    found: list[str] = []
    for text in texts:
        if _size(found) >= size:
            break
        found.append(text[:size])
    return found


def _rates(peers: bool) -> Table:
    table = Table(
        "Speed: from text to facts, one core",
        ("text", "documents", "KB", "system", "KB/s", "vnreport is faster by"),
        note=f"Processor time, best of {ROUNDS}; underthesea on the first {SLOW_PEER_BYTES // 1000} KB "
        "of each text (ner) or ten times that (word_tokenize), one round.",
    )
    for name, texts in samples().items():
        ours = rate(vnreport.extract, texts)
        size = _size(texts) // 1000
        table.rows.append((name, len(texts), size, "vnreport.extract", round(ours, 1), 1.0))
        for peer, work, limit in _peers() if peers else ():
            theirs = rate(work, _some(texts, limit), rounds=1)
            row = (name, len(texts), size, peer, round(theirs, 2), round(ours / theirs, 1))
            table.rows.append(row)
    return table


def _peers() -> list[tuple[str, Work, int]]:
    from underthesea import ner, word_tokenize

    return [
        ("underthesea.word_tokenize", word_tokenize, 10 * SLOW_PEER_BYTES),
        ("underthesea.ner", ner, SLOW_PEER_BYTES),
    ]


def _processes() -> Table:
    """Time ``pipe`` with one and two processes by the clock, the start of the processes counted."""
    table = Table(
        "Speed: processes",
        ("processes", "documents", "seconds", "times as fast as one"),
        note="By the clock, with the start of the processes; needs two idle cores.",
    )
    texts = samples()["5 % damaged"]
    texts = texts * max(1, 6_000_000 // _size(texts))
    alone = 0.0
    for number in (1, 2):
        began = time.perf_counter()
        for _ in vnreport.pipe(texts, n_process=number):
            pass
        seconds = time.perf_counter() - began
        alone = alone or seconds
        table.rows.append((number, len(texts), round(seconds, 2), round(alone / seconds, 2)))
    return table


_LONG = """
import resource, sys, time
import vnreport
text = open(sys.argv[1], encoding="utf-8", newline="").read()
pieces = int(sys.argv[2])
step = len(text) // pieces + 1
vnreport.extract(text[:step])
began = time.process_time()
for start in range(0, len(text), step):
    vnreport.extract(text[start : start + step])
print(time.process_time() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def _long_documents() -> Table:
    """Compare one document of 10 MB with the same text in a thousand pieces, each in a process of its own."""
    table = Table(
        "Speed: one long document",
        ("text", "pieces", "seconds", "times the pieces' time", "peak memory, MB"),
        note="Processor time and the peak of the whole process.",
    )
    for name, texts in samples().items():
        text = "\n\n".join(texts)
        text *= LONG_BYTES // len(text.encode()) + 1
        text = text.encode()[:LONG_BYTES].decode("utf-8", "ignore")
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "long.txt")
            file.write_text(text, encoding="utf-8", newline="")
            in_pieces = 0.0
            for pieces in (PIECES, 1):
                command = [sys.executable, "-c", _LONG, str(file), str(pieces)]
                printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
                seconds, memory = map(float, printed.split())
                in_pieces = in_pieces or seconds
                row = (name, pieces, round(seconds, 1), round(seconds / in_pieces, 2), round(memory / 1024))
                table.rows.append(row)
    return table


def _starts() -> Table:
    """Time whole processes by the clock."""
    table = Table(
        "Speed: start",
        ("what", "seconds, best", "seconds, median"),
        note="Whole processes by the clock, the interpreter's own start included, 7 runs after one.",
    )
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "small.txt")
        file.write_text("Sở Y tế tiến hành 12 cuộc thanh tra, phạt 26 triệu đồng.\n", encoding="utf-8")
        python = [sys.executable, "-c"]
        commands = {
            "python -c pass": [*python, "pass"],
            "import vnreport": [*python, "import vnreport"],
            "vnreport extract, a small file": [sys.executable, "-m", "vnreport", "extract", str(file)],
        }
        # With compiled bytecode, as pip installs it, wherever the environment forbids writing it.
        environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONPYCACHEPREFIX": folder}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        for name, command in commands.items():
            _clock(command, environment)
            times = sorted(_clock(command, environment) for _ in range(7))
            table.rows.append((name, round(times[0], 3), round(times[3], 3)))
    return table


def _clock(command: Sequence[str], environment: Mapping[str, str]) -> float:
    began = time.perf_counter()
    subprocess.run(command, check=True, capture_output=True, env=environment)
    return time.perf_counter() - began


def run(*, peers: bool = True) -> list[Table]:
    """Measure the speed.

    Args:
        peers: whether underthesea is timed too; its recogniser takes a minute.
    """
    return [_rates(peers), _processes(), _long_documents(), _starts()]
