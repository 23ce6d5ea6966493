"""Broken spacing: syllables split by spaces, words glued together, words broken at a line's end.

What is glued to numbers and marks is parted by rule; everything between letters is decided by the
language model, and only around what no clean Vietnamese text shows.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from vnreport.patterns import lazy
from vnreport.repair.spacing import joined, line_ends, numbers, rhymes, signs
from vnreport.repair.spacing.shape import CAMEL, CODAS, ONSETS, SEVERAL, several_in_capitals, splits
from vnreport.repair.syllable import is_known, is_syllable
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, blocks, fragments, places
from vnreport.spans import Spans

__all__ = ["find"]

_REACH = 120
"""How far, in characters, a stretch to look at reaches on either side of what is odd."""
_MARKS = ",.;:)"
_MANY, _SHARE = 8, 0.006
"""A stretch with so many changes, and so many a character, has broken spacing throughout."""
_WORD = lazy(r"[^\W\d_]+")
_LETTERS = lazy(r"[^\W\d_]{1,8}")
_SWALLOWED = lazy(r"([^\W\d_]{1,4})à([^\W\d_]{2,6})[,.;:]?")
_SPACED_MARK = lazy(r"[,;:.][^\S\n]")


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
    found = signs.beside_numbers(text, odd) + joined.find(text, odd) + numbers.find(text)
    found += line_ends.find(text) + _swallowed(text, odd)
    marks = signs.behind_marks(text, odd)
    if damage == "spacing":
        return _in_order(found + marks + _segmented(text, [(0, len(text))], bold=True))
    mended = _in_order(rhymes.find(text, odd) + _segmented(text, _suspects(text, odd), bold=False))
    if len(mended) > _MANY:
        mended = _boldly(text, mended)
    found += mended
    return _in_order(found + _in_broken_lines(text, marks, found))


def _in_broken_lines(text: str, changes: list[Replacement], others: list[Replacement]) -> list[Replacement]:
    """Choose the changes behind marks in lines that show that spaces were lost.

    Either another change is in the line, or two marks and most of them have no space behind them.
    """
    at = sorted(change.start for change in others)
    kept = []
    for (start, end), in_line in _by_line(text, changes).items():
        lost = bisect_left(at, start) < bisect_right(at, end)
        if lost or len(in_line) > max(1, len(_SPACED_MARK.findall(text, start, end))):
            kept += in_line
    return kept


def _by_line(text: str, changes: list[Replacement]) -> dict[tuple[int, int], list[Replacement]]:
    """Group changes by the line that each begins in."""
    lines: dict[tuple[int, int], list[Replacement]] = {}
    for change in changes:
        stop = text.find("\n", change.start)
        line = text.rfind("\n", 0, change.start) + 1, stop if stop >= 0 else len(text)
        lines.setdefault(line, []).append(change)
    return lines


def _segmented(text: str, spans: list[tuple[int, int]], *, bold: bool) -> list[Replacement]:
    if not spans:
        return []
    from vnreport.repair.spacing.segment import segment

    return segment(text, spans, bold=bold)


def _boldly(text: str, mended: list[Replacement]) -> list[Replacement]:
    """Mend again, on less evidence, the text or the paragraphs whose spacing is broken throughout."""
    if len(mended) > _SHARE * len(text):
        return _segmented(text, [(0, len(text))], bold=True)
    lines = _by_line(text, mended)
    broken = [
        (start, end)
        for (start, end), changes in lines.items()
        if len(changes) > _MANY and len(changes) > _SHARE * (end - start)
    ]
    left = [change for line, changes in lines.items() if line not in broken for change in changes]
    return left + _segmented(text, broken, bold=True)


def _swallowed(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Part words in capitals where Ã and the no-break space behind it were taken for à misread: XàHỘI."""
    found = []
    for block in odd:
        words = {}
        for word in block.odd:
            match = _SWALLOWED.fullmatch(word) if "à" in word else None
            if match and (match[1] + match[2]).isupper() and is_known(f"{match[1]}Ã") and is_known(match[2]):
                words[word] = match.end(1)
        found += [
            Replacement(at + words[word], at + words[word] + 1, "Ã ", "mojibake", 0.95)
            for at, word in places(text, block, words)
        ]
    return found


def _suspects(text: str, odd: Sequence[Block]) -> list[tuple[int, int]]:
    """Find stretches to look at more closely: around words that may be several, or parts of one."""
    found: list[int] = []
    for block in odd:
        glued = {word for word in block.odd if not word.isascii() and _is_glued(word)}
        parts = block.odd & _pieces()
        for at, word in places(text, block, glued | parts):
            tag = word[0] == "#" or text.endswith("# ", 0, at)
            if (word in glued and not tag) or _is_part(text, at, at + len(word)):
                found.append(at)
    return list(Spans(_near(text, at) for at in found))


@lru_cache(maxsize=1 << 13)
def _is_glued(word: str) -> bool:
    """Tell whether a word may be several, without a space between them."""
    if not (SEVERAL.search(word) or CAMEL.search(word) or several_in_capitals(word)):
        return False
    letters = _WORD.findall(word)
    return any(not is_known(part) and splits(part.lower()) for part in letters)


@cache
def _pieces() -> frozenset[str]:
    """Give what only a space inside a syllable leaves, single letters included; marks may stand behind."""
    found = {fragment for fragment, damage in fragments().items() if damage == "split"}
    single = {*ONSETS.split("|"), *CODAS.split("|"), *"aiouy"}
    marked = {piece + mark for piece in found for mark in ("", *_MARKS)}
    marked |= {piece + mark for piece in single for mark in ("", *_MARKS[:-1])}  # b) opens a point of a list
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
