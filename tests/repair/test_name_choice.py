"""Names of people in damaged text: what people are called outweighs who newspapers tell of."""

from __future__ import annotations

import re

import pytest

from vnreport.repair.letters import find
from vnreport.repair.letters.name_choice import _step


def mend(text: str, damage: str) -> str:
    parts, at = [], 0
    for start, end, replacement, *_ in find(text, damage):
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    ("damage", "damaged", "clean"),
    [
        (
            "dropped",
            "Cuc hp có đng chí Phm Th Ngc Hin, đng chí Trn Vit Bo d.",
            "Cuộc họp có đồng chí Phạm Thị Ngọc Hiền, đồng chí Trần Viết Bảo dự.",
        ),
        (
            "stripped",
            "Du hop co dong chi Pham Thi Hien, dong chi Bui Van Dung va dong chi Le Van Hung.",
            "Dự họp có đồng chí Phạm Thị Hiền, đồng chí Bùi Văn Dũng và đồng chí Lê Văn Hùng.",
        ),
    ],
)
def test_names(damage: str, damaged: str, clean: str) -> None:
    assert mend(damaged, damage) == clean


def test_one_name_is_one_throughout() -> None:
    text = "Tham du co dong chi Lo Van Muon. Dong chi Lo Van Muon phat bieu; huyen giao Lo Van Muon theo doi."
    mended = mend(text, "stripped")
    assert len(set(re.findall(r"\w+ Văn \w+", mended))) == 1


def test_a_name_ends_as_given_names_do() -> None:
    assert _step("Thị", "Hằng$") > _step("Thị", "Hùng$")
    assert _step("Văn", "Hùng$") > _step("Văn", "Hằng$")
    assert _step("Nguyễn", "Văn") > _step("Nguyễn", "Văn$")
    assert _step("Nguyễn", "Zzz") < _step("Nguyễn", "Bá")
