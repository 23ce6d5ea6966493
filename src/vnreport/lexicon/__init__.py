"""The language as data: tables that the rules read, and the one loader for them.

Each table is a TSV file in this folder: UTF-8, a header row of column names, ``#`` opening a comment
line (its source is named there), empty cells for what a row does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Give the rows of ``lexicon/{name}.tsv`` as read-only dictionaries, in file order.

    Raises:
        FileNotFoundError: if there is no such table.
        ValueError: if a row has more or fewer cells than the header.
    """
    content = (files(__name__) / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in content.splitlines() if line and not line.startswith("#")]
    header = lines[0].split("\t")
    rows = []
    for line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(header):
            raise ValueError(f"lexicon/{name}.tsv: {len(cells)} cells instead of {len(header)} in {line!r}")
        rows.append(MappingProxyType(dict(zip(header, cells, strict=True))))
    return tuple(rows)
