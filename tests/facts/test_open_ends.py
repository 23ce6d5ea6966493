"""Times of which one end is named or that brackets tell, the day of a meeting, and lists of wishes."""

from __future__ import annotations

import pytest

import vnreport

HEAD = "SỞ CÔNG THƯƠNG TỈNH LÂM ĐỒNG\n\nBÁO CÁO\nKết quả công tác 9 tháng đầu năm 2019\n\n"


def _period(text: str, value: int) -> tuple[str, str]:
    report = vnreport.extract(HEAD + text)
    period = next(m.period for m in report.measurements if m.value == value)
    assert period is not None
    return str(period.start), str(period.end)


@pytest.mark.parametrize(
    ("text", "value", "period"),
    [
        ("Từ ngày 15/02/2019, Đội kiểm tra 214 cơ sở.", 214, ("2019-02-15", "2019-09-30")),
        ("Từ tháng 4/2019, Đội kiểm tra 214 cơ sở.", 214, ("2019-04-01", "2019-09-30")),
        ("Từ ngày 15/02 đến 20/3/2019, Đội kiểm tra 214 cơ sở.", 214, ("2019-02-15", "2019-03-20")),
        ("Ngày 15/02/2019, Đội kiểm tra 214 cơ sở.", 214, ("2019-02-15", "2019-02-15")),
        ("Từ nay đến cuối năm, Sở phấn đấu cấp thêm 45 giấy phép.", 45, ("2019-10-01", "2019-12-31")),
        ("Đến cuối năm, Sở phấn đấu cấp 45 giấy phép.", 45, ("2019-01-01", "2019-12-31")),
        ("Tổng thu phí (tính đến 25/8): 312 triệu đồng.", 312000000, ("2019-08-25", "2019-08-25")),
        ("- Đợt 2 (02/7 - 20/7/2019): kiểm tra 88 cơ sở.", 88, ("2019-07-02", "2019-07-20")),
        ("Năm 2018 cấp 97 giấy phép; 6 tháng 2019 cấp 61 giấy phép.", 97, ("2018-01-01", "2018-12-31")),
        ("Năm 2018 có 97 vụ; 6 tháng 2019 có 61 vụ.", 61, ("2019-01-01", "2019-06-30")),
        ("Cụ thể:\n* 05/8: kiểm tra 19 cơ sở.\n* 13/8: kiểm tra 23 cơ sở.", 19, ("2019-08-05", "2019-08-05")),
        (
            "Thực hiện Chỉ thị số 17/CT-TTg ngày 19/6/2018 của Thủ tướng Chính phủ về tăng cường đấu tranh "
            "chống buôn lậu, từ tháng 3/2019 đến tháng 5/2019, Cục xử phạt 39 cơ sở.",
            39,
            ("2019-03-01", "2019-05-31"),
        ),
    ],
)
def test_the_other_end_is_that_of_the_document(text: str, value: int, period: tuple[str, str]) -> None:
    assert _period(text, value) == period


@pytest.mark.parametrize(
    ("opening", "value"),
    [
        ("(Đà Lạt) - Chiều 03/10/2019, Sở họp báo. 35 phóng viên của 14 cơ quan báo chí tham dự.", 35),
        ("Hôm nay, hồi 8 giờ 30, ngày 03/10/2019, Sở họp giao ban.\nCó mặt 41/44 đại biểu, vắng 3.", 3),
    ],
)
def test_who_came_is_counted_on_the_day_of_the_meeting(opening: str, value: int) -> None:
    head = HEAD.replace("\n\nBÁO", "\nLâm Đồng, ngày 04 tháng 10 năm 2019\n\nBÁO")
    report = vnreport.extract(head + opening)
    period = next(m.period for m in report.measurements if m.value == value)
    assert period is not None
    assert str(period.start) == str(period.end) == "2019-10-03"


@pytest.mark.parametrize(
    ("lead", "status"),
    [
        ("Chi cục đề xuất:", "target"),
        ("Sở kiến nghị 02 nội dung:", "target"),
        ("Kết quả trả lời kiến nghị:", "result"),
    ],
)
def test_what_is_wished_for_is_no_result(lead: str, status: str) -> None:
    report = vnreport.extract(
        HEAD + f"{lead}\n- UBND huyện mua 07 xe chở nước;\n- Sở Tài chính cấp 350 triệu đồng."
    )
    assert {m.status for m in report.measurements if m.value != 2} == {status}
