"""Web pages: blocks are lines, rows are lines, nothing said is lost, no page takes long."""

from __future__ import annotations

import contextlib
import unicodedata

import pytest

import vnreport
from tests.timing import is_linear
from vnreport.readers import Limits, UnreadableError, read_bytes
from vnreport.readers.html import read_html


def lines(page: str | bytes) -> list[str]:
    data = page.encode() if isinstance(page, str) else page
    return read_html(data, Limits()).text.splitlines()


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>Một</p><p>Hai", ["Một", "Hai"]),
        ("<div>Một<br>Hai<br/>Ba</div>", ["Một", "Hai", "Ba"]),
        ("<P ALIGN=center>Một\n  dòng</P>", ["Một dòng"]),
        ("<p><b>B</b>áo <i>cáo</i></p>", ["Báo cáo"]),
        ("a &lt; b &amp; c &#7871; &nbsp;", ["a < b & c ế"]),
        ("<ul><li>Một<li>Hai</ul>", ["Một", "Hai"]),
        ("<ol><li>Một<li>Hai<ol start=5><li>Năm</ol><li>Ba</ol>", ["1. Một", "2. Hai", "5. Năm", "3. Ba"]),
        ("<ol><li><p>Một</p></li></ol>", ["1. Một"]),
        ("<pre>a\n  b</pre>", ["a", "b"]),
        ("<script>var a = '<p>không</p>';</script><style>p{}</style>Có", ["Có"]),
        ("<!-- <p>không</p> -->Có<!DOCTYPE x>", ["Có"]),
        ("Có <!-- không đóng <p>vẫn đọc</p>", ["Có  không đóng", "vẫn đọc"]),
        ("<select><option>Chọn tỉnh</select>Có", ["Có"]),
        ("tỷ lệ < 5% và > 3%", ["tỷ lệ < 5% và > 3%"]),
        ("<a title='x>y' href=\"b\">Tên</a>", ["Tên"]),
        ('<a title="chưa đóng>Một</a><p>Hai</p>', ["Một", "Hai"]),
        (
            "<table><tr><td>1<td>Số cuộc<td>15<tr><td>2<td>Phạt<td>3</table>",
            ["1 | Số cuộc | 15", "2 | Phạt | 3"],
        ),
        (
            "<table><tr><th>TT<th>Chỉ tiêu<th>Kế hoạch<br>năm<tr><td>1<td>Lúa<td>5<tr><td><td>Cộng<td>5"
            "<tr><td>2<td>Ngô<td></table>",
            ["TT | Chỉ tiêu | Kế hoạch năm", "1 | Lúa | 5", "| | Cộng | 5", "2 | Ngô | |"],
        ),
        (
            "<table><tr><th rowspan=2>Huyện<th colspan='2'>Số vụ<th rowspan=2>Ghi chú"
            "<tr><th>2018<th>2019<tr><td>An Lão<td>5<td>7<td><tr><td>Kiến Thụy<td>2<td>3<td>tăng</table>",
            [
                "Huyện | Số vụ | | Ghi chú",
                "| | 2018 | 2019 | |",
                "An Lão | 5 | 7 | |",
                "Kiến Thụy | 2 | 3 | tăng",
            ],
        ),
        (
            "<table><tr><td>Số: 5<td>&nbsp;<td>Hà Nội<tr><td>Một<td><td>Hai</table>",
            ["Số: 5 | Hà Nội", "Một | Hai"],
        ),
        ("<table><tr><td>Một<td></table>", ["Một"]),
        ("<table><tr><td>A<br>B</td><td>C<br>D</td></tr></table>", ["A", "B", "C", "D"]),
        ("<table><tr><td>Menu<td><table><tr><td>1<td>2</table>Sau</table>", ["Menu", "1 | 2", "Sau"]),
        ("<table><tr><td><p>A</p><p>B</p></td><td>C</td></table>Hết", ["A", "B", "C", "Hết"]),
        ("</table></tr></p></div>Có", ["Có"]),
        ("<td>lạc</td>", ["lạc"]),
    ],
)
def test_blocks(page: str, expected: list[str]) -> None:
    assert lines(page) == expected


def test_legacy_fonts() -> None:
    page = "<font face='.VnTime'>T­íc giÊy phÐp</font> <i style=\"font-family: 'VNI-Times'\">ñöôïc caáp</i> Hà"
    assert lines(page) == ["Tước giấy phép được cấp Hà"]


def test_a_legacy_font_ends_with_its_element() -> None:
    assert lines("<p><font face=.VnTime>giÊy</font> phép</p>") == ["giấy phép"]
    assert lines("<p style='font-family:.VnTime'>giÊy phÐp<p>Tổ chức") == ["giấy phép", "Tổ chức"]


@pytest.mark.parametrize(
    "data",
    [
        "<p>Tổ chức lớp tập huấn</p>".encode(),
        b"\xef\xbb\xbf" + "<p>Tổ chức lớp tập huấn</p>".encode(),
        "<p>Tổ chức lớp tập huấn</p>".encode("utf-16"),
        '<meta charset="utf-16"><p>Tổ chức lớp tập huấn</p>'.encode(),
    ],
)
def test_encodings(data: bytes) -> None:
    assert lines(data) == ["Tổ chức lớp tập huấn"]


def test_a_declared_code_page() -> None:
    text = "Tổ chức lớp tập huấn"
    raw = unicodedata.normalize("NFC", text)
    # cp1258 writes the tone behind the letter with its circumflex.
    pairs = {"ổ": "ô\u0309", "ớ": "ơ\u0301", "ậ": "â\u0323", "ấ": "â\u0301", "ứ": "ư\u0301"}
    data = "".join(pairs.get(c, c) for c in raw).encode("cp1258")
    page = b'<meta http-equiv="Content-Type" content="text/html; charset=windows-1258"><p>' + data
    assert unicodedata.normalize("NFC", lines(page)[0]) == text
    assert vnreport.repair(data.decode("cp1252")).text == text


def test_an_empty_page_is_told() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read_bytes(b"<html><script>x</script></html>")


@pytest.mark.parametrize(
    "unit",
    [
        *("<", "<!--", "<!", "<?", "</", "<a", '<a b="', "<a '", "&#", "&a", "<script>", "<title>", "<div>x"),
        *("<b>x", "<table><tr><td>x", "<p><b>x", "<select>", "<ol><li>x", "<a =", "</p>", "<![CDATA["),
        "<font face=.VnTime>é",
    ],
)
def test_hostile_pages_take_linear_time(unit: str) -> None:
    def work(count: int) -> None:
        with contextlib.suppress(UnreadableError):
            read_html((unit * count + "<p>hết>").encode(), Limits())

    assert is_linear(work, 10_000, 40_000, floor=1)
