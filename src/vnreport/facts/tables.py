"""Measurements of flattened tables: a number is named by the label of its row and the head of its column."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.base_model import made
from vnreport.facts.cells import Cell, is_number
from vnreport.facts.held import Clause, Held
from vnreport.facts.holding import hold
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.table_captions import stated_name, stated_period, stated_unit
from vnreport.facts.table_columns import COUNTED, Unit, counted, is_bare, read_column
from vnreport.facts.table_labels import TOTALS, Label, Labels
from vnreport.facts.table_shape import Table, find_tables
from vnreport.facts.table_values import Value, read_value
from vnreport.facts.words import column as words_of
from vnreport.facts.words import indicator_head
from vnreport.patterns import lazy
from vnreport.report import Change, Interval, Measurement, Source


def find(scope: Scope) -> tuple[list[Measurement], list[tuple[int, int]]]:
    """Find the measurements of the tables of a text.

    Returns:
        The measurements in text order, without ids; and the spans of the cells that were read.
    """
    found: list[Measurement] = []
    cells: list[tuple[int, int]] = []
    for table in find_tables(scope.text):
        if scope.layout.boilerplate.overlaps(table.start, table.end) or scope.outside_body(table.start):
            continue
        stated = _Reader(scope, table).read() if table.heads else []
        if stated or not table.heads:
            found += stated
            heads = [cell for head in table.heads for cell in head]
            rows = [cell for row in table.rows for cell in row]
            cells += [(c.start, c.end) for c in (*heads, *rows) if _short(scope, c)]
    return found, cells


def _short(scope: Scope, cell: Cell) -> bool:
    """Tell whether a cell is no clause of its own."""
    return cell.start < cell.end and len(scope.text[cell.start : cell.end].split()) < 4


@dataclass(slots=True)
class _Spot:
    """Where in a table a number stands."""

    cell: Cell
    at: int
    """The column."""
    label: Label
    clause: Clause
    period: Held[Interval] | None
    """What the heads up to it say of the time."""
    before: Unit | None
    """The unit of the number before it in the row."""


class _Reader:
    """Reads one table."""

    def __init__(self, scope: Scope, table: Table) -> None:
        self.scope = scope
        self.table = table
        self.columns = [read_column(scope, head) for head in table.heads]
        self.labels = Labels(scope, table, self.columns)
        self.unit = stated_unit(scope, table.start)
        self.period = stated_period(scope, table.start)
        self.name = stated_name(scope, table.start)
        """What the line above says that its numbers are."""
        self.compares = any(c.role == "target" for i, c in enumerate(self.columns) if i != self.labels.label)
        """Whether a column has targets, so that the others have results."""
        self.signs = [self._signed(index) for index in range(len(self.columns))]

    def _signed(self, index: int) -> str:
        """Give the signs that numbers of a column have."""
        text = self.scope.text
        cells = (row[index] for row in self.table.rows)
        firsts = {text[c.start] for c in cells if c.end > c.start + 1 and is_number(text, c)}
        return "".join(firsts & set("+-–−"))

    def _changes(self, index: int) -> bool:
        """Tell whether the numbers of a column are changes: its head or their signs say so."""
        column, signs = self.columns[index], self.signs[index]
        if column.role == "change":
            return True
        percent = column.unit is not None and column.unit.name == "%"
        return ("+" in signs or (bool(signs) and percent)) and column.role in ("", "ratio")

    def read(self) -> list[Measurement]:
        """Give the measurements of the table, row by row."""
        return [fact for row in self.table.rows for fact in self._row(row)]

    def _row(self, row: tuple[Cell, ...]) -> list[Measurement]:
        scope = self.scope
        filled = [cell for cell in row if cell.start < cell.end]
        sentence = scope.layout.sentence_at(filled[0].start) if filled else None
        if sentence is None:
            return []
        label = self.labels.of_row(row)
        clause = Clause(filled[0].start, filled[-1].end, sentence)
        facts: list[Measurement] = []
        period: Held[Interval] | None = None
        before: Unit | None = None
        for index, (cell, column) in enumerate(zip(row, self.columns, strict=True)):
            own = column.period
            period = own or period
            if index in self.labels.aside or column.role in ("count", "unit", "skip", "person"):
                continue
            value = read_value(scope, cell)
            if value is None:
                continue
            spot = _Spot(cell, index, label, clause, label.period or self._carried(own, period), before)
            fact, before = self._fact(spot, value, facts[-1] if facts else None)
            if fact is not None:
                facts.append(fact)
            if column.role == "target" and own is not None and self._within(own):
                # "Dự toán năm 2020 | Thực hiện": the year is that of the plan.
                period = None
        return facts

    def _carried(self, own: Held[Interval] | None, period: Held[Interval] | None) -> Held[Interval] | None:
        return own or period or self.period

    def _within(self, held: Held[Interval]) -> bool:
        """Tell whether the document's own period lies in a time."""
        document = self.scope.document.period
        if document is None or held.value is None:
            return False
        return held.value.start <= document.start and document.end <= held.value.end

    def _fact(self, spot: _Spot, value: Value, last: Measurement | None) -> tuple[Measurement | None, Unit]:
        """Build the measurement of one cell, and tell its unit; a change of nothing is none."""
        scope, cell, column, label = self.scope, spot.cell, self.columns[spot.at], spot.label
        change = self._changes(spot.at)
        unit = self._unit(spot, value.number, change)
        held = hold(scope, spot.clause, cell.start, cell.end)
        sources = {
            **held.sources,
            "value": Source(rule="cell", start=cell.start, end=cell.end),
            "indicator": Source(rule="row", start=spot.clause.start, end=spot.clause.end),
        }
        # An agency in a row is what the row tells of; who reports it is who made the table.
        sources.pop("organization", None)
        reporter = scope.publisher
        if reporter.value is not None:
            sources["organization"] = reporter.source
        if spot.period is not None:
            sources["period"] = spot.period.source
        grades = words_of("grades", "grade")
        # "Kết quả" over the numbers says nothing that the row does not.
        named = label.name if label.name and column.role == "value" else f"{label.name} {column.name}".strip()
        if label.name.lower().partition(",")[0] in grades and COUNTED.match(column.name.lower()) is not None:
            # "Giỏi | 291" under "Số học sinh"
            named = f"{counted(column.name)} {label.name}"
        elif self.name and self._says_nothing(spot):
            # "Kinh phí (triệu đồng)" over "Tỉnh | 1.940 | 1.102"
            named = f"{self.name} {label.name if _WHEN.fullmatch(column.name.lower()) else named}".strip()
        number = value.value * 10**unit.scale
        fact = made(Measurement)(
            evidence=scope.shared.evidence(spot.clause),
            mentions=[value.number.id] if value.number is not None else [],
            confidence=0.85,
            indicator=named or unit.name,
            value=-number if value.negative else number,
            value_max=None if value.value_max is None else value.value_max * 10**unit.scale,
            unit=unit.name,
            modifier=value.modifier,
            period=scope.shared.interval(spot.period.value) if spot.period is not None else held.period,
            place=held.place,
            organization=reporter.value,
            status="target" if column.role == "target" else "result" if self.compares else held.status,
            sources=sources,
        )
        if not change:
            return fact, unit
        if not number:
            return None, unit
        of_last = (
            last is not None and last.unit == unit.name and last.change is None and last.value is not None
        )
        if last is not None and of_last and column.unit is None and (against := _AGAINST.match(column.name)):
            # "Tỷ lệ (%) | So cùng kỳ": by how much the number before it went up.
            down = value.negative
            told = against["what"]
            last.change = made(Change)(
                direction="down" if down else "up", value=number, unit=unit.name, baseline=told
            )
            return None, unit
        down = value.negative or "giảm" in column.name.lower().split()[:1]
        fact.change = made(Change)(direction="down" if down else "up", value=number, unit=unit.name)
        fact.indicator, fact.value, fact.value_max = label.name or column.name, None, None
        return fact, unit

    def _says_nothing(self, spot: _Spot) -> bool:
        """Tell whether neither label nor head says what a number is, only whose, when or whether planned."""
        column = self.columns[spot.at]
        words = column.name.lower()
        bare = is_bare(column) or column.role == "share" or _WHEN.fullmatch(words) is not None
        label = spot.label.name.lower()
        return bare and not label.startswith(TOTALS) and indicator_head().match(label) is None

    def _unit(self, spot: _Spot, number: Numeric | None, change: bool) -> Unit:
        """Give what a number is counted in: its cell, head, row or the lines above the table say it."""
        column, label = self.columns[spot.at], spot.label
        if number is not None:
            return Unit(unit_of(number))
        if self.scope.text[spot.cell.end - 1] == "%":
            return Unit("%")
        # "Số lô" counts, whatever sums the lines above the table speak of.
        counts = (
            self.unit is not None
            and self.unit.name.isupper()
            and COUNTED.match(column.name.lower()) is not None
        )
        stated = None if counts else self.unit
        counts_all = column.role == "value" and label.name.lower().startswith("tổng số ")
        own = label.whose and column.name and not counts_all
        from_row = label.name and is_bare(column) and not own
        fallback = Unit(counted(label.name if from_row else column.name or label.name))
        share = Unit("%") if column.role in ("ratio", "share") and not change else None
        return column.unit or share or label.unit or stated or (spot.before if change else None) or fallback


_AGAINST = lazy(r"(?i:so\s+(?:sánh\s+)?(?:với\s+)?)(?P<what>\S.{2,40})")
"""A head that says only what the numbers before it are compared with."""
_WHEN = lazy(r"(?:trong|cả|toàn|lũy\s+kế|đến)(?:\s+(?:đến\s+)?(?:tuần|tháng|quý|kỳ|năm|nay|ngày))?")
"""A head that says but when."""
