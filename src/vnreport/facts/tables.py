"""Measurements of flattened tables: a number is named by the label of its row and the head of its column."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from vnreport.base_model import made
from vnreport.facts.held import Clause, Held
from vnreport.facts.holding import hold
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.table_shape import Cell, Table, find_tables, is_number
from vnreport.facts.words import alternatives, squeeze
from vnreport.lexicon import table as lexicon
from vnreport.mentions.numbers import parse_number
from vnreport.mentions.numbers.spelling import tone_variants
from vnreport.mentions.quantities.grammar import grammar, longest
from vnreport.patterns import lazy
from vnreport.report import (
    Change,
    Interval,
    Measurement,
    MoneyMention,
    PercentMention,
    PersonMention,
    QuantityMention,
    Source,
    TimeMention,
)

_UNIT = lazy(r"(?:đvt|đơn\s+vị(?:\s+tính)?|đv\s+tính)\s*:?\s*(?P<unit>[^():;\n|\t]{1,30}?)\s*(?:[);.\n]|$)")
_NUMBER_OF = lazy(r"(?:tổng\s+)?số(?:\s+lượng)?\s+", re.IGNORECASE)
_BRACKET = lazy(r"\s*\((?P<unit>[^()]{1,30})\)\s*$")
_MONEY = lazy(
    r"(?P<scale>nghìn\s+tỷ|nghìn|ngàn|ng|triệu|tr|tỷ|tỉ|1\.000|1000)?[.\s]*(?P<currency>đồng|vnđ|vnd|usd|đô\s+la(?:\s+mỹ)?|đ)(?:\s*/.*)?"
)
_SCALES = {
    "ng": 3,
    "tr": 6,
    "nghìn": 3,
    "ngàn": 3,
    "1.000": 3,
    "1000": 3,
    "triệu": 6,
    "tỷ": 9,
    "tỉ": 9,
    "nghìn tỷ": 12,
}
_NUMBERING = lazy(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s+")
_COUNTED = lazy(r"(?:tổng\s+)?số\s+(?:lượng\s+)?(?!tiền|vốn|thu|chi|nợ|thuế|dư|kinh|nộp)")
_YEAR = lazy(r"(?:năm\s+)?(?<!\d)(?P<year>(?:19|20)\d\d)(?=\s*(?:\(|$))")
_CAPTION = 200
"""How far above a table its unit may be stated, in characters."""
_MINUS = ("-", "–", "−")


@dataclass(frozen=True, slots=True)
class _Unit:
    """What the numbers of a column or row are counted in."""

    name: str
    scale: int = 0
    """Power of ten."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column, as its head describes it."""

    cell: Cell
    name: str
    """The head without unit and time."""
    role: str
    unit: _Unit | None
    period: Held[Interval] | None


def find(scope: Scope) -> tuple[list[Measurement], list[tuple[int, int]]]:
    """Find the measurements of the tables of a text.

    Returns:
        The measurements in text order, without ids; and the spans of the cells that were read.
    """
    found: list[Measurement] = []
    cells: list[tuple[int, int]] = []
    for table in find_tables(scope.text):
        start, end = table.heads[0].start, table.rows[-1][-1].end
        if scope.layout.boilerplate.overlaps(start, end) or scope.outside_body(start):
            continue
        stated = _Reader(scope, table).read()
        if stated:
            found += stated
            cells += [(c.start, c.end) for row in (table.heads, *table.rows) for c in row if _short(scope, c)]
    return found, cells


def _short(scope: Scope, cell: Cell) -> bool:
    """Tell whether a cell is no clause of its own."""
    return cell.start < cell.end and len(scope.text[cell.start : cell.end].split()) < 4


