"""The head of a document: title, publisher, place, date and period on a table of heads of our own."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from benchmarks.scoring import _alike, _bare, _unlevelled, token_f1

import vnreport

_TABLE = Path(__file__).parent / "cases" / "heads.txt"
_FIELDS = ("title", "publisher", "place", "published", "period")


def _heads() -> list[tuple[str, dict[str, str], str]]:
    """Read the table: name, stated fields and text of each document."""
    found = []
    for block in _TABLE.read_text(encoding="utf-8").split("\n=== ")[1:]:
        name, _, rest = block.partition("\n")
        fields, _, text = rest.partition("\n---\n")
        stated = dict(line.split(": ", 1) for line in fields.split("\n") if ": " in line)
        found.append((name, stated, text))
    return found


def _right(stated: dict[str, str], text: str) -> dict[str, bool]:
    document = vnreport.extract(text).document
    place = stated.get("place", "")
    period = f"{document.period.start}..{document.period.end}" if document.period else None
    published = str(document.published) if document.published else None
    return {
        "title": _alike(stated.get("title"), document.title, lambda a, b: token_f1(a, b) >= 0.9),
        "publisher": _alike(
            stated.get("publisher"), document.publisher, lambda a, b: _bare(a, place) == _bare(b, place)
        ),
        "place": _alike(place, document.place, lambda a, b: _unlevelled(a) == _unlevelled(b)),
        "published": stated.get("published") == published,
        "period": stated.get("period") == period,
    }


@pytest.fixture(scope="module")
def shares() -> dict[str, float]:
    heads = _heads()
    right: Counter[str] = Counter()
    for _, stated, text in heads:
        right.update(field for field, answer in _right(stated, text).items() if answer)
    return {field: right[field] / len(heads) for field in _FIELDS}


@pytest.mark.parametrize("field", _FIELDS)
def test_heads_are_read_right(shares: dict[str, float], field: str) -> None:
    assert shares[field] >= 0.95, shares
