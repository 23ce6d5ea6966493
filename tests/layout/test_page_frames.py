"""Page numbers of printed texts, and the frames of sites that pass documents on."""

from __future__ import annotations

import pytest

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


ARTICLE = "Sáng 4/5, xã Thanh Nưa tổ chức ra quân làm thủy lợi với 312 người tham gia trên các tuyến kênh."


def frame_of(page: str) -> list[str]:
    return [line for a, b in analyse(page).boilerplate for line in page[a:b].split("\n")]


@pytest.mark.parametrize(
    ("page", "frame"),
    [
        (f"Ra quân làm thủy lợi đầu vụ\n04/05/2019 08:00\n{ARTICLE}\nTin khác\n"
         "Nà Tấu: Gieo 12 ha ngô\nBan: Cấp 5 tấn giống",
         ["04/05/2019 08:00", "Tin khác", "Nà Tấu: Gieo 12 ha ngô", "Ban: Cấp 5 tấn giống"]),
        (f"Nhịp sống vùng cao\nĐiện Biên: 312 người ra quân làm thủy lợi\n04/05/2019 08:00\n{ARTICLE}",
         ["Nhịp sống vùng cao", "04/05/2019 08:00"]),
        (f"Ra quân làm thủy lợi đầu vụ\nMay 4, 2019\n{ARTICLE}\nRead more", ["May 4, 2019", "Read more"]),
        (f"Ra quân làm thủy lợi đầu vụ\n(Báo Điện Biên) - 04/05/2019\n{ARTICLE}",
         ["(Báo Điện Biên) - 04/05/2019"]),
        (f"Ra quân làm thủy lợi đầu vụ\n04/05/2019 08:00\n{ARTICLE}\nNguồn: thanhnua.gov.vn",
         ["04/05/2019 08:00", "Nguồn: thanhnua.gov.vn"]),
        (f"Ra quân làm thủy lợi đầu vụ\n04/05/2019 08:00\n{ARTICLE}\nTheo Tạp chí Thủy lợi",
         ["04/05/2019 08:00", "Theo Tạp chí Thủy lợi"]),
        (f"Ra quân làm thủy lợi đầu vụ\n(04/05/2019)\n{ARTICLE}\nLò Văn Inh (thanhnua.gov.vn)",
         ["(04/05/2019)", "Lò Văn Inh (thanhnua.gov.vn)"]),
        (f"Ra quân làm thủy lợi đầu vụ\n04/05/2019\n{ARTICLE}\nLò Văn Inh (Phòng Kinh tế huyện)",
         ["04/05/2019", "Lò Văn Inh (Phòng Kinh tế huyện)"]),
        (f"Ra quân làm thủy lợi đầu vụ\n04/05/2019 08:00\n{ARTICLE}\nVKSND huyện Điện Biên",
         ["04/05/2019 08:00", "VKSND huyện Điện Biên"]),
        (f"Cục Thủy lợi\n» Tin tức - Sự kiện\nRa quân làm thủy lợi đầu vụ\n04/05/2019 08:00\n{ARTICLE}",
         ["Cục Thủy lợi", "» Tin tức - Sự kiện", "04/05/2019 08:00"]),
        (f"Xã Thanh Nưa: 312 người ra quân\nTác giả: BBT | Ngày đăng: 04/05/2019 08:00\n{ARTICLE}",
         ["Tác giả: BBT | Ngày đăng: 04/05/2019 08:00"]),
        (f"Ra quân làm thủy lợi đầu vụ\n04/05/2019 08:00\n{ARTICLE}\n"
         "Bình chọn kết quả\n0 người đã bình chọn. Trung bình 0",
         ["04/05/2019 08:00", "Bình chọn kết quả", "0 người đã bình chọn. Trung bình 0"]),
        (f"Thanh Nưa: 312 người ra quân\nLượt xem: 45    Ngày: 04/05/2019    Tác giả: Lò Văn Inh\n{ARTICLE}",
         ["Lượt xem: 45    Ngày: 04/05/2019    Tác giả: Lò Văn Inh"]),
        (f"Cổng Thông tin điện tử huyện Mường Chà\nXã Sa Lông: 312 người ra quân\n(04/05/2019)\n{ARTICLE}",
         ["Cổng Thông tin điện tử huyện Mường Chà", "(04/05/2019)"]),
    ],
)  # fmt: skip
def test_lists_kickers_and_sources(page: str, frame: list[str]) -> None:
    assert frame_of(page) == frame


def test_an_english_stamp_dates_the_page() -> None:
    page = f"Ra quân làm thủy lợi đầu vụ\nMay 4, 2019\n{ARTICLE}\nRead more"
    assert str(vnreport.extract(page).document.published) == "2019-05-04"


def test_a_part_of_a_site_above_a_headline_is_no_title() -> None:
    page = f"Tin hoạt động các huyện, thị xã\nXã Thanh Nưa ra quân làm thủy lợi\n04/05/2019 08:00\n{ARTICLE}"
    assert vnreport.extract(page).document.title == "Xã Thanh Nưa ra quân làm thủy lợi"


@pytest.mark.parametrize(
    "foot",
    [
        "Các câu trả lời khác",
        "Bản tin khác: Tuần 33 | Tuần 32 | Tuần 31",
        "Gửi câu hỏi mới",
        "Đánh giá câu trả lời: ☆☆☆☆☆ (0 lượt)",
        "Nghe bài viết (4 phút 12 giây)",
        "Tải file: tuan34.xlsx (214 KB)",
        "Đính kèm: BC_tuan38.pdf (212 KB)",
        "Tin, bài: Thế Hiển",
    ],
)
def test_what_pages_put_below_an_article_is_frame(foot: str) -> None:
    top = "Trang chủ » Tin tức\nHuyện Trà Cú kiểm tra an toàn thực phẩm\n12/08/2019 08:14"
    text = f"{top}\n\n{PARAGRAPH}\n\n{foot}\n"
    assert foot in frame(text)