class _Reader:
    """Reads one table."""

    def __init__(self, scope: Scope, table: Table) -> None:
        self.scope = scope
        self.table = table
        self.columns = self._columns()
        self.unit = self._stated_unit()
        labels = [
            i
            for i, c in enumerate(self.columns)
            if c.role in ("", "target", "change") and not self._numbers(i)
        ]
        self.label = next(iter(labels), None)
        roles = [c.role for c in self.columns]
        self.units = roles.index("unit") if "unit" in roles else self._bare_units()

    def _bare_units(self) -> int | None:
        """Give the column headed ``Đơn vị`` where it means units; its other sense, agencies, has capitals."""
        for index, column in enumerate(self.columns):
            if squeeze(column.name.lower()) == "đơn vị" and index != self.label:
                cells = [
                    self.scope.text[row[index].start : row[index].end].strip() for row in self.table.rows
                ]
                words = [cell for cell in cells if cell]
                if words and all(w[0].islower() or w[0] == "%" for w in words):
                    return index
        return None

    def read(self) -> list[Measurement]:
        """Give the measurements of the table, row by row."""
        return [fact for row in self.table.rows for fact in self._row(row)]

    def _columns(self) -> list[_Column]:
        columns: list[_Column] = []
        for cell in self.table.heads:
            columns.append(self._column(cell))
        return columns

    def _column(self, cell: Cell) -> _Column:
        """Read the head of a column."""
        text, folded = self.scope.text, squeeze(self.scope.folded[cell.start : cell.end])
        role = _whole_roles().get(_BRACKET.sub("", folded), "")
        bracket = _BRACKET.search(folded)
        unit = _unit(bracket.group("unit")) if bracket else _Unit("%") if "%" in folded else None
        year = _YEAR.search(self.scope.folded, cell.start, cell.end)
        time = next((m for m in self.scope.between(cell.start, cell.end) if isinstance(m, TimeMention)), None)
        period = None
        name = text[cell.start : cell.end]
        if time is not None:
            period = Held(time.period, "head", time.start, time.end)
        elif year is not None:
            period = Held(_year(int(year.group("year"))), "head", *year.span())
        if period is not None and period.start is not None and period.end is not None:
            name = text[cell.start : period.start] + text[min(period.end, cell.end) : cell.end]
        name = squeeze(_BRACKET.sub("", name)).strip(" ,:-–%")
        if not role and (match := _inner_roles().search(folded)):
            role = _roles()[squeeze(match.group())]
            # "Đạt (% kế hoạch)" is a result; a column of labels has no numbers.
            role = "" if role == "target" and unit is not None and unit.name == "%" else role
        return _Column(cell, name, role, unit, period)

    def _stated_unit(self) -> _Unit | None:
        """Read the unit that the lines above the table state for all of it."""
        start = self.table.heads[0].start
        found = list(_UNIT.finditer(self.scope.folded, max(0, start - _CAPTION), start))
        if found:
            return _unit(found[-1].group("unit"))
        # "Bảng giá đề xuất (đồng/m2)": the line above says it in brackets, where that is money.
        line = self.scope.folded[max(0, start - _CAPTION) : start].rstrip().rpartition("\n")[2]
        bracket = _BRACKET.search(line)
        unit = _unit(bracket.group("unit")) if bracket else None
        return unit if unit is not None and unit.name.isupper() else None

    def _numbers(self, index: int) -> bool:
        cells = [row[index] for row in self.table.rows]
        return 2 * sum(self._value(c) is not None for c in cells) > len(cells)

    def _row(self, row: tuple[Cell, ...]) -> list[Measurement]:
        scope = self.scope
        sentence = scope.layout.sentence_at(row[0].start)
        if sentence is None:
            return []
        label, unit = self._label(row)
        clause = Clause(row[0].start, row[-1].end, sentence)
        facts: list[Measurement] = []
        period: Held[Interval] | None = None
        for index, (cell, column) in enumerate(zip(row, self.columns, strict=True)):
            period = column.period or period
            value = self._value(cell)
            if index == self.label or column.role in ("count", "unit", "skip", "person") or value is None:
                continue
            facts.append(self._fact(cell, column, value, label, unit, clause, period))
        return facts

    def _label(self, row: tuple[Cell, ...]) -> tuple[str, _Unit | None]:
        """Give what a row is about and the unit that it states; a person's name says nothing of it."""
        text = self.scope.text
        unit = None
        if self.units is not None and row[self.units].start < row[self.units].end:
            unit = _unit(self.scope.folded[row[self.units].start : row[self.units].end])
        if self.label is None:
            return "", unit
        cell = row[self.label]
        if any(isinstance(m, PersonMention) for m in self.scope.between(cell.start, cell.end)):
            return "", unit
        label = text[cell.start : cell.end]
        bracket = _BRACKET.search(label)
        if bracket is not None and unit is None:
            unit, label = _unit(bracket.group("unit")), label[: bracket.start()]
        return squeeze(_NUMBERING.sub("", label)).strip(" -–+*:;."), unit

    def _value(self, cell: Cell) -> Numeric | Decimal | None:
        """Read a cell: a mention that fills it, or a bare number."""
        for m in self.scope.between(cell.start, min(cell.end, cell.start + 1)):
            if m.end == cell.end and isinstance(m, (MoneyMention, PercentMention, QuantityMention)):
                return m
        if cell.start == cell.end or not is_number(self.scope.text, cell):
            return None
        return parse_number(self.scope.text[cell.start : cell.end].strip("-+–−% \xa0"))

    def _fact(
        self,
        cell: Cell,
        column: _Column,
        value: Numeric | Decimal,
        label: str,
        row_unit: _Unit | None,
        clause: Clause,
        period: Held[Interval] | None,
    ) -> Measurement:
        """Build the measurement of one cell."""
        scope = self.scope
        held = hold(scope, clause, cell.start, cell.end)
        # An agency in a row is what the row tells of; who reports it is who made the table.
        reporter = scope.publisher
        if isinstance(value, Decimal):
            percent = scope.text[cell.end - 1] == "%" or (column.unit is not None and column.unit.name == "%")
            fallback = _Unit(_counted(label if label and column.role == "value" else column.name or label))
            # "Số lô" counts, whatever sums the lines above the table speak of.
            counts = (
                self.unit is not None and self.unit.name.isupper() and _COUNTED.match(column.name.lower())
            )
            stated = None if counts else self.unit
            unit = _Unit("%") if percent else column.unit or row_unit or stated or fallback
            number, name, mentions = value * 10**unit.scale, unit.name, []
        else:
            number, name, mentions = value.value, unit_of(value), [value.id]
        sources = {
            **held.sources,
            "value": Source(rule="cell", start=cell.start, end=cell.end),
            "indicator": Source(rule="row", start=clause.start, end=clause.end),
        }
        sources.pop("organization", None)
        if reporter.value is not None:
            sources["organization"] = reporter.source
        if period is not None:
            sources["period"] = period.source
        ahead = column.role == "target" and period is not None
        # "Kết quả" over the numbers says nothing that the row does not.
        named = label if label and column.role == "value" else f"{label} {column.name}".strip()
        fact = made(Measurement)(
            evidence=scope.shared.evidence(clause),
            mentions=mentions,
            confidence=0.85,
            indicator=named or name,
            value=number,
            unit=name,
            period=scope.shared.interval(period.value) if period is not None else held.period,
            place=held.place,
            organization=reporter.value,
            status="target" if column.role == "target" or ahead else held.status,
            sources=sources,
        )
        if column.role == "change":
            down = scope.text[cell.start] in _MINUS or "giảm" in column.name.lower().split()[:1]
            fact.change = made(Change)(direction="down" if down else "up", value=number, unit=name)
            fact.indicator, fact.value = label or column.name, None
        return fact


