"""Web pages whose lines were wrapped: the frame stays frame, and no line of the text is lost to it."""

# Long lines are documents as they are found.
# ruff: noqa: E501

from __future__ import annotations

import textwrap

import pytest

import vnreport
from vnreport.layout import analyse

TITLE = "Chi cục Kiểm lâm tỉnh Kon Tum: Xử lý 86 vụ vi phạm Luật Lâm nghiệp trong 9 tháng đầu năm 2021"
MENU = ["Trang chủ | Giới thiệu | Tin tức | Văn bản | Liên hệ", "Trang chủ > Tin tức > Bảo vệ rừng"]
STAMP = "Ngày đăng: 12/10/2021 | Lượt xem: 317"
BODY = [
    "Chín tháng đầu năm 2021, lực lượng kiểm lâm toàn tỉnh đã kiểm tra, phát hiện 86 vụ vi phạm, giảm 14 vụ so với cùng kỳ năm 2020.",
    "Tham gia các đợt truy quét có cán bộ của Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh, Ban Quản lý Vườn quốc gia Chư Mom Ray và Ủy ban nhân dân các xã vùng biên giới.",
    "Số lâm sản tịch thu gồm 212,4 m3 gỗ các loại; thu nộp ngân sách 1,38 tỷ đồng. Đã trồng mới 1.120 ha rừng, đạt 93% kế hoạch năm.",
]
FOOT = [
    "Lê Văn Tám",
    "Các tin khác",
    "Hội thi tuyên truyền viên giỏi (08/10/2021)",
    "Số lượt truy cập: 1.204.318",
]


def page(width: int) -> str:
    lines = [*MENU, TITLE, STAMP, *BODY, *FOOT]
    return "\n".join(part for line in lines for part in textwrap.wrap(line, width, break_long_words=False))


@pytest.mark.parametrize("width", [45, 50, 55, 60, 65, 70, 80, 90, 100])
def test_wrapped_pages_keep_title_text_and_frame(width: int) -> None:
    text = page(width)
    layout = analyse(text)
    own = "\n".join(
        line
        for line in text.split("\n")
        if not layout.boilerplate.overlaps(text.index(line), text.index(line) + len(line))
    )
    assert " ".join(own.split()) == " ".join([TITLE, *BODY])
    document = vnreport.extract(text).document
    assert document.title == TITLE
    assert (document.publisher, str(document.published)) == ("Chi cục Kiểm lâm tỉnh Kon Tum", "2021-10-12")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("KẾT QUẢ CÔNG TÁC THI HÀNH ÁN DÂN SỰ QUÝ", "III/2014"),
        ("KẾT QUẢ CÔNG TÁC THI HÀNH ÁN DÂN SỰ NĂM", "2014"),
        ("Kết quả công tác thi hành án dân sự giai đoạn", "2011 - 2014"),
        ("Trồng rừng sản xuất vượt kế hoạch trong quý", "II/2014"),
    ],
)
def test_a_title_is_not_cut_before_its_number(first: str, second: str) -> None:
    text = f"{first}\n{second}\n\n{BODY[2]}\n{BODY[0]}\n"
    assert vnreport.extract(text).document.title == f"{first} {second}"


@pytest.mark.parametrize("second", ["I. KẾT QUẢ", "II/ NHIỆM VỤ", "1. Thu ngân sách"])
def test_a_heading_is_no_number_of_the_title(second: str) -> None:
    text = f"KẾT QUẢ CÔNG TÁC TRONG NĂM\n{second}\n{BODY[2]}\n"
    assert vnreport.extract(text).document.title == "KẾT QUẢ CÔNG TÁC TRONG NĂM"


@pytest.mark.parametrize("at", ["ngày", "ngày 07", "ngày 07 tháng", "ngày 07 tháng 5", "ngày 07 tháng 5 năm"])
def test_a_date_is_whole(at: str) -> None:
    first, second = at, "ngày 07 tháng 5 năm 2018".removeprefix(at).strip()
    text = f"Thực hiện Quyết định số 412/QĐ-UBND {first}\n{second} của UBND tỉnh, Sở đã kiểm tra 12 cơ sở.\n"
    assert vnreport.extract(text).instruments[0].date is not None


