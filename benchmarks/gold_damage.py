"""Damage for gold documents: the broken states that reports are found in, applied to clean text.

Every damager is a pure function of its text, so the raw form of a gold document never changes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from hashlib import sha256

from benchmarks.damage import legacy, windows


def dropped(text: str) -> str:
    """Lose the letters U+1E00–U+1EFF, as a converter to an 8-bit font does (``huyện`` → ``huyn``)."""
    return re.sub("[\u1e00-\u1eff]", "", text)


def replaced(text: str) -> str:
    """Print a question mark for each letter beyond Latin-1 (``huyện`` → ``huy?n``)."""
    return re.sub("[\u0100-\u024f\u1e00-\u1eff]", "?", text)


def stripped(text: str) -> str:
    """Lose every diacritic (``huyện Đồ Sơn`` → ``huyen Do Son``)."""
    bare = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return bare.replace("đ", "d").replace("Đ", "D")


def mojibake(text: str) -> str:
    """Read the UTF-8 bytes as Windows-1252, undefined bytes as the controls of Latin-1."""
    return "".join(
        bytes([b]).decode("cp1252") if b not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(b)
        for b in text.encode()
    )


def nfd(text: str) -> str:
    """Decompose all letters, as files from a Mac are."""
    return unicodedata.normalize("NFD", text)


def glued(text: str) -> str:
    """Lose spaces behind commas and full stops and between some syllables, as page scrapers do."""

    def join(match: re.Match[str]) -> str:
        digest = sha256(text[max(0, match.start() - 8) : match.end() + 8].encode()).digest()[0]
        return match[0].rstrip(" ") if digest % (2 if match[0][0] in ",.;:" else 24) == 0 else match[0]

    return re.sub(r"[,.;:] (?=\D)|(?<=[^\W\d_]) (?=[^\W\d_])", join, text)


def hollow(text: str) -> str:
    """Put zero-width and no-break spaces where word processors leave them."""
    count = 0

    def put(match: re.Match[str]) -> str:
        nonlocal count
        count += 1
        return "\u00a0" if count % 3 else " \u200b"

    return re.sub(" ", put, text)


def tcvn3(text: str) -> str:
    """Write the text for a TCVN3 font and read it as Windows-1252, as files of the 2000s are found."""
    return windows(legacy(text, "tcvn3"))


def vni(text: str) -> str:
    """Write the text for a VNI font and read it as Windows-1252."""
    return windows(legacy(text, "vni"))


def split(text: str) -> str:
    """Put a space before some letters of U+1E00–U+1EFF, as text taken out of a PDF has (``huy ện``)."""

    def cut(match: re.Match[str]) -> str:
        digest = sha256(text[max(0, match.start() - 8) : match.end() + 8].encode()).digest()[0]
        return " " + match[0] if digest % 4 == 0 else match[0]

    return re.sub("(?<=[^\\W\\d_])[\u1e00-\u1eff]", cut, text)


DAMAGERS: dict[str, Callable[[str], str]] = {
    "dropped": dropped,
    "replaced": replaced,
    "stripped": stripped,
    "mojibake": mojibake,
    "nfd": nfd,
    "glued": glued,
    "invisible": hollow,
    "tcvn3": tcvn3,
    "vni": vni,
    "split": split,
}


def apply(text: str, order: str) -> str:
    """Damage a text as its header orders: ``dropped 3-7; nfd 9-9`` by line numbers from 1, or the whole.

    Raises:
        KeyError: if a damage has no damager.
    """
    lines = text.split("\n")
    for item in filter(None, (part.strip() for part in order.split(";"))):
        name, *bounds = re.split(r"[ -]", item)
        first, last = (int(bounds[0]), int(bounds[-1])) if bounds else (1, len(lines))
        for index in range(first - 1, min(last, len(lines))):
            lines[index] = DAMAGERS[name](lines[index])
    return "\n".join(lines)