def _counted(head: str) -> str:
    """Give the noun that a head without a unit counts (``Số đơn đã nộp``: ``đơn``), else the head itself."""
    number = _NUMBER_OF.match(head)
    words = head[number.end() if number else 0 :].split()
    folded = [word.lower() for word in words]
    noun = longest(folded, 0, grammar().nouns, grammar().noun_sizes) if words else None
    return " ".join(words[: noun[1]]) if noun is not None else head or "số"


def _unit(words: str) -> _Unit:
    """Read the unit of a column: ``tỷ đồng``, ``%``, ``con``."""
    words = squeeze(words)
    money = _MONEY.fullmatch(words.lower())
    if money is not None:
        currency = "USD" if money.group("currency")[:2] in ("us", "đô") else "VND"
        return _Unit(currency, _SCALES.get(squeeze(money.group("scale") or ""), 0))
    scaled = re.match(r"(nghìn|ngàn|triệu|tỷ|1\.000)\s+(.+)", words)
    if scaled is not None:
        return _Unit(scaled.group(2), _SCALES[scaled.group(1)])
    return _Unit("%" if "%" in words else words)


def _year(year: int) -> Interval:
    return Interval.model_validate({"start": f"{year}-01-01", "end": f"{year}-12-31"})


@cache
def _roles() -> dict[str, str]:
    return {form: row["role"] for row in lexicon("table_heads") for form in tone_variants(row["word"])}


@cache
def _whole_roles() -> dict[str, str]:
    return {word: role for word, role in _roles().items() if role not in ("target", "change")}


@cache
def _inner_roles() -> re.Pattern[str]:
    return re.compile(
        alternatives(
            [word for word, role in _roles().items() if role in ("target", "change") and word[-1] != ")"]
        )
    )
