"""Reports as typed columns, one row a report: what Hugging Face datasets and Ray Data share."""

from __future__ import annotations

import dataclasses
import datetime as dt
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vnreport.repair.types import Repair
from vnreport.report import AnyMention, Citation, Document, Fact, Measurement, Report, Role

if TYPE_CHECKING:
    import pyarrow as pa

COLUMNS = ("repaired", "document", "repairs", "mentions", "measurements", "citations", "roles")
"""The columns, in order."""

_SCALARS = {
    str: "string",
    int: "int64",
    float: "float64",
    bool: "bool_",
    Decimal: "float64",
    dt.date: "date32",
}


def row(report: Report) -> dict[str, Any]:
    """Give a report as a row.

    Returns:
        A value for each of :data:`COLUMNS`: ``repaired``, the text that all ``start`` and ``end`` point
        into (``source_start`` and ``source_end`` point into the raw text); the document; its repairs;
        its mentions, each with the fields of all types, those of other types null; and its facts by
        type. Numbers are floats, days are dates.
    """
    empty = dict.fromkeys(_mention_hints())
    return {
        "repaired": report.text,
        "document": _dumped(report.document),
        "repairs": [dataclasses.asdict(repair) for repair in report.repairs],
        "mentions": [empty | _dumped(mention) for mention in report.mentions],
        "measurements": [_dumped(fact) for fact in report.measurements],
        "citations": [_dumped(fact) for fact in report.citations],
        "roles": [_dumped(fact) for fact in report.roles],
    }


def schema(prefix: str = "") -> pa.Schema:
    """Give the Arrow types of the columns.

    Args:
        prefix: what the names of the columns begin with.

    Raises:
        ImportError: if ``pyarrow`` is not installed; the extras ``datasets`` and ``ray`` bring it.
    """
    import pyarrow as pa

    types = {
        "repaired": pa.string(),
        "document": _type(Document),
        "repairs": pa.list_(_type(Repair)),
        "mentions": pa.list_(_struct(_mention_hints())),
        "measurements": pa.list_(_type(Measurement)),
        "citations": pa.list_(_type(Citation)),
        "roles": pa.list_(_type(Role)),
    }
    return pa.schema([(prefix + name, types[name]) for name in COLUMNS])


def _dumped(item: BaseModel) -> dict[str, Any]:
    values: dict[str, Any] = _plain(item.model_dump())
    if "sources" in values:
        values["sources"] = {name: values["sources"].get(name) for name in _sourced(type(item))}
    return values


def _plain(value: Any) -> Any:
    """Put floats in place of decimals, which a table would give one precision for all."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value


@cache
def _sourced(model: type[BaseModel]) -> list[str]:
    """Name the fields that may have a source; a table holds them as a struct, which has fixed fields."""
    return [name for name in model.model_fields if name not in (*Fact.model_fields, "type")]


@cache
def _mention_hints() -> dict[str, Any]:
    """Give the fields of all types of mention; fields of one name have one type."""
    models = get_args(get_args(AnyMention)[0])
    return {name: get_type_hints(model)[name] for model in models for name in model.model_fields}


def _type(hint: Any) -> pa.DataType:
    """Turn a Python type into an Arrow type; every value may be missing."""
    import pyarrow as pa

    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _type(arguments[0])
    if origin is Literal:
        return pa.string()
    if origin is list:
        return pa.list_(_type(arguments[0]))
    present = [argument for argument in arguments if argument is not NoneType]
    if len(present) == 1:
        return _type(present[0])
    if hint in _SCALARS:
        return getattr(pa, _SCALARS[hint])()
    hints = get_type_hints(hint)
    if dataclasses.is_dataclass(hint):
        return _struct({field.name: hints[field.name] for field in dataclasses.fields(hint)})
    types = {name: hints[name] for name in hint.model_fields if name != "sources"}
    fields = list(_struct(types))
    if "sources" in hint.model_fields:
        source = get_args(hints["sources"])[1]
        fields.append(pa.field("sources", _struct(dict.fromkeys(_sourced(hint), source))))
    return pa.struct(fields)


def _struct(hints: dict[str, Any]) -> pa.StructType:
    import pyarrow as pa

    return pa.struct([(name, _type(hint)) for name, hint in hints.items()])
