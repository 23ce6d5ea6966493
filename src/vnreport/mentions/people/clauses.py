"""What the clause around an office says: that it is given to the person before, or is nobody's named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnreport.names import UPPER
from vnreport.patterns import lazy

_REACH = 240
_GENITIVE = lazy(r"của[ \xa0]\Z")
_ADJUNCT = lazy(
    r"(?:^|\n|[.;:][ \xa0])[ \xa0]*(?:\d{1,2}\.[ ])?(?:Theo|Căn cứ|Thực hiện|Được sự|Trên cơ sở|Dưới sự"
    r"|Với sự|Trước|Thừa ủy quyền|Sau)[ \xa0][^.;:\n]*\Z"
)
_APPOINTED = lazy(
    r"(?!(?:[^.;:()\n]{0,150}?[ \xa0])(?:ông|bà|đồng chí|đ/c)[ \xa0])"
    r"(?:,|[ \xa0])[^.;:()\n]{0,150}?[ \xa0](?<!thôi )giữ chức(?:[ \xa0](?:vụ|danh))?[ \xa0]"
)
_CAPITAL = lazy(rf"(?<!\w)[{UPPER}]")


def in_adjunct(text: str, start: int) -> bool:
    """Whether an office stands in words that only open the clause: ``Theo đề nghị của`` *Giám đốc*."""
    if _GENITIVE.search(text, max(0, start - 5), start) is None:
        return False
    return _ADJUNCT.search(text, max(0, start - _REACH), start) is not None


def appointed(text: str, at: int) -> re.Match[str] | None:
    """Match what leads from a person to the office given: ``…, Báo chí`` *giữ chức vụ* ``Phó Giám đốc``."""
    return _APPOINTED.match(text, at)


def capitals(found: re.Match[str]) -> Iterator[int]:
    """Give where the capitalised words of a match begin."""
    return (m.start() for m in _CAPITAL.finditer(found.string, *found.span()))
