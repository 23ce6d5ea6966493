"""Tables of many shapes, composed with what they state before the rules: ``tests/cases/tables.jsonl``.

A row has the text and ``[indicator, value, unit, period, status, change]`` of each cell; a count has no unit.
"""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import vnreport
from vnreport.report import Measurement

CASES = Path(__file__).parent.parent / "cases" / "tables.jsonl"
_COUNTED = {"HCV", "HCB"}
"""Units that look like currencies."""


def _unit(unit: str) -> str:
    money = len(unit) == 3 and unit.isupper() and unit.isascii() and unit not in _COUNTED
    return unit if unit == "%" or money else ""


def _alike(first: str, second: str) -> bool:
    """Tell whether half the words of two phrases agree."""
    one, two = set(first.lower().split()), set(second.lower().split())
    return 4 * len(one & two) >= len(one) + len(two)


def _is(fact: Measurement, wanted: list[Any]) -> bool:
    name, value, unit, period, status, change = wanted
    told = fact.change and [fact.change.direction, fact.change.value, _unit(fact.change.unit or "")]
    return (
        fact.value == (None if value is None else Decimal(value))
        and _unit(fact.unit) == unit
        and (fact.period and [str(fact.period.start), str(fact.period.end)]) == period
        and (status is None or fact.status == status)
        and told == (change and [change[0], Decimal(change[1]), change[2]])
        and _alike(fact.indicator, name)
    )


def test_tables_of_the_cases() -> None:
    right = wanted = found = 0
    for line in CASES.read_text(encoding="utf-8").splitlines():
        case = json.loads(line)
        facts = [m for m in vnreport.extract(case["text"]).measurements if m.sources["value"].rule == "cell"]
        found += len(facts)
        wanted += len(case["expected"])
        for one in case["expected"]:
            match = next((fact for fact in facts if _is(fact, one)), None)
            if match is not None:
                facts.remove(match)
                right += 1
    assert 2 * right / (wanted + found) >= 0.95
