from __future__ import annotations

import pytest

from vnreport.layout import analyse
from vnreport.mentions import organizations, people
from vnreport.report import PersonMention


def find(text: str) -> list[PersonMention]:
    layout = analyse(text)
    return people.find(text, layout, organizations.find(text, layout))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("đồng chí Nguyễn Văn Nam phát biểu", ["Nguyễn Văn Nam"]),
        ("Đ/c Lê Thị Hồng Gấm kết luận", ["Lê Thị Hồng Gấm"]),
        ("ThS.BS. Vũ Đức Lợi hướng dẫn", ["Vũ Đức Lợi"]),
        ("Y Thanh Hà Niê Kđăm", []),
        ("ông Y Thanh Hà Niê Kđăm dự", ["Y Thanh Hà Niê Kđăm"]),
        ("ông K'Beo và bà Caitlin Wiesen", ["K'Beo", "Caitlin Wiesen"]),
        ("bắt quả tang Sồng A Lềnh và Giàng Thị Dua", ["Sồng A Lềnh", "Giàng Thị Dua"]),
        ("bà Hà Thị Khiết, ông Giàng A Chu, ông Lò Văn Muôn", ["Hà Thị Khiết", "Giàng A Chu", "Lò Văn Muôn"]),
        ("Các đồng chí: Trần Minh Tâm; Lê Nam; Hà Sơn", ["Trần Minh Tâm", "Lê Nam", "Hà Sơn"]),
        ("Nguyễn Hải (SN 1992), trú tại", ["Nguyễn Hải"]),
        ("Bí thư Chi bộ thôn Vàng Mí Sử kể", ["Vàng Mí Sử"]),
        ("thủ quỹ Nguyễn Ngọc Ánh lập phiếu", ["Nguyễn Ngọc Ánh"]),
        ("ông Hùng và chị Lan", ["Hùng", "Lan"]),
        ("bà Thư nói, đồng chí Bí thư dự", ["Thư"]),
        ("Bí thư chi bộ thôn Đồng Tâm Hà Thị Ngoan tham gia", ["Hà Thị Ngoan"]),
        ("TM. UBND\nCHỦ TỊCH\nHà Đình Chấn", ["Hà Đình Chấn"]),
        ("Chủ tịch UBND tỉnh Đỗ Minh Tuấn", ["Đỗ Minh Tuấn"]),
        ("KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\n\n(Đã ký)\n\nThạch Sơn Ry", ["Thạch Sơn Ry"]),
        ("CHỦ TỊCH\n\nNGUYỄN XUÂN BÌNH", ["Nguyễn Xuân Bình"]),
    ],
)
def test_people_are_found(text: str, names: list[str]) -> None:
    assert [m.name for m in find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Đường Nguyễn Huệ, Trần Hưng Đạo và Hai Bà Trưng ngập",
        "Các trường THPT Nguyễn Huệ, Trần Hưng Đạo đạt giải",
        "đường Nguyễn Trãi, phố Trần Hưng Đạo, đại lộ Lê Lợi",
        "Trường THPT Trần Phú và Bệnh viện Nguyễn Tri Phương",
        "giải thưởng Lương Định Của, học bổng Nguyễn Thái Bình",
        "phường Lê Hồng Phong, huyện Trần Văn Thời, xã Trần Văn Hiếu",
        "tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "Thành phố Hồ Chí Minh, TP. Hồ Chí Minh",
        "đồng chí Bí thư Huyện ủy, đồng chí Chủ tịch",
        "Thái Nguyên, Hà Giang, Lai Châu, Cao Bằng",
        "Bà Rịa - Vũng Tàu và Kim Động",
        "CÔNG TÁC THANH TRA",
        "LÊ CHÂN, HẢI PHÒNG",
        "tỷ lệ hộ Khmer có điện đạt 97%",
    ],
)
def test_what_is_no_person(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "titles", "organization"),
    [
        ("Ông Trần Văn Nam, Giám đốc Sở Y tế phát biểu", ["Giám đốc"], "Sở Y tế"),
        ("Giám đốc Sở Y tế Trần Văn Nam phát biểu", ["Giám đốc"], "Sở Y tế"),
        ("Đại tá Trần Văn Nam - Phó Giám đốc Công an tỉnh", ["Đại tá", "Phó Giám đốc"], "Công an tỉnh"),
        ("Trần Văn Nam, PBT Huyện ủy, CT UBND huyện", ["Phó Bí thư", "Chủ tịch"], "Huyện ủy"),
        ("ông Trần Văn Nam, quyền Cục trưởng Cục Chăn nuôi", ["Quyền Cục trưởng"], "Cục Chăn nuôi"),
        ("bà Trần Văn Nam, cựu Phó phòng Khảo thí", ["cựu Phó phòng"], None),
        ("ông Trần Văn Nam, Phó TGĐ EVN", ["Phó Tổng Giám đốc"], "Tập đoàn Điện lực Việt Nam"),
        ("Trưởng ban là ông Trần Văn Nam", ["Trưởng ban"], None),
        (
            "ông Trần Văn Nam, Trưởng phòng Nghiệp vụ Du lịch, Trưởng đoàn",
            ["Trưởng phòng", "Trưởng đoàn"],
            "Phòng Nghiệp vụ Du lịch",
        ),
        ("Bộ trưởng Nội vụ Trần Văn Nam", ["Bộ trưởng"], "Bộ Nội vụ"),
        ("Ông Trần Văn Nam- Trưởng Ban làm Trưởng đoàn", ["Trưởng ban", "Trưởng đoàn"], None),
        (
            "TL. TRƯỞNG CÔNG AN HUYỆN\nĐỘI TRƯỞNG\n\nTrung tá Trần Văn Nam",
            ["Đội trưởng", "Trung tá"],
            None,
        ),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nTrần Văn Nam", ["Phó Chủ tịch"], None),
        ("TM. UBND TỈNH BẮC KẠN\nCHỦ TỊCH\n\nTrần Văn Nam", ["Chủ tịch"], "Ủy ban nhân dân tỉnh Bắc Kạn"),
    ],
)
def test_titles_and_the_organisation_of_the_office(
    text: str, titles: list[str], organization: str | None
) -> None:
    (mention,) = find(text)
    assert (mention.text, mention.titles, mention.organization) == ("Trần Văn Nam", titles, organization)


