"""The place before the date in a document's head, restored by the gazetteer."""

from __future__ import annotations

import pytest

from vnreport import repair
from vnreport.repair.letters.damage import Kind, damage_table

KINDS: tuple[Kind, ...] = ("additional", "extended", "ascii", "stripped", "marked_ascii")
REST = "tháng 12 năm 2018\nBÁO CÁO\nKết quả công tác nội vụ năm 2018, phương hướng nhiệm vụ năm 2019"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "place", ["Bình Định", "Đà Lạt", "Đà Nẵng", "Đồng Tháp", "Vĩnh Long", "Ân Thi", "Mộc Châu"]
)
def test_place_before_the_date(place: str, kind: Kind) -> None:
    text = f"SỞ NỘI VỤ\nSố: 186/BC-SNV\n{place}, ngày 14 {REST}"
    assert repair(text.translate(damage_table(kind))).text == text


def test_other_words_before_a_date_stay() -> None:
    text = f"Kết quả đến nay, ngày 14 {REST}\nHôm qua, ngày 13 tháng 12, đoàn đã về."
    assert repair(text.translate(damage_table("additional"))).text == text
