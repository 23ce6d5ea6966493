"""Measurements of wordings of reports, written down before the rules: ``tests/cases/measurements.tsv``."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import vnreport
from vnreport.report import Measurement

CASES = Path(__file__).parent.parent / "cases" / "measurements.tsv"


def rows() -> list[tuple[str, str]]:
    lines = CASES.read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [(text.replace("\\n", "\n"), expected) for text, expected in cells]


def says(fact: Measurement, expected: str) -> bool:
    """Tell whether a measurement is as expected; fields left out are not judged."""
    value, unit, indicator, change, period = [*expected.split("|"), "", ""][:5]
    words, named = indicator.lower().split(), fact.indicator.lower().split()
    shared = sum(min(words.count(word), named.count(word)) for word in {*words})
    told = fact.change
    return (
        fact.value == (None if value == "-" else Decimal(value))
        and fact.unit == unit
        and 2 * shared >= 0.6 * (len(words) + len(named))
        and change == (f"{told.direction} {told.value} {told.unit}" if told else "")
        and (not period or (fact.period and f"{fact.period.start}..{fact.period.end}") == period)
    )


@pytest.mark.parametrize(("text", "expected"), rows())
def test_measurements_of_the_cases(text: str, expected: str) -> None:
    wanted = expected.split(";;") if expected else []
    found = sorted(vnreport.extract(text).measurements, key=lambda fact: fact.sources["value"].start or 0)
    told = [f"{f.value}|{f.unit}|{f.indicator}|{f.change}|{f.period}" for f in found]
    assert len(found) == len(wanted), told
    assert all(says(fact, want) for fact, want in zip(found, wanted, strict=True)), told
