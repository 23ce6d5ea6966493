"""Whose report it is, where the head says it oddly or there is none: boards, teams, arms, closing words."""

from __future__ import annotations

import pytest

import vnreport

BODY = "Đã tổ chức 14 lớp tập huấn cho 520 người, kinh phí 310 triệu đồng."
MENU = "Trang chủ | Giới thiệu | Tin tức | Liên hệ"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"


def document(text: str) -> vnreport.report.Document:
    return vnreport.extract(text).document


@pytest.mark.parametrize(
    ("head", "publisher", "place"),
    [
        ("CỤC THUẾ TỈNH LONG AN\nSố:        /BC-CT", "Cục Thuế tỉnh Long An", "tỉnh Long An"),
        ("UBND THỊ XÃ NINH HÒA\nPHÒNG Y TẾ\n-----o0o-----\nSỐ:      /BC-PYT",
         "Phòng Y tế thị xã Ninh Hòa", "thị xã Ninh Hòa"),
        ("UBND HUYỆN BẢO LÂM\nBAN CHỈ ĐẠO LIÊN NGÀNH VỀ VSATTP\nSố: 4/BC-BCĐ",
         "Ban chỉ đạo liên ngành về vệ sinh an toàn thực phẩm huyện Bảo Lâm", "huyện Bảo Lâm"),
    ],
)  # fmt: skip
def test_a_number_that_is_left_blank_is_no_part_of_a_name(head: str, publisher: str, place: str) -> None:
    found = document(f"{head}\n{STATE}\n\nBÁO CÁO\nKết quả công tác quý I năm 2012\n\n{BODY}\n")
    assert ((found.publisher or "").casefold(), found.place) == (publisher.casefold(), place)


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("Bài phát biểu khai mạc của đồng chí Giám đốc Sở Công Thương tại hội nghị khuyến công năm 2012\n\n"
         f"Hợp tác xã Tân Phú có 3 sản phẩm. {BODY}", "Sở Công Thương"),
        (f"Báo cáo\nHoạt động tháng 8\ncủa Hội Nông dân xã Tân Phú\n\n{BODY}\nTM. Ban Thường vụ\n",
         "Hội Nông dân xã Tân Phú"),
        (f"Báo cáo của Ban Chấp hành Hội Cựu giáo chức tỉnh Hà Nam: Tổng kết nhiệm kỳ 2008 - 2013\n\n{BODY}",
         "Hội Cựu giáo chức tỉnh Hà Nam"),
        ("TRẢ LỜI KIẾN NGHỊ CỦA CỬ TRI\n\nCâu 1. Công ty Thủy nông Sông Hồng đặt 2 máy bơm dã chiến.\n"
         f"{BODY}\nTrên đây là nội dung trả lời của Sở Công Thương tỉnh Hà Nam, kính gửi cử tri.",
         "Sở Công Thương"),
        (f"Tình hình nợ thuế quý I/2012\n\n{BODY}\nTrên đây là báo cáo quý I/2012, "
         "Chi cục Thuế huyện Kim Bảng kính trình UBND huyện xem xét.", "Chi cục Thuế huyện Kim Bảng"),
        ("Trong tháng 9/2008, tình hình trên địa bàn biên giới do Đồn Biên phòng Tân Thanh quản lý có mấy "
         "nét như sau:\n- Tổ công tác bắt 8 vụ; Đội Kiểm soát bắt 2 vụ.", "Đồn Biên phòng Tân Thanh"),
        ("Kiểm lâm Hà Nam bắt giữ 4 xe chở gỗ\n\nNgày 5/3, tổ tuần tra thuộc Chi cục Kiểm lâm bắt 4 xe.",
         "Chi cục Kiểm lâm tỉnh Hà Nam"),
        ("Kết quả thi hành án 5 tháng đầu năm 2026\ncủa Phòng Thi hành án dân sự khu vực 4 - Hà Tĩnh\n\n"
         f"{BODY}", "Phòng Thi hành án dân sự khu vực 4 - Hà Tĩnh"),
        ("Điều hành tiền tệ 6 tháng đầu năm 2023\n\nNgân hàng Nhà nước cho biết, lãi suất đã giảm 0,5%.",
         "Ngân hàng Nhà nước Việt Nam"),
    ],
)  # fmt: skip
def test_who_reports_without_a_head(text: str, publisher: str) -> None:
    assert document(text).publisher == publisher


def test_what_others_ordered_is_not_by_who_closes() -> None:
    text = (
        "Sơ kết công tác hòa giải\n\nHội Luật gia huyện Tam Nông đã hòa giải 14 vụ. "
        "Hội Luật gia huyện Tam Nông tổ chức 3 lớp.\nTrên đây là kết quả thực hiện kế hoạch của UBND tỉnh."
    )
    assert document(text).publisher == "Hội Luật gia huyện Tam Nông"