def test_names_in_front_of_one_office_share_it() -> None:
    text = "Các đồng chí Phạm Quốc Thanh, Nguyễn Thái Hòa, Phó Chủ tịch UBND huyện chủ trì"
    assert [m.titles for m in find(text)] == [["Phó Chủ tịch"], ["Phó Chủ tịch"]]


def test_an_office_is_that_of_the_person_it_stands_with() -> None:
    text = "Dự có Phó Thủ tướng Trần Văn Nam, Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Quang Huy"
    assert [m.titles for m in find(text)] == [["Phó Thủ tướng"], ["Bộ trưởng", "Chủ nhiệm"]]


def test_a_group_behind_a_person_gives_no_title() -> None:
    text = "Dự có ông Trần Văn Nam - Huyện ủy viên; Thủ trưởng các phòng, đại biểu Lãnh đạo các xã."
    assert [m.titles for m in find(text)] == [["Huyện ủy viên"]]


def test_wide_spaces_around_a_hyphen_part_no_title_from_its_name() -> None:
    assert [m.titles for m in find("ông Trần Văn Nam  - TUV -  Giám đốc Sở Y tế")] == [
        ["Tỉnh ủy viên", "Giám đốc"]
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Theo đề nghị của Giám đốc Sở Nội vụ, ông Trần Văn Nam được tuyển dụng",
        "Thực hiện ý kiến của Chủ tịch UBND tỉnh, bà Trần Văn Nam đi kiểm tra",
    ],
)
def test_an_office_in_words_that_open_the_clause_is_nobodys(text: str) -> None:
    assert [m.titles for m in find(text)] == [[]]


