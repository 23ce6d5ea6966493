"""The two real reports: what a reader of each would expect to find."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

import vnreport
from vnreport.report import Measurement, Report


@pytest.fixture(scope="module")
def hai_phong(haiphong: str) -> Report:
    return vnreport.extract(haiphong)


@pytest.fixture(scope="module")
def thai_binh(thaibinh: str) -> Report:
    return vnreport.extract(thaibinh)


def measured(report: Report, value: int, unit: str) -> list[Measurement]:
    return [m for m in report.measurements if m.value == value and m.unit == unit]


def cited(report: Report) -> list[tuple[str | None, str, str, str | None]]:
    return [(i.code, i.kind, str(i.date), i.issuer) for i in report.instruments]


def test_hai_phong_instruments(hai_phong: Report) -> None:
    found = cited(hai_phong)
    assert found.count(("09/2017/NĐ-CP", "decree", "2017-02-09", "Chính phủ")) == 2
    assert found.count(("846/QĐ-TTg", "decision", "2017-06-09", "Thủ tướng Chính phủ")) == 2


@pytest.mark.parametrize(
    ("value", "unit", "indicator"),
    [
        (26_000_000, "VND", "tổng số tiền xử phạt hành chính"),
        (1750, "thuê bao", "số thuê bao điện thoại phát triển mới"),
        (3700, "thuê bao", "số thuê bao Internet phát triển mới"),
        (60, "Giấy phép", "Giấy phép nhập khẩu xuất bản phẩm không kinh doanh"),
        (2, "giấy phép", "giấy phép xuất bản tài liệu không kinh doanh"),
        (2, "giấy xác nhận", "giấy xác nhận đăng ký hoạt động cơ sở in"),
        (1, "cuộc", "cuộc thanh tra"),
        (1, "cuộc", "cuộc kiểm tra"),
        (2, "đơn vị", "đơn vị"),
    ],
)
def test_hai_phong_measurements(hai_phong: Report, value: int, unit: str, indicator: str) -> None:
    assert indicator in [m.indicator for m in measured(hai_phong, value, unit)]


def test_hai_phong_subscribers_are_estimates_of_july(hai_phong: Report) -> None:
    for value in (1750, 3700):
        [fact] = measured(hai_phong, value, "thuê bao")
        assert fact.modifier == "estimated"
        assert fact.period is not None
        assert (fact.period.start, fact.period.end) == (dt.date(2017, 7, 1), dt.date(2017, 7, 31))


def test_hai_phong_document(hai_phong: Report) -> None:
    period = hai_phong.document.period
    assert period is not None
    assert (period.start, period.end) == (dt.date(2017, 7, 1), dt.date(2017, 7, 31))
    assert hai_phong.document.place == "thành phố Hải Phòng"
    assert hai_phong.document.publisher == "Sở Thông tin và Truyền thông"


def test_hai_phong_damaged_lines_are_mended(hai_phong: Report) -> None:
    for line in (
        "Phối hợp với ủy ban nhân quận Lê Chân di chuyển hệ thống cáp thông tin để giải phóng mặt bằng",
        "phục vụ dự án công viên cây xanh Tam Bạc",
        "Quy hoạch hạ tầng kỹ thuật viễn thông thụ động thành phố Hải Phòng đến năm 2020",
        "Tiếp tục triển khai Kế hoạch chỉnh trang hệ thống cáp thông tin đô thị thành phố Hải Phòng năm 2017",
        "chỉnh trang cáp tại 8 tuyến đường",
        "06 tháng cuối năm 2017",
    ):
        assert line.lower() in hai_phong.text.lower()


@pytest.mark.parametrize("counter", ["399", "3126083", "3667", "12"])
def test_hai_phong_counters_are_no_numbers(hai_phong: Report, counter: str) -> None:
    at = hai_phong.text.index("Thống kê truy cập")
    assert not [m for m in hai_phong.mentions if m.start > at]
    assert Decimal(counter) not in [m.value for m in hai_phong.measurements]


def test_thai_binh_instruments(thai_binh: Report) -> None:
    dates = {i.code: str(i.date) for i in thai_binh.instruments}
    assert dates["17/2019/QĐ-UBND"] == "2019-08-30"
    assert dates["12/2019/QĐ-UBND"] == "2019-08-06"
    assert dates["33/KH-STTTT"] == "2019-07-04"


@pytest.mark.parametrize(
    ("value", "what"),
    [
        (987, "tin, bài"),
        (47, "video, khẩu hiệu"),
        (13, "đơn vị"),
        (9, "đơn vị sử dụng tần số"),
        (93, "trạm"),
        (3, "doanh nghiệp"),
        (2165, "tin, bài"),
        (2, "lớp tập huấn"),
        (1500, "cán bộ"),
    ],
)
def test_thai_binh_measurements(thai_binh: Report, value: int, what: str) -> None:
    assert [m for m in thai_binh.measurements if m.value == value and m.indicator.startswith(what)]


def test_thai_binh_nearly_1500(thai_binh: Report) -> None:
    assert [m.modifier for m in thai_binh.measurements if m.value == 1500] == ["nearly"]


def test_thai_binh_document(thai_binh: Report) -> None:
    period = thai_binh.document.period
    assert period is not None
    assert (period.start, period.end) == (dt.date(2019, 7, 1), dt.date(2019, 9, 30))
    assert thai_binh.document.place == "tỉnh Thái Bình"
    assert thai_binh.document.publisher == "Sở Thông tin và Truyền thông"


@pytest.mark.parametrize("counter", [1203, 37313, 389, 441183, 1681])
def test_thai_binh_counters_are_no_numbers(thai_binh: Report, counter: int) -> None:
    values = [m.value for m in thai_binh.measurements] + [m.value for m in thai_binh.quantities]
    assert counter not in values
