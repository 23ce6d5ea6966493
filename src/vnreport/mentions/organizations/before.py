"""What stands before a head and shows that it opens no name there."""

from __future__ import annotations

from vnreport.mentions.organizations import patterns as p
from vnreport.mentions.organizations.own_number import foreign_name
from vnreport.mentions.organizations.tables import Head
from vnreport.names import common_surnames, old_tones

_OFFICES = ("Trưởng", "Phó")
_ALSO_A_WORD = frozenset({"từ"})
"""Surnames that are prepositions more often: ``Từ Trường THPT Chu Văn An``."""


def barred(text: str, start: int, head: Head) -> bool:
    """Whether what stands before the head at ``start`` shows that it opens no name there."""
    if p.SYMBOL.search(text, max(0, start - 4), start) or _in_a_name(text, start, head):
        return True
    if head.name == "Cơ quan" and text.endswith(("hối ", "HỐI "), 0, start):
        return True  # "Khối" *Cơ quan* "và Doanh nghiệp"
    if p.EACH_LEVEL.search(text, max(0, start - 8), start):
        return True
    if head.name == "Vườn quốc gia" and p.PARTNER.search(text, max(0, start - 13), start) is None:
        return True
    if (
        head.name == "Tổ chức"
        and not foreign_name(text, start + len("tổ chức "))
        and (
            text[start].islower()
            or p.OPENS_CLAUSE.search(text, max(0, start - 4), start)
            or text.startswith(" và hoạt động", start + 7)
        )
    ):
        return True
    if head.kind == "nested":
        return p.OFFICE_BEFORE.search(text, max(0, start - 12), start) is not None
    if text.startswith("phòng ", start) and p.UNIT_OFFICE.search(text, max(0, start - 7), start):
        return True
    if head.name in ("THPT", "THCS") and not (
        text[max(0, start - 1) : start] == "(" or p.SCHOOL_OF.search(text, max(0, start - 12), start)
    ):
        return True
    if head.kind == "local" and p.NOT_BODY.search(text, max(0, start - 6), start):
        return True
    if text[start].islower() or text[start : start + 2].isupper():
        half = " " not in head.name and p.HALF_WORD.search(text, max(0, start - 8), start)
        school = text[start].islower() or head.name.startswith("Trường")
        if half or (
            school and head.name != "Chi nhánh" and p.NOT_SCHOOL.search(text, max(0, start - 9), start)
        ):
            return True
    if head.kind == "name" and p.LEVEL_BEFORE.search(text, max(0, start - 9), start):
        return True
    if p.FILED.search(text, max(0, start - 80), start):
        return True
    return text[start : start + 2] == "BÁ" and head.name == "Báo"


def _in_a_name(text: str, start: int, head: Head) -> bool:
    """Whether the head is a syllable of a person's name: ``Ngô`` *Trường* ``Giang``, ``Anh`` *Khoa*."""
    if head.name not in ("Trường", "Đài", "Khoa"):
        return False
    if head.name == "Trường" and p.TRUONG_SOMEBODY.match(text, start):
        return not text[max(0, start - 7) : start].lower().endswith(("trường ", "thpt ", "thcs "))
    before = p.WORD_BEFORE.search(text, max(0, start - 9), start)
    if before is None:
        return False
    if head.name == "Khoa":
        return before[1] not in _OFFICES
    return old_tones(before[1].lower()) in common_surnames() - _ALSO_A_WORD
