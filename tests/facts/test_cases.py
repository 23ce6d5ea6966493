"""Citations and roles on sentences that were written before the rules: ``tests/cases/``."""

from __future__ import annotations

from pathlib import Path

import vnreport

CASES = Path(__file__).parent.parent / "cases"


def rows(name: str) -> list[tuple[str, str]]:
    lines = (CASES / name).read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if not line.startswith("#")][1:]
    return [(text.replace("\\n", "\n").replace("\\t", "\t"), expected) for text, expected in cells]


def test_relations_of_the_cases() -> None:
    right = count = 0
    for text, expected in rows("citations.tsv"):
        wanted = expected.split()
        found = [c.relation for c in vnreport.extract(text).citations]
        right += sum(relation in want.split("~") for relation, want in zip(found, wanted, strict=False))
        count += max(len(found), len(wanted))
    assert right / count >= 0.97


def test_roles_of_the_cases() -> None:
    wrong = []
    cases = rows("roles.tsv")
    for text, expected in cases:
        roles = vnreport.extract(text).roles
        found = ";;".join(f"{r.person}|{r.title}|{r.organization or '-'}" for r in roles) or "-"
        if found != expected:
            wrong.append((text, found))
    assert len(wrong) <= len(cases) / 25, wrong
