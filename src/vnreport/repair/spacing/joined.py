"""Spaces missing where the letters alone tell: ``NguyễnVăn``, ``HĐNDxã``, ``thuộcUBND``, ``Chủtịch``.

No Vietnamese word has a capital in its middle, and none is two syllables that always stand side by side.
Names, of which the model knows little (``KpăThuyên``), are parted here.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import groupby

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.choice import beside
from vnreport.repair.letters.codes import abbreviations
from vnreport.repair.syllable import WELL_FORMED, is_known, is_syllable, log_frequency
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, places

_LETTERS = lazy(r"[^\W\d_]+")
_INITIALS = lazy("[B-DF-HJ-NP-TV-XĐ]{3,6}")
"""Consonants alone are read letter by letter: CSXH, HĐXX."""
_SHORTEST, _LONGEST = 5, 40
_ADDRESS = frozenset("@/\\_=#")
_TOGETHER = 2.0
"""So many nats likelier beside each other, two syllables are one word."""
_USUAL = -9.5
_ALIEN = lazy("[^\x00-\x7fÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝà-ãè-êìíò-õùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ“”‘’–—…•°²³½×\ud800-\udfff]")
"""What no Vietnamese text has in its words: where it is, other damage may explain the rest."""


def find(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find missing spaces before capitals and beside abbreviations.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.
    """
    found: list[Replacement] = []
    for block in odd:
        words = {word: cuts for word in block.odd if (cuts := _cuts(word))}
        if words and _ALIEN.search(" ".join(block.odd)):
            continue
        for at, word in places(text, block, words):
            if text.endswith("# ", 0, at):
                continue
            found += [Replacement(at + cut, at + cut, " ", "spacing", 0.9) for cut in words[word]]
    return found


def _cuts(token: str) -> list[int]:
    """Where what stands between two spaces is to be parted."""
    if token.isascii() or not _SHORTEST <= len(token) <= _LONGEST:
        return []
    if not _ADDRESS.isdisjoint(token):
        return []
    within = _in_capitals if token.isupper() else _within
    return [m.start() + cut for m in _LETTERS.finditer(token) for cut in within(m[0])]


def _in_capitals(word: str) -> list[int]:
    """Where capitals are an abbreviation and a syllable, or two syllables: ``UBND|TỈNH``, ``CHỈ|HUY``."""
    for size in range(min(len(word) - 2, 6), 2, -1):
        behind = word[size:]
        if _is_listed(word[:size]) and (len(behind) > 2 or behind == "XÃ") and not behind.isascii():
            return [size] if is_known(behind) and is_syllable(behind) and not _is_listed(word) else []
    return _pair(word)


def _within(word: str) -> list[int]:
    """Where letters are to be parted, if all the parts are words or abbreviations, one of them marked."""
    if word[1:].islower():
        return _pair(word)
    parts: list[str] = []
    for upper, letters in groupby(word, str.isupper):
        run = "".join(letters)
        if upper or not parts or not parts[-1].isupper():
            parts.append(run)
        elif len(parts[-1]) == 1:
            parts[-1] += run
        elif _is_listed(parts[-1]):
            parts.append(run)
        else:
            parts[-1:] = [parts[-1][:-1], parts[-1][-1] + run]
    known = [_is_word(part) for part in parts]
    named = all(part.istitle() and len(part) > 2 - part.isascii() for part in parts) and max(word) > "\xff"
    if len(parts) < 2 or not (named or all(k or _short(p) for k, p in zip(known, parts, strict=True))):
        return []
    marked = any(not part.isascii() for k, part in zip(known, parts, strict=True) if k or part.isupper())
    if not marked and not named:
        return []  # a trade name, perhaps
    cuts = [0]
    for part in parts[:-1]:
        cuts.append(cuts[-1] + len(part))
    return cuts[1:]


def _short(part: str) -> bool:
    return _is_listed(part) or _INITIALS.fullmatch(part) is not None


def _is_listed(part: str) -> bool:
    return part in abbreviations() or part in _plain_abbreviations()


@cache
def _plain_abbreviations() -> frozenset[str]:
    return frozenset(column("joined_abbreviations", "abbreviation"))


def _pair(word: str) -> list[int]:
    """Where a word all in one case is two syllables that belong together: ``Chủ|tịch``."""
    low = word.lower()
    if word.isascii() or len(word) < _SHORTEST or is_syllable(word) or is_known(word):
        return []
    cuts = range(max(2, len(low) - 7), min(len(low) - 1, 8))
    best = max(cuts, key=lambda cut: beside(low[:cut], low[cut:]), default=0)
    if not best or beside(low[:best], low[best:]) < _TOGETHER:
        return []
    usual = (log_frequency(part) or WELL_FORMED for part in (low[:best], low[best:]))
    return [best] if min(usual) > _USUAL else []  # Mêkông: foreign names in one piece have rare syllables


def _is_word(part: str) -> bool:
    return len(part) > 1 and part[1:].islower() and is_known(part) and is_syllable(part)
