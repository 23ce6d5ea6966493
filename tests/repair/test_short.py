"""Texts of a line or two that lost letters, and clean ones that only look so."""

from __future__ import annotations

import pytest

from vnreport import repair
from vnreport.repair.letters.damage import Kind, damage_table

LINES = [
    "Nơi nhận:",
    "- UBND tỉnh;",
    "4. Phương hướng năm 2023",
    "Tiếng Việt | English",
    "1. Tiếp công dân",
    "PHÒNG TỔNG HỢP",
    "Thanh tra huyện Kiến Thụy",
    "Độc lập - Tự do - Hạnh phúc",
    "Số liệu từ ngày 01/10/2018 đến ngày 30/9/2019",
]
KINDS: tuple[Kind, ...] = ("additional", "extended", "stripped", "toneless")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("line", LINES)
def test_line_by_itself_is_restored(line: str, kind: Kind) -> None:
    assert repair(line.translate(damage_table(kind))).text == line


@pytest.mark.parametrize(
    "line",
    [
        "Minh Anh",
        "Tin trong ngày",
        "5. Thanh tra",
        "- Lưu: VT, KHTH (5b).",
        "BÁO CÁO",
        "Bà Ph .",
        "The man can do it on time",
        "Manchester United won the game",
        "Selamat pagi, saya tinggal di Jakarta",
        "La vida es un sueño",
        "Cu2+ + 2 e– → Cu",
        "Cho vay tiêu dùng",
        "gi,",
    ],
)
def test_clean_line_stays(line: str) -> None:
    assert repair(line).text == line
