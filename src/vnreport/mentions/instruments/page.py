"""The text in the three spellings that the citation grammar reads, offset for offset the same."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnreport.patterns import lazy
from vnreport.text import fold

_TONES = [
    (vowel + toned, plain + base)
    for vowel, base, plains, toneds in (
        ("o", "a", "òóỏõọ", "àáảãạ"),
        ("o", "e", "òóỏõọ", "èéẻẽẹ"),
        ("u", "y", "ùúủũụ", "ỳýỷỹỵ"),
    )
    for plain, toned in zip(plains, toneds, strict=True)
]
_PLAIN = (
    [(c, "-") for c in "‐‑‒–—―−"]
    + [(c, "/") for c in "⁄∕／"]
    + [("\xa0", " "), ("\t", " "), ("\r", " "), ("Ð", "Đ"), ("ð", "đ")]
)


def one_tone(text: str) -> str:
    """Put the tone mark in one place (``uỷ`` and ``ủy``, ``hoà`` and ``hòa``) without moving an offset.

    The result is a key to compare with, not correct spelling: ``hoàn`` becomes ``hòan`` too.
    """
    for old, new in _TONES:
        if old in text:
            text = text.replace(old, new)
    return text


def rx(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compile a pattern that is to match :attr:`Page.low`."""
    return lazy(one_tone(pattern), flags)


_LOST = lazy(r"[?\ufffd](?:(?<=[/A-ZĐ&-].)(?=[A-ZĐ])|(?<=[/-][NQ].)(?=\s?-))")
"""A letter of a symbol that became a question mark: nearly always Đ."""
_NOTES = ("[", "*", "(", "¹", "²", "³")
_UNDERLINE = lazy(r"(?<=[A-ZĐ])_(?=[A-ZĐ])")
"""A hyphen of a symbol that was typed as an underline."""
_FOOTNOTE = lazy(
    r"[\[(*¹²³](?<=[A-ZĐa-zđ].)"
    r"(?:(?<=\[)\d{1,3}\]|(?<=\()\d{1,2}\)(?=\s(?:ngày|của|năm)\s)|(?<=[*¹²³])[*¹²³⁴-⁹]?)(?!\w)"
)
"""The mark of a footnote inside a citation: ``15/2020/NĐ-CP[1] ngày``."""
_BLANK = lazy(r"\n[^\S\n]*\n")


_QUI = lazy(r"(?<![^\W_])qui(?=\s(?:định|chế|trình|hoạch|chuẩn|tắc|ước)(?![^\W_]))")
"""The older spelling of ``quy``."""


def _low(plain: str) -> str:
    low = one_tone(fold(plain)).replace("\n", " ")
    return _QUI.sub("quy", low) if "qui " in low else low


@dataclass(frozen=True, slots=True)
class Page:
    """A text to find citations in."""

    text: str
    """As it is."""
    plain: str
    """With ordinary hyphens and spaces; line ends are kept."""
    low: str
    """In lower case, with one tone placement and ``quy`` for ``qui``; a line end is a space."""

    @classmethod
    def of(cls, text: str) -> Page:
        """Prepare a text."""
        plain = text
        for old, new in _PLAIN:
            if old in plain:
                plain = plain.replace(old, new)
        if "?" in plain or "\ufffd" in plain:
            plain = _LOST.sub("Đ", plain)
        if any(sign in plain for sign in _NOTES):
            plain = _FOOTNOTE.sub(lambda mark: " " * len(mark.group()), plain)
        if "_" in plain:
            plain = _UNDERLINE.sub("-", plain)
        return cls(text, plain, _low(plain))

    def accented(self, stretches: list[tuple[int, str]]) -> Page:
        """Give the page with stretches of it replaced by accented words of the same length."""
        plain, low, at = [], [], 0
        for begin, piece in stretches:
            plain += [self.plain[at:begin], piece]
            low += [self.low[at:begin], _low(piece)]
            at = begin + len(piece)
        return Page(self.text, "".join([*plain, self.plain[at:]]), "".join([*low, self.low[at:]]))

    def part(self, start: int, end: int) -> Page:
        """Give a part as a page of its own."""
        return Page(self.text[start:end], self.plain[start:end], self.low[start:end])

    def broken(self, start: int, end: int) -> bool:
        """Tell whether a blank line lies between two offsets."""
        return self.plain.count("\n", start, end) > 1 and bool(_BLANK.search(self.plain, start, end))

    def mended(self, start: int, end: int) -> str:
        """Give the words between two offsets with single spaces, damaged signs and lost accents mended."""
        return " ".join(self.plain[start:end].split())

    def squeezed(self, start: int, end: int) -> str:
        """Give the words between two offsets with single spaces."""
        return " ".join(self.text[start:end].split())
