"""What names a number where several nouns stand near it, and which of the times near it is its own."""

from __future__ import annotations

from datetime import date

import pytest

import vnreport


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A noun of indicators that a preposition hangs on another word, or in brackets, is not the head.
        ("Đoàn kiến nghị thu hồi về ngân sách 5 tỷ đồng.", ["kiến nghị thu hồi về ngân sách"]),
        ("Lãi sau thuế đạt 7 tỷ đồng.", ["Lãi sau thuế"]),
        ("GTSX thủy sản (giá so sánh) đạt 613 tỷ đồng.", ["GTSX thủy sản"]),
        # What is summed up belongs to the head of the sum.
        ("Tổng số tiền phạt, tiền bán hàng, trị giá hàng tiêu hủy là 3 tỷ đồng.",
         ["Tổng số tiền phạt, tiền bán hàng, trị giá hàng tiêu hủy"]),
        # Words behind a number that name it do not name the next.
        ("Gồm 6 tỷ đồng tiền bán hàng và 9 tỷ đồng tiền thuê đất.", ["tiền bán hàng", "tiền thuê đất"]),
        ("Công ty đạt 61 tỷ đồng doanh thu.", ["doanh thu"]),
    ],
)  # fmt: skip
def test_the_head_that_names_a_number(text: str, expected: list[str]) -> None:
    assert [fact.indicator for fact in vnreport.extract(text).measurements] == expected


def test_a_change_that_names_its_count_again_belongs_to_it() -> None:
    facts = vnreport.extract("Xảy ra 7 vụ, làm chết 3 người; so với tháng 5, chết giảm 2 người.").measurements
    assert len(facts) == 2
    assert facts[1].change is not None
    assert (facts[1].change.direction, str(facts[1].change.value)) == ("down", "2")


def test_a_negative_share_in_brackets_is_a_change() -> None:
    (fact,) = vnreport.extract("Sản lượng đạt 45 tấn, giảm nhẹ (-0,2%) so với quý I.").measurements
    assert fact.change is not None
    assert (fact.change.direction, str(fact.change.value)) == ("down", "0.2")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The day on which somebody tells of a number is not its time, nor is the term of a programme.
        ("Ngày 5/7/2022, Sở Y tế cho biết toàn tỉnh có 31 ca sởi.", None),
        ("Chương trình 135 giai đoạn 2016-2020 được phân bổ 57 tỷ đồng.", None),
        # What a share is compared with is not its time.
        ("Quý I năm 2018, sản lượng đạt 45 tấn, bằng 98% cùng kỳ năm 2017.", date(2018, 1, 1)),
        # The label of a paragraph holds for its sentences.
        ("Kết quả:\nb) Quý III năm 2019: xảy ra 4 vụ cháy. Tổng thiệt hại 2 tỷ đồng.", date(2019, 7, 1)),
    ],
)
def test_the_time_of_a_number(text: str, expected: date | None) -> None:
    period = vnreport.extract(text).measurements[-1].period
    assert (period.start if period else None) == expected


def test_who_made_a_table_tells_its_numbers() -> None:
    rows = "Đơn vị\tSố vụ\nCông an huyện Ia Pa\t12\nCông an huyện Đak Đoa\t9\n"
    text = f"UBND tỉnh Gia Lai báo cáo năm 2019\n\n{rows}"
    facts = vnreport.extract(text).measurements
    assert {fact.organization for fact in facts} == {vnreport.extract(text).document.publisher}
