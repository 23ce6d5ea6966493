"""What tells the relation of a citation, and which cue does where a list of documents follows it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from vnreport.facts.phrases import GOES_ON
from vnreport.facts.words import Cue, phrase_pattern
from vnreport.patterns import lazy
from vnreport.report import Relation

ISSUING = ("issues", "adopts")
WINDOW = 400
"""How far before an instrument its cue may stand, in characters."""
ITEM = 12
"""How far into its line an instrument may stand for the line above to tell its relation, in characters."""
_DOCUMENTS = lazy(
    r"\s*(?:kịp\s+thời\s+|đầy\s+đủ\s+|nhiều\s+|các\s+|một\s+số\s+|những\s+|hệ\s+thống\s+|hàng\s+loạt\s+|gần\s+|hơn\s+|trên\s+"
    r"|\d{1,3}\s+){0,4}(?:loại\s+)?(?:văn\s+bản|nghị\s+quyết|quyết\s+định|kế\s+hoạch|chỉ\s+thị|công\s+văn|chương\s+trình|đề\s+án"
    r"|hướng\s+dẫn|quy\s+định|quy\s+chế|thông\s+báo)(?![^\W_])(?!\s+(?:số|này)(?![^\W_]))"
)
"""What is issued, before the list that names it: ``ban hành`` *nhiều văn bản*."""
_LISTS = lazy(
    r"(?:\s+(?!(?:các|những|nội\s+dung|theo|văn|nghị|quyết|kế|chỉ|công|chủ|quy)\s)[^\W\d_]+){0,8},?"
    r"(?:\s+(?:như|gồm|gồm\s+có|bao\s+gồm|trong\s+đó\s+có|trong\s+đó|cụ\s+thể|cụ\s+thể\s+là|cụ\s+thể\s+như|điển\s+hình\s+là"
    r"|tiêu\s+biểu\s+là|nhất\s+là))?(?:\s+(?:là|như\s+sau))?\s*:[\s\W\d]*"
    r"|,?\s+(?:như|gồm|bao\s+gồm|trong\s+đó\s+có|điển\s+hình\s+là|tiêu\s+biểu\s+là|nhất\s+là)\s+"
)
"""What opens the list behind the last cue, without another object of that cue."""
_OWNER = r"(?:của|do)(?:\s+[^\W\d_]+){1,10}?"


@cache
def _tasks() -> re.Pattern[str]:
    """Give the pattern of what is carried out because an instrument says so: ``các nhiệm vụ được``."""
    word = phrase_pattern("task")
    return re.compile(
        rf"(?:[\s,]+(?:{word})(?![^\W_]))*(?:\s+{_OWNER})?(?:\s+(?:đã|được|mà|như|đã\s+được))?\s*"
    )


_FOLLOWS = lazy(r"như\s+sau\s*:")


@dataclass(frozen=True, slots=True)
class Governor:
    """What tells the relation of an instrument."""

    relation: Relation
    confidence: float
    rule: str
    cue: tuple[int, int] | None = None
    depth: int = 0
    nested: bool = False
    """Whether it stands in the title of an earlier instrument of the row."""
    host: Governor | None = None
    """What governs the instrument before, of which the cue may be the predicate until a semicolon."""


def heading_list(folded: str, found: Sequence[Cue], start: int) -> int:
    """Give how many of the cues before an instrument count, where it opens a list of what was issued.

    ``ban hành các văn bản để thực hiện như: Kế hoạch số 5``: the list names what was issued, and what it was
    issued for has no object of its own. All cues count where there is no such list.

    Args:
        folded: the folded text.
        found: the cues before the instrument, in text order.
        start: where the instrument begins.
    """
    if found[-1].relation not in ("implements", "guides") or not _LISTS.fullmatch(
        folded, found[-1].end, start
    ):
        return len(found)
    for index in range(len(found) - 2, -1, -1):
        cue = found[index]
        if cue.relation in (*ISSUING, "drafts"):
            return index + 1 if _DOCUMENTS.match(folded, cue.end, start) else len(found)
        if cue.relation not in ("implements", "guides"):
            break
    return len(found)


def tasked(folded: str, cue: Cue, attribute: Cue) -> bool:
    """Tell whether a cue speaks of tasks that the next one ties to their instrument.

    ``Thực hiện các nhiệm vụ, giải pháp`` *nêu trong* ``Nghị quyết …``.
    """
    if (
        cue.relation not in ("implements", "issued_under", "based_on")
        or attribute.relation != "cites"
        or attribute.reach != "at"
    ):
        return False
    return _tasks().fullmatch(folded, cue.end, attribute.start) is not None


def led_out(tail: str) -> bool:
    """Tell whether a clause of its own follows ``như sau:`` between a cue and an instrument."""
    colon = _FOLLOWS.search(tail)
    return colon is not None and GOES_ON.fullmatch(tail[colon.end() :].lstrip(' \n-–+*•“"')) is None
