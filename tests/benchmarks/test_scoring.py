"""Perfect predictions score 1, and each kind of error is counted where it belongs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from benchmarks.gold import GoldDocument, documents
from benchmarks.prediction import Prediction, mover, of_record, read_predictions

from benchmarks import __main__ as command
from benchmarks import errors, facts, scoring


def perfect(document: GoldDocument) -> Prediction:
    record: dict[str, Any] = {
        "mentions": document.mentions,
        "facts": document.facts,
        "document": document.document,
        "sections": [{"kind": "boilerplate", "start": x.start, "end": x.end} for x in document.boilerplate],
    }
    return of_record(json.loads(json.dumps(record, default=float)), document)


def judged_measurement(document: GoldDocument, guess: Prediction) -> dict[str, Any]:
    """Give the first predicted measurement with a value that the gold does not leave open."""
    open_ends = {f["id"] for f in document.facts if f.get("optional")}
    return next(
        f for f in guess.facts if f["type"] == "measurement" and f["value"] and f["id"] not in open_ends
    )


@pytest.mark.parametrize("kind", [*scoring.MENTION_TYPES, *scoring.FACT_KINDS])
def test_the_gold_itself_is_right(kind: str) -> None:
    gold = documents("dev")
    counts = facts.tally(gold, [perfect(d) for d in gold], kind)
    assert (counts.spurious, counts.missed) == (0, 0)


def test_the_document_and_its_lines_are_right() -> None:
    for document in documents("dev"):
        guess = perfect(document)
        assert all(scoring.score_document(document, guess).values())
        lines = scoring.score_lines(document, guess)
        assert (lines.spurious, lines.missed) == (0, 0)


def test_nothing_predicted_is_all_missed() -> None:
    document = documents("dev")[0]
    outcome = scoring.score_facts(document, Prediction(document.name), "measurement")
    assert not outcome.pairs
    assert len(outcome.missed) == sum(
        f["type"] == "measurement" and not f.get("optional") for f in document.facts
    )


def test_a_wrong_value_is_missed_and_spurious() -> None:
    document = documents("dev")[0]
    guess = perfect(document)
    fact = judged_measurement(document, guess)
    fact["value"] += 1
    counts = scoring.score_facts(document, guess, "measurement").counts
    assert (counts.spurious, counts.missed) == (1, 1)
    causes = errors.listing([document], [guess])[0].rows
    assert ("measurement", "value", 1) in causes


def test_period_and_modifier_count_only_strictly() -> None:
    document = documents("dev")[0]
    guess = perfect(document)
    fact = judged_measurement(document, guess)
    fact["modifier"], fact["period"] = "at_least", None
    assert scoring.score_facts(document, guess, "measurement").counts.missed == 0
    assert scoring.score_facts(document, guess, "measurement, strict").counts.missed == 1


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("Giám đốc", "Giám đốc", True),
        ("Giám đốc", "Giám đốc Sở Y tế", True),
        ("Giám đốc", "Phó Giám đốc", False),
    ],
)
def test_a_title_may_name_its_organization(first: str, second: str, same: bool) -> None:
    gold = {"person": "Lê A", "title": first, "titles_with_owner": [f"{first} Sở Y tế"]}
    assert scoring.same_role(gold, {"person": "Lê A", "title": second}) is same


@pytest.mark.parametrize(
    ("first", "second", "overlap"),
    [
        ("cuộc thanh tra", "cuộc thanh tra", 1.0),
        ("Hoà Bình", "Hòa Bình", 1.0),
        ("a b", "c d", 0.0),
        ("a b", "a", 2 / 3),
    ],
)
def test_overlap(first: str, second: str, overlap: float) -> None:
    assert scoring.token_f1(first, second) == pytest.approx(overlap)


def test_offsets_move_between_similar_texts() -> None:
    move = mover("Sở Y tê báo cáo: 12 ca\n", "Sở Y tế báo cáo: 12 ca\n")
    assert (move(17, False), move(22, True)) == (17, 22)
    move = mover("ab 12 ca\nx", "ab  và 12 ca\nx")
    assert (move(3, False), move(8, True)) == (7, 12)


def test_predictions_are_read_by_name(tmp_path: Path) -> None:
    document = documents("dev")[0]
    file = tmp_path / "system.jsonl"
    file.write_text(json.dumps({"name": document.name, "mentions": [], "facts": []}) + "\n", encoding="utf-8")
    assert [p.name for p in read_predictions(file, documents("dev"))] == [d.name for d in documents("dev")]
    assert any(
        "system" in str(row) for table in facts.run(split="dev", predictions=file) for row in table.rows
    )
    file.write_text("{}\n", encoding="utf-8")
    with pytest.raises(ValueError, match="name"):
        read_predictions(file, documents("dev"))


def test_an_absent_area_is_said_and_skipped(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(command.AREAS, "speed", ("no_such_module",))
    assert command.measure("speed", split="dev") == []
    assert "does not exist" in capsys.readouterr().err


def test_a_measurement_of_a_number_without_a_fact_is_not_judged() -> None:
    document = next(
        d for d in documents("dev") if any(m.get("optional") for m in d.mentions if m["type"] == "quantity")
    )
    used = {name for f in document.facts if not f.get("optional") for name in f["mentions"]}
    spare = next(
        m for m in document.mentions if m["type"] == "quantity" and m.get("optional") and m["id"] not in used
    )
    span = {"start": spare["start"], "end": spare["end"]}
    fact = {
        "type": "measurement",
        "indicator": "x",
        "value": 1,
        "unit": "x",
        "evidence": span,
        "mentions": ["p1"],
    }
    guess = Prediction(document.name, [{**spare, "id": "p1"}], [fact])
    excused = scoring.score_facts(document, guess, "measurement").spurious == []
    assert excused is (spare["unit"] not in {"năm", "tháng", "ngày", "giờ", "phút", "tuần"})
