"""Readers: files into raw text, each with the map that leads back to page, paragraph and cell.

Text, HTML, DOCX, RTF, MHT and ZIP are read without further libraries; old DOC and PDF need the extras
``doc`` and ``pdf``, text recognition ``ocr``. The content of a file decides what it is, not its name.
"""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from vnreport.readers.archive import Archive
from vnreport.readers.builder import SourceText
from vnreport.readers.errors import LimitError, MissingExtraError, UnreadableError
from vnreport.readers.limits import Limits, parse_limits
from vnreport.readers.sniff import PICTURES, SUFFIXES, sniff
from vnreport.readers.text import decode

__all__ = [
    "PICTURES",
    "SUFFIXES",
    "Archive",
    "LimitError",
    "Limits",
    "MissingExtraError",
    "SourceText",
    "UnreadableError",
    "decode",
    "documents_of",
    "load",
    "open_archive",
    "parse_limits",
    "read",
    "read_bytes",
    "read_member",
    "sniff",
]


def load(path: Path, limits: Limits | None = None) -> bytes:
    """Give the bytes of a file.

    Raises:
        LimitError: if it is too large.
        OSError: if it cannot be opened.
    """
    limits = limits or Limits()
    with path.open("rb") as stream:
        data = stream.read(limits.file_size + 1)
    limits.check("file_size", len(data), "is a file of more bytes than are let in")
    return data


def read(path: Path | str, limits: Limits | None = None, ocr: bool = False) -> SourceText:
    """Read a file.

    Args:
        path: its name.
        limits: what is let in; the defaults of :class:`Limits` if None.
        ocr: whether to recognise the text of pictures and of scanned pages.

    Raises:
        UnreadableError: if it holds no document; the message goes on from the file's name.
        OSError: if it cannot be opened.
    """
    limits = limits or Limits()
    return read_bytes(load(Path(path), limits), str(path), limits, ocr)


def read_bytes(data: bytes, name: str = "", limits: Limits | None = None, ocr: bool = False) -> SourceText:
    """Read a document from its bytes; see :func:`read`.

    Args:
        data: the bytes.
        name: the name of the file; its suffix is asked where the bytes leave a doubt.
        limits: what is let in.
        ocr: whether to recognise the text of pictures.
    """
    limits = limits or Limits()
    try:
        return _read(data, name, limits, ocr)
    except RecursionError as error:
        raise UnreadableError("is nested deeper than any report") from error
    except MemoryError as error:
        raise LimitError("takes more memory than there is") from error


def _read(data: bytes, name: str, limits: Limits, ocr: bool) -> SourceText:
    kind = sniff(data, name)
    if kind == "text":
        text = decode(data)
        limits.check("characters", len(text), f"has a text of {len(text):,} characters")
        return SourceText(text)
    if kind == "zip":
        return _read_container(Archive(data, limits), limits)
    if kind == "html":
        from vnreport.readers.html import read_html

        return read_html(data, limits)
    if kind == "doc":
        from vnreport.readers.doc import read_doc

        return read_doc(data, limits)
    if kind == "rtf":
        from vnreport.readers.rtf import read_rtf

        return read_rtf(data, limits)
    if kind == "mht":
        from vnreport.readers.mht import read_mht

        return read_mht(data, limits)
    if kind == "pdf":
        from vnreport.readers.pdf import read_pdf

        return read_pdf(data, limits, ocr)
    from vnreport.readers.ocr import read_picture

    return read_picture(data, limits, ocr)


_OFFICE = (
    ("xl/workbook.xml", "an Excel file"),
    ("ppt/presentation.xml", "a PowerPoint file"),
    ("content.xml", "an OpenDocument file"),
)


def _read_container(archive: Archive, limits: Limits) -> SourceText:
    names = archive.names()
    if "[Content_Types].xml" in names and any(name.startswith("word/") for name in names):
        from vnreport.readers.docx import read_docx

        return read_docx(archive, limits)
    for name, what in _OFFICE:
        if name in names:
            raise UnreadableError(f"is {what}; give the report itself, as text, Word or PDF")
    raise UnreadableError(f"is an archive of {len(names)} files, not one document")


def open_archive(path: Path, limits: Limits | None = None) -> Archive | None:
    """Open an archive of documents.

    Returns:
        The archive, or None if the file is something else (a Word file, which is a ZIP too).

    Raises:
        UnreadableError: if it is damaged or beyond the limits.
        OSError: if it cannot be opened.
    """
    with path.open("rb") as stream:
        if sniff(stream.read(64)) != "zip":
            return None
    archive = Archive(path, limits or Limits())
    names = set(archive.names())
    if "[Content_Types].xml" in names or names.intersection(name for name, _ in _OFFICE):
        archive.close()
        return None
    return archive


def documents_of(archive: Archive, ocr: bool = False) -> list[str]:
    """Give the names of the members that are documents by their suffix, in sorted order."""
    wanted = SUFFIXES | PICTURES if ocr else SUFFIXES
    return [name for name in archive.names() if PurePosixPath(name).suffix.lower() in wanted]


def read_member(archive: Archive, name: str, limits: Limits | None = None, ocr: bool = False) -> SourceText:
    """Read a document of an archive; see :func:`read_bytes`. An archive inside an archive is refused."""
    limits = limits or Limits()
    archive.renew()
    data = archive.read(name)
    limits.check("file_size", len(data), "is a file of more bytes than are let in")
    return read_bytes(data, name, limits, ocr)
