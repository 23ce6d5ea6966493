"""Broken spacing: what is parted, what is joined, what stays."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_quick

from vnreport.repair import repair
from vnreport.repair.spacing import find


def mend(text: str, damage: str = "auto") -> str:
    parts, at = [], 0
    for start, end, replacement, kind, _ in find(text, damage):
        assert at <= start <= end <= len(text)
        assert kind == "spacing"
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


@pytest.mark.parametrize(
    ("broken", "clean"),
    [
        (
            "Ph ối h ợp với các sở, ngành tri ển kh ai Nghị quyết",
            "Phối hợp với các sở, ngành triển khai Nghị quyết",
        ),
        ("t riển kh ai các nhiệ m vụ trọng tâm của tỉn h", "triển khai các nhiệm vụ trọng tâm của tỉnh"),
        ("giao vi ệc cho đơn vị", "giao việc cho đơn vị"),
        ("công nghiệp chế tạotăng1,36% so với cùng kỳ", "công nghiệp chế tạo tăng 1,36% so với cùng kỳ"),
        ("chủ trâu số18 là ông", "chủ trâu số 18 là ông"),
        ("đạt 1,36%so với kế hoạch; 18người chết", "đạt 1,36% so với kế hoạch; 18 người chết"),
        ("ngày 5 tháng7 năm2017", "ngày 5 tháng 7 năm 2017"),
        ("phát triểnkinh tế - xãhội quý I", "phát triển kinh tế - xã hội quý I"),
        ("UBND thành phốHải Phòng", "UBND thành phố Hải Phòng"),
        ("công tác phát tri-\nển kinh tế", "công tác phát triển kinh tế"),
    ],
)
def test_mended(broken: str, clean: str) -> None:
    assert mend(broken) == clean
    assert mend(clean) == clean


@pytest.mark.parametrize(
    "text",
    [
        "5km, 26tr, 10h30, Covid-19, H5N1, m2, CO2, 4G, ISO9001, QL5B, ĐT743",
        "https://haiphong.gov.vn/thutuc1/baocao2017.pdf",
        "VnExpress, VietJet, iPhone, PowerPoint, TikTok",
        "Đăkrông, Krông Búk, Ka Lăng, A Lưới, Pleiku",
        "kinh tế -\nxã hội",
        "ô tô, xi măng, bê tông, ôtô",
        "nhóm B, hạng A, tổ 5 a",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert find(text) == []


def test_other_damage_is_not_ours() -> None:
    assert find("số18", "legacy") == []


@settings(max_examples=100, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("aăâeêioơuưđnghctp 0123456789%-\n")), max_size=80))
def test_any_string(text: str) -> None:
    for damage in ("auto", "spacing"):
        mend(text, damage)


@pytest.mark.parametrize("unit", ["số1", "à-\n", "h ợ ", "tạot", "Ph ối ", "1%s", "ngà"])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert is_quick(lambda: find(unit * (20_000 // len(unit))), 20)


@pytest.mark.parametrize(
    ("torn", "whole"),
    [
        ("phạt 1.250. 000 đồng", "phạt 1.250.000 đồng"),
        ("phạt 15. 000.000 đồng", "phạt 15.000.000 đồng"),
        ("thu 1 .250 tỷ đồng", "thu 1.250 tỷ đồng"),
        ("trong quýII/2023", "trong quý II/2023"),
        ("Quý đã qua. Quý IV/2022 ước đạt", "Quý đã qua. Quý IV/2022 ước đạt"),
        ("kỳ họp thứ 3. 250 đại biểu dự", "kỳ họp thứ 3. 250 đại biểu dự"),
        ("năm 2021. 000 là mã của đơn vị", "năm 2021. 000 là mã của đơn vị"),
        ("ngày 1/2. 300 hộ được hỗ trợ", "ngày 1/2. 300 hộ được hỗ trợ"),
    ],
)
def test_torn_numbers(torn: str, whole: str) -> None:
    from vnreport import repair

    assert repair(torn).text == whole


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("ông PhanVăn Tấn và bà LêHoài An", "ông Phan Văn Tấn và bà Lê Hoài An"),
        ("Chủ tịch HĐNDxã, thành viênUBND huyện", "Chủ tịch HĐND xã, thành viên UBND huyện"),
        ("các đạibiểu cùng doanhnghiệp, mâuthuẫn", "các đại biểu cùng doanh nghiệp, mâu thuẫn"),
        ("Bộ Văn hóa, Thể thao và Dulịch", "Bộ Văn hóa, Thể thao và Du lịch"),
        ("giao choSở tại tỉnh Nghệ An.Cùng đi có các sở", "giao cho Sở tại tỉnh Nghệ An. Cùng đi có các sở"),
        ("TheoHĐXX, Ngân hàngCSXH và TNHHDệt", "Theo HĐXX, Ngân hàng CSXH và TNHH Dệt"),
        ("Nămhọc mới bắt đầu", "Năm học mới bắt đầu"),
        ("UBNDTỈNH LẠNG SƠN\nSỞ NỘIVỤ", "UBND TỈNH LẠNG SƠN\nSỞ NỘI VỤ"),
        ("HĐNDXÃ TÂN AN, PHÓCHỦ TỊCH", "HĐND XÃ TÂN AN, PHÓ CHỦ TỊCH"),
        ("BCĐXDNTM, TTHĐND, HTXDVNN, VHTTDLĐ", "BCĐXDNTM, TTHĐND, HTXDVNN, VHTTDLĐ"),
        ("HĐND,UBND xã đãhọp", "HĐND, UBND xã đã họp"),
        ("7 xã của tỉnh Bến Tre,giai đoạn2", "7 xã của tỉnh Bến Tre, giai đoạn 2"),
    ],
)
def test_letters_alone_tell_where_a_space_is_missing(raw: str, mended: str) -> None:
    assert mend(raw) == mended


@pytest.mark.parametrize(
    ("raw", "mended"),
    [
        ("bắt giữ ba đố i tượng", "bắt giữ ba đối tượng"),
        ("trong ngà y hôm nay, lãnh đạo củ a tỉnh", "trong ngày hôm nay, lãnh đạo của tỉnh"),
        ("muối i ốt cho các cơ sở y tế; bác sĩ, y sĩ", "muối i ốt cho các cơ sở y tế; bác sĩ, y sĩ"),
        ("điểm a khoản 2, vitamin a", "điểm a khoản 2, vitamin a"),
    ],
)
def test_a_lone_vowel_may_end_a_word(raw: str, mended: str) -> None:
    assert mend(raw) == mended


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn làm việc tại tỉnh Nghệ An.Cùng đi có lãnh đạo các sở, ngành.",
        "1.Công tác tuyên truyền\n2.Ứng dụng công nghệ thông tin",
        "HĐND,UBND xã đã họp, thống nhất",
    ],
)
def test_a_space_that_an_author_did_not_type_is_no_damage(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "#HànhĐộngXanh lan rộng",
        "# HànhĐộngXanh",
        "VietinBank, MobiFone",
        "Êđê, Mêkông, Đắkrông",
        "bà Lê Th. Hoa",
    ],
)
def test_names_of_one_piece_stay(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("DIỄN BIẾNTHỜI TIẾT TRONG TUẦN", "DIỄN BIẾN THỜI TIẾT TRONG TUẦN"),
        ("PHẦN THỨHAI", "PHẦN THỨ HAI"),
        ("Bà Nguyễn Thị Linhtừ chức vì sức khỏe.", "Bà Nguyễn Thị Linh từ chức vì sức khỏe."),
        ("Văn bản do ông Trần Văn Nghĩađã ký.", "Văn bản do ông Trần Văn Nghĩa đã ký."),
    ],
)
def test_words_glued_to_names_and_in_capitals(raw: str, text: str) -> None:
    assert repair(raw).text == text


@pytest.mark.parametrize(
    "text",
    ["Cấm xây dựng trong dải rộng 21 m ở hai bên đường băng.", "Cuộc họp lúc 7 h ở hội trường ủy ban."],
)
def test_a_unit_behind_its_number_is_no_part_of_a_word(text: str) -> None:
    assert repair(text).text == text
