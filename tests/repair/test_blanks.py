"""Letters lost with a space in the place of each: what is put back, what is left alone."""

from __future__ import annotations

import pytest

from vnreport import repair
from vnreport.repair import letters
from vnreport.repair.letters.damage import lost
from vnreport.repair.words import blocks

OFFICIAL = (
    "Căn cứ Luật tổ chức chính quyền địa phương và Nghị định số 36/2019/NĐ-CP của Chính phủ;\n"
    "Theo đề nghị của Giám đốc Sở Tài chính tại Tờ trình số 118/TTr-STC, Ủy ban nhân dân huyện báo cáo "
    "kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội trong năm 2018 như sau:\n"
    "1. Tổng thu ngân sách nhà nước trên địa bàn đạt 52 tỷ đồng, tăng 12% so với cùng kỳ năm trước."
)


def blanked(text: str, kind: str) -> str:
    gone = lost(kind)  # type: ignore[arg-type]
    return "".join(" " if c.isalpha() and gone(c) else c for c in text)


@pytest.mark.parametrize("kind", ["additional", "horned", "barred"])
@pytest.mark.parametrize("one", [False, True])
def test_a_space_for_each_letter(kind: str, one: bool) -> None:
    damaged = blanked(OFFICIAL, kind)
    if one:
        damaged = "\n".join(" ".join(line.split()) for line in damaged.split("\n"))
    assert repair(damaged).text == OFFICIAL


def test_a_heading_in_capitals() -> None:
    damaged = "B  N I V \nC NG HÒA XÃ H I CH  NGHĨA VI T NAM\nĐ c l p - T  do - H nh phúc"
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc" in repair(damaged).text


def test_the_repair_names_the_letters_and_the_space() -> None:
    fixed = repair("Ngh đ nh s 51/2003/NĐ-CP c a Chính ph quy đ nh ch c năng")
    assert fixed.text == "Nghị định số 51/2003/NĐ-CP của Chính phủ quy định chức năng"
    assert ("đ nh", "định", "dropped") in [(r.original, r.replacement, r.kind) for r in fixed.repairs]
    assert fixed.undo() == fixed.raw


@pytest.mark.parametrize(
    "text",
    [
        OFFICIAL,
        "Tổ chức thi các khối A, B, C và D; điểm chuẩn khối B là 24.",
        "Đường kính d, chiều cao h và bề dày t tính bằng m; c là hệ số, k = 0,5.",
        "Ông T . và bà H . khai rằng cháu N . ở nhà bà N . từ sáng.",
        "điểm a, b và c khoản 2 Điều 7; điểm đ, e, g và h khoản 3",
    ],
)
def test_good_text_is_left_alone(text: str) -> None:
    assert letters.find_blanks(text, blocks(text)) == []
    assert repair(text).text == text


def test_letters_in_a_row_are_no_such_damage() -> None:
    text = "The letters b c d e f g h and p q r s t are consonants, mostly."
    assert letters.find_blanks(text, blocks(text)) == []


def test_letters_dropped_without_a_trace_are_no_such_damage() -> None:
    damaged = OFFICIAL.translate({ord(c): "" for c in OFFICIAL if lost("additional")(c)})
    assert letters.find_blanks(damaged, blocks(damaged)) == []


def test_words_parted_by_spaces_are_no_such_damage() -> None:
    parted = "C ăn c ứ L uật t ổ ch ức ch ính qu yền đ ịa ph ương và Ngh ị đ ịnh s ố 36/2019/NĐ-CP"
    assert letters.find_blanks(parted, blocks(parted)) == []


def test_a_stretch_of_a_good_text() -> None:
    text = OFFICIAL.split("\n")
    damaged = "\n".join([text[0], blanked(text[1], "horned"), text[2]])
    assert repair(damaged).text == OFFICIAL


def test_the_second_font_of_a_file() -> None:
    damaged = (
        "doanh nghip có khuynh hng vay vn ngn hn trên th trng tài chính; kh nng tr n ca công ty tng trng tt"
    )
    assert repair(damaged).text == (
        "doanh nghiệp có khuynh hướng vay vốn ngắn hạn trên thị trường tài chính; khả năng trả nợ của công "
        "ty tăng trưởng tốt"
    )
