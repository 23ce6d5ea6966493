"""The language as data: tables that the rules read, and the one loader for them.

Each table is a TSV file in this folder: UTF-8, a header row of column names, ``#`` opening a comment
line (its source is named there), empty cells for what a row does not have.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.abc import Traversable


@cache
def table(name: str) -> tuple[Mapping[str, str], ...]:
    """Give the rows of ``lexicon/{name}.tsv`` as read-only dictionaries, in file order.

    Raises:
        FileNotFoundError: if there is no such table.
        ValueError: if a row has more or fewer cells than the header.
    """
    header, *rows = _cells(name)
    return tuple([MappingProxyType(dict(zip(header, row, strict=False))) for row in rows])


def column(name: str, title: str) -> list[str]:
    """Give one column of ``lexicon/{name}.tsv``, in file order: what a long table costs least by.

    Raises:
        FileNotFoundError: if there is no such table.
        ValueError: if it has no such column, or a row has more or fewer cells than the header.
    """
    header, *rows = _cells(name)
    at = header.index(title)
    return [row[at] for row in rows]


def pairs(name: str) -> dict[str, str]:
    """Give ``lexicon/{name}.tsv``, a table of two columns, the second by the first.

    Raises:
        FileNotFoundError: if there is no such table.
        ValueError: if a row has not two cells, or a first cell comes again.
    """
    rows = _cells(name)[1:]
    found: dict[str, str] = dict(rows)
    if len(found) != len(rows):
        raise ValueError(f"lexicon/{name}.tsv: a first cell comes twice")
    return found


@cache
def _folder() -> Traversable:
    return files(__name__)


def _cells(name: str) -> list[list[str]]:
    # Decoded at once: a text file read line by line takes three times as long.
    content = (_folder() / f"{name}.tsv").read_bytes().decode("utf-8")
    rows = [line.split("\t") for line in content.splitlines() if line and line[0] != "#"]
    if len(set(map(len, rows))) > 1:
        odd = next(row for row in rows if len(row) != len(rows[0]))
        raise ValueError(f"lexicon/{name}.tsv: {len(odd)} cells instead of {len(rows[0])} in {odd!r}")
    return rows
