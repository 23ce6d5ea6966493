"""Tones that were lost or stand apart, and single letters that a converter lost or took for others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.repair.laws import leads_back
from tests.timing import is_quick

from vnreport import repair
from vnreport.repair.letters.damage import Kind, has_tone, without_tone
from vnreport.repair.letters.damage import damaged as damaged_text

TEXT = (
    "Ủy ban nhân dân huyện báo cáo nhanh tình hình thiệt hại do mưa lũ gây ra trong tháng 10 năm 2019\n"
    "Do ảnh hưởng của hoàn lưu bão, nhiều tuyến đường liên xã bị ngập sâu, nước ở các sông lên nhanh.\n"
    "Theo thống kê bước đầu, có 35 căn nhà bị tốc mái, 120 ha lúa bị ngập; tổng giá trị thiệt hại ước tính "
    "khoảng 4,2 tỷ đồng.\n"
    "Các cơ quan chuyên môn, Ủy ban nhân dân các xã đã chủ động phương án ứng phó, không để xảy ra thiệt hại "
    "về người."
)


def damaged(kind: Kind) -> str:
    return damaged_text(kind, TEXT)


def marks_behind(text: str) -> str:
    """Take the tones out of each line and put them behind it."""
    lines = []
    for line in text.split("\n"):
        marks = [c for c in unicodedata.normalize("NFD", line) if c in "\u0300\u0301\u0303\u0309\u0323"]
        lines.append(" ".join([without_tone(line), *marks]))
    return "\n".join(lines)


def marks_apart(text: str) -> str:
    """Put a space before each tone, as some readers of PDF files do."""
    spread = unicodedata.normalize("NFD", text)
    return "".join(f" {c}" if c in "\u0300\u0301\u0303\u0309\u0323" else c for c in spread)


@pytest.mark.parametrize("kind", ["toneless", "soft", "hat_to_horn", "merged"])
def test_lost_all_over(kind: Kind) -> None:
    assert damaged(kind) != TEXT
    assert repair(damaged(kind)).text == TEXT


@pytest.mark.parametrize(("kind", "name"), [("toneless", "stripped"), ("soft", "dropped")])
def test_named_as_the_wider_damage(kind: Kind, name: str) -> None:
    assert repair(damaged(kind), name).text == TEXT  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("merged", "whole"),
    [
        (
            "Phịng Nông nghiệp đã hồn thành kế hoạch; tồn huyện cịn 12 xã chưa đạt, trong đĩ cĩ 3 xã đảo.",
            "Phòng Nông nghiệp đã hoàn thành kế hoạch; toàn huyện còn 12 xã chưa đạt, trong đó có 3 xã đảo.",
        ),
        (
            "Trong q trình triển khai, cán bộ chun mơn của phịng ln bám sát u cầu, tun truyền thường xun.",
            "Trong quá trình triển khai, cán bộ chuyên môn của phòng luôn bám sát yêu cầu, "
            "tuyên truyền thường xuyên.",
        ),
        (
            "Kế tốn trưởng cơng ty có trách nhiệm báo cáo; cơng trình hồn thành trước thời hạn 15 ngày.\n"
            "Ngun vật liệu tồn kho trị giá 1,2 tỷ đồng, khơng phát sinh hao hụt, cịn lại chuyển sang q II.",
            "Kế toán trưởng công ty có trách nhiệm báo cáo; công trình hoàn thành trước thời hạn 15 ngày.\n"
            "Nguyên vật liệu tồn kho trị giá 1,2 tỷ đồng, không phát sinh hao hụt, còn lại chuyển "
            "sang quý II.",
        ),
    ],
)
def test_merged_vowels(merged: str, whole: str) -> None:
    # What is whole already stays: "tồn kho", "có".
    fixed = repair(merged)
    assert fixed.text == whole
    assert repair(fixed.text).repairs == ()


@pytest.mark.parametrize("way", [marks_behind, marks_apart])
def test_marks_that_stand_apart(way) -> None:  # type: ignore[no-untyped-def]
    fixed = repair(way(TEXT))
    assert fixed.text == TEXT
    assert repair(fixed.text).repairs == ()


@pytest.mark.parametrize(
    ("hyphened", "whole"),
    [
        ("nhà n-ớc, ng-ời dân và t- nhân", "nhà nước, người dân và tư nhân"),
        (
            "Tr-ởng phòng D-ơng Văn An, Phó Tr-ởng phòng; nh- sau: ch-a đạt",
            "Trưởng phòng Dương Văn An, Phó Trưởng phòng; như sau: chưa đạt",
        ),
        ("TR-ỜNG TRUNG CẤP, H-ỚNG DẪN, TH- KÝ", "TRƯỜNG TRUNG CẤP, HƯỚNG DẪN, THƯ KÝ"),
        ("ủy ban trung -ơng, đ-ợc giao, đầu t-.", "ủy ban trung ương, được giao, đầu tư."),
    ],
)
def test_hyphens_for_u(hyphened: str, whole: str) -> None:
    assert repair(hyphened).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "Dân tộc Tà-ơi ở huyện A Lưới, xã Ba-Tơ",
        "a- Tổ chức thực hiện; b- Kinh phí; c- Thời gian",
        "Dấu huyền ( \u0300 ), dấu sắc ( \u0301 ), dấu nặng ( \u0323 ) của tiếng Việt.",
        "Bà Kiên Thị Sơn, bác Tơn và chị Krơng Ana",
        "nước mắm Phú Quốc, đường dây 110 kV, T-34, B-52",
        "Người dân viêt đơn đề nghị xã xem xét, giải quyết.",
    ],
)
def test_left_alone(text: str) -> None:
    assert repair(text).text == text


def test_slips_far_apart_stay() -> None:
    text = "\n".join(
        f"{TEXT}\n{TEXT}\nNgười dân {slip} đơn gửi xã." for slip in ("viêt", "đươc", "nhât", "khơng")
    )
    assert repair(text).repairs == ()


def test_tones() -> None:
    assert without_tone("Đường lối, thiệt hại, ỷ") == "Đương lôi, thiêt hai, y"
    assert [c for c in "aăâáẩđơờ" if has_tone(c)] == ["á", "ẩ", "ờ"]


@settings(max_examples=100, deadline=None)
@given(st.text(st.sampled_from("aăâêôơưđtnhgcmuoi -\n\u0300\u0301\u0323\u0302TNƠ.,"), max_size=60))
def test_any_string(text: str) -> None:
    leads_back(text)


@pytest.mark.parametrize(
    "unit", ["a \u0301", " \u0323", "n-ớc ", "-ơ", "viêc ", "đợc cơng ", "t- ", "ê\u0301 \u0300"]
)
def test_hostile_input_takes_linear_time(unit: str) -> None:
    assert is_quick(lambda: repair(unit * (20_000 // len(unit))), 20)
