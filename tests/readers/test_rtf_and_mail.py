"""RTF, old Word, saved pages and mails, plain text: code pages and containers."""

from __future__ import annotations

import contextlib
import random
from pathlib import Path

import pytest

import vnreport
from vnreport.readers import Limits, UnreadableError, parse_limits, read_bytes, sniff

FILES = Path(__file__).parent / "files"
HEAD = r"{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}{\f1\fcharset163 Arial;}{\f2 .VnTime;}{\f3 .VnTimeH;}}"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"M\u7897?t\par Hai}", ["Một", "Hai"]),
        (r"M\uc2\u7897??t \uc0\u7897 x}", ["Một ộx"]),
        (r"\f1 B\'e2\'d2n}", ["B\u00e2\u0309n"]),
        (r"\f2 gi\'cay ph\'d0p \f0 ok}", ["giấy phép ok"]),
        (r"\f3 gi\'cay ph\'d0p}", ["GIẤY PHÉP"]),
        (r"\f2 t\'adíc\par t\-\'edc}", None),
        (r"{\*\generator x;}{\info{\title y}}{\pict ffff}C\'f3\line hai}", ["Có", "hai"]),
        (r"{\field{\*\fldinst HYPERLINK x}{\fldrslt tên}}}", None),
        (r"{\v hidden}shown\emdash\~a\_b}", ["shown—\xa0a-b"]),
        (r"{\listtext 1.\tab}M\'f4t}", ["1. Môt"]),
        (r"{\listtext\'b7\tab}M\'f4t}", ["- Môt"]),
        (
            r"\trowd\pard\intbl 1\cell hai\cell\row\trowd\intbl 2\cell ba\cell\row\pard x}",
            ["1 | hai", "2 | ba", "x"],
        ),
        (r"\trowd\pard\intbl A\par B\cell C\cell\row}", ["A", "B", "C"]),
        (r"\bin4 ab}cC\'f3}", ["Có"]),
        (r"\{a\\b\}}", [r"{a\b}"]),
        (r"\u-10179?\u-8704?}", ["\U0001f600"]),
    ],
)
def test_rtf(body: str, expected: list[str] | None) -> None:
    document = read_bytes((HEAD + body).encode("latin-1", "replace"))
    if expected is not None:
        assert document.text.splitlines() == expected
    else:
        assert document.text


def test_rtf_that_nests_beyond_measure_is_refused() -> None:
    with pytest.raises(UnreadableError, match="nested"):
        read_bytes(b"{\\rtf1" + b"{" * 100_000)


def test_rtf_without_end_is_read() -> None:
    assert read_bytes(b"{\\rtf1 abc").text == "abc\n"


MHT = (
    "From: <Saved>\r\nSubject: x\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; boundary="b"\r\n\r\n'
    "--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    "<p>T=E1=BB=95 ch=E1=BB=A9c</p><table><tr><td>1<td>2</table>\r\n"
    "--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--b--\r\n"
)


def test_saved_pages() -> None:
    document = read_bytes(MHT.encode(), "a.mht")
    assert document.text.splitlines() == ["Tổ chức", "1 | 2"]
    assert document.source is not None
    assert document.source.format == "mht"


def test_mails_without_a_page() -> None:
    mail = "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\nTổ chức\n02 lớp\n\nHết\n"
    document = read_bytes(mail.encode())
    assert document.text.splitlines() == ["Tổ chức", "02 lớp", "Hết"]


def test_mails_of_too_many_parts_are_refused() -> None:
    part = "--b\nContent-Type: text/plain\n\nx\n"
    mail = 'MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary="b"\n\n' + part * 3000
    with pytest.raises(UnreadableError, match="parts"):
        read_bytes(mail.encode())


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"Mot hai", "a.pdf", "text"),
        (b"Content of %PDF-1.4 files", "a.txt", "text"),
        (b"  \r\n{\\rtf1", "a.doc", "rtf"),
        (b"<html><body>x", "a.doc", "html"),
        ("\ufeff<!DOCTYPE html><p>x".encode("utf-16"), "a.txt", "html"),
        (b"Kinh gui: ban\nNoi dung: x", "a.txt", "text"),
        (b"menu <a>x</a>", "a.html", "html"),
        (b"a < b", "a.txt", "text"),
        (b"II*\x00", "a", "picture"),
    ],
)
def test_the_content_says_what_it_is(data: bytes, name: str, expected: str) -> None:
    assert sniff(data, name) == expected


def test_old_word_files_that_are_none_or_encrypted_are_told() -> None:
    pytest.importorskip("olefile")
    data = (FILES / "report.doc").read_bytes()
    renamed = data.replace("WordDocument".encode("utf-16-le"), "OtherContent".encode("utf-16-le"))
    with pytest.raises(UnreadableError, match="no Word file"):
        read_bytes(renamed)
    encrypted = bytearray(data)
    place = encrypted.index(b"\xec\xa5")
    encrypted[place + 0x0B] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        read_bytes(bytes(encrypted))


@pytest.mark.parametrize("name", ["report.doc", "report.docx", "report.rtf", "report.html", "report.pdf"])
def test_flipped_bytes_raise_nothing_else(name: str) -> None:
    if name.endswith("doc"):
        pytest.importorskip("olefile")
    if name.endswith("pdf"):
        pytest.importorskip("pypdfium2")
    data = (FILES / name).read_bytes()
    chance = random.Random(7)
    for _ in range(60):
        broken = bytearray(data)
        for _ in range(chance.choice([1, 8, 64])):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        with contextlib.suppress(UnreadableError):
            assert read_bytes(bytes(broken), name).text


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_plain_text(codec: str) -> None:
    assert read_bytes("Tổ chức 02 lớp.".encode(codec)).text == "Tổ chức 02 lớp."


@pytest.mark.parametrize("chart", ["tcvn3", "vni", "viscii", "cp1258"])
def test_legacy_bytes_are_left_to_repair(chart: str) -> None:
    from benchmarks.damage import legacy

    text = "Tổ chức các lớp tập huấn nghiệp vụ cho cán bộ trong toàn tỉnh, đạt kết quả tốt."
    assert vnreport.extract(read_bytes(legacy(text, chart)).text).text == text


def test_limits_are_parsed() -> None:
    assert parse_limits(["pages=5", "seconds=1.5", "memory=1_000"]) == Limits(
        pages=5, seconds=1.5, memory=1000
    )
    for wrong in ("nothing=1", "pages=x", "pages=0", "pages"):
        with pytest.raises(ValueError, match="limit"):
            parse_limits([wrong])
    assert vnreport.Limits is Limits
