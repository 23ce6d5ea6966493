"""The case table: texts with every money, percentage and quantity in them, decoys included."""

from __future__ import annotations

import itertools

import pytest
from benchmarks.values import Case, cases, find_values, outcome


@pytest.mark.parametrize("case", cases("dev"), ids=lambda case: case.text[:48])
def test_case_of_the_dev_half(case: Case) -> None:
    assert outcome(case) == case.expected


def test_half_of_the_table_is_test() -> None:
    dev, test = cases("dev"), cases("test")
    assert len(dev) + len(test) >= 300
    assert abs(len(dev) - len(test)) <= 2


def test_test_half_is_right_but_for_two_in_a_hundred() -> None:
    rows = cases("test")
    assert sum(outcome(case) == case.expected for case in rows) >= 0.98 * len(rows)


@pytest.mark.parametrize(
    "text",
    [
        "Phạt từ 5 triệu đồng đến 10 triệu đồng; giảm từ 5,2 xuống 4,1%; 10 ha đến 15 ha.",
        "Thu 1 tỷ 200 triệu đồng, đạt 105,3 % dự toán, của 31 sở, ngành và 212 xã, phường.",
        "Tổng số thuê\u00a0bao: 1.750\u00a0thuê bao\n2,5 triệu USD (tương đương 57 tỷ đồng)",
    ],
)
def test_spans_are_exact_and_in_order(text: str) -> None:
    found = find_values(text)
    assert found
    for mention in found:
        assert text[mention.start : mention.end] == mention.text
    assert [m.start for m in found] == sorted(m.start for m in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
