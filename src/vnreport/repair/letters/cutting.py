"""A stretch of text cut into tokens: what damage left inside words belongs to them, and words may be gone."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from functools import cache

from vnreport.patterns import lazy
from vnreport.repair.letters.damage import BOX_CHARACTERS, PLACEHOLDER, Kind

_LETTER = r"[^\W\d_]"
_LOW = r"[\x02\x03\x10\x11)(]"
# The low bytes of ĩ and Ĩ where control characters are gone: ngh)a, bc s).
_BRACKET = r"(?:(?<=[^\W\d_])[)(](?=[^\W\d_])|(?<=\b[sS])\)(?=[\s,.;]))"
# Nothing in a web or mail address, a path or a file name is a damaged word. The set of characters comes first
# because it is scanned for fast.
_ADDRESS = lazy(
    r"[:wW@\\.](?:(?<=:)//|(?<=[wW])[wW]{2}\.|(?<=[@\\])"
    r"|(?<=\.)(?i:com|vn|net|org|gov|edu|html?|php|aspx?|pdf|docx?|xlsx?|jpe?g|png)\b)"
)
# Where a word may have vanished: between two spaces, at the edge of a line, before a mark, behind a bracket.
# Three spaces, or two beside a sign of menus, are set so by the author.
_GAP = (
    r"(?P<double>(?<=[^\s|›»«<>•·][^\S\n])(?=[^\S\n](?:[^\s|›»«<>•·]|\n|\Z)))"
    r"|(?P<edge>(?<![^\n])(?=[^\S\n]\S)|(?<=[^\s.:;!?][^\S\n])(?=\n|\Z))"
    r"|(?P<open>(?<=\()(?=[^\S\n]\w))"
)
_MARKS = ",.;:!?)"
_GAP_BEFORE_MARK = rf"(?P<mark>(?=[{_MARKS}])(?<=[^\S\n]))"
_SPACED_MARK = lazy(rf"[{_MARKS}](?<=[^\S\n].)")
_FEW_MARKS, _MOST = 3, 0.7


@cache
def token_pattern(kind: Kind) -> re.Pattern[str]:
    """Give the pattern of a token; debris inside words belongs to the word."""
    rest = r"|\d+(?:[.,/:]\d+)*|[^\w\s]|\n"
    if kind.startswith("marked"):
        low = rf"|{_BRACKET}" if kind == "marked_low" else ""
        return re.compile(
            rf"(?:{_LETTER}|[?{BOX_CHARACTERS}]|_(?=[?_{BOX_CHARACTERS}]*{_LETTER})|(?<={_LETTER})_{low})+{rest}"
        )
    if kind == "low_ascii":
        return re.compile(rf"(?:{_LETTER}|{_BRACKET})+{rest}")
    if kind == "low_byte":
        return re.compile(rf"(?:{_LETTER}|(?<={_LETTER}){_LOW}(?={_LETTER})|[\x02\x03\x10\x11])+{rest}")
    return re.compile(rf"{_LETTER}+{rest}")


def without_addresses(text: str) -> str:
    """Put a sign that is no letter for each character of a web or mail address, a path or a file name."""
    parts: list[str] = []
    at = 0
    for match in _ADDRESS.finditer(text):
        start, end = match.span()
        if start < at:
            continue
        while start > at and not text[start - 1].isspace():
            start -= 1
        while end < len(text) and not text[end].isspace():
            end += 1
        parts += [text[at:start], "\u00a4" * (end - start)]
        at = end
    return "".join([*parts, text[at:]]) if at else text


@cache
def pattern_with_gaps(kind: Kind, before_marks: bool) -> re.Pattern[str]:
    """Give the pattern of a token or, as a named group, of a gap where a word may have vanished."""
    # The mark is a token itself, so the gap before it must be asked for first.
    first = f"{_GAP_BEFORE_MARK}|" if before_marks else ""
    return re.compile(f"{first}{token_pattern(kind).pattern}|{_GAP}")


def sets_marks_apart(text: str) -> bool:
    """Tell whether the author puts a space before each mark, as in tokenised text: there it tells nothing."""
    spaced = len(_SPACED_MARK.findall(text))
    return spaced > _FEW_MARKS and spaced > _MOST * sum(map(text.count, _MARKS))


def silences(text: str, gaps: Sequence[str], tokens_: int, kind: Kind) -> dict[str, float]:
    """Give, for each sort of gap, the log-probability that the author left it without losing a word.

    What damage does not explain of the gaps is the author's way of spacing.
    """
    if not gaps:
        return {}
    words = max(1, tokens_ - sum(map(bool, gaps)))
    marks = max(1, sum(map(text.count, _MARKS)))
    lines = text.count("\n") + 1
    brackets = max(1, text.count("("))
    lost = 0.01 if kind == "additional" else 0.05
    return {
        "double": math.log(min(1.0, max(0.002, gaps.count("double") / words - lost))),
        "mark": math.log(min(1.0, max(0.005, gaps.count("mark") / marks - lost))),
        "open": math.log(min(1.0, max(0.02, gaps.count("open") / brackets - lost))),
        "edge": math.log(min(1.0, max(0.02, gaps.count("edge") / lines - lost))),
    }


def observed(token: str) -> str:
    """Give a word with one placeholder for all kinds."""
    return re.sub(f"[_{BOX_CHARACTERS}]", PLACEHOLDER, token)


def is_kept(form: str, seen: str) -> bool:
    """Tell whether a word stays as it is; what no word explains is written with one placeholder for all."""
    return form == seen or (PLACEHOLDER in form and form == observed(seen))
