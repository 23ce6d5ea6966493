"""The table of names that the tests and the benchmark share: marked sentences and their expected mentions."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, NamedTuple

CASES = Path(__file__).parent.parent / "tests" / "cases" / "names.tsv"
_TYPES = {"o": "organization", "p": "person", "l": "place", "g": "programme"}
_FIELDS = {"n": "name", "c": "code", "v": "level", "s": "successor", "t": "titles", "o": "organization"}
_MARK = re.compile(r"\{(?P<type>[oplg]) (?P<text>[^{}|]+)(?P<fields>(?:\|[a-z]=[^{}|]*)*)\}")


class Case(NamedTuple):
    """A text with the mentions expected in it."""

    split: str
    text: str
    judged_from: int
    """Where the sentence begins; names in the line in front of it are not judged."""
    expected: list[dict[str, Any]]


def read_marked(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """Take the marks out of a sentence; give the plain text and the mentions with their offsets."""
    plain, expected, at = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[at : mark.start()]
        fields: dict[str, Any] = {}
        for part in filter(None, mark["fields"].split("|")):
            fields[_FIELDS[part[0]]] = part[2:].split(";") if part[0] == "t" else part[2:]
        start = len(plain)
        plain += mark["text"]
        expected.append(
            {"type": _TYPES[mark["type"]], "text": mark["text"], "start": start, "end": len(plain), **fields}
        )
        at = mark.end()
    return plain + marked[at:], expected


def cases(split: str | None = None) -> list[Case]:
    """Read the table, or one half of it."""
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines()[3:]:
        half, head, marked = line.split("\t")
        if split is not None and half != split:
            continue
        plain, expected = read_marked(marked)
        shift = len(head) + 1 if head else 0
        for mention in expected:
            mention["start"] += shift
            mention["end"] += shift
        found.append(Case(half, f"{head}\n{plain}" if head else plain, shift, expected))
    return found