def test_a_stretch_of_years_is_whole() -> None:
    text = "Nhà máy nước sạch xã Tân Lập chạy lại sau 13 năm\n14 hộ ở bản Lũng đã có nước.\n"
    assert analyse(text).text == text


def test_a_title_in_capitals_goes_on_with_its_unit() -> None:
    text = "KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022\nTỈNH LAI CHÂU\n\n1. Hộ nghèo\nToàn tỉnh có 21.403 hộ nghèo.\n"
    assert (
        vnreport.extract(text).document.title
        == "KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2022 TỈNH LAI CHÂU"
    )


PARAGRAPH = "Trong năm, đơn vị đã tổ chức 24 lớp tập huấn về phòng cháy, chữa cháy cho hơn 1.350 lượt cán bộ, công chức ở cơ sở."


@pytest.mark.parametrize(
    "line",
    [
        "Các đại biểu dự lễ.",
        "Các đại biểu thực hiện nghi thức chào cờ",
        "Đoàn Chủ tịch điều hành kỳ họp.",
        "Thứ trưởng Đỗ Văn An phát biểu tại buổi làm việc",
        "Trưởng ban Dân vận Huyện ủy Lò Thị Nga trao quà cho hộ nghèo",
        ">> Khởi công cầu dân sinh ở vùng lũ",
        "Bí thư Đảng ủy xã Lò Văn Phớ, cùng đại diện các đoàn thể và đông đảo bà con trong bản, cắt băng khánh thành nhà văn hóa. Ảnh: Minh Tâm.",
    ],
)  # fmt: skip
def test_captions_and_links_between_paragraphs(line: str) -> None:
    text = f"Xã tổng kết công tác năm 2024\n12/12/2024 08:15\n{PARAGRAPH}\n{line}\n{PARAGRAPH}\n{PARAGRAPH}\n"
    assert line in [text[start:end] for start, end in analyse(text).boilerplate]


@pytest.mark.parametrize(
    "line",
    [
        "Các đại biểu đã thảo luận, góp ý vào dự thảo nghị quyết.",
        "Thứ trưởng yêu cầu các đơn vị khẩn trương giải ngân.",
        "Chủ tịch UBND xã đề nghị cấp thêm 02 máy bơm.",
        "Đại biểu tham dự: 120 người.",
    ],
)
def test_what_tells_something_is_no_caption(line: str) -> None:
    text = f"Xã tổng kết công tác năm 2024\n12/12/2024 08:15\n{PARAGRAPH}\n{line}\n{PARAGRAPH}\n{PARAGRAPH}\n"
    assert line not in [text[start:end] for start, end in analyse(text).boilerplate]


def test_the_agency_above_a_head_with_rules_is_no_menu() -> None:
    text = (
        "Đang tải nội dung, vui lòng chờ giây lát...\nỦY BAN NHÂN DÂN\nTỈNH NINH THUẬN\n*******\n\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n*******\n\nSố: 41/2010/QĐ-UBND\n\n"
        "Ninh Thuận, ngày 05 tháng 5 năm 2010\n\nQUYẾT ĐỊNH\n\nVỀ GIÁ NƯỚC SẠCH\n\nCăn cứ Luật Giá năm 2012;\n"
    )
    assert [text[s:e] for s, e in analyse(text).boilerplate] == [
        "Đang tải nội dung, vui lòng chờ giây lát..."
    ]


def test_a_title_in_one_piece_with_its_text_ends_where_the_text_begins() -> None:
    text = (
        "UBND TỈNH YÊN BÁI SỞ NỘI VỤ ------ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc Số: 9/BC-SNV "
        "Yên Bái, ngày 04 tháng 4 năm 2016 BÁO CÁO Công tác thi đua, khen thưởng quý I năm 2016 "
        "Thực hiện Kế hoạch của UBND tỉnh, Sở Nội vụ đã thẩm định 312 hồ sơ khen thưởng, tăng 5% so với cùng kỳ."
    )
    assert vnreport.extract(text).document.title == "BÁO CÁO Công tác thi đua, khen thưởng quý I năm 2016"
