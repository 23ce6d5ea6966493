"""Measurements: text and what it states, as (value, unit, indicator) with the rest where it matters."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import vnreport

STATED: list[tuple[str, list[tuple[Any, ...]]]] = [
    # Counted objects of a verb, coordinated.
    (
        "Tiến hành 08 cuộc thanh tra, 40 cuộc kiểm tra đối với 68 tổ chức, cá nhân.",
        [(8, "cuộc", "cuộc thanh tra"), (40, "cuộc", "cuộc kiểm tra"), (68, "tổ chức", "tổ chức, cá nhân")],
    ),
    ("Sở đã cấp 63 chứng chỉ hành nghề.", [(63, "chứng chỉ", "chứng chỉ hành nghề")]),
    # A named indicator before the verb.
    (
        "Thu ngân sách ước đạt 1.203 tỷ đồng, bằng 98,5% dự toán, tăng 15,2% so với cùng kỳ.",
        [
            (1_203_000_000_000, "VND", "Thu ngân sách"),
            ("98.5", "%", "Thu ngân sách"),
        ],
    ),
    (
        "Số thuê bao phát triển mới ước đạt 1.750 thuê bao.",
        [(1750, "thuê bao", "Số thuê bao phát triển mới")],
    ),
    (
        "Tổng số tiền xử phạt hành chính: 26 triệu đồng.",
        [(26_000_000, "VND", "Tổng số tiền xử phạt hành chính")],
    ),
    ("Tỷ lệ hộ nghèo còn 3,4%.", [("3.4", "%", "Tỷ lệ hộ nghèo")]),
    (
        "Tổng diện tích gieo trồng vụ Đông Xuân 2019-2020 đạt 7.845 ha.",
        [(7845, "ha", "Tổng diện tích gieo trồng")],
    ),
    (
        "Kiểm tra 38 cơ sở, xử phạt 12 cơ sở với tổng số tiền 236,5 triệu đồng.",
        [(38, "cơ sở", "cơ sở"), (12, "cơ sở", "cơ sở"), (236_500_000, "VND", "tổng số tiền")],
    ),
    (
        "Tổng vốn huy động đạt 84,6 tỷ đồng, trong đó ngân sách trung ương 31 tỷ đồng.",
        [(84_600_000_000, "VND", "Tổng vốn huy động"), (31_000_000_000, "VND", "ngân sách trung ương")],
    ),
    ("Có 97% hộ dân được sử dụng nước sạch.", [(97, "%", "hộ dân được sử dụng nước sạch")]),
    (
        "Trong quý không có vụ việc khiếu nại, tố cáo phát sinh.",
        [(0, "vụ việc", "vụ việc khiếu nại, tố cáo")],
    ),
    ("Không xảy ra trường hợp tử vong nào.", [(0, "trường hợp", "trường hợp tử vong")]),
    # Durations are no measurements.
    ("Thời gian thực hiện trong 12 tháng.", []),
    ("Xây dựng trong 2 năm.", []),
]


@pytest.mark.parametrize(("text", "expected"), STATED)
def test_what_is_stated(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [(m.value, m.unit, m.indicator) for m in vnreport.extract(text).measurements]
    assert found == [(Decimal(str(value)), unit, indicator) for value, unit, indicator in expected]


CHANGES: list[tuple[str, tuple[Any, ...]]] = [
    ("Toàn tỉnh có 11 điểm cầu, tăng 5 điểm cầu so với trước đây.", (11, "up", 5, "điểm cầu", "trước đây")),
    ("Ghi nhận 214 ca mắc, giảm 38 ca so với cùng kỳ.", (214, "down", 38, "ca", "cùng kỳ")),
    ("Doanh thu tăng 15,2% so với cùng kỳ năm trước.", (None, "up", "15.2", "%", "cùng kỳ năm trước")),
    ("Số vụ tai nạn giảm từ 03 xuống 01 vụ.", (1, "down", None, None, None)),
    ("Tỷ lệ hộ nghèo giảm còn 3,4%.", ("3.4", "down", None, None, None)),
]


@pytest.mark.parametrize(("text", "expected"), CHANGES)
def test_changes(text: str, expected: tuple[Any, ...]) -> None:
    [fact] = vnreport.extract(text).measurements
    assert fact.change is not None
    found = (fact.value, fact.change.direction, fact.change.value, fact.change.unit, fact.change.baseline)
    assert found == tuple(
        Decimal(str(part)) if isinstance(part, (int, float)) or (part and part[0].isdigit()) else part
        for part in expected
    )


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Phấn đấu tỷ lệ bao phủ bảo hiểm y tế đạt 86%.", "target"),
        ("Tỷ lệ bao phủ bảo hiểm y tế đạt 86%.", "result"),
        ("II. NHIỆM VỤ TRỌNG TÂM QUÝ III NĂM 2018\n\n- Tổ chức 05 lớp tập huấn.\n", "target"),
    ],
)
def test_targets_are_kept_apart_from_results(text: str, status: str) -> None:
    assert [m.status for m in vnreport.extract(text).measurements] == [status]


def test_period_place_and_actor_come_from_the_nearest_scope() -> None:
    report = vnreport.extract(
        "Báo cáo tháng 6 năm 2018 của Sở Y tế tỉnh Nam Định\n\n"
        "Trong tháng 5 năm 2018, Chi cục Dân số tổ chức 05 lớp tập huấn tại huyện Ý Yên.\n\n"
        "Tổ chức 07 hội nghị.\n"
    )
    first, second = report.measurements
    assert first.period is not None
    assert second.period is not None
    assert (str(first.period.start), str(second.period.start)) == ("2018-05-01", "2018-06-01")
    assert first.place == "huyện Ý Yên"
    assert first.organization == "Chi cục Dân số"
    assert first.action == "tổ chức"
    assert second.action == "Tổ chức"
