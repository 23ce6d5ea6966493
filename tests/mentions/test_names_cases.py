"""The four finders of names on the table of cases that the benchmark shares."""

from __future__ import annotations

import pytest
from benchmarks.name_cases import Case, cases
from benchmarks.names import find_names, missed, spurious

from vnreport.report import Mention


@pytest.mark.parametrize("case", cases("dev"), ids=lambda case: case.text[-40:])
def test_names_of_the_dev_half(case: Case) -> None:
    found = find_names(case.text)
    assert [m["text"] for m in missed(case, found)] == []
    assert [m.text for m in spurious(case, found)] == []
    for wanted in case.expected:
        mention = _same_span(found, wanted["type"], wanted["start"], wanted["end"])
        for field in ("name", "code", "level", "successor", "titles", "organization"):
            if field in wanted:
                assert getattr(mention, field) == wanted[field], (wanted["text"], field)


def _same_span(found: list[Mention], kind: str, start: int, end: int) -> Mention:
    return next(m for m in found if (m.start, m.end) == (start, end) and getattr(m, "type", "") == kind)
