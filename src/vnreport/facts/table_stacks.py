"""Tables that are written one cell a line: heads, then row after row of as many cells."""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.facts.cells import Cell, is_number, is_numbering, is_value
from vnreport.facts.table_columns import is_unit
from vnreport.facts.table_rows import Heads, Row, spread
from vnreport.facts.words import squeeze
from vnreport.lexicon import table as lexicon
from vnreport.patterns import lazy

_CELL = 60
"""The longest cell, in characters."""
_COLUMNS = 12
"""The most columns."""
_COUNT = 12
"""The longest head of a column of running numbers, in characters."""
_LABEL = 200
"""The longest label of a row that is numbered."""
_FEW = 3
"""So many rows of a label and one number make a table."""
_COUNTS = lazy(
    r"(?:tổng\s+)?(?:số|tỷ\s+lệ|tỉ\s+lệ|diện\s+tích|sản\s+lượng|kinh\s+phí|giá)(?![^\W_])|[^()]*\([^()]{1,20}\)$"
)
"""A head that says of the lines below its labels that they are numbers of something."""

_UNIT_HEADS = ("đvt", "đơn vị", "đơn vị tính", "đv tính")
_CAPTIONS = ("bảng ", "biểu ", "phụ lục ", "đơn vị tính", "đvt")
"""What begins a line above a table that is no head of a column."""
Found = tuple[Heads, list[Row]]


def find_stacks(text: str, lines: list[Cell]) -> Iterator[Found]:
    """Find the tables that are written one cell a line, with rows that are numbered or all alike."""
    lines = [line for line in lines if text[line.start : line.end].strip("|_= ")]
    numeric = [is_number(text, line) for line in lines]
    counts = {row["word"] for row in lexicon("table_heads") if row["role"] == "count"}
    at = 0
    while at < len(lines):
        if lines[at].end - lines[at].start <= _COUNT and not numeric[at]:
            word = squeeze(text[lines[at].start : lines[at].end].lower())
            numbered = _numbered(text, lines, numeric, at) if word in counts else None
            if numbered is not None:
                table, at = numbered
                yield table
                continue
        if not numeric[at]:
            at += 1
            continue
        width = 0
        while at + width < len(lines) and numeric[at + width]:
            width += 1
        found = _alike(text, lines, numeric, at, width) if width <= _COLUMNS else None
        if found is None:
            at += width
        else:
            table, at = found
            yield table


def _says(text: str, cell: Cell, number: int) -> bool:
    """Tell whether a cell holds nothing but a small number, with or without a zero before it."""
    return text[cell.start : cell.end].rstrip(".").lstrip("0") == str(number)


def _are_heads(text: str, heads: list[Cell]) -> bool:
    """Tell whether lines may be the heads of columns: short, no values, no ends of sentences."""
    return all(
        head.end - head.start <= _CELL and text[head.end - 1] not in ".;:" and not is_value(text, head)
        for head in heads
    )


def _numbered(text: str, lines: list[Cell], numeric: list[bool], at: int) -> tuple[Found, int] | None:
    """Read the table below a head of running numbers; None where its rows do not show."""
    first = next((i for i in range(at + 2, min(at + 2 * _COLUMNS, len(lines))) if _opens(text, lines[i])), 0)
    heads = lines[at:first]
    if not first or not _are_heads(text, heads):
        return None
    wide = next(
        (
            w
            for w in range(len(heads), 2, -1)
            if first + w + 1 < len(lines) and _second(text, lines, first, w, len(heads))
        ),
        0,
    )
    if not wide:
        return None
    rows, behind = _counted_rows(text, lines, numeric, first, wide)
    whole = _heads(text, heads, rows, wide)
    return ((whole, rows), behind) if len(rows) > 1 and whole is not None else None


def _opens(text: str, cell: Cell) -> bool:
    """Tell whether a cell numbers the first row or group of rows."""
    return _says(text, cell, 1) or text[cell.start : cell.end].rstrip(".") in ("I", "A")


def _second(text: str, lines: list[Cell], first: int, wide: int, heads: int) -> bool:
    """Tell whether the second row of a table begins ``wide`` lines below the first."""
    group = not _says(text, lines[first], 1)
    below = first + wide
    if (
        heads == wide
        and not group
        and is_numbering(text, lines[below])
        and not is_value(text, lines[below + 1])
    ):
        return True
    start = first + 2 if group and first + 2 < len(lines) and _says(text, lines[first + 2], 1) else first
    return start + wide < len(lines) and _says(text, lines[start], 1) and _says(text, lines[start + wide], 2)


def _heads(text: str, heads: list[Cell], rows: list[Row], wide: int) -> Heads | None:
    """Give each column its head, where some stand below others by what repeats in the lower ones."""
    groups = len(heads) - wide
    if not groups:
        return tuple((head,) for head in heads)
    words = [text[head.start : head.end].lower() for head in heads]
    for each in range(2, wide):
        below = groups * each
        lower = words[-below:]
        if groups > 1 and below < wide and all(lower[i] == lower[i + each] for i in range(below - each)):
            return spread(text, tuple(heads[:-below]), tuple(heads[-below:]), rows, wide)
    return None


