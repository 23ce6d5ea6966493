"""Spaces missing beside numbers and behind marks: ``số18``, ``1,36%so``, ``bộ.Dự``, ``xã,gồm``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnreport.patterns import lazy
from vnreport.repair.spacing.shape import MARKED, ONE, SEVERAL
from vnreport.repair.syllable import is_known, is_syllable
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, places

_DIGITS = lazy(r"[0-9]+")
_LETTERS = lazy(r"[^\W\d_]{1,8}")
# Words without marks are parted from a number only where nobody uses them for a name or a code.
_PLAIN = ("trong", "cho", "theo", "sau", "qua")
_NUMBER_JOIN = lazy(
    rf"[0-9](?:%[^\W\d_]|[^\W\d_]{{0,4}}[{MARKED}đ])|[{MARKED}đ][^\W\d_]{{0,4}}[0-9]|(?:{'|'.join(_PLAIN)})[0-9]"
)
"""A number with a word glued to it that may be Vietnamese, in small letters."""
# What either of the two has in it; one set of characters is scanned for faster than a choice of patterns.
_NUMBER_NEAR = lazy(r"[0-9](?:(?<=[^\W\d_].)|(?=%|[^\W\d_]))")
_SIGN_NEAR = lazy(r"[,;:.](?=[^\W\d_])")
_SIGN_JOIN = lazy(r"(?:([^\W\d_]{1,14})|([0-9%)IVX]))([,;:.])([^\W\d_]{2,7})(?![^\W\d_])")
_ROMAN = lazy("[IVX]{1,5}")
_ADDRESS = lazy(r"[@\\=]|//|[^\W\d_]/|/[^\W\d_]|www\.|\.(?:vn|com|net|org)\b")


def beside_numbers(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find missing spaces beside numbers.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.
    """
    found: list[Replacement] = []
    for block in odd:
        joined = " ".join(block.odd)
        if _NUMBER_NEAR.search(joined) and _NUMBER_JOIN.search(joined.lower()):
            words = {word for word in block.odd if _NUMBER_JOIN.search(word.lower())}
            for at, word in places(text, block, words):
                for m in _DIGITS.finditer(text, at, at + len(word)):
                    found += _around_number(text, *m.span())
    return found


def behind_marks(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find missing spaces behind punctuation marks; many authors type none: alone they are no damage.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.
    """
    found: list[Replacement] = []
    for block in odd:
        joined = " ".join(block.odd)
        if _SIGN_NEAR.search(joined) and _SIGN_JOIN.search(joined):
            words = {word for word in block.odd if _SIGN_JOIN.search(word) and not _ADDRESS.search(word)}
            for at, word in places(text, block, words):
                found += _behind_signs(text, at, at + len(word))
    return found


def _behind_signs(text: str, start: int, end: int) -> Iterator[Replacement]:
    """Put the space behind a mark that parts two Vietnamese words, or a number from one."""
    while match := _SIGN_JOIN.search(text, start, end):
        start = match.start(4)
        left, number, sign, right = match.groups()
        if left and _ROMAN.fullmatch(left):
            left, number = None, left
        words = left is None or _is_word(left)
        name = left is not None and len(left) > 3 and left[0].isupper()  # Phonkeo,xã; UBND,HĐND
        if not (_is_word(right) or right.isupper()) or not (words or name):
            continue
        both = left is not None and len(left) > 1 and sign in ",;" and words and _is_word(right)
        names = left is not None and left[0].isupper() and right[0].isupper()
        marked = not right.isascii() or (left is not None and not left.isascii()) or (names and sign == ",")
        marked = marked or both
        if sign == ".":
            ended = left is not None and left[1:].islower() and len(left) > 1
            numbered = number is not None and _begins_line(text, match.start(3))
            good = (ended or numbered) and right[0].isupper()
        else:
            good = left is not None or sign in ",;" or number == ")"
        if marked and good:
            yield Replacement(start, start, " ", "spacing", 0.9)


def _is_word(word: str) -> bool:
    return is_known(word) and is_syllable(word)


def _begins_line(text: str, at: int) -> bool:
    """Tell whether nothing but the number of a heading stands before an offset in its line."""
    while at and (text[at - 1].isdigit() or text[at - 1] in "IVX."):
        at -= 1
    return at == 0 or text[at - 1] == "\n"


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
    return ONE.match(word.lower()) is not None or (word.islower() and SEVERAL.search(word) is not None)


def _begins_word(text: str, start: int, behind_percent: bool) -> bool:
    m = _LETTERS.match(text, start)
    if m is None or (m.end() < len(text) and (text[m.end()].isalnum() or text[m.end()] in "_@\\/")):
        return False
    word = m.group()
    plain = behind_percent and len(word) > 1
    return len(word) > 1 and word.islower() and (plain or _is_marked(word)) and ONE.match(word) is not None


def _is_marked(word: str) -> bool:
    return any(c in _MARKED_SET or c == "đ" for c in word.lower())


_MARKED_SET = frozenset(MARKED)
