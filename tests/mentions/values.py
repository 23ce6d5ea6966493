"""What the tests of numbers, money, percentages and quantities share."""

from __future__ import annotations

from collections.abc import Iterable

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
