from __future__ import annotations

import pytest
from ahocorasick_rs import AhoCorasick

from vnreport import gazetteer
from vnreport.layout import analyse
from vnreport.locality import locality
from vnreport.mentions import organizations, places
from vnreport.mentions.places import again
from vnreport.report import PlaceMention


def find(text: str) -> list[PlaceMention]:
    layout = analyse(text)
    return places.find(text, layout, organizations.find(text, layout))


@pytest.mark.parametrize(
    ("text", "name", "level", "code", "successor"),
    [
        ("tỉnh Thái Bình", "tỉnh Thái Bình", "province", "34", "tỉnh Hưng Yên"),
        ("TP Hải Phòng", "thành phố Hải Phòng", "province", "31", None),
        ("TP.Hải Phòng", "thành phố Hải Phòng", "province", "31", None),
        ("TP. Hồ Chí Minh", "thành phố Hồ Chí Minh", "province", "79", None),
        ("Bà Rịa-Vũng Tàu", "Bà Rịa - Vũng Tàu", "province", "77", "thành phố Hồ Chí Minh"),
        ("TỈNH THANH HOÁ", "tỉnh Thanh Hóa", "province", "38", None),
        ("quận Lê Chân", "quận Lê Chân", "district", "305", None),
        ("huyện Côn Đảo", "huyện Côn Đảo", "district", "755", "đặc khu Côn Đảo"),
        ("phường Dư Hàng Kênh", "phường Dư Hàng Kênh", "commune", "11404", "phường Lê Chân"),
        ("H. Sóc Sơn", "huyện Sóc Sơn", "district", "016", None),
        ("Việt Nam", "Việt Nam", "country", None, None),
        ("đồng bằng sông Cửu Long", "đồng bằng sông Cửu Long", "other", None, None),
        ("thôn Đông Phước", "thôn Đông Phước", "other", None, None),
        ("huyện Đakrông", "huyện Đa Krông", "district", "467", None),
        ("Quốc lộ 1A", "Quốc lộ 1A", "other", None, None),
    ],
)
def test_a_place_with_its_unit(
    text: str, name: str, level: str, code: str | None, successor: str | None
) -> None:
    (mention,) = find(f"tại {text} có")
    assert mention.text == text
    assert (mention.name, mention.level, mention.code, mention.successor) == (name, level, code, successor)


@pytest.mark.parametrize(
    "text",
    [
        "toàn tỉnh, các huyện và thành phố",
        "UBND tỉnh Thái Bình",
        "hoạt động Thông tin, văn bản Quốc hội",
        "yêu cầu Sở báo cáo, biên bản Hội nghị",
        "dịch tả lợn châu Phi, 100 đô la Mỹ",
        "tiếng Anh và tiếng Pháp",
        "Anh Nguyễn Văn A",
    ],
)
def test_what_is_no_place_of_its_own(text: str) -> None:
    assert find(text) == []


def test_a_name_borne_by_many_units_is_told_by_its_neighbours() -> None:
    district = find("tại huyện Châu Thành, tỉnh Kiên Giang")[0]
    assert district.code == "905"
    assert gazetteer.district_codes()["905"].parent == "91"


def test_a_name_borne_by_many_units_is_told_by_the_documents_province() -> None:
    *_, district = find("Báo cáo của tỉnh Bến Tre\nTại huyện Châu Thành có mưa.")
    assert district.text == "huyện Châu Thành"
    assert district.code is not None
    assert gazetteer.district_codes()[district.code].parent == "83"


def test_an_undecided_name_has_no_code() -> None:
    (district,) = find("tại huyện Châu Thành có mưa")
    assert (district.level, district.code) == ("district", None)


def test_the_map_is_chosen_by_the_date_of_the_document() -> None:
    assert find("Ngày 15/8/2025, tỉnh Lào Cai công bố")[0].code == "15"
    assert find("Ngày 15/8/2019, tỉnh Lào Cai công bố")[0].code == "10"


def test_a_list_shares_its_level_word() -> None:
    found = find("Các huyện Tiền Hải, Thái Thụy và Kiến Xương bị ngập")
    assert [(m.text, m.name) for m in found] == [
        ("Tiền Hải", "huyện Tiền Hải"),
        ("Thái Thụy", "huyện Thái Thụy"),
        ("Kiến Xương", "huyện Kiến Xương"),
    ]


def test_a_list_of_other_places_shares_its_word() -> None:
    found = find("Các tuyến đường Nguyễn Huệ, Lê Lợi và các cửa khẩu Hữu Nghị (12 vụ), Tân Thanh")
    assert [m.text for m in found] == ["Nguyễn Huệ", "Lê Lợi", "Hữu Nghị", "Tân Thanh"]


def test_the_place_of_signing_is_found_and_is_the_home_of_the_document() -> None:
    text = "Số: 12/BC-UBND\nNinh Kiều, ngày 24 tháng 6 năm 2013\n\nUBND quận báo cáo"
    assert [m.text for m in find(text)] == ["Ninh Kiều"]
    home = locality(text)
    assert home.district is not None
    assert home.district.full == "quận Ninh Kiều"
    assert home.province is not None
    assert home.province.name == "Cần Thơ"


@pytest.mark.parametrize(
    ("count", "rows"),
    [
        (34, {u.code for same in gazetteer.provinces().values() for u in same if u.until == 9999}),
        (63, {u.name for same in gazetteer.provinces().values() for u in same if u.until >= 2024} - {"Huế"}),
        (3321, {u.code for same in gazetteer.communes().values() for u in same if u.until == 9999}),
    ],
)  # fmt: skip
def test_the_maps_have_the_units_of_the_resolutions(count: int, rows: set[str]) -> None:
    assert len(rows) == count