@pytest.mark.parametrize(
    ("banner", "first", "publisher"),
    [
        ("Website Chi cục Kiểm lâm tỉnh Hà Nam",
         "Ngày 12/5, Đội Kiểm lâm cơ động số 2 dừng kiểm tra 1 xe khách.",
         "Chi cục Kiểm lâm tỉnh Hà Nam"),
        ("BẢO HIỂM XÃ HỘI TỈNH HÀ NAM", "BHXH huyện Kim Bảng vừa có báo cáo tháng 9. Đơn vị thu 47 tỷ đồng.",
         "Bảo hiểm xã hội huyện Kim Bảng"),
        ("BÁO HÀ NAM ĐIỆN TỬ - Cơ quan của Đảng bộ tỉnh Hà Nam",
         "Nhờ làm tốt công tác kê khai, Chi cục Thuế huyện Kim Bảng hoàn thành dự toán.",
         "Chi cục Thuế huyện Kim Bảng"),
        ("Trang thông tin điện tử huyện Kim Bảng",
         "Chiều 13/3, Ban Chấp hành Đảng bộ huyện sơ kết 3 năm. Báo cáo của Huyện ủy Kim Bảng nêu rõ.",
         "Huyện ủy Kim Bảng"),
    ],
)  # fmt: skip
def test_whose_matter_it_is_on_whose_page(banner: str, first: str, publisher: str) -> None:
    headline = "Hoàn thành sớm nhiều chỉ tiêu được giao trong năm\n05/4/2012 08:15"
    page = f"{banner}\n{MENU}\n{headline}\n\n{first} {BODY}"
    assert document(page).publisher == publisher


def test_a_body_that_leads_the_country_is_of_no_province() -> None:
    text = (
        "BÁO CÁO NHANH\nTình hình thiên tai ngày 19/10/2020\n\n"
        "Văn phòng thường trực Ban Chỉ đạo Trung ương về phòng, chống thiên tai báo cáo thiệt hại như sau:\n"
        "Quảng Bình ngập 93.402 nhà; Quảng Bình chết 4 người."
    )
    found = document(text)
    assert (found.place, (found.publisher or "").endswith("thiên tai")) == (None, True)


def test_a_national_committee_that_signs_in_the_capital_is_of_no_province() -> None:
    head = f"BAN CHỈ ĐẠO QUỐC GIA VỀ PHÒNG, CHỐNG THIÊN TAI\nSố: 12/BC-BCĐ\n{STATE}"
    date = "Hà Nội, ngày 12 tháng 9 năm 2024"
    assert document(f"{head}\n{date}\n\nBÁO CÁO\nKết quả công tác năm 2024\n\n{BODY}\n").place is None


def test_the_source_that_is_a_part_of_the_page_is_not_who_reports() -> None:
    page = (
        f"Cục Thống kê tỉnh Hà Nam\n{MENU}\nTình hình kinh tế 9 tháng năm 2014\n26/09/2014 08:15\n\n"
        f"Chỉ số giá tăng 0,3%. {BODY}\nNguồn: Phòng Tổng hợp\n"
    )
    assert document(page).publisher == "Cục Thống kê tỉnh Hà Nam"


@pytest.mark.parametrize(
    ("title", "publisher", "place"),
    [
        ("Công khai kết luận thanh tra tài chính tại UBND huyện Kim Bảng", "Thanh tra tỉnh Hà Nam",
         "huyện Kim Bảng"),
        ("Công khai kết luận thanh tra tài chính tại UBND xã Đồng Hóa", "Thanh tra huyện Kim Bảng",
         "huyện Kim Bảng"),
        ("Công khai kết luận thanh tra đất đai tại xã Đồng Hóa, huyện Kim Bảng", "Thanh tra tỉnh Hà Nam",
         "huyện Kim Bảng"),
        ("Trả lời kiến nghị của cử tri huyện Kim Bảng và huyện Bình Lục", "Sở Giao thông vận tải tỉnh Hà Nam",
         "tỉnh Hà Nam"),
    ],
)  # fmt: skip
def test_of_which_unit_a_title_is(title: str, publisher: str, place: str) -> None:
    assert document(f"{title}\n\nTheo {publisher}, đã xong. {BODY}").place == place


def test_where_the_story_of_a_paper_happens() -> None:
    page = (
        "BÁO HÀ NAM ĐIỆN TỬ - Cơ quan của Đảng bộ tỉnh Hà Nam\nTrang chủ | Kinh tế | Xã hội\n"
        "08:11, 27/07/2020\nKhởi công cầu mới thay phà ngang\n"
        f"Người dân hai bên bờ sông Đáy (huyện Kim Bảng) không còn phải chờ phà nữa. {BODY}"
    )
    found = document(page)
    assert (found.publisher, found.place) == ("Báo Hà Nam", "huyện Kim Bảng")


def test_the_lower_body_of_a_banner_on_one_line_owns_the_page() -> None:
    page = (
        f"SỞ NÔNG NGHIỆP VÀ PTNT HÀ NAM | CHI CỤC TRỒNG TRỌT VÀ BẢO VỆ THỰC VẬT\n{MENU}\n"
        f"Sâu bệnh trên lúa trong 7 ngày qua\n05/4/2019 08:15\n\nRầy nâu nhiễm 214 ha. {BODY}"
    )
    assert document(page).publisher == "Chi cục Trồng trọt và Bảo vệ thực vật tỉnh Hà Nam"


def test_minutes_are_of_the_body_where_they_were_taken() -> None:
    text = (
        "BIÊN BẢN HỘI NGHỊ CÁN BỘ, VIÊN CHỨC NĂM HỌC 2011 - 2012\n\nThời gian: 14 giờ 00.\n"
        f"Địa điểm: Văn phòng Trường THCS Đồng Hóa.\nCó mặt: 29/31 đồng chí.\n{BODY}\n"
    )
    assert document(text).publisher == "Trường THCS Đồng Hóa"
