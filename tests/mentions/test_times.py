"""Times: the case table row by row, laws that hold for any text, and linear time."""

from __future__ import annotations

import datetime as dt
from itertools import product

import pytest
from benchmarks.times import Case, cases, exact, read
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.timing import is_linear

from vnreport.layout import Layout, Sentence, analyse
from vnreport.mentions import times
from vnreport.mentions.times import lunar
from vnreport.report import Section, TimeMention
from vnreport.spans import Spans

ALL = cases()
# Rows that are read wrong today.
KNOWN_WRONG: set[str] = set()


def describe(mentions: list[TimeMention]) -> list[tuple[str, str, str]]:
    return [(m.text, str(m.start_date), str(m.end_date)) for m in mentions]


@pytest.mark.parametrize("case", [c for c in ALL if c.text not in KNOWN_WRONG], ids=lambda c: c.text[:60])
def test_case(case: Case) -> None:
    got = read(case.text, case.reference)
    assert exact(case, got), describe(got)


def test_the_table_is_large_and_halved() -> None:
    halves = [case.split for case in ALL]
    assert len(ALL) >= 200
    assert abs(halves.count("dev") - halves.count("test")) <= 2
    assert sum(not case.expected for case in ALL) >= 40


def test_test_half_is_right() -> None:
    chosen = cases("test")
    assert sum(exact(c, read(c.text, c.reference)) for c in chosen) >= 0.98 * len(chosen)


def check(text: str, mentions: list[TimeMention]) -> None:
    end = 0
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text
        assert end <= mention.start < mention.end <= len(text)
        assert mention.start_date <= mention.end_date
        end = mention.end


PIECES = [
    *(
        "ngày",
        "tháng",
        "năm",
        "quý",
        "từ",
        "đến",
        "cùng kỳ",
        "tuần",
        "nửa",
        "đầu",
        "cuối",
        "tết",
        "thế kỷ",
        "rằm",
    ),
    *(
        "2017",
        "2020",
        "1",
        "02",
        "15",
        "31",
        "III",
        "IV",
        "/",
        "-",
        "–",
        ".",
        ",",
        " ",
        "\n",
        "và",
        "trước",
        "nay",
    ),
    *(
        "giêng",
        "mười",
        "hai",
        "năm học",
        "giai đoạn",
        "vụ mùa",
        "mậu tuất",
        "âm lịch",
        "những",
        "T",
        "Q",
        "(",
        ")",
    ),
    *("\ud800", "İ", "\x00", "đồng", "%", "hôm", "sáng", "so với", "tính chung", "99999", "0"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join))
@settings(max_examples=400, deadline=None)
def test_any_words_of_dates(text: str) -> None:
    check(text, read(text, dt.date(2018, 7, 3)))


