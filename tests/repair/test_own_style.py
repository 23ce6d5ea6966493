"""What no language model knows: the text's own spelling and capitals, abbreviations, labels."""

from __future__ import annotations

import pytest

from vnreport.repair import repair
from vnreport.repair.letters.damage import Kind, damage_table

OFFICIAL = (
    "Đồng chí Lê Minh Sơn, Phó Chủ tịch UBND huyện, cùng Giám đốc Trung tâm Y tế huyện dự buổi làm việc.\n"
)


def mended(clean: str, kind: Kind) -> str:
    return repair(clean.translate(damage_table(kind)), damage="dropped").text


@pytest.mark.parametrize("kind", ["additional", "extended", "marked_extended"])
def test_reports_write_ty(kind: Kind) -> None:
    clean = OFFICIAL + "Tổng kinh phí thực hiện là 3,4 tỷ đồng, tỷ lệ giải ngân còn thấp.\n"
    assert mended(clean, kind) == clean


def test_a_text_that_writes_ti_goes_on_so() -> None:
    raw = "Công ty nộp 12 tỉ đồng, hỗ trợ thêm 3 tỉ đồng.\nNăm nay công ty n?p 15 t? đ?ng ti?n thu?.\n"
    assert repair(raw).text.endswith("Năm nay công ty nộp 15 tỉ đồng tiền thuế.\n")


@pytest.mark.parametrize("kind", ["additional", "extended", "marked_extended"])
@pytest.mark.parametrize(
    "clean",
    [
        "Ông Lê Văn Bình, Ủy viên Ban Thường vụ Huyện ủy, kết luận cuộc họp.\n",
        "Các Ủy ban nhân dân xã báo cáo Sở Kế hoạch và Đầu tư trước ngày 15.\n",
        "Việc bồi thường thực hiện theo khoản 2 Điều 9 Luật Đất đai và văn bản hướng dẫn.\n",
    ],
)
def test_capitals_that_official_writing_has(clean: str, kind: Kind) -> None:
    assert mended(OFFICIAL + clean, kind) == OFFICIAL + clean


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "Ch tch HND xã trình bày báo cáo trc k hp.",
            "Chủ tịch HĐND xã trình bày báo cáo trước kỳ họp.",
        ),
        (
            "Tham d có /c Trn Vn Hòa, Bí th ng y xã.",
            "Tham dự có đ/c Trần Văn Hòa, Bí thư Đảng ủy xã.",
        ),
        (
            "d) Các n v trc thuc.\n) Các t chc liên quan.\ne) Lu: VT.\n",
            "d) Các đơn vị trực thuộc.\nđ) Các tổ chức liên quan.\ne) Lưu: VT.\n",
        ),
        (
            "Theo ông Đng Th Vinh, vic bàn giao mt bng đã hoàn thành.",
            "Theo ông Đặng Thế Vinh, việc bàn giao mặt bằng đã hoàn thành.",
        ),
        (
            "V. T CHC THC HIN\nVI. KIN NGH\nĐ ngh S Tài chính cp kinh phí.\n",
            "V. TỔ CHỨC THỰC HIỆN\nVI. KIẾN NGHỊ\nĐề nghị Sở Tài chính cấp kinh phí.\n",
        ),
        (
            "Doanh thu tăng 7% (so vi cùng k) và vưt k hoch.",
            "Doanh thu tăng 7% (so với cùng kỳ) và vượt kế hoạch.",
        ),
    ],
)
def test_letters_that_lists_and_signs_tell(raw: str, text: str) -> None:
    assert repair(raw, damage="dropped").text == text


def test_the_mark_of_comrades_stays() -> None:
    raw = "Tham dự có đ/c Trn Văn Hòa và đ/c Lê Th Minh, Phó Bí thư Đng y xã."
    assert repair(raw).text == "Tham dự có đ/c Trần Văn Hòa và đ/c Lê Thị Minh, Phó Bí thư Đảng ủy xã."


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (
            "V/v thc hin kim tra các cơ s y t trên đa bàn huyn",
            "V/v thực hiện kiểm tra các cơ sở y tế trên địa bàn huyện",
        ),
        (
            "ĐNG CNG SN VIT NAM S: 12-BC/HU ca Huyn y v kt qu kim tra",
            "ĐẢNG CỘNG SẢN VIỆT NAM Số: 12-BC/HU của Huyện ủy về kết quả kiểm tra",
        ),
    ],
)
def test_the_signs_of_a_head_stay(raw: str, text: str) -> None:
    assert repair(raw).text == text
