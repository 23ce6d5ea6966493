"""Lost letters: what is restored, what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_quick

from vnreport.repair import letters
from vnreport.repair.letters.damage import Kind, damage_table, strip_marks
from vnreport.repair.letters.tokens import new_placement, old_placement


def mend(text: str, damage: str = "auto") -> str:
    parts, at = [], 0
    for start, end, replacement, kind, confidence in letters.find(text, damage):
        assert at <= start <= end <= len(text)
        assert kind in ("dropped", "stripped")
        assert 0 <= confidence <= 1
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


HAIPHONG = [
    (
        "Phi hp vi y ban nhân quận Lê Chân di chuyn h thng cáp thông tin để gii phóng mt bng  phục vụ "
        "d án công viên cây xanh Tam Bc.",
        "Phối hợp với Ủy ban nhân quận Lê Chân di chuyển hệ thống cáp thông tin để giải phóng mặt bằng  "
        "phục vụ dự án công viên cây xanh Tam Bạc.",
    ),
    (
        "- Triển khai Kế hoạch thực hiện Quy hoch h tng k thut vin thông th động thành ph Hi Phòng đến "
        "năm 2020, định hướng đến năm 2025 (trong 06 tháng cui năm 2017).",
        "- Triển khai Kế hoạch thực hiện Quy hoạch hạ tầng kỹ thuật viễn thông thụ động thành phố Hải "
        "Phòng đến năm 2020, định hướng đến năm 2025 (trong 06 tháng cuối năm 2017).",
    ),
    (
        "- Tiếp tc trin khai Kế hoch chnh trang h thng cáp thông tin đô th thành ph Hi Phòng năm 2017: "
        "chnh trang cáp ti 8 tuyến đường thuộc phường Dư Hàng Kênh, quận Lê Chân.",
        "- Tiếp tục triển khai Kế hoạch chỉnh trang hệ thống cáp thông tin đô thị thành phố Hải Phòng năm "
        "2017: chỉnh trang cáp tại 8 tuyến đường thuộc phường Dư Hàng Kênh, quận Lê Chân.",
    ),
]

OFFICIAL = (
    "Ủy ban nhân dân tỉnh chỉ đạo các sở, ngành, địa phương tiếp tục thực hiện Nghị quyết của Hội đồng nhân "
    "dân về phát triển kinh tế - xã hội; tăng cường công tác thanh tra, kiểm tra việc chấp hành pháp luật."
)


@pytest.mark.parametrize(("damaged", "clean"), HAIPHONG)
def test_the_report_from_hai_phong(damaged: str, clean: str) -> None:
    assert mend(damaged) == clean


@pytest.mark.parametrize(
    "kind", ["stripped", "additional", "extended", "ascii", "low_byte", "marked_additional"]
)
@pytest.mark.parametrize("named", [True, False])
def test_every_kind_of_loss(kind: str, named: bool) -> None:
    damaged = OFFICIAL.translate(damage_table(kind))
    name = "stripped" if kind == "stripped" else "dropped"
    mended = old_placement(mend(damaged, name if named else "auto").replace("Uỷ", "Ủy"))
    words = list(zip(mended.split(), OFFICIAL.split(), strict=True))
    assert sum(given != true for given, true in words) <= (1 if kind in ("ascii", "low_byte") else 0)


@pytest.mark.parametrize("box", ["\ufffd", "\u25a1", "\uf0b7", "?"])
def test_placeholders(box: str) -> None:
    damaged = OFFICIAL.translate(dict.fromkeys(damage_table("marked_additional"), box))
    assert mend(damaged) == OFFICIAL


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        (
            "Thực hiện Ngh nh s 09/2017/N-CP ngày 09/02/2017",
            "Thực hiện Nghị định số 09/2017/NĐ-CP ngày 09/02/2017",
        ),
        ("TÌNH HÌNH THC HIN NHIM V CÔNG TÁC THÁNG 7", "TÌNH HÌNH THỰC HIỆN NHIỆM VỤ CÔNG TÁC THÁNG 7"),
        (
            "UBND tỉnh yêu cầu Phoi hop voi cac so nganh trien khai thuc hien nghi quyet cua Chinh phu",
            "UBND tỉnh yêu cầu Phối hợp với các sở ngành triển khai thực hiện nghị quyết của Chính phủ",
        ),
    ],
)
def test_citations_headings_and_runs(damaged: str, clean: str) -> None:
    assert mend(damaged) == clean


@pytest.mark.parametrize(
    "text",
    [
        OFFICIAL,
        "The Ministry of Information and Communications issued the circular on the use of radio frequencies, "
        "and the provincial people's committees were asked to report on the results by the end of June.",
        "Facebook, Krông Búk, Đắk Lắk, Ka Lăng, A Lưới, UBND, HĐND, CNTT, TTTT, BTS",
        "Liên hệ: thongtin.baocao@haiphong.gov.vn, https://haiphong.gov.vn/tin_tuc/bao-cao-thang-7.html",
        "Số thuê bao di động 3G, 4G đạt 1.750.000; tốc độ 100 km/h, công suất 5 kW, khối lượng 26 kg.",
        "Ph ối h ợp với các sở, ngành tri ển kh ai Nghị quyết của H ội đ ồng nhân dân",
        "",
        " \n\t",
    ],
)
def test_left_alone(text: str) -> None:
    assert letters.find(text) == []


def test_mended_text_stays_as_it_is() -> None:
    for damaged, _ in HAIPHONG:
        assert letters.find(mend(damaged)) == []


def test_whole_words_that_vanished_come_back() -> None:
    clean = "Các hộ dân sống ở xã này đã được hỗ trợ để ổn định cuộc sống và sản xuất."
    assert mend(clean.translate(damage_table("additional")), "dropped") == clean


@pytest.mark.parametrize(
    "clean",
    [
        "Theo đó, Ủy ban nhân dân tỉnh giao các sở, ngành khẩn trương thực hiện nhiệm vụ này.",
        "Có 9 vụ vi phạm, trong đó, có 5 vụ do người dân báo tin (các vụ còn lại tự phát hiện).",
        "Báo cáo tại hội nghị do ông Đỗ Hữu Thắng trình bày, các đại biểu thảo luận, góp ý.",
    ],
)
def test_words_that_vanished_before_a_mark_or_a_name_come_back(clean: str) -> None:
    assert mend(clean.translate(damage_table("ascii")), "dropped") == clean


@pytest.mark.parametrize("kind", ["additional", "extended"])
def test_common_words_with_a_capital_inside_a_sentence(kind: Kind) -> None:
    clean = "Thông tư này quy định về việc ban hành Chế độ báo cáo thống kê của ngành tư pháp."
    assert mend(clean.translate(damage_table(kind)), "dropped") == clean


def test_spaces_before_all_marks_tell_of_no_word() -> None:
    clean = "Đoàn đã kiểm tra , xử lý , đình chỉ , thu hồi giấy phép của các cơ sở ; kết quả như sau :"
    assert mend(clean.translate(damage_table("ascii")), "dropped") == clean


def test_a_placeholder_at_the_end_may_be_a_question_mark() -> None:
    assert mend("Nguyên nhân nào d?n ??n tình tr?ng này? C?n làm gì?", "dropped").endswith("này? Cần làm gì?")


@pytest.mark.parametrize(
    ("damaged", "clean"),
    [
        ("Ng??i dân ? vùng sâu, vùng xa, có ch? ?.", "Người dân ở vùng sâu, vùng xa, có chỗ ở."),
        (
            "T?ng s? tr??ng h?p là bao nhiêu ? Xin cho bi?t.",
            "Tổng số trường hợp là bao nhiêu ? Xin cho biết.",
        ),
        ("H? đã ch?n nhà ?, tư li?u s?n xu?t.", "Họ đã chọn nhà ở, tư liệu sản xuất."),
    ],
)
def test_a_placeholder_by_itself_may_be_a_word(damaged: str, clean: str) -> None:
    assert mend(damaged, "dropped") == clean


def test_headings_between_lines_of_text() -> None:
    damaged = (
        "T CHC, HOT ĐNG CA Y BAN\nĐiu 1. y ban hp mi quý mt ln, theo lch đã đnh.\nMC 2. NHIM V VÀ QUYN HN"
    )
    assert mend(damaged, "dropped") == (
        "TỔ CHỨC, HOẠT ĐỘNG CỦA ỦY BAN\nĐiều 1. Ủy ban họp mỗi quý một lần, theo lịch đã định.\n"
        "MỤC 2. NHIỆM VỤ VÀ QUYỀN HẠN"
    )


@pytest.mark.parametrize(
    ("kind", "clean"),
    [
        ("additional", "UBND TỈNH QUẢNG NAM\nSỞ TÀI CHÍNH\nHuyện Đại Lộc báo cáo kết quả sáu tháng."),
        ("stripped", "UBND TỈNH SÓC TRĂNG\nSỞ NỘI VỤ\nHuyện Mỹ Tú báo cáo kết quả sáu tháng đầu năm."),
        ("ascii", "BỘ TÀI CHÍNH\nCăn cứ Nghị quyết số 17/2024/NQ-HĐND của Hội đồng nhân dân tỉnh."),
        ("ascii", "Thực hiện Công điện số 732/CĐ-TTg và Kế hoạch số 45/KH-CAH-TH, huyện đã kiểm tra."),
        ("stripped", "Kế hoạch số 117 KH/ĐTN của Huyện đoàn; xử phạt cơ sở này 16.500.000đ theo quy định."),
        ("ascii", "Nơi nhận: như trên.\nT/M BAN THƯỜNG VỤ HUYỆN ỦY"),
        ("stripped", "Sở GD&ĐT phối hợp với UBND huyện kiểm tra các trường."),
        ("extended", "Thường trực HĐND, lãnh đạo UBND huyện và Hiệu trưởng Trường ĐH Kinh tế cùng dự."),
        ("ascii", "Biểu dương 35 CNVCLĐ tiêu biểu; Phó GĐ Sở Y tế trao quà cho công nhân."),
    ],
)
def test_heads_codes_and_abbreviations(kind: Kind, clean: str) -> None:
    damaged = clean.translate(damage_table(kind))
    assert mend(damaged, "stripped" if kind == "stripped" else "dropped") == clean


@pytest.mark.parametrize(
    "code",
    [
        "09-NQ/TU",
        "45/QĐ-ĐHSP",
        "12/BC-HĐXD",
        "7/QĐ-QLTTĐ",
        "31/TB-TTGDTX",
        "8/KH-BQLDA",
        "15/BB-CQLĐB",
        "6/QĐ-GĐT",
    ],
)
def test_codes_of_bodies_that_no_list_knows(code: str) -> None:
    clean = f"Thực hiện văn bản số {code} ngày 05 tháng 3 năm 2020, đơn vị đã kiểm tra các cơ sở."
    assert mend(clean.translate(damage_table("stripped")), "stripped") == clean


@pytest.mark.parametrize("mark", ["?", "\ufffd"])
@pytest.mark.parametrize(
    "clean",
    [
        "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC\nLương Thị Mộc Miên",
        "ỦY BAN NHÂN DÂN XÃ TRUNG LƯƠNG\nBáo cáo kết quả thu ngân sách.",
    ],
)
def test_capitals_behind_lost_letters(mark: str, clean: str) -> None:
    damaged = clean.translate(dict.fromkeys(damage_table("marked_extended"), mark))
    assert mend(damaged, "dropped") == clean


@pytest.mark.parametrize("kind", ["additional", "marked_additional", "marked_extended"])
def test_single_letters_below_a_line_of_capitals(kind: Kind) -> None:
    clean = (
        "UBND TỈNH HẬU GIANG\nSỞ Y TẾ\nBáo cáo kết quả phòng, chống dịch bệnh sáu tháng đầu năm.\n"
        "Các đơn vị trực thuộc đã thực hiện nghiêm những nhiệm vụ được giao."
    )
    damaged = clean.translate(damage_table(kind))
    assert mend(damaged, "dropped") == mend(damaged) == clean


def test_a_few_marks_are_no_placeholders() -> None:
    clean = (
        "\uf0b7 Xử phạt 12 cơ sở, xem https://thanhtra.vn/tin?id=12 và văn bản bao_cao_quy.doc.\n"
        "_Trong quý, toàn tỉnh đã kiểm tra 120 cơ sở kinh doanh và nhắc nhở những cơ sở chưa chấp hành."
    )
    assert mend(clean.translate(damage_table("additional")), "dropped") == clean


def test_other_damage_is_not_ours() -> None:
    assert letters.find(HAIPHONG[0][0], "legacy") == []


@pytest.mark.parametrize(
    ("new", "old"), [("hoà", "hòa"), ("uỷ", "ủy"), ("quý", "quý"), ("HOÀ", "HÒA"), ("toán", "toán")]
)
def test_the_two_places_of_a_tone(new: str, old: str) -> None:
    assert old_placement(new) == old
    assert new_placement(old) == new


def test_strip_marks() -> None:
    assert strip_marks("Đường Ỷ Lan, quận Hải Châu") == "Duong Y Lan, quan Hai Chau"


@settings(max_examples=60, deadline=None)
@given(st.text(st.one_of(st.characters(), st.sampled_from("aăâeêioơuưđnghctp ?_.\n\ufffd)")), max_size=60))
def test_any_string(text: str) -> None:
    for damage in ("auto", "stripped", "dropped"):
        mend(text, damage)


@pytest.mark.parametrize("unit", ["thng ", "?", "\ufffd", "duoc ", "a?b", "h)ng", "phng", "\x11", "  "])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert is_quick(lambda: letters.find(unit * (20_000 // len(unit))), 20)


@pytest.mark.parametrize("kind", ["stripped", "ascii"])
def test_a_word_is_likely_what_it_is_elsewhere_in_the_document(kind: Kind) -> None:
    text = "Hợp tác xã trồng bưởi ở xã Phú Diễn."
    elsewhere = " Bưởi Diễn của hợp tác xã bán chạy. Năm nay có 30 tấn bưởi Diễn."
    lost = "stripped" if kind == "stripped" else "dropped"
    assert "Phú Diễn" not in mend(text.translate(damage_table(kind)), lost)
    assert "xã Phú Diễn" in mend((text + elsewhere).translate(damage_table(kind)), lost)


def test_a_document_of_many_sentences_is_decoded_in_pieces() -> None:
    sentence = "Phi hp vi y ban nhân quận Lê Chân di chuyn h thng cáp.\n"
    mended = mend(sentence * 2500, "dropped").splitlines()
    assert set(mended) == {"Phối hợp với Ủy ban nhân quận Lê Chân di chuyển hệ thống cáp."}


@pytest.mark.parametrize("surname", ["Vũ", "Hoàng", "Lê"])
def test_a_middle_name_that_lost_its_vowel(surname: str) -> None:
    assert mend(f"Người lập: {surname} Th Minh Hà") == f"Người lập: {surname} Thị Minh Hà"
    assert mend("Trường Th Minh Hà") == "Trường Th Minh Hà"
