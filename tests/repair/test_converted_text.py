"""What converters and copying leave of Vietnamese letters where the rest of the text is whole."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repair.laws import leads_back
from tests.timing import is_quick

from vnreport import repair

TEXT = "Ủy ban nhân dân huyện đã được giao kiểm tra, người dân hưởng lợi; đạt 12 tỷ đồng"


def styled(text: str, small: int, capital: int) -> str:
    """Write a text in a mathematical alphabet."""
    spread = unicodedata.normalize("NFD", text)
    return "".join(
        chr(small + ord(c) - 97) if "a" <= c <= "z" else chr(capital + ord(c) - 65) if "A" <= c <= "Z" else c
        for c in spread
    )


@pytest.mark.parametrize(
    ("small", "capital"), [(0x1D5EE, 0x1D5D4), (0x1D41A, 0x1D400), (0x1D622, 0x1D608), (0x1D68A, 0x1D670)]
)
def test_letters_of_mathematical_alphabets(small: int, capital: int) -> None:
    fixed = repair(styled(TEXT, small, capital))
    assert fixed.text == TEXT
    assert fixed.source_span(0, len(TEXT)) == (0, len(fixed.raw))


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        # đ as VNI and TCVN3 have it
        (TEXT.replace("đ", "ñ"), TEXT),
        (TEXT.replace("đ", "®"), TEXT),
        ("Quyết ñịnh số 12/QÑ-UBND ñược ban hành", "Quyết định số 12/QĐ-UBND được ban hành"),
        ("®ược §ảng bộ xã giao", "được Đảng bộ xã giao"),
        # small letters that a capital font showed as capitals
        ("CộNG HòA Xã HộI CHủ NGHĩA VIệT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("QUYếT ĐịNH\nVề việc phê duyệt", "QUYẾT ĐỊNH\nVề việc phê duyệt"),
        ("Đơn vị: ủY BAN NHÂN DÂN TỉNH Hà Nam", "Đơn vị: ỦY BAN NHÂN DÂN TỈNH Hà Nam"),
        # punctuation of code page 1252
        ("phong trào \x93Toàn dân\x94 \x96 năm 2019", "phong trào “Toàn dân” – năm 2019"),
        # letters set apart
        ("C Ộ N G  H Ò A  X Ã  H Ộ I  C H Ủ  N G H Ĩ A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA"),
        ("Q U Y Ế T   Đ Ị N H", "QUYẾT ĐỊNH"),
        ("N G H Ị  Đ Ị N H: về phí", "NGHỊ ĐỊNH: về phí"),
    ],
)
def test_mended(broken: str, whole: str) -> None:
    assert repair(broken).text == whole
    assert repair(whole).repairs == ()


@pytest.mark.parametrize(
    "text",
    [
        "El Niño và tổng thống Piñera, vịnh Cañas",
        "Windows® và AutoCAD® được dùng; xem §5 và § 6",
        "hàm số 𝑥 = 2, 𝑦 = 3",
        "Chị H'Rê ở xã Đăk RLấp, anh Ksor Hbơ; iPhone, kWh, VNeID",
        "Sở Y tế, Bộ Tư pháp, UBND Xã; Ủy ban MTTQ",
        "a  b  c  d  e  f  g",
    ],
)
def test_left_alone(text: str) -> None:
    assert repair(text).text == text


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("ñÑ®§𝗮𝗯𝗔được QĐ-\x93\x96\x85ếịTHABN\u0301\u0323 \n"), max_size=60))
def test_any_string(text: str) -> None:
    leads_back(text)


@pytest.mark.parametrize("unit", ["ñược ", "QÑ-", "𝗮", "𝗮\u0301 ", "ộNG ", "NộI", "\x93", "A B  ", "Xã "])
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert is_quick(lambda: repair(unit * (20_000 // len(unit))), 20)
