"""Document context: what a report says about itself, and where."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnreport.context import describe
from vnreport.layout import Layout, Sentence
from vnreport.mentions import times
from vnreport.report import AnyMention, Document, Interval, OrganizationMention, PlaceMention
from vnreport.spans import Spans

HEAD = """\
ỦY BAN NHÂN DÂN TỈNH CÀ MAU
SỞ Y TẾ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 145/BC-SYT
Cà Mau, ngày 05 tháng 7 năm 2018
"""


def layout_of(text: str, title: str | None, head: str = "", boilerplate: tuple[str, ...] = ()) -> Layout:
    def span(part: str | None) -> tuple[int, int] | None:
        return (text.index(part), text.index(part) + len(part)) if part else None

    sentences = []
    at = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            sentences.append(Sentence(at, at + len(line.rstrip()), -1))
        at += len(line)
    noise = Spans((text.index(part), text.index(part) + len(part)) for part in boilerplate)
    return Layout(text, (), tuple(sentences), noise, span(title), span(head), None)


def organization(text: str, words: str, name: str | None = None, nth: int = 0) -> OrganizationMention:
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return OrganizationMention(text=words, start=start, end=start + len(words), name=name or words)


def place(text: str, words: str, level: str = "province") -> PlaceMention:
    start = text.index(words)
    return PlaceMention(text=words, start=start, end=start + len(words), name=words, level=level)  # type: ignore[arg-type]


def read(layout: Layout, *mentions: AnyMention, reference: dt.date | None = None) -> Document:
    timed = times.find(layout.text, layout, layout.boilerplate, reference)
    found = sorted([*timed, *mentions], key=lambda m: m.start)
    document = describe(layout.text, layout, found, reference)
    for field in ("title", "publisher", "place", "published", "period", "number"):
        value = getattr(document, field)
        assert (value is None) == (field not in document.sources)
    return document


def test_an_official_report() -> None:
    title = "BÁO CÁO\nKết quả công tác y tế 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2018"
    text = f"{HEAD}{title}\nSở Y tế tỉnh Cà Mau báo cáo Bộ Y tế như sau:"
    document = read(
        layout_of(text, title, HEAD.rstrip()),
        organization(text, "ỦY BAN NHÂN DÂN TỈNH CÀ MAU", "Ủy ban nhân dân tỉnh Cà Mau"),
        organization(text, "SỞ Y TẾ", "Sở Y tế"),
        organization(text, "Bộ Y tế"),
        place(text, "tỉnh Cà Mau"),
        place(text, ["Cà Mau", " ngày"][0]),
    )
    assert document.title == "BÁO CÁO Kết quả công tác y tế 6 tháng đầu năm, nhiệm vụ 6 tháng cuối năm 2018"
    assert document.number == "145/BC-SYT"
    assert document.publisher == "Sở Y tế"
    assert document.place == "tỉnh Cà Mau"
    assert document.published == dt.date(2018, 7, 5)
    assert document.period == Interval(start=dt.date(2018, 1, 1), end=dt.date(2018, 6, 30))


@pytest.mark.parametrize(
    "stamp",
    [
        "Ngày đăng: 12/07/2017",
        "Cập nhật: 08:30 12/07/2017",
        "(12/07/2017)",
        "12/07/2017 08:30",
        "Thứ Tư, 12/07/2017, 08:30 (GMT+7)",
        "Đăng ngày 12-07-2017 - Lượt xem: 120",
    ],
)
def test_a_web_page(stamp: str) -> None:
    title = "Ngành Y tế thành phố Cần Thơ sơ kết công tác tháng 6 năm 2017"
    body = "Sở Y tế đã kiểm tra 12 cơ sở. Ngày 28/6, Sở họp với UBND thành phố."
    text = f"Trang chủ\nTin tức\n{title}\n{stamp}\n{body}\n"
    document = read(
        layout_of(text, title, boilerplate=("Trang chủ\nTin tức", stamp)),
        organization(text, "Sở Y tế"),
        organization(text, "UBND thành phố", "Ủy ban nhân dân thành phố"),
        place(text, "thành phố Cần Thơ"),
    )
    assert document.title == title
    assert document.published == dt.date(2017, 7, 12)
    assert document.publisher == "Sở Y tế"
    assert document.place == "thành phố Cần Thơ"
    assert document.period == Interval(start=dt.date(2017, 6, 1), end=dt.date(2017, 6, 30))


def test_no_dates_from_the_body_are_taken_for_the_day_of_publishing() -> None:
    title = "Kết quả công tác năm 2019"
    text = f"{title}\nNgày 12/07/2019, đoàn kiểm tra làm việc tại xã.\nKế hoạch ký ngày 05/8/2019."
    assert read(layout_of(text, title)).published is None


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("Báo cáo tháng 6 và 6 tháng đầu năm 2018", "2018-01-01", "2018-06-30"),
        ("Báo cáo quý III và 9 tháng năm 2020", "2020-01-01", "2020-09-30"),
        ("Báo cáo quý III, phương hướng nhiệm vụ quý IV năm 2020", "2020-07-01", "2020-09-30"),
        ("Tổng kết giai đoạn 2016-2020", "2016-01-01", "2020-12-31"),
        ("Báo cáo công tác tháng 12 năm 2019, kế hoạch năm 2020", "2019-12-01", "2019-12-31"),
    ],
)
def test_the_period_of_a_title(title: str, first: str, last: str) -> None:
    text = f"{title}\nToàn ngành đã cố gắng."
    period = Interval(start=dt.date.fromisoformat(first), end=dt.date.fromisoformat(last))
    assert read(layout_of(text, title)).period == period


def test_the_period_without_a_title() -> None:
    title = "Kết quả công tác của ngành"
    text = f"{title}\nTrong tháng 7 năm 2017, Sở cấp 60 giấy phép, thực hiện Kế hoạch năm 2017."
    period = Interval(start=dt.date(2017, 7, 1), end=dt.date(2017, 7, 31))
    assert read(layout_of(text, title)).period == period
    assert read(layout_of(text, None)).title == title


def test_a_national_body_reports_on_no_province() -> None:
    title = "Bộ Nội vụ công bố kết quả cải cách hành chính năm 2023"
    text = f"{title}\nBộ Nội vụ đã kiểm tra tại tỉnh Hà Giang."
    document = read(layout_of(text, title), organization(text, "Bộ Nội vụ"), place(text, "tỉnh Hà Giang"))
    assert (document.publisher, document.place) == ("Bộ Nội vụ", None)


def test_a_dateline_names_agency_and_day() -> None:
    title = "Xét xử vụ án tham ô tài sản"
    text = f"{title}\n\n(VKSND tỉnh Đồng Nai - 16/9/2011) Trong hai ngày 14 và 15/9, Tòa án mở phiên tòa."
    agency = organization(text, "VKSND tỉnh Đồng Nai", "Viện kiểm sát nhân dân tỉnh Đồng Nai")
    document = read(layout_of(text, title), agency, organization(text, "Tòa án"))
    assert document.published == dt.date(2011, 9, 16)
    assert document.publisher == "Viện kiểm sát nhân dân tỉnh Đồng Nai"


def test_a_report_with_its_own_year_of_figures() -> None:
    title = "Kết quả 6 tháng phòng, chống ma túy năm 2015"
    text = f"{title}\n(Số liệu từ 15/12/2014 đến 14/6/2015)\nSố vụ tăng so với cùng kỳ năm trước."
    period = Interval(start=dt.date(2014, 12, 15), end=dt.date(2015, 6, 14))
    assert read(layout_of(text, title)).period == period


def test_an_agency_in_capitals_that_no_mention_names() -> None:
    head = "BỘ TÀI CHÍNH\nKHO BẠC NHÀ NƯỚC KHU VỰC VIII\nSố: 512/BC-KBKV\n"
    title = "BÁO CÁO\nKết quả hoạt động Kho bạc Nhà nước khu vực VIII quý I năm 2026"
    text = head + title
    document = read(layout_of(text, title, head.rstrip()), organization(text, "BỘ TÀI CHÍNH", "Bộ Tài chính"))
    assert document.publisher == "Kho bạc Nhà nước khu vực VIII"
    assert document.number == "512/BC-KBKV"


@given(st.text(max_size=120), st.text(max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_text(body: str, line: str) -> None:
    text = f"{line}\nSố: {body}"
    layout = Layout(text, (), (), Spans(), None, None, None)
    document = describe(text, layout, list(times.find(text, layout, Spans(), None)))
    for span in document.sources.values():
        assert 0 <= span.start <= span.end <= len(text)
