"""What Unicode itself asks for: composition, spaces, invisible characters, full-width forms, look-alikes."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from itertools import groupby

from vnreport.lexicon import table
from vnreport.patterns import lazy
from vnreport.repair.look import Look
from vnreport.repair.syllable import is_syllable
from vnreport.repair.types import Damage, Replacement

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BREAKS = "\u2028\u2029"
_JOINERS = "\u200c\u200d"
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_STRANGE = lazy(
    f"(?P<space>[{_SPACES}])|(?P<line>[{_BREAKS}])|(?P<joiner>[{_JOINERS}])"
    f"|(?P<wide>[\uff01-\uff5e]+)|(?P<invisible>[{_INVISIBLE}]+)"
)
_STRANGE_SIGN = lazy(f"[{_SPACES}{_BREAKS}{_JOINERS}{_INVISIBLE}\uff01-\uff5e]")
_CJK = lazy("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_MISPLACED = lazy("[aeiouyAEIOUY\u00c0-\u1ef9][\u0300-\u0323]{1,6}(?![\u0300-\u0323])")
_TONES = "\u0300\u0301\u0303\u0309\u0323"
_ETH = lazy("[\u00d0\u00f0\u0189\u0256]")
_LATIN_LETTER = lazy("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_ICELANDIC = frozenset("þÞæÆöÖ")
_LONGEST = 24


def find_invisible(seen: Look, damage: Damage) -> list[Replacement]:
    """Find other spaces than the usual one, invisible characters and full-width forms."""
    text = seen.text
    found: list[Replacement] = []
    hyphens = _SOFT_HYPHEN in seen.unusual and not _breaks_syllables(text)
    at = 0
    while sign := _STRANGE_SIGN.search(text, at):
        match = _STRANGE.match(text, sign.start())
        at = match.end() if match else sign.end()
        if match and (fix := _plain(text, match)) is not None:
            if hyphens and match[0] == _SOFT_HYPHEN and _is_hyphen(text, match.start()):
                fix = "-"
            kind = {"wide": "fullwidth", "line": "space", "joiner": "invisible"}.get(
                match.lastgroup or "", match.lastgroup or ""
            )
            found.append(Replacement(*match.span(), fix, kind, 1.0))
    return found


def _plain(text: str, match: re.Match[str]) -> str | None:
    """Give what an unusual space, an invisible or a full-width character becomes; None to leave it."""
    start, end = match.span()
    if match["space"]:
        return " "
    if match["line"]:
        return "\n"
    if match["wide"]:
        around = text[max(0, start - 2) : end + 2]
        return None if _CJK.search(around) else "".join(chr(ord(c) - 0xFEE0) for c in match[0])
    if match["joiner"]:  # they belong to emoji and to scripts of India and the Near East
        beside = text[start - 1 : start] + text[end : end + 1]
        return "" if len(beside) == 2 and all(map(_LATIN_LETTER.match, beside)) else None
    return ""


_SOFT_HYPHEN = "\u00ad"
_LETTERS = lazy(r"[^\W\d_]{0,24}")


def _breaks_syllables(text: str) -> bool:
    """Tell whether soft hyphens are what they should be, places where a line may break: ``c-ường``."""
    at = text.find(_SOFT_HYPHEN)
    while at >= 0:
        if text[at - 1 : at].islower() and text[at + 1 : at + 2].islower():
            left, right = _beside(text, at)
            if is_syllable(left + right) and not (is_syllable(left) and is_syllable(right)):
                return True
        at = text.find(_SOFT_HYPHEN, at + 1)
    return False


def _beside(text: str, at: int) -> tuple[str, str]:
    """Give the letters before a soft hyphen and those behind it."""
    start, _ = _word_around(text, at, at)
    right = _LETTERS.match(text, at + 1)
    return text[start:at], right[0] if right else ""


def _is_hyphen(text: str, at: int) -> bool:
    """Tell whether a soft hyphen stands for a hyphen, as in the text of many a PDF: QĐ-UBND, 2011-2020."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if not before.strip():
        return not behind.strip()
    if behind == "\n":
        return before.isupper() or before.isdigit()
    if not behind.isalnum() or not before.isalnum():
        return False
    if behind.isdigit() or before.isdigit():
        return behind.isdigit() == before.isdigit() or behind.isupper() or before.isupper()
    left, right = _beside(text, at)
    if is_syllable(left + right):
        return False
    return behind.isupper() or (is_syllable(left) and is_syllable(right))


def find_uncomposed(seen: Look, damage: Damage) -> list[Replacement]:
    """Find letters that are not in NFC."""
    text, signs = seen.text, "".join(filter(may_compose, seen.unusual))
    if not signs:
        return []
    found = []
    at = 0
    sign = re.compile(f"[{re.escape(signs)}]")
    while hit := sign.search(text, at):
        start, end = _around(text, hit.start(), at)
        at = max(end, hit.end())
        composed = _nfc(text[start:end])
        composed = _MISPLACED.sub(_reordered, composed)
        if composed != text[start:end]:
            found.append(Replacement(start, end, composed, "nfc", 1.0))
    return found