@given(st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_words_glued(text: str) -> None:
    check(text, read(text, None))


@given(st.text(st.characters(), max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text(text: str) -> None:
    check(text, read(text, dt.date.min))
    check(text, read(text, dt.date.max))


DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


@given(
    DAYS,
    st.sampled_from(["ngày {d}/{m}/{y}", "{d:02}-{m:02}-{y}", "ngày {d} tháng {m} năm {y}", "{d}.{m}.{y}"]),
)
def test_rendered_dates_are_read_back(day: dt.date, form: str) -> None:
    text = form.format(d=day.day, m=day.month, y=day.year)
    assert describe(read(f"Họp {text}.")) == [(text, str(day), str(day))]


@given(DAYS, DAYS)
def test_rendered_intervals_are_read_back(one: dt.date, other: dt.date) -> None:
    first, last = sorted((one, other))
    text = f"từ ngày {first:%d/%m/%Y} đến ngày {last:%d/%m/%Y}"
    assert describe(read(f"Họp {text}.")) == [(text, str(first), str(last))]


@pytest.mark.parametrize(
    "trigger",
    ["ngày 1/1 ", "1/", "1", "từ ", "tháng ", "năm ", "6 tháng đầu năm ", "cùng kỳ ", "ngày 1, 2, 3 ",
     "2016-2020 ", "quý I, ", "1/1-", "năm 2017, ", " ", "từ 1/1 đến ", "Ngày 1/7/2017 ", "tháng 1, 2, ",
     "ngày tháng ", "(1/1) ", "đêm 1 rạng ", "từ 7 giờ ngày 1/1 ", "tuần 12, ", "hai tháng 1 và 2 "],
)  # fmt: skip
def test_linear_time(trigger: str) -> None:
    made = {n: trigger * (n // len(trigger)) for n in (30_000, 240_000)}
    layouts = {n: analyse(text) for n, text in made.items()}

    def work(size: int) -> None:
        times.find(made[size], layouts[size], Spans(), dt.date(2018, 7, 3))

    assert is_linear(work, 30_000, 240_000)


def test_boilerplate_and_instruments_yield_no_time() -> None:
    text = "Hôm nay: 399. Quyết định số 17/2019/QĐ-UBND ngày 30/8/2019. Ngày 02/9/2019 nghỉ."
    cited = text.index("Quyết"), text.index(". Ngày")
    taken = Spans([(0, 13), cited])
    found = times.find(text, analyse(text), taken, dt.date(2019, 9, 1))
    assert describe(found) == [("Ngày 02/9/2019", "2019-09-02", "2019-09-02")]


def laid_out(title: str, *parts: tuple[str, str]) -> tuple[str, Layout]:
    """Make a text of a title and sections (heading, body) with its layout."""
    text, sections, sentences = title, [], [Sentence(0, len(title), -1)]
    for index, (heading, body) in enumerate(parts):
        start = len(text) + 1
        text += f"\n{heading}\n{body}"
        sections.append(Section(heading=heading, level=1, start=start, end=len(text)))
        sentences.append(Sentence(start, start + len(heading), index))
        at = start + len(heading) + 1
        for sentence in body.split(". "):
            sentences.append(Sentence(at, min(at + len(sentence) + 1, len(text)), index))
            at += len(sentence) + 2
    return text, Layout(text, tuple(sections), tuple(sentences), Spans(), (0, len(title)), None, None)


def test_a_missing_year_comes_from_the_nearest_context() -> None:
    text, layout = laid_out(
        "Báo cáo năm 2019",
        ("I. Kết quả năm 2017", "Ngày 5/3 khai mạc. Năm 2016, tháng 4 có lũ"),
        ("II. Nhiệm vụ", "Ngày 6/3 bế mạc"),
    )
    found = times.find(text, layout, Spans(), dt.date(2022, 1, 1))
    assert [(m.text, m.start_date.year, m.year_from) for m in found] == [
        ("năm 2019", 2019, "text"),
        ("năm 2017", 2017, "text"),
        ("Ngày 5/3", 2017, "section"),
        ("Năm 2016", 2016, "text"),
        ("tháng 4", 2016, "sentence"),
        ("Ngày 6/3", 2019, "document"),
    ]
    assert [m.year_from for m in read("Ngày 6/3 bế mạc.", dt.date(2022, 5, 1))] == ["reference"]
    assert read("Ngày 6/3 bế mạc.") == []


def test_the_year_of_a_plan_or_comparison_is_not_that_of_the_sentence() -> None:
    title = "Báo cáo tháng 7 năm 2017"
    text = f"{title}\nTrong tháng 7, Sở xây dựng Kế hoạch năm 2018 và ngày 5/7 họp, tăng so với năm 2015."
    found = read(text)
    assert [(m.text, m.start_date.year) for m in found if m.text in {"tháng 7", "ngày 5/7"}] == [
        ("tháng 7", 2017),
        ("ngày 5/7", 2017),
    ]


@pytest.mark.parametrize(
    ("text", "grain"),
    [
        ("ngày 5/7/2017", "day"),
        ("tháng 7/2017", "month"),
        ("quý III/2019", "quarter"),
        ("6 tháng đầu năm 2018", "half"),
        ("năm 2018", "year"),
        ("9 tháng năm 2019", "interval"),
        ("giai đoạn 2016-2020", "interval"),
        ("từ 01 đến 15/7/2017", "interval"),
    ],
)
def test_grain(text: str, grain: str) -> None:
    assert [m.grain for m in read(text)] == [grain]


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1968, "1968-01-29"),
        (1985, "1985-01-21"),
        (2007, "2007-02-17"),
        (2018, "2018-02-16"),
        (2023, "2023-01-22"),
        (2025, "2025-01-29"),
        (2030, "2030-02-02"),
    ],
)
def test_tet_is_the_vietnamese_one(year: int, day: str) -> None:
    """In 1968, 1985, 2007 and 2030 it differs from the Chinese day."""
    assert describe(read(f"Phục vụ Tết Nguyên đán {year}.")) == [(f"Tết Nguyên đán {year}", day, day)]


def test_the_lunar_table_is_that_of_a_calendar_library() -> None:
    vnlunar = pytest.importorskip("vnlunar")
    wrong = []
    for year, month, day in product(range(1968, 2051), range(1, 13), (1, 15)):
        solar = vnlunar.convert_lunar_to_solar(day, month, year, 0)
        if lunar.to_solar(year, month, day) != dt.date(*reversed(solar)):
            wrong.append((year, month, day))
    assert wrong == []


def test_leap_months_shift_the_feasts() -> None:
    found = read("Tết Trung thu 2020 và Tết Trung thu 2023.")
    assert [str(m.start_date) for m in found] == ["2020-10-01", "2023-09-29"]


def test_a_day_in_brackets_dates_today() -> None:
    found = read("Họp báo năm 2019\nChiều nay (20/4), Sở họp báo.", dt.date(2019, 6, 1))
    assert [str(m.start_date) for m in found][1:] == ["2019-04-20", "2019-04-20"]
