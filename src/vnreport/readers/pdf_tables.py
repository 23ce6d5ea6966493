"""Pages of a PDF with ruled tables: the text around them, and the cells that their lines draw."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from vnreport.readers.grid import Cell
from vnreport.readers.rules import Rule, Ruled, find_ruled

_THIN, _SHORT = 2.5, 6.0
"""A line is no thicker and no shorter, in points."""
_PATH, _LINE_TO, _MOVE_TO = 2, 0, 2
"""``FPDF_PAGEOBJ_PATH``, ``FPDF_SEGMENT_LINETO`` and ``FPDF_SEGMENT_MOVETO`` of pdfium."""
_MOST_PIECES = 20_000
"""A page that draws more is a picture or a map."""
_FARTHEST = 20_000.0
"""A page is at most 14,400 points wide (ISO 32000-1, annex C); lines beyond are a slip or an attack."""

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Block:
    """What comes next on a page: running text, or a table."""

    text: str = ""
    columns: int = 0
    """How many columns the table has; 0 for text."""
    rows: tuple[tuple[Cell, ...], ...] = ()


def read_page(pdfium: Any, page: Any, layer: Any) -> list[Block]:
    """Read a page in the order of its text.

    Args:
        pdfium: the raw interface of pypdfium2.
        page: the page.
        layer: its text.

    Returns:
        Its blocks; none where it has no ruled table.
    """
    tables = find_ruled(*_rules(pdfium, page))
    return _blocks(pdfium, layer, tables) if tables else []


def _rules(pdfium: Any, page: Any) -> tuple[list[Rule], list[Rule]]:
    """Collect the horizontal and the vertical lines that a page draws."""
    across: list[Rule] = []
    down: list[Rule] = []
    pieces = 0
    for path in page.get_objects(filter=[_PATH], max_depth=1):
        left, bottom, right, top = path.get_bounds()
        if _is_thin(left, bottom, right, top):
            outlines = [[(left, bottom), (right, top)]]
        else:
            pieces += pdfium.FPDFPath_CountSegments(path.raw)
            outlines = list(_outlines(pdfium, path)) if pieces <= _MOST_PIECES else []
        drawn = _is_drawn(pdfium, path)
        for points in outlines:
            _add(points, drawn, across, down)
    return (across, down) if pieces <= _MOST_PIECES else ([], [])


def _is_thin(left: float, bottom: float, right: float, top: float) -> bool:
    return min(right - left, top - bottom) <= _THIN


def _is_drawn(pdfium: Any, path: Any) -> bool:
    """Tell whether the outline of a path is drawn; one that is only filled is a shade, or a thin bar."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(path.raw, fill, stroke)
    return bool(stroke.value)


def _outlines(pdfium: Any, path: Any) -> Iterator[list[Point]]:
    """Give the corners of each closed or open line of a path, in points of the page."""
    matrix = path.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[Point] = []
    for index in range(pdfium.FPDFPath_CountSegments(path.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(path.raw, index)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == _MOVE_TO and points:
            yield points
            points = []
        if kind not in (_MOVE_TO, _LINE_TO):
            points = []  # a curve borders no cell
            continue
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        points.append(matrix.on_point(x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if points:
        yield points


def _add(points: list[Point], drawn: bool, across: list[Rule], down: list[Rule]) -> None:
    """Add the lines of an outline: itself where it is thin, else its straight sides where it is drawn."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if _is_thin(min(xs), min(ys), max(xs), max(ys)):
        sides = [((min(xs), min(ys)), (max(xs), max(ys)))]
    elif drawn:
        sides = list(pairwise(points))
    else:
        return
    for (x0, y0), (x1, y1) in sides:
        if max(map(abs, (x0, y0, x1, y1))) > _FARTHEST:
            continue
        wide, high = abs(x1 - x0), abs(y1 - y0)
        if high <= _THIN and wide >= _SHORT:
            across.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif wide <= _THIN and high >= _SHORT:
            down.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _blocks(pdfium: Any, layer: Any, tables: list[Ruled]) -> list[Block]:
    """Deal out the characters of a page: to the cells they stand in, the others to the text around."""
    said: list[list[list[str]]] = [[[] for _ in table.boxes] for table in tables]
    parts: list[list[str] | int] = [[]]
    last: tuple[int, int] | None = None
    between: list[str] = []
    for char, place in _characters(pdfium, layer, tables):
        if place == (-1, -1):  # a space or a line's end, which stands nowhere
            between.append(char)
            continue
        if place is None:
            current = parts[-1]
            if isinstance(current, int):
                parts.append(current := [])
            current += [*(between if last is None else []), char]
        else:
            if place[0] not in parts:
                parts.append(place[0])
            cell = said[place[0]][place[1]]
            # What parts two cells is no part of either; a cell that is come back to goes on.
            cell += [*(between if place == last else [" "] if cell else []), char]
        between, last = [], place
    return [
        _table(tables[part], said[part]) if isinstance(part, int) else Block("".join(part)) for part in parts
    ]


def _characters(pdfium: Any, layer: Any, tables: list[Ruled]) -> Iterator[tuple[str, tuple[int, int] | None]]:
    """Give each character with its table and cell: None outside, (-1, -1) for what stands nowhere."""
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    text = layer.get_text_range()
    exact = len(text) == layer.count_chars()
    for index in range(layer.count_chars()):
        char = text[index] if exact else chr(pdfium.FPDFText_GetUnicode(layer.raw, index))
        pdfium.FPDFText_GetCharBox(layer.raw, index, left, right, bottom, top)
        if char.isspace() or right.value <= left.value:
            yield char, (-1, -1)
            continue
        x, y = (left.value + right.value) / 2, (bottom.value + top.value) / 2
        for number, table in enumerate(tables):
            if (box := table.box_at(x, y)) is not None:
                yield char, (number, box)
                break
        else:
            yield char, None


def _table(table: Ruled, said: list[list[str]]) -> Block:
    """Make rows of cells of a table and what stands in each."""
    rows: list[list[Cell]] = [[] for _ in range(len(table.ys) - 1)]
    for box, chars in zip(table.boxes, said, strict=True):
        rows[box.row].append(Cell(["".join(chars)], box.across, box.down))
    return Block(columns=len(table.xs) - 1, rows=tuple(map(tuple, rows)))
