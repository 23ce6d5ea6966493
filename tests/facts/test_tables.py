"""Measurements of flattened tables."""

from __future__ import annotations

from typing import Any

import pytest

import vnreport
from tests.timing import is_quick
from vnreport.facts.table_shape import find_tables
from vnreport.readers import read_bytes

TABLES: list[tuple[str, list[tuple[Any, ...]]]] = [
    (
        "| STT | Chỉ tiêu | ĐVT | Kế hoạch 2020 | Thực hiện 2020 | So với KH (%) |\n"
        "|----|----|----|----|----|----|\n"
        "| 1 | Diện tích lúa | ha | 12.500 | 12.640 | 101,1 |\n"
        "| 2 | Đàn lợn | con | 45.000 | - | |\n",
        [
            ("Diện tích lúa Kế hoạch", 12_500, "ha", "2020-01-01", "target"),
            ("Diện tích lúa Thực hiện", 12_640, "ha", "2020-01-01", "result"),
            ("Diện tích lúa So với KH", 101.1, "%", "2020-01-01", "result"),
            ("Đàn lợn Kế hoạch", 45_000, "con", "2020-01-01", "target"),
        ],
    ),
    (
        # "Đơn vị" means units here, and the head over the numbers says nothing of them.
        "TT | Nội dung | Đơn vị | Kết quả\n1 | Số cuộc kiểm tra | cuộc | 15\n"
        "2 | Tiền phạt | triệu đồng | 236,5\n",
        [
            ("Số cuộc kiểm tra", 15, "cuộc", None, "result"),
            ("Tiền phạt", 236_500_000, "VND", None, "result"),
        ],
    ),
    (
        "Bảng 2 (ĐVT: triệu đồng)\nNội dung\tNăm 2019\tNăm 2020\nThu nội địa\t1.200,5\t1.350\n",
        [
            ("Thu nội địa", 1_200_500_000, "VND", "2019-01-01", "result"),
            ("Thu nội địa", 1_350_000_000, "VND", "2020-01-01", "result"),
        ],
    ),
    (
        "Lĩnh vực\nTiếp nhận\nĐã giải quyết\nHộ tịch\n732\n730\nĐất đai\n611\n420\n",
        [
            ("Hộ tịch Tiếp nhận", 732, "Tiếp nhận", None, "result"),
            ("Hộ tịch Đã giải quyết", 730, "Đã giải quyết", None, "result"),
            ("Đất đai Tiếp nhận", 611, "Tiếp nhận", None, "result"),
            ("Đất đai Đã giải quyết", 420, "Đã giải quyết", None, "result"),
        ],
    ),
    # Cells parted by dashes; the line above says what is money, a count is none.
    (
        "Học phí (triệu đồng)\nTT. Lớp - Số học viên - Mức thu\n1. Tin học - 25 - 1,5\n2. Ngoại ngữ - 40 - 2",
        [
            ("Tin học Số học viên", 25, "học viên", None, "result"),
            ("Tin học Mức thu", 1_500_000, "VND", None, "result"),
            ("Ngoại ngữ Số học viên", 40, "học viên", None, "result"),
            ("Ngoại ngữ Mức thu", 2_000_000, "VND", None, "result"),
        ],
    ),
    # The noun of a head keeps its capitals.
    (
        "Huyện\tHCV\tSố vận động viên\nGiao Thủy\t12\t45\nHải Hậu\t9\t38\n",
        [
            ("Giao Thủy HCV", 12, "HCV", None, "result"),
            ("Giao Thủy Số vận động viên", 45, "vận động viên", None, "result"),
            ("Hải Hậu HCV", 9, "HCV", None, "result"),
            ("Hải Hậu Số vận động viên", 38, "vận động viên", None, "result"),
        ],
    ),
    # All cells in one line: heads part at capitals, rows at their numbers.
    (
        "STT Đơn vị Kế hoạch (con) Thực hiện (con) 1 Ia Pa 120 118 2 Chư Sê 95 97 Tổng cộng 215 215\n",
        [
            ("Ia Pa Kế hoạch", 120, "con", None, "target"),
            ("Ia Pa Thực hiện", 118, "con", None, "result"),
            ("Chư Sê Kế hoạch", 95, "con", None, "target"),
            ("Chư Sê Thực hiện", 97, "con", None, "result"),
            ("Tổng cộng Kế hoạch", 215, "con", None, "target"),
            ("Tổng cộng Thực hiện", 215, "con", None, "result"),
        ],
    ),
    # Heads that do not part: nothing is read, and the numbers of the rows count nothing.
    ("STT tên xã và số hộ 1 Xã Ia Pa 120 118 2 Xã Chư Sê 95 97\n", []),
    # What is aimed at is a head of its own; "giao thông" and "nghị quyết ban hành" are no targets.
    (
        "Xã\tNghị quyết\tKết quả\tTai nạn giao thông (vụ)\tSố nghị quyết ban hành\nIa Pa\t12\t14\t2\t7\n",
        [
            ("Ia Pa Nghị quyết", 12, "Nghị quyết", None, "target"),
            ("Ia Pa", 14, "Kết quả", None, "result"),
            ("Ia Pa Tai nạn giao thông", 2, "vụ", None, "result"),
            ("Ia Pa Số nghị quyết ban hành", 7, "nghị quyết", None, "result"),
        ],
    ),
    # One cell a line, the rows numbered.
    (
        "TT\nĐịa bàn\nNhà (cái)\nLúa (ha)\n1\nKhe Mo\n12\n3,5\n2\nNa Lay\n9\n4\n\nHết.\n",
        [
            ("Khe Mo Nhà", 12, "cái", None, "result"),
            ("Khe Mo Lúa", 3.5, "ha", None, "result"),
            ("Na Lay Nhà", 9, "cái", None, "result"),
            ("Na Lay Lúa", 4, "ha", None, "result"),
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_cells(text: str, expected: list[tuple[Any, ...]]) -> None:
    found = [
        (m.indicator, float(m.value or 0), m.unit, m.period and str(m.period.start), m.status)
        for m in vnreport.extract(text).measurements
    ]
    assert found == [(name, float(value), *rest) for name, value, *rest in expected]


def test_a_column_of_differences_is_a_change() -> None:
    found = vnreport.extract("Vật nuôi\t2020\t2021\tTăng/giảm\nTrâu (con)\t1.400\t1.320\t-80\n").measurements
    change = found[-1].change
    assert change is not None
    assert found[-1].value is None
    assert (change.direction, int(change.value or 0), change.unit) == ("down", 80, "con")


def test_menus_and_telephone_numbers_are_no_tables() -> None:
    text = "Trang chủ\nTin tức\n12\n13\nLiên hệ\n5\n6\n\nĐT: 0912.345.678 | Fax: 0213.456.789\n"
    assert vnreport.extract(text).measurements == []


@pytest.mark.parametrize(
    "piece",
    [
        "a\t",
        "1\t",
        "1\n",
        "a\n1\n2\n",
        "a | 1\n",
        "   a   1",
        "|",
        "- ",
        "a - 1 - 2\n",
        "1\na\n2\n",
        "TT a 1 b 1\n",
        "TT\n1\na\n5\n",
        "a\tb\n1\t2\n",
    ],
)
def test_hostile_tables_take_linear_time(piece: str) -> None:
    assert is_quick(lambda: find_tables(piece * 20_000), 2)


def test_a_table_of_a_web_page_keeps_its_columns() -> None:
    page = (
        "<p>Biểu 2. Thu ngân sách (đơn vị tính: tỷ đồng)</p><table>"
        "<tr><th rowspan=2>STT<th rowspan=2>Nội dung<th colspan=2>Năm 2023</tr>"
        "<tr><th>Dự toán<th>Thực hiện</tr>"
        "<tr><td>1<td>Thu nội địa<td>9.000<td>6.900</tr><tr><td>2<td>Thu xuất nhập khẩu<td><td>1.205</tr>"
        "<tr><td><td>Cộng<td>9.000<td>8.105</tr></table>"
    )
    report = vnreport.extract(read_bytes(page.encode(), "a.html").text)
    assert [(f.indicator, int(f.value or 0) // 10**9, f.unit, f.status) for f in report.measurements] == [
        ("Thu nội địa Dự toán", 9000, "VND", "target"),
        ("Thu nội địa Thực hiện", 6900, "VND", "result"),
        ("Thu xuất nhập khẩu Thực hiện", 1205, "VND", "result"),
        ("Cộng Dự toán", 9000, "VND", "target"),
        ("Cộng Thực hiện", 8105, "VND", "result"),
    ]
