"""How well people, organisations, places and programmes are found, and how fast, next to underthesea."""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from benchmarks.name_cases import Case, cases
from benchmarks.tables import Counts, Table
from vnreport.layout import analyse
from vnreport.mentions import organizations, people, places, programmes
from vnreport.report import Mention
from vnreport.spans import Spans

TYPES = ("person", "organization", "place", "programme")
_PEER_TYPES = {"PER": "person", "ORG": "organization", "LOC": "place"}
_PEER_LIMIT = 40_000
Finder = Callable[[str], list[Mention]]


def find_names(text: str) -> list[Mention]:
    """Find the names of a text with the four finders, as the pipeline does, without its other stages."""
    layout = analyse(text)
    organized = organizations.find(text, layout)
    placed = places.find(text, layout, organized)
    named = people.find(text, layout, organized, Spans((m.start, m.end) for m in placed))
    return [*organized, *placed, *named, *programmes.find(text, layout, [])]


def missed(case: Case, found: list[Mention]) -> list[dict[str, Any]]:
    """The expected mentions of a case that no found one has the type and exact span of."""
    spans = {(getattr(m, "type", ""), m.start, m.end) for m in found}
    return [m for m in case.expected if (m["type"], m["start"], m["end"]) not in spans]


def spurious(case: Case, found: list[Mention]) -> list[Mention]:
    """The found mentions that a case does not expect; names within another's name are not judged."""
    wanted = {(m["type"], m["start"], m["end"]) for m in case.expected}
    outer = [(m["start"], m["end"], m["type"]) for m in case.expected if m["type"] != "place"]
    return [
        m
        for m in found
        if m.start >= case.judged_from
        and (kind := getattr(m, "type", ""), m.start, m.end) not in wanted
        and not any(a <= m.start and m.end <= b and (t != kind or t == "programme") for a, b, t in outer)
    ]


def _on_cases(finder: Finder, split: str) -> dict[str, Counts]:
    counts = {kind: Counts() for kind in TYPES}
    for case in cases(split):
        found = finder(case.text)
        lost = missed(case, found)
        for mention in case.expected:
            counts[mention["type"]] += Counts(right=1) if mention not in lost else Counts(missed=1)
        for extra in spurious(case, found):
            counts[getattr(extra, "type", "")].spurious += 1
    return counts


def _overlap(first: dict[str, Any], second: Mention) -> float:
    common = min(first["end"], second.end) - max(first["start"], second.start)
    return common / (max(first["end"], second.end) - min(first["start"], second.start)) if common > 0 else 0.0


def _on_gold(finder: Finder, split: str) -> dict[str, Counts] | None:
    """Count on the annotated reports, by the rule of the contract: same type, spans overlapping by half."""
    try:
        gold = import_module("benchmarks.gold")
    except ModuleNotFoundError:
        return None
    counts = {kind: Counts() for kind in TYPES}
    for document in gold.documents(split):
        closed = [(line.start, line.end) for line in document.lines if line.boilerplate]
        closed += [*document.ignored]
        closed += [(m["start"], m["end"]) for m in document.mentions if m.get("optional")]
        outer = [m for m in document.mentions if m["type"] != "place"]
        shut = Spans(closed)
        found = [m for m in finder(document.text) if not shut.overlaps(m.start, m.end)]
        _count(document.mentions, outer, found, counts)
    return counts


def _count(
    gold: list[dict[str, Any]], outer: list[dict[str, Any]], found: list[Mention], counts: dict[str, Counts]
) -> None:
    for kind, tally in counts.items():
        open_ones = [m for m in gold if m["type"] == kind and not m.get("optional")]
        for mention in found:
            if getattr(mention, "type", "") != kind:
                continue
            near = max(open_ones, key=lambda m: _overlap(m, mention), default=None)
            if near is not None and _overlap(near, mention) >= 0.5:
                open_ones.remove(near)
                tally.right += 1
            elif not any(m["start"] <= mention.start and mention.end <= m["end"] for m in outer):
                tally.spurious += 1
        tally.missed += len(open_ones)


