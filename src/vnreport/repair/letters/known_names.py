"""Names that undamaged lines of the same text spell out: what damage left of them is they again.

``Chẩu Văn Lâm`` is to the language model an unlikely ``Châu Văn Lâm``; where a line nearby names him
whole, it is known better. So are places.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.repair.letters.lost_surnames import surnames
from vnreport.repair.letters.mended import Mended, replaced, within
from vnreport.repair.types import Replacement
from vnreport.text import matches, without_surrogates

_WORD = rf"[{UPPER}][^\W\d_]{{0,6}}"
_RUN = lazy(rf"(?<![\w’'\-]){_WORD}(?: {_WORD}){{1,7}}(?![\w’'\-])")
"""Capitalised words: a name, or more words that one ends: ``Ông Trần Văn An``."""
_OTHER = 3
"""So many words at most has a name that is no person's."""
_ADDRESS = ("ông", "bà", "anh", "chị", "Ông", "Bà", "Anh", "Chị", "đồng chí", "Đồng chí")
_MOST = 400
"""So many names are known at once; a text with more is a list of names."""
_SURE = 0.95
_REACH = 3000
"""So many characters from damage, the remains of a name may be a name of their own."""
_SHORT = 5
"""So many characters tell no name."""


def with_known_names(mended: Mended) -> list[Replacement]:
    """Replace what was found in the remains of names by the names that undamaged lines hold."""
    text, found = mended.raw, mended.found
    remains = _remains(_names(text, _damaged_lines(text, found)))
    if not remains:
        return found
    starts, ends = [c.start for c in found], [c.end for c in found]
    made: list[Replacement] = []
    dropped: set[int] = set()
    for start, end, name in _occurrences(text, remains):
        inside = within(starts, ends, start, end)
        if inside is None or not _is_near(starts, start):
            continue
        dropped.update(inside)
        made += _by_words(text, start, end, name, found[inside[0] if inside else 0].kind)
    return replaced(found, dropped, made)


def _is_near(starts: Sequence[int], at: int) -> bool:
    """Tell whether something near was damaged, too: a long text holds many names that are alike."""
    first = bisect_left(starts, at - _REACH)
    return first < len(starts) and starts[first] <= at + _REACH


def _damaged_lines(text: str, found: Sequence[Replacement]) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for change in found:
        if lines and change.start < lines[-1][1]:
            continue
        start = text.rfind("\n", 0, change.start) + 1
        end = text.find("\n", change.end)
        lines.append((start, end if end >= 0 else len(text)))
    return lines


def _names(text: str, damaged: Sequence[tuple[int, int]]) -> dict[str, bool]:
    """Give the names in undamaged lines that damage would touch, with whether each is a person's."""
    found: dict[str, bool] = {}
    at = 0
    for start, end in [*damaged, (len(text), len(text))]:
        for run in _RUN.finditer(text, at, start):
            words = run[0].split(" ")
            size = next((n for n in (4, 3) if len(words) >= n and words[-n] in surnames()), 0)
            name = " ".join(words[-size:]) if size else run[0]
            if (size or len(words) <= _OTHER) and not name.isascii() and not name.isupper():
                found[name] = size > 0
                if len(found) == _MOST:
                    return found
        at = end
    return found


def _remains(names: dict[str, bool]) -> dict[str, str]:
    """Give what each kind of damage leaves of the names, and of given names behind a form of address."""
    from vnreport.repair.letters.damage import OF_NAMES, damage_table

    written = [*names, *(name.upper() for name in names)]
    given = {name.rpartition(" ")[2] for name, of_person in names.items() if of_person}
    written += [f"{form} {name}" for form in _ADDRESS for name in given]
    found: dict[str, set[str]] = {}
    for kind in OF_NAMES:
        table = damage_table(kind)
        for intact in written:
            left = intact.translate(table)
            if left != intact and len(left) > _SHORT:
                found.setdefault(left, set()).add(intact)
    return {left: name for left, same in found.items() if len(same) == 1 for name in same}


def _occurrences(text: str, remains: dict[str, str]) -> Iterator[tuple[int, int, str]]:
    """Give where remains stand as whole words, with the name each was."""
    from ahocorasick_rs import AhoCorasick, MatchKind

    forms = list(remains)
    automaton = AhoCorasick(forms, matchkind=MatchKind.LeftmostLongest)
    text = without_surrogates(text)
    for index, start, end in matches(automaton, text):
        if start and not _is_edge(text[start - 1]):
            continue
        if end == len(text) or _is_edge(text[end]):
            yield start, end, remains[forms[index]]


def _is_edge(character: str) -> bool:
    return not (character.isalnum() or character in "?-'’\ufffd")


def _by_words(text: str, start: int, end: int, name: str, kind: str) -> Iterator[Replacement]:
    """Give the changes that make ``text[start:end]`` the name, word by word where they are as many."""
    left, right = text[start:end].split(" "), name.split(" ")
    if len(left) != len(right):
        yield Replacement(start, end, name, kind, _SURE)
        return
    for old, new in zip(left, right, strict=True):
        if old != new:
            yield Replacement(start, start + len(old), new, kind, _SURE)
        start += len(old) + 1
