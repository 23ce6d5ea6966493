"""White space and line breaks carry no meaning: what is read does not depend on them."""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnreport
from tests.timing import is_linear
from vnreport.plain import plain
from vnreport.report import Report

SPACED = st.text(st.one_of(st.sampled_from(" \t\n\r|ab"), st.characters()), max_size=80)


@given(SPACED, st.data())
def test_the_way_back(text: str, data: st.DataObject) -> None:
    read = plain(text)
    start = data.draw(st.integers(0, len(read.text)))
    end = data.draw(st.integers(start, len(read.text)))
    low, high = read.back(start, end)
    assert 0 <= low <= high <= len(text)
    assert "".join(text[low:high].split()) == "".join(read.text[start:end].split())
    if not read.is_changed:
        assert (low, high) == (start, end)


@given(SPACED)
def test_mentions_are_where_they_say(text: str) -> None:
    report = vnreport.extract("Phạt  12 cơ sở\r\n   26,5  triệu đồng " + text)
    for mention in report.mentions:
        assert report.text[mention.start : mention.end] == mention.text
    for sentence in report.sentences:
        assert 0 <= sentence.start < sentence.end <= len(report.text)


def _read(report: Report) -> list[tuple[Any, ...]]:
    """Give what a report says, places in the text left out."""
    away = {"id", "start", "end", "source_start", "source_end", "text", "evidence", "sources", "mentions"}
    both = [*report.mentions, *report.facts]
    return [(item.type, str(item.model_dump(exclude=away | {"refers_to"}, mode="json"))) for item in both]


VARIANTS: dict[str, Callable[[str], str]] = {
    "Windows": lambda text: text.replace("\n", "\r\n"),
    "justified": lambda text: text.replace(" ", "  ").replace("      ", "   "),
    "indented": lambda text: "\n".join("    " + line for line in text.split("\n")),
    "ragged": lambda text: text.replace("\n", "  \n"),
}


@pytest.mark.parametrize("variant", VARIANTS)
def test_white_space_changes_nothing(variant: str, samples: dict[str, str]) -> None:
    for text in samples.values():
        if vnreport.repair(text).repairs:
            continue  # where letters are lost, a second space may be what is left of a word
        assert _read(vnreport.extract(VARIANTS[variant](text))) == _read(vnreport.extract(text))


PARAGRAPHS = """BÁO CÁO
Kết quả công tác quý I năm 2019

Thực hiện Kế hoạch số 15/KH-UBND ngày 12 tháng 01 năm 2019 của UBND tỉnh Hòa Bình, từ ngày 01/01/2019 đến \
ngày 31/3/2019 Thanh tra Sở Y tế đã kiểm tra 1.250 cơ sở, phát hiện 37 cơ sở vi phạm, xử phạt 15 cơ sở với \
tổng số tiền 126.500.000 đồng; nhắc nhở 22 cơ sở, tăng 10% so với cùng kỳ năm 2018. Đồng chí Bùi Thị Thu \
Hằng, Chánh Thanh tra Sở, cho biết trong quý II sẽ kiểm tra 300 nhà thuốc.

Sở đã tổ chức 12 lớp tập huấn Nghị định số 15/2018/NĐ-CP của Chính phủ cho 1.040 người, trong đó 320 người \
là cán bộ tuyến xã; cấp 2.100 tờ rơi, treo 86 băng rôn trên địa bàn huyện Kim Bôi và thành phố Hòa Bình, \
kinh phí 45,5 triệu đồng do ngân sách tỉnh cấp.
"""


@pytest.mark.parametrize("width", range(50, 110, 3))
def test_wrapping_changes_nothing(width: int) -> None:
    lines = (
        textwrap.wrap(line, width, break_on_hyphens=False, break_long_words=False) or [""]
        for line in PARAGRAPHS.split("\n")
    )
    wrapped = "\n".join(part for line in lines for part in line)
    assert _read(vnreport.extract(wrapped)) == _read(vnreport.extract(PARAGRAPHS))


@pytest.mark.parametrize("piece", ["  ", "\n ", "\r", "\t", " \n", "a  ", "\n\t", "\n\ta|"])
def test_time_is_linear(piece: str) -> None:
    assert is_linear(lambda size: plain(piece * (size // len(piece))), 20_000, 160_000)
