"""Broken spacing: syllables split by spaces, words glued together, words broken at a line's end.

Digits glued to Vietnamese words are parted by rule; everything between letters is decided by the
language model, and only around what no clean Vietnamese text shows.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.repair.types import Replacement
from vnreport.spans import Spans

__all__ = ["find"]

_MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
_VOWELS = "aeiouy" + _MARKED
_CONSONANTS = "bcdđghklmnpqrstvx"
_ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x"
_CODAS = "c|ch|m|n|ng|nh|p|t|g|h"

# Two vowels with consonants between them make two syllables; one of the vowels has a mark.
_GLUED = re.compile(
    rf"[{_MARKED}](?:[{_CONSONANTS}]+[{_VOWELS}]|[ptcmg][ptcmđbdklqrsvx])|[aeiouy][{_CONSONANTS}]+[{_MARKED}]"
)
_CAPITALS = "A-ZĐ" + _MARKED.upper()
_CAMEL = re.compile(rf"[{_MARKED}][{_CONSONANTS}]{{0,2}}(?=[{_CAPITALS}][a-zà-ỹ])")
# No syllable, behind a space: an onset before a vowel, a coda, a rhyme that never stands alone.
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
    found = _digits(text) + _line_ends(text)
    if damage == "spacing":
        return _in_order(found + _segmented(text, _line_pieces(text), bold=True))
    mended = _segmented(text, _suspects(text), bold=False)
    if len(mended) > _MANY and len(mended) > _SHARE * len(text):
        mended = _segmented(text, _line_pieces(text), bold=True)
    return _in_order(found + mended)


_MANY, _SHARE = 8, 0.006
"""A text with so many changes, and so many a character, has broken spacing throughout."""


def _segmented(text: str, spans: list[tuple[int, int]], *, bold: bool) -> list[Replacement]:
    if not spans:
        return []
    from vnreport.repair.spacing.segment import segment

    return [change for start, end in spans for change in segment(text, start, end, bold=bold)]


_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]{1,8}")
# Words without marks are parted from a number only where nobody uses them for a name or a code.
_PLAIN = frozenset(("trong", "cho", "theo", "sau", "qua"))


def _digits(text: str) -> list[Replacement]:
    """Part numbers from the Vietnamese words they are glued to: ``số18``, ``1,36%so``, ``18người``."""
    found = []
    for m in _DIGITS.finditer(text):
        start, end = m.span()
        if start and text[start - 1].isalpha() and _ends_word(text, start):
            found.append(Replacement(start, start, " ", "spacing", 0.95))
        if end < len(text) and (text[end].isalpha() or text[end] == "%"):
            at = end + (text[end] == "%")
            if _begins_word(text, at, at > end):
                found.append(Replacement(at, at, " ", "spacing", 0.95))
    return found


def _ends_word(text: str, end: int) -> bool:
    start = end
    while start > max(0, end - 9) and text[start - 1].isalpha():
        start -= 1
    if start and (text[start - 1].isdigit() or text[start - 1] in "_-./@\\"):
        return False
    word = text[start:end]
    if word.lower() in _PLAIN:
        return True
    if len(word) < 2 or word.isupper() or not _is_marked(word):
        return False
    return _SYLLABLE.match(word.lower()) is not None or (word.islower() and _GLUED.search(word) is not None)


def _begins_word(text: str, start: int, behind_percent: bool) -> bool:
    m = _LETTERS.match(text, start)
    if m is None or (m.end() < len(text) and (text[m.end()].isalnum() or text[m.end()] in "_@\\/")):
        return False
    word = m.group()
    plain = behind_percent and len(word) > 1
    return (
        len(word) > 1 and word.islower() and (plain or _is_marked(word)) and _SYLLABLE.match(word) is not None
    )


def _is_marked(word: str) -> bool:
    return any(c in _MARKED_SET or c == "đ" for c in word.lower())


_MARKED_SET = frozenset(_MARKED)
_SYLLABLE = re.compile(rf"(?:{_ONSETS})?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnpt])?$")


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


def _suspects(text: str) -> list[tuple[int, int]]:
    """Find stretches to look at more closely."""
    places: list[int] = []
    at = 0
    while at < len(text):
        end = text.find("\n", min(len(text), at + _BLOCK)) + 1 or len(text)
        if _has_odd(text[at:end]):
            for pattern in (_GLUED, _CAMEL, _PIECE):
                places += [m.start() for m in pattern.finditer(text, at, end)]
        at = end
    return list(Spans(_near(text, at) for at in places))


# Words that were looked at and found to be whole: most words of a text are old acquaintances.
_harmless: set[str] = set()
_REMEMBERED = 200_000


def _has_odd(block: str) -> bool:
    new = set(block.split()) - _harmless
    odd = {token for token in new if token in _pieces() or _GLUED.search(token) or _CAMEL.search(token)}
    if len(_harmless) < _REMEMBERED:
        _harmless.update(new - odd)
    return bool(odd)


_BLOCK = 1 << 14


@cache
def _pieces() -> frozenset[str]:
    return frozenset(row["fragment"] for row in table("lost_letter_fragments") if row["damage"] == "split")


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
