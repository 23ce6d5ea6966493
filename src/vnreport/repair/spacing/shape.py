"""The letters of Vietnamese syllables, and what no single syllable looks like."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.repair.syllable import log_frequency

MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
CONSONANTS = "bcdđghklmnpqrstvx"
ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x"
CODAS = "c|ch|m|n|ng|nh|p|t|g|h"
_VOWELS = "aeiouy" + MARKED

_TONES = "àáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ"
# Vowels with consonants between them make two syllables, and so do two tones; one of the vowels has a mark.
SEVERAL = lazy(
    rf"[{MARKED}](?:[aeiouy]{{0,2}}[{CONSONANTS}]+[{_VOWELS}]|[ptcmg][ptcmđbdklqrsvx])"
    rf"|[aeiouy][{CONSONANTS}]+[aeiouy]{{0,2}}[{MARKED}]|[{_TONES}][aeiouy]{{0,2}}[{_TONES}]"
)
ONE = lazy(rf"(?:{ONSETS})?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnpt])?$")
_CAPITALS = "A-ZĐ" + MARKED.upper()
CAMEL = lazy(rf"[{MARKED}][{CONSONANTS}]{{0,2}}(?=[{_CAPITALS}][a-zà-ỹ])")


_TONED = lazy("[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴÂÊÔ]")


def several_in_capitals(word: str) -> bool:
    """Tell whether a word in capitals must be several (``BANHÀNH``): abbreviations have no tones."""
    return word.isupper() and _TONED.search(word) is not None and SEVERAL.search(word.lower()) is not None


def splits(word: str) -> bool:
    """Tell whether a word in small letters is common syllables from its beginning to its end."""
    word = word[:_FAR]
    reached = {0}
    for end in range(1, len(word) + 1):
        if any(at in reached and _is_common(word[at:end]) for at in range(max(0, end - 7), end)):
            reached.add(end)
    return len(word) in reached


def _is_common(syllable: str) -> bool:
    return (log_frequency(syllable) or _RARE) > _RARE


_RARE = -12.5
"""The parts of loanwords are rare as syllables: típ of môtíp, bốt of rôbốt."""
_FAR = 60
