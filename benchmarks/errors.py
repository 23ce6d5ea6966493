"""Errors to learn from: what was missed and what was wrong, by cause."""

from __future__ import annotations

from collections import Counter
from typing import Any

from benchmarks import scoring
from benchmarks.gold import GoldDocument
from benchmarks.prediction import Prediction, fold
from benchmarks.tables import Table


def listing(documents: list[GoldDocument], predictions: list[Prediction]) -> list[Table]:
    """Give a table of causes and a table of every error with its clause."""
    rows: list[tuple[str | int | float, ...]] = []
    for document, prediction in zip(documents, predictions, strict=True):
        for kind in scoring.FACT_KINDS[:1] + scoring.FACT_KINDS[2:]:
            rows += _fact_errors(document, prediction, kind)
        for kind in scoring.MENTION_TYPES:
            rows += _mention_errors(document, prediction, kind)
    causes = Counter((row[0], row[1]) for row in rows)
    summary = Table("Errors by cause", ("kind", "cause", "count"), [(*k, n) for k, n in causes.most_common()])
    return [summary, Table("Errors", ("kind", "cause", "document", "gold", "predicted", "clause"), rows)]


def _fact_errors(
    document: GoldDocument, prediction: Prediction, kind: str
) -> list[tuple[str | int | float, ...]]:
    outcome = scoring.score_facts(document, prediction, kind)
    left = list(outcome.spurious)
    near = scoring.near(document, prediction)
    rows: list[tuple[str | int | float, ...]] = []
    for gold in outcome.missed:
        guess = max(left, key=lambda p: near(gold, p), default=None)
        if guess is not None and near(gold, guess) >= 10:
            left.remove(guess)
            cause = _difference(gold, guess)
        else:
            guess, cause = None, "missed"
        rows.append((kind, cause, document.name, _brief(gold), _brief(guess), _clause(document, gold)))
    rows += [(kind, "spurious", document.name, "", _brief(p), _clause(document, p)) for p in left]
    if kind == "measurement":
        rows += [
            (f"{kind}, strict", field, document.name, _brief(gold), _brief(guess), _clause(document, gold))
            for gold, guess in outcome.pairs
            for field in ("period", "modifier")
            if (gold[field] or None) != (guess.get(field) or None)
        ]
    return rows


def _difference(gold: dict[str, Any], guess: dict[str, Any]) -> str:
    """Name the first field in which a fact differs from the gold."""
    if gold["type"] == "role":
        return "title" if fold(gold["person"]) == fold(str(guess.get("person"))) else "person"
    if gold["type"] == "citation":
        return "relation" if scoring.same_title(gold, guess) else "instrument"
    if scoring.decimal(gold["value"]) != scoring.decimal(guess.get("value")):
        return "value"
    if scoring.unit_class(gold["unit"]) != scoring.unit_class(guess.get("unit")):
        return "unit"
    return "indicator" if scoring.same_change(gold["change"], guess.get("change")) else "change"


def _mention_errors(
    document: GoldDocument, prediction: Prediction, kind: str
) -> list[tuple[str | int | float, ...]]:
    outcome = scoring.score_mentions(document, prediction, kind)
    left = list(outcome.spurious)
    rows: list[tuple[str | int | float, ...]] = []
    for gold in outcome.missed:
        guess = max(left, key=lambda p: scoring.iou(gold, p), default=None)
        if guess is not None and scoring.iou(gold, guess) > 0:
            left.remove(guess)
            cause = "fields or bounds"
        else:
            guess, cause = None, "missed"
        rows.append((kind, cause, document.name, _brief(gold), _brief(guess), _context(document, gold)))
    rows += [(kind, "spurious", document.name, "", _brief(p), _context(document, p)) for p in left]
    return rows


_SKIPPED = {
    "id", "type", "start", "end", "source_start", "source_end", "evidence", "mentions", "confidence",
    "titles_with_owner", "sources", "readings", "optional",
    "organization", "place", "action", "refers_to", "issuer", "title",
    "level",
}  # fmt: skip


def _brief(item: dict[str, Any] | None) -> str:
    if item is None:
        return ""
    keep = {
        k: v for k, v in item.items() if k not in _SKIPPED and v not in (None, [], "exact", "result", False)
    }
    return ", ".join(f"{k}={v}" for k, v in keep.items())


def _clause(document: GoldDocument, fact: dict[str, Any]) -> str:
    return document.text[fact["evidence"]["start"] : fact["evidence"]["end"]]


def _context(document: GoldDocument, mention: dict[str, Any]) -> str:
    return document.text[max(0, mention["start"] - 30) : mention["end"] + 30].replace("\n", " ⏎ ")
