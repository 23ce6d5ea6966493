"""The gold benchmark: mentions, facts, document fields, boilerplate and confidence of a system."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks import errors as error_lists
from benchmarks import scoring
from benchmarks.gold import GoldDocument, Split, documents
from benchmarks.prediction import Prediction, fold, predict, read_predictions
from benchmarks.tables import Counts, Table

_BINS = (0.0, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)
_COLUMNS = ("system", "kind", "precision", "recall", "F1", "right", "spurious", "missed")
_FIELDS = ("period", "modifier", "status", "action", "place", "organization")


def run(
    *, split: Split = "test", peers: bool = True, predictions: Path | None = None, errors: bool = False
) -> list[Table]:
    """Score vnreport, or the predictions of another system, on the gold.

    Args:
        split: the half to score on.
        peers: whether a plain regular expression is scored beside it.
        predictions: JSON Lines of another system, scored instead of vnreport.
        errors: whether to list what was missed and what was wrong.
    """
    gold = documents(split)
    name = predictions.stem if predictions else "vnreport"
    given = read_predictions(predictions, gold) if predictions else predict(gold)
    systems: dict[str, list[Prediction]] = {name: given}
    if peers:
        from benchmarks.plain_expression import read

        systems["regular expression"] = [read(d) for d in gold]
    tables = [_corpus(gold, split), _facts(gold, systems), _mentions(gold, systems), _damaged(gold, systems)]
    tables += [_fields(gold, given, name), _documents(gold, given, name), _reliability(gold, given, name)]
    return tables + (error_lists.listing(gold, given) if errors else [])


def _corpus(gold: Sequence[GoldDocument], split: str) -> Table:
    rows: list[tuple[str | int | float, ...]] = [
        (
            kind,
            len(chosen),
            sum(len(d.text.split()) for d in chosen),
            sum(len(d.mentions) for d in chosen),
            sum(len(d.facts) for d in chosen),
        )
        for kind in ("official", "web", "plain", "all")
        if (chosen := [d for d in gold if kind in (d.kind, "all")])
    ]
    damaged = sum(bool(d.damage) for d in gold)
    return Table(f"The gold ({split})", ("shape", "documents", "words", "mentions", "facts"), rows,
                 f"{damaged} of the documents are given in a damaged form.")  # fmt: skip


def tally(gold: Sequence[GoldDocument], given: Sequence[Prediction], kind: str) -> Counts:
    """Count right, spurious and missed of one type of mention or kind of fact."""
    score = scoring.score_facts if kind in scoring.FACT_KINDS else scoring.score_mentions
    total = Counts()
    for document, prediction in zip(gold, given, strict=True):
        total += score(document, prediction, kind).counts
    return total


def _row(system: str, kind: str, counts: Counts) -> tuple[str | int | float, ...]:
    ratios = (round(counts.precision, 4), round(counts.recall, 4), round(counts.f1, 4))
    return (system, kind, *ratios, counts.right, counts.spurious, counts.missed)


def _facts(gold: Sequence[GoldDocument], systems: dict[str, list[Prediction]]) -> Table:
    rows = [
        _row(system, kind, tally(gold, given, kind))
        for kind in scoring.FACT_KINDS
        for system, given in systems.items()
    ]
    note = "Measurements: value, unit class, change and half the indicator; strict: period and modifier too."
    return Table("Facts", _COLUMNS, rows, note)


def _mentions(gold: Sequence[GoldDocument], systems: dict[str, list[Prediction]]) -> Table:
    rows = [
        _row(system, kind, tally(gold, given, kind))
        for kind in scoring.MENTION_TYPES
        for system, given in systems.items()
        if system != "regular expression" or kind in {"money", "percent", "quantity", "instrument", "time"}
    ]
    note = (
        "Key fields as in the contract; organisations, places and programmes by spans that overlap by half."
    )
    return Table("Mentions", _COLUMNS, rows, note)


def _damaged(gold: Sequence[GoldDocument], systems: dict[str, list[Prediction]]) -> Table:
    rows: list[tuple[str | int | float, ...]] = []
    for state, chosen in (
        ("clean", [not d.damage for d in gold]),
        ("damaged", [bool(d.damage) for d in gold]),
    ):
        part = [d for d, keep in zip(gold, chosen, strict=True) if keep]
        for system, given in systems.items():
            theirs = [p for p, keep in zip(given, chosen, strict=True) if keep]
            scores = [round(tally(part, theirs, kind).f1, 4) for kind in scoring.FACT_KINDS]
            rows.append((system, state, len(part), *scores))
    return Table(
        "Facts of clean and of damaged documents (F1)",
        ("system", "state", "documents", *scoring.FACT_KINDS),
        rows,
    )


def _fields(gold: Sequence[GoldDocument], given: Sequence[Prediction], system: str) -> Table:
    right = dict.fromkeys(_FIELDS, 0)
    total = 0
    for document, prediction in zip(gold, given, strict=True):
        for truth, guess in scoring.score_facts(document, prediction, "measurement").pairs:
            total += 1
            for name in _FIELDS:
                right[name] += _same_field(name, truth.get(name), guess.get(name), document)
    rows: list[tuple[str | int | float, ...]] = [
        (system, name, round(count / total, 4) if total else 0.0, count, total)
        for name, count in right.items()
    ]
    note = (
        "Of the measurements that are right by the lenient rule, how many have each further field right; "
        "places and agencies are compared as those of the document are, level and own place apart."
    )
    return Table("Further fields of measurements", ("system", "field", "share", "right", "of"), rows, note)


def _same_field(name: str, truth: object, guess: object, document: GoldDocument) -> bool:
    if isinstance(truth, str) and isinstance(guess, str):
        if name == "place":
            return scoring.same_place(truth, guess)
        if name == "organization":
            return scoring.same_agency(truth, guess, str(document.document["place"] or ""))
        return fold(truth) == fold(guess)
    return (truth or None) == (guess or None)


def _documents(gold: Sequence[GoldDocument], given: Sequence[Prediction], system: str) -> Table:
    fields: dict[str, list[bool]] = {}
    lines = Counts()
    for document, prediction in zip(gold, given, strict=True):
        for name, right in scoring.score_document(document, prediction).items():
            fields.setdefault(name, []).append(right)
        lines += scoring.score_lines(document, prediction)
    rows: list[tuple[str | int | float, ...]] = [
        (system, name, round(sum(answers) / len(answers), 4), sum(answers), len(answers))
        for name, answers in fields.items()
    ]
    count = lines.right + lines.spurious + lines.missed
    rows.append(
        (system, "boilerplate lines", round(lines.right / count, 4) if count else 0.0, lines.right, count)
    )
    note = f"Boilerplate: {lines.spurious} lines of text taken for boilerplate, {lines.missed} the other way."
    return Table("Documents", ("system", "field", "accuracy", "right", "of"), rows, note)


def _reliability(gold: Sequence[GoldDocument], given: Sequence[Prediction], system: str) -> Table:
    judged: list[tuple[float, bool]] = []
    for document, prediction in zip(gold, given, strict=True):
        for kind in ("measurement", "citation", "role"):
            outcome = scoring.score_facts(document, prediction, kind)
            judged += [(float(p.get("confidence", 1.0)), True) for _, p in outcome.pairs]
            judged += [(float(p.get("confidence", 1.0)), False) for p in outcome.spurious]
    rows: list[tuple[str | int | float, ...]] = []
    for low, high in pairwise(_BINS):
        answers = [right for confidence, right in judged if low <= confidence < high]
        if answers:
            rows.append(
                (system, f"{low:.2f}–{min(high, 1):.2f}", len(answers), round(sum(answers) / len(answers), 4))
            )
    sure = [right for confidence, right in judged if confidence >= 0.9]
    if sure:
        rows.append((system, "≥ 0.90", len(sure), round(sum(sure) / len(sure), 4)))
    return Table("Reliability of confidence", ("system", "confidence", "facts", "share right"), rows)