def test_an_office_named_further_on_in_the_clause() -> None:
    text = (
        "bổ nhiệm ông Trần Văn Nam, Trưởng Phòng Báo chí, Xuất bản, Sở Y tế giữ chức vụ Phó Giám đốc Sở Y tế"
    )
    assert find(text)[0].titles[-1] == "Phó Giám đốc"
    text = "ông Trần Văn Nam xin thôi giữ chức Phó Giám đốc Sở Y tế"
    assert find(text)[0].titles == []


def test_all_that_are_elected_together_hold_the_office() -> None:
    text = "ông Trần Văn Nam và bà Lê Thị Lan tiếp tục được bầu làm Phó Chủ tịch UBND xã"
    assert [m.titles for m in find(text)] == [["Phó Chủ tịch"], ["Phó Chủ tịch"]]


def test_a_state_between_an_office_and_its_holder() -> None:
    (person,) = find("gặp Chủ tịch Quốc hội nước CHDCND Lào Saysana Phommavong")
    assert (person.name, person.titles) == ("Saysana Phommavong", ["Chủ tịch"])


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("CHỦ TỊCH UBND TỈNH LÊ VĂN TÁM KIỂM TRA ĐÊ ĐIỀU", ["Lê Văn Tám"]),
        ("ĐỒNG CHÍ PHẠM QUỐC TRỤ, BÍ THƯ HUYỆN ỦY LÀM VIỆC VỚI XÃ", ["Phạm Quốc Trụ"]),
        ("KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nHÀ THỊ MINH CHÂU", ["Hà Thị Minh Châu"]),
        ("Tôi là Lô Thị Kim Oanh, Trưởng phòng Nội vụ", ["Lô Thị Kim Oanh"]),
        ("gặp chị Tou Prong Thị Mận ở thôn 2", ["Tou Prong Thị Mận"]),
        ("nghệ nhân Lô Lô truyền dạy", []),
        ("Khu Đô Thị Mới và Siêu Thị Xanh mở cửa", []),
        ("linh mục Phêrô Maria Đỗ Văn Lực", ["Phêrô Maria Đỗ Văn Lực"]),
        ("Gửi Chủ tịch UBND xã, Đoàn Văn Mạch, thôn 2 khai: đã nộp đủ", ["Đoàn Văn Mạch"]),
        ("Ủy ban Khoa học, Công nghệ và Môi trường Lê Quang Diễm chủ trì", ["Lê Quang Diễm"]),
        (
            "các anh Thắng, Lợi và Dũng bị thương, riêng hai em Mơ và Mận đã về nhà",
            ["Thắng", "Lợi", "Dũng", "Mơ", "Mận"],
        ),
        ("gặp ông Hùng và Hội Nông dân", ["Hùng"]),
    ],
)
def test_where_a_name_begins_and_ends(text: str, names: list[str]) -> None:
    assert [m.name for m in find(text)] == names


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Ủy viên: Đ/c Trần Văn Nam, Đ/c Lê Thị Lan", [["Ủy viên"], ["Ủy viên"]]),
        ("1 | Trần Văn Nam | Trưởng phòng | 0912", [["Trưởng phòng"]]),
        ("trao danh hiệu Mẹ Việt Nam anh hùng cho thân nhân mẹ Trần Thị Nam", [[]]),
        ("Dự có TS. Trần Văn Nam, TS.Lê Thị Lan", [["TS."], ["TS."]]),
        ("y sĩ Trần Văn Nam khám bệnh", [["Y sĩ"]]),
        ("HT. Thích Tâm Nam và HT. Lê Thị Lan", [["Hòa thượng"], ["Hiệu trưởng"]]),
        ("Ông Trần Văn Nam (TP Huế) và bà Lê Thị Lan, TP Nội vụ", [[], ["Trưởng phòng"]]),
        ("Ông Trần Văn Nam - BCSĐ, Giám đốc Sở Y tế", [["Giám đốc"]]),
    ],
)
def test_titles_of_all_in_a_row(text: str, titles: list[list[str]]) -> None:
    assert [m.titles for m in find(text)] == titles
