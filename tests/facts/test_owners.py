"""Whose the figures of a section are: the heading's agency, the body inspected, or who reports."""

from __future__ import annotations

import pytest

import vnreport

_REPORT = """UBND TỈNH HÀ NAM
SỞ XÂY DỰNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 88/BC-SXD
Hà Nam, ngày 12 tháng 7 năm 2022
BÁO CÁO
Kết quả kiểm tra trật tự xây dựng quý II năm 2022

I. KẾT QUẢ CHUNG
Toàn tỉnh cấp 412 giấy phép xây dựng.

II. KẾT QUẢ CỦA CÁC ĐƠN VỊ
1. Thanh tra Sở Xây dựng
- Lập 23 biên bản vi phạm hành chính.
2. Công an tỉnh:
- Xác minh 9 tin báo.
3. Kết quả công tác của Ban Quản lý các khu công nghiệp tỉnh
- Cấp 31 giấy phép xây dựng.

III. THIỆT HẠI (nguồn: Chi cục Thủy lợi tỉnh)
Mưa giông làm tốc mái 64 ngôi nhà.
"""

_INSPECTION = """UBND HUYỆN TÂN LẠC
THANH TRA HUYỆN
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 07/KL-TTr
Tân Lạc, ngày 20 tháng 9 năm 2019
KẾT LUẬN THANH TRA
Việc quản lý, sử dụng quỹ đất công ích tại UBND xã Phú Cường

I. KẾT QUẢ KIỂM TRA, XÁC MINH
Giai đoạn 2016 - 2018 đã ký 58 hợp đồng thuê đất, để ngoài sổ sách 41 triệu đồng.
Kiểm tra xác suất 25 hồ sơ thuê đất.
UBND xã thu tiền thuê đất của 112 hộ.

II. KIẾN NGHỊ
Thu hồi 41 triệu đồng nộp ngân sách.
"""


def _owner(text: str, part: str) -> str | None:
    """Give the agency of the first figure whose evidence holds a text."""
    report = vnreport.extract(text)
    for fact in report.measurements:
        if part in report.text[fact.evidence.start : fact.evidence.end]:
            return fact.organization
    raise AssertionError(part)


@pytest.mark.parametrize(
    ("part", "owner"),
    [
        ("412 giấy phép", "Sở Xây dựng"),
        ("23 biên bản", "Thanh tra Sở Xây dựng"),
        ("9 tin báo", "Công an tỉnh Hà Nam"),
        ("31 giấy phép", "Ban Quản lý các khu công nghiệp tỉnh Hà Nam"),
        ("64 ngôi nhà", "Chi cục Thủy lợi tỉnh Hà Nam"),
    ],
)
def test_a_heading_that_names_an_agency_owns_what_stands_below(part: str, owner: str) -> None:
    assert _owner(_REPORT, part) == owner


@pytest.mark.parametrize(
    ("part", "owner"),
    [
        ("58 hợp đồng", "Ủy ban nhân dân xã Phú Cường"),
        ("25 hồ sơ", "Thanh tra huyện Tân Lạc"),
        ("112 hộ", "Ủy ban nhân dân xã Phú Cường"),
        ("nộp ngân sách", "Thanh tra huyện Tân Lạc"),
    ],
)
def test_findings_of_an_inspection_are_of_the_body_inspected(part: str, owner: str) -> None:
    assert _owner(_INSPECTION, part) == owner


@pytest.mark.parametrize(
    ("publisher", "sentence", "owner"),
    [
        (
            "HĐND HUYỆN TÂN LẠC",
            "Ban Pháp chế thẩm tra 6 báo cáo.",
            "Ban Pháp chế Hội đồng nhân dân huyện Tân Lạc",
        ),
        ("CÔNG AN TỈNH HÀ NAM", "Phòng CSGT xử lý 31 xe.", "Phòng Cảnh sát giao thông Công an tỉnh Hà Nam"),
        ("TÒA ÁN NHÂN DÂN TỈNH HÀ NAM", "Tòa án hai cấp thụ lý 812 vụ.", "Tòa án nhân dân tỉnh Hà Nam"),
        # Other agencies keep their names; what answers a question goes on to the end of its paragraph.
        ("UBND TỈNH HÀ NAM", "TAND hai cấp xét xử 9 vụ.", "Tòa án nhân dân hai cấp"),
        (
            "UBND TỈNH HÀ NAM",
            "Trả lời: Sở Y tế cho biết trạm đã cũ. Quý này đã sửa 4 phòng khám.",
            "Sở Y tế",
        ),
        ("UBND TỈNH HÀ NAM", "Công an tỉnh trả lời: Đơn đã nhận. Đã bắt 4 kẻ gian.", "Công an tỉnh Hà Nam"),
    ],
)
def test_names_and_answers_of_agencies(publisher: str, sentence: str, owner: str) -> None:
    head = (
        f"{publisher}\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 5/BC\nBÁO CÁO\nKết quả công tác năm 2022\n\n"
    )
    assert vnreport.extract(head + sentence).measurements[0].organization == owner


def test_a_line_about_the_report_of_an_agency_heads_its_figures() -> None:
    text = (
        "HĐND TỈNH HÀ NAM\nBAN PHÁP CHẾ\nBÁO CÁO\nThẩm tra báo cáo của các cơ quan tư pháp năm 2022\n\n"
        "Ban đã họp ngày 02/12/2022.\n\n• Đối với báo cáo của Cục THADS tỉnh\n"
        "Tổng số phải thi hành trong năm của toàn tỉnh là 5.310 việc, tăng so với năm trước.\n"
    )
    assert _owner(text, "5.310 việc") == "Cục Thi hành án dân sự tỉnh Hà Nam"
