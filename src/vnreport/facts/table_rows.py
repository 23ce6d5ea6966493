"""Tables whose rows are lines: which lines are heads, which rows, and which cell stands in which column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vnreport.facts.cells import Cell, cut, is_number, is_numbering, is_value
from vnreport.facts.words import column as words_of

Row = tuple[Cell, ...]
Heads = tuple[tuple[Cell, ...], ...]
"""The head of each column: one cell, or one below the other, or none."""

_LINE, _LABEL = 2000, 90
"""The longest line that is cut into cells and the longest that may head a group of rows, in characters."""
_HEADS = 2
"""The most lines of heads that are read together."""
_SHORT = 4
"""So many cells a row may lack at its end."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of cells."""

    cells: Row
    filled: int
    """How many of them hold words or numbers."""
    values: bool
    """Whether one holds a value."""
    barred: bool = False
    """Whether a bar stands before the first of them."""


def find_rows(text: str, lines: list[Cell]) -> Iterator[tuple[Heads, list[Row]]]:
    """Find the tables whose rows are lines: their heads and their rows, of one width."""
    block: list[_Line] = []
    end = -1
    for line in lines:
        cells = cut(text, line) if line.end - line.start < _LINE else ()
        filled = sum(any(map(str.isalnum, text[c.start : c.end])) for c in cells)
        if cells and not filled:
            end = line.end
            continue
        apart = end >= 0 and text.count("\n", end, line.start) > 2
        group = len(cells) == 1 and line.end - line.start < _LABEL and text[line.end - 1] not in ".;:"
        if apart or (len(cells) < 2 and not (group and block)):
            yield from _tables(text, block)
            block = []
        if len(cells) > 1 or (group and block):
            values = (
                len(cells) > 1 and not _is_index(text, cells) and any(is_value(text, c) for c in cells[1:])
            )
            block.append(_Line(cells, filled, values, text[line.start] == "|"))
        end = line.end
    yield from _tables(text, block)


def _is_index(text: str, cells: Row) -> bool:
    """Tell whether a line numbers the columns: ``A | B | 1 | 2 | 3=2/1``."""
    words = [text[c.start : c.end].strip("() ").partition("=")[0].strip("() ") for c in cells]
    numbers = [int(word) for word in words if word.isdigit() and len(word) < 3]
    letters = [word for word in words if len(word) == 1 and word.isalpha() and word.isupper()]
    counted = bool(numbers) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    whole = len(numbers) + len(letters) == len([word for word in words if word])
    return counted and whole and numbers[0] in (0, 1) and len(numbers) > 1


def _tables(text: str, block: list[_Line]) -> Iterator[tuple[Heads, list[Row]]]:
    """Part a block of lines into tables: heads, then rows, groups of rows and rows of words alone."""
    barred = sum(line.barred for line in block)
    if 0 < 2 * barred < len(block):
        # A bar that opens but some of the lines parts an empty cell off, where they lack one without it.
        wide = Counter(len(line.cells) for line in block if not line.barred).most_common(1)[0][0]
        block = [_with_corner(line) if line.barred and len(line.cells) < wide else line for line in block]
    at = 0
    while at < len(block):
        heads: list[Row] = []
        while at < len(block) and not block[at].values:
            if len(block[at].cells) == 1:
                heads = []
            elif not _is_index(text, block[at].cells) and not (heads and _is_group(text, block[at])):
                heads.append(block[at].cells)
            at += 1
        rows: list[Row] = []
        while at < len(block) and (block[at].values or not _opens_table(text, block, at, heads)):
            if block[at].values:
                rows.append(block[at].cells)
            at += 1
        if heads and rows:
            table = _fitted(text, heads[-_HEADS:], rows)
            if table is not None:
                yield table


def _with_corner(line: _Line) -> _Line:
    """Give a line with an empty cell before its first."""
    start = line.cells[0].start
    return replace(line, cells=(Cell(start, start), *line.cells))


def _is_group(text: str, line: _Line) -> bool:
    """Tell whether a line heads a group of rows: ``I | Kinh tế | | |``."""
    first = next(c for c in line.cells if c.start < c.end)
    empty = len(line.cells) - line.filled
    numbered = line.filled == 2 and is_numbering(text, first)
    return (line.filled == 1 and empty > 0) or (numbered and (empty > 0 or len(line.cells) == 2))


