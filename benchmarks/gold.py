"""The gold: reports of our own, annotated in full, in a dev and a test half.

>>> from benchmarks.gold import documents
>>> sorted({d.split for d in documents("all")})
['dev', 'test']
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from benchmarks import derive, gold_damage, notation

Split = Literal["dev", "test", "all"]

FOLDER = Path(__file__).resolve().parent.parent / "data" / "annotated" / "documents"
"""Where the documents are, in a folder for each half, in the notation of ``data/annotated/GUIDELINE.md``."""


class Line(NamedTuple):
    """A line of the clean text that is not blank."""

    start: int
    end: int
    boilerplate: bool
    """True for menus, counters, share buttons and the like."""


@dataclass(frozen=True)
class GoldDocument:
    """A report with what a right reading of it yields.

    Offsets point into :attr:`text`, half-open, in code points. Mentions and facts have the fields of
    :mod:`vnreport.report` without the source spans and confidences; numbers are ``Decimal``, dates ISO
    strings. ``"optional": True`` marks what a system may leave out or give without being judged for it;
    ``readings`` are other indicators of a measurement that count as right.
    """

    name: str
    split: Literal["dev", "test"]
    text: str
    """The clean text, NFC: what a perfect repair gives."""
    raw: str
    """The text as it was found; equal to :attr:`text` where nothing is damaged."""
    mentions: list[dict[str, Any]]
    facts: list[dict[str, Any]]
    document: dict[str, Any]
    """``title``, ``publisher``, ``place``, ``published``, ``period``, ``number``; None where not said."""
    lines: list[Line]
    kind: str
    """``official``, ``web`` or ``plain``."""
    damage: str
    """How :attr:`raw` was damaged, in the words of the header; empty for clean documents."""
    decoys: list[tuple[int, int]]
    """Numbers that are no mention: telephone numbers, plates, ordinals …"""
    ignored: list[tuple[int, int]]
    """Lines that are not judged: the motto of the state, the document's own number."""

    @property
    def boilerplate(self) -> list[Line]:
        """The lines that are boilerplate."""
        return [line for line in self.lines if line.boilerplate]


def path_of(name: str) -> Path:
    """Give the file of a document.

    Raises:
        FileNotFoundError: if no document has that name.
    """
    for half in ("dev", "test"):
        if (path := FOLDER / half / f"{name}.vnr").exists():
            return path
    raise FileNotFoundError(f"{name}.vnr: in neither half of {FOLDER}")


def read(path: Path) -> GoldDocument:
    """Read one annotated file.

    Raises:
        notation.NotationError: if it breaks the notation.
    """
    parsed = notation.parse(path.read_text(encoding="utf-8"))
    header = parsed.header
    order = header.get("damage", "")
    return GoldDocument(
        name=path.stem,
        split="test" if path.parent.name == "test" else "dev",
        text=parsed.text,
        raw=gold_damage.apply(parsed.text, order) if order else parsed.text,
        mentions=parsed.mentions,
        facts=parsed.facts,
        document=_document(header),
        lines=_lines(parsed),
        kind=header.get("kind", "plain"),
        damage=order,
        decoys=parsed.decoys,
        ignored=parsed.ignored,
    )


def _document(header: dict[str, str]) -> dict[str, Any]:
    period = None
    if header.get("period"):
        start, end, _ = derive.period(header["period"])
        period = {"start": start.isoformat(), "end": end.isoformat()}
    plain = {key: header.get(key) or None for key in ("title", "publisher", "place", "published", "number")}
    return {**plain, "period": period}


def _lines(parsed: notation.Parsed) -> list[Line]:
    marked = {start for start, _ in parsed.boilerplate}
    return [
        Line(m.start(), m.end(), m.start() in marked)
        for m in re.finditer(r"[^\n]+", parsed.text)
        if m[0].strip()
    ]


@cache
def _all() -> tuple[GoldDocument, ...]:
    return tuple(read(path) for path in sorted(FOLDER.glob("*/*.vnr"), key=lambda p: p.name))


def documents(split: Split = "all") -> list[GoldDocument]:
    """Give the annotated documents of a split, by name. Rules are written with ``dev`` alone in sight."""
    return [d for d in _all() if split in ("all", d.split)]
