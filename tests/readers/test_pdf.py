"""PDF: pages, scans, and files that are broken or too large."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest

from tests.readers.build import pdf
from tests.timing import is_quick
from vnreport.readers import LimitError, Limits, UnreadableError, read, read_bytes

pytest.importorskip("pypdfium2")
FILES = Path(__file__).parent / "files"


def test_pages_are_parts() -> None:
    document = read_bytes(pdf(["Phat 12 co so", "Cap 3 giay phep"]))
    assert document.text == "Phat 12 co so\nCap 3 giay phep\n"
    assert document.source is not None
    assert [(p.page, p.start, p.end) for p in document.source.parts] == [(1, 0, 13), (2, 14, 29)]


def test_a_scan_is_told() -> None:
    with pytest.raises(UnreadableError, match=r"is a scan.*--ocr"):
        read_bytes(pdf(["<image>", "<image>"]))


def test_scanned_pages_among_others_are_noted() -> None:
    source = read_bytes(pdf(["Mot", "<image>", "<image>", "Bon", "<image>"])).source
    assert source is not None
    assert source.notes == ["pages 2–3, 5 are pictures without text and were left out"]


def test_an_empty_pdf_is_told() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read_bytes(pdf([""]))


def test_ten_thousand_pages_are_refused_at_once() -> None:
    data = pdf(["x"] * 10_000)

    def refused() -> None:
        with pytest.raises(LimitError, match="10,000 pages"):
            read_bytes(data)

    assert is_quick(refused, 2)
    assert read_bytes(pdf(["x"] * 12), "", Limits(pages=12)).source is not None


def test_encryption_is_told() -> None:
    with pytest.raises(UnreadableError, match="encrypted"):
        read(FILES / "encrypted.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.7", b"%PDF-1.7\n" + b"x" * 5000, b"%PDF-1.4\n%%EOF"])
def test_damage_is_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read_bytes(data)


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed")
def test_recognition_reads_a_scan(tmp_path: Path) -> None:
    pytest.importorskip("pytesseract")
    import pypdfium2

    page = pypdfium2.PdfDocument(pdf(["Phat 12 co so"]))[0].render(scale=3).to_pil()
    stream = io.BytesIO()
    page.save(stream, "PDF")
    with pytest.raises(UnreadableError, match="scan"):
        read_bytes(stream.getvalue())
    document = read_bytes(stream.getvalue(), ocr=True)
    assert "12" in document.text
    assert document.source is not None
    assert document.source.notes == ["pages 1 were read by text recognition"]


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n....", b"\xff\xd8\xff\xe0...."])
def test_pictures_are_told(data: bytes) -> None:
    with pytest.raises(UnreadableError, match="picture"):
        read_bytes(data)
