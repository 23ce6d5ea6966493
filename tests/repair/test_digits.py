"""Letters that stand for digits, in numbers, dates and codes only."""

from __future__ import annotations

import pytest

from vnreport import repair


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Thông tư số O5/2019/TT-BTC của Bộ Tài chính", "Thông tư số 05/2019/TT-BTC của Bộ Tài chính"),
        ("Nghị định số l5/2O20/NĐ-CP", "Nghị định số 15/2020/NĐ-CP"),
        ("trong năm 2Ol8, toàn huyện", "trong năm 2018, toàn huyện"),
        ("từ ngày 0l/4/2O19 đến ngày 3O/6/2019", "từ ngày 01/4/2019 đến ngày 30/6/2019"),
        ("ngày l5 tháng 1O năm 2018", "ngày 15 tháng 10 năm 2018"),
        ("kinh phí 1.2OO.000 đồng", "kinh phí 1.200.000 đồng"),
        ("ngập l.450 ha lúa", "ngập 1.450 ha lúa"),
        ("có I.275 hộ dân", "có 1.275 hộ dân"),
        ("hỗ trợ 13O hộ nghèo", "hỗ trợ 130 hộ nghèo"),
        ("đạt 9O% kế hoạch", "đạt 90% kế hoạch"),
        ("đạt 25.OOO.OOO đồng", "đạt 25.000.000 đồng"),
        ("Quyết định số l24/QĐ-UBND", "Quyết định số 124/QĐ-UBND"),
        ("quý I/2O18 và quý II/2Ol9", "quý I/2018 và quý II/2019"),
    ],
)
def test_letters_for_digits(seen: str, meant: str) -> None:
    fixed = repair(seen)
    assert fixed.text == meant
    assert {r.kind for r in fixed.repairs} == {"lookalike"}


@pytest.mark.parametrize(
    "text",
    [
        "Nồng độ CO2, SO2 và H2O; K2O chiếm 12%; Al2O3 và Fe3O4.",
        "Lưu lượng 10l/phút, bể 500l, can 5l/2 ngày.",
        "Trong quý I/2018, đội tuyển I1 và nhóm O2 có mã số SO10, l1, I2.",
        "Quốc lộ 1, phòng I1.2, mục II.1, điểm 1.I, văn bản số OI/XYZ.",
        "Máy VO2Ol8X và thẻ 2O18B, địa chỉ lOO.vn, số I/QĐ-UBND.",
    ],
)
def test_what_may_be_letters_is_left(text: str) -> None:
    assert repair(text).text == text


@pytest.mark.parametrize(
    ("seen", "meant"),
    [
        ("Trong nm 2015, kinh t tăng", "Trong năm 2015, kinh tế tăng"),
        ("ngày 05 tháng 3 nm 2015", "ngày 05 tháng 3 năm 2015"),
        ("BÁO CÁO KẾT QUẢ NM 2016", "BÁO CÁO KẾT QUẢ NĂM 2016"),
        ("bước sóng 500 nm 2015", "bước sóng 500 nm 2015"),
    ],
)
def test_the_word_before_a_year(seen: str, meant: str) -> None:
    assert repair(seen).text == meant
