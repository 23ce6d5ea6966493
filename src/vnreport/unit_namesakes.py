"""Whether a name behind a level word is a unit's or that of a person: ``Chủ tịch UBND xã`` *Lê Văn Nam*."""

from __future__ import annotations

import re

from vnreport.names import common_surnames, old_tones, surnames
from vnreport.patterns import lazy

_CLOSED_LEVELS = frozenset(("tỉnh", "huyện", "quận", "thị xã", "thành phố"))
_OF_PROVINCES = frozenset(("hà", "hồ", "sơn", "giang", "quảng"))
"""Surnames that begin the names of provinces elsewhere and long ago: ``tỉnh`` *Hồ Nam*, *Hà Bắc*."""
ENDED = lazy(r"[ \xa0]?(?:[,;.)(\n]|$)")
_UNIT_BEHIND = lazy(r"(?:,|[ \xa0]\()[ \xa0]?(?:quận|thị xã|thành phố|TP|TX|Q\.)(?!\w)")
LIES_IN = lazy(r"(?<!\w)(?:tại|ở|thuộc|địa bàn|địa phận|ngụ|trú|sinh|quê)[ \xa0]\Z", re.IGNORECASE)
"""What stands before a place, not before a person's office."""
_OFFICE = lazy(r"(?:tịch|thư|trưởng|phó|viên|bộ|nhiệm|BND|ĐND|ủy|uỷ|an|ông|bà)[ \xa0]\Z", re.IGNORECASE)


def is_named_after(text: str, start: int, end: int, word: str) -> bool:
    """Whether a unit is named like a person: *phường Lương Thế Bình*``, quận Cẩm Lệ``."""
    if word in ("xã", "phường", "thị trấn") and LIES_IN.search(text, max(0, start - 10), start):
        return ENDED.match(text, end) is not None or text.startswith(" và ", end)
    if word != "phường" or _UNIT_BEHIND.match(text, end) is None:
        return False
    return _OFFICE.search(text, max(0, start - 8), start) is None


def is_person(name: str, word: str, left: str) -> bool:
    """Whether a name that no table of units knows is a person's: ``Chủ tịch UBND tỉnh`` *Cao Quý*.

    Provinces and districts are all known; a name of two syllables behind their agencies is no further one.
    """
    words = name.lower().split()
    first = old_tones(words[0])
    if len(words) > 2:
        return first in surnames()
    agency = left.endswith(("BND ", "ĐND ", " ủy ", " uỷ "))
    return (
        agency and word in _CLOSED_LEVELS and len(words) == 2 and first in common_surnames() - _OF_PROVINCES
    )
