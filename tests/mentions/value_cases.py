"""What the tests of numbers, money, percentages and quantities share."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from vnreport.layout import Layout
from vnreport.mentions import money, numbers, percents, quantities
from vnreport.report import MoneyMention, PercentMention, QuantityMention
from vnreport.spans import Spans

Value = MoneyMention | PercentMention | QuantityMention


def layout_of(text: str) -> Layout:
    """Give a layout without sections, for texts of one sentence."""
    return Layout(text, (), (), Spans(), None, None, None)


def find_values(text: str, taken: Iterable[tuple[int, int]] = ()) -> list[Value]:
    """Run the four finders on a text as the pipeline does, and give their mentions in text order."""
    layout, free = layout_of(text), Spans(taken)
    counted = numbers.find(text, layout, free)
    shares = percents.find(text, counted)
    sums = money.find(text, counted)
    claimed = free.union([(m.start, m.end) for m in [*shares, *sums]])
    amounts = quantities.find(text, layout, counted, claimed)
    return sorted([*shares, *sums, *amounts], key=lambda m: m.start)


def load_cases(split: str) -> list[tuple[str, str, str]]:
    """Give kind, text and expected value of the rows of ``tests/cases/values.tsv`` in a split."""
    lines = (Path(__file__).parent.parent / "cases" / "values.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return [
        (kind, text.replace("\\n", "\n"), expected) for part, kind, text, expected in rows if part == split
    ]


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


def outcome(kind: str, text: str) -> str:
    """Run the code under test on a row and write what it gives the way the case table does."""
    if kind == "number":
        number = numbers.parse_number(text)
        return "none" if number is None else f"{number:f}"
    return " ;; ".join(describe(value) for value in find_values(text))


def normal(expected: str) -> str:
    """Put the optional cells of an expected value in a fixed order."""
    items = []
    for item in expected.split(" ;; ") if expected else []:
        cells = item.split("|")
        fixed = [c for c in cells if "=" not in c and c != "points"]
        extra = {c.partition("=")[0]: c for c in cells if "=" in c or c == "points"}
        items.append(
            "|".join(fixed + [extra[k] for k in ("max", "mod", "per", "of", "points") if k in extra])
        )
    return " ;; ".join(items)
