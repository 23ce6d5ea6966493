"""The letters and syllables of Vietnamese names."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.text import without_surrogates

UPPER = "A-ZĐÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰỲÝỶỸỴ"
"""Capital letters, for a character class."""

_TONES = {
    old: new
    for olds, news in (
        ("oà oá oả oã oạ", "òa óa ỏa õa ọa"),
        ("oè oé oẻ oẽ oẹ", "òe óe ỏe õe ọe"),
        ("uỳ uý uỷ uỹ uỵ", "ùy úy ủy ũy ụy"),
    )
    for old, new in zip(olds.split(), news.split(), strict=True)
}
_TONE = lazy(rf"(?<![qQ])({'|'.join(_TONES)})(?!\w)")


def old_tones(text: str) -> str:
    """Move the tone marks of lower-case ``oà``, ``uỷ`` to the first vowel; the length stays."""
    return _TONE.sub(lambda m: _TONES[m[1]], text)


@lru_cache(maxsize=16384)
def bare(word: str) -> str:
    """Take case and all marks off a word: ``Đặng`` is ``dang``."""
    split = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(c for c in split if not unicodedata.combining(c))


def scannable(text: str) -> str:
    """Replace lone surrogates, which the keyword matcher refuses; no offset moves."""
    return without_surrogates(text)


@lru_cache(maxsize=16384)
def fold_syllable(syllable: str) -> str:
    """Fold the case and the tone placement of one syllable."""
    return old_tones(syllable.lower())


@cache
def _usual_syllables() -> frozenset[str]:
    """The syllables usual in middle and given names, in lower case."""
    return frozenset(old_tones(row["syllable"]) for row in table("name_syllables"))


@cache
def surnames() -> frozenset[str]:
    """The surnames, in lower case."""
    return frozenset(old_tones(row["surname"].lower()) for row in table("surnames"))


def is_name_syllable(word: str) -> bool:
    """Tell whether a word is a surname, or usual in middle and given names."""
    folded = fold_syllable(word)
    return folded in _usual_syllables() or folded in surnames()


@cache
def common_surnames() -> frozenset[str]:
    """The surnames that tell a name without a title, in lower case."""
    return frozenset(old_tones(row["surname"].lower()) for row in table("surnames") if row["common"])


@cache
def telling_surnames() -> frozenset[str]:
    """The surnames that are hardly ever another word, in lower case."""
    return frozenset(old_tones(row["surname"].lower()) for row in table("surnames") if row["strong"])


_SYLLABLE = lazy(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph|qu?|r|s|th?|tr|v|x)?"
    r"(?:[aeiouy]|ai|ao|au|ay|eo|eu|ia|ie|ieu|iu|oa|oai|oao|oay|oe|oeo|oi|oo|ua|uay|ue|ui|uo|uoi|uou|uu"
    r"|uy|uya|uye|uyu|ye|yeu)(?:ch?|m|ng?|nh|p|t)?"
)
"""The letters of a Vietnamese syllable without its marks."""


@lru_cache(maxsize=4096)
def foreign(word: str) -> bool:
    """Whether a capitalised word cannot be a Vietnamese syllable: ``Donald``, ``Sisoulith``, no ``Hồ``."""
    return len(word) > 2 and word.isalpha() and word[1:].islower() and not _SYLLABLE.fullmatch(bare(word))
