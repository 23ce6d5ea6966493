"""What UTF-8 looks like when it is read in another encoding: the images of its characters."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnreport.patterns import lazy
from vnreport.repair.charts import cp1252

CODECS = (
    "cp1252", "cp1258", "mac_roman", "cp437", "cp850",
    "cp1250", "cp1251", "cp1253", "cp1257", "cp874", "iso8859_15", "cp866",
)  # fmt: skip
"""Encodings that UTF-8 is misread in; cp1252 stands for Latin-1 and cp1254 too, cp437 and cp850 are those of
consoles, and the second line is of machines in Central Europe, Russia, Greece, the Baltic and Thailand."""

LETTERS = frozenset("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA))))
"""The letters of Vietnamese outside ASCII."""

USUAL = frozenset("\t\n\r" + "".join(map(chr, range(0x20, 0x7F)))) | LETTERS | frozenset("“”‘’–—…•")
"""The characters of clean Vietnamese text."""


class Codec(NamedTuple):
    """How UTF-8 looks in one wrong encoding."""

    byte_of: dict[str, int]
    """The byte of every character that the encoding yields beyond ASCII."""
    whole: re.Pattern[str]
    """The image of one multi-byte character."""
    open: re.Pattern[str]
    """The image of a Vietnamese letter whose last byte is missing: a group of what is left of it."""
    any: re.Pattern[str]
    """Either of them."""
    unusual: re.Pattern[str]
    """A character of the encoding that clean Vietnamese text does not hold; every clear image has one."""


def _read(codec: str, byte: int) -> str:
    if codec == "cp1252":
        return cp1252(byte)
    try:
        return bytes([byte]).decode(codec)
    except UnicodeDecodeError:
        return chr(byte)


@cache
def codec_of(name: str) -> Codec:
    """Give the images of UTF-8 in one of :data:`CODECS`."""
    byte_of = {_read(name, byte): byte for byte in range(0x80, 0x100)}
    if name in ("cp1252", "cp1258"):
        byte_of.update((chr(byte), byte) for byte in range(0x80, 0x100) if chr(byte) not in byte_of)

    def images(low: int, high: int) -> str:
        return "[" + re.escape("".join(c for c, byte in byte_of.items() if low <= byte <= high)) + "]"

    cont = images(0x80, 0xBF)
    two, three, four = images(0xC2, 0xDF), images(0xE0, 0xEF), images(0xF0, 0xF4)
    whole = f"{two}{cont}|{three}{cont}{cont}|{four}{cont}{cont}{cont}"
    letter = f"{images(0xE1, 0xE1)}{images(0xBA, 0xBB)}|{images(0xC3, 0xC6)}"
    opened = f"{letter}|{images(0xE2, 0xE2)}{images(0x80, 0x80)}"
    unusual = "[" + re.escape("".join(c for c in byte_of if c not in USUAL)) + "]"
    opened = f"({opened})(?!{cont})[\ufffd?]?"
    return Codec(byte_of, lazy(whole), lazy(opened), lazy(f"{whole}|{opened}"), lazy(unusual))


def decode(codec: Codec, image: str) -> str:
    """Turn the image of one character back into it; what does not decode stays."""
    try:
        return bytes(codec.byte_of[c] for c in image).decode("utf-8")
    except UnicodeDecodeError:
        return image
