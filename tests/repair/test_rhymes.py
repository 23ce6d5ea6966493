"""Ends of syllables that a space has parted from their beginning, one in a text."""

from __future__ import annotations

import pytest

from vnreport import repair


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("Đàn lợn 12.300 con, gi ảm 2%.", "Đàn lợn 12.300 con, giảm 2%."),
        ("Bắt 5 vụ, 9 đối tư ợng, thu 2 xe.", "Bắt 5 vụ, 9 đối tượng, thu 2 xe."),
        ("Tập huấn 14 bu ổi.", "Tập huấn 14 buổi."),
        ("có 31 ngư ời, 4 nhà", "có 31 người, 4 nhà"),
        ("UBND HUY ỆN BA VÌ", "UBND HUYỆN BA VÌ"),
        ("hỏng 5 gi ờ", "hỏng 5 giờ"),
        ("L ực lượng tại chỗ", "Lực lượng tại chỗ"),
    ],
)
def test_what_is_joined(damaged: str, clean: str) -> None:
    assert repair(damaged).text == clean


@pytest.mark.parametrize(
    "text",
    [
        "Trồng 3 ha cây ổi, quả ổi bán được giá.",
        "Chị bị ốm, ở nhà.",
        "Bếp ăn đã ấm, dễ ăn.",
        "Điểm a ở trên, b ở dưới.",
        "Mẫu ĐT ỨNG DỤNG",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert repair(text).text == text
