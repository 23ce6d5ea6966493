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

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from vnreport.integrations.columns import COLUMNS, row, schema

if TYPE_CHECKING:
    from datasets import Features

__all__ = ["COLUMNS", "extract", "features"]


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
        A list for each of :data:`~vnreport.integrations.columns.COLUMNS`; what they hold:
        :func:`vnreport.integrations.columns.row`.

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
    rows = [row(read(text or "", repair=repair)) for text in batch[column]]
    return {prefix + name: [values[name] for values in rows] for name in COLUMNS}


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
    return Features({**(existing or {}), **Features.from_arrow_schema(schema(prefix))})
