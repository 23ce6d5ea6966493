"""The two annotations are of one text, and their comparison counts what it says."""

from __future__ import annotations

import dataclasses
import runpy
from pathlib import Path

import pytest
from benchmarks.gold import GoldDocument, documents, path_of, read

from benchmarks import scoring

ROOT = Path(__file__).parent.parent.parent
measure = runpy.run_path(str(ROOT / "scripts" / "measure_agreement.py"))
problems = runpy.run_path(str(ROOT / "scripts" / "validate_annotations.py"))["problems"]
SECOND = sorted(measure["SECOND"].glob("*.vnr"))


def test_the_choice_is_fixed() -> None:
    names = measure["chosen"]()
    assert len(set(names)) == 40
    assert {path.stem for path in SECOND} <= set(names)


@pytest.mark.parametrize("path", SECOND, ids=lambda p: p.stem)
def test_the_second_annotation_is_consistent_and_of_the_same_text(path: Path) -> None:
    document = read(path)
    assert document.text == read(path_of(path.stem)).text
    assert list(problems(document)) == []


def test_a_stripped_document_has_no_marks() -> None:
    document = documents("dev")[0]
    head, _, body = measure["stripped"](document).partition("\n---\n")
    assert head == f"kind: {document.kind}"
    assert body == document.text


def without(document: GoldDocument, kind: str) -> GoldDocument:
    return dataclasses.replace(document, mentions=[m for m in document.mentions if m["type"] != kind])


def test_an_annotation_agrees_with_itself() -> None:
    pairs = [(d, d) for d in documents("dev")[:5]]
    items, fields = measure["agreement"](pairs)
    assert all(row[1] == 1.0 for row in items.rows + fields.rows)
    assert list(measure["disagreements"](pairs)) == []


def test_what_one_annotator_left_out_is_his_miss() -> None:
    document = documents("dev")[0]
    judged = sum(m["type"] == "quantity" and not m.get("optional") for m in document.mentions)
    compare = measure["compare"]
    assert len(compare((document, without(document, "quantity")), "quantity").missed) == judged
    assert scoring.score_mentions(document, measure["as_prediction"](document), "quantity").counts.missed == 0
    assert any(
        line.startswith("- ")
        for line in measure["disagreements"]([(document, without(document, "quantity"))])
    )
