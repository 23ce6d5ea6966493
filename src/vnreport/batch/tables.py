"""Reports as rows of three tables: documents, mentions and facts."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vnreport.report import AnyFact, AnyMention, Fact, Mention, Report

Kind = Literal["text", "integer", "number", "boolean", "date", "json"]
Columns = dict[str, Kind]

TABLES = ("documents", "mentions", "facts")
"""The tables, in the order in which their rows are given."""

_PLACE: Columns = {
    "page": "integer",
    "paragraph": "integer",
    "table_number": "integer",
    "table_row": "integer",
    "table_column": "integer",
}
_DOCUMENTS: Columns = {
    "file": "text",
    "format": "text",
    "characters": "integer",
    "title": "text",
    "number": "text",
    "publisher": "text",
    "place": "text",
    "published": "date",
    "period_start": "date",
    "period_end": "date",
    "repairs": "integer",
    "mentions": "integer",
    "facts": "integer",
    "notes": "text",
}


@cache
def columns(table: str) -> Columns:
    """Give the columns of a table of :data:`TABLES` with their types, in order."""
    if table == "documents":
        return _DOCUMENTS
    shared, union = (Mention, AnyMention) if table == "mentions" else (Fact, AnyFact)
    found: Columns = {"file": "text", "type": "text"}
    for model in (shared, *_members(union)):
        for name, hint in get_type_hints(model).items():
            if name in model.model_fields and name != "sources":  # those are for `explain`
                found |= {key: kind for key, kind in _columns_of(name, hint).items() if key not in found}
        if model is shared:
            found |= _PLACE
    return found


def _members(union: Any) -> tuple[type[BaseModel], ...]:
    return get_args(get_args(union)[0])


def _columns_of(name: str, hint: Any) -> Columns:
    if name == "evidence":
        return {"start": "integer", "end": "integer", "evidence": "text"}
    if name == "period":
        return {"period_start": "date", "period_end": "date"}
    if name == "change":
        return {
            "change_direction": "text",
            "change_value": "number",
            "change_unit": "text",
            "change_baseline": "text",
        }
    if name == "mentions":
        return {name: "text"}
    return {name: _kind(hint)}


_KINDS: dict[Any, Kind] = {
    str: "text",
    int: "integer",
    float: "number",
    Decimal: "number",
    bool: "boolean",
    dt.date: "date",
}


def _kind(hint: Any) -> Kind:
    if get_origin(hint) is Annotated:
        hint = get_args(hint)[0]
    if get_origin(hint) is Literal:
        return "text"
    options = [option for option in get_args(hint) if option is not NoneType]
    if len(options) == 1 and get_origin(hint) is not list:
        return _kind(options[0])
    return _KINDS.get(hint, "json")


def rows(report: Report) -> tuple[list[list[Any]], list[list[Any]], list[list[Any]]]:
    """Give the rows of a report, table by table, their cells in the order of :func:`columns`.

    Cells are None, str, int, bool, Decimal, float or date; lists and the like are JSON.
    """
    return [_document(report)], list(_mentions(report)), list(_facts(report))


def _document(report: Report) -> list[Any]:
    document, source = report.document, report.source
    record = {
        "file": report.file,
        "format": source.format if source else "text",
        "characters": len(report.text),
        "title": document.title,
        "number": document.number,
        "publisher": document.publisher,
        "place": document.place,
        "published": document.published,
        "period_start": document.period and document.period.start,
        "period_end": document.period and document.period.end,
        "repairs": len(report.repairs),
        "mentions": len(report.mentions),
        "facts": len(report.facts),
        "notes": "; ".join(source.notes) if source and source.notes else None,
    }
    return [record[name] for name in _DOCUMENTS]


def _mentions(report: Report) -> Iterator[list[Any]]:
    names = columns("mentions")
    for item, record in zip(report.mentions, report.to_records("mention"), strict=True):
        record |= _place(report, item)
        yield [_cell(record.get(name), kind) for name, kind in names.items()]


def _facts(report: Report) -> Iterator[list[Any]]:
    names = columns("facts")
    records = {
        record["id"]: record
        for kind in ("measurement", "citation", "role")
        for record in report.to_records(kind)
    }
    for item in report.facts:
        record = records[item.id] | _place(report, item)
        yield [_cell(record.get(name), kind) for name, kind in names.items()]


def _place(report: Report, item: Mention | Fact) -> dict[str, Any]:
    parts = report.locate(item)
    if not parts:
        return {}
    first = parts[0]
    return {
        "page": first.page,
        "paragraph": first.paragraph,
        "table_number": first.table,
        "table_row": first.row,
        "table_column": first.column,
    }


def _cell(value: Any, kind: Kind) -> Any:
    if kind != "json" or value is None:
        return value
    plain = [v.model_dump(exclude_none=True) if isinstance(v, BaseModel) else v for v in value]
    return json.dumps(plain, ensure_ascii=False) if plain else None
