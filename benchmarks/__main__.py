"""``python -m benchmarks``: run the benchmarks and print, save or write down the results."""

from __future__ import annotations

import argparse
import dataclasses
import importlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.tables import Table

AREAS: dict[str, tuple[str, ...]] = {
    "repair": ("reversible", "letters", "blanks", "typing_errors"),
    "instruments": ("instruments",),
    "values": ("values", "times"),
    "times": ("times",),
    "names": ("names",),
    "layout": ("layout",),
    "facts": ("facts",),
    "speed": ("speed",),
}
"""What each word on the command line runs: modules of this package with a ``run()``."""


def measure(area: str, **options: Any) -> list[Table]:
    """Run the modules of an area; an area whose module does not exist says so in a table."""
    tables: list[Table] = []
    for name in AREAS[area]:
        try:
            module = importlib.import_module(f"benchmarks.{name}")
        except ModuleNotFoundError as missing:
            if missing.name != f"benchmarks.{name}":
                raise
            print(f"benchmarks.{name} does not exist yet", file=sys.stderr)
            continue
        wanted = module.run.__kwdefaults__ or {}
        tables += module.run(**{k: v for k, v in options.items() if k in wanted})
    return tables


def print_tables(tables: Sequence[Table]) -> None:
    """Print tables to the terminal."""
    from rich.console import Console
    from rich.table import Table as Grid

    console = Console()
    for table in tables:
        grid = Grid(
            title=table.title, caption=table.note or None, title_justify="left", caption_justify="left"
        )
        for column in table.columns:
            grid.add_column(column, overflow="fold")
        for row in table.rows:
            grid.add_row(*(f"{cell:.4g}" if isinstance(cell, float) else str(cell) for cell in row))
        console.print(grid)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; give the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description="Measure vnreport and its peers."
    )
    parser.add_argument("area", nargs="?", default="all", choices=["all", *AREAS])
    parser.add_argument("--split", choices=["dev", "test", "all"], help="test by default; dev for --errors")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the tables as JSON")
    parser.add_argument(
        "--predictions", type=Path, metavar="FILE", help="score another system's JSON Lines (facts)"
    )
    parser.add_argument(
        "--errors", action="store_true", help="list what was missed and what was wrong (facts)"
    )
    parser.add_argument("--no-peers", action="store_true", help="leave the other systems out")
    given = parser.parse_args(arguments)
    # The test half is not to be looked at while rules are written, so errors are those of dev unless asked.
    split = given.split or ("dev" if given.errors else "test")
    options = {
        "split": split,
        "peers": not given.no_peers,
        "predictions": given.predictions,
        "errors": given.errors,
    }
    results = {
        area: measure(area, **options)
        for area in (AREAS if given.area == "all" else [given.area])
        if area != "times" or given.area == "times"
    }
    tables = [table for area in results.values() for table in area]
    print_tables(tables)
    if given.json:
        plain = {area: [dataclasses.asdict(t) for t in found] for area, found in results.items()}
        given.json.write_text(
            json.dumps(plain, ensure_ascii=False, indent=1, default=str) + "\n", encoding="utf-8"
        )
    if given.area == "all" and not given.predictions:
        from benchmarks.report_writer import write

        write(results)
    return 0


if __name__ == "__main__":
    sys.exit(main())
