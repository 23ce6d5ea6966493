"""Whose page a text stands on, who stands behind a title, and what a damaged head still tells."""

from __future__ import annotations

import pytest

import vnreport
from benchmarks import gold_damage

BODY = "Đến nay đã tập huấn cho 212 người, kinh phí 145 triệu đồng."
MENU = "Trang chủ | Giới thiệu | Tin tức | Liên hệ"


def document(text: str) -> vnreport.report.Document:
    return vnreport.extract(text).document


@pytest.mark.parametrize(
    ("banner", "publisher", "place"),
    [
        (["SỞ Y TẾ TỈNH LAI CHÂU", "TRUNG TÂM PHÁP Y"], "Trung tâm Pháp y tỉnh Lai Châu", "tỉnh Lai Châu"),
        (["CỔNG THÔNG TIN ĐIỆN TỬ TỈNH HÀ NAM", "SỞ NGOẠI VỤ"], "Sở Ngoại vụ", "tỉnh Hà Nam"),
        (["SỞ TÀI CHÍNH", "Tin tức"], "Sở Tài chính", None),
    ],
)
def test_the_lower_line_of_a_banner_owns_the_page(
    banner: list[str], publisher: str, place: str | None
) -> None:
    lines = "\n".join(banner)
    found = document(f"{lines}\n{MENU}\nNhiều việc vượt kế hoạch năm 2019\n05/4/2019 08:15\n\n{BODY}")
    assert (found.publisher or "").casefold() == publisher.casefold()
    assert place is None or found.place == place


@pytest.mark.parametrize(
    ("foot", "publisher"),
    [
        ("Cơ quan chủ quản: Sở Nội vụ", "Sở Nội vụ"),
        ("Bản quyền thuộc về UBND huyện Tam Nông", "Ủy ban nhân dân huyện Tam Nông"),
        ("© Bản quyền thuộc Trang thông tin điện tử huyện Tam Nông", "Ủy ban nhân dân huyện Tam Nông"),
        ("Bản quyền thuộc Đài Phát thanh và Truyền hình Hà Nam", None),
    ],
)
def test_the_foot_of_a_page_names_its_owner(foot: str, publisher: str | None) -> None:
    page = f"{MENU}\nNhiều việc vượt kế hoạch\n05/4/2019 08:15\n\n{BODY}\nChia sẻ\nCác tin khác\n{foot}"
    found = document(page).publisher
    assert found == publisher or (publisher is None and "Hà Nam" in str(found))


def test_a_commune_that_opens_the_title_has_its_committee() -> None:
    text = f"Xã Phú Lương gieo cấy xong 120 ha lúa\n05/02/2021 08:15\n\n{BODY}"
    found = document(text)
    assert (found.publisher, found.place) == ("Ủy ban nhân dân xã Phú Lương", "xã Phú Lương")


@pytest.mark.parametrize(
    ("title", "publisher", "place"),
    [
        ("Giám đốc Sở Y tế tỉnh Yên Bái kiểm tra công tác tiêm chủng", "Sở Y tế", "tỉnh Yên Bái"),
        ("Chủ tịch UBND huyện Ba Bể thăm hộ nghèo tại xã Thượng Giáo",
         "Ủy ban nhân dân huyện Ba Bể", "huyện Ba Bể"),
        ("Kỳ họp thứ 4, HĐND huyện Tủa Chùa khóa XX", "Hội đồng nhân dân huyện Tủa Chùa", "huyện Tủa Chùa"),
        ("Xã Ea Pô: Khai mạc kỳ họp thứ 3 HĐND xã Ea Pô", "Hội đồng nhân dân xã Ea Pô", "xã Ea Pô"),
    ],
)  # fmt: skip
def test_who_stands_behind_a_title(title: str, publisher: str, place: str) -> None:
    found = document(f"{title}\n\nSáng 5/3, đoàn đã đến thăm. {BODY}")
    assert (found.publisher, found.place) == (publisher, place)


def test_a_question_put_to_an_office_holder_is_none_of_its_deeds() -> None:
    text = f"Chủ tịch Quốc hội: Cần chăm lo cho trẻ em\n\nTheo Sở Y tế tỉnh Yên Bái, {BODY}"
    assert document(text).publisher == "Sở Y tế"


def test_the_body_before_a_colon_goes_before_the_page() -> None:
    text = f"CÔNG AN TỈNH LONG AN\nCông an huyện Bến Lức: Bắt 3 đối tượng\n\nTối 5/3, bắt 3 đối tượng. {BODY}"
    assert document(text).publisher == "Công an huyện Bến Lức"


def test_answers_are_given_by_who_says_so_not_by_the_council_of_the_session() -> None:
    text = (
        "Kết quả giải quyết kiến nghị của cử tri trước kỳ họp thứ 8 HĐND tỉnh khóa X\n\n"
        f"UBND tỉnh Hậu Giang báo cáo kết quả giải quyết như sau: {BODY}"
    )
    assert document(text).publisher == "Ủy ban nhân dân tỉnh Hậu Giang"


