"""Ray Data: reports read on all machines of a cluster, from Parquet to Parquet.

    >>> import ray
    >>> from vnreport.integrations.ray import Extractor
    >>> pages = ray.data.read_parquet("pages/")  # doctest: +SKIP
    >>> done = pages.map_batches(
    ...     Extractor,
    ...     fn_constructor_kwargs={"column": "text"},
    ...     batch_format="pyarrow",
    ...     batch_size=64,
    ...     compute=ray.data.ActorPoolStrategy(size=2),
    ... )  # doctest: +SKIP
    >>> done.write_parquet("facts/")  # doctest: +SKIP

Each actor loads the tables and the language model once. Leave CPUs for reading and writing: where actors hold
all of them, Ray Data waits for ever. How to run it over many pages: ``docs/clusters.md``.
The module itself needs ``pyarrow`` only, which Ray Data brings.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from vnreport.integrations.columns import COLUMNS, row, schema

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["COLUMNS", "ERROR", "Extractor", "explode"]

ERROR = "error"
"""The column that says why a page could not be read; null where it was."""

_EMPTY: dict[str, Any] = dict.fromkeys(COLUMNS)


class Extractor:
    """Reads batches of reports; give the class itself to ``map_batches`` with ``batch_format="pyarrow"``.

    Args:
        column: the column of raw texts; a missing text (null) counts as empty.
        repair: False takes the texts as they are.
        prefix: what the names of the new columns begin with.
        reference_date: see :func:`vnreport.extract`.
        characters: a longer text is not read, so that no page takes a worker's memory or time.
    """

    def __init__(
        self,
        *,
        column: str = "text",
        repair: bool = True,
        prefix: str = "",
        reference_date: dt.date | None = None,
        characters: int = 1_000_000,
    ) -> None:
        from vnreport.pipeline import extract

        self._column = column
        self._prefix = prefix
        self._characters = characters
        self._extract = partial(extract, repair=repair, reference_date=reference_date)
        self._schema = schema(prefix)
        # Tables and model are loaded here, once, and not while the first batch waits.
        extract("Thuc hien Quyet dinh so 846/QD-TTg", damage="stripped")

    def __call__(self, batch: pa.Table) -> pa.Table:
        """Read a batch.

        Args:
            batch: some rows with the column of texts.

        Returns:
            The same rows with the columns of :data:`~vnreport.integrations.columns.COLUMNS` (what they
            hold: :func:`vnreport.integrations.columns.row`) and :data:`ERROR`. Where a page cannot be
            read, the new columns are null and :data:`ERROR` says why: one bad page stops no run.

        Raises:
            KeyError: if there is no such column.
            ValueError: if a new column would take the place of one that is there.
        """
        import pyarrow as pa

        error = self._prefix + ERROR
        if self._column not in batch.column_names:
            raise KeyError(f"there is no column {self._column!r}; name it with column=…")
        taken = sorted({*self._schema.names, error} & set(batch.column_names))
        if taken:
            raise ValueError(f"columns {taken} are there already; give prefix=…")
        rows, errors = [], []
        for text in batch[self._column].to_pylist():
            values, problem = self._read(text)
            rows.append(values)
            errors.append(problem)
        for field, name in zip(self._schema, COLUMNS, strict=True):
            values = pa.array([values[name] for values in rows], field.type)
            batch = batch.append_column(field, values)
        return batch.append_column(error, pa.array(errors, pa.string()))

    def _read(self, text: Any) -> tuple[dict[str, Any], str | None]:
        text = "" if text is None else text
        if isinstance(text, str) and len(text) > self._characters:
            return _EMPTY, f"has {len(text):,} characters; the limit is {self._characters:,}"
        try:
            return row(self._extract(text)), None
        except Exception as problem:  # one page must never stop the others
            return _EMPTY, f"{type(problem).__name__}: {problem}"


def explode(batch: pa.Table, column: str = "measurements", keep: Sequence[str] = ()) -> pa.Table:
    """Give facts or mentions as rows of their own: ``done.map_batches(explode, batch_format="pyarrow")``.

    Args:
        batch: some rows that :class:`Extractor` gave.
        column: the column to take apart: ``mentions``, ``measurements``, ``citations``, ``roles`` or
            ``repairs``, with its prefix.
        keep: the columns that say which page an item is from, such as ``["url"]``. Give both as
            ``fn_kwargs={"column": "mentions", "keep": ["url"]}``.

    Returns:
        A row for each item, with a column for each of its fields, behind the columns kept.

    Raises:
        ValueError: if a column kept has the name of a field.
    """
    import pyarrow as pa
    import pyarrow.compute as pc

    lists = batch[column].combine_chunks()
    items = pc.list_flatten(lists)
    names = [field.name for field in items.type]
    if taken := sorted(set(names) & set(keep)):
        raise ValueError(f"the items have fields {taken}, too; rename these columns before")
    kept = batch.select(list(keep)).take(pc.list_parent_indices(lists))
    return pa.table([*kept.columns, *items.flatten()], names=[*keep, *names])
