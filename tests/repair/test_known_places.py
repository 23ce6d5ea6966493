"""Units of a document's home, told from those elsewhere that damage makes alike."""

from __future__ import annotations

from itertools import pairwise

import pytest

import vnreport
from benchmarks import gold_damage
from vnreport.repair.letters.known_places import with_known_places
from vnreport.repair.letters.mended import Mended
from vnreport.repair.types import Replacement

HEAD = "ỦY BAN NHÂN DÂN HUYỆN TUY PHONG\nTỉnh Bình Thuận\n"


@pytest.mark.parametrize("damage", ["dropped", "replaced", "stripped"])
@pytest.mark.parametrize(
    "clean",
    [
        "Đoàn kiểm tra đã làm việc với lãnh đạo xã Phú Lạc về tiến độ làm đường giao thông nông thôn.",
        "Các xã Phước Thể, Phú Lạc và Vĩnh Hảo đã hoàn thành việc tiêm phòng cho đàn gia súc.",
    ],
)
def test_a_commune_of_the_home(damage: str, clean: str) -> None:
    raw = getattr(gold_damage, damage)(HEAD + clean)
    assert vnreport.repair(raw).text.endswith(clean)


def change(text: str, damaged: str, whole: str) -> Replacement:
    start = text.index(damaged)
    return Replacement(start, start + len(damaged), whole, "dropped", 0.8)


def mended(text: str, *words: tuple[str, str]) -> list[str]:
    made = with_known_places(Mended(text, [change(text, *pair) for pair in words]))
    assert all(left.end <= right.start for left, right in pairwise(made))
    return [c.replacement for c in made]


def test_the_unit_behind_a_place_says_where_it_is() -> None:
    text = HEAD + "Đường nối với xã Phú Lc, huyện Tuy Phong; đoạn cuối thuộc xã Phú Lc, huyện Krông Năng."
    first = change(text, "Lc", "Lộc")
    start = text.rindex("Lc")
    found = [first, first._replace(start=start, end=start + 2)]
    assert [c.replacement for c in with_known_places(Mended(text, found))] == ["Lạc", "Lộc"]


def test_what_the_home_has_is_left_alone() -> None:
    assert mended(HEAD + "Tại xã Phưc Thể có mưa.", ("Phưc", "Phước")) == ["Phước"]


def test_what_no_unit_of_the_home_explains_is_left_alone() -> None:
    assert mended(HEAD + "Khách đến từ xã Tân Lp rất đông.", ("Lp", "Lập")) == ["Lập"]


def test_without_a_home_nothing_is_known() -> None:
    assert mended("Tại xã Phú Lc có mưa.", ("Lc", "Lộc")) == ["Lộc"]


def test_changes_across_the_bounds_of_a_name_are_left_alone() -> None:
    assert mended(HEAD + "Tại xPhú Lc có mưa.", ("xPhú Lc", "xã Phú Lộc")) == ["xã Phú Lộc"]


def test_what_was_not_restored_is_restored_then() -> None:
    text = HEAD + "Tại xã Phưc Th có mưa, đưng ngập."
    made = with_known_places(
        Mended(text, [change(text, "đưng", "đường"), change(text, "Phưc", "Phước")][::-1])
    )
    assert [c.replacement for c in made] == ["Phước", "Thể", "đường"]
    assert all(
        text[c.start : c.end] == damaged for c, damaged in zip(made, ("Phưc", "Th", "đưng"), strict=True)
    )
