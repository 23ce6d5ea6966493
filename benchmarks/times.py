"""Times: exactness on the case table, agreement with the gold reports, speed, and dateparser beside it."""

from __future__ import annotations

import datetime as dt
import importlib
import time
from pathlib import Path
from typing import Any, Literal, NamedTuple

from benchmarks.tables import Counts, Table
from vnreport.layout import analyse
from vnreport.mentions import times
from vnreport.report import TimeMention
from vnreport.spans import Spans

CASES = Path(__file__).parent.parent / "tests" / "cases" / "times.tsv"


class Expected(NamedTuple):
    """A time that a case expects."""

    text: str
    first: dt.date
    last: dt.date


class Case(NamedTuple):
    """A text of the case table with the times in it."""

    split: str
    text: str
    reference: dt.date | None
    expected: tuple[Expected, ...]


def cases(split: str | None = None) -> list[Case]:
    """Read the case table, whole or one half of it (``dev``, ``test``)."""
    lines = [line for line in CASES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    found = []
    for line in lines[1:]:
        half, text, reference, expected = line.split("\t")
        if split is None or half == split:
            day = dt.date.fromisoformat(reference) if reference else None
            found.append(Case(half, text.replace("\\n", "\n"), day, _expected(expected)))
    return found


def _expected(cell: str) -> tuple[Expected, ...]:
    found = []
    for item in cell.split(" | ") if cell else []:
        text, _, days = item.rpartition("=")
        first, _, last = days.partition("..")
        found.append(
            Expected(
                text.replace("\\n", "\n"), dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
            )
        )
    return tuple(found)


def read(text: str, reference: dt.date | None = None) -> list[TimeMention]:
    """Find the times of a text that stands alone."""
    return times.find(text, analyse(text), Spans(), reference)


def exact(case: Case, mentions: list[TimeMention]) -> bool:
    """Tell whether the mentions are the expected ones: as many, the same days, on the same words."""
    if len(mentions) != len(case.expected):
        return False
    at = 0
    for want, got in zip(case.expected, mentions, strict=True):
        start = case.text.find(want.text, at)
        if (want.first, want.last) != (got.start_date, got.end_date):
            return False
        if not (got.start < start + len(want.text) and start < got.end):
            return False
        at = start + 1
    return True


def run(*, split: Literal["dev", "test", "all"] = "test", peers: bool = True) -> list[Table]:
    """Measure the finder of times on one half of the cases and of the gold reports."""
    chosen = cases(split)
    right = sum(exact(case, read(case.text, case.reference)) for case in chosen)
    rows: list[tuple[str | int | float, ...]] = [
        ("vnreport", len(chosen), right, round(100 * right / len(chosen), 1))
    ]
    if peers:
        rows += _peer(chosen)
    tables = [
        Table(
            "Times: case table",
            ("library", "rows", "exactly right", "%"),
            rows,
            f"Rows of the {split} half whose times are all right: as many, on the same words, same days.",
        )
    ]
    gold = _gold(split)
    if gold is not None:
        tables.append(gold)
    tables.append(_speed())
    return tables


def _peer(chosen: list[Case]) -> list[tuple[str | int | float, ...]]:
    """Score dateparser's search on the rows it can express: single days and texts without times."""
    try:
        search = importlib.import_module("dateparser.search").search_dates
    except ImportError:
        return []
    simple = [c for c in chosen if all(e.first == e.last for e in c.expected)]
    right = 0
    for case in simple:
        base = dt.datetime.combine(case.reference or dt.date(2020, 1, 1), dt.time())
        found: list[Any] = search(case.text, languages=["vi"], settings={"RELATIVE_BASE": base}) or []
        right += sorted(day.date() for _, day in found) == sorted(e.first for e in case.expected)
    return [
        ("dateparser (rows of single days or none)", len(simple), right, round(100 * right / len(simple), 1))
    ]


def _gold(split: Literal["dev", "test", "all"]) -> Table | None:
    """Score the times of the annotated reports as the contract says; None where there are none."""
    from benchmarks.gold import documents
    from benchmarks.prediction import Prediction
    from benchmarks.scoring import score_mentions
    from vnreport import extract

    try:
        chosen = documents(split)
    except FileNotFoundError:
        return None
    counts = Counts()
    for document in chosen:
        got = extract(document.text, repair=False).times
        guess = Prediction(document.name, [m.model_dump(mode="json") for m in got])
        counts += score_mentions(document, guess, "time").counts
    row = (len(chosen), *(round(100 * v, 1) for v in (counts.precision, counts.recall, counts.f1)))
    return Table(
        "Times: annotated reports",
        ("reports", "precision", "recall", "F1"),
        [row],
        f"First and last day equal, spans overlapping; the {split} half of data/annotated.",
    )


def _speed() -> Table:
    """Time the finder on ordinary prose and on texts made of its triggers."""
    texts = {"case table, repeated": "\n".join(case.text for case in cases()) * 20}
    for trigger in (
        "ngày 1/1 ",
        "tháng ",
        "từ ",
        "1/",
        "1",
        "năm 2017 ",
        "6 tháng đầu năm ",
        "ngày 1, 2, 3 ",
    ):
        texts[repr(trigger)] = trigger * (1_000_000 // len(trigger))
    rows: list[tuple[str | int | float, ...]] = []
    for name, text in texts.items():
        layout, size = analyse(text), len(text.encode()) / 1e6
        start = time.perf_counter()
        times.find(text, layout, Spans(), None)
        elapsed = time.perf_counter() - start
        rows.append((name, round(size, 2), round(size / elapsed, 2)))
    return Table("Times: speed", ("text", "MB", "MB/s"), rows, "One core, this stage alone; MB of UTF-8.")
