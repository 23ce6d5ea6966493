"""What follows brackets goes on with what stands before them, not with what stands within."""

from __future__ import annotations

import pytest

import vnreport
from vnreport.report import Measurement


def measured(text: str) -> dict[float, Measurement]:
    facts = vnreport.extract(text).facts
    return {float(f.value): f for f in facts if isinstance(f, Measurement) and f.value is not None}


@pytest.mark.parametrize(
    ("text", "whole", "part", "amount"),
    [
        ("Tỉnh thu hút 27 dự án (9 dự án FDI), tăng 4 dự án so với năm 2019.", 27, 9, 4),
        (
            "Cấp được 1.310 giấy chứng nhận (trong đó cấp mới 940 giấy), giảm 75 giấy so với cùng kỳ.",
            1310,
            940,
            75,
        ),
        (
            "Tiếp nhận 812 đơn (kỳ trước chuyển sang 30 đơn, nhận mới 782 đơn), so với cùng kỳ tăng 61 đơn.",
            812,
            782,
            61,
        ),
    ],
)
def test_a_change_behind_brackets(text: str, whole: float, part: float, amount: float) -> None:
    found = measured(text)
    change = found[whole].change
    assert change is not None
    assert change.value == amount
    assert found[part].change is None


def test_a_change_behind_brackets_in_a_unit_that_only_they_have() -> None:
    found = measured("Xử phạt 640 triệu đồng (38 vụ), giảm 5 vụ so với cùng kỳ.")
    change = found[38].change
    assert change is not None
    assert change.value == 5


def test_a_share_behind_brackets() -> None:
    found = measured("Giải quyết được 90 đơn (khiếu nại 59, tố cáo 31), đạt tỷ lệ 75%.")
    assert found[75].indicator == "tỷ lệ đơn"


def test_the_count_of_another_year_in_brackets() -> None:
    found = measured("Có 221 đơn (196 khiếu nại, 25 tố cáo) thuộc thẩm quyền (năm 2019 có 419 đơn).")
    assert found[419].indicator == "đơn"


def test_a_total_with_what_it_goes_with() -> None:
    found = measured("Tổng số vụ việc phải xử lý là 464 với 211 đơn thư.")
    assert found[464].indicator == "Tổng số vụ việc phải xử lý"
    assert found[211].indicator == "đơn thư"


def test_a_semicolon_within_brackets_parts_no_clause() -> None:
    found = measured("Mưa lũ làm 19 người chết (Yên Đổ: 5 người; Cổ Lũng: 14 người), 8 người mất tích.")
    assert found[8].action == found[19].action == "làm"


def test_the_amount_of_a_change_in_another_unit_is_no_count() -> None:
    found = measured("Thu nhập bình quân đạt 22 triệu đồng (tăng 8% tương đương 1,6 triệu đồng).")
    assert list(found) == [22_000_000]
    change = found[22_000_000].change
    assert change is not None
    assert change.direction == "up"
    assert float(change.value or 0) == 8


def test_cells_of_the_party_are_counted() -> None:
    found = measured("Kết luận 03 chi ủy và 05 chi bộ thực hiện tốt.")
    assert {found[3].unit, found[5].unit} == {"chi ủy", "chi bộ"}
    assert found[5].action == "Kết luận"
