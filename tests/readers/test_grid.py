"""Any table, however its spans lie, gives each cell once and in order, and every part leads to its text."""

from hypothesis import given
from hypothesis import strategies as st

from vnreport.readers.builder import Builder
from vnreport.readers.grid import Cell, holds_data, place
from vnreport.readers.limits import Limits

_CELLS = st.builds(
    Cell,
    st.lists(st.sampled_from(["", "12", "3,5%", "Xã", "Tân\nDân", " "]), max_size=2),
    st.integers(-1, 200),
    st.integers(-1, 200),
)
_TABLES = st.lists(st.lists(_CELLS, max_size=5), max_size=6)


@given(_TABLES)
def test_each_cell_is_placed_once(rows: list[list[Cell]]) -> None:
    grid = place(rows)
    numbers = [[cell.number for cell in row if cell is not None] for row in grid]
    assert numbers == [list(range(1, len(row) + 1)) for row in rows]


@given(_TABLES)
def test_parts_lead_to_the_words_of_cells(rows: list[list[Cell]]) -> None:
    builder = Builder(Limits())
    builder.paragraph("Biểu")
    for number, row in enumerate(rows, 1):
        builder.row(row, 1, number)
    document = builder.finish("html")
    assert document.source is not None
    said = [word for row in rows for cell in row for text in cell.paragraphs for word in text.split()]
    found = [document.text[part.start : part.end] for part in document.source.parts[1:]]
    assert [word for text in found for word in text.split()] == said
    if holds_data(place(rows)):
        assert "|" in document.text


def test_a_span_covers_the_rows_below() -> None:
    grid = place([[Cell(["A"], 1, 2), Cell(["B"], 2)], [Cell(["C"]), Cell(["D"])]])
    assert [[cell.paragraphs[0] if cell else "" for cell in row] for row in grid] == [
        ["A", "B", ""],
        ["", "C", "D"],
    ]
