"""Whose words a sentence passes on: ``Bà Lê Thị Hoa, Phó Cục trưởng Cục Thuế tỉnh, cho biết …``."""

from __future__ import annotations

from vnreport.facts.agents import is_part
from vnreport.facts.row import Row
from vnreport.patterns import lazy
from vnreport.report import PersonMention
from vnreport.text import fold

_VERB = (
    r"(?:cho\s+(?:biết|hay|rằng)|nói|nêu|khẳng\s+định|nhận\s+(?:xét|định)|thông\s+tin|giải\s+(?:trình|thích)|trả\s+lời|phản\s+ánh|"
    r"hứa|cam\s+kết|kể|tâm\s+sự|chia\s+sẻ|thừa\s+nhận|nhẩm\s+tính|lý\s+giải|nhấn\s+mạnh|thông\s+báo|phân\s+tích|ước\s+tính|dẫn\s+chứng)"
)
_SAYS = lazy(
    r"\s*(?:\([^()]{2,120}\)|[,–-]\s[^.;:()“”\n]{2,120}?)?(?:\s*[,–-])?\s*"
    rf"(?:(?:thì|cũng|đã|vừa|còn|thẳng\s+thắn)\s+)*(?:{_VERB}(?![^\W_])|:(?=\s))"
)
"""What stands between somebody's name and what he says: his office and a verb of saying, or a colon."""
_ACCORDING = lazy(r"(?<![^\W_])theo\s+(?:(?:ông|bà|anh|chị|đồng\s+chí|đ/c)\s+)?$")
_AFTER = lazy(r"\s*(?:\([^()]{2,120}\)|[,–-]\s[^.;:()“”\n,]{2,120})\s*,")
"""What stands behind the name of him who is the source: ``Theo ông Lê Văn Ba, Giám đốc Sở Y tế, …``."""
_PARTY = lazy(r"(?:đảng|huyện|quận|thị|thành|tỉnh)\s+(?:ủy|uỷ)|đảng\s+bộ|chi\s+bộ")
"""The Party's committee of a place, whose secretary tells what the place has done."""
_LOOK = 24


def speaker(
    folded: str, people: Row[PersonMention], floor: int, start: int, publisher: str | None
) -> tuple[PersonMention, int] | None:
    """Give who says what stands at ``start`` of a sentence from ``floor`` on, and where his words begin.

    Only somebody whose agency is named counts; what one of a part of the publisher says is the publisher's.
    """
    for person in reversed(people.between(floor, start)):
        agency = person.organization
        if agency is None or is_part(agency, publisher) or _PARTY.match(fold(agency)):
            continue
        low = max(floor, person.start - _LOOK)
        according = _ACCORDING.search(folded, low, person.start) is not None
        said = (_AFTER if according else _SAYS).match(folded, person.end, start)
        if said is not None:
            return person, said.end()
    return None
