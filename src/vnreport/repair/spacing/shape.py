"""The letters of Vietnamese syllables, and what no single syllable looks like."""

from __future__ import annotations

import re

MARKED = "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ"
CONSONANTS = "bcdđghklmnpqrstvx"
ONSETS = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|q|qu|r|s|t|th|tr|v|x"
CODAS = "c|ch|m|n|ng|nh|p|t|g|h"
_VOWELS = "aeiouy" + MARKED

# Two vowels with consonants between them make two syllables; one of the vowels has a mark.
SEVERAL = re.compile(
    rf"[{MARKED}](?:[{CONSONANTS}]+[{_VOWELS}]|[ptcmg][ptcmđbdklqrsvx])|[aeiouy][{CONSONANTS}]+[{MARKED}]"
)
ONE = re.compile(rf"(?:{ONSETS})?[{_VOWELS}]{{1,3}}(?:ng|nh|ch|[cmnpt])?$")
_CAPITALS = "A-ZĐ" + MARKED.upper()
CAMEL = re.compile(rf"[{MARKED}][{CONSONANTS}]{{0,2}}(?=[{_CAPITALS}][a-zà-ỹ])")
