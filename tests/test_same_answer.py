"""The same text gives the same answer in every process, whatever order its sets have there."""

from __future__ import annotations

import os
import subprocess
import sys

# Two abbreviations, ĐCT and CTĐ, go as well with what is left of the one.
CODE = (
    "import vnreport\n"
    "text = 'Hi CT tnh cp 2.350 thùng hàng cho các h nghèo ti các xã vùng lt.'\n"
    "for damage in ('auto', 'dropped'):\n"
    "    print(ascii([vnreport.repair(text, damage=damage).text]))\n"
    "print(vnreport.extract(text * 20, damage='dropped').model_dump_json(ensure_ascii=True))\n"
)


def _answer(seed: int) -> str:
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    done = subprocess.run(
        [sys.executable, "-c", CODE], check=True, timeout=120, env=environment, capture_output=True, text=True
    )
    return done.stdout


def test_the_order_of_sets_does_not_show() -> None:
    assert len({_answer(seed) for seed in (1, 3, 5)}) == 1
