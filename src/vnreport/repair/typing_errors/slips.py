"""What a mistyped word may have been meant to be, and how unlikely each slip is.

A slip costs its negative log-probability, roughly. The classes are those that studies of Vietnamese spelling
name: tones and marks, sounds that dialects confuse, slips on the keyboard, keys of an input method.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache, lru_cache
from typing import TypeAlias

from vnreport.lexicon import table
from vnreport.repair.letters.channel import vocabulary
from vnreport.repair.letters.damage import strip_marks
from vnreport.repair.letters.tokens import old_placement
from vnreport.repair.syllable import is_syllable
from vnreport.repair.typing_errors import strokes

_Add: TypeAlias = Callable[[str, float], None]
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_HOOK, _TILDE = "\u0309", "\u0303"
_MARKS = {"a": "aăâ", "e": "eê", "o": "oôơ", "u": "uư", "d": "dđ"}
_LETTERS = "bcdđghklmnpqrstvxaeiouyăâêôơư"
_EITHER = frozenset(("h", "k", "l", "m", "s", "t", "v", "qu"))
"""Onsets behind which i and y are a matter of style: school spelling of 1980 against usage."""
_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")

KEYS, DIALECT, TONE, MARK, SOUND, SWAPPED, MISSED, DOUBLED, BESIDE, OTHER = (
    2.0, 5.0, 6.5, 6.0, 6.5, 6.0, 7.0, 6.0, 7.0, 8.5,
)  # fmt: skip


@lru_cache(maxsize=8192)
def meant(word: str) -> tuple[tuple[str, int, float], ...]:
    """Give the words that one slip parts from a word, each with its id in the model and the cost of the slip.

    Args:
        word: in small letters, NFC.
    """
    known, own = vocabulary(), _alike(old_placement(word))
    result: dict[str, tuple[str, int, float]] = {}
    for form, cost in _forms(word).items():
        plain = old_placement(form)
        number = known.get(plain)
        if number is None or len(form) < 2 or not is_syllable(form) or _alike(plain) == own:
            continue
        if plain not in result or cost < result[plain][2]:
            result[plain] = (plain, number, cost)
    return tuple(result.values())


def _alike(word: str) -> str:
    """Give a word with i for y where either is good spelling: ``lý`` and ``lí``."""
    spread = unicodedata.normalize("NFD", word)
    bare = strip_marks(word)
    return spread.replace("y", "i") if bare[:-1] in _EITHER and bare[-1:] in ("i", "y") else spread


def _forms(word: str) -> dict[str, float]:
    forms: dict[str, float] = {}

    def add(form: str, cost: float) -> None:
        forms[form] = min(cost, forms.get(form, cost))

    for form in strokes.readings(word):
        add(form, KEYS)
    if not word.isalpha():
        return forms
    _retoned(word, add)
    _remarked(word, add)
    _by_sound(word, add)
    _on_keyboard(word, add)
    return forms


def _retoned(word: str, add: _Add) -> None:
    """Other tones, and a tone where there is none."""
    spread = unicodedata.normalize("NFD", word)
    tone = next((c for c in spread if c in _TONES), "")
    if tone:
        for other in (*_TONES, ""):
            cost = DIALECT if {tone, other} == {_HOOK, _TILDE} else TONE
            add(unicodedata.normalize("NFC", spread.replace(tone, other)), cost)
        return
    for i, c in enumerate(word):
        if strip_marks(c) in "aeiouy":
            for other in _TONES:
                add(word[:i] + unicodedata.normalize("NFC", c + other) + word[i + 1 :], TONE)


def _remarked(word: str, add: _Add) -> None:
    """Another mark on one letter, with its tone."""
    for i, c in enumerate(word):
        tones = "".join(m for m in unicodedata.normalize("NFD", c) if m in _TONES)
        for other in _MARKS.get(strip_marks(c), ""):
            add(word[:i] + unicodedata.normalize("NFC", other + tones) + word[i + 1 :], MARK)


def _by_sound(word: str, add: _Add) -> None:
    """Another onset or rime that sounds alike somewhere."""
    spread = unicodedata.normalize("NFD", word)
    tone = next((c for c in spread if c in _TONES), "")
    plain = unicodedata.normalize("NFC", spread.replace(tone, "")) if tone else word
    for place, one, other in _confusions():
        if place == "onset":
            if word.startswith(one):
                add(other + word[len(one) :], SOUND)
        elif plain.endswith(one):
            changed = plain[: -len(one)] + other
            if not tone:
                add(changed, SOUND)
                continue
            for i, c in enumerate(changed):
                if strip_marks(c) in "aeiouy":
                    add(unicodedata.normalize("NFC", changed[: i + 1] + tone + changed[i + 1 :]), SOUND)


def _on_keyboard(word: str, add: _Add) -> None:
    """A letter too many, missing, exchanged with its neighbour, or hit beside."""
    for i, c in enumerate(word):
        doubled = word[i : i + 2] == 2 * c
        add(word[:i] + word[i + 1 :], DOUBLED if doubled else BESIDE)
        if i + 1 < len(word):
            add(word[:i] + word[i + 1] + c + word[i + 2 :], SWAPPED)
        beside = _beside().get(c, "")
        for other in _LETTERS:
            if other != c and strip_marks(other) != strip_marks(c):
                add(word[:i] + other + word[i + 1 :], BESIDE if other in beside else OTHER)
            add(word[:i] + other + word[i:], MISSED)
    for other in _LETTERS:
        add(word + other, MISSED)
    if not any(strip_marks(c) in "aeiouy" for c in word):
        for i in range(len(word) + 1):
            for other in _toned():
                add(word[:i] + other + word[i:], MISSED)


@cache
def _toned() -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in _TONES)


@cache
def _beside() -> dict[str, str]:
    return {c: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in _ROWS for i, c in enumerate(row)}


@cache
def _confusions() -> tuple[tuple[str, str, str], ...]:
    rows = [(row["place"], row["one"], row["other"]) for row in table("sound_confusions")]
    return tuple(rows + [(place, other, one) for place, one, other in rows])
