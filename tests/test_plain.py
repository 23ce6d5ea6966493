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
    if start < end:
        for kept, at in ((read.text[start], low), (read.text[end - 1], high - 1)):
            assert kept == text[at] or (kept.isspace() and text[at].isspace())
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


def _wrapped(text: str, width: int) -> list[str]:
    lines = (textwrap.wrap(line, width, break_long_words=False) or [""] for line in text.split("\n"))
    return [part for line in lines for part in line]


@pytest.mark.parametrize("width", range(45, 90, 5))
def test_blank_lines_between_all_lines_change_nothing(width: int) -> None:
    spaced = "\n\n".join(line for line in _wrapped(PARAGRAPHS, width) if line)
    assert _read(vnreport.extract(spaced)) == _read(vnreport.extract(PARAGRAPHS))


@pytest.mark.parametrize("edge", ["2", "- 2 -", "Trang 2/7", "\n\n2\n\f", "2\n\nThanh tra Sở Y tế"])
def test_the_edge_of_a_page_amid_a_sentence_is_left_out(edge: str) -> None:
    lines = _wrapped(PARAGRAPHS, 80)
    head = "Thanh tra Sở Y tế\n" if "Thanh tra" in edge else ""
    text = head + "\n".join(lines)
    at = next(i for i, line in enumerate(lines) if i > 8 and line and line[0].islower())
    paged = head + "\n".join([*lines[:at], edge, *lines[at:]])
    report = vnreport.extract(paged)
    assert _read(report) == _read(vnreport.extract(text))
    frames = " ".join(paged[s.start : s.end] for s in report.sections if s.kind == "boilerplate")
    assert frames.split() == edge.split()
    for mention in report.mentions:
        assert report.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "Tổng số hộ được cấp nước sạch trong năm của toàn huyện là\n2\n- hộ nghèo: 12 hộ",  # an item follows
        "Trong năm đã trồng mới cây ăn quả ở các xã vùng cao.\n2\ncây cam: 12 ha, cây bưởi: 4 ha.",
        "Số trường đạt chuẩn quốc gia của huyện trong năm học\n12\ntrường",  # the cell of a table
        "Đơn vị thực hiện công tác tiêm phòng cho đàn gia súc\n977\ncon trâu, bò ở các xã vùng cao biên giới",
    ],
)
def test_other_numbers_between_lines_stay(text: str) -> None:
    assert not plain(text).frames


MARKED_UP = """# **BÁO CÁO** Kết quả công tác quý I năm 2019

**1. Thu ngân sách**

Theo [Nghị định số 15/2018/NĐ-CP](https://a.vn/nd-15) **ngày 02/02/2018 **của Chính phủ,
xử phạt **37** cơ sở\\.

- *Thuế:* thu 12,5 tỷ đồng, tăng **10%** so với cùng kỳ năm 2018.

![Quang cảnh](https://a.vn/1.jpg)

| **Chỉ tiêu** | **Thực hiện** |
|---|---:|
| Hộ nghèo (hộ) | 1.204 |
"""
UNMARKED = """BÁO CÁO Kết quả công tác quý I năm 2019

1. Thu ngân sách

Theo Nghị định số 15/2018/NĐ-CP ngày 02/02/2018 của Chính phủ,
xử phạt 37 cơ sở.

- Thuế: thu 12,5 tỷ đồng, tăng 10% so với cùng kỳ năm 2018.

| Chỉ tiêu | Thực hiện |
|---|---:|
| Hộ nghèo (hộ) | 1.204 |
"""


def test_markdown_changes_nothing() -> None:
    report, bare = vnreport.extract(MARKED_UP), vnreport.extract(UNMARKED)
    assert _read(report) == _read(bare)
    assert report.document.title == bare.document.title
    for mention in report.mentions:
        assert report.text[mention.start : mention.end] == mention.text


@pytest.mark.parametrize(
    "text",
    [
        "* Thuế: 12 tỷ đồng\n* Phí: 3 tỷ đồng",
        "Độ ẩm (*) 78%; lượng mưa (**) 120 mm\n(*) trung bình; (**) tổng số",
        "Diện tích 3*4*5 m; tệp bao_cao_2019_q1.doc; # 1",
        "#chuyendoiso #DaNang\n*****\n_____",
        "Đơn giá 12** đồng, 13** đồng",
        "- mục 1\n> 2 ha\n>> Xem thêm: 12 tin",
    ],
)
def test_other_stars_and_signs_stay(text: str) -> None:
    assert plain(text).text == text


@pytest.mark.parametrize(
    "piece", ["**a", "**a** ", "[a](/", "\n# a", "_a ", "*a* **b** ", "\\*", "![", "a\n\n2\n"]
)
def test_markup_takes_linear_time(piece: str) -> None:
    assert is_linear(
        lambda size: plain("**x** [a](/b) # c\n" + piece * (size // len(piece))), 20_000, 160_000
    )


@pytest.mark.parametrize("piece", ["  ", "\n ", "\r", "\t", " \n", "a  ", "\n\t", "\n\ta|"])
def test_time_is_linear(piece: str) -> None:
    assert is_linear(lambda size: plain(piece * (size // len(piece))), 20_000, 160_000)
