"""Damage as it is met on the web, in sentences of our own."""

from __future__ import annotations

import pytest

from vnreport.repair import Damage, repair


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        # Line ends lost in capitals.
        ("BANHÀNH QUY CHẾ", "BAN HÀNH QUY CHẾ"),
        ("ỦY BANNHÂN DÂN TỈNH BẮCGIANG", "ỦY BAN NHÂN DÂN TỈNH BẮC GIANG"),
        ("BÁOCÁO KẾTQUẢ THỰC HIỆN", "BÁO CÁO KẾT QUẢ THỰC HIỆN"),
        # Ã and a no-break space were mended by a tool that took them for à.
        ("CỘNG HÒA XàHỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("ĐẢNG ỦY, UBND XàPHÚC SƠN", "ĐẢNG ỦY, UBND XÃ PHÚC SƠN"),
        # Letters exchanged to hinder copying, one of a script without case, noughts for o, marks below.
        ("ĐẠI ҺỌເ ПÔПǤ LÂM", "ĐẠI HỌC NÔNG LÂM"),
        (
            "Quảп lý k̟iпҺ d0aпҺ ƚại ເôпǥ ƚɣ: пǥҺiêп ເứu ѵà ƚҺe0 dõi 20 Һộ, mã A01",
            "Quản lý kinh doanh tại công ty: nghiên cứu và theo dõi 20 Hộ, mã A01",
        ),
    ],
)
def test_mended(seen: str, meant: str) -> None:
    assert repair(seen).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "SỞ LĐTBXH, BCĐ, PHÒNG GDĐT, TTƯ, CNXH, ĐTNĐ",
        "CÔNG TY TNHH VIỆTTIẾN VÀ TẬP ĐOÀN ĐÔNGÁ",
        "ÔTÔ, MÔTÔ, KARAÔKÊ, XIMĂNG",
        "KRÔNG PẮK, ĐẮK LẮK, CHƯ PRÔNG, BUÔN MA THUỘT",
        "Bà NGUYỄN THỊ LÀNH và các bà",
        "Hóa chất H2O, mã số d0a, phòng 1A0",
    ],
)
def test_left_alone(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Số: 175/QĐ\u00adUBND", "Số: 175/QĐ-UBND"),
        ("473/TTr\u00adNN&PTNT, 30c/NQ\u00adCP, 45\u00adNQ/TW", "473/TTr-NN&PTNT, 30c/NQ-CP, 45-NQ/TW"),
        ("giai đoạn 2011\u00ad2020", "giai đoạn 2011-2020"),
        ("Độc lập \u00ad Tự do \u00ad Hạnh phúc", "Độc lập - Tự do - Hạnh phúc"),
        ("\u00ad Sở Y tế;\n\u00ad Sở Nội vụ.", "- Sở Y tế;\n- Sở Nội vụ."),
        ("phát triển kinh tế\u00adxã hội", "phát triển kinh tế-xã hội"),
        # Where a line may break: within a syllable, within a loanword, behind a word.
        ("tăng c\u00adường, THỰC HI\u00adỆN", "tăng cường, THỰC HIỆN"),
        # Where one breaks a syllable all are places to break at.
        ("UB\u00adND tăng c\u00adường 20\u00ad18", "UBND tăng cường 2018"),
        ("inter\u00adnet, công tác\u00ad năm", "internet, công tác năm"),
    ],
)
def test_soft_hyphens(seen: str, meant: str) -> None:
    assert repair(seen).text == meant


@pytest.mark.parametrize("bullet", "\uf0b7\uf0d8\uf0fc\uf02d□■\ufffd")
def test_bullets_are_no_lost_letters(bullet: str) -> None:
    text = (
        f"{bullet} Tổ chức 12 lớp;\n{bullet} Kiểm tra 45 cơ sở;\n{bullet}\tPhạt 3 cơ sở.\nĐồng ý {bullet}\n"
    )
    shown = {"\uf0b7": "•", "\uf0d8": "➢", "\uf0fc": "✓", "\uf02d": "-"}.get(bullet, bullet)
    assert repair(text).text == text.replace(bullet, shown)
    assert repair(f"{bullet}Kiểm tra 10 hộ").text == f"{shown}Kiểm tra 10 hộ"


def test_signs_of_the_symbol_font() -> None:
    assert repair("nồng độ \uf0b3 5%, 30 \uf0b1 2, \uf0a3 7").text == "nồng độ ≥ 5%, 30 ± 2, ≤ 7"


def test_marks_of_word() -> None:
    cells = "Phường\x07Số hộ\x07\x07Yên Hòa\x0715\x07\x07"
    assert repair(cells).text == "Phường\tSố hộ\nYên Hòa\t15\n"
    field = 'theo \x13 HYPERLINK "http://a.vn/?id=1" \x14Nghị định 15/2018/NĐ-CP\x15\x0btrang \x13PAGE\x15'
    assert repair(field).text == "theo Nghị định 15/2018/NĐ-CP\ntrang PAGE"


# Code page 1252 by its best fit, as databases without Unicode columns give text back.
_FIT = {ord(c): fit for c, fit in zip("ĂăĐđĨĩŨũƠơƯư", "AaÐdIiUuOoUu", strict=True)}


@pytest.mark.parametrize("damage", ["auto", "dropped"])
@pytest.mark.parametrize(
    "text",
    [
        "Ban Quản lý Đường sắt đô thị Thành phố Hồ Chí Minh",
        "Hội Người cao tuổi phường Điện Biên, quận Ba Đình, Hà Nội",
        "Quyết định của Ủy ban nhân dân tỉnh về việc tăng cường quản lý nhà nước về đất đai.",
        "Năm 2015, Thanh tra Sở đã xử phạt 12 trường hợp với số tiền 45 triệu đồng, tước 02 giấy phép.",
    ],
)
def test_best_fit(text: str, damage: Damage) -> None:
    fitted = "".join(_FIT.get(ord(c), "?" if c > "\xff" else c) for c in text)
    assert repair(fitted, damage).text == text


