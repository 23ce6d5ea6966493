"""How letters are lost: the kinds, and what each leaves of a text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Literal, get_args

from vnreport.patterns import lazy

Kind = Literal[
    "stripped",
    "additional",
    "horned",
    "barred",
    "extended",
    "ascii",
    "low_byte",
    "low_ascii",
    "marked_additional",
    "marked_extended",
    "marked_ascii",
    "marked_low",
    "marked_fitted",
    "toneless",
    "soft",
    "hat_to_horn",
    "merged",
]
"""How letters were lost: all marks taken off; the letters of U+1E00–1EFF, those above U+00FF or all
beyond ASCII dropped; the last with low bytes left behind; or each such letter replaced by a mark.
``low_byte`` is what reading the text of a Word 97 file byte by byte leaves; ``low_ascii`` is the same
without its control characters, which storing it as XML or JSON takes (``l)nh vc``, ``nm 2014``); in
``marked_low`` each byte beyond ASCII became a mark (``l?nh v?c``, but ``Cn c?``: ă and đ left none).
``horned`` and ``barred`` are what PDF files leave whose second font has no table of characters: ơ, ư and
U+1E00–1EFF are gone, or all above U+00FF but the small đ.
``marked_fitted`` is what Windows makes of Vietnamese text in code page 1252: ``?`` for what the page lacks,
but the "best fit" for six letters (``Ngu?i dân dô th?``), as databases without Unicode columns show it.
``toneless`` is decomposed text whose tones were lost, or set apart, by what read it from a PDF file (``thiêt
hai``); ``soft`` is TCVN3 text that lost its soft hyphens, each an ư, before it was converted (``nhà nớc``);
``hat_to_horn`` is what converters of PDF files make of fonts that draw ô with a horn (``thơng qua``), and
``merged`` what those make that besides take two vowels for the two bytes of a VNI letter: ``hồn thành`` of
``hoàn``, ``phịng`` of ``phòng``, ``ngun nhân`` of ``nguyên``, ``q trình`` of ``quá``."""

_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Trust = Literal["all", "near", "short", "shared", "evidence"]
"""Which of the decoder's changes to make: all; those with much evidence; with less where the text is damaged
so elsewhere (``shared``); those that are much likelier, without other evidence (``short``); or, where it
is so all over, those that make it likelier and are in no foreign sentence (``near``)."""

OF_NAMES: tuple[Kind, ...] = tuple(
    kind
    for kind in get_args(Kind)
    if kind not in ("low_byte", "low_ascii", "marked_low", "toneless", "soft", "hat_to_horn", "merged")
)
"""What names may have suffered that are to be known by their remains: low bytes are no part of a word, and
what loses its tones, or one letter, leaves other names (``Ba Lan`` of ``Bà Lan``)."""

PLACEHOLDER = "?"
"""What stands for every placeholder (``?``, ``_``, U+FFFD, a box) in the observed word."""

BOX_CHARACTERS = "\ufffd\u25a1\u25a0\u25af\u25fb\uf000-\uf0ff"
"""Inside of a character class: what programs write for a letter they do not know."""
BOXES = lazy(f"[{BOX_CHARACTERS}]")
IN_WORD = lazy(rf"[?_{BOX_CHARACTERS}](?=[^\W\d_])|(?<=[^\W\d_])[{BOX_CHARACTERS}]")
"""A placeholder that a letter touches; a question mark behind a word is none."""

# The low byte of U+01xx letters that is itself below U+0080 (Ă ă Đ đ Ĩ ĩ Ũ ũ); the others leave nothing.
_LOW_BYTES = {ord(c): chr(ord(c) & 0xFF) for c in "ĂăĐđĨĩŨũ"}
_PRINTED_LOW = {c: low if low.isprintable() else "" for c, low in _LOW_BYTES.items()}

# Microsoft's best-fit table of code page 1252 (bestfit1252.txt, unicode.org). Đ becomes eth, which an earlier
# pass reads as Đ.
_BEST_FIT = {ord(c): fit for c, fit in zip("ĂăĐđĨĩŨũƠơƯư", "AaĐdIiUuOoUu", strict=True)}


# VNI writes ồ as oà, ố as oá, ỗ as oã; ị, ĩ, ơ have the codes of ò, ó, ô. Other pairs are lost whole.
_MERGED_PAIRS = {
    "oà": "ồ", "oá": "ố", "oã": "ỗ", "uô": "", "uá": "", "uý": "", "yê": "", "Yê": "",
}  # fmt: skip
_MERGED_PAIRS.update({pair.upper(): left.upper() for pair, left in _MERGED_PAIRS.items()})
_MERGED_LETTERS = dict(zip(map(ord, "òóôÒÓÔ"), "ịĩơỊĨƠ", strict=True))


def strip_marks(text: str) -> str:
    """Take off every tone and vowel mark: ``Đường`` gives ``Duong``."""
    decomposed = unicodedata.normalize("NFD", text)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).replace("đ", "d").replace("Đ", "D")


def has_tone(letter: str) -> bool:
    """Tell whether a letter, precomposed, carries a tone."""
    return letter > "\x7f" and not _TONES.isdisjoint(unicodedata.normalize("NFD", letter))


def without_tone(text: str) -> str:
    """Take off every tone and leave the vowel marks: ``Đường`` gives ``Đương``."""
    spread = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFC", "".join(c for c in spread if c not in _TONES))


def lost(kind: Kind) -> Callable[[str], bool]:
    """Give the test for letters that a kind of damage takes."""
    if kind.endswith("additional"):
        return lambda c: "\u1e00" <= c <= "\u1eff"
    if kind == "toneless":
        return has_tone
    if kind == "hat_to_horn":
        return "ôÔ".__contains__
    if kind == "merged":
        return "òóôÒÓÔ".__contains__
    if kind == "soft":
        return "ưƯ".__contains__
    if kind == "horned":
        return lambda c: c >= "\u0180"
    if kind == "barred":
        return lambda c: c > "\xff" and c != "đ"
    if kind.endswith(("extended", "fitted")):
        kept = "Đ" if kind == "marked_fitted" else ""
        return lambda c: c > "\xff" and c not in kept
    return lambda c: c > "\x7f"


@cache
def _letters() -> str:
    # Latin letters with marks are in these blocks alone.
    latin = map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))
    return "".join(c for c in latin if c.isalpha() and strip_marks(c).isascii())


@cache
def damage_table(kind: Kind) -> dict[int, str]:
    """Give the table for ``str.translate`` that damages precomposed Vietnamese text, letter by letter."""
    if kind == "stripped":
        return {ord(c): strip_marks(c) for c in _letters()}
    if kind == "toneless":
        return {ord(c): without_tone(c) for c in _letters() if has_tone(c)}
    if kind == "hat_to_horn":
        return {ord("ô"): "ơ", ord("Ô"): "Ơ"}
    if kind == "merged":
        return _MERGED_LETTERS
    gone = lost(kind)
    left = PLACEHOLDER if kind.startswith("marked") else ""
    table = {ord(c): left for c in _letters() if gone(c)}
    more = {
        "low_byte": _LOW_BYTES,
        "low_ascii": _PRINTED_LOW,
        "marked_low": _PRINTED_LOW,
        "marked_fitted": _BEST_FIT,
    }.get(kind, {})
    return {**table, **more}


def damaged(kind: Kind, text: str) -> str:
    """Damage precomposed Vietnamese text."""
    if kind == "merged":
        for pair, left in _MERGED_PAIRS.items():
            text = text.replace(pair, left)
    return text.translate(damage_table(kind))
