"""Names that undamaged lines of a text spell out."""

from __future__ import annotations

from itertools import pairwise

import pytest

import vnreport
from benchmarks import gold_damage
from vnreport.repair.letters.known_names import with_known_names
from vnreport.repair.letters.mended import Mended
from vnreport.repair.types import Replacement

WHOLE = "Chủ trì là đồng chí Chẩu Văn Lắm, Bí thư Huyện ủy. Ông Trương Ngọc Khởi, Giám đốc Sở Y tế báo cáo."
AGAIN = (
    "Phát biểu tại hội nghị, đồng chí Chẩu Văn Lắm yêu cầu các đơn vị thực hiện nghiêm chỉ thị.\n"
    "Ông Trương Ngọc Khởi cho biết số ca mắc đã giảm; ông Khởi đề nghị các xã tiếp tục diệt bọ gậy."
)


@pytest.mark.parametrize("damage", ["dropped", "replaced", "stripped"])
@pytest.mark.parametrize("first", [True, False])
def test_a_name_is_what_it_is_elsewhere(damage: str, first: bool) -> None:
    broken = getattr(gold_damage, damage)(AGAIN)
    raw = f"{WHOLE}\n{broken}" if first else f"{broken}\n{WHOLE}"
    text = vnreport.repair(raw).text
    assert text.count("Chẩu Văn Lắm") == 2
    assert text.count("Trương Ngọc Khởi") == 2
    assert "ông Khởi đề nghị" in text


def test_a_place_is_what_it_is_elsewhere() -> None:
    raw = (
        "Đoàn khảo sát tại bản Nậm Chẩn.\nHai ho o ban Nam Chan da nhan ho tro, cac ho con lai cho thang sau."
    )
    assert "bản Nậm Chẩn đã nhận" in vnreport.repair(raw).text


def test_two_names_that_damage_makes_alike_tell_nothing() -> None:
    text = "Ông Lê Văn Hưng đến.\nÔng Lê Văn Hùng đi.\nong Le Van Hung ve"
    found = [Replacement(42, 45, "ông", "stripped", 0.9)]
    assert with_known_names(Mended(text, found)) == found


def test_changes_across_the_bounds_of_a_name_are_left_alone() -> None:
    text = "Ông Lê Văn Hưng đến.\nong Le Van Hung ve"
    found = [Replacement(21, 27, "ông Lê", "stripped", 0.9)]
    assert with_known_names(Mended(text, found)) == found


def test_the_changes_stay_in_order_and_disjoint() -> None:
    text = "Ông Lê Văn Hưng đến.\nong Le Van Hung ve nha"
    found = [Replacement(21, 24, "ông", "stripped", 0.9), Replacement(37, 39, "về", "stripped", 0.9)]
    made = with_known_names(Mended(text, found))
    assert [c.replacement for c in made] == ["ông", "Lê", "Văn", "Hưng", "về"]
    assert all(left.end <= right.start for left, right in pairwise(made))