# Text of Word 97 files read byte by byte, the control characters then taken by what stored it.
_LOW = {ord(c): low for c, low in zip("ĂăĐđĨĩŨũ", ["", "", "", "", "(", ")", "h", "i"], strict=True)}


@pytest.mark.parametrize(
    ("mark", "damage"), [("", "auto"), ("", "dropped"), ("?", "auto"), ("?", "replaced")]
)
def test_low_bytes_without_control_characters(mark: str, damage: Damage) -> None:
    text = (
        "BÁO CÁO\nKết quả công tác năm 2014 của Hội Nông dân tỉnh\n"
        "Trong năm, ngành nông nghiệp đã tổ chức 12 hội nghị, trao đổi kinh nghiệm trong lĩnh vực "
        "chăn nuôi; cũng đã xử lý các điểm nóng về đất đai, đảm bảo quyền lợi của nhân dân.\n"
        "Các bác sĩ của bệnh viện khám bệnh cho nhân dân các xã vùng cao.\n"
    )
    damaged = "".join(_LOW.get(ord(c), mark if c > "\x7f" else c) for c in text)
    assert repair(damaged, damage).text == text


def test_a_bracket_of_a_list_is_no_low_byte() -> None:
    text = (
        "Điều 5. Quyền và nghĩa vụ của người lao động\n"
        "a)Người lao động có nghĩa vụ thực hiện hợp đồng lao động; chấp hành kỷ luật lao động.\n"
        "b)Người lao động cũng có quyền thành lập, gia nhập tổ chức công đoàn theo quy định của pháp luật.\n"
    )
    assert repair(text.encode("ascii", "ignore").decode()).text.count("nghĩa vụ") == 2


SENTENCE = "Ủy ban nhân dân tỉnh Thái Bình báo cáo: đã xử phạt 12 cơ sở, nhắc nhở 5 hộ."


def _escaped(form: str) -> str:
    return "".join(form.format(ord(c)) if c > "\x7f" else c for c in SENTENCE)


@pytest.mark.parametrize("form", ["\\u{{{:x}}}", "<U+{:04X}>", "\\u{}?", "\\u{}\\'3f"])
def test_escapes_of_programs(form: str) -> None:
    assert repair(_escaped(form)).text == SENTENCE


@pytest.mark.parametrize("codec", ["cp437", "cp850"])
def test_consoles(codec: str) -> None:
    assert repair(SENTENCE.encode().decode(codec)).text == SENTENCE


@pytest.mark.parametrize("codec", ["cp1250", "cp1251", "cp1253", "cp1254", "cp1257", "cp874", "cp866"])
def test_machines_of_other_countries(codec: str) -> None:
    # What a page leaves open, Windows reads as a control character of the same number.
    def read(byte: int) -> str:
        try:
            return bytes([byte]).decode(codec)
        except UnicodeDecodeError:
            return chr(byte)

    assert repair("".join(map(read, SENTENCE.encode()))).text == SENTENCE


@pytest.mark.parametrize(
    "text",
    [
        "Đoàn đại biểu Liên bang Nga (Российская Федерация) và Thái Lan (ราชอาณาจักรไทย, กรกฎาคม) đến thăm.",
        "Hãng Škoda (Plzeň), thành phố Łódź, Αθήνα, tiền tệ Kč; trường Đại học Masarykova v Brně",
        "Nhiệt độ −5 °C, cạnh 3 × 4 m, góc α = 30°, điện trở 5 Ω, 25 µm, § 12, «trích», 100 €",
    ],
)
def test_foreign_letters_are_left_alone(text: str) -> None:
    assert repair(text).text == text


def test_viscii_is_no_misread_page_of_another_country() -> None:
    # Ð and a control character are the image of a letter on other pages.
    assert repair("M\x9eC 2. HO\x80T Ð\x93NG BÁO CHÍ").text == "MỤC 2. HOẠT ĐỘNG BÁO CHÍ"


def test_boxes_of_consoles_are_left_alone() -> None:
    text = "├── báo cáo\n│   └── phụ lục\n┌─┬─┐\n│ │ │\n└─┴─┘ 30 °C ± 2, 5 m², «trích»"
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("luậп ѵăп tҺạc sĩ quảп lý", "luận văn thạc sĩ quản lý"),
        ("ƙiпҺ tế ѵà pҺáт triểп", "kinh tế và phát triển"),
        ("cҺíпҺ pҺủ đã ƅaп bố quɣếƚ địпҺ", "chính phủ đã ban bố quyết định"),
        ("ĐẠI ҺỌC ƘҺ0A ҺỌC ѴÀ ǤIÁ0 DỤC ҺÀ ПỘI", "ĐẠI HỌC KHOA HỌC VÀ GIÁO DỤC HÀ NỘI"),
        ("đào тạo ngҺề cҺo тҺanҺ niên", "đào tạo nghề cho thanh niên"),
    ],
)
def test_letters_exchanged_to_hinder_copying(seen: str, meant: str) -> None:
    assert repair(seen).text == meant


@pytest.mark.parametrize(
    "text",
    [
        "Там нас ждал сок, а мама купила рис. Он там жил, она ела там суп. Ты так мал.",
        "Đoàn đến thăm Москва, Минск và Киев",
        "góc α, β và hệ số υ; ν = 5, κ = 3",
    ],
)
def test_other_scripts_stay(text: str) -> None:
    assert repair(text).text == text