def _nfc(text: str) -> str:
    """Normalise to NFC, in linear time even where hundreds of marks stand on end."""
    if len(text) > _LONGEST:
        spread = (unicodedata.normalize("NFD", c) for c in text)
        runs = groupby("".join(spread), key=lambda c: unicodedata.combining(c) > 0)
        text = "".join(
            c for marks, run in runs for c in (sorted(run, key=unicodedata.combining) if marks else run)
        )
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=4096)
def may_compose(c: str) -> bool:
    """Tell whether a character may be not in NFC, by itself or behind another."""
    if unicodedata.category(c).startswith("M") or "\u1160" <= c <= "\u11ff":
        return True
    return unicodedata.normalize("NFC", c) != c


_SPACE = lazy(r"[ \t\n\r]")


def _around(text: str, offset: int, floor: int) -> tuple[int, int]:
    """Give the stretch between spaces that an offset lies in, not below ``floor``."""
    start = offset
    while start > floor and text[start - 1] not in " \t\n\r":
        start -= 1
    end = _SPACE.search(text, offset)
    return start, end.start() if end else len(text)


def _reordered(match: re.Match[str]) -> str:
    """Put the circumflex, breve or horn before the tone, where NFC composes them."""
    spread = unicodedata.normalize("NFD", match[0])
    marks = sorted(spread[1:], key=lambda mark: mark in _TONES)
    return unicodedata.normalize("NFC", spread[0] + "".join(marks))


def find_look_alikes(seen: Look, damage: Damage) -> list[Replacement]:
    """Find letters that pass for others: eth for đ, Cyrillic and Greek ones in Latin words."""
    text, found = seen.text, []
    if not seen.unusual.isdisjoint(_D):
        found += [
            Replacement(*m.span(), _D[m[0]], "lookalike", 0.99) for m in _ETH.finditer(text) if _is_d(text, m)
        ]
    if seen.unusual.isdisjoint(map(chr, _similar())):
        return found
    at = 0
    other, disguised = _other(), _is_disguised(seen)
    while hit := other.search(text, at):
        start, end = _word_around(text, hit.start(), hit.end(), disguised)
        start, at = max(start, at), end
        word = text[start:end]
        mended = word.translate(_similar())
        if "0" in word:
            mended = mended.replace("0", "O" if mended.replace("0", "").isupper() else "o")
        if all(new.islower() for old, new in zip(word[1:], mended[1:], strict=True) if old == new):
            # The look-alike of a small letter is often a capital (Һ).
            mended = mended[0] + (mended[1:].lower() if any(map(str.islower, mended[1:])) else mended[1:])
        elif len(word) > 2 and _in_capitals(word, mended):
            mended = mended.upper()  # a letter of a script without case stands for both
        if _is_meant(word, mended) or (disguised and is_syllable(mended) and _LATIN_LETTER.search(word)):
            found += [
                Replacement(start + i, start + i + 1, new, "lookalike", 0.95)
                for i, (old, new) in enumerate(zip(word, mended, strict=True))
                if old != new
            ]
    if disguised or found:
        found += _zeros(text, found, disguised)
    found.sort(key=lambda r: r.start)
    return found


_DISGUISED = 4


def _is_disguised(seen: Look) -> bool:
    """Tell whether letters were exchanged throughout, to hinder copying: by so many different look-alikes."""
    return len(seen.unusual & _disguises()) >= _DISGUISED


@cache
def _disguises() -> frozenset[str]:
    return frozenset(map(chr, _similar())) - frozenset("ƣƢ")


_ZERO = lazy(r"0(?<=[^\W\d_]0)(?!\d)|0(?<!\d0)(?=[^\W\d_])")


def _zeros(text: str, found: list[Replacement], disguised: bool) -> list[Replacement]:
    """Find noughts that stand for the letter where others were exchanged, in text or word: d0anh, ТҺE0."""
    mended = {r.start: r.replacement for r in found}
    zeros = []
    for match in _ZERO.finditer(text):
        start, end = match.span()
        while start and match.start() - start < _LONGEST and text[start - 1].isalpha():
            start -= 1
        while end < len(text) and end - match.end() < _LONGEST and text[end].isalpha():
            end += 1
        letters = "".join(mended.get(i, text[i]) for i in range(start, end))
        word = letters.replace("0", "O" if letters.replace("0", "").isupper() else "o", 1)
        if match.start() in mended or (not disguised and mended.keys().isdisjoint(range(start, end))):
            continue
        if end - start > 1 and is_syllable(word):
            zeros.append(Replacement(*match.span(), word[match.start() - start], "lookalike", 0.95))
    return zeros


