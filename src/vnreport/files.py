"""A file on the road: read, then extracted, the way back to its pages kept."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from vnreport.pipeline import extract
from vnreport.readers import Limits, SourceText, read
from vnreport.repair.types import Damage
from vnreport.report import Report
from vnreport.text import without_surrogates


def extract_file(
    path: Path | str,
    *,
    reference_date: dt.date | None = None,
    repair: bool = True,
    damage: Damage = "auto",
    limits: Limits | None = None,
    ocr: bool = False,
) -> Report:
    """Read a report from a file: text, HTML, DOCX, DOC, RTF, PDF, MHT or, with ``ocr``, a picture.

    Args:
        path: the file. Its content decides the format, not its name.
        reference_date: see :func:`vnreport.extract`.
        repair: see :func:`vnreport.extract`.
        damage: see :func:`vnreport.extract`.
        limits: what is let in; see :class:`vnreport.Limits`.
        ocr: whether to recognise the text of pictures and scanned pages.

    Returns:
        The report, its ``file`` set. ``report.locate(mention)`` leads to page, paragraph or cell.

    Raises:
        UnreadableError: if the file holds no document; the message goes on from its name.
        OSError: if it cannot be opened.
    """
    document = read(path, limits, ocr)
    return extract_document(document, str(path), reference_date=reference_date, repair=repair, damage=damage)


def extract_document(
    document: SourceText,
    name: str | None,
    *,
    reference_date: dt.date | None = None,
    repair: bool = True,
    damage: Damage = "auto",
) -> Report:
    """Read a report from what a reader gave.

    Args:
        document: the raw text and its map.
        name: the name of the file.
        reference_date: see :func:`vnreport.extract`.
        repair: see :func:`vnreport.extract`.
        damage: see :func:`vnreport.extract`.
    """
    report = extract(document.text, reference_date=reference_date, repair=repair, damage=damage)
    report.file = None if name is None else without_surrogates(name)
    report.source = document.source
    return report
