"""The parts of a head that a narrow table cell had cut over lines, headlines that lost their break."""

from __future__ import annotations

import pytest

import vnreport
from vnreport.layout import analyse

CELLS = """\
ỦY
BAN NHÂN DÂN
TỈNH HÒA PHÚ
-------
|
CỘNG
HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
|
Số:
21/2011/QĐ-UBND
|
Hòa
Phú, ngày 09 tháng 8 năm 2011
|
QUYẾT ĐỊNH
BAN HÀNH QUY ĐỊNH VỀ QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH HÒA PHÚ
ỦY BAN NHÂN DÂN TỈNH HÒA PHÚ
Căn cứ Nghị định số
02/2003/NĐ-CP ngày 14/01/2003 của Chính phủ về phát triển và quản lý chợ;
Xét đề nghị của Giám đốc
Sở Công Thương tại Tờ trình số 88/TTr-SCT,
QUYẾT ĐỊNH:
Điều
1. Ban hành kèm theo Quyết định này Quy định về quản lý chợ.
TM.
ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
Nguyễn Văn Bình
|
QUY ĐỊNH
Về quản lý chợ
"""
BARRED = """\
ỦY BAN NHÂN DÂN |
CỘNG HÒA XÃ
HỘI CHỦ NGHĨA VIỆT NAM |
Số: 31/2013/QĐ-UBND |
Hòa Phú, ngày 5 tháng 6 năm 2013 |
BAN HÀNH QUY CHẾ QUẢN LÝ NGHĨA TRANG TRÊN ĐỊA BÀN TỈNH HÒA PHÚ
ỦY BAN NHÂN DÂN TỈNH HÒA PHÚ
Căn cứ Luật Đất đai ngày 26 tháng 11 năm 2003;
QUYẾT ĐỊNH:
Điều 1. Ban hành kèm theo Quyết định này Quy chế quản lý nghĩa trang.
"""


def shown(text: str, span: tuple[int, int] | None) -> str | None:
    return " ".join(text[span[0] : span[1]].split()) if span else None


def test_a_head_of_narrow_cells() -> None:
    layout = analyse(CELLS)
    assert shown(CELLS, layout.dateline) == "Hòa Phú, ngày 09 tháng 8 năm 2011"
    title = "QUYẾT ĐỊNH BAN HÀNH QUY ĐỊNH VỀ QUẢN LÝ CHỢ TRÊN ĐỊA BÀN TỈNH HÒA PHÚ"
    assert shown(CELLS, layout.title) == title
    assert shown(CELLS, layout.signature) == "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH Nguyễn Văn Bình"
    headings = [section.heading for section in layout.sections if section.heading]
    assert headings[:2] == ["QUYẾT ĐỊNH:", "Điều\n1."]


def test_what_a_document_of_narrow_cells_says_of_itself() -> None:
    document = vnreport.extract(CELLS).document
    assert document.publisher == "Ủy ban nhân dân tỉnh Hòa Phú"
    assert (document.number, str(document.published)) == ("21/2011/QĐ-UBND", "2011-08-09")


def test_bars_at_the_ends_of_lines() -> None:
    layout = analyse(BARRED)
    assert shown(BARRED, layout.dateline) == "Hòa Phú, ngày 5 tháng 6 năm 2013"
    assert shown(BARRED, layout.title) == "BAN HÀNH QUY CHẾ QUẢN LÝ NGHĨA TRANG TRÊN ĐỊA BÀN TỈNH HÒA PHÚ"
    assert vnreport.extract(BARRED).document.publisher != "Hội chủ nghĩa việt nam"


LEAD = (
    "Trong những tháng đầu năm, các đơn vị trong huyện đã tổ chức nhiều đợt ra quân làm vệ sinh, "
    "thu gom rác thải trên các tuyến đường chính, trồng mới hàng nghìn cây xanh ở các khu dân cư, "
    "cùng với đó là các lớp tập huấn cho cán bộ cơ sở về phân loại rác tại nguồn ở mỗi gia đình. "
    "Kết quả bước đầu được người dân ghi nhận."
)


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Chung tay giữ gìn môi trường xanh, sạch ở từng khu dân cư", True),
        ("Ứng dụng iPhone và eTax trong quản lý thuế ở từng địa phương.", False),
    ],
)
def test_a_headline_glued_to_its_text(headline: str, title: bool) -> None:
    text = f"15/05/2023\nXem cỡ chữ\nIn\nGửi email\n{headline}{LEAD}\n{LEAD}"
    assert (shown(text, analyse(text).title) == headline) is title


@pytest.mark.parametrize(
    "text",
    [
        "Công tác chuyển đổi số\n12 đơn vị đã hoàn thành kế hoạch.",
        "Tin trong ngày\nHội nghị tổng kết.",
        "Các đơn vị trực thuộc\nVăn phòng Sở",
        "Chỉ số\n12,5%",
    ],
)
def test_lines_that_do_not_go_on(text: str) -> None:
    assert len(analyse(text).sentences) >= 2


@pytest.mark.parametrize(
    "text",
    [
        "Thực hiện Quyết định số\n846/QĐ-TTg của Thủ tướng Chính phủ.",
        "Căn cứ báo cáo của\nSở Y tế về kết quả khám bệnh;",
        "Luật Thống kê ngày\n23 tháng 11 năm 2015 đã được thông qua.",
    ],
)
def test_lines_that_go_on(text: str) -> None:
    assert len(analyse(text).sentences) == 1


FOOT = """\
Điện lực phát triển khách hàng
Ngày đăng: 09/8/2022
Trong tháng 7, đơn vị đã thay 214 công tơ và sửa chữa 12 tuyến đường dây trên địa bàn huyện An Hòa.
Đơn vị tiếp tục vận động các hộ dân tiết kiệm điện trong những ngày nắng nóng kéo dài sắp tới.
Thu Hà - Phòng Kinh doanh
Quay lại
Những tin bài liên quan: Điện về bản mới | Hội nghị khách hàng năm 2022
Lịch cắt điện ngày 10/08/2022
Đang truy cập: 31
"""


def test_the_foot_of_a_page_from_its_author_on() -> None:
    layout = analyse(FOOT)
    frame = " ".join(FOOT[start:end] for start, end in layout.boilerplate)
    assert "Thu Hà" in frame
    assert "Lịch cắt điện" in frame
    assert "An Hòa" not in frame


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("Quang cảnh buổi gặp mặt", True),
        ("Các đại biểu chụp ảnh lưu niệm tại vườn hoa", True),
        ("Đồng chí Trần Văn Nam, Phó Giám đốc Sở phát biểu khai mạc", True),
        ("Đồng chí Trần Văn Nam, Phó Giám đốc Sở phát biểu khai mạc.", False),
        ("Kết quả kết nối cung cầu", False),
    ],
)
def test_captions_without_the_word_for_a_picture(line: str, caption: bool) -> None:
    text = (
        "Sở Công Thương gặp mặt doanh nghiệp đầu năm\nNgày đăng: 12/05/2023\nLượt xem: 120\n"
        "Sáng 11/5, Sở Công Thương đã gặp mặt các doanh nghiệp trong tỉnh với 45 đơn vị tham gia.\n"
        f"{line}\n"
        "Tại buổi gặp, các đại biểu đã trao đổi nhiều giải pháp thúc đẩy tiêu thụ nông sản sắp tới.\n"
        "Các doanh nghiệp đã ký kết 12 biên bản ghi nhớ về tiêu thụ sản phẩm của các hợp tác xã.\n"
    )
    layout = analyse(text)
    start = text.index(line)
    assert layout.boilerplate.overlaps(start, start + len(line)) is caption
