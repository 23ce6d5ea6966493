"""Whatever the text: no exception, exact spans, consistent fields, linear time."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_linear

from vnreport.instruments import parse
from vnreport.layout import Layout
from vnreport.mentions.instruments import find
from vnreport.report import InstrumentMention
from vnreport.spans import Spans

PIECES = (
    "Nghị định",
    "nghị định",
    "Quyết định số",
    "Thông tư liên tịch",
    "Luật Đất đai",
    "Luật",
    "Bộ luật",
    "BLHS",
    "Nghị quyết Trung ương",
    "Nghị quyết Đại hội",
    "Hiến pháp",
    "Công ước",
    "TCVN",
    "QCVN",
    "khóa XII",
    "lần thứ XV",
    "số",
    "số:",
    "09",
    "09/2017",
    "/NĐ-CP",
    "09/2017/NĐ-CP",
    "846/QĐ-TTg",
    "45-NQ/TW",
    "7375/BYT-TCDS",
    "9001:2015",
    "ngày 09/02/2017",
    "ngày 31/02/2017",
    "ngày",
    "năm 2013",
    "2013",
    "của Chính phủ",
    "của UBND tỉnh",
    "của",
    "điểm a, b",
    "khoản 1",
    "Điều 5",
    "Điều",
    "đến Điều 99999",
    "Phụ lục",
    "Chương II",
    "các",
    "từ",
    "tại",
    "này",
    "trên",
    "nói trên",
    "sau đây gọi tắt là",
    "Đề án 06",
    "Đ.5",
    "k2",
    "NQ98",
    "TT22/2021/TT-BGDĐT",
    "Nghi dinh so 100/2019/ND-CP",
    "cua Chinh phu",
    "N?-CP",
    "12TT/BYT",
    "Quy chế ban hành kèm theo",
    "giữa Bộ Y tế và",
    "của Ban Tổ chức Tỉnh ủy",
    "phường 12, quận 5",
    "hồi 10 giờ ngày 1/2/2020",
    "các Luật: Nhà ở",
    ",",
    ";",
    ".",
    " ",
    "\n",
    "\n\n",
    "(",
    ")",
    "và",
    "-",
    "–",
    "/",
    "quy định chi tiết",
    "về việc",
    "sửa đổi, bổ sung một số điều của",
    "Số: 145/BC-SYT\n",
    "\u0130",
    "\ud800",
)


def bare_layout(text: str) -> Layout:
    return Layout(text, (), (), Spans(), None, None, None)


def citations(text: str) -> list[InstrumentMention]:
    found = find(text, bare_layout(text))
    for before, after in itertools.pairwise(found):
        assert before.end <= after.start
    ids = [m.id for m in found]
    assert len(set(ids)) == len(ids)
    for m in found:
        assert m.text
        assert text[m.start : m.end] == m.text
        assert m.text == m.text.strip()
        if m.code is not None:
            assert m.number is not None
            assert m.number in m.code
            assert m.symbol is not None
        if m.refers_to is not None:
            antecedent = found[ids.index(m.refers_to)]
            assert antecedent.start < m.start
            assert (antecedent.code, antecedent.name) == (m.code, m.name)
        assert m.code or m.name or m.number or m.date
        for p in m.provisions:
            assert any(v is not None for v in p.model_dump().values())
    return found


@settings(max_examples=400, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30), st.sampled_from(["", " ", "  "]))
def test_any_mixture_of_pieces_is_consistent(pieces: list[str], glue: str) -> None:
    citations(glue.join(pieces))


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_any_text_is_read(text: str) -> None:
    citations(text)
    parse(text)


@pytest.mark.parametrize(
    "unit",
    [
        "Điều 1, ",
        "1/",
        "/1",
        "0",
        "Nghị định số ",
        "khoản 1 Điều 2 và ",
        "điểm a, ",
        "số 1, ",
        "Quyết định ",
        "09/2017/NĐ-CP, ",
        "12/QĐ-UBND ",
        "ngày 1/1/2001 ",
        "của UBND tỉnh ",
        "Luật ",
        "Luật Đất đai, ",
        "Luật A ",
        "Nghị định này ",
        "Nghị định 9 ",
        "(",
        "-",
        "A-",
        "1-A",
        "Số: 1/A-B\n",
        "Số:\n",
        " ",
        "\n",
        "QĐ 1 ",
        "Công ước A ",
        "Nghị quyết Đại hội a ",
        "Điều 1 đến Điều 99 ",
        "gọi tắt là ",
        "Nghị định số 1, 2, 3, 4, 5, ",
        "Luật sửa đổi, bổ sung một số điều của Luật Đất đai, ",
        "Chương I ",
        "về việc ",
        "TCVN 1:2001 ",
        "Đ.1 ",
        "k1 Đ1, ",
        "Nghi dinh so 1 ",
        "nghi dinh a ",
        "Nghị định số 1 của Ban Tổ chức ",
        "của Ban Chỉ đạo Quốc gia về a ",
        "Quyết định 1/QĐ-X của Hội đồng quản lý ",
        "Điều 1 Quy chế ban hành kèm theo ",
        "UBND xã A, huyện B, tỉnh C, ",
        "1/1/1/1 ",
        "N?-",
        "NQ1",
        "các Luật: ",
    ],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    def work(size: int) -> None:
        text = (unit * (size // len(unit) + 1))[:size]
        find(text, bare_layout(text))

    work(200)
    assert is_linear(work, 25_000, 200_000)


def test_empty_text_has_no_citation() -> None:
    assert citations("") == []


@pytest.mark.parametrize("code", ["2-LD.LD", "12/LD.LD", "45/QD-UB", "7-LD.TB", "846/QĐ-TTg", "15-KT.HC"])
def test_a_code_is_one_whose_canonical_form_is(code: str) -> None:
    found = parse(code)
    assert found is None or parse(str(found.code)) == found
