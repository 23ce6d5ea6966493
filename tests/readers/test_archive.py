"""Archives: read member by member, within limits, whatever their headers say."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.readers.build import docx, lying, paragraph, zipped
from vnreport.readers import (
    Archive,
    LimitError,
    Limits,
    UnreadableError,
    documents_of,
    open_archive,
    read_bytes,
    read_member,
)

SMALL = Limits(unpacked_size=3 << 20, members=10)


def test_members_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(zipped({"b/2.docx": docx(paragraph("Hai")), "a/1.txt": "Một", "a/ảnh.png": b"x"}))
    archive = open_archive(path)
    assert archive is not None
    assert documents_of(archive) == ["a/1.txt", "b/2.docx"]
    assert [read_member(archive, name).text for name in documents_of(archive)] == ["Một", "Hai\n"]


def test_a_word_file_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(docx(paragraph("Hai")))
    assert open_archive(path) is None


def test_a_bomb_is_refused() -> None:
    archive = Archive(zipped({"bomb.txt": b"\x00" * (40 << 20)}), Limits())
    with pytest.raises(LimitError, match="ZIP bomb"):
        archive.read("bomb.txt")


def test_sizes_that_lie_do_not_help_a_bomb() -> None:
    data = lying(zipped({"bomb.txt": b"\x00" * (40 << 20)}), 100)
    with pytest.raises(UnreadableError, match=r"ZIP bomb|damaged"):
        Archive(data, Limits()).read("bomb.txt")


def test_what_unpacks_is_limited_together() -> None:
    data = zipped({f"{i}.txt": bytes(range(256)) * 6000 for i in range(3)}, zipfile.ZIP_STORED)
    archive = Archive(data, SMALL)
    archive.read("0.txt")
    with pytest.raises(LimitError, match="unpacked_size"):
        [archive.read(name) for name in ("1.txt", "2.txt")]


def test_a_bomb_in_a_word_file_is_refused() -> None:
    with pytest.raises(LimitError, match="ZIP bomb"):
        read_bytes(docx(paragraph("a" * (40 << 20))))


def test_members_are_counted() -> None:
    data = zipped({f"{i}.txt": "x" for i in range(11)})
    with pytest.raises(LimitError, match="archive of 11 files"):
        Archive(data, SMALL)


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "..\\a.txt", "C:\\a.txt"])
def test_names_that_lead_out_are_refused(name: str) -> None:
    archive = Archive(zipped({name: "x"}), Limits())
    with pytest.raises(UnreadableError, match="leads out"):
        archive.read(archive.names()[0])


def test_encrypted_members_are_told() -> None:
    data = bytearray(zipped({"a.txt": "x"}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(UnreadableError, match="encrypted"):
        Archive(bytes(data), Limits()).read("a.txt")


def test_damage_is_told() -> None:
    data = zipped({"a.txt": bytes(range(256)) * 40})
    with pytest.raises(UnreadableError, match="damaged"):
        Archive(data[:100], Limits())
    middle = bytearray(data)
    middle[60:90] = b"\xff" * 30
    with pytest.raises(UnreadableError, match=r"damaged|not supported"):
        Archive(bytes(middle), Limits()).read("a.txt")


def test_an_archive_in_an_archive_is_refused() -> None:
    inner = zipped({"a.txt": "x"})
    archive = Archive(zipped({"inner.zip": inner}), Limits())
    with pytest.raises(UnreadableError, match="an archive of 1 files"):
        read_member(archive, "inner.zip")


def test_a_table_of_contents_beyond_measure_is_refused() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for i in range(5):
            info = zipfile.ZipInfo(f"{i}.txt")
            info.comment = b"x" * 60_000
            archive.writestr(info, "x")
    with pytest.raises(LimitError, match="beyond all measure"):
        Archive(stream.getvalue(), SMALL)
