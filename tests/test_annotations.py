"""The gold keeps its own rules."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest
from benchmarks.gold import GoldDocument, documents

SCRIPT = Path(__file__).parent.parent / "scripts" / "validate_annotations.py"
problems = runpy.run_path(str(SCRIPT))["problems"]


@pytest.mark.parametrize("document", documents("all"), ids=lambda d: d.name)
def test_document_is_consistent(document: GoldDocument) -> None:
    assert list(problems(document)) == []


def test_split_is_by_document() -> None:
    dev, test = documents("dev"), documents("test")
    assert {d.name for d in dev}.isdisjoint(d.name for d in test)
    assert min(len(dev), len(test)) >= 60