def _underthesea() -> Finder | None:
    """The recogniser of underthesea, its offsets found again in the text; None where it is not installed."""
    try:
        from underthesea import ner
    except ImportError:
        return None

    def find(text: str) -> list[Mention]:
        found, at = [], 0
        for line in text.splitlines():
            start = end = -1
            kind = ""
            for word, _, _, label in [*ner(line), ("", "", "", "O")] if line.strip() else ():
                where = text.find(word, at) if word else at
                if not label.startswith("I-") and kind:
                    found.append(_mention(text, start, end, _PEER_TYPES.get(kind, kind)))
                    kind = ""
                if where >= 0:
                    at = where + len(word)
                    if label.startswith("B-"):
                        kind, start = label[2:], where
                    end = at
        return found

    return find


def _mention(text: str, start: int, end: int, kind: str) -> Mention:
    from vnreport.report import OrganizationMention, PersonMention, PlaceMention

    fields: dict[str, Any] = {"text": text[start:end], "start": start, "end": end, "name": text[start:end]}
    models: dict[str, Callable[..., Mention]] = {"person": PersonMention, "organization": OrganizationMention}
    return models.get(kind, PlaceMention)(**fields)


def _speed(finder: Callable[[str], object], text: str) -> float:
    """Megabytes of UTF-8 a second, the best of three runs behind one to warm up."""
    finder(text[:2000])
    best = min(_timed(finder, text) for _ in range(3))
    return len(text.encode()) / 1e6 / best


def _timed(finder: Callable[[str], object], text: str) -> float:
    start = time.perf_counter()
    finder(text)
    return time.perf_counter() - start


def _untyped_peers() -> list[tuple[str, str, Callable[[str], object] | None]]:
    """The systems that tell no people from agencies: name, what they give, their call.

    pyvi tags proper nouns, without a type; spaCy has no trained pipeline for Vietnamese, its blank one
    only cuts words.
    """
    peers: list[tuple[str, str, Callable[[str], object] | None]] = []
    try:
        from pyvi.ViPosTagger import postagging
        from pyvi.ViTokenizer import tokenize
    except ImportError:
        peers.append(("pyvi", "not installed", None))
    else:
        peers.append(("pyvi", "proper nouns without a type", lambda text: postagging(tokenize(text))))
    try:
        import spacy

        blank = spacy.blank("vi")
    except ImportError:
        peers.append(("spaCy", "not installed, or without pyvi, which its Vietnamese needs", None))
    else:
        peers.append(("spaCy", "words alone: no Vietnamese pipeline has a recogniser", blank))
    return peers


def _sample() -> str:
    text = "\n".join(case.text for case in cases())
    return text * (1 + 1_000_000 // len(text))


def run(*, split: str = "test", peers: bool = True) -> list[Table]:
    """Measure the finders of names.

    Args:
        split: ``dev`` or ``test``.
        peers: whether underthesea, pyvi and spaCy are measured too, where they are installed.

    Returns:
        A table of precision, recall and F1 on the cases and on the annotated reports, and one of speeds.
    """
    finders: dict[str, Finder] = {"vnreport": find_names}
    other = _underthesea() if peers else None
    if other is not None:
        finders["underthesea"] = other
    accuracy = Table(
        f"Names ({split})",
        ("what", "system", "type", "precision", "recall", "F1", "gold"),
        note="Cases: exact spans. Reports: same type, spans overlapping by half. No peer knows programmes.",
    )
    speed = Table("Names: speed", ("system", "MB/s"), note="Four finders together on the cases, one core.")
    for system, finder in finders.items():
        results = {"cases": _on_cases(finder, split), "reports": _on_gold(finder, split)}
        for what, counts in results.items():
            for kind, c in (counts or {}).items():
                if system == "vnreport" or kind != "programme":
                    figures = (round(c.precision, 3), round(c.recall, 3), round(c.f1, 3), c.right + c.missed)
                    accuracy.rows.append((what, system, kind, *figures))
        text = _sample()
        speed.rows.append(
            (system, round(_speed(finder, text if system == "vnreport" else text[:_PEER_LIMIT]), 3))
        )
    untyped = Table("Names: systems without types of names", ("system", "gives", "MB/s"))
    for system, gives, call in _untyped_peers() if peers else ():
        rate = f"{_speed(call, _sample()[:_PEER_LIMIT]):.3g}" if call else "–"
        untyped.rows.append((system, gives, rate))
    return [accuracy, speed, *([untyped] if peers else [])]
