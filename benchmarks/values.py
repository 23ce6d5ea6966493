"""Numbers, money, percentages and quantities: exactness on the case table, agreement with the gold, speed."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any, Literal, NamedTuple

from benchmarks.tables import Counts, Table
from vnreport.layout import Layout
from vnreport.mentions import money, numbers, percents, quantities
from vnreport.report import MoneyMention, PercentMention, QuantityMention
from vnreport.spans import Spans

CASES = Path(__file__).parent.parent / "tests" / "cases" / "values.tsv"
TYPES = ("money", "percent", "quantity")
Value = MoneyMention | PercentMention | QuantityMention


class Case(NamedTuple):
    """A row of the case table."""

    kind: str
    """``number``: the text is read as one number; ``value``: the mentions in it are wanted."""
    text: str
    expected: str


def cases(split: str) -> list[Case]:
    """Read one half of the case table (``dev``, ``test``)."""
    lines = CASES.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [
        Case(kind, text.replace("\\n", "\n"), _ordered(expected))
        for half, kind, text, expected in rows
        if half == split
    ]


def _ordered(expected: str) -> str:
    """Put the optional cells of an expected value in a fixed order."""
    items = []
    for item in expected.split(" ;; ") if expected else []:
        cells = item.split("|")
        fixed = [cell for cell in cells if "=" not in cell and cell != "points"]
        extra = {cell.partition("=")[0]: cell for cell in cells if cell not in fixed}
        items.append(
            "|".join(fixed + [extra[k] for k in ("max", "mod", "per", "of", "points") if k in extra])
        )
    return " ;; ".join(items)


def find_values(text: str) -> list[Value]:
    """Run the four finders on a text that stands alone, as the pipeline does, and order what they give."""
    layout = Layout(text, (), (), Spans(), None, None, None)
    counted = numbers.find(text, layout, Spans())
    shares = percents.find(text, counted)
    sums = money.find(text, counted)
    taken = Spans([(m.start, m.end) for m in [*shares, *sums]])
    found: list[Value] = [*shares, *sums, *quantities.find(text, layout, counted, taken)]
    return sorted(found, key=lambda m: m.start)


def describe(value: Value) -> str:
    """Write a mention the way the case table does."""
    cells = [value.type[0], f"{value.value:f}"]
    if isinstance(value, MoneyMention):
        cells.append(value.currency)
    if isinstance(value, QuantityMention):
        cells += [value.unit, value.what]
    if value.value_max is not None:
        cells.append(f"max={value.value_max:f}")
    if value.modifier != "exact":
        cells.append(f"mod={value.modifier}")
    if isinstance(value, MoneyMention) and value.per:
        cells.append(f"per={value.per}")
    if isinstance(value, QuantityMention) and value.of is not None:
        cells.append(f"of={value.of:f}")
    if isinstance(value, PercentMention) and value.points:
        cells.append("points")
    return "|".join(cells)


def outcome(case: Case) -> str:
    """Run a case and write what comes out the way the case table does."""
    if case.kind == "number":
        number = numbers.parse_number(case.text)
        return "none" if number is None else f"{number:f}"
    return " ;; ".join(describe(value) for value in find_values(case.text))


def _exactness() -> Table:
    table = Table(
        "Values: case table",
        ("rows", "split", "exactly right", "of", "share"),
        note="Every field of every mention, and nothing else found; decoys are rows without a mention.",
    )
    for split in ("dev", "test"):
        rows = cases(split)
        groups = {
            "numbers": [c for c in rows if c.kind == "number"],
            "mentions": [c for c in rows if c.kind == "value" and c.expected],
            "decoys": [c for c in rows if c.kind == "value" and not c.expected],
        }
        for name, group in groups.items():
            right = sum(outcome(case) == case.expected for case in group)
            table.rows.append((name, split, right, len(group), round(right / len(group), 4)))
    return table


def _agreement(split: Literal["dev", "test", "all"]) -> tuple[Table, str]:
    """Score against the gold reports, and give their text for the speed."""
    from benchmarks.gold import documents
    from benchmarks.prediction import Prediction
    from benchmarks.scoring import score_mentions
    from vnreport.layout import analyse
    from vnreport.mentions import find_mentions

    table = Table(
        f"Values: annotated reports ({split})",
        ("type", "precision", "recall", "F1", "gold"),
        note="Scored as the contract says: value, end of the range and currency; value; value and half the phrase.",
    )
    counts = {kind: Counts() for kind in TYPES}
    texts = []
    for document in documents(split):
        texts.append(document.text)
        mentions: list[Any] = find_mentions(document.text, analyse(document.text))
        guess = Prediction(document.name, [m.model_dump(mode="json") for m in mentions])
        for kind in TYPES:
            counts[kind] += score_mentions(document, guess, kind).counts
    for kind, count in counts.items():
        gold = count.right + count.missed
        table.rows.append((kind, round(count.precision, 3), round(count.recall, 3), round(count.f1, 3), gold))
    return table, "\n\n".join(texts)


def _speed(text: str, rounds: int = 5) -> Table:
    """Time the four stages together on reports, which are full of numbers."""
    text = text * max(1, 500_000 // max(1, len(text)))
    find_values(text[:20_000])
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        found = find_values(text)
        best = min(best, time.perf_counter() - start)
    size = len(text.encode())
    return Table(
        "Values: speed",
        ("text", "MB", "mentions", "MB/s"),
        [("annotated reports", round(size / 1e6, 2), len(found), round(size / best / 1e6, 2))],
        note=f"One core, best of {rounds}, numbers to quantities, layout and instruments not counted.",
    )


def run(*, split: Literal["dev", "test", "all"] = "test", peers: bool = True) -> list[Table]:
    """Measure this stage.

    Args:
        split: which half of the annotated reports to score on.
        peers: taken as every benchmark takes it; no Python library reads Vietnamese amounts in a text.
    """
    agreement, text = _agreement(split)
    return [_exactness(), agreement, _speed(text)]
