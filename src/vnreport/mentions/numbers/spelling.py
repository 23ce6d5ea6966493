"""The two ways of placing a tone mark (``hóa`` and ``hoá``), so that tables need hold only one."""

from __future__ import annotations

import re

_PLACED = {
    "óa": "oá", "òa": "oà", "ỏa": "oả", "õa": "oã", "ọa": "oạ",
    "óe": "oé", "òe": "oè", "ỏe": "oẻ", "õe": "oẽ", "ọe": "oẹ",
    "úy": "uý", "ùy": "uỳ", "ủy": "uỷ", "ũy": "uỹ", "ụy": "uỵ",
}  # fmt: skip
_MOVED = {new: old for old, new in _PLACED.items()}
_EITHER = re.compile(r"(?:[óòỏõọ][ae]|o[áàảãạéèẻẽẹ]|[úùủũụ]y|u[ýỳỷỹỵ])(?:\s|$)")
"""What most phrases hold none of; thousands are asked for at every start."""


def tone_variants(phrase: str) -> tuple[str, ...]:
    """Give a phrase in lower case with its tone marks in either place; itself first."""
    if _EITHER.search(phrase) is None:
        return (phrase,)
    moved = " ".join(_move(syllable, _PLACED) for syllable in phrase.split(" "))
    back = " ".join(_move(syllable, _MOVED) for syllable in phrase.split(" "))
    return tuple(dict.fromkeys((phrase, moved, back)))


def _move(syllable: str, places: dict[str, str]) -> str:
    rime = places.get(syllable[-2:])
    if rime is None or (syllable[0] == "q" and rime[-1] in "yýỳỷỹỵ"):
        return syllable
    return syllable[:-2] + rime
