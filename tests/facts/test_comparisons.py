"""What changes: rows of changes, what they are about, what they are compared with, and when that was."""

from __future__ import annotations

import pytest

import vnreport

TITLE = "Báo cáo công tác 6 tháng đầu năm 2019 của UBND huyện Phú Lương\n\n"


def stated(text: str) -> list[str]:
    """Give each measurement as ``indicator value ±change unit`` in one line."""
    found = []
    for m in vnreport.extract(TITLE + text).measurements:
        change = m.change
        sign = {"up": "+", "down": "-", "flat": "="}[change.direction] if change else ""
        amount = (
            f" {sign}{'' if change.value is None else f'{change.value:g} {change.unit}'}" if change else ""
        )
        found.append(f"{m.indicator} {'' if m.value is None else f'{m.value:g}'}{amount}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Thu phí đạt 40 tấn và thu lệ phí đạt 30 tấn, tăng lần lượt 13,7% và 5,4% so với cùng kỳ.",
            ["Thu phí 40 +13.7 %", "thu lệ phí 30 +5.4 %"],
        ),
        (
            "Số đơn nhận là 52 đơn, số đơn trả là 50 đơn, tương ứng tăng 3% và giảm 2%.",
            ["Số đơn nhận 52 +3 %", "số đơn trả 50 -2 %"],
        ),
        (
            "Có 25 chi nhánh và 30 cửa hàng, tăng 7 chi nhánh và 6 cửa hàng so với đầu năm.",
            ["chi nhánh 25 +7 chi nhánh", "cửa hàng 30 +6 cửa hàng"],
        ),
        (
            "Bắt 40 vụ/90 đối tượng đánh bạc (tăng 5 vụ/12 đối tượng).",
            ["Bắt vụ 40 +5 vụ", "đối tượng đánh bạc 90 +12 đối tượng"],
        ),
        (
            "Lượng gạo xuất đạt 238 tấn, trị giá đạt 43 USD, tăng 12,8% về lượng và tăng 9,9% về trị giá.",
            ["Lượng gạo xuất 238 +12.8 %", "trị giá 43 +9.9 %"],
        ),
        (
            "Có 45 doanh nghiệp mới , tổng vốn đăng ký 37 USD, tăng 6% về số doanh nghiệp và 3% về số vốn.",
            ["doanh nghiệp mới 45 +6 %", "tổng vốn đăng ký 37 +3 %"],
        ),
        (
            "Chỉ số giá tháng 6 tăng 0,5% và 2,6% so với cùng kỳ.",
            ["Chỉ số giá  +0.5 %", "Chỉ số giá  +2.6 %"],
        ),
        ("Quý I tăng trưởng 7%, quý II tăng 6%.", ["tăng trưởng 7", "tăng trưởng  +6 %"]),
        ("So với cùng kỳ năm 2018 số vụ cháy giảm 3 vụ.", ["số vụ cháy  -3 vụ"]),
        ("Lượng xe nhập khẩu tăng mạnh tới 46% so với quý trước.", ["Lượng xe nhập khẩu  +46 %"]),
        (
            "Thu phí đạt 9 USD, đạt 95% chỉ tiêu phấn đấu và tăng 25% so với cùng kỳ.",
            ["Thu phí 9 +25 %", "Thu phí 95"],
        ),
    ],
)
def test_one_verb_for_several_changes(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Xảy ra 46 vụ, giảm 9 vụ (15%) so với năm 2018.", "năm 2018"),
        ("Xảy ra 46 vụ, giảm 9 vụ, tương ứng 15% so với năm 2018.", "năm 2018"),
        ("Cấp 46 thẻ, tăng 16% cùng kỳ năm 2018.", "cùng kỳ năm 2018"),
        ("Cấp 46 thẻ, tăng 16% so với quý trước nhờ làm thêm giờ.", "quý trước"),
    ],
)
def test_a_change_told_twice_is_one(text: str, baseline: str) -> None:
    (fact,) = vnreport.extract(TITLE + text).measurements
    assert fact.change is not None
    assert fact.change.baseline == baseline


def test_a_baseline_ends_before_the_next_clause() -> None:
    text = "Sản lượng chè đạt 51 tấn, tăng 4% so với cùng kỳ năm trước và giá trị xuất khẩu là 9 tỷ đồng."
    assert stated(text) == ["Sản lượng chè 51 +4 %", "giá trị xuất khẩu 9000000000"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thu thuế giá trị gia tăng 266 triệu đồng.", ["Thu thuế giá trị gia tăng 266000000"]),
        ("Giá xăng tăng vượt mốc 22.000 đồng.", ["Giá xăng tăng 22000"]),
        ("Giá gạo giảm 800 đồng, về mức 16.500 đồng.", ["Giá gạo  -800 VND", "Giá gạo 16500"]),
        ("Vốn đầu tư tăng 32,4% đạt 46,7 tỷ đồng.", ["Vốn đầu tư  +32.4 %", "Vốn đầu tư 46700000000"]),
        ("Số hộ nghèo giảm từ 120 hộ (5,2%) xuống còn 80 hộ.", ["Số hộ nghèo 80 -"]),
        ("Số lao động thất nghiệp tăng từ hơn 162 lên gần 178 người.", ["Số lao động thất nghiệp 178 +"]),
        (
            "Tổng thu ngân sách nhà nước xã đạt 81 tỷ đồng, đạt 70% kế hoạch và bằng 148% so với cùng kỳ.",
            [f"Tổng thu ngân sách nhà nước xã {value}" for value in ("81000000000", "70", "148")],
        ),
    ],
)
def test_ends_and_levels(text: str, expected: list[str]) -> None:
    assert stated(text) == expected


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        (
            "Nợ xấu đạt 24 tỷ đồng, giảm 50% so với cùng kỳ năm 2018 (48 tỷ đồng).",
            ["2019-01-01", "2018-01-01"],
        ),
        ("Nợ xấu tăng 9%, cao hơn mức 8% của cùng kỳ năm 2018.", ["2019-01-01", "2018-01-01"]),
        ("Thu hoạch 12 tấn tôm (cùng kỳ năm 2018 đạt 11 tấn).", ["2019-01-01", "2018-01-01"]),
        ("Tỷ lệ nợ giảm từ 61% năm 2011 xuống còn 40% năm 2018.", ["2018-01-01"]),
        ("So với 3 ngày nghỉ Tết năm 2018, tai nạn giảm 10 vụ.", ["2019-01-01"]),
        ("Biểu giá có hiệu lực từ ngày 01/3/2019, giá khám bệnh tăng 10%.", ["2019-01-01"]),
        ("Tổng thu đạt 45 tỷ đồng, trong đó tháng 6 tăng 5%.", ["2019-01-01", "2019-06-01"]),
        (
            "Trong tháng 5, xảy ra 14 vụ. So với cùng kỳ năm 2018, số vụ giảm 4 vụ.",
            ["2019-05-01", "2019-05-01"],
        ),
    ],
)
def test_what_is_compared_has_its_own_time(text: str, starts: list[str]) -> None:
    facts = vnreport.extract(TITLE + text).measurements
    assert [str(fact.period.start) for fact in facts if fact.period] == starts