@pytest.mark.parametrize(
    ("old", "today"),
    [
        # Nghị quyết 202/2025/QH15, Điều 1.
        ("Hà Giang", "tỉnh Tuyên Quang"),
        ("Yên Bái", "tỉnh Lào Cai"),
        ("Bắc Kạn", "tỉnh Thái Nguyên"),
        ("Vĩnh Phúc", "tỉnh Phú Thọ"),
        ("Hòa Bình", "tỉnh Phú Thọ"),
        ("Bắc Giang", "tỉnh Bắc Ninh"),
        ("Thái Bình", "tỉnh Hưng Yên"),
        ("Hải Dương", "thành phố Hải Phòng"),
        ("Hà Nam", "tỉnh Ninh Bình"),
        ("Nam Định", "tỉnh Ninh Bình"),
        ("Quảng Bình", "tỉnh Quảng Trị"),
        ("Quảng Nam", "thành phố Đà Nẵng"),
        ("Kon Tum", "tỉnh Quảng Ngãi"),
        ("Bình Định", "tỉnh Gia Lai"),
        ("Ninh Thuận", "tỉnh Khánh Hòa"),
        ("Đắk Nông", "tỉnh Lâm Đồng"),
        ("Bình Thuận", "tỉnh Lâm Đồng"),
        ("Phú Yên", "tỉnh Đắk Lắk"),
        ("Bà Rịa - Vũng Tàu", "thành phố Hồ Chí Minh"),
        ("Bình Dương", "thành phố Hồ Chí Minh"),
        ("Bình Phước", "tỉnh Đồng Nai"),
        ("Long An", "tỉnh Tây Ninh"),
        ("Sóc Trăng", "thành phố Cần Thơ"),
        ("Hậu Giang", "thành phố Cần Thơ"),
        ("Bến Tre", "tỉnh Vĩnh Long"),
        ("Trà Vinh", "tỉnh Vĩnh Long"),
        ("Tiền Giang", "tỉnh Đồng Tháp"),
        ("Bạc Liêu", "tỉnh Cà Mau"),
        ("Kiên Giang", "tỉnh An Giang"),
        # Nghị quyết 15/2008/QH12.
        ("Hà Tây", "thành phố Hà Nội"),
    ],
)
def test_the_successor_of_a_province(old: str, today: str) -> None:
    assert [u.successor for u in gazetteer.units("tỉnh", old)] == [today]


@pytest.mark.parametrize(
    "text",
    [
        "cách trung tâm huyện 12 km, chi 5 tỷ đồng từ ngân sách xã 6.412.758.000 đồng",
        "cấp quận 27 giải, cấp phường 12 hộ",
        "ông Hà Đình Chấn, Lê Hồ Nam, Tạ Đình Hưởng",
        "xây chùa Phật giáo, hàng qua cảng Thành phố",
        "họp với ban Pháp chế và các Mỹ thuật gia, tặng danh hiệu là Anh hùng",
    ],
)
def test_no_place(text: str) -> None:
    assert find(text) == []


def test_a_unit_named_once_with_its_level_word_is_one_where_it_stands_bare() -> None:
    text = (
        "Đoàn kiểm tra xã Cửa Việt, xã Gio Linh. Riêng Cửa Việt có 3 vụ, Gio Linh 2 vụ; ông Lê Cửa Việt về."
    )
    bare = [m for m in find(text) if "xã" not in m.text]
    assert [m.text for m in bare] == ["Cửa Việt", "Gio Linh"]
    assert text.index("ông") > bare[-1].end


def test_communes_of_the_own_district_stand_bare() -> None:
    text = "UBND HUYỆN GIO LINH\n\nBÁO CÁO\nTình hình vụ mùa\n\nGio Mỹ gieo 120 ha lúa, Gio Hải 90 ha"
    found = [m.text for m in find(text)]
    assert {"Gio Mỹ", "Gio Hải"} <= set(found)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("tắc tại QL6 và ĐT606", ["QL6", "ĐT606"]),
        ("thi công đường Vành đai 3 đúng hạn", ["đường Vành đai 3"]),
        ("đầu tư Khu công nghiệp Dịch vụ Dầu khí Long Hải", ["Khu công nghiệp Dịch vụ Dầu khí Long Hải"]),
        ("trú tại tỉnh Xiêng Khoảng, Lào) đã khai", ["tỉnh Xiêng Khoảng", "Lào"]),
        ("cho 4 tỉnh Nam Hà Cũ", []),
        ("ngập tại xã Cà Dăng, sạt lở", ["xã Cà Dăng"]),
        ("phát triển Kinh tế - Xã Hội", []),
    ],
)
def test_bounds(text: str, named: list[str]) -> None:
    assert [m.text for m in find(text)] == named


def test_of_names_that_begin_alike_the_longest_whole_one_is_found_again() -> None:
    text = "Huyện Hồng Ngự và xã Tân Hồng Hà, tỉnh Đồng Tháp: Hồng Ngự 3 vụ, Hồng Ngựa 2 vụ, Tân Hồng Hào 1."
    matcher = AhoCorasick(["Hồng Ngự", "Tân Hồng", "Tân Hồng Hà"])
    found = [text[start:end] for start, end in again._standing(text, matcher)]
    assert found == ["Hồng Ngự", "Tân Hồng Hà", "Hồng Ngự", "Tân Hồng"]
