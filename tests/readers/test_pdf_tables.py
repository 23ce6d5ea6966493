"""Ruled tables of PDF pages: rows become lines, wrapped and merged cells included."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tests.readers.build import pdf
from tests.timing import is_quick
from vnreport.readers import read_bytes

pytest.importorskip("pypdfium2")

_XS = (50, 90, 250, 350, 450)
_TOP, _HIGH = 700, 40


def words(x: float, y: float, *lines: str) -> str:
    return "".join(f"BT /F 10 Tf {x} {y - 14 * i} Td ({line}) Tj ET\n" for i, line in enumerate(lines))


def lines_of_table(rows: int, top: float = _TOP) -> list[tuple[float, float, float, float]]:
    bottom = top - _HIGH * rows
    drawn: list[tuple[float, float, float, float]] = [(x, bottom, x, top) for x in _XS]
    return drawn + [(_XS[0], top - _HIGH * i, _XS[-1], top - _HIGH * i) for i in range(rows + 1)]


def stroked(lines: list[tuple[float, float, float, float]]) -> str:
    return "".join(f"{a} {b} m {c} {d} l S\n" for a, b, c, d in lines)


def filled(lines: list[tuple[float, float, float, float]]) -> str:
    return "".join(f"{a} {b} {max(c - a, 0.5)} {max(d - b, 0.5)} re f\n" for a, b, c, d in lines)


def one_path(lines: list[tuple[float, float, float, float]]) -> str:
    return "".join(f"{a} {b} m {c} {d} l\n" for a, b, c, d in lines) + "S\n"


def boxes(lines: list[tuple[float, float, float, float]]) -> str:
    ys = sorted({y for _, y, _, y1 in lines if y == y1})
    return "".join(f"{x} {y} {x1 - x} {y1 - y} re S\n" for x, x1 in pairwise(_XS) for y, y1 in pairwise(ys))


def cells(row: int, *texts: str | tuple[str, ...], top: float = _TOP) -> str:
    return "".join(
        words(x + 4, top - _HIGH * row - 14, *([text] if isinstance(text, str) else text))
        for x, text in zip(_XS, texts, strict=False)
    )


CONTENT = (
    cells(0, "TT", ("Chi tieu cua", "nam"), "Don vi", "Ket qua")
    + cells(1, "1", ("So cuoc thanh", "tra"), "cuoc", "15")
    + cells(2, "2", "Tien phat", "trieu dong", "236,5")
    + cells(3, "", "Cong", "", "7")
)
EXPECTED = [
    "TT | Chi tieu cua nam | Don vi | Ket qua",
    "1 | So cuoc thanh tra | cuoc | 15",
    "2 | Tien phat | trieu dong | 236,5",
    "| | Cong | | 7",
]


@pytest.mark.parametrize("draw", [stroked, filled, one_path, boxes])
def test_rows_are_lines(draw: object) -> None:
    assert callable(draw)
    page = words(50, 760, "Bieu so 1") + CONTENT + words(50, 500, "Het bang.") + draw(lines_of_table(4))
    document = read_bytes(pdf(["<draw>" + page]))
    assert document.text.splitlines() == ["Bieu so 1", *EXPECTED, "Het bang."]
    assert document.source is not None
    found = document.text.index("236,5")
    part = document.source.locate(found, found + 5)[0]
    assert (part.page, part.table, part.row, part.column) == (1, 1, 3, 4)


def test_merged_cells_hold_their_place() -> None:
    lines = [line for line in lines_of_table(4) if line != (350, 540, 350, 700)]
    lines = [line for line in lines if line[1] != 660 or line[3] != 660]
    lines += [(350, 540, 350, 660), (250, 660, 450, 660)]
    page = (
        cells(0, "TT", "Xa", "Nam 2018")
        + cells(1, "", "", "So vu", "So nguoi")
        + cells(2, "1", "Tan Dan", "5", "7")
        + cells(3, "2", "An Thang", "3", "2")
    )
    document = read_bytes(pdf(["<draw>" + page + stroked(lines)]))
    assert document.text.splitlines() == [
        "TT | Xa | Nam 2018 | |",
        "| | | So vu | So nguoi",
        "1 | Tan Dan | 5 | 7",
        "2 | An Thang | 3 | 2",
    ]


def test_a_table_goes_on_over_the_page() -> None:
    first = "<draw>" + words(50, 760, "Bieu") + CONTENT + stroked(lines_of_table(4))
    second = (
        words(300, 800, "2") + cells(0, "3", "Giay phep", "giay", "21") + cells(1, "4", "Don", "don", "9")
    )
    document = read_bytes(pdf([first, "<draw>" + second + stroked(lines_of_table(2))]))
    assert document.text.splitlines() == [
        "Bieu",
        *EXPECTED,
        "3 | Giay phep | giay | 21",
        "4 | Don | don | 9",
        "2",
    ]
    assert document.source is not None
    part = document.source.locate(document.text.index("Giay phep"), document.text.index("giay"))[0]
    assert (part.page, part.table, part.row) == (2, 1, 5)


@pytest.mark.parametrize(
    "lines",
    [
        [(50, 690, 200, 690)],
        [(50, 650, 50, 720), (300, 650, 300, 720), (50, 650, 300, 650), (50, 720, 300, 720)],
        [(50, 600, 1e30, 600), (50, 500, 50, 1e30), (90, -1e30, 90, 900)],
    ],
)
def test_underlines_and_frames_are_no_tables(lines: list[tuple[float, float, float, float]]) -> None:
    page = words(54, 700, "Doc lap - Tu do", "Hanh phuc") + stroked(lines)
    assert read_bytes(pdf(["<draw>" + page])).text.splitlines() == ["Doc lap - Tu do", "Hanh phuc"]


def test_a_map_is_read_at_once() -> None:
    drawing = "".join(
        f"{i % 500} {i // 500} m {i % 500 + 9} {i // 500} l {i % 500} 800 l S\n" for i in range(20_000)
    )
    data = pdf(["<draw>" + words(50, 760, "Ban do") + drawing])
    assert is_quick(lambda: read_bytes(data), 5)
    assert "Ban do" in read_bytes(data).text
