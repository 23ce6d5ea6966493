"""The legacy Vietnamese encodings: what their bytes, read as cp1252 or Latin-1, stand for.

The charts themselves are in ``lexicon/legacy_charts.tsv`` (TCVN 5712:1993, RFC 1456, VNI Windows, VPS);
cp1258 is the one that Python knows.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache

from vnreport.lexicon import table
from vnreport.patterns import lazy

NAMES = ("tcvn3", "vni", "viscii", "vps", "cp1258")
"""The eight-bit encodings, the commoner first."""

_PUNCTUATION = (0x85, *range(0x91, 0x98))
"""Bytes of cp1252 for the ellipsis, curly quotes, bullet and dashes, which TCVN3 and VNI text uses too."""


def cp1252(byte: int) -> str:
    """Give the character of a byte as Windows reads it; undefined bytes are C1 controls."""
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


@cache
def bytes_of() -> dict[str, int]:
    """Give the byte of every non-ASCII character that reading as cp1252 or Latin-1 yields."""
    return {c: byte for byte in range(0x80, 0x100) for c in (chr(byte), cp1252(byte))}


def _images(byte: int) -> set[str]:
    return {chr(byte), cp1252(byte)}


@cache
def _single(name: str) -> dict[int, str]:
    """Give the translation table of a chart with one byte a letter."""
    # Punctuation that was read as Latin-1 is mended on the way, where the chart has no letters there.
    result = {byte: cp1252(byte) for byte in _PUNCTUATION} if name == "tcvn3" else {}
    for row in table("legacy_charts"):
        if not row[name]:
            continue
        byte = int(row[name], 16)
        if name == "tcvn3" and byte < 0xA0:
            continue  # VN1's capitals: the ABC fonts of VN3 do not have them
        result.update((ord(image), row["letter"]) for image in _images(byte))
    return result


@cache
def _vni() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs: dict[str, str] = {}
    for row in table("legacy_charts"):
        codes = [int(code, 16) for code in row["vni"].split()]
        # A mark stands in either case behind its letter; the letter has the case.
        marks = [codes[-1]] if len(codes) == 1 else [codes[-1], codes[-1] ^ 0x20]
        for mark in marks:
            pairs["".join(map(cp1252, [*codes[:-1], mark]))] = row["letter"]
    bases = "".join({key[0] for key in pairs if len(key) == 2})
    seconds = "".join({key[1] for key in pairs if len(key) == 2})
    singles = "".join(key for key in pairs if len(key) == 1)
    return re.compile(f"[{bases}][{seconds}]|[{singles}]"), pairs


def _decode_vni(text: str) -> str:
    pattern, pairs = _vni()
    mended = pattern.sub(lambda match: pairs.get(match[0], match[0]), text)
    return mended.translate({byte: cp1252(byte) for byte in _PUNCTUATION})


def _decode_cp1258(text: str) -> str:
    known = bytes_of()
    raw = bytes(known[c] if c in known else ord(c) if c < "\x80" else 0x81 for c in text)
    return unicodedata.normalize("NFC", raw.decode("cp1258", "replace"))


_VISCII_O_TILDE = lazy("(?<=[A-ZĐ])\u00a0(?![A-Za-z0-9(])")


def _decode_viscii(text: str) -> str:
    # Õ has the byte of the no-break space: a letter only behind a capital.
    return _VISCII_O_TILDE.sub("Õ", text.translate(_viscii()))


@cache
def _viscii() -> dict[int, str]:
    return {code: letter for code, letter in _single("viscii").items() if code != 0xA0}


@cache
def decoder(name: str) -> Callable[[str], str]:
    """Give the function that turns text of one of :data:`NAMES`, misread as cp1252, into Vietnamese."""
    if name == "vni":
        return _decode_vni
    if name == "cp1258":
        return _decode_cp1258
    if name == "viscii":
        return _decode_viscii
    translation = _single(name)
    return lambda text: text.translate(translation)
