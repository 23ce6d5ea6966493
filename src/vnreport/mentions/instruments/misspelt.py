"""Words for kinds that a code shows to be misspelt: ``Nghị đinh số 15/2018/NĐ-CP``."""

from __future__ import annotations

import re
from functools import cache

from vnreport.lexicon import table
from vnreport.mentions.instruments.page import Page
from vnreport.patterns import lazy
from vnreport.symbols import bare

_WORDS = lazy(r"[^\W\d_]{1,8}(?:\s{1,3}[^\W\d_]{1,8}){0,3}\s{0,3}\Z")
_LONGEST = 36


@cache
def _names(kind: str) -> tuple[tuple[int, str], ...]:
    """Give the names of a kind that are long enough to be known by most of their letters."""
    found = {row["name"] for row in table("instrument_kinds") if row["kind"] == kind}
    return tuple((name.count(" ") + 1, bare(name)) for name in sorted(found) if " " in name)


def head_misspelt(page: Page, low: int, begin: int, kind: str) -> int | None:
    """Find the misspelt word for a kind right before a code of that kind.

    Args:
        page: the text.
        low: where the citation before ends.
        begin: where ``số`` or the code begins.
        kind: what the code says it is.

    Returns:
        The offset of the word; None where another word stands there.
    """
    tail = _WORDS.search(page.plain, max(low, begin - _LONGEST), begin)
    if tail is None:
        return None
    words = list(re.finditer(r"\S+", tail.group()))
    for size, name in _names(kind):
        if size <= len(words):
            shown = bare(" ".join(w.group() for w in words[-size:]))
            if _near(shown, name):
                return tail.start() + words[-size].start()
        # "Thôngtư số 05/2021/TT-BTC": words that have lost the space between them.
        if bare(words[-1].group()) == name.replace(" ", ""):
            return tail.start() + words[-1].start()
    return None


def _near(shown: str, name: str) -> bool:
    """Tell whether two words differ by one letter at most: another one, one too many, one missing."""
    if abs(len(shown) - len(name)) > 1 or shown[0] != name[0]:
        return False
    same = next((i for i, (a, b) in enumerate(zip(shown, name, strict=False)) if a != b), None)
    if same is None:
        return True
    rest, other = shown[same:], name[same:]
    return rest[1:] == other[1:] or rest[1:] == other or rest == other[1:]