def _counted_rows(
    text: str, lines: list[Cell], numeric: list[bool], at: int, wide: int
) -> tuple[list[Row], int]:
    """Read rows that open with a number, groups and odd rows between them passed, and where they end."""
    rows: list[Row] = []
    values: list[bool] = []
    """Which columns of the first row hold numbers."""
    while at + 1 < len(lines):
        row = tuple(lines[at : at + wide])
        if _is_group(text, lines, at):
            at += 2
        elif len(row) == wide and is_numbering(text, row[0]) and _is_row(text, row, values):
            values = values or [is_number(text, cell) or is_value(text, cell) for cell in row]
            rows.append(row)
            at += wide
        elif (
            rows and not numeric[at] and all(numeric[at + 1 : at + wide - 1]) and at + wide - 1 <= len(lines)
        ):
            # "Tổng cộng" takes the cell of the number, too.
            start = lines[at].start
            if _is_row(text, (Cell(start, start), *lines[at : at + wide - 1]), values):
                rows.append((Cell(start, start), *lines[at : at + wide - 1]))
                at += wide - 1
            break
        else:
            # A row that lacks a cell is passed over.
            ahead = _next_row(text, lines, at, wide, values) if rows else 0
            if not ahead:
                break
            at += ahead
    return rows, at


def _next_row(text: str, lines: list[Cell], at: int, wide: int, values: list[bool]) -> int:
    """Give how many lines below a place the next row begins, or zero."""
    for ahead in range(1, min(wide + 1, len(lines) - at - wide + 1)):
        row = tuple(lines[at + ahead : at + ahead + wide])
        if is_numbering(text, row[0]) and _is_row(text, row, values):
            return ahead
    return 0


def _is_group(text: str, lines: list[Cell], at: int) -> bool:
    """Tell whether a number and a title head a group of rows: ``I``, ``Kinh tế``, then row ``1``."""
    if at + 3 >= len(lines) or text[lines[at].start].isdigit() or not is_numbering(text, lines[at]):
        return False
    first, label = lines[at + 2], lines[at + 3]
    return first.end - first.start < 4 and text[first.start].isdigit() and not is_value(text, label)


def _is_row(text: str, row: Row, values: list[bool]) -> bool:
    """Tell whether lines are a row like the first: a label, and numbers where that has numbers."""
    label = row[1]
    if is_number(text, label) or label.end - label.start > _LABEL:
        return False
    if not values:
        return any(is_value(text, cell) for cell in row[2:])
    return all(
        not held or is_number(text, c) or is_value(text, c)
        for c, held in zip(row[1:], values[1:], strict=True)
    )


def _alike(
    text: str, lines: list[Cell], numeric: list[bool], at: int, width: int
) -> tuple[Found, int] | None:
    """Read rows of a label, a unit perhaps, and as many numbers, from the numbers at ``at`` on."""
    if at > 1 and not numeric[at - 2] and is_unit(text[lines[at - 1].start : lines[at - 1].end].lower()):
        heads = lines[max(at - 4 - width, 0) : at - 2]
        united = len(heads) == width + 2 and text[heads[1].start : heads[1].end].lower() in _UNIT_HEADS
        if united and _are_heads(text, heads):
            rows, behind = _repeated(text, lines, numeric, at, width, 2, counted=False)
            return ((tuple((head,) for head in heads), rows), behind) if len(rows) > 1 else None
    # Rows that are numbered: the number of the second row stands behind the numbers of the first.
    counted = at > 1 and width > 2 and _says(text, lines[at - 2], 1) and _says(text, lines[at + width - 1], 2)
    width -= counted
    first = at - 1 - counted - (width + 1)
    heads = lines[max(first, 0) : at - 1 - counted]
    named = len(heads) == width + 1 and not text[heads[0].start : heads[0].end].lower().startswith(_CAPTIONS)
    if not _are_heads(text, heads[-width:] if not named else heads) or len(heads) < width:
        return None
    if width == 1 and not (named and _COUNTS.match(text[heads[1].start : heads[1].end].lower())):
        return None
    rows, behind = _repeated(text, lines, numeric, at, width, 1, counted)
    if len(rows) < (2 if width > 1 else _FEW):
        return None
    if named:
        return (tuple((head,) for head in heads), rows), behind
    # The column of labels has no head.
    return (((), *((cell,) for cell in heads[-width:])), rows), behind


def _repeated(
    text: str, lines: list[Cell], numeric: list[bool], at: int, width: int, before: int, counted: bool
) -> tuple[list[Row], int]:
    """Read rows of ``before`` words and ``width`` numbers from the numbers at ``at`` on, and where they end.

    Where the rows are ``counted``, their own number stands before each label.
    """
    rows: list[Row] = []
    while at <= len(lines) - width and at >= before and all(numeric[at : at + width]):
        words, behind = lines[at - before : at], at + width
        if any(numeric[at - before : at]) or (counted and not _says(text, lines[at - 2], len(rows) + 1)):
            break
        goes_on = behind < len(lines) and numeric[behind]
        if words[0].end - words[0].start > _CELL or (goes_on and not counted):
            break
        if before > 1 and not is_unit(text[words[1].start : words[1].end].lower()):
            break
        rows.append(tuple(lines[at - before : behind]))
        at += width + before + counted
    return rows, at
