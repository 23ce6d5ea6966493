"""What the rows of a table are about: their label, the unit and the time that they state."""

from __future__ import annotations

from dataclasses import dataclass

from vnreport.facts.calendar_parts import part_of_year
from vnreport.facts.cells import Cell, is_number
from vnreport.facts.held import Held
from vnreport.facts.scope import Scope
from vnreport.facts.table_columns import BRACKET, Column, Unit, is_unit, read_unit, year_of
from vnreport.facts.table_shape import Table
from vnreport.facts.table_values import read_value
from vnreport.facts.words import squeeze
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import Interval, OrganizationMention, PersonMention, PlaceMention, TimeMention

_NUMBERING = lazy(r"^\s*(?:\d{1,2}|[IVX]{1,4}|[a-zđ])[.)]\s+")
_PART = lazy(r"(?:trong\s+đó|gồm|bao\s+gồm)\s*:?\s+(?=\S)")
_YEAR = lazy(r"(?:19|20)\d\d")
_SERIES = (
    "khối",
    "lớp",
    "tháng",
    "năm",
    "quý",
    "tuần",
    "kỳ",
    "đợt",
    "khóa",
    "ngày",
    "tổ",
    "khu",
    "vùng",
    "số",
)
"""What rows may be numbered as."""
_OF_PERSON = lazy(
    r"(?:chức|địa\s+chỉ|đơn\s+vị|nơi|quê|trú\s+quán|chỗ\s+ở|thôn|xã|phường|cơ\s+quan|nghề|giới\s+tính|dân\s+tộc|trình\s+độ|hộ\s+khẩu)"
    r"(?![^\W_])"
)
"""Heads of columns that tell of the person of a row, not of its numbers."""
_UNIT_NAME = lazy(
    rf"(?:[Tt]hôn|[Xx]óm|[ẤấÂâ]p|[Bb]ản|[Bb]uôn|[Ll]àng|[Tt]ổ\s+dân\s+phố|[Kk]hu\s+phố|[Kk]hóm|[Pp]hường|[Xx]ã|[Hh]uyện|[Qq]uận|"
    rf"[Tt]hị\s+trấn|[Tt]hị\s+xã|[Tt]hành\s+phố)\s+(?:số\s+)?[{UPPER}\d]"
)
"""Rows of hamlets and communes, named by their level."""
_OWNERS = (PlaceMention, OrganizationMention)
TOTALS = ("tổng", "cộng", "toàn ")
_LABELS = ("", "target", "change", "ratio", "share")


@dataclass(frozen=True, slots=True)
class Label:
    """What a row is about."""

    name: str
    unit: Unit | None = None
    period: Held[Interval] | None = None
    whose: bool = False
    """Whether it says but where or whose the numbers are, or that they are totals."""


class Labels:
    """The columns of a table that say what its rows are about."""

    def __init__(self, scope: Scope, table: Table, columns: list[Column]) -> None:
        self.scope = scope
        self.table = table
        self.columns = columns
        self.label = self._label()
        roles = [c.role for c in columns]
        self.units = roles.index("unit") if "unit" in roles else self._bare_units()
        self.aside = {i for i in range(len(columns)) if i in (self.label, self.units) or self._is_aside(i)}
        """The columns whose numbers are no values."""

    def _cells(self, index: int) -> list[Cell]:
        return [row[index] for row in self.table.rows if row[index].start < row[index].end]

    def _words(self, index: int) -> list[str]:
        return [self.scope.text[c.start : c.end] for c in self._cells(index)]

    def _numbers(self, index: int) -> bool:
        cells = self._cells(index)
        return bool(cells) and 2 * sum(read_value(self.scope, c) is not None for c in cells) > len(cells)

    def _label(self) -> int | None:
        """Give the column of labels: the first of words, else one that numbers rows (``Khối``)."""
        people = any(column.role == "person" for column in self.columns)
        for index, column in enumerate(self.columns):
            if people and _OF_PERSON.match(column.name.lower()):
                continue
            if column.role in _LABELS and self._cells(index) and not self._numbers(index):
                return index
        first = self.columns[0]
        words = self._words(0)
        if all(_YEAR.fullmatch(word) for word in words) and words:
            return 0
        return 0 if first.name.lower() in _SERIES and all(w.isdigit() for w in words) else None

    def _bare_units(self) -> int | None:
        """Give the column headed ``Đơn vị`` where it means units, not agencies."""
        for index, column in enumerate(self.columns):
            words = self._words(index)
            if squeeze(column.name.lower()) == "đơn vị" and index != self.label and words:
                known = sum(w[0].islower() or is_unit(w.lower()) for w in words)
                if known == len(words) or (known > 1 and 4 * known > 3 * len(words)):
                    return index
        return None

    def _is_aside(self, index: int) -> bool:
        """Tell whether the numbers of a column only count the rows, or are years."""
        words = self._words(index)
        if words and all(_YEAR.fullmatch(word) for word in words):
            return True
        numbers = [word.rstrip(".") for word in words]
        rising = len(words) > 1 and numbers == [str(at) for at in range(1, len(words) + 1)]
        return rising and index == 0 and self.label is not None

    def of_row(self, row: tuple[Cell, ...]) -> Label:
        """Give what a row is about and the unit that it states; a person's name says nothing of it."""
        text = self.scope.text
        unit = None
        if self.units is not None and row[self.units].start < row[self.units].end:
            unit = read_unit(self.scope.folded[row[self.units].start : row[self.units].end])
        if self.label is None:
            return Label("", unit)
        cell = row[self.label]
        if cell.start == cell.end:
            # "Cộng" stands in the column of the numbers before it.
            cell = next((c for c in row[: self.label] if c.start < c.end and not is_number(text, c)), cell)
        if any(isinstance(m, PersonMention) for m in self.scope.between(cell.start, cell.end)):
            return Label("", unit)
        name = text[cell.start : cell.end]
        period, name = self._period(cell, name)
        bracket = BRACKET.search(name)
        words = bracket.group("unit").lower() if bracket is not None else ""
        if bracket is not None and unit is None and (len(words.split()) == 1 or is_unit(words)):
            unit, name = read_unit(bracket.group("unit")), name[: bracket.start()]
        name = squeeze(_NUMBERING.sub("", name)).strip(" -–+*:;.")
        name = name[part.end() :] if (part := _PART.match(name.lower())) else name
        if name.isdigit():
            head = self.columns[self.label].name
            name = f"{head} {name}".strip()
        owners = [m for m in self.scope.between(cell.start, cell.end) if isinstance(m, _OWNERS)]
        named = all(word[0].isupper() for word in name.split()) and " " in name
        named = named or _UNIT_NAME.match(name) is not None
        return Label(name, unit, period, bool(owners) or named or name.lower().startswith(TOTALS))

    def _period(self, cell: Cell, name: str) -> tuple[Held[Interval] | None, str]:
        """Give the time that a row is of, and its label without it."""
        if _YEAR.fullmatch(name):
            return Held(year_of(int(name)), "label", cell.start, cell.end), ""
        document = self.scope.document.period
        part = part_of_year(name.lower(), document.end.year) if document is not None else None
        if part is not None:
            return Held(part, "label", cell.start, cell.end), ""
        times = [m for m in self.scope.between(cell.start, cell.end) if isinstance(m, TimeMention)]
        if len(times) != 1 or times[0].end > cell.end:
            return None, name
        time = times[0]
        rest = self.scope.text[cell.start : time.start] + self.scope.text[time.end : cell.end]
        return Held(time.period, "label", time.start, time.end), rest.strip(" ,()-–")
