"""Signs in the place of letters: any sign, one for each letter or one for each of its bytes."""

from __future__ import annotations

import re

import pytest

from vnreport import repair

TEXT = (
    "Căn cứ Nghị định số 34/2016/NĐ-CP ngày 14 tháng 5 năm 2016 của Chính phủ, Ủy ban nhân dân "
    "tỉnh báo cáo kết quả thực hiện nhiệm vụ phát triển kinh tế - xã hội quý III năm 2019."
)
SIGNS = "\ufffd?_\u25a1\u25a0\u25af*#~|^=\xbf\xb7\xa4\x1a\x00\x7f\u2592\u3013\u2753\u25ca"


@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_for_each_byte(sign: str) -> None:
    damaged = re.sub(r"[^\x00-\x7f]", lambda m: sign * len(m[0].encode()), TEXT)
    assert repair(damaged).text == TEXT


@pytest.mark.parametrize("sign", SIGNS)
def test_one_sign_for_each_letter(sign: str) -> None:
    damaged = re.sub("[\u1e00-\u1eff]", lambda m: sign, TEXT)
    assert repair(damaged).text == TEXT


@pytest.mark.parametrize("sign", "*#~|^=\xbf\x1a")
def test_a_sign_that_no_word_explains_stays(sign: str) -> None:
    damaged = re.sub("[\u1e00-\u1eff]", lambda m: sign, TEXT) + f" {sign} xem trang{sign}web{sign} ({sign})"
    assert repair(damaged).text == f"{TEXT} {sign} xem trang{sign}web{sign} ({sign})"


@pytest.mark.parametrize(
    "line",
    [
        "Họ tên|Năm sinh|Quê quán|Chức vụ|Ghi chú|Địa chỉ|Điện thoại",
        "Các biến a_b và z*t của hàm f(x)=a*b+c*d, C#, F#",
        "**Kết quả** đạt được: *tốt*, ***rất tốt***; ##Phụ lục##",
        "Nó bảo đ*o biết gì cả",
        "Thế à??? Sao lại thế??? Không biết??",
        "Chi tiết xem tại http://example.vn/tin?id=1&ten=an~binh",
    ],
)
def test_signs_that_are_none_of_letters_stay(line: str) -> None:
    assert repair(line).text == line


QUOTED = (
    "Thực hiện “Chương trình mục tiêu” của tỉnh, Ủy ban nhân dân huyện đã ban hành “Kế hoạch số 15/KH-UBND”; "
    "các đơn vị đã thực hiện xong nhiệm vụ."
)


@pytest.mark.parametrize("sign", "\ufffd?\u25a1")
@pytest.mark.parametrize("for_bytes", [False, True])
def test_quotation_marks_lost_with_the_letters(sign: str, for_bytes: bool) -> None:
    damaged = re.sub(r"[^\x00-\x7f]", lambda m: sign * (len(m[0].encode()) if for_bytes else 1), QUOTED)
    assert repair(damaged).text == QUOTED


@pytest.mark.parametrize("codec", ["cp1250", "cp1251", "cp1252"])
def test_placeholders_misread_once_more(codec: str) -> None:
    damaged = re.sub("[\u1e00-\u1eff]", "\ufffd", TEXT).replace("à", "a")
    image = "\ufffd".encode().decode(codec)
    mended = repair(damaged.replace("\ufffd", image).replace("ngay", "ngày")).text
    assert mended == TEXT


def test_committee_has_its_capital_where_a_sign_stands_for_it() -> None:
    assert repair("Báo cáo c?a ?y ban nhân dân t?nh v? k?t qu? th?c hi?n").text == (
        "Báo cáo của Ủy ban nhân dân tỉnh về kết quả thực hiện"
    )


def test_real_questions_stay() -> None:
    text = "Anh có biết không? Tôi không biết. Sao lại thế?"
    assert repair(text).text == text
