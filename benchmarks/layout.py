"""Layout: lines told right, sentence boundaries, and speed; underthesea's splitter as the peer."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from benchmarks.gold import documents
from benchmarks.tables import Counts, Table
from vnreport.layout import Layout, analyse
from vnreport.layout.sentences import split_sentences
from vnreport.spans import Spans

CASES = Path(__file__).parent.parent / "tests" / "cases"


class LineCase(NamedTuple):
    """A composed document: its name, its split, and a label for each line that is not empty."""

    name: str
    split: str
    text: str
    labels: list[tuple[int, int, str]]
    """Start, end, label of each line."""


def line_cases(split: str = "test") -> list[LineCase]:
    """Give the labelled documents of a split."""
    cases: list[LineCase] = []
    content = (CASES / "layout_lines.txt").read_text(encoding="utf-8").split("\n")
    for raw in [line for line in content if not line.startswith("#")][:-1]:
        if raw.startswith("=== "):
            _, part, name = raw.split(" ")
            cases.append(LineCase(name, part, "", []))
            continue
        case = cases[-1]
        label, _, line = raw.partition("\t")
        if line:
            case.labels.append((len(case.text), len(case.text) + len(line), label))
        cases[-1] = case._replace(text=case.text + line + "\n")
    return [case for case in cases if case.split == split]


def sentence_cases(split: str = "test") -> list[tuple[str, list[str]]]:
    """Give paragraphs of a split with their sentences; the file marks boundaries by ``‖``."""
    cases = []
    for raw in (CASES / "layout_sentences.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        part, marked = raw.split("\t")
        if part == split:
            marked = marked.replace("\\n", "\n")
            cases.append((marked.replace("‖", ""), [piece.strip() for piece in marked.split("‖")]))
    return cases


def label_lines(layout: Layout, case: LineCase) -> list[str]:
    """Give the label that a layout implies for each labelled line."""
    headings = Spans((s.start, s.start + len(s.heading)) for s in layout.sections if s.kind == "body")
    found = []
    for start, end, _ in case.labels:
        while layout.text[start].isspace():
            start += 1
        kinds = {s.kind for s in layout.sections if s.start <= start < s.end}
        if layout.boilerplate.overlaps(start, end):
            found.append("B")
        elif layout.title and layout.title[0] <= start < layout.title[1]:
            found.append("T")
        elif "head" in kinds:
            found.append("H")
        elif "signature" in kinds:
            found.append("S")
        else:
            found.append("G" if headings.overlaps(start, start + 1) else ".")
    return found


class LineScore(NamedTuple):
    """How many lines were told right."""

    lines: int
    frame_right: int
    """Boilerplate told from the rest."""
    label_right: int
    """All six labels."""
    text_lost: int
    """Lines of the document called boilerplate."""


def score_lines(split: str = "test") -> LineScore:
    """Score :func:`vnreport.layout.analyse` on the labelled documents of a split."""
    total = frame = label = lost = 0
    for case in line_cases(split):
        for (_, _, gold), got in zip(case.labels, label_lines(analyse(case.text), case), strict=True):
            total += 1
            frame += (gold == "B") == (got == "B")
            label += gold == got
            lost += gold != "B" and got == "B"
    return LineScore(total, frame, label, lost)


def score_gold(split: str = "test") -> tuple[int, LineScore, int]:
    """Score boilerplate and titles on the annotated reports: documents, lines, titles right."""
    total = right = lost = titles = 0
    reports = documents("test" if split == "test" else "dev")
    for report in reports:
        layout = analyse(report.text)
        for line in report.lines:
            got = layout.boilerplate.overlaps(line.start, line.end)
            total += 1
            right += got == line.boilerplate
            lost += got and not line.boilerplate
        title = " ".join(report.text[slice(*layout.title)].split()) if layout.title else None
        titles += title == report.document.get("title")
    return len(reports), LineScore(total, right, right, lost), titles


def score_sentences(splitter: Callable[[str], Iterable[str]], split: str = "test") -> Counts:
    """Score a splitter by whole sentences, white space folded."""
    counts = Counts()
    for text, gold in sentence_cases(split):
        expected = [" ".join(piece.split()) for piece in gold]
        got = [" ".join(piece.split()) for piece in splitter(text)]
        right = len(set(expected) & set(got))
        counts += Counts(right, len(got) - right, len(expected) - right)
    return counts


def _own_sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in analyse(text).sentences]


def _prose(size: int) -> str:
    """Give ordinary prose of about ``size`` characters: the cases, eight to a paragraph."""
    cases = [" ".join(sentences) for _, sentences in sentence_cases("dev")]
    text = "\n".join(" ".join(cases[i : i + 8]) for i in range(0, len(cases), 8))
    return (text + "\n") * (size // len(text) + 1)


def _speed(work: Callable[[str], object], text: str) -> float:
    work(text[:2000])
    start = time.perf_counter()
    work(text)
    return len(text.encode()) / (time.perf_counter() - start) / 1e6


def run(*, split: str = "test", peers: bool = True) -> list[Table]:
    """Measure layout.

    Args:
        split: ``dev`` or ``test``.
        peers: whether underthesea's sentence splitter is measured too.
    """
    return [_lines(split), _sentences(split, peers)]


def _lines(split: str) -> Table:
    score = score_lines(split)
    reports, gold, titles = score_gold(split)
    return Table(
        "Layout: lines told right",
        ("text", "documents", "lines", "boilerplate or not", "all six labels", "text lost", "titles right"),
        [
            (
                "composed",
                len(line_cases(split)),
                score.lines,
                round(score.frame_right / score.lines, 4),
                round(score.label_right / score.lines, 4),
                score.text_lost,
                "",
            ),
            (
                "annotated reports",
                reports,
                gold.lines,
                round(gold.frame_right / gold.lines, 4),
                "",
                gold.text_lost,
                f"{titles}/{reports}",
            ),
        ],
        "Text lost counts lines of the document that were called boilerplate.",
    )


def _sentences(split: str, peers: bool) -> Table:
    own = score_sentences(_own_sentences, split)
    prose = _prose(1_000_000)
    rows: list[tuple[str | int | float, ...]] = [
        _row("vnreport, with sections and boilerplate", own, _speed(analyse, prose)),
        _row(
            "vnreport, sentences alone",
            score_sentences(lambda text: [text[a:b] for a, b in split_sentences(text)], split),
            _speed(lambda text: list(split_sentences(text)), prose),
        ),
    ]
    if peers:
        from underthesea import sent_tokenize

        rows.append(
            _row(
                "underthesea sent_tokenize",
                score_sentences(sent_tokenize, split),
                _speed(sent_tokenize, prose),
            )
        )
    return Table(
        "Layout: sentences",
        ("system", "precision", "recall", "F1", "MB/s"),
        rows,
        "Whole sentences, white space folded; speed in megabytes of UTF-8 a second on one core.",
    )


def _row(name: str, counts: Counts, speed: float) -> tuple[str | int | float, ...]:
    return (name, round(counts.precision, 4), round(counts.recall, 4), round(counts.f1, 4), round(speed, 1))
