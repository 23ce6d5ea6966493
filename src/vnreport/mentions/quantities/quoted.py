"""Names in quotes and grades of stars that belong to a counted thing."""

from __future__ import annotations

from vnreport.patterns import lazy

_QUOTED_NAME = lazy(r"[ \u00a0][“\"«]([^\W\d_])[^“”\"«»\n]{2,60}[”\"»]")
_GRADED = lazy(r"[ \u00a0](?:từ[ ])?[1-7](?:[ ]?(?:đến|-|–)[ ]?[1-7])?[ \u00a0]sao(?!\w)(?:[ ]trở lên)?")
"""The grade of hotels and of local products."""


def name_behind(text: str, folded: str, end: int, limit: int, *, named: bool) -> int:
    """Give where a phrase ends with the quoted name behind it (``15 mô hình “Dân vận khéo”``).

    Args:
        text: the text.
        folded: the same in lower case.
        end: where the phrase ends without it.
        limit: what the phrase may not pass.
        named: whether the thing may have a name; a span of time has none.
    """
    graded = _GRADED.match(folded, end)
    if graded and graded.end() <= limit:
        return graded.end()
    name = _QUOTED_NAME.match(text, end) if named else None
    return end if name is None or name.end() > limit or not name[1].isupper() else name.end()


def whole_name(text: str, start: int, limit: int) -> tuple[int, int] | None:
    """Give the ends of the head and of a quoted name right behind a number: ``04 “Mái ấm tình thương”``."""
    name = _QUOTED_NAME.match(text, start)
    if name is None or name.end() > limit or not name[1].isupper():
        return None
    first = name.start(1)
    return first + len(text[first : name.end() - 1].split()[0]), name.end()
