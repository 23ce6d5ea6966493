"""What must hold for any text: offsets, no exception, linear time."""

from __future__ import annotations

import pytest
from benchmarks.names import find_names
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_linear, is_quick

PIECES = (
    "UBND",
    "Ủy ban nhân dân",
    "SỞ",
    "Sở",
    "Nội vụ",
    "tỉnh",
    "TP.",
    "TP",
    "thành phố",
    "huyện",
    "Hải Phòng",
    "Thái Bình",
    "Công ty TNHH",
    "Ban",
    "Trung tâm",
    "Nguyễn",
    "Văn",
    "Thị",
    "A",
    "ông",
    "Bà",
    "đồng chí",
    "Chủ tịch",
    "Phó",
    "Giám đốc",
    "Dự án",
    "Đề án",
    "Kế hoạch",
    "năm 2017",
    "giai đoạn",
    "trên địa bàn",
    "các",
    "và",
    "&",
    "-",
    "–",
    ",",
    ";",
    ".",
    "(",
    ")",
    "“",
    "”",
    "\n",
    "\n\n",
    "\t",
    "\xa0",
    " ",
    "  ",
    "K'",
    "1",
    "20/10",
    "QL",
    "đường",
    "Hồ",
    "\ud800",
    "İ",
    "uỷ",
    "\u0301",
)


def assert_offsets(text: str) -> None:
    for mention in find_names(text):
        assert 0 <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text


@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
@settings(max_examples=300, deadline=None)
def test_offsets_hold_on_any_mix_of_triggers(text: str) -> None:
    assert_offsets(text)


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
@settings(max_examples=200, deadline=None)
def test_offsets_hold_on_glued_triggers(text: str) -> None:
    assert_offsets(text)


@given(st.text(alphabet=st.characters(), max_size=200))
@settings(max_examples=200, deadline=None)
def test_offsets_hold_on_any_text(text: str) -> None:
    assert_offsets(text)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "A",
        "A ",
        " ",
        "\n",
        "(",
        "“",
        ", ",
        "Nguyễn ",
        "Nguyễn Văn A, ",
        "ông ",
        "đồng chí ",
        "Chủ tịch ",
        "Phó Chủ tịch, ",
        "Chủ tịch UBND tỉnh ",
        "UBND ",
        "UBND, ",
        "UBND tỉnh, ",
        "Sở ",
        "Sở Nội vụ, ",
        "các Sở: Nội vụ, Tài chính ",
        "Ban Thường vụ ",
        "Văn phòng ",
        "Đảng ủy ",
        "Thanh tra ",
        "Công ty TNHH ",
        "Công ty và ",
        "Trung tâm quản lý ",
        "Ban Chỉ đạo phòng chống ",
        "huyện ",
        "huyện A, ",
        "xã An Hòa, ",
        "tỉnh Thái Bình ",
        "Hải Phòng",
        "Hải Phòng, ",
        "thôn ",
        "đường số ",
        "QL1",
        "TP.",
        "Dự án ",
        "Dự án a, ",
        "Kế hoạch và ",
        "Đề án của ",
        "dự án “",
        "Chương trình mục tiêu năm 2017 ",
        "A, ngày 1",
        "(Đã ký)\n",
        "CHỦ TỊCH\n",
        "CHỦ TỊCH\nNguyễn Văn An\n",
        "Trung tâm Y tế (TTYT) ",
        "K'",
        "- ",
        "TM. UBND\n",
        "Công ty cồn ",
        "Ban Chỉ đạo về a, ",
        "ông Lê Văn A, Trưởng phòng A ",
        "Lữ đoàn A b ",
    ],
)
def test_time_is_linear_on_repeated_triggers(unit: str) -> None:
    find_names(unit * (1000 // len(unit)))
    assert is_linear(lambda size: find_names(unit * (size // len(unit))), 15_000, 120_000)
    # The promise is 50 ms for a KB.
    assert is_quick(lambda: find_names(unit * (30_000 // len(unit))), 1.5)
