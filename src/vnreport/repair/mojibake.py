"""UTF-8 that was read in another encoding: cp1252, Latin-1, cp1258 or MacRoman, once or twice.

Every multi-byte character of UTF-8 has a fixed shape, a lead byte and its continuation bytes, so its image in
the wrong encoding has one too (``á»‘`` for ``ố``). A chunk is mended where all such images in it decode;
where a continuation byte was lost on the way (:mod:`vnreport.repair.lost_bytes`), the syllables decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from vnreport.repair.charts import cp1252
from vnreport.repair.types import Damage, Replacement

CODECS = ("cp1252", "cp1258", "mac_roman")
"""Encodings that UTF-8 is misread in; cp1252 stands for Latin-1 too."""

LETTERS = frozenset("àáâãèéêìíòóôõùúýăđĩũơưÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA))))
"""The letters of Vietnamese outside ASCII."""

_SIGNS = frozenset(
    "\u00a0\u00ad«»°²³·½±×§®©–—‘’“”†•…‰′″€™→−≤≥ðÐ\u200b\ufeff\ufffd\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
)
_TIMES = 3
_CHUNK = re.compile(r"[^ \t\n\r\f\v]+")
_ONLY_1258 = re.compile("[ĂăĐđƠơƯư₫\u0300-\u0323]")
_WEAK_SIGNS = frozenset("»«”’“‘…–—•·")
"""Continuation images that also stand behind a letter in clean text: closing quotes, dashes, dots."""


class Codec(NamedTuple):
    """How UTF-8 looks in one wrong encoding."""

    byte_of: dict[str, int]
    """The byte of every character that the encoding yields beyond ASCII."""
    whole: re.Pattern[str]
    """The image of one multi-byte character."""
    open: re.Pattern[str]
    """The image of a Vietnamese letter whose last byte is missing: a group of what is left of it."""


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
    if name != "mac_roman":
        byte_of.update((chr(byte), byte) for byte in range(0x80, 0x100) if chr(byte) not in byte_of)

    def images(low: int, high: int) -> str:
        return "[" + re.escape("".join(c for c, byte in byte_of.items() if low <= byte <= high)) + "]"

    cont = images(0x80, 0xBF)
    two, three, four = images(0xC2, 0xDF), images(0xE0, 0xEF), images(0xF0, 0xF4)
    whole = f"{two}{cont}|{three}{cont}{cont}|{four}{cont}{cont}{cont}"
    letter = f"{images(0xE1, 0xE1)}{images(0xBA, 0xBB)}|{images(0xC3, 0xC6)}"
    opened = f"{letter}|{images(0xE2, 0xE2)}{images(0x80, 0x80)}"
    return Codec(byte_of, re.compile(whole), re.compile(f"({opened})(?!{cont})[\ufffd?]?"))


def decode(codec: Codec, image: str) -> str:
    """Turn the image of one character back into it; what does not decode stays."""
    try:
        return bytes(codec.byte_of[c] for c in image).decode("utf-8")
    except UnicodeDecodeError:
        return image


@lru_cache(maxsize=65536)
def undone(chunk: str, name: str) -> str | None:
    """Undo the misreading of a chunk, as often as it takes; None where it does not work out.

    All that is not ASCII must come out as letters and signs of Vietnamese text, or as a misreading again.
    """
    codec = codec_of(name)
    text, best = chunk, None
    for _ in range(_TIMES):
        mended = codec.whole.sub(lambda m: decode(codec, m[0]), text)
        if mended == text:
            break
        text = mended
        if all(c < "\x80" or c in LETTERS or c in _SIGNS for c in text) or _still_misread(text, codec):
            best = text
    return best


def _still_misread(text: str, codec: Codec) -> bool:
    return all(c < "\x80" or c in codec.byte_of for c in text) and codec.open.search(text) is not None


def is_strong(chunk: str, codec: Codec) -> bool:
    """Tell whether a chunk holds an image that clean text could not: not just letters before quotes."""
    return any(not all(c in _WEAK_SIGNS for c in m[0][1:]) for m in codec.whole.finditer(chunk))


def find(text: str, damage: Damage) -> list[Replacement]:
    """Find the misread stretches of a text; for a named damage, weak evidence is enough."""
    best: list[Replacement] = []
    for name in CODECS:
        if name == "cp1258" and not _ONLY_1258.search(text):
            continue
        codec = codec_of(name)
        if codec.whole.search(text) or codec.open.search(text):
            found = list(_in_codec(text, name, damage == "mojibake"))
            if sum(r.end - r.start for r in found) > sum(r.end - r.start for r in best):
                best = found
    return best


class _Line(NamedTuple):
    """What was found in a line."""

    sure: list[Replacement]
    likely: list[Replacement]
    """What needs support: from the line itself or the one before."""
    support: int
    """2 or more is support."""


def _in_codec(text: str, name: str, forced: bool) -> Iterator[Replacement]:
    from vnreport.repair import lost_bytes

    gaps = lost_bytes.lost(text, name)
    trusted = False  # the line before was misread, so weak evidence will do
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        if not text[start:end].isascii():
            line = _in_line(text, start, end, name, gaps)
            trusted = forced or bool(line.sure) or line.support >= 2 or (trusted and line.support >= 0)
            yield from sorted(line.sure + line.likely) if trusted else line.sure
        start = end


def _in_line(text: str, start: int, end: int, name: str, gaps: frozenset[int]) -> _Line:
    from vnreport.repair import lost_bytes

    codec = codec_of(name)
    line = _Line([], [], 0)
    taken = start
    for match in _CHUNK.finditer(text, start, end):
        chunk = match[0]
        if chunk.isascii() or match.start() < taken:
            continue
        mended = undone(chunk, name)
        if mended is None or codec.open.search(mended):
            lossy = lost_bytes.restore(text, match.span(), end, name, gaps)
            if lossy is not None:
                taken = lossy.end
                line.likely.append(Replacement(match.start(), lossy.end, lossy.text, "mojibake", 0.9))
                line = line._replace(support=line.support + lossy.weight)
                continue
        if mended is None:
            line = line._replace(support=line.support - 2)
            continue
        fix = Replacement(*match.span(), mended, "mojibake", 0.99)
        (line.sure if is_strong(chunk, codec) else line.likely).append(fix)
    return line
