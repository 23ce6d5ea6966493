"""Broken spacing: syllables split by spaces, words glued together, words broken at a line's end.

Digits glued to Vietnamese words are parted by rule; everything between letters is decided by the
language model, and only around what no clean Vietnamese text shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from vnreport.repair.syllable import is_known, is_syllable
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, blocks, fragments, places
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
_REACH = 120


def find(text: str, damage: str = "auto", odd: Sequence[Block] | None = None) -> list[Replacement]:
    """Find broken spacing and give what mends it.

    Args:
        text: NFC text.
        damage: ``spacing`` where the caller knows the damage; ``auto`` mends on evidence only;
            anything else finds nothing.
        odd: the blocks of the text with their odd words, where they are known already.

    Returns:
        The changes, in order and disjoint, of kind ``spacing``.
    """
    if damage not in ("auto", "spacing"):
        return []
    odd = blocks(text) if odd is None else odd
    found = _digits(text, odd) + _line_ends(text)
    if damage == "spacing":
        return _in_order(found + _segmented(text, [(0, len(text))], bold=True))
    mended = _segmented(text, _suspects(text, odd), bold=False)
    if len(mended) > _MANY:
        mended = _boldly(text, mended)
    return _in_order(found + mended)


_MANY, _SHARE = 8, 0.006
"""A stretch with so many changes, and so many a character, has broken spacing throughout."""


def _segmented(text: str, spans: list[tuple[int, int]], *, bold: bool) -> list[Replacement]:
    if not spans:
        return []
    from vnreport.repair.spacing.segment import segment

    return segment(text, spans, bold=bold)


def _boldly(text: str, mended: list[Replacement]) -> list[Replacement]:
    """Mend again, on less evidence, the text or the paragraphs whose spacing is broken throughout."""
    if len(mended) > _SHARE * len(text):
        return _segmented(text, [(0, len(text))], bold=True)
    lines: dict[tuple[int, int], list[Replacement]] = {}
    for change in mended:
        stop = text.find("\n", change.start)
        line = text.rfind("\n", 0, change.start) + 1, stop if stop >= 0 else len(text)
        lines.setdefault(line, []).append(change)
    broken = [
        (start, end)
        for (start, end), changes in lines.items()
        if len(changes) > _MANY and len(changes) > _SHARE * (end - start)
    ]
    left = [change for line, changes in lines.items() if line not in broken for change in changes]
    return left + _segmented(text, broken, bold=True)


_DIGITS = re.compile(r"[0-9]+")
_LETTERS = re.compile(r"[^\W\d_]{1,8}")
# Words without marks are parted from a number only where nobody uses them for a name or a code.
_PLAIN = ("trong", "cho", "theo", "sau", "qua")
_NUMBER_JOIN = re.compile(
    rf"[0-9](?:%[^\W\d_]|[^\W\d_]{{0,4}}[{_MARKED}đ])|[{_MARKED}đ][^\W\d_]{{0,4}}[0-9]|(?:{'|'.join(_PLAIN)})[0-9]"
)
"""A number with a word glued to it that may be Vietnamese, in small letters."""


def _digits(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Part numbers from the Vietnamese words they are glued to: ``số18``, ``1,36%so``, ``18người``."""
    found = []
    for block in odd:
        if not _NUMBER_JOIN.search(" ".join(block.odd).lower()):
            continue
        joined = {word for word in block.odd if _NUMBER_JOIN.search(word.lower())}
        for at, word in places(text, block, joined):
            for m in _DIGITS.finditer(text, at, at + len(word)):
                found += _around_number(text, *m.span())
    return found


def _around_number(text: str, start: int, end: int) -> Iterator[Replacement]:
    if start and text[start - 1].isalpha() and _ends_word(text, start):
        yield Replacement(start, start, " ", "spacing", 0.95)
    if end < len(text) and (text[end].isalpha() or text[end] == "%"):
        at = end + (text[end] == "%")
        if _begins_word(text, at, at > end):
            yield Replacement(at, at, " ", "spacing", 0.95)


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


_LINE_END = re.compile(r"-[^\S\n]*\n")
_BROKEN = re.compile(r"([^\W\d_]{1,24})-[^\S\n]*\n[^\S\n]*([^\W\d_A-ZĐ]+)")


def _line_ends(text: str) -> list[Replacement]:
    """Join words that a hyphen parts at the end of a line, where the parts are no words."""
    found = []
    for end in _LINE_END.finditer(text):
        start = end.start()
        while start and end.start() - start < _LONGEST and text[start - 1].isalpha():
            start -= 1
        m = _BROKEN.match(text, start)
        if m is None:
            continue
        from vnreport.repair.spacing.segment import is_word

        whole = m[1] + m[2]
        if is_word(whole) and not (is_word(m[1]) and is_word(m[2])):
            found.append(Replacement(m.end(1), m.start(2), "", "spacing", 0.9))
    return found


_LONGEST = 24


def _suspects(text: str, odd: Sequence[Block]) -> list[tuple[int, int]]:
    """Find stretches to look at more closely: around words that may be several, or parts of one."""
    found: list[int] = []
    for block in odd:
        glued = {word for word in block.odd if not word.isascii() and _is_glued(word)}
        parts = block.odd & _pieces()
        for at, word in places(text, block, glued | parts):
            if word in glued or _is_part(text, at, at + len(word)):
                found.append(at)
    return list(Spans(_near(text, at) for at in found))


_MARKS = ",.;:)"


def _is_glued(word: str) -> bool:
    """Tell whether a word may be several, without a space between them."""
    if not (_GLUED.search(word) or _CAMEL.search(word)):
        return False
    letters = _WORD.findall(word)
    return any(not is_known(part) and _splits(part.lower()[:_FAR]) for part in letters)


def _splits(word: str) -> bool:
    """Tell whether a word is syllables in use from its beginning to its end."""
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(at in reached and is_known(word[at:end]) for at in range(max(0, end - 7), end)):
            reached.add(end)
    return len(word) in reached


_FAR = 60
_WORD = re.compile(r"[^\W\d_]+")


@cache
def _pieces() -> frozenset[str]:
    """Give what only a space inside a syllable leaves, single consonants included; marks may stand behind."""
    found = {fragment for fragment, damage in fragments().items() if damage == "split"}
    single = set(_ONSETS.split("|")) | set(_CODAS.split("|"))
    marked = {piece + mark for piece in found | single for mark in ("", *_MARKS)}
    return frozenset(marked | {piece.upper() for piece in single} | {p.capitalize() for p in single})


def _is_part(text: str, start: int, end: int) -> bool:
    """Tell whether a piece of a word makes one with the word before it or behind it."""
    piece = text[start:end].rstrip(_MARKS)
    if start > 1 and text[start - 1] == " ":
        before = start - 1
        while before and start - before < 9 and text[before - 1].isalpha():
            before -= 1
        if _is_whole(text[before : start - 1], piece):
            return True
    behind = (
        _LETTERS.match(text, end + 1) if len(piece) == end - start and text[end : end + 1] == " " else None
    )
    return behind is not None and _is_whole(piece, behind[0])


def _is_whole(left: str, right: str) -> bool:
    """Tell whether two pieces make a syllable in use, one case throughout."""
    if not left or not (right.islower() or (left + right).isupper()):
        return False
    return is_known(left + right) and is_syllable(left + right)


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
