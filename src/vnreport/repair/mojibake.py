"""UTF-8 that was read in another encoding: cp1252, Latin-1, cp1258 or MacRoman, once or twice.

Every multi-byte character of UTF-8 has a fixed shape, a lead byte and its continuation bytes, so its image in
the wrong encoding has one too (``á»‘`` for ``ố``). A chunk is mended where all such images in it decode;
where a continuation byte was lost on the way (:mod:`vnreport.repair.lost_bytes`), the syllables decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from vnreport.repair import lost_bytes
from vnreport.repair.choice import Option, choose
from vnreport.repair.look import Look
from vnreport.repair.types import Damage, Replacement
from vnreport.repair.utf8_images import CODECS, LETTERS, Codec, codec_of, decode

_SIGNS = frozenset(
    "\u00a0\u00ad«»°²³·½±×§®©–—‘’“”†•…‰′″€™→−≤≥ðÐ\u200b\ufeff\ufffd\u0300\u0301\u0302\u0303\u0306\u0309\u031b\u0323"
)
_TIMES = 3
_CHUNK = re.compile(r"[^ \t\n\r\f\v]+")
_ONLY_1258 = re.compile("[ĂăĐđƠơƯư₫\u0300-\u0323]")
_WEAK_SIGNS = frozenset("»«”’“‘…–—•·")
"""Continuation images that also stand behind a letter in clean text: closing quotes, dashes, dots."""


@lru_cache(maxsize=65536)
def undone(chunk: str, name: str) -> str | None:
    """Undo the misreading of a chunk, as often as it takes; None where it does not work out.

    All that is not ASCII must come out as letters and signs of Vietnamese text, or as a misreading again.
    """
    codec = codec_of(name)
    if any(c > "\x7f" and c not in codec.byte_of and c != "\ufffd" for c in chunk):
        return None
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
    return any(
        not all(c in _WEAK_SIGNS for c in m[0][1:]) and not _in_capitals(chunk, m)
        for m in codec.whole.finditer(chunk)
    )


def _in_capitals(chunk: str, image: re.Match[str]) -> bool:
    """Tell whether what looks like à misread ends a word in capitals before a no-break space: XÃ."""
    return image[0] == "Ã\xa0" and (chunk[: image.start()] + chunk[image.end() :]).isupper()


def find(seen: Look, damage: Damage) -> list[Replacement]:
    """Find the misread stretches of a text; for a named damage, weak evidence is enough."""
    best: list[Replacement] = []
    text, signs = seen.text, seen.unusual
    for name in CODECS:
        if damage != "mojibake" and signs.isdisjoint(codec_of(name).byte_of):
            continue
        if name == "cp1258" and not _ONLY_1258.search(text):
            continue
        found = list(_in_codec(text, signs, name, damage == "mojibake"))
        if sum(r.end - r.start for r in found) > sum(r.end - r.start for r in best):
            best = found
    return best


class _Piece(NamedTuple):
    """A chunk of a line with its readings."""

    start: int
    end: int
    options: tuple[Option, ...]
    sure: bool = False
    """Mended for what it is; the others that change need support from their line or the one before."""


def _in_codec(text: str, signs: frozenset[str], name: str, forced: bool) -> Iterator[Replacement]:
    gaps = lost_bytes.lost(signs, name)
    done = -1
    trusted = False  # the line before was misread, so weak evidence will do
    while hit := _next_image(text, max(done, 0), name, trusted or forced):
        start = max(text.rfind("\n", max(done, 0), hit.start()) + 1, done, 0)
        end = text.find("\n", hit.end()) + 1 or len(text)
        pieces, support = _in_line(text, start, end, name, gaps)
        sure = any(piece.sure for piece in pieces)
        trusted = forced or sure or support >= 2 or (trusted and start == done and support >= 0)
        if trusted:
            yield from _chosen(text, pieces)
        done = end


def _next_image(text: str, offset: int, name: str, weak: bool) -> re.Match[str] | None:
    """Search for the image of a character: by its unusual sign, which is quick, or any if weak ones count."""
    codec = codec_of(name)
    if weak and (hit := codec.any.search(text, offset, _line_end(text, offset))):
        return hit
    while sign := codec.unusual.search(text, offset):
        if hit := codec.any.search(text, max(offset, sign.start() - 2), sign.end() + 2):
            return hit
        offset = sign.end()
    return None


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    return len(text) if end < 0 else end


def _in_line(text: str, start: int, end: int, name: str, gaps: frozenset[int]) -> tuple[list[_Piece], int]:
    """Give the chunks of a line with their readings, and what supports those that are not sure."""
    codec = codec_of(name)
    pieces: list[_Piece] = []
    support = 0
    taken = start
    for match in _CHUNK.finditer(text, start, end):
        chunk, span = match[0], match.span()
        if match.start() < taken:
            continue
        if chunk.isascii():
            pieces.append(_Piece(*span, (Option(chunk, 0.0),)))
            continue
        mended = undone(chunk, name)
        if mended is None or codec.open.search(mended):
            restored = lost_bytes.restore(text, span, end, name, gaps)
            if restored is not None:
                taken = restored.end
                support += restored.weight
                pieces.append(_Piece(match.start(), restored.end, restored.options))
                continue
            capitals = lost_bytes.in_capitals(text, match.start(), end)
            if mended is not None and (options := lost_bytes.readings(mended, name, gaps, capitals)):
                # Misread twice, a byte lost the first time.
                pieces.append(_Piece(*span, options, is_strong(chunk, codec)))
                continue
        if mended is None:
            support -= 2
            pieces.append(_Piece(*span, (Option(chunk, 0.0),)))
        else:
            pieces.append(_Piece(*span, (Option(mended, 0.0),), is_strong(chunk, codec)))
    return pieces, support


def _chosen(text: str, pieces: list[_Piece]) -> Iterator[Replacement]:
    for piece, chosen in zip(pieces, choose([piece.options for piece in pieces]), strict=True):
        if chosen != text[piece.start : piece.end]:
            confidence = 0.99 if len(piece.options) == 1 else 0.9
            yield Replacement(piece.start, piece.end, chosen, "mojibake", confidence)
