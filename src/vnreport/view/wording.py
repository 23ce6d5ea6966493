"""What the page says: the report's values as short Vietnamese text, not yet escaped."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from functools import cache
from importlib.resources import files

from vnreport.repair.types import Repair
from vnreport.report import (
    AnyMention,
    Change,
    InstrumentMention,
    Interval,
    Measurement,
    MoneyMention,
    OrganizationMention,
    PercentMention,
    PersonMention,
    PlaceMention,
    ProgrammeMention,
    QuantityMention,
    TimeMention,
)

_LONG = 200
"""A longer original is cut in what hovers over a repair, in characters."""


@cache
def _labels() -> dict[tuple[str, str], str]:
    lines = files("vnreport.view").joinpath("labels.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")][1:]
    return {(group, key): text for group, key, text in rows}


def label(group: str, key: str) -> str:
    """Give the Vietnamese word for a value; the value itself where the table has none."""
    return _labels().get((group, key), key)


def keys(group: str) -> list[str]:
    """Give the values of a field that have a word, in the order of the table."""
    return [key for of, key in _labels() if of == group]


def number(value: Decimal) -> str:
    """Print a number as Vietnamese text does: ``1.203,5``."""
    return f"{value:,f}".translate(str.maketrans(",.", ".,"))


def day(value: dt.date) -> str:
    """Print a date as Vietnamese text does: ``03/07/2018``."""
    # strftime leaves years before 1000 without their zeros on some systems.
    return f"{value.day:02}/{value.month:02}/{value.year:04}"


def period(value: Interval | None) -> str:
    """Print a period in the shortest form: a year, a quarter, a month, a day or two days."""
    if value is None:
        return ""
    first, last = value.start, value.end
    if first == last:
        return day(first)
    ends_month = last == dt.date.max or (last + dt.timedelta(days=1)).day == 1
    if first.day == 1 and ends_month:
        months = (last.year - first.year) * 12 + last.month - first.month + 1
        if months % 12 == 0 and first.month == 1:
            return f"{first.year}" if months == 12 else f"{first.year}–{last.year}"
        if months == 1:
            return f"{first.month:02}/{first.year}"
        if months == 3 and first.month % 3 == 1:
            return f"quý {('I', 'II', 'III', 'IV')[first.month // 3]}/{first.year}"
    return f"{day(first)} – {day(last)}"


def amount(value: Decimal | None, value_max: Decimal | None, unit: str, modifier: str) -> str:
    """Print a value or a range with its unit and what qualifies it; empty without a value."""
    if value is None:
        return ""
    text = number(value) if value_max is None else f"{number(value)} – {number(value_max)}"
    sign = "" if modifier == "exact" else label("modifier", modifier) + " "
    # No line begins with a short unit.
    space = "\u00a0" if len(unit) <= 4 else " "
    return f"{sign}{text}{space}{unit}".strip()


def change(value: Change | None) -> str:
    """Print a comparison: ``tăng 15,2 % (so với cùng kỳ)``."""
    if value is None:
        return ""
    by = f" {amount(value.value, None, value.unit or '', 'exact')}" if value.value is not None else ""
    against = f" ({value.baseline})" if value.baseline else ""
    return label("direction", value.direction) + by + against


def measured(fact: Measurement) -> str:
    """Print the value of a measurement, its change and its status."""
    parts = [amount(fact.value, fact.value_max, fact.unit, fact.modifier), change(fact.change)]
    if fact.status != "result":
        parts.append(label("status", fact.status))
    return "; ".join(part for part in parts if part)


def mention(item: AnyMention) -> str:
    """Say what a mention is and its normalised value: ``Số tiền: 26.000.000 VND``."""
    return f"{label('mention', item.type)}: {_value(item)}"


def _value(item: AnyMention) -> str:
    match item:
        case InstrumentMention():
            parts = [item.code or item.name or item.text, item.issuer, item.date and day(item.date)]
        case MoneyMention():
            parts = [amount(item.value, item.value_max, item.currency, item.modifier), item.per]
        case PercentMention():
            unit = "điểm %" if item.points else "%"
            parts = [amount(item.value, item.value_max, unit, item.modifier)]
        case QuantityMention():
            whole = f"trên tổng số {number(item.of)}" if item.of is not None else None
            parts = [amount(item.value, item.value_max, item.what, item.modifier), whole]
        case TimeMention():
            parts = [period(item.period)]
        case PersonMention():
            parts = [item.name, *item.titles, item.organization]
        case OrganizationMention():
            parts = [item.name, item.place]
        case PlaceMention():
            successor = f"nay thuộc {item.successor}" if item.successor else None
            parts = [item.name, item.code and f"mã {item.code}", successor]
        case ProgrammeMention():
            parts = [item.kind, item.title]
    return "; ".join(part for part in parts if part)


def repair(item: Repair) -> str:
    """Say what stood where repair changed the text, what was broken, and how sure that is."""
    kind = " + ".join(label("repair", part) for part in item.kind.split("+"))
    sure = f"{kind}, tin cậy {item.confidence:.0%}"
    if item.kind == "suggestion":
        return f"Gợi ý: {shorten(item.replacement)} ({sure})"
    original = shorten(item.original)
    what = f"Bản gốc: {original}" if original else "Bản gốc không có"
    return f"{what} ({sure})"


def shorten(text: str) -> str:
    """Cut a long text for a small place."""
    return text if len(text) <= _LONG else text[: _LONG - 1] + "…"
