"""The samples' full output stays what it is until somebody changes it on purpose."""

from __future__ import annotations

import runpy
from pathlib import Path

import pytest

script = runpy.run_path(str(Path(__file__).parent.parent / "scripts" / "update_golden.py"))
GOLDEN, SAMPLES, golden = script["GOLDEN"], script["SAMPLES"], script["golden"]


@pytest.mark.parametrize("name", sorted(p.stem for p in SAMPLES.glob("*.txt")))
def test_output_is_the_golden_one(name: str) -> None:
    raw = (SAMPLES / f"{name}.txt").read_text(encoding="utf-8")
    wanted = (GOLDEN / f"{name}.json").read_text(encoding="utf-8")
    assert golden(raw) == wanted, "if the change is meant: python scripts/update_golden.py"


def test_each_sample_has_its_file() -> None:
    assert {p.stem for p in GOLDEN.glob("*.json")} == {p.stem for p in SAMPLES.glob("*.txt")}
