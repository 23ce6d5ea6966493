"""What Unicode itself asks for: composition, spaces, invisible characters, full-width forms, look-alikes."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from vnreport.lexicon import table
from vnreport.repair.types import Damage, Replacement

_BREAK = re.compile("[\u2028\u2029]")
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_WIDE = "\uff01-\uff5e"
_SPACE = re.compile(f"[{_SPACES}]")
_HIDDEN = re.compile(f"[{_INVISIBLE}]+|(?<=[^\\W\\d_])[\u200c\u200d](?=[A-Za-z\u00c0-\u1ef9])")
_FULL = re.compile(f"[{_WIDE}]+")
_CJK = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MISPLACED = re.compile("[aeiouyAEIOUY\u00c0-\u1ef9][\u0300-\u0323]+")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_LATIN = "A-Za-z\u00c0-\u024f\u1e00-\u1eff"
_ETH = re.compile("[\u00d0\u00f0\u0189\u0256]")
_MIXED = re.compile("[^\\W\\d_]*[\u0370-\u052f][^\\W\\d_]*")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_ICELANDIC = frozenset("þÞæÆöÖ")


def find_invisible(text: str, damage: Damage) -> list[Replacement]:
    """Find other spaces than the usual one, invisible characters and full-width forms."""
    found = [Replacement(*m.span(), " ", "space", 1.0) for m in _SPACE.finditer(text)]
    found += [Replacement(*m.span(), "\n", "space", 1.0) for m in _BREAK.finditer(text)]
    found += [Replacement(*m.span(), "", "invisible", 1.0) for m in _HIDDEN.finditer(text)]
    for match in _FULL.finditer(text):
        around = text[max(0, match.start() - 2) : match.end() + 2]
        if not _CJK.search(around):
            plain = "".join(chr(ord(c) - 0xFEE0) for c in match[0])
            found.append(Replacement(*match.span(), plain, "fullwidth", 1.0))
    found.sort(key=lambda r: r.start)
    return found


def find_uncomposed(text: str, damage: Damage) -> list[Replacement]:
    """Find letters that are not in NFC."""
    if unicodedata.is_normalized("NFC", text) and not _MISPLACED.search(text):
        return []
    found = []
    for match in _segments(text):
        composed = unicodedata.normalize("NFC", match[0])
        if _MISPLACED.search(composed):
            composed = _MISPLACED.sub(_reordered, composed)
        if composed != match[0]:
            found.append(Replacement(*match.span(), composed, "nfc", 1.0))
    return found


def _reordered(match: re.Match[str]) -> str:
    """Put the circumflex, breve or horn before the tone, where NFC composes them."""
    spread = unicodedata.normalize("NFD", match[0])
    marks = sorted(spread[1:], key=lambda mark: mark in _TONES)
    return unicodedata.normalize("NFC", spread[0] + "".join(marks))


_SEGMENT = re.compile(r"[^ \t\n\r]+")


def _segments(text: str) -> Iterator[re.Match[str]]:
    for match in _SEGMENT.finditer(text):
        if not match[0].isascii():
            yield match


def find_look_alikes(text: str, damage: Damage) -> list[Replacement]:
    """Find letters that pass for others: eth for đ, Cyrillic and Greek ones in Latin words."""
    found = [
        Replacement(*m.span(), _D[m[0]], "lookalike", 0.99) for m in _ETH.finditer(text) if _is_d(text, m)
    ]
    for match in _MIXED.finditer(text):
        word = match[0]
        similar = _similar()
        foreign = [c for c in word if "\u0370" <= c <= "\u052f"]
        if len(foreign) < len(word) and all(c in similar for c in foreign) and _LATIN_LETTER.search(word):
            found += [
                Replacement(match.start() + i, match.start() + i + 1, similar[c], "lookalike", 0.95)
                for i, c in enumerate(word)
                if c in similar
            ]
    found.sort(key=lambda r: r.start)
    return found


_D = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"}


def _is_d(text: str, match: re.Match[str]) -> bool:
    """Tell whether an eth stands for đ: at the start of a word, or in a code, and not in an Icelandic one."""
    start, end = match.span()
    while start > 0 and match.start() - start < 20 and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and end - match.end() < 20 and text[end].isalpha():
        end += 1
    word = text[start:end]
    if any(c in _ICELANDIC for c in word):
        return False
    if match.start() == start or sum(c.isupper() for c in word) > 1:
        return True
    return any(c in "êôơưâăÊÔƠƯÂĂ" for c in text[match.start() - 1 : match.end() + 1])


@cache
def _similar() -> dict[str, str]:
    return {row["letter"]: row["latin"] for row in table("look_alikes")}
