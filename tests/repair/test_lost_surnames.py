"""Surnames whose capital was lost with most of their letters."""

from __future__ import annotations

import pytest

from vnreport.repair.letters.lost_surnames import with_surnames
from vnreport.repair.letters.mended import Mended
from vnreport.repair.types import Replacement


@pytest.mark.parametrize(
    ("text", "damaged", "read", "surname"),
    [
        ("Dự họp có các ông:  Văn Khuê, Lê Quý.", "", "để", "Đỗ"),
        ("KẾ TOÁN\n?? Thị Lựu", "??", "Để", "Đỗ"),
        ("Đội trưởng là ng Thị Hảo.", "ng", "ông", "Đặng"),
        ("- ng Văn Thêm: chủ tọa", "ng", "Ông", "Đặng"),
        ("Tổ có ??o Thị Mận.", "??o", "đạo", "Đào"),
        ("giao  Văn Hậu làm", "", "để", "để"),
        ("Hai xã, ?? Văn Bàn và Sa Pa", "??", "ở", "ở"),
        ("Tổ có L? Thị Mận.", "L?", "Lò", "Lò"),
        ("Dự họp có  văn thư.", "", "ở", "ở"),
    ],
)
def test_what_stands_before_a_middle_name(text: str, damaged: str, read: str, surname: str) -> None:
    at = text.index(f" {damaged} ") + 1 if f" {damaged} " in text else text.index(damaged)
    found = [Replacement(at, at + len(damaged), read, "dropped", 0.7)]
    assert [c.replacement for c in with_surnames(Mended(text, found))] == [surname]


def test_nothing_changed_nothing_done() -> None:
    assert with_surnames(Mended("ng Thị Hảo", [])) == []