def _opens_table(text: str, block: list[_Line], at: int, heads: list[Row]) -> bool:
    """Tell whether a line without values, below rows, is the head of the next table."""
    line = block[at]
    if len(line.cells) == 1:
        # The caption of the next table, where one begins below it.
        return at + 1 < len(block) and not block[at + 1].values and len(block[at + 1].cells) > 1
    if _is_index(text, line.cells) or _is_group(text, line):
        return False
    words = {text[c.start : c.end].lower() for c in line.cells}
    known = not words.isdisjoint(words_of("table_heads", "word"))
    again = bool(heads) and text[slice(*_span(line.cells[0]))] == text[slice(*_span(heads[-1][0]))]
    if known or again:
        return True
    if 2 * line.filled <= len(line.cells) or is_numbering(text, line.cells[0]) or at + 1 == len(block):
        return False
    return len(block[at + 1].cells) == len(line.cells) != len(heads[-1]) if heads else True


def _span(cell: Cell) -> tuple[int, int]:
    return cell.start, cell.end


def _fitted(text: str, lines: list[Row], rows: list[Row]) -> tuple[Heads, list[Row]] | None:
    """Give heads and rows one width; None where the shape is not understood."""
    wide = Counter(map(len, rows)).most_common(1)[0][0]
    heads = _joined(text, lines, rows, max(wide, max(map(len, rows)) if len(rows) < 3 else wide))
    if heads is None:
        return None
    numbered = [row for row in rows if len(row) == len(heads) and is_numbering(text, row[0])]
    fitted = [row for row in (_aligned(text, row, len(heads), len(numbered) > 1) for row in rows) if row]
    return (heads, fitted) if fitted else None


def _joined(text: str, lines: list[Row], rows: list[Row], wide: int) -> Heads | None:
    """Give each column its head: of one line, of two where the upper one spans columns."""
    last = lines[-1]
    upper = lines[-2] if len(lines) > 1 else ()
    if len(upper) < len(last) and upper and any(cell.start == cell.end for cell in last):
        # Empty cells of the lower line show that only those at the end of the upper one are left out.
        upper = (*upper, *(Cell(upper[-1].end, upper[-1].end) for _ in range(len(last) - len(upper))))
    if upper and len(last) == len(upper) >= wide and _completes(upper, last):
        return _below(upper, last)
    if upper and len(last) < wide and len(upper) <= wide:
        return spread(text, upper, last, rows, wide)
    if len(last) == wide - 1 and not any(is_number(text, row[0]) for row in rows):
        # The corner above the labels has no head.
        return ((), *((cell,) for cell in last))
    if wide <= len(last) <= wide + _SHORT:
        return tuple((cell,) for cell in last)
    return None


def _completes(upper: Row, lower: Row) -> bool:
    """Tell whether two lines of heads fill each other's gaps."""
    pairs = list(zip(upper, lower, strict=True))
    above = any(a.start == a.end and b.start < b.end for a, b in pairs)
    below = any(a.start < a.end and b.start == b.end for a, b in pairs)
    return above or below


def _below(upper: Row, lower: Row) -> Heads:
    """Join two lines of heads of one width: an empty cell of the upper one goes on with that before it."""
    heads: list[tuple[Cell, ...]] = []
    over: tuple[Cell, ...] = ()
    for above, below in zip(upper, lower, strict=True):
        filled = below.start < below.end
        over = (above,) if above.start < above.end else over if filled else ()
        heads.append((*over, below) if filled else over)
    return tuple(heads)


def spread(text: str, upper: Row, lower: Row, rows: list[Row], wide: int) -> Heads | None:
    """Join two lines of heads without their merged cells: the lower stands below some of the upper."""
    single = wide - len(lower)
    groups = len(upper) - single
    if groups < 1 or len(lower) % groups or len(lower) == groups:
        return None
    full = [row for row in rows if len(row) == wide]
    before = 0
    while before < single and not all(is_value(text, row[before]) and before for row in full):
        before += 1
    each = len(lower) // groups
    heads: list[tuple[Cell, ...]] = [(cell,) for cell in upper[:before]]
    for index, cell in enumerate(lower):
        heads.append((upper[before + index // each], cell))
    heads += [(cell,) for cell in upper[before + groups :]]
    return tuple(heads)


def _aligned(text: str, row: Row, wide: int, numbered: bool) -> Row | None:
    """Give a row the width of its table, whose rows may be numbered; None where it does not fit."""
    if len(row) > wide:
        rest = row[wide:]
        return row[:wide] if all(c.start == c.end for c in rest) else None
    missing = wide - len(row)
    if missing > _SHORT:
        return None
    merged = row[0].start < row[0].end and not is_numbering(text, row[0]) and row[1].start < row[1].end
    if missing == 1 and numbered and merged:
        # "Tổng cộng" takes the cell of the number, too.
        return (Cell(row[0].start, row[0].start), *row)
    end = row[-1].end
    return (*row, *(Cell(end, end) for _ in range(missing)))
