"""Writes ``benchmarks/RESULTS.md``: all tables, with the versions and the machine they come from."""

from __future__ import annotations

import datetime as dt
import os
import platform
from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.tables import Table

FILE = Path(__file__).with_name("RESULTS.md")
_PACKAGES = (
    "vnreport",
    "pydantic",
    "regex",
    "ahocorasick-rs",
    "underthesea",
    "pyvi",
    "spacy",
    "viparse",
    "ftfy",
)


def write(results: Mapping[str, Sequence[Table]], file: Path = FILE) -> None:
    """Write the tables of each area under a heading of its own."""
    parts = ["# Results", "", "Written by `python -m benchmarks all`.", "", *_machine(), ""]
    for area, tables in results.items():
        if tables:
            parts += [f"## {area.capitalize()}", ""]
        for table in tables:
            parts += [f"### {table.title}", "", *_markdown(table), ""]
            if table.note:
                parts += [table.note, ""]
    file.write_text("\n".join(parts).rstrip() + "\n", encoding="utf-8")


def _machine() -> list[str]:
    day = dt.datetime.now(tz=dt.timezone.utc).date().isoformat()
    packages = ", ".join(f"{name} {found}" for name in _PACKAGES if (found := _version(name)))
    return [
        f"- Day: {day}",
        f"- Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        f"- {os.cpu_count()} cores",
        f"- {packages}",
    ]


def _version(name: str) -> str | None:
    if name == "vnreport":
        import vnreport

        return str(vnreport.__version__)
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _markdown(table: Table) -> list[str]:
    head = "| " + " | ".join(table.columns) + " |"
    rule = "|" + " --- |" * len(table.columns)
    return [head, rule, *("| " + " | ".join(_cell(cell) for cell in row) + " |" for row in table.rows)]


def _cell(cell: str | int | float) -> str:
    return f"{cell:.4g}" if isinstance(cell, float) else str(cell).replace("|", "\\|").replace("\n", " ")
