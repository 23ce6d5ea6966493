"""The text's own way of writing, where more than one is right: ``tỷ`` or ``tỉ``, ``Ủy viên`` or ``ủy viên``.

The language model writes as newspapers do; a text goes by what it shows undamaged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from vnreport.lexicon import column
from vnreport.patterns import lazy
from vnreport.repair.letters.damage import strip_marks
from vnreport.repair.letters.mended import Mended
from vnreport.repair.types import Replacement
from vnreport.text import without_surrogates

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_TY, _TI = lazy(r"(?<!\w)tỷ(?!\w)"), lazy(r"(?<!\w)tỉ(?!\w)")
_SPELT = {"tỉ": "tỷ", "Tỉ": "Tỷ", "TỈ": "TỶ"}
_WITH_I = (" s", " m")
"""What is left of the words behind ``tỉ`` that it is written with everywhere: ``tỉ số``, ``tỉ mỉ``."""
_RANK = r"(?<=[^\W\d_A-Z,] )(?:%s)(?![^\W\d_])"
_OFFICIAL = lazy(_RANK % "Chủ tịch|Phó|Giám đốc|Bí thư|Trưởng|Chánh")
_PLAIN = lazy(_RANK % "chủ tịch|phó|giám đốc|bí thư|trưởng phòng|chánh")
_WORD = lazy(r" (\d|[^\W\d_]+)")
_COUNTED = lazy(r"(?:\d|các|những) \Z")
_REACH = 8
_SINGLE = ("đoàn", "ủy viên")
"""Words that lose their capital where they are counted: ``các ủy viên``."""
_FURTHER = lazy(r"(?<=[ \-])[^\W\d_]+")


def with_own_style(mended: Mended) -> list[Replacement]:
    """Write restored words the way that the text writes them."""
    found = mended.found
    instead = _spelt(mended.raw, found)
    capitals = _in_names(mended)
    if _is_official(mended.text):
        capitals |= _official(mended)
    for i in capitals:
        form = instead.get(i, found[i]).replacement
        instead[i] = instead.get(i, found[i])._replace(replacement=form[0].upper() + form[1:])
    return [instead.get(i, change) for i, change in enumerate(found)] if instead else found


def _official(mended: Mended) -> set[int]:
    """Give the changes that official writing begins with a capital."""
    return {
        i
        for match in _small().finditer(mended.text)
        if _goes_on(mended.text, match)
        for i in _lost_case(mended, match.start(), match.start() + len(match[0].split(" ")[0]))
    }


def _in_names(mended: Mended) -> set[int]:
    """Give the changes that begin with a capital inside names, the first letter of which is one."""
    text = mended.text
    return {
        i
        for at, name in _names_in(text)
        for start, end in _capitals_of(name)
        if text[at + start].islower()
        for i in _lost_case(mended, at + start, at + end)
    }


def _lost_case(mended: Mended, start: int, end: int) -> Iterator[int]:
    """Give the change of a word, where the case of its first letter was lost with it."""
    inside = mended.changes(start, end)
    if inside and mended.starts[inside[0]] == start:
        first = mended.text[start]
        change = mended.found[inside[0]]
        if mended.raw[change.start : change.start + 1] not in (first, strip_marks(first)):
            yield inside[0]


def _spelt(text: str, found: list[Replacement]) -> dict[int, Replacement]:
    """Give ``tỷ`` for each ``tỉ``, unless the text shows that it writes so; reports write ``tỷ``."""
    restored = {
        i: _SPELT[c.replacement]
        for i, c in enumerate(found)
        if c.replacement in _SPELT
        and "i" not in text[c.start : c.end].lower()
        and not text.startswith(_WITH_I, c.end)
    }
    if not restored or len(_TI.findall(text)) > len(_TY.findall(text)):
        return {}
    return {i: found[i]._replace(replacement=form) for i, form in restored.items()}


def _is_official(text: str) -> bool:
    """Tell whether a text writes offices with a capital inside sentences."""
    return len(_OFFICIAL.findall(text)) > len(_PLAIN.findall(text))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands behind is what official writing has behind a capital."""
    behind = _WORD.match(text, match.end())
    if behind is None:
        return False
    wanted = _behind()[match[0]]
    if behind[1].isdigit():
        return "#" in wanted
    if match[0] in _SINGLE and _COUNTED.search(text, max(0, match.start() - _REACH), match.start()):
        return False
    return behind[1] in wanted or ("*" in wanted and behind[1][0].isupper())


def _names_in(text: str) -> Iterator[tuple[int, str]]:
    """Give where names of the tables stand that hold a capital which damage takes, case aside inside them."""
    automaton, names = _automaton()
    for index, start, end in automaton.find_matches_as_indexes(without_surrogates(text).lower()):
        name = names[index]
        if end - start != len(name) or text[start : start + 2] != name[:2]:
            continue
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            yield start, name


@cache
def _automaton() -> tuple[AhoCorasick, list[str]]:
    from ahocorasick_rs import AhoCorasick, MatchKind

    names = [
        name
        for title, column_ in (("organization_fields", "field"), ("law_names", "name"))
        for name in column(title, column_)
        if _capitals_of(name)
    ]
    return AhoCorasick([name.lower() for name in names], matchkind=MatchKind.LeftmostLongest), names


@lru_cache(maxsize=512)
def _capitals_of(name: str) -> tuple[tuple[int, int], ...]:
    """Give the words of a name, behind its first, that begin with a capital which damage takes."""
    words = _FURTHER.finditer(name, 1)
    return tuple(word.span() for word in words if word[0][0].isupper() and not word[0][0].isascii())


@cache
def _behind() -> dict[str, frozenset[str]]:
    """Give the words with what may stand behind each."""
    from vnreport.lexicon import table

    return {row["word"]: frozenset(row["behind"].split()) for row in table("official_capitals")}


@cache
def _small() -> re.Pattern[str]:
    """Give the pattern of the words in small letters."""
    return re.compile(rf"(?<![\w(])(?:{'|'.join(map(re.escape, _behind()))})(?!\w)")
