"""Compare the second annotation of some documents with the first.

Run as ``python scripts/measure_agreement.py`` to print the agreement of ``data/annotated/second`` with
``data/annotated/documents``; ``--errors`` lists each disagreement. For the second annotator ``--names``
prints the documents to annotate and ``--strip NAME`` one of them without its marks, so that the first
annotation need not be opened.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.gold import GoldDocument
from benchmarks.prediction import Prediction
from benchmarks.tables import Counts, Table

from benchmarks import gold, scoring

SECOND = gold.FOLDER.parent / "second"
"""Where the second annotations are, by the names of the first."""
FIELDS = ("title", "publisher", "place", "published", "period")
Pair = tuple[GoldDocument, GoldDocument]


def chosen(count: int = 40) -> list[str]:
    """Give the names of the documents that are annotated twice, chosen by a hash.

    Those that are annotated twice already stay chosen as documents are added.
    """

    def rank(path: Path) -> tuple[bool, bytes]:
        return not (SECOND / path.name).exists(), sha256(f"second/{path.stem}".encode()).digest()

    ranked = sorted(gold.FOLDER.glob("*/*.vnr"), key=rank)
    return sorted(path.stem for path in ranked[:count])


def stripped(document: GoldDocument) -> str:
    """Give a document as an empty annotation: its kind and its plain text, nothing of what is marked."""
    return f"kind: {document.kind}\n---\n{document.text}"


def pairs() -> list[Pair]:
    """Give the documents that have both annotations, the first one first.

    Raises:
        ValueError: if the two are not of one text.
    """
    found = []
    for path in sorted(SECOND.glob("*.vnr")):
        first, second = gold.read(gold.path_of(path.stem)), gold.read(path)
        if first.text != second.text:
            raise ValueError(f"{path.stem}: the texts of the two annotations differ")
        found.append((first, second))
    return found


def as_prediction(document: GoldDocument) -> Prediction:
    """Give an annotation the form of what a system says."""
    boilerplate = [(line.start, line.end) for line in document.boilerplate]
    return Prediction(document.name, document.mentions, document.facts, document.document, boilerplate)


def compare(pair: Pair, kind: str) -> scoring.Outcome:
    """Match the items of one kind; what either annotator marked as optional is nobody's fault."""
    first, second = pair
    score = scoring.score_facts if kind in scoring.FACT_KINDS else scoring.score_mentions
    outcome = score(first, as_prediction(second), kind)
    outcome.spurious = [item for item in outcome.spurious if not item.get("optional")]
    return outcome


def agreement(annotated: Sequence[Pair]) -> list[Table]:
    """Give the agreement: F1 of mentions and facts, share of equal fields of the document, lines."""
    items: list[tuple[str | int | float, ...]] = []
    for kind in (*scoring.MENTION_TYPES, *scoring.FACT_KINDS):
        counts = Counts()
        for pair in annotated:
            counts += compare(pair, kind).counts
        items.append((kind, round(counts.f1, 4), counts.right, counts.missed, counts.spurious))
    fields: list[tuple[str | int | float, ...]] = []
    answers = [scoring.score_document(first, as_prediction(second)) for first, second in annotated]
    for name in FIELDS:
        right = sum(answer[name] for answer in answers)
        fields.append((name, round(right / max(len(answers), 1), 4), right, len(answers)))
    lines = Counts()
    for first, second in annotated:
        lines += scoring.score_lines(first, as_prediction(second))
    total = lines.right + lines.spurious + lines.missed
    fields.append(("boilerplate lines", round(lines.right / max(total, 1), 4), lines.right, total))
    words = sum(len(first.text.split()) for first, _ in annotated)
    note = f"{len(annotated)} documents, {words} words; the first annotation taken as right."
    return [
        Table(
            "Agreement of two annotations", ("kind", "F1", "both", "first alone", "second alone"), items, note
        ),
        Table("Agreement on documents", ("field", "share", "equal", "of"), fields),
    ]


def disagreements(annotated: Sequence[Pair]) -> Iterator[str]:
    """Say each disagreement in a line: ``-`` has the first alone, ``+`` the second alone."""
    keys = ("name", "code", "kind", "date", "start_date", "end_date", "value", "what", "indicator", "unit",
            "change", "period", "modifier", "relation", "person", "title")  # fmt: skip
    for pair in annotated:
        text = pair[0].text
        for kind in (*scoring.MENTION_TYPES, *scoring.FACT_KINDS):
            outcome = compare(pair, kind)
            sides = [("-", item) for item in outcome.missed] + [("+", item) for item in outcome.spurious]
            for sign, item in sorted(sides, key=lambda s: s[1].get("evidence", s[1])["start"]):
                span = item.get("evidence", item)
                said = ", ".join(f"{k}={item[k]}" for k in keys if item.get(k) not in (None, "exact"))
                around = text[max(0, span["start"] - 20) : span["end"] + 20]
                yield f"{sign} {pair[0].name} {kind}: {said} | {around!r}"
        first, second = pair[0].document, pair[1].document
        for name, right in scoring.score_document(pair[0], as_prediction(pair[1])).items():
            if not right:
                yield f"  {pair[0].name} {name}: {first[name]!r} / {second[name]!r}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", action="store_true", help="print the names of the chosen documents")
    parser.add_argument("--strip", metavar="NAME", help="print a document without its marks")
    parser.add_argument("--errors", action="store_true", help="list the disagreements")
    given = parser.parse_args(arguments)
    if given.names:
        print(*chosen(), sep="\n")
    elif given.strip:
        print(stripped(gold.read(gold.path_of(given.strip))), end="")
    else:
        from benchmarks.__main__ import print_tables

        annotated = pairs()
        if given.errors:
            print(*disagreements(annotated), sep="\n")
        print_tables(agreement(annotated))
    return 0


if __name__ == "__main__":
    sys.exit(main())
