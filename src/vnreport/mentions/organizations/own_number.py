"""Parts of bodies that a code or a number names alone: ``Phòng PC04``, ``Ban QLDA 85``, ``Vụ 8``."""

from __future__ import annotations

import re

from vnreport.mentions.organizations import kinds
from vnreport.mentions.organizations import patterns as p
from vnreport.mentions.organizations.name import Name
from vnreport.names import foreign


def own_number(text: str, name: Name, at: int, lowered: bool) -> re.Match[str] | None:
    """Match the code or number behind the head of a name that names it alone.

    Args:
        text: the text.
        name: the name read so far, its head.
        at: where the number should start.
        lowered: whether the head begins with a small letter.
    """
    head = name.head.name
    code = p.CODE.match(text, at) if head in kinds.CODED else None
    if code or head in kinds.BY_NUMBER:
        return code or p.UNIT_NUMBER.match(text, at)
    if head == "Phòng" and not lowered and (department := p.ROOM_OR_UNIT.match(text, at)):
        return department
    held = head in kinds.NUMBERED_PARTS and p.HELD_IN.search(text, max(0, name.start - 12), name.start)
    return p.UNIT_NUMBER.match(text, at) if held else None


def foreign_name(text: str, at: int) -> re.Match[str] | None:
    """Match the name of a foreign body whose first word is no Vietnamese syllable."""
    found = p.FOREIGN_NAME.match(text, at)
    return found if found and foreign(found[1]) and not found[1].isupper() else None
