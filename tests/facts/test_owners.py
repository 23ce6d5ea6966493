"""What a share or a sum is of: the words before a rate, the count in a row, the owners counted."""

from __future__ import annotations

import pytest

import vnreport


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        # A rate that is reached is one of the words before it, if it has any.
        (
            "Đã tiêm 4.100 liều. Tiêm phòng dại cho đàn chó đạt tỷ lệ 87%.",
            ["liều", "Tiêm phòng dại cho đàn chó"],
        ),
        ("Đã cấp 90 thẻ; số hộ dùng nước sạch đạt tỷ lệ trên 91%.", ["thẻ", "số hộ dùng nước sạch"]),
        # Of counts in a row, the one that says of how many.
        ("Hòa giải thành 52/61 vụ, 140 người, đạt tỷ lệ 85%.", [None, None, "tỷ lệ Hòa giải vụ"]),
        # A count that owns what is measured.
        ("Giá trị sản xuất của 12 xã đạt 310 tỷ đồng.", ["xã", "Giá trị sản xuất"]),
        ("Tổng dung tích của 21 hồ chứa là 194 triệu m3.", [None, "Tổng dung tích"]),
        ("Hồ sơ đúng hạn đạt tỷ lệ từ 85% trở lên.", ["Hồ sơ đúng hạn"]),
        ("Tỷ lệ hộ nghèo của 4 xã vùng cao còn 31%.", ["xã vùng cao", "Tỷ lệ hộ nghèo"]),
    ],
)
def test_what_a_share_or_sum_is_of(text: str, indicators: list[str | None]) -> None:
    found = [m.indicator for m in vnreport.extract(text).measurements]
    assert [name for name, wanted in zip(found, indicators, strict=True) if wanted] == [
        wanted for wanted in indicators if wanted
    ]
