"""Damage as it is met on the web, in sentences of our own."""

from __future__ import annotations

import pytest

from vnreport.repair import repair


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
