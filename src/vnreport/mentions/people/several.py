"""Given names in a row behind one form of address: ``2 ông Tuấn và`` *Huy*, ``các bị cáo Sương,`` *Nhung*.

Behind a form for one person, only those of people who were named in full: ``Ông Khoa và`` *Điện*.
"""

from __future__ import annotations

from collections.abc import Iterator

from vnreport.mentions.people.syllables import is_likely, name_syllables
from vnreport.names import UPPER, fold_syllable, surnames, telling_surnames
from vnreport.patterns import lazy
from vnreport.spans import Spans

_SEVERAL = lazy(
    r"(?<!\w)(?:\d{1,2}|[Cc]ác|[Hh]ai|[Bb]a|[Bb]ốn|[Nn]ăm|[Cc]ả)[ \xa0]"
    r"(?:ông,[ \xa0]bà|ông|bà|anh|chị|em|cháu|bác|thầy|cô|đồng chí|đ/c"
    r"|bị cáo|bị can|đối tượng|nạn nhân|nghi phạm|bị đơn|nguyên đơn)[ \xa0]\Z"
)
_NEXT = lazy(
    rf"(?:,[ \xa0](?:và[ \xa0])?|[ \xa0]và[ \xa0])([{UPPER}][^\W\d_A-Z]{{1,6}})(?![\w'’-]|[ \xa0][{UPPER}])"
)
_FULL_NAME_NEXT = lazy(
    rf"(?:,|[ \xa0]và)[ \xa0](?:(?:[Ôô]ng|[Bb]à|đồng chí|đ/c|anh|chị)[ \xa0])?"
    rf"([{UPPER}]\w*(?:[ \xa0][{UPPER}]\w*){{2,3}})(?![\w/]|[ \xa0][{UPPER}])"
)
_MAX = 8


def more_given_names(text: str, start: int, end: int, closed: Spans, known: set[str]) -> Iterator[range]:
    """Give the spans of the given names that stand beside the one at ``[start, end)``.

    Args:
        text: the repaired text.
        start: where a name of one word begins.
        end: where it ends.
        closed: spans that hold no name.
        known: the given names of the people named in full, folded.
    """
    _, given = name_syllables()
    announced = _SEVERAL.search(text, max(0, start - 24), start) is not None
    for _ in range(_MAX):
        name = _NEXT.match(text, end)
        if name is None or closed.overlaps(*name.span(1)):
            return
        folded = fold_syllable(name[1])
        if folded not in known and not (announced and folded in given | surnames()):
            return
        yield range(*name.span(1))
        end = name.end()


def names_ahead(text: str, end: int) -> bool:
    """Whether the next item of a list is surely a person's full name: ``Giàng A Lử và`` *Nguyễn Văn Bình*."""
    name = _FULL_NAME_NEXT.match(text, end)
    folded = [fold_syllable(word) for word in name[1].split()] if name else []
    return bool(folded) and folded[0] in telling_surnames() and is_likely(folded)
