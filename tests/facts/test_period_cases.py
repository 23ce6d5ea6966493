"""When, where, by whom, in whole papers composed before the rules: ``tests/cases/periods.txt``."""

from __future__ import annotations

import re
from calendar import monthrange
from pathlib import Path

import vnreport
from vnreport.report import Measurement

CASES = Path(__file__).parent.parent / "cases" / "periods.txt"
_MARK = re.compile(r"\{([^{}]*)\}")
_PARTS = {"H1": (1, 6), "H2": (7, 12), "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12)}


def _days(words: str) -> list[str] | None:
    """Give the two ends of a period as the cases write it."""
    if words == "-":
        return None
    if ".." in words:
        first, last = (_days(part) for part in words.split(".."))
        return [(first or [""])[0], (last or ["", ""])[1]]
    if len(words) == 4:
        return [f"{words}-01-01", f"{words}-12-31"]
    if len(words) == 10:
        return [words, words]
    low, high = _PARTS.get(words[4:]) or (int(words[5:]), int(words[5:]))
    year = int(words[:4])
    return [f"{year}-{low:02}-01", f"{year}-{high:02}-{monthrange(year, high)[1]}"]


def _papers() -> list[tuple[str, list[tuple[int, str]]]]:
    """Give each paper with its marks and where they stand."""
    papers = []
    lines = CASES.read_text(encoding="utf-8").splitlines()
    for paper in "\n".join(line for line in lines if not line.startswith("#")).split("\n%%\n"):
        marks, plain, at = [], "", 0
        for match in _MARK.finditer(paper):
            plain += paper[at : match.start()]
            marks.append((len(plain), match[1]))
            at = match.end()
        papers.append((plain + paper[at:], marks))
    return papers


def _fact_before(facts: list[Measurement], end: int) -> Measurement | None:
    """Give the measurement whose number stands right before a place."""
    near = [f for f in facts if f.value is not None and end - 45 <= (f.sources["value"].start or 0) < end]
    return max(near, key=lambda f: f.sources["value"].start or 0, default=None)


def test_periods_places_and_agencies_of_the_cases() -> None:
    right = count = 0
    for text, marks in _papers():
        facts = vnreport.extract(text).measurements
        for end, mark in marks:
            period, *owners = mark.split(";")
            fact = _fact_before(facts, end)
            told = fact.period and [str(fact.period.start), str(fact.period.end)] if fact else []
            right += told in [_days(words) for words in period.split("|")]
            for key, _, name in (owner.partition("=") for owner in owners):
                held = (fact.place if key == "l" else fact.organization) if fact else None
                # The level of a place and the province of an agency may be left out.
                right += held is not None and (held.endswith(name) or name.lower().startswith(held.lower()))
            count += 1 + len(owners)
    assert right / count >= 0.95
