"""What TCVN3 (ABC) text needs beyond its chart: the capitals and the ư at U+00AD.

The fonts of TCVN3 have no capitals with a tone: headings are set in upper-case fonts (.VnTimeH) over the
small letters. And ư is the byte of the soft hyphen, which many programs delete.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from vnreport.repair.syllable import is_syllable, log_frequency

_WORD = re.compile(r"[^\W\d_]+")
_HORNED = "ơớờởỡợ"
_SENTENCE_START = re.compile(r"(?:\A|\n|[.!?…][\"”)]?\s)[\s\"“•*+–-]*\Z")


@lru_cache(maxsize=65536)
def restorations(word: str) -> tuple[str, ...]:
    """Give the syllables that a word becomes when one ư is put back into it."""
    found = []
    for at in range(len(word) + 1):
        for letter in "ưƯ" if word[:1].isupper() else "ư":
            candidate = word[:at] + letter + word[at:]
            if is_syllable(candidate) and (log_frequency(candidate) or -99.0) > -16.0:
                found.append(candidate)
                break
    return tuple(found)


def restored_score(word: str) -> float | None:
    """Give the log frequency of the commonest restoration, less a little for the loss; None without one."""
    scores = [log_frequency(candidate) or -16.0 for candidate in restorations(word)]
    return max(scores) - 1.0 if scores else None


def restored(word: str) -> str:
    """Put the lost ư back where that gives a syllable and a commoner one than the word itself."""
    best, score = word, log_frequency(word)
    limit = -99.0 if score is None else score
    for candidate in restorations(word):
        score = log_frequency(candidate) or -16.0
        if score > limit:
            best, limit = candidate, score
    return best


def decoded_run(
    text: str, spans: list[tuple[int, int]], decode: Callable[[str], str]
) -> list[tuple[int, int, str]]:
    """Decode the chunks of a run, give their capitals back, and the ư where it was lost.

    Args:
        text: the text.
        spans: the chunks of the run, in order.
        decode: the decoder of the chart.
    """
    start, end = spans[0][0], spans[-1][1]
    lost = "\xad" not in text[start:end] and len(spans) > 1
    if lost:  # ASCII words of the run may have lost theirs too (th for thư)
        spans = [m.span() for m in re.compile(r"[^ \t\n\r\f\v]+").finditer(text, start, end)]
    result = []
    for first, last in spans:
        decoded = decode(text[first:last])
        if lost:
            decoded = _WORD.sub(lambda m: restored(m[0]), decoded)
        result.append((first, last, _capitals(text, first, last, decoded)))
    return result


def _capitals(text: str, first: int, last: int, decoded: str) -> str:
    """Raise the letters that an upper-case font showed as capitals."""
    if decoded.isascii():
        return decoded
    plain = [c for c in text[first:last] if c.isascii() and c.isalpha()]
    if any(c.islower() for c in plain):
        return _initial(text, first, decoded)
    if len(plain) > 1 or _among_capitals(text, first, last):
        return decoded.upper()
    return _initial(text, first, decoded)


_SHOUTED = re.compile(r"[^a-z\s]*[A-Z][^a-z\s]*[A-Z]?[^a-z\s]*")


def _among_capitals(text: str, first: int, last: int) -> bool:
    """Tell whether the words on both sides (as far as there are any on the line) are in capitals."""
    line_start = max(text.rfind("\n", 0, first) + 1, first - 40)
    line_end = text.find("\n", last, last + 40)
    before = text[line_start:first].split()
    after = text[last : line_end if line_end >= 0 else last + 40].split()
    sides = [side for side in (before[-1:], after[:1]) if side]
    return bool(sides) and all(_is_shouted(side[0]) for side in sides)


def _is_shouted(word: str) -> bool:
    plain = [c for c in word if c.isascii() and c.isalpha()]
    return bool(plain) and len(word) > 1 and all(c.isupper() for c in plain)


def _initial(text: str, first: int, decoded: str) -> str:
    """Raise the first letter of a sentence, which the font could not show small."""
    if decoded[0].islower() and not decoded[0].isascii() and decoded[0] not in "đăâêôơư":
        window = text[max(0, first - 6) : first]
        if (first <= 6 or len(window) == 6) and _SENTENCE_START.search(window if window else ""):
            return decoded[0].upper() + decoded[1:]
    return decoded
