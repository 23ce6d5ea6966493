"""Page numbers of printed texts, and the frames of sites that pass documents on."""

from __future__ import annotations

import vnreport
from vnreport.layout import analyse

PARAGRAPH = "Trong kỳ, các đội đã kiểm tra nhiều cơ sở, nhắc nhở và xử lý vi phạm theo đúng quy định. " * 8
HEAD = """ỦY BAN NHÂN DÂN
TỈNH TRÀ VINH
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 7/CT-UBND
Trà Vinh, ngày 12 tháng 8 năm 2019
CHỈ THỊ
Về phòng cháy, chữa cháy
Thời gian qua, trên địa bàn tỉnh xảy ra 45 vụ cháy, làm 3 người bị thương.
"""
ATTRIBUTES = """Thuộc tính văn bản
Số hiệu: 7/CT-UBND
Loại văn bản: Chỉ thị
Nơi ban hành: Tỉnh Trà Vinh
Ngày ban hành: 12/08/2019
Ngày cập nhật: 20/11/2024
Tình trạng: Đã biết
"""


def frame(text: str) -> list[str]:
    found = " ".join(text[start:end] for start, end in analyse(text).boilerplate)
    return [line for line in text.split("\n") if line and line in found]


def test_page_numbers_count_on_a_page_apart() -> None:
    text = f"BÁO CÁO\nKết quả năm 2020\n{PARAGRAPH}\n1\n{PARAGRAPH}\n- 2 -\n{PARAGRAPH}\n"
    layout = analyse(text)
    assert [text[start:end] for start, end in layout.boilerplate] == ["1", "- 2 -"]


def test_numbers_of_rows_are_no_page_numbers() -> None:
    text = f"BÁO CÁO\nKết quả năm 2020\n{PARAGRAPH}\nSTT\n1\nLợn\n12\n2\nGà\n3\n{PARAGRAPH}\n"
    assert not analyse(text).boilerplate


def test_the_table_of_a_legal_site_is_frame_and_the_head_below_it_is_not() -> None:
    text = ATTRIBUTES + HEAD
    assert frame(text) == ATTRIBUTES.strip().split("\n")
    document = vnreport.extract(text).document
    assert (document.publisher, str(document.published)) == ("Ủy ban nhân dân tỉnh Trà Vinh", "2019-08-12")


def test_a_sharing_site_frames_a_document_with_a_head() -> None:
    text = "Tải bản đầy đủ (.doc) (11 trang)\nUBND HUYỆN CÀNG LONG\nPHÒNG NỘI VỤ\n" + HEAD.split("\n", 2)[2]
    assert frame(text) == ["Tải bản đầy đủ (.doc) (11 trang)"]


def test_the_day_of_issue_comes_before_the_day_of_the_page() -> None:
    days = "Ngày cập nhật: 20/11/2024\nNgày ban hành: 12/08/2019"
    text = f"Chỉ thị về phòng cháy, chữa cháy\n\n{days}\n\n{PARAGRAPH}"
    assert str(vnreport.extract(text).document.published) == "2019-08-12"