_WITH_NOUGHTS = lazy(r"(?<![\w])[^\W\d_]+0(?:[^\W\d_]|0(?!\d))*(?!\w)")


def _in_capitals(word: str, mended: str) -> bool:
    """Tell whether a word is in capitals, letters of scripts without case aside."""
    return all(new.isupper() for old, new in zip(word, mended, strict=True) if old.lower() != old.upper())


def _is_meant(word: str, mended: str) -> bool:
    """Tell whether a word with letters that pass for others is a Latin word."""
    foreign = [c for c in word if not _LATIN_LETTER.match(c)]
    plain = len(word) - len(foreign) - sum(c in _PASSING for c in word)
    if plain < 1 or any(not _LATIN_LETTER.match(c) for c in mended):
        return False
    return (len(word) > 2 and is_syllable(mended)) or not any(c in _resembling() for c in word)


def _word_around(text: str, start: int, end: int, noughts: bool = False) -> tuple[int, int]:
    """Widen a stretch to the letters around it, within reason; and to noughts that may be some."""
    left, right = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    if noughts:
        wide = _WITH_NOUGHTS.search(text, left, right)
        while wide is not None and wide.end() < end:
            wide = _WITH_NOUGHTS.search(text, wide.end(), right)
        if wide is not None and wide.start() <= start and end <= wide.end():
            return wide.span()
    while start > left and text[start - 1].isalpha():
        start -= 1
    while end < right and text[end].isalpha():
        end += 1
    return start, end


_D = {"\u00d0": "Đ", "\u00f0": "đ", "\u0189": "Đ", "\u0256": "đ"}


def _is_d(text: str, match: re.Match[str]) -> bool:
    """Tell whether an eth stands for đ: at the start of a word, or in a code, and not in an Icelandic one."""
    start, end = _word_around(text, *match.span())
    word = text[start:end]
    if not _ICELANDIC.isdisjoint(word):
        return False
    before, behind = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    if len(word) == 1 and behind == "?" and text[end + 1 : end + 2].isalpha():
        return True  # the letter behind was replaced: Ð?c
    if len(word) == 1:  # a unit of money, part of a code, the name of a clause
        if before.isdigit() or (match[0].isupper() and (before in _JOINTS or behind in _JOINTS)):
            return True
        return before in _OPENING and behind in _CLOSING
    if sum(map(str.isupper, word)) > 1 or is_syllable(word.translate(_D_TABLE)):
        return True
    return match.start() > start and any(c in "êôơưâăÊÔƠƯÂĂ" for c in before + behind)


_JOINTS = frozenset("-/&.")
_OPENING, _CLOSING = (
    frozenset(["", " ", "\n", "(", "\t"]),
    frozenset(["", " ", "\n", ")", ".", ",", ";", ":"]),
)
_D_TABLE = str.maketrans(_D)


@cache
def _similar() -> dict[int, str]:
    return {ord(row["letter"]): row["latin"] for row in table("look_alikes")}


@cache
def _resembling() -> frozenset[str]:
    return frozenset(row["letter"] for row in table("look_alikes") if row["any"] == "0")


@cache
def _other() -> re.Pattern[str]:
    return re.compile("[" + "".join(row["letter"] for row in table("look_alikes")) + "]")


def passes_for_another(c: str) -> bool:
    """Tell whether a character may stand for another letter."""
    return c in _D or ord(c) in _similar()


_PASSING = frozenset("ǥǤƚɣƔƙƘƅ")


def find_decoration(seen: Look, damage: Damage) -> list[Replacement]:
    """Find marks that were set under or over every letter of a stretch, to hinder copying."""
    text, found = seen.text, []
    for mark in filter(_MARK.match, seen.unusual):
        places = [match.span() for match in re.finditer(mark + "+", text) if not _is_phonetic(text, match)]
        dense = any(far[0] - near[0] <= _DENSE for near, far in zip(places, places[3:], strict=False))
        if dense or _is_disguised(seen):
            found += [Replacement(*place, "", "decoration", 0.95) for place in places]
    found.sort(key=lambda r: r.start)
    return found


_PHONETIC = lazy("[\u0250-\u02af\u1d00-\u1d7f\u02c8\u02cc\u02d0ðθæøŋœ]")


def _is_phonetic(text: str, match: re.Match[str]) -> bool:
    """Tell whether a mark stands in a transcription, which has uses for such: ``[ˈbɨ̞ðɨ̞ɡ]``."""
    return _PHONETIC.search(text, max(0, match.start() - _DENSE), match.end() + _DENSE) is not None


_DENSE = 14
"""Four letters with the same mark within so many characters are decorated."""
# Combining marks that Vietnamese does not use.
_MARK = lazy("[\u0304\u0305\u0307\u030a-\u031a\u031c-\u0322\u0324-\u036f]")
