"""Patterns of what stands behind a date or period and changes what it says."""

from __future__ import annotations

import re
from functools import cache

from vnreport.mentions.times.patterns import YEAR, _


@cache
def dated_ahead() -> re.Pattern[str]:
    """A day that ``trước`` sets as the latest, and no word of the year before it."""
    return re.compile(rf"{_}(?:ngày{_}\d|\d{{1,2}}[/-]\d{{1,2}}(?!\d)|thời\s(?:điểm|hạn)|khi(?!\w))")


@cache
def glued_years() -> re.Pattern[str]:
    """``20112020``, a range whose hyphen is lost."""
    return re.compile(r"(?P<y>(?:19|20)\d\d)(?P<z>(?:19|20)\d\d)(?![\d/%]|[.,]\d)")


@cache
def told_of_year() -> re.Pattern[str]:
    """What is said of a year behind it: ``(2001 tăng 7,1%; 2002 …``."""
    return re.compile(
        r"(?::|\s(?:tăng|giảm|đạt|là|còn|có|chiếm|bằng|xảy\sra)(?!\w))\s(?:hơn\s|gần\s|trên\s)?\d"
    )


@cache
def of_several_years() -> re.Pattern[str]:
    """Behind a count of months that is of no one year: ``9 tháng`` *đầu các năm trước*."""
    return re.compile(rf"{_}(?:đầu|cuối|của){_}(?:của{_})?(?:các|những|mấy|mỗi|từng|mọi){_}năm(?!\w)")


@cache
def years_too() -> re.Pattern[str]:
    """More years that a part of the year is named of: ``6 tháng đầu năm 2019`` *và 2020*."""
    return re.compile(rf"(?:,|\svà){_}(?:năm{_})?(?P<y>{YEAR})(?![\w/%.]|,\d)")


@cache
def chronicled() -> re.Pattern[str]:
    """What a chronicle tells of the year at the head of its line: ``1995`` *– Thành lập Công ty*."""
    return re.compile(rf"{_}[-–:]{_}[^\W\d_]")


@cache
def told_ahead() -> re.Pattern[str]:
    """What is told of a year without its word: ``6 tháng 2018`` *81 lượt*."""
    return re.compile(r"\s(?:\d|(?:thu|chi|đã|có|đạt|tiếp|xảy\sra)(?!\w))")
