from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnreport.repair.syllable import is_syllable, log_frequency

GOOD = """
    người nghiêng quốc quyết gì giếng giặc gìn huỳnh khuỷu uỷ ủy hoà hòa xoong yêu yến ý ở Đường ĐƯỜNG
    nghĩa kỳ kì thuở khuya quỳ quý toàn oẳn tuýp boong loét ngoằn ngoèo rượu chuyện truyền giữa
"""
BAD = """
    ngiêng cê kuốc hớng nớc mac\u0300 bàc tàp Phßng Vieät hp vi8 ngh ph đ trump strict UBND oươ nghà fà zì jì
"""


@pytest.mark.parametrize("word", GOOD.split())
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", [*BAD.split(), "", " ", "a b", "h-a", "x" * 500])
def test_no_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_stops_take_two_tones_only() -> None:
    assert [tone for tone in ("ac", "ác", "àc", "ảc", "ãc", "ạc") if is_syllable("b" + tone)] == ["ác", "ạc"]


def test_frequency() -> None:
    common, rare = log_frequency("của"), log_frequency("nghỉm")
    assert common is not None
    assert rare is not None
    assert common > -6 > rare
    assert log_frequency("Của") == common
    assert log_frequency("strict") is None


@given(st.text(max_size=30))
def test_any_word(word: str) -> None:
    assert isinstance(is_syllable(word), bool)
    log_frequency(word)
