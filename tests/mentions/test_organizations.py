from __future__ import annotations

import pytest

from vnreport.layout import analyse
from vnreport.mentions import organizations
from vnreport.report import OrganizationMention
from vnreport.spans import Spans


def find(text: str, taken: Spans | None = None) -> list[OrganizationMention]:
    return organizations.find(text, analyse(text), taken)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sở TT&TT", "Sở Thông tin và Truyền thông"),
        ("Sở TTTT", "Sở Thông tin và Truyền thông"),
        ("Sở Thông tin & Truyền thông", "Sở Thông tin và Truyền thông"),
        ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", "Sở Thông tin và Truyền thông"),
        ("Sở thông tin và truyền thông", "Sở Thông tin và Truyền thông"),
        ("Sở GD-ĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở GDĐT", "Sở Giáo dục và Đào tạo"),
        ("Sở NN và PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở NN&PTNT", "Sở Nông nghiệp và Phát triển nông thôn"),
        ("Sở LĐTB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở LĐ-TB&XH", "Sở Lao động - Thương binh và Xã hội"),
        ("Sở VHTT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở VH,TT&DL", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở Văn hoá, Thể thao và Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
        ("Sở TN-MT", "Sở Tài nguyên và Môi trường"),
        ("Bộ TN&MT", "Bộ Tài nguyên và Môi trường"),
        ("Uỷ ban nhân dân tỉnh Bắc Kạn", "Ủy ban nhân dân tỉnh Bắc Kạn"),
        ("UBND tỉnh Bắc Kạn", "Ủy ban nhân dân tỉnh Bắc Kạn"),
        ("UBND TP Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("UBND TP. Hải Phòng", "Ủy ban nhân dân thành phố Hải Phòng"),
        ("HĐND TỈNH AN GIANG", "Hội đồng nhân dân tỉnh An Giang"),
        ("TAND huyện Gio Linh", "Tòa án nhân dân huyện Gio Linh"),
        ("Đoàn ĐBQH tỉnh Nghệ An", "Đoàn đại biểu Quốc hội tỉnh Nghệ An"),
        ("UBMTTQVN tỉnh Nghệ An", "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Nghệ An"),
        ("BQL dự án Thăng Long", "Ban Quản lý dự án Thăng Long"),
        ("Kho bạc Nhà nước khu vực VIII", "Kho bạc Nhà nước khu vực VIII"),
        ("KBNN tỉnh Lai Châu", "Kho bạc Nhà nước tỉnh Lai Châu"),
        ("Đài PT-TH Kon Tum", "Đài Phát thanh - Truyền hình Kon Tum"),
        ("Đài PT&TH Kon Tum", "Đài Phát thanh và Truyền hình Kon Tum"),
        ("Tòa án nhân dân hai cấp tỉnh Hà Tĩnh", "Tòa án nhân dân hai cấp tỉnh Hà Tĩnh"),
        ("BCH PCTT và TKCN tỉnh", "Ban Chỉ huy Phòng chống thiên tai và Tìm kiếm cứu nạn tỉnh"),
        ("Chi nhánh NHCSXH tỉnh Gia Lai", "Chi nhánh Ngân hàng Chính sách xã hội tỉnh Gia Lai"),
        ("Chi bộ bản Nà Sài", "Chi bộ bản Nà Sài"),
        ("Bệnh viện Đại học Y Thành phố Huế", "Bệnh viện Đại học Y thành phố Huế"),
        ("Ban Chỉ đạo phòng thủ dân sự quốc gia", "Ban Chỉ đạo phòng thủ dân sự quốc gia"),
        (
            "Trung tâm Dự báo nhu cầu nhân lực và Thông tin thị trường việc làm tỉnh Hà Nam",
            "Trung tâm Dự báo nhu cầu nhân lực và Thông tin thị trường việc làm tỉnh Hà Nam",
        ),
        ("Thuế cơ sở 5 tỉnh Nghệ An", "Thuế cơ sở 5 tỉnh Nghệ An"),
        ("Đội CSGT Công an huyện Vân Hồ", "Đội Cảnh sát giao thông Công an huyện Vân Hồ"),
        (
            "Ban Quản lý dự án bồi thường di dân, tái định cư tỉnh Lai Châu",
            "Ban Quản lý dự án bồi thường di dân, tái định cư tỉnh Lai Châu",
        ),
        (
            "Ban Chỉ đạo phòng, chống tệ nạn xã hội và xây dựng nếp sống văn hóa tỉnh Lai Châu",
            "Ban Chỉ đạo phòng, chống tệ nạn xã hội và xây dựng nếp sống văn hóa tỉnh Lai Châu",
        ),
    ],
)
def test_a_name_is_found_as_a_whole_and_spelled_in_full(text: str, name: str) -> None:
    (mention,) = find(text)
    assert (mention.text, mention.name) == (text, name)


