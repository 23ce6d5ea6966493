"""Ruled tables of a page: the grid that its horizontal and vertical lines draw, merged cells included.

Coordinates are those of PDF: points, the origin at the lower left.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_SAME = 2.0
"""Lines that are no farther apart are one, in points."""
_GAP = 3.0
"""Pieces of a line that are no farther apart are one line: each cell may draw its own border."""
_BEYOND = 8.0
"""How far lines reach over the outermost line across them, where a table has no border on that side."""
_MOST = 400
"""A page with more lines in one direction is a drawing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A line: where it lies (``at``, y of a horizontal one, x of a vertical one), and from where to where."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of the grid: its first row and column, and how many of them it takes."""

    row: int
    column: int
    down: int
    across: int


@dataclass(slots=True)
class Ruled:
    """A ruled table."""

    xs: list[float]
    """Its vertical borders, from left to right."""
    ys: list[float]
    """Its horizontal borders, from top to bottom."""
    boxes: list[Box] = field(default_factory=list)
    """Its cells in reading order."""
    _owner: dict[tuple[int, int], int] = field(default_factory=dict)

    def add(self, box: Box) -> None:
        """Add the next cell."""
        for row in range(box.row, box.row + box.down):
            for column in range(box.column, box.column + box.across):
                self._owner[row, column] = len(self.boxes)
        self.boxes.append(box)

    def is_taken(self, row: int, column: int) -> bool:
        """Tell whether a cell takes this place of the grid."""
        return (row, column) in self._owner

    def box_at(self, x: float, y: float) -> int | None:
        """Give the number of the cell that a point lies in."""
        if not (self.xs[0] <= x <= self.xs[-1] and self.ys[-1] <= y <= self.ys[0]):
            return None
        column = min(bisect_right(self.xs, x), len(self.xs) - 1) - 1
        row = min(bisect_right(self.ys, -y, key=lambda border: -border), len(self.ys) - 1) - 1
        return self._owner[row, column]


def find_ruled(across: Iterable[Rule], down: Iterable[Rule]) -> list[Ruled]:
    """Find the ruled tables of a page, from top to bottom.

    Args:
        across: its horizontal lines.
        down: its vertical lines.

    Returns:
        The tables of two rows and two columns or more.
    """
    horizontal, vertical = _joined(across), _joined(down)
    if len(horizontal) > _MOST or len(vertical) > _MOST:
        return []
    found = [_grid(h, v) for h, v in _groups(horizontal, vertical)]
    return sorted((table for table in found if table is not None), key=lambda table: -table.ys[0])


def _joined(rules: Iterable[Rule]) -> list[Rule]:
    """Make one line of its pieces."""
    lines: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda rule: rule.at):
        if lines and rule.at - lines[-1][0].at <= _SAME:
            lines[-1].append(rule)
        else:
            lines.append([rule])
    joined: list[Rule] = []
    for pieces in lines:
        at = pieces[0].at
        start = end = float("-inf")
        for piece in sorted(pieces, key=lambda rule: rule.start):
            if piece.start > end + _GAP:
                if end > start:
                    joined.append(Rule(at, start, end))
                start, end = piece.start, piece.end
            end = max(end, piece.end)
        joined.append(Rule(at, start, end))
    return joined


def _groups(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> Iterable[tuple[list[Rule], list[Rule]]]:
    """Part the lines into groups that touch each other."""
    left = set(range(len(vertical)))
    open_rows = set(range(len(horizontal)))
    while open_rows:
        rows, columns, todo = [], [], [open_rows.pop()]
        while todo:
            row = todo.pop()
            rows.append(row)
            for column in [c for c in left if _touch(horizontal[row], vertical[c])]:
                left.discard(column)
                columns.append(column)
                more = [r for r in open_rows if _touch(horizontal[r], vertical[column])]
                open_rows.difference_update(more)
                todo += more
        yield [horizontal[r] for r in rows], [vertical[c] for c in columns]


def _touch(horizontal: Rule, vertical: Rule) -> bool:
    return (
        horizontal.start - _GAP <= vertical.at <= horizontal.end + _GAP
        and vertical.start - _GAP <= horizontal.at <= vertical.end + _GAP
    )


def _borders(own: Sequence[Rule], crossing: Sequence[Rule]) -> list[float]:
    """Give the places of lines, and the ends of those that cross them where no line closes the table."""
    places: list[float] = []
    for rule in sorted(own, key=lambda rule: rule.at):
        if not places or rule.at - places[-1] > _SAME:
            places.append(rule.at)
    low, high = min(rule.start for rule in crossing), max(rule.end for rule in crossing)
    return [
        *([low] if low < places[0] - _BEYOND else []),
        *places,
        *([high] if high > places[-1] + _BEYOND else []),
    ]


def _grid(horizontal: Sequence[Rule], vertical: Sequence[Rule]) -> Ruled | None:
    """Make a table of lines that touch each other; None where they are too few for one."""
    if not vertical:
        return None
    table = Ruled(_borders(vertical, horizontal), _borders(horizontal, vertical)[::-1])
    rows, columns = len(table.ys) - 1, len(table.xs) - 1
    if rows < 2 or columns < 2:
        return None
    for row in range(rows):
        for column in range(columns):
            if table.is_taken(row, column):
                continue
            middle = (table.ys[row] + table.ys[row + 1]) / 2
            across = 1
            while (
                column + across < columns
                and not table.is_taken(row, column + across)
                and not _is_drawn(vertical, table.xs[column + across], middle)
            ):
                across += 1
            middle = (table.xs[column] + table.xs[column + 1]) / 2
            down = 1
            while row + down < rows and not _is_drawn(horizontal, table.ys[row + down], middle):
                down += 1
            table.add(Box(row, column, down, across))
    return table if len(table.boxes) > 3 else None


def _is_drawn(rules: Sequence[Rule], at: float, over: float) -> bool:
    """Tell whether a line stands at a border and reaches over a place."""
    return any(abs(rule.at - at) <= _SAME and rule.start - 1 <= over <= rule.end + 1 for rule in rules)
