"""The formats of a batch: what a worker makes of a report, and what becomes of it at the end.

While a batch runs, bytes are only ever appended to a few staged files. For JSON Lines and CSV these are
the result; SQLite and Parquet are made of them at the end.
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnreport.batch.tables import TABLES, columns, rows
from vnreport.readers.errors import require

if TYPE_CHECKING:
    from vnreport.report import Report

_GROUP = 20_000
"""Rows that are held in memory at a time."""


@dataclass(frozen=True, slots=True)
class Format:
    """How a batch is written."""

    staged: tuple[str, ...]
    """The files that grow while it runs."""
    results: tuple[str, ...]
    """The files that it ends with."""
    heads: tuple[bytes, ...]
    """What each staged file begins with."""
    encode: Callable[[Report], tuple[bytes, ...]]
    """What a report adds to each staged file."""
    build: Callable[[list[Path], list[Path]], None] | None = None
    """Makes the results of the staged files; None where they are the results."""


def _lines(report: Report) -> tuple[bytes, ...]:
    return (report.model_dump_json().encode() + b"\n",)


def _csv_bytes(lines: list[list[Any]]) -> bytes:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n").writerows(lines)
    return stream.getvalue().encode()


def _csv(report: Report) -> tuple[bytes, ...]:
    return tuple(_csv_bytes([[_csv_cell(cell) for cell in row] for row in table]) for table in rows(report))


def _csv_cell(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return f"{cell:f}"
    return str(cell).lower() if isinstance(cell, bool) else cell


def _json_rows(report: Report) -> tuple[bytes, ...]:
    return tuple(
        "".join(json.dumps([_json_cell(c) for c in row], ensure_ascii=False) + "\n" for row in table).encode()
        for table in rows(report)
    )


def _json_cell(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return _float(cell)
    return cell.isoformat() if isinstance(cell, dt.date) else cell


def _float(value: Decimal) -> float | None:
    """Give a number as SQLite and Parquet hold it; one beyond all measure is no number."""
    number = float(value)
    return number if abs(number) != float("inf") else None


def _read_rows(path: Path) -> Iterator[list[list[Any]]]:
    with path.open(encoding="utf-8") as stream:
        while group := [json.loads(line) for line in islice(stream, _GROUP)]:
            yield group


_SQL_TYPES = {"integer": "INTEGER", "boolean": "INTEGER", "number": "REAL"}
_INDEXED = {
    "documents": ("published", "publisher"),
    "mentions": ("file", "type", "code"),
    "facts": ("file", "type", "indicator", "code", "period_start"),
}


def _build_sqlite(staged: list[Path], results: list[Path]) -> None:
    """Write one database with the three tables and their indices."""
    [target] = results
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as database:
        # If it breaks it is made anew, so it needs no journal.
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table, path in zip(TABLES, staged, strict=True):
            names = columns(table)
            shape = ", ".join(f'"{name}" {_SQL_TYPES.get(kind, "TEXT")}' for name, kind in names.items())
            database.execute(f'CREATE TABLE "{table}" ({shape})')
            marks = ", ".join("?" * len(names))
            for group in _read_rows(path):
                database.execute("BEGIN")
                database.executemany(f'INSERT INTO "{table}" VALUES ({marks})', group)
                database.execute("COMMIT")
            for column in _INDEXED[table]:
                database.execute(f'CREATE INDEX "{table}_{column}" ON "{table}" ("{column}")')


def _build_parquet(staged: list[Path], results: list[Path]) -> None:
    """Write one Parquet file a table."""
    arrow: Any = require("pyarrow", "parquet", "to be written as Parquet")
    parquet: Any = require("pyarrow.parquet", "parquet", "to be written as Parquet")
    types = {
        "text": arrow.string(),
        "json": arrow.string(),
        "integer": arrow.int64(),
        "number": arrow.float64(),
        "boolean": arrow.bool_(),
        "date": arrow.date32(),
    }
    for table, source, target in zip(TABLES, staged, results, strict=True):
        names = columns(table)
        schema = arrow.schema([(name, types[kind]) for name, kind in names.items()])
        dates = [index for index, kind in enumerate(names.values()) if kind == "date"]
        with parquet.ParquetWriter(target, schema, compression="zstd") as writer:
            for group in _read_rows(source):
                for row in group:
                    for index in dates:
                        row[index] = row[index] and dt.date.fromisoformat(row[index])
                arrays = [
                    arrow.array(column, type_)
                    for column, type_ in zip(zip(*group, strict=True), schema.types, strict=True)
                ]
                writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


_ROWS = tuple(f"{table}.rows" for table in TABLES)
_CSVS = tuple(f"{table}.csv" for table in TABLES)

FORMATS: dict[str, Format] = {
    "jsonl": Format(("reports.jsonl",), ("reports.jsonl",), (b"",), _lines),
    "csv": Format(_CSVS, _CSVS, tuple(_csv_bytes([list(columns(t))]) for t in TABLES), _csv),
    "sqlite": Format(_ROWS, ("reports.sqlite",), (b"",) * 3, _json_rows, _build_sqlite),
    "parquet": Format(
        _ROWS, tuple(f"{table}.parquet" for table in TABLES), (b"",) * 3, _json_rows, _build_parquet
    ),
}
"""The formats by name."""


def sync(path: Path) -> None:
    """Have what was written to a file reach the disk."""
    with path.open("rb") as stream:
        os.fsync(stream.fileno())
