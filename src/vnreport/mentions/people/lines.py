"""Lines that hold nothing but names, as those under a signature do."""

from __future__ import annotations

from vnreport.mentions.people.syllables import is_likely

FEWEST, MOST = 5, 12
_SIZES = (3, 4, 2)
"""How many syllables names beside each other have, the commonest first."""


def whole_line(text: str, start: int, end: int) -> bool:
    """Whether ``[start, end)`` fills its line, as the signer's name does."""
    return (start == 0 or text[start - 1] == "\n") and text[end : end + 1] in ("", "\n", "\r")


def alone(text: str, begin: int, end: int) -> bool:
    """Whether a name, with its rank, fills its line but for marks, as under a signature."""
    start = text.rfind("\n", max(0, begin - 60), begin) + 1
    stop = text.find("\n", end, end + 60)
    line_end = stop if stop >= 0 else (len(text) if len(text) - end < 60 else -1)
    if line_end < 0 or (start == 0 and begin > 60):
        return False
    return not text[start:begin].strip(" \t\xa0-*") and not text[end:line_end].strip(" \t\xa0.")


def split_names(folded: list[str]) -> list[int]:
    """Part syllables into usual names; give how many each has, nothing where they cannot be."""
    if not folded:
        return []
    for size in _SIZES:
        if len(folded) < size or not is_likely(folded[:size]):
            continue
        rest = split_names(folded[size:])
        if rest or len(folded) == size:
            return [size, *rest]
    return []


def spelled(surface: str) -> str:
    """Write a name in usual case, its white space evened."""
    words = surface.replace("\xa0", " ").split()
    if all(w.isupper() for w in words) and any(len(w) > 1 for w in words):
        words = [w[0] + w[1:].lower() for w in words]
    return " ".join(words)
