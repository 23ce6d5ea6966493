"""Numbers in words and digits: the inverse of num2words, any text at all, hostile text in linear time."""

from __future__ import annotations

import random
from decimal import Decimal

import pytest
from benchmarks.values import find_values
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words
from tests.timing import is_linear

import vnreport
from vnreport.layout import Layout
from vnreport.mentions import numbers
from vnreport.mentions.numbers import parse_number
from vnreport.spans import Spans


@given(st.integers(min_value=0, max_value=10**15 - 1))
def test_parse_number_undoes_num2words(value: int) -> None:
    assert parse_number(num2words(value, lang="vi")) == value


def test_parse_number_undoes_num2words_on_small_and_round_numbers() -> None:
    rng = random.Random(7)
    drawn = [rng.randrange(1, 1000) * 10 ** rng.randrange(12) for _ in range(300)]
    for value in [*range(1200), *drawn]:
        assert parse_number(num2words(value, lang="vi")) == value


@given(st.integers(min_value=0, max_value=10**12))
def test_parse_number_reads_vietnamese_and_english_grouping(value: int) -> None:
    grouped = f"{value:,}"
    assert parse_number(grouped) == value
    assert parse_number(grouped.replace(",", ".")) == value


@pytest.mark.parametrize(
    ("southern", "northern"),
    [
        ("hai ngàn lẻ năm", "hai nghìn linh năm"),
        ("ba mươi bốn", "ba mươi tư"),
        ("năm mươi nhăm", "năm mươi lăm"),
        ("một tỉ", "một tỷ"),
        ("bảy triệu rưởi", "bẩy triệu rưỡi"),
    ],
)
def test_southern_and_northern_words_say_the_same(southern: str, northern: str) -> None:
    assert parse_number(southern) == parse_number(northern) is not None


def test_halves_and_tenths_stand_for_the_scale_before_them() -> None:
    assert parse_number("một tỷ hai") == parse_number("1,2 tỷ") == Decimal("1200000000")
    assert parse_number("hai triệu rưỡi") == parse_number("2 triệu 500 nghìn") == Decimal("2500000")


@given(st.text(st.sampled_from("một hai trăm nghìn tỷ rưỡi lẻ 0123456789.,-/%()đồng\nk \ud800"), max_size=80))
def test_any_text_near_numbers_is_read_without_error(text: str) -> None:
    parse_number(text)
    for mention in find_values(text):
        assert text[mention.start : mention.end] == mention.text


@given(st.text(max_size=60))
def test_any_text_is_read_without_error(text: str) -> None:
    parse_number(text)
    find_values(text)


def test_taken_spans_hold_no_number() -> None:
    text = "ngày 09/02/2017 có 12 xã"
    layout = Layout(text, (), (), Spans(), None, None, None)
    assert [n.raw for n in numbers.find(text, layout, Spans([(5, 15)]))] == ["12"]


HOSTILE = [
    "1234567890",
    "một trăm ",
    "1.1.1.1 ",
    "1.",
    "1/",
    "5% - ",
    "5 hộ, ",
    "một tỷ ",
    "5 (năm ",
    "1 000 ",
    "1 xã và ",
    "5 hộ (A 1, ",
    "1m75 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_on_hostile_text(piece: str) -> None:
    assert is_linear(lambda size: find_values((piece * (size // len(piece) + 1))[:size]), 30_000, 120_000)


@pytest.mark.parametrize("piece", ["1234567890", "một trăm ", "1.1.1.1 "])
def test_long_text_of_one_trigger_comes_back(piece: str) -> None:
    find_values(piece * (200_000 // len(piece)))


def test_numbers_of_any_length_are_exact() -> None:
    digits = "9" * 30
    (mention,) = vnreport.extract(f"từ {digits} triệu đồng").mentions
    assert mention.value == int(digits) * 10**6  # type: ignore[union-attr]


def test_words_that_open_a_line_are_read_whole() -> None:
    # The words before a number are read within a reach; where it began inside a word of the line above,
    # the first word of the number's own line used to be lost with it.
    for width in range(40, 90):
        above = f"{'Hội nghị sơ kết công tác quý I ' * 3}"[:width].strip() + "."
        report = vnreport.extract(f"{above}\nTổng số 12 cuộc thanh tra\nQuốc lộ 22 dài 58 km")
        assert [f"{q.value} {q.unit}" for q in report.quantities] == ["12 cuộc", "58 km"], width
