"""Patterns of feasts and centuries, over folded text; compiled when first asked for."""

from __future__ import annotations

import re
from functools import cache

from vnreport.mentions.times.patterns import DASH, YEAR, _
from vnreport.mentions.times.words import alternation

STEMS = ("giáp", "ất", "bính", "đinh", "mậu", "kỷ", "canh", "tân", "nhâm", "quý")
BRANCHES = ("tý", "sửu", "dần", "mão", "thìn", "tỵ", "ngọ", "mùi", "thân", "dậu", "tuất", "hợi")
"""The two words that name a lunar year, in their order; the cycle of sixty begins with ``Giáp Tý`` (1984)."""


@cache
def tet() -> re.Pattern[str]:
    """``Tết Nguyên đán 2018``, ``Tết Mậu Tuất 2018``, ``Tết Trung thu năm 2019``."""
    stems, branches = "|".join(STEMS), "|".join(BRANCHES)
    return re.compile(
        r"tết(?!\w)(?:\s(?P<feast>nguyên\sđán|âm\slịch|cổ\struyền(?:\sdân\stộc)?|trung\sthu|đoan\sngọ|nguyên\stiêu"
        r"|dương\slịch)(?!\w))?"
        rf"(?:\s(?:xuân\s)?(?P<stem>{stems})\s(?P<branch>{branches})(?!\w))?"
        rf"(?:[\s,]{{0,2}}(?:năm\s)?\(?(?P<y>{YEAR}))?"
    )


@cache
def days_of_tet() -> re.Pattern[str]:
    """``mùng 3``, ``mùng 1 đến mùng 4``, ``ngày 29`` before ``Tết``."""
    day = rf"(?:\d{{1,2}}|{alternation('day')})"
    return re.compile(
        rf"(?<!\w)(?:(?:ngày\s)?m[ùồ]ng\s(?:(?P<first>{day})\s?(?:[-–]|đến|tới)\s?(?:hết\s)?(?:m[ùồ]ng\s)?)?"
        rf"|(?P<day>(?:ngày|sáng|chiều|tối|đêm)\s))(?P<last>{day})\s$"
    )


@cache
def century() -> re.Pattern[str]:
    """``thế kỷ XXI``, ``thập niên 90``, ``thập kỷ 1990``."""
    return re.compile(
        r"(?:thế\sk[ỷỉ]\s(?:thứ\s)?(?P<c>\d{1,2}|[xvi]{1,5})(?!\w)"
        rf"(?:{_}(?:{DASH}|đến|tới){_}(?:thế\sk[ỷỉ]\s)?(?P<c2>\d\d|[xvi]{{1,5}})(?!\w))?"
        r"|thập\s(?:niên|k[ỷỉ])\s(?:những\snăm\s)?(?P<d>\d{4}|\d0)(?!\d)"
        r"(?:\s(?:của\s)?thế\sk[ỷỉ]\s(?:thứ\s)?(?P<dc>\d{1,2}|[xvi]{1,5})(?!\w))?)"
    )
