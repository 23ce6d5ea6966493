"""Signs that stand for lost letters: one sign for each (``c¿a``), or one for each of its bytes (``c???a``).

The restoring of letters knows one placeholder a letter, and few signs for it. Which other sign of a text is
one, its words tell: with a letter in its place they are words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.letters.damage import BOXES, Kind, damage_table
from vnreport.repair.look import Look
from vnreport.repair.types import Replacement

KIND = "replaced"
_MARK = "\ufffd"
_KNOWN = "?_"
"""Signs that may stand for one letter anyway, and boxes may."""
_ASCII = "*#~|^=@$\x1a\x00\x7f"
_IMAGES = ("\u010f\u017c\u02dd", "\u043f\u0457\u0405")
"""U+FFFD in UTF-8, read in the code pages 1250 and 1251."""
_IMAGE = lazy("|".join(_IMAGES))
_KINDS: tuple[Kind, ...] = ("marked_additional", "marked_extended", "marked_ascii")
_FEWEST, _FEWEST_ODD = 3, 2
"""So many different words must tell; fewer where clean text does not hold the sign."""
_FITTING = 0.6
_LONGEST = 10
_LETTERS_OF_BYTES = {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 3, 7: 3, 8: 3}
"""So many letters of a word have so many bytes: at most one of them three, the others two."""
_TWICE = 6
_SINGLE = 0.1
"""Where each byte has its sign, hardly any sign stands alone."""


def find_images(seen: Look) -> list[Replacement]:
    """Give U+FFFD for what its bytes look like in other code pages (``ďż˝``)."""
    if not any(image in seen.text for image in _IMAGES):
        return []
    return [Replacement(*m.span(), _MARK, KIND, 0.9) for m in _IMAGE.finditer(seen.text)]


def find(seen: Look) -> list[Replacement]:
    """Give one placeholder for each letter that such signs stand for."""
    found: list[Replacement] = []
    for sign in _signs(seen):
        runs = [m for m in _runs(sign).finditer(seen.text) if len(m[0]) <= _LONGEST]
        found += _of_sign(seen.text, sign, runs)
    return sorted(found)


def _signs(seen: Look) -> Iterator[str]:
    """Give the signs of a text that might be placeholders."""
    text = seen.text
    yield from (sign for sign in _KNOWN if 2 * sign in text)
    yield from (sign for sign in _ASCII if sign in text)
    for sign in sorted(seen.unusual):
        if BOXES.match(sign):
            if 2 * sign in text:
                yield sign
        elif sign > "\x7f" and not sign.isalnum() and not sign.isspace():
            yield sign


@lru_cache(maxsize=64)
def _runs(sign: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(sign)}+")


def _of_sign(text: str, sign: str, runs: list[re.Match[str]]) -> list[Replacement]:
    inside = [m for m in runs if _is_letter(text, m.start() - 1) and _is_letter(text, m.end())]
    if not inside:
        return []
    singles = sum(len(m[0]) == 1 for m in inside)
    by_bytes = singles <= _SINGLE * len(inside)
    if not by_bytes and (sign in _KNOWN or BOXES.match(sign)):
        return []
    words = {_word(text, m, sign, by_bytes) for m in inside}
    fitting = sum(word in _remains() for word in words)
    plain = sign in _ASCII[:-3] or sign in _KNOWN
    if fitting < (_FEWEST if plain else _FEWEST_ODD) or fitting < _FITTING * len(words):
        return []
    return [
        Replacement(*m.span(), _MARK * _letters(text, m, by_bytes), KIND, 0.9)
        for m in runs
        if _is_letter(text, m.start() - 1) or _is_letter(text, m.end()) or _is_word(text, m)
    ]


def _letters(text: str, run: re.Match[str], by_bytes: bool) -> int:
    signs = len(run[0])
    if by_bytes and signs == _TWICE and not _is_letter(text, run.end()):
        return 2  # a letter and a mark behind the word
    return _LETTERS_OF_BYTES.get(signs, 3) if by_bytes else signs


def _is_letter(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalpha()


def _is_word(text: str, run: re.Match[str]) -> bool:
    """Tell whether a run stands alone between two words of a line, or right behind a number."""
    before, behind = text[max(0, run.start() - 2) : run.start()], text[run.end() : run.end() + 2]
    if before[1:].isdigit() and len(run[0]) > 1:
        return True
    beside = before[:1] + behind[1:]
    return (
        before[1:] == " " == behind[:1]
        and len(beside) > 1
        and all(c.isalpha() or c in run[0] for c in beside)
    )


def _word(text: str, run: re.Match[str], sign: str, by_bytes: bool) -> str:
    """Give the word around a run, in small letters, with one question mark for each letter lost."""
    start, end = run.span()
    while start and (text[start - 1].isalpha() or text[start - 1] == sign) and run.start() - start < _LONGEST:
        start -= 1
    while end < len(text) and (text[end].isalpha() or text[end] == sign) and end - run.end() < _LONGEST:
        end += 1
    parts = re.split(f"({re.escape(sign)}+)", text[start:end].lower())
    letters = _LETTERS_OF_BYTES if by_bytes else {}
    return "".join("?" * letters.get(len(p), len(p)) if p[:1] == sign else p for p in parts)


@cache
def _remains() -> frozenset[str]:
    """Give what is left of the syllables in use, with a question mark for each letter lost."""
    words = "\n".join(column("syllable_frequencies", "syllable"))
    left = {word for kind in _KINDS for word in words.translate(damage_table(kind)).split("\n")}
    return frozenset(word for word in left if "?" in word and len(word.strip("?")) > 1)
