"""Words that a hyphen parts at the end of a line: ``ho-`` and ``ạt`` below it."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.repair.syllable import is_known, is_syllable, log_frequency
from vnreport.repair.types import Replacement

_LONGEST = 24
"""So many letters at most has the first part of a word."""
_LINE_END = lazy(r"-[^\S\n]*\n")
_BROKEN = lazy(r"([^\W\d_]{1,24})-[^\S\n]*\n[^\S\n]*([^\W\d_]{1,24})(?![\w-])")


def find(text: str) -> list[Replacement]:
    """Join words that a hyphen parts at the end of a line, where the parts are no words.

    Args:
        text: NFC text.

    Returns:
        The changes, in order and disjoint, of kind ``spacing``.
    """
    found = []
    for end in _LINE_END.finditer(text):
        start = end.start()
        while start and end.start() - start < _LONGEST and text[start - 1].isalpha():
            start -= 1
        match = _BROKEN.match(text, start)
        if match is not None and _is_broken(match[1], match[2]):
            found.append(Replacement(match.end(1), match.start(2), "", "spacing", 0.9))
    return found


def _is_broken(left: str, right: str) -> bool:
    """Tell whether two parts are one word, which hyphens elsewhere do not part."""
    whole = left + right
    if not (right.islower() or whole.isupper()):
        return False
    if is_known(whole) and is_syllable(whole):
        return not (is_syllable(left) and is_syllable(right)) or _is_usual(whole, left, right)
    if whole.isupper():
        from vnreport.repair.letters.codes import abbreviations

        return whole in abbreviations()
    from vnreport.repair.spacing.segment import is_word

    return is_word(whole) and not (is_word(left) and is_word(right))


def _is_usual(whole: str, left: str, right: str) -> bool:
    """Tell whether a syllable is commoner than one of two that it could be made of: ``hoạt``, not ``ạt``."""
    parts = (log_frequency(left), log_frequency(right))
    return (log_frequency(whole) or 0.0) > min(part for part in parts if part is not None)
