"""Plain text files in any encoding."""

from __future__ import annotations

import codecs

from vnreport.readers.errors import UnreadableError

_BOMS = (
    # The longer marks first: the UTF-16 one is a prefix of the UTF-32 one.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_OTHERS = (
    (b"\x89PNG", "is a picture; --ocr reads pictures"),
    (b"\xff\xd8\xff", "is a picture; --ocr reads pictures"),
    (b"\x1f\x8b", "is a gzip archive; unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive; unpack it first"),
    (b"Rar!", "is a RAR archive; unpack it first"),
)


def has_mark(data: bytes) -> bool:
    """Tell whether a byte order mark says the encoding."""
    return data.startswith(tuple(mark for mark, _ in _BOMS))


def decode(data: bytes) -> str:
    """Decode the bytes of a text file.

    Byte order marks are obeyed; else the bytes are UTF-8, a few broken ones replaced by U+FFFD, or
    UTF-16 without a mark, or a one-byte encoding. The last are given as Windows-1252 characters,
    the form in which repair knows the Vietnamese legacy encodings (TCVN3, VNI, VISCII, VPS).

    Raises:
        UnreadableError: if the bytes are empty or no text.
    """
    if not data.strip(b" \t\r\n\x0b\x0c\x00"):
        raise UnreadableError("is empty: there is nothing to read")
    for magic, what in _OTHERS:
        if data.startswith(magic):
            raise UnreadableError(what)
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _not_empty(data.decode(encoding, errors="replace"))
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = _decode_damaged(data)
    if text.count("\x00") * 100 > len(text):
        return _not_empty(_decode_wide(data))
    # VISCII keeps a few rare letters among the control codes; binary data has many of all of them.
    if sum(map(text.count, _CONTROLS)) * 50 > len(text):
        raise UnreadableError(
            "is not text (it is full of control codes); give a text file, for example UTF-8"
        )
    return text


_CONTROLS = [chr(code) for code in range(32) if chr(code) not in "\t\n\x0b\x0c\r"]


def _not_empty(text: str) -> str:
    if not text.strip("\ufeff\x00 \t\r\n"):
        raise UnreadableError("is empty: there is nothing to read")
    return text


def _decode_damaged(data: bytes) -> str:
    """Decode bytes that are not wholly UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    wide = sum(1 for c in text if c > "\x7f") - broken
    if wide > 4 * broken:
        return text
    # Bytes that Windows-1252 leaves open pass as C1 controls, so none is lost.
    return data.decode("cp1252", errors="surrogateescape").translate(_C1)


_C1 = {0xDC00 + byte: byte for byte in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}


def _decode_wide(data: bytes) -> str:
    """Decode UTF-16 without a mark, told by which of each two bytes is zero."""
    high, low = data[0::2].count(0), data[1::2].count(0)
    # Vietnamese in UTF-16 has many zero bytes on one side, and next to none on the other.
    if max(high, low) * 4 > len(data) // 2 and min(high, low) * 20 < max(high, low):
        return data.decode("utf-16-be" if high > low else "utf-16-le", errors="replace")
    raise UnreadableError("is not text (it has zero bytes); give a text file, for example UTF-8")
