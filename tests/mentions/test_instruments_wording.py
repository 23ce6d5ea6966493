"""Citations as legal databases, Party papers and copies with lost breaks word them."""

from __future__ import annotations

import pytest

import vnreport
from vnreport.report import InstrumentMention


def cited(text: str) -> list[InstrumentMention]:
    return vnreport.extract(text, repair=False).instruments


CODES = [
    ("Kế hoạch số 52 KH/ĐTN ngày 3/4/2016", ["52-KH/ĐTN"]),
    ("Kế hoạch số 52-KH/TWĐTN ngày 3/4/2016", ["52-KH/TWĐTN"]),
    ("Quyết định 52 QĐ/UBND", ["52/QĐ-UBND"]),
    ("Công văn 77/BCDPT ngày 02/3/2011 của Tổ công tác", ["77/BCDPT"]),
    ("- 1Nghị định 15/2012/NĐ-CP về phí", ["15/2012/NĐ-CP"]),
    ("các Quyết định số 9/QĐ-UBND, 10/QĐ-UBND, số 11/QĐ-UBND", ["9/QĐ-UBND", "10/QĐ-UBND", "11/QĐ-UBND"]),
    ("Luật Trẻ em (Luật số 102/2016/QH13) quy định", ["102/2016/QH13"]),
    ("Pháp lệnh Phí, lệ phí số 38/2001/PL-UBTVQH10", ["38/2001/PL-UBTVQH10"]),
]


@pytest.mark.parametrize(("text", "codes"), CODES)
def test_codes(text: str, codes: list[str]) -> None:
    assert [m.code for m in cited(text)] == codes


NAMES = [
    (
        "Căn cứ Luật Sửa đổi, bổ sung một số điều và Phụ lục danh mục ngành nghề của Luật Đầu tư;",
        "Luật Sửa đổi, bổ sung một số điều và Phụ lục danh mục ngành nghề của Luật Đầu tư",
    ),
    ("Luật sửa đổi, bổ sung, một số điều của Luật Giá", "Luật sửa đổi, bổ sung, một số điều của Luật Giá"),
    (
        "Nghị định thư giữa Chính phủ Việt Nam và Chính phủ Lào về cửa khẩu",
        "Nghị định thư giữa Chính phủ Việt Nam và Chính phủ Lào",
    ),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_names(text: str, name: str) -> None:
    assert [m.name for m in cited(text)][:1] == [name]


TITLES = [
    (
        "Thông tư 08/2015/TT-BNV hướng dẫn chế độ phụ cấp do Bộ Nội vụ ban hành",
        "hướng dẫn chế độ phụ cấp",
        "Bộ Nội vụ",
    ),
    (
        "Quyết định 4/QĐ-UBND năm 2011 công bố thủ tục do Ủy ban nhân dân tỉnh Long An ban hành",
        "công bố thủ tục",
        "Ủy ban nhân dân tỉnh Long An",
    ),
    (
        "Công văn số 3/STC-NS về việc khóa sổ cuối năm, ngày 5/12/2019, Phòng đã họp.",
        "về việc khóa sổ cuối năm",
        "",
    ),
    (
        "Thực hiện Quyết định số 21/QĐ-TTg phê duyệt Đề án cai nghiện và Kế hoạch số 5/KH-UBND của huyện",
        "phê duyệt Đề án cai nghiện",
        "Thủ tướng Chính phủ",
    ),
    (
        "Nghị quyết số 7-NQ/TW về khoa học (sau đây gọi tắt là Nghị quyết 7) đã nêu",
        "về khoa học",
        "",
    ),
    (
        "Nghị định số 3/2015/NĐ-CP sửa đổi Nghị định số 1/2010/NĐ-CP và Nghị định số 2/2011/NĐ-CP",
        "sửa đổi Nghị định số 1/2010/NĐ-CP và Nghị định số 2/2011/NĐ-CP",
        "Chính phủ",
    ),
]


@pytest.mark.parametrize(("text", "title", "issuer"), TITLES)
def test_titles_end(text: str, title: str, issuer: str) -> None:
    first = cited(text)[0]
    assert (first.title, first.issuer or "") == (title, issuer)


def test_a_title_ends_above_the_next_ground() -> None:
    text = "Quyết định 81/QĐ-UBND năm 2014 công bố thủ tục hành chính thuộc thẩm quyền của Sở\nXét đề nghị"
    assert cited(text)[0].title == "công bố thủ tục hành chính thuộc thẩm quyền của Sở"


ISSUERS = [
    ("Hướng dẫn số 8-HD/TWĐTN của Ban Bí thư Trung ương Đoàn", "Ban Bí thư Trung ương Đoàn"),
    ("Kết luận số 9-KL/TW của Ban Bí thư Trung ương", "Ban Bí thư Trung ương Đảng"),
    ("Quyết định số 5/QĐ-UBND của UBND tỉnh\nKế hoạch năm 2019", "Ủy ban nhân dân tỉnh"),
    ("Quyết định số 5/QĐ-UBND của UBND tỉnh\nThái Bình", "Ủy ban nhân dân tỉnh Thái Bình"),
]


@pytest.mark.parametrize(("text", "issuer"), ISSUERS)
def test_issuers(text: str, issuer: str) -> None:
    assert cited(text)[0].issuer == issuer


def test_a_short_name_that_is_a_full_code_is_its_own() -> None:
    text = "Luật số 3/2017/QH14 sửa đổi Bộ luật Hình sự số 100/2015/QH13 (sau đây gọi là Luật số 3/2017/QH14)"
    assert [m.code for m in cited(text)] == ["3/2017/QH14", "100/2015/QH13", "3/2017/QH14"]
