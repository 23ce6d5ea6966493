"""Keys of Telex and VNI that stayed in a word: ``phoosi``, ``ddược``, ``nhan6``."""

from __future__ import annotations

import unicodedata
from functools import cache
from itertools import product

from vnreport.lexicon import table

_LONGEST = 12
"""Letters and keys of the longest word, ``nghiêng`` and its strokes."""
_VOWELS = frozenset("aăâeêioôơuưy")


@cache
def _keys(method: str) -> tuple[list[tuple[str, str]], dict[str, str]]:
    """Give the keys of letters, longest first, and those of tones."""
    rows = [(row["keys"], row["writes"]) for row in table("keyboard_strokes") if row["method"] == method]
    letters = sorted((r for r in rows if not r[1].startswith("U+")), key=lambda r: -len(r[0]))
    return letters, {keys: chr(int(tone[2:], 16)) for keys, tone in rows if tone.startswith("U+")}


def readings(word: str) -> set[str]:
    """Give what an input method would have made of the keys of a word in small letters.

    A tone is put on each vowel in turn: which of them is a word is for the caller to tell.
    """
    if not 2 <= len(word) <= _LONGEST:
        return set()
    method = "telex" if word.isalpha() else "vni"
    letters, tones = _keys(method)
    found: set[str] = set()
    for toneless, tone in _without_tone(word, tones):
        for marked in _marked(toneless, letters):
            if not tone:
                found.add(marked)
            else:
                found |= {
                    unicodedata.normalize("NFC", marked[: i + 1] + tone + marked[i + 1 :])
                    for i, c in enumerate(marked)
                    if c in _VOWELS
                }
    return {form for form in found if form != word and form.isalpha()}


def _without_tone(word: str, tones: dict[str, str]) -> list[tuple[str, str]]:
    """Give the word as it is, and without each key behind its first vowel that may be a tone's."""
    result = [(word, "")]
    first = next((i for i, c in enumerate(word) if c in _VOWELS), len(word))
    result += [(word[:i] + word[i + 1 :], tones[c]) for i, c in enumerate(word) if i > first and c in tones]
    return result


def _marked(word: str, letters: list[tuple[str, str]]) -> set[str]:
    """Write the letters that keys stand for: all of them, or all but those of ``dd`` or of the vowels."""
    found = {word}
    for consonant, vowels in product((True, False), repeat=2):
        form = word
        for keys, letter in letters:
            if consonant if letter == "đ" else vowels:
                form = form.replace(keys, letter)
        found.add(form)
        if (
            vowels and len(form) > 2 and form[-1] in "w678"
        ):  # the key of the mark behind the word: nguoiwf, nhan6
            found |= _late(form[:-1], form[-1])
    return found


def _late(word: str, key: str) -> set[str]:
    """Put the mark of a key at the end on the vowels before it."""
    marks = {"w": ("ươ", "ơ", "ư", "ă"), "6": ("â", "ê", "ô"), "7": ("ươ", "ơ", "ư"), "8": ("ă",)}[key]
    bare = {"ươ": "uo", "ơ": "o", "ư": "u", "ă": "a", "â": "a", "ê": "e", "ô": "o"}
    return {word.replace(bare[mark], mark, 1) for mark in marks if bare[mark] in word}
