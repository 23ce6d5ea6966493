"""The text's own way of writing, where more than one is right: ``tỷ`` or ``tỉ``, ``Ủy viên`` or ``ủy viên``.

The language model writes as newspapers do; a text goes by what it shows undamaged.
"""

from __future__ import annotations

import re
from functools import cache

from vnreport.patterns import lazy
from vnreport.repair.letters.mended import Mended
from vnreport.repair.types import Replacement

_TY, _TI = lazy(r"(?<!\w)tỷ(?!\w)"), lazy(r"(?<!\w)tỉ(?!\w)")
_SPELT = {"tỉ": "tỷ", "Tỉ": "Tỷ", "TỈ": "TỶ"}
_WITH_I = (" s", " m")
"""What is left of the words behind ``tỉ`` that it is written with everywhere: ``tỉ số``, ``tỉ mỉ``."""
_RANK = r"(?<=[^\W\d_A-Z,] )(?:%s)(?![^\W\d_])"
_OFFICIAL = lazy(_RANK % "Chủ tịch|Phó|Giám đốc|Bí thư|Trưởng|Chánh")
_PLAIN = lazy(_RANK % "chủ tịch|phó|giám đốc|bí thư|trưởng phòng|chánh")
_WORD = lazy(r" ([^\W\d_]+)")


def with_own_style(mended: Mended) -> list[Replacement]:
    """Write restored words the way that the text writes them."""
    text, found = mended.raw, mended.found
    instead = _spelt(text, found)
    if _is_official(mended.text):
        for match in _small().finditer(mended.text):
            inside = mended.changes(match.start(), match.start() + len(match[0].split(" ")[0]))
            if inside and _lost_its_case(text, found[inside[0]]) and _goes_on(mended.text, match):
                change = instead.get(inside[0], found[inside[0]])
                written = change.replacement[0].upper() + change.replacement[1:]
                instead[inside[0]] = change._replace(replacement=written)
    return [instead.get(i, change) for i, change in enumerate(found)] if instead else found


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


def _lost_its_case(text: str, change: Replacement) -> bool:
    from vnreport.repair.letters.damage import strip_marks

    first = change.replacement[:1]
    return text[change.start : change.start + 1] not in (first, strip_marks(first))


def _goes_on(text: str, match: re.Match[str]) -> bool:
    """Tell whether what stands behind is what official writing has behind a capital."""
    behind = _WORD.match(text, match.end())
    if behind is None:
        return False
    wanted = _behind()[match[0]]
    return behind[1] in wanted or ("*" in wanted and behind[1][0].isupper())


@cache
def _behind() -> dict[str, frozenset[str]]:
    """Give the words with what may stand behind each."""
    from vnreport.lexicon import table

    return {row["word"]: frozenset(row["behind"].split()) for row in table("official_capitals")}


@cache
def _small() -> re.Pattern[str]:
    """Give the pattern of the words in small letters."""
    return re.compile(rf"(?<![\w(])(?<!các )(?<!\d )(?:{'|'.join(map(re.escape, _behind()))})(?!\w)")
