"""Broken spacing: syllables split by spaces, words glued together, words broken at a line's end.

Digits glued to Vietnamese words are parted by rule; everything between letters is decided by the
language model, and only around what no clean Vietnamese text shows.
"""

from __future__ import annotations

import re

from vnreport.repair.types import Replacement
from vnreport.spans import Spans

__all__ = ["find"]

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VOWELS = "aeiouy" + _MARKED
_CONSONANTS = "bcdđghklmnpqrstvx"
_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x"
_CODAS = "c|ch|m|n|ng|nh|p|t|g|h"

# số18, tăng1,36%; in words without marks only those that nobody uses for a name or a code.
_WORD_DIGIT = re.compile(
    rf"(?<![^\s(\"“,;:])(?:[{_CONSONANTS}]*[a-zà-ỹ]*[{_MARKED}đ][a-zà-ỹ]*|trong|cho|theo|sau|qua)(?=\d)", re.IGNORECASE
)
_DIGIT_WORD = re.compile(rf"(?<=\d)(?=[{_CONSONANTS}]{{0,3}}[a-z]{{0,2}}[{_MARKED}][a-zà-ỹ]{{0,4}}(?![^\W_]))|(?<=\d%)(?=[a-zà-ỹ]{{2}})")

# Two vowels with consonants between them make two syllables; one of the vowels has a mark.
_GLUED = re.compile(
    rf"[{_MARKED}](?:[{_CONSONANTS}]+[{_VOWELS}]|[ptcmg][ptcmđbdklqrsvx])|[aeiouy][{_CONSONANTS}]+[{_MARKED}]"
)
_CAMEL = re.compile(rf"[{_MARKED}][{_CONSONANTS}]*(?=[A-ZĐÀ-Ỹ][a-zà-ỹ])")
# A piece that is no syllable, behind a space: an onset before a vowel, a coda, a rhyme that never stands alone.
_PIECE = re.compile(
    rf" (?:(?:{_ONSETS}) (?=[{_VOWELS}])|(?:{_CODAS})(?=[ ,.;:)\n])"
    r"|i[êếềểễệ]|[ệểễ][cnmtu]|ợ[pnmi]|ộ[cntpi]|ạ[tncmio]|ụ[cntpmi]|ị[cntph]|ọ[cntpmi]|ự[cntpa])",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"([^\W\d_]+)-[^\S\n]*\r?\n[^\S\n]*([^\W\d_A-ZĐ]+)")
_REACH = 120


def find(text: str, damage: str = "auto") -> list[Replacement]:
    """Find broken spacing and give what mends it.

    Args:
        text: NFC text.
        damage: ``spacing`` where the caller knows the damage; ``auto`` mends on evidence only;
            anything else finds nothing.

    Returns:
        The changes, in order and disjoint, of kind ``spacing``.
    """
    if damage not in ("auto", "spacing"):
        return []
    found = _digits(text)
    found += _line_ends(text)
    for start, end in _suspects(text, damage == "spacing"):
        from vnreport.repair.spacing.segment import segment

        found += segment(text, start, end, bold=damage == "spacing")
    return _in_order(found)


def _digits(text: str) -> list[Replacement]:
    if not _any_digit_glued(text):
        return []
    places = [m.end() for m in _WORD_DIGIT.finditer(text) if _is_word(m.group())]
    places += [m.start() for m in _DIGIT_WORD.finditer(text)]
    return [Replacement(at, at, " ", "spacing", 0.95) for at in places]


_GLUED_DIGIT = re.compile(r"[a-zà-ỹ]\d|\d%?[a-zà-ỹ]")


def _any_digit_glued(text: str) -> bool:
    return _GLUED_DIGIT.search(text) is not None


def _is_word(word: str) -> bool:
    return not word.isupper() and len(word) > 1


def _line_ends(text: str) -> list[Replacement]:
    if "-\n" not in text and "- \n" not in text and "-\r" not in text:
        return []
    from vnreport.repair.spacing.segment import is_word

    found = []
    for m in _BROKEN.finditer(text):
        whole = m[1] + m[2]
        if is_word(whole) and not (is_word(m[1]) and is_word(m[2])):
            found.append(Replacement(m.end(1), m.start(2), "", "spacing", 0.9))
    return found


def _suspects(text: str, known: bool) -> list[tuple[int, int]]:
    """Find stretches to look at more closely."""
    if known:
        return list(Spans(_line_pieces(text)))
    places = [m.start() for pattern in (_GLUED, _PIECE) for m in pattern.finditer(text)]
    places += [m.start() for m in _CAMEL.finditer(text)]
    return list(Spans(_near(text, at) for at in places))


def _line_pieces(text: str) -> list[tuple[int, int]]:
    pieces = []
    for m in re.finditer(r"[^\n]+", text):
        for at in range(m.start(), m.end(), 4000):
            pieces.append((at, min(at + 4000, m.end())))
    return pieces


def _near(text: str, at: int) -> tuple[int, int]:
    low, high = max(0, at - _REACH), min(len(text), at + _REACH)
    start = text.rfind("\n", low, at) + 1
    if not start and low:
        start = text.find(" ", low, at) + 1 or low
    end = text.find("\n", at, high)
    if end < 0:
        end = high if high == len(text) else max(text.rfind(" ", at + 1, high), at) + 1
    return start, max(end, at)


def _in_order(found: list[Replacement]) -> list[Replacement]:
    result: list[Replacement] = []
    for change in sorted(found):
        if not result or (change.start >= result[-1].end and change[:2] != result[-1][:2]):
            result.append(change)
    return result