HEAD = (
    "UBND HUYỆN BÌNH GIA\nPHÒNG NỘI VỤ\nSố: 45/BC-NV\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
    "Độc lập - Tự do - Hạnh phúc\nBình Gia, ngày 12 tháng 7 năm 2019\n\n"
    f"BÁO CÁO\nKết quả công tác thi đua, khen thưởng 6 tháng đầu năm 2019\n\n{BODY}\n"
)


@pytest.mark.parametrize("damage", ["dropped", "replaced", "stripped", "tcvn3", "vni", "mojibake", "nfd"])
def test_a_damaged_head_still_names_the_agency(damage: str) -> None:
    found = document(getattr(gold_damage, damage)(HEAD))
    assert (found.publisher or "").casefold() == "phòng nội vụ huyện bình gia"
    assert str(found.published) == "2019-07-12"


@pytest.mark.parametrize("label", ["S:", "S?:", "Số:", "SỐ:"])
def test_the_number_is_no_part_of_the_name_above_it(label: str) -> None:
    assert (document(HEAD.replace("Số:", label)).publisher or "").casefold() == "phòng nội vụ huyện bình gia"


def test_capitals_that_an_old_font_has_not_are_capitals() -> None:
    head = HEAD.replace("PHÒNG NỘI VỤ", "PHòNG NộI Vụ")
    assert (document(head).publisher or "").casefold() == "phòng nội vụ huyện bình gia"


@pytest.mark.parametrize(
    ("lines", "publisher"),
    [
        ("PHÒNG GD&ĐT HUYỆN BÌNH GIA\nTRƯỜNG: THCS TÂN VĂN", "trường thcs tân văn"),
        ("CÔNG TY NƯỚC SẠCH LẠNG SƠN   Độc lập", "công ty nước sạch lạng sơn"),
        ("BỆNH VIỆN PHỔI LẠNG SƠN\nKHOA HỒI SỨC", "bệnh viện phổi lạng sơn"),
        ("BQL DỰ ÁN CẤP NƯỚC\nHUYỆN BÌNH GIA", "ban quản lý dự án cấp nước huyện bình gia"),
        (
            "UBMTTQVN TỈNH LẠNG SƠN\nBAN THƯỜNG TRỰC ỦY BAN MTTQ VIỆT NAM HUYỆN BÌNH GIA",
            "ủy ban mặt trận tổ quốc việt nam huyện bình gia",
        ),
        ("HĐND HUYỆN BÌNH GIA\nĐOÀN GIÁM SÁT", "hội đồng nhân dân huyện bình gia"),
        ("SỞ Y TẾ LẠNG SƠN\nBVĐKKV BÌNH GIA", "bệnh viện đa khoa khu vực bình gia"),
    ],
)
def test_names_of_the_left_column(lines: str, publisher: str) -> None:
    text = HEAD.replace("UBND HUYỆN BÌNH GIA\nPHÒNG NỘI VỤ", lines)
    assert (document(text).publisher or "").casefold().replace("trung học cơ sở", "thcs") == publisher


def test_the_unit_of_a_superior_in_brackets_is_the_place() -> None:
    who = "Hạt Quản lý đường bộ số 2"
    text = f"{who} phát quang 14 km\n\n{who} (Sở Giao thông vận tải Lào Cai) đã xong. {BODY}"
    assert document(text).place == "tỉnh Lào Cai"


def test_the_page_seats_a_body_that_names_no_place() -> None:
    fund = "Quỹ Bảo trì đường bộ"
    banner = f"Cổng thông tin điện tử tỉnh Hà Nam\n{MENU}"
    found = document(f"{banner}\n{fund} thu 14 tỷ đồng\n05/4/2019 08:15\n\n{fund} đã thu 14 tỷ đồng.")
    assert (found.publisher, found.place) == (fund, "tỉnh Hà Nam")


@pytest.mark.parametrize(
    ("form", "publisher"),
    [
        ("BỘ Y TẾ\nBÁO CÁO THỐNG KÊ BỆNH VIỆN NĂM 2021\nBệnh viện: BỆNH VIỆN PHỔI TỈNH HÀ NAM\n",
         "Bệnh viện Phổi tỉnh Hà Nam"),
        ("Biểu số: 02/BCX\nBÁO CÁO\nHộ nghèo năm 2021\nĐơn vị báo cáo: Ủy ban nhân dân xã Thanh Lâm\n"
         "Đơn vị nhận báo cáo: Chi cục Thống kê huyện Thanh Liêm\n", "Ủy ban nhân dân xã Thanh Lâm"),
    ],
)  # fmt: skip
def test_a_form_says_who_fills_it_in(form: str, publisher: str) -> None:
    assert document(f"{form}Đã có 214 hộ thoát nghèo.\n").publisher == publisher


def test_several_units_give_no_level_to_a_region() -> None:
    text = "Sơ kết công tác ở các tỉnh Tây Nguyên\n\nCó 214 đại biểu của các tỉnh Tây Nguyên dự."
    assert document(text).place == "Tây Nguyên"
