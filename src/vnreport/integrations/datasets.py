"""Hugging Face ``datasets``: reports as typed columns beside their texts.

    >>> from datasets import Dataset
    >>> from vnreport.integrations.datasets import extract, features
    >>> raw = Dataset.from_dict({"text": ["Tổ chức 02 lớp tập huấn."]})
    >>> done = raw.map(extract, batched=True, features=features(raw.features))
    >>> done[0]["measurements"][0]["indicator"]
    'lớp tập huấn'

Only :func:`features` needs the library.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from vnreport.repair.types import Repair
from vnreport.report import AnyMention, Citation, Document, Measurement, Report, Role, Span

if TYPE_CHECKING:
    from datasets import Features

COLUMNS = ("repaired", "document", "repairs", "mentions", "measurements", "citations", "roles")
"""The columns that :func:`extract` adds, in order."""

_SCALARS = {
    str: "string",
    int: "int64",
    float: "float64",
    bool: "bool",
    Decimal: "float64",
    dt.date: "date32",
}


def extract(
    batch: Mapping[str, Any], *, column: str = "text", repair: bool = True, prefix: str = ""
) -> dict[str, list[Any]]:
    """Read a batch of reports, for ``dataset.map(extract, batched=True, num_proc=2)``.

    Give ``features=features(dataset.features)`` to ``map`` too: it then need not guess the types from
    the first batch, in which a field may happen to be empty.

    Args:
        batch: the columns of some rows.
        column: the column of raw texts; a missing text (None) counts as empty.
        repair: False takes the texts as they are.
        prefix: what the names of the new columns begin with. Other arguments than the batch are given to
            ``map`` as ``fn_kwargs={"column": "body"}``.

    Returns:
        A list for each of :data:`COLUMNS`: ``repaired``, the text that all ``start`` and ``end`` point
        into (``source_start`` and ``source_end`` point into the raw text); the document; its repairs;
        its mentions, each with the fields of all types, those of other types null; and its facts by
        type. Numbers are floats, days are dates.

    Raises:
        KeyError: if there is no such column.
        ValueError: if a new column would take the place of one that is there.
    """
    from vnreport.pipeline import extract as read

    if column not in batch:
        raise KeyError(f"there is no column {column!r}; name it with fn_kwargs={{'column': …}}")
    taken = sorted({prefix + name for name in COLUMNS} & set(batch))
    if taken:
        raise ValueError(f"columns {taken} are there already; give fn_kwargs={{'prefix': …}}")
    rows = [_row(read(text or "", repair=repair)) for text in batch[column]]
    return {prefix + name: [row[name] for row in rows] for name in COLUMNS}


def features(existing: Mapping[str, Any] | None = None, prefix: str = "") -> Features:
    """Give the types of the columns that :func:`extract` adds.

    Args:
        existing: the features of the dataset, which come first.
        prefix: see :func:`extract`.

    Raises:
        ImportError: if ``datasets`` is not installed (``pip install "vnreport[datasets]"``).
    """
    try:
        from datasets import Features
    except ImportError as error:
        raise ImportError('features() needs datasets: pip install "vnreport[datasets]"') from error
    types = {
        "repaired": _feature(str),
        "document": _fields(Document),
        "repairs": [_feature(Repair)],
        "mentions": [_mention_fields()],
        "measurements": [_fields(Measurement)],
        "citations": [_fields(Citation)],
        "roles": [_fields(Role)],
    }
    return Features({**(existing or {}), **{prefix + name: types[name] for name in COLUMNS}})


def _row(report: Report) -> dict[str, Any]:
    document = report.document.model_dump()
    document["sources"] = {name: document["sources"].get(name) for name in _sourced()}
    empty = dict.fromkeys(_mention_hints())
    return {
        "repaired": report.text,
        "document": _plain(document),
        "repairs": [dataclasses.asdict(repair) for repair in report.repairs],
        "mentions": [empty | _plain(mention.model_dump()) for mention in report.mentions],
        "measurements": _dumped(report.measurements),
        "citations": _dumped(report.citations),
        "roles": _dumped(report.roles),
    }


def _dumped(items: Iterable[BaseModel]) -> list[Any]:
    return [_plain(item.model_dump()) for item in items]


def _plain(value: Any) -> Any:
    """Put floats in place of decimals, which a table would give one precision for all."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {key: _plain(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_plain(part) for part in value]
    return value


def _sourced() -> list[str]:
    """Name the fields of a document that have a source."""
    return [name for name in Document.model_fields if name != "sources"]


def _mention_hints() -> dict[str, Any]:
    """Give the fields of all types of mention; fields of one name have one type."""
    models = get_args(get_args(AnyMention)[0])
    return {name: get_type_hints(model)[name] for model in models for name in model.model_fields}


def _mention_fields() -> dict[str, Any]:
    return {name: _feature(hint) for name, hint in _mention_hints().items()}


def _fields(model: type[BaseModel]) -> dict[str, Any]:
    hints = get_type_hints(model)
    fields = {name: _feature(hints[name]) for name in model.model_fields if name != "sources"}
    if "sources" in model.model_fields:
        fields["sources"] = {name: _fields(Span) for name in _sourced()}
    return fields


def _feature(hint: Any) -> Any:
    """Turn a type into a feature; a list with one element stands for a list of it."""
    from datasets import Value

    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _feature(arguments[0])
    if origin is Literal:
        return Value("string")
    if origin is list:
        return [_feature(arguments[0])]
    present = [argument for argument in arguments if argument is not NoneType]
    if len(present) == 1:
        return _feature(present[0])
    if dataclasses.is_dataclass(hint):
        hints = get_type_hints(hint)
        return {field.name: _feature(hints[field.name]) for field in dataclasses.fields(hint)}
    if issubclass(hint, BaseModel):
        return _fields(hint)
    return Value(_SCALARS[hint])
