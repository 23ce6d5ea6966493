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


def _told(text: str) -> list[tuple[str, str, str, str]]:
    """Give the cells that were read of a table in the middle of a report of 2019."""
    head = "TRƯỜNG THCS LÊ LỢI\n\nBÁO CÁO\nKết quả năm 2019\n\n"
    facts = [m for m in vnreport.extract(head + text).measurements if m.sources["value"].rule == "cell"]
    changes = [
        f"{f.change.direction} {f.change.value} {f.change.baseline}" if f.change else "" for f in facts
    ]
    return [
        (f.indicator, f"{Decimal(f.value or 0).normalize():f}", f.unit, c)
        for f, c in zip(facts, changes, strict=True)
    ]


def test_cells_that_semicolons_part_and_a_column_of_changes() -> None:
    text = (
        "Hạnh kiểm ; Số học sinh ; Tỷ lệ (%) ; So năm trước\n"
        "Tốt ; 412 ; 81,6 ; +2,1\nKhá ; 88 ; 17,4 ; -1,9\nTrung bình ; 5 ; 1 ; -0,2\n"
    )
    assert _told(text) == [
        ("học sinh Tốt", "412", "học sinh", ""),
        ("Tốt Tỷ lệ", "81.6", "%", "up 2.1 năm trước"),
        ("học sinh Khá", "88", "học sinh", ""),
        ("Khá Tỷ lệ", "17.4", "%", "down 1.9 năm trước"),
        ("học sinh Trung bình", "5", "học sinh", ""),
        ("Trung bình Tỷ lệ", "1", "%", "down 0.2 năm trước"),
    ]


def test_rows_with_a_colon_behind_their_label() -> None:
    text = (
        "Số liệu thu, chi quỹ, ĐVT: tr.đ\nQuỹ - Thu - Chi - Tồn\n"
        "Khuyến học: 41,2 - 30,5 - 10,7\nĐền ơn đáp nghĩa: 18 - 12,4 - 5,6\n"
    )
    told = _told(text)
    assert [(value, unit) for _, value, unit, _ in told] == [
        ("41200000", "VND"),
        ("30500000", "VND"),
        ("10700000", "VND"),
        ("18000000", "VND"),
        ("12400000", "VND"),
        ("5600000", "VND"),
    ]
    assert told[0][0] == "Khuyến học Thu"


def test_a_sentence_of_semicolons_is_no_table() -> None:
    text = "Xã có: 12 thôn; 3 trường; 1 trạm.\nKết quả; trồng 12 ha; nuôi 3 con.\nXây 2 cầu; 3 cống; 1 đập.\n"
    assert _told(text) == []