@pytest.mark.parametrize(
    "text",
    [
        "các sở, ban, ngành và các doanh nghiệp viễn thông",
        "UBND các huyện, thị xã, thành phố",
        "UBND cấp xã chịu trách nhiệm",
        "UBND 12 huyện, thị xã báo cáo",
        "thành lập 25 CĐCS, xây 52 trạm y tế xã, 3 HTX nông nghiệp",
        "HTX nông nghiệp 437, quỹ tín dụng 35, HTX tỉnh 12",
        "Thành ủy viên, Đảng ủy viên dự",
        "vận động Quỹ “Vì người nghèo”, chi từ Quỹ khuyến học",
        "Trung tâm tư vấn cho 14 người, NHU CẦU THỊ TRƯỜNG LAO ĐỘNG",
        "Cổng thông tin điện tử tỉnh có 15 tin, họp tại Quảng trường Lâm Viên",
        "ủy ban nhân dân các cấp",
        "Sở đã ban hành văn bản",
        "Hội nghị sơ kết được tổ chức",
        "Ban hành quy chế phối hợp",
        "Báo cáo kết quả công tác",
        "BÁO CÁO\nKết quả công tác quý I",
        "NHIỆM VỤ TRỌNG TÂM",
        "Phòng, chống dịch bệnh",
        "Bộ luật Lao động",
        "Đài Loan và Tây Ban Nha",
        "trường hợp vi phạm, hiện trường, thị trường Nhật Bản",
        "Tổ chức hội thi, hội thảo; mở lớp tập huấn",
        "Lưu: VT, KTNN.",
        "Quyết định số 17/2019/QĐ-UBND và Kế hoạch 33/KH-UBND",
        "Phòng Văn hóa và Thông tin, Đài Truyền thanh các huyện",
    ],
)
def test_what_is_no_specific_organisation(text: str) -> None:
    assert find(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sở Nội vụ xây dựng kế hoạch", ["Sở Nội vụ"]),
        ("Sở Xây dựng xây dựng kế hoạch", ["Sở Xây dựng"]),
        ("Trung tâm Y tế kiểm soát dịch bệnh", ["Trung tâm Y tế"]),
        ("Sở Y tế, Sở Xây dựng và UBND tỉnh", ["Sở Y tế", "Sở Xây dựng", "UBND tỉnh"]),
        ("Ban Tuyên giáo Thành ủy tổ chức hội nghị", ["Ban Tuyên giáo Thành ủy"]),
        ("các Sở: Nội vụ, Tài chính; UBND tỉnh", ["Nội vụ", "Tài chính", "UBND tỉnh"]),
        ("Chủ tịch UBND huyện Vũ Thư Nguyễn Văn Hà", ["UBND huyện Vũ Thư"]),
        ("Thủ tướng Chính phủ Phạm Minh Chính", ["Chính phủ"]),
        ("được Thủ tướng Chính phủ tặng bằng khen", ["Thủ tướng Chính phủ"]),
        ("Phó Chủ tịch Thường trực UBND tỉnh", ["UBND tỉnh"]),
        ("Phó Giám đốc Sở Y tế Hà Nội", ["Sở Y tế Hà Nội"]),
    ],
)
def test_where_names_begin_and_end(text: str, expected: list[str]) -> None:
    assert [m.text for m in find(text)] == expected


def test_a_bare_level_word_is_the_documents_own_unit() -> None:
    text = (
        "Báo cáo công tác thành phố Hải Phòng\nUBND TP giao Thành ủy, UBND quận Đồ Sơn và Công an thành phố."
    )
    by_text = {m.text: m for m in find(text)}
    assert by_text["UBND TP"].name == "Ủy ban nhân dân thành phố Hải Phòng"
    assert by_text["UBND TP"].abbreviation == "UBND TP"
    assert by_text["UBND TP"].place == "thành phố Hải Phòng"
    assert by_text["Thành ủy"].name == "Thành ủy Hải Phòng"
    assert by_text["UBND quận Đồ Sơn"].place == "quận Đồ Sơn"
    assert by_text["Công an thành phố"].name == "Công an thành phố Hải Phòng"


def test_coordinated_bodies_share_their_place() -> None:
    text = "Báo cáo tỉnh Bắc Giang\nHĐND, UBND tỉnh đã họp."
    assert [m.name for m in find(text)] == [
        "Hội đồng nhân dân tỉnh Bắc Giang",
        "Ủy ban nhân dân tỉnh Bắc Giang",
    ]


def test_a_short_form_that_the_document_defines_is_known_behind_its_definition() -> None:
    text = "Trung tâm Phục vụ hành chính công (TTPVHCC) khai trương. TTPVHCC nhận hồ sơ."
    first, second = find(text)
    assert (first.text, first.abbreviation) == ("Trung tâm Phục vụ hành chính công", "TTPVHCC")
    assert (second.text, second.name) == ("TTPVHCC", first.name)


def test_an_issuer_inside_a_citation_is_left_out() -> None:
    text = "Nghị định số 09/2017/NĐ-CP của Chính phủ; Chính phủ giao Bộ Y tế"
    assert [m.start for m in find(text, Spans([(0, 40)]))] == [42, 57]


def test_a_short_form_behind_the_head_of_another_body_is_its_field() -> None:
    text = "Thanh tra Bộ Thông tin và Truyền thông (TTTT) họp với các Sở TTTT phía Nam; TTTT giao việc."
    found = organizations.find(text, analyse(text))
    assert [text[m.start : m.end] for m in found if m.text == "TTTT"] == ["TTTT"]
    assert found[-1].start == text.rindex("TTTT")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Chủ tịch UBTƯ MTTQ Việt Nam thăm", ["UBTƯ MTTQ Việt Nam"]),
        ("bà Lan – Phó Chủ tịch HĐND tỉnh\nChiều nay họp", ["HĐND tỉnh"]),
        ("gửi Báo Quảng Trị và Thủ trưởng các đơn vị", ["Báo Quảng Trị"]),
        ("Công ty Vinamondo đơn phương chấm dứt", ["Công ty Vinamondo"]),
    ],
)
def test_where_a_name_ends(text: str, named: list[str]) -> None:
    assert [m.text for m in organizations.find(text, analyse(text))] == named
