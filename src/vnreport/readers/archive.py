"""ZIP containers, read within limits: archives of reports, and the inside of a Word file."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from pathlib import Path
from typing import IO

from vnreport.readers.errors import LimitError, UnreadableError
from vnreport.readers.limits import Limits

_CHUNK = 1 << 16
_FREE = 1 << 20
_END = b"PK\x05\x06"
_TAIL = (1 << 16) + 22
_WIDE = 0xFFFFFFFF
_OUTSIDE = re.compile(r"(?:\A|/)\.\.(?:/|\Z)|\A/|\A[A-Za-z]:|\x00")


class Archive:
    """A ZIP file whose members are read within limits.

    Nothing is ever written to the disk: the names of members are labels only.
    """

    def __init__(self, source: bytes | Path, limits: Limits) -> None:
        """Read the table of contents.

        Args:
            source: the bytes of the archive, or its file, which stays open until :meth:`close`.
            limits: what is let in.

        Raises:
            UnreadableError: if it is damaged or beyond the limits.
            OSError: if the file cannot be opened.
        """
        self._limits = limits
        self._unpacked = 0
        self._file: IO[bytes] = io.BytesIO(source) if isinstance(source, bytes) else source.open("rb")
        try:
            self._read_directory()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    def _read_directory(self) -> None:
        limits = self._limits
        _check_directory(self._file, limits)
        try:
            self._zip = zipfile.ZipFile(self._file)
            self._infos = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, struct.error, NotImplementedError) as error:
            raise UnreadableError("is a damaged or cut-off ZIP file; fetch it again") from error
        limits.check("members", len(self._infos), f"is an archive of {len(self._infos):,} files")

    def names(self) -> list[str]:
        """Give the names of the members that are files, in sorted order."""
        return sorted(name for name, info in self._infos.items() if not info.is_dir())

    def read(self, name: str) -> bytes:
        """Unpack a member.

        Raises:
            UnreadableError: if there is none, its name leads out of the archive, it is encrypted or broken.
            LimitError: if it unpacks to more than is let in.
        """
        if _OUTSIDE.search(name.replace("\\", "/")):
            raise UnreadableError("has a name that leads out of its archive; it was not read")
        info = self._infos.get(name)
        if info is None:
            raise UnreadableError("is not in the archive")
        if info.flag_bits & 0x1:
            raise UnreadableError("is encrypted; take the password off first")
        try:
            with self._zip.open(info) as stream:
                return self._unpack(stream, info)
        except UnreadableError:
            raise
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error) as error:
            raise UnreadableError("is damaged or cut off; fetch it again") from error
        except (NotImplementedError, RuntimeError, ValueError) as error:
            raise UnreadableError(f"is packed in a way that is not supported ({error})") from error

    def _unpack(self, stream: IO[bytes], info: zipfile.ZipInfo) -> bytes:
        """Read to the end, counting what really comes: the sizes that a file states may lie."""
        allowed = max(_FREE, info.compress_size * self._limits.ratio)
        pieces, size = [], 0
        while piece := stream.read(_CHUNK):
            pieces.append(piece)
            size += len(piece)
            if size > allowed:
                raise LimitError(
                    f"unpacks to more than {self._limits.ratio} times its size, as a ZIP bomb would"
                    " (raise the limit with --limit ratio=…)"
                )
            self._limits.check(
                "unpacked_size", self._unpacked + size, "unpacks to more bytes than are let in"
            )
        self._unpacked += size
        return b"".join(pieces)

    def renew(self) -> None:
        """Count what is unpacked from zero again: each document of an archive has the limit to itself."""
        self._unpacked = 0


def _check_directory(file: IO[bytes], limits: Limits) -> None:
    """Refuse a table of contents that would take long to read, before it is read."""
    size = file.seek(0, io.SEEK_END)
    limits.check("file_size", size, "is a file of more bytes than are let in")
    file.seek(max(0, size - _TAIL))
    tail = file.read(_TAIL)
    end = tail.rfind(_END)
    if end < 0 or len(tail) < end + 22:
        raise UnreadableError("is a damaged or cut-off ZIP file; fetch it again")
    count, length = struct.unpack_from("<HI", tail, end + 10)
    # Archives with 64-bit tables hold their true numbers elsewhere; those of reports need none.
    if length == _WIDE or count == 0xFFFF:
        raise LimitError("is an archive of 65,535 files or more; split it")
    limits.check("members", count, f"is an archive of {count:,} files")
    if length > limits.members * 1024:
        raise LimitError("is an archive with a table of contents beyond all measure")
