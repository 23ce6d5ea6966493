"""Dates and years of citations."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from vnreport.mentions.instruments.page import Page, rx
from vnreport.patterns import lazy

_NUMBER_DATE = (
    r"(?P<d>0 \d(?!\d)|[1-3] \d(?=\s?[/.\-]\s?(?:\d\d?|[01] \d)\s?[/.\-]\s?\d{4})|\d{1,2})"
    r"\s{0,3}[/.\-]\s{0,3}"
    r"(?P<m>0 \d(?!\d)|1 [0-2](?=\s?[/.\-]\s?(?:19|20)\d\d)|\d{1,2})"
    r"(?:\s{0,3}[/.\-]\s{0,3}(?P<y>\d{4}|2 ?0 ?\d ?\d(?! ?\d)|\d\d)(?!\d))?(?!\d)"
)
_WORD_DATE = (
    r"(?:mồng\s|mùng\s)?(?P<wd>[0-3] \d(?!\d)|\d{1,2})\s{0,4},?\s?th[áaảàạ]ng\s{0,4}"
    r"(?P<wm>0 \d(?!\d)|1 [0-2](?=\s{1,4}n[ăa]m)|\d{1,2})"
    r"(?:\s{0,4}[,/]?\s{0,4}(?:n[ăa]m)?\s{0,4}(?P<wy>\d{4}|2 ?0 ?\d ?\d(?! ?\d)))?(?!\d)"
)
_PASSED = (
    r"(?:(?:quốc hội|ủy ban thường vụ quốc hội|ubtvqh|hđnd|hội đồng nhân dân)\s"
    r"(?:(?:tỉnh|thành phố|huyện|quận|thị xã|xã|phường|"
    r"nước (?:c[ộô]ng hòa xã hội chủ nghĩa|chxhcn) việt nam)\s)?"
    r"(?:\(?khóa\s[ivx]{1,5}\)?,?\s)?(?:kỳ họp thứ \w{1,4}\s)?)?thông qua"
)
_VERB = (
    rf"(?:(?:(?:đã\s)?được\s)?(?:{_PASSED}|ban hành|ký(?:\sban hành)?|đã ban hành|cấp|đề|lập)"
    r"\s{1,3}(?:vào\s)?)?"
)
_PROCLAIMED = rx(r"\s(?:được\s)?công bố(?=\sngày\s\d{1,2}\s?(?:[/-]|tháng))")
"""What dates an old law: ``Luật Đất đai`` *công bố* ``ngày 08/01/1988``."""
_HOUR = r"(?:(?:hồi|lúc)\s\d{1,2}\s?(?:giờ|h|g)\s?(?:\d{1,2}\s?(?:phút)?)?,?\s{0,3})?"
_DATE = rx(
    rf"\s{{0,8}},?\s{{0,8}}(?P<open>\()?\s?{_HOUR}{_VERB}(?P<word>(?:(?:cùng|đều)\s)?ng[àaảáạ][yv])?\s{{0,6}}:?\s{{0,2}}(?:{_WORD_DATE}|"
    rf"{_NUMBER_DATE})(?P<close>\s?\))?"
)
_MONTH = rx(
    rf"\s{{0,3}},?\s{{1,8}}{_VERB}(?:vào\s)?tháng\s{{1,3}}(\d{{1,2}})\s{{0,2}}(?:/|-|\.|năm)\s{{0,2}}"
    r"((?:19|20)\d\d)(?!\d)"
)
_YEAR = rx(
    rf"\s{{0,8}},?\s{{0,8}}{_VERB}(?:\(\s?(?:năm\s)?((?:19|20)\d\d)\)|năm\s{{0,3}}((?:19|20)\d\d))"
    r"(?!\d)"
)
_BARE_YEAR = lazy(r"\s{1,8}((?:19|20)\d\d)(?![\d\w/%]|[.,]\d)")
_RANGE = lazy(r"[^\S\n]{0,2}[-/][^\S\n]{0,2}\d")
"""What goes on behind a year that only begins a range or code; not on the next line, where items begin."""
_TITLED_YEAR = rx(
    r"\s{1,3}((?:19|20)\d\d)(?=\s(?:về|quy định|hướng dẫn|ban hành|phê duyệt|sửa đổi|công bố|bãi bỏ|do)\s)"
)
"""The year that databases put between a code and its title."""


_BARE_DATE = lazy(
    r" (\d{1,2})([/.-])(\d{1,2})\2((?:19|20)\d\d)(?=\s?(?:[;,.)]|\Z)|\s(?:của|về|do|V/v|v/v)\s)"
)
"""A day right behind a code, without its word: ``66/HĐBT 2/3/1992``."""


_CLAUSE = lazy(
    r"\s{1,3}[A-ZĐ][\w&-]{0,12}(?:\s[\w&-]{1,12}){0,9}?\s(?:(?:đã|vừa|tiếp tục|tổ chức|tiến hành|ký)(?!\w)|"
    r"(?:ban hành|có|ra|gửi)\s(?:Kế|Công|Quyết|Văn|Nghị|Chỉ|Chương|Thông|Hướng|Báo|Tờ)\s?\w{1,6}\s(?:số|\d))"
)
"""The clause that a day behind a comma opens: ``Thực hiện Nghị quyết 19,`` *ngày 8/5 Bộ đã …*."""


class Date(NamedTuple):
    """A date or year behind a citation."""

    date: dt.date | None
    year: int | None
    end: int


def proclaimed(page: Page, at: int) -> int:
    """Give the end of the verb that dates an old law; ``at`` where it does not stand there."""
    match = _PROCLAIMED.match(page.low, at)
    return match.end() if match else at


def read_date(page: Page, at: int, year: int | None = None) -> Date | None:
    """Read ``ngày 09/02/2017``, ``(9/2/2017)`` and the like; ``year`` completes a day without a year."""
    match = _DATE.match(page.low, at)
    if match is None or not (match["word"] or match["open"]) or page.broken(at, match.end()):
        return None
    if match["open"] and not match["close"]:
        return None
    # "ngày 0 3/02/20 20": digits that stray spaces part.
    day, month = (int((match[a] or match[b]).replace(" ", "")) for a, b in (("d", "wd"), ("m", "wm")))
    printed = (match["y"] or match["wy"] or "").replace(" ", "") or None
    if printed is None and match["word"] and page.text.startswith("Ngày", match.start("word")):
        return None  # what a new line tells of: "Chỉ thị số 5 \n Ngày 17/4, tại huyện …"
    full = _full_year(printed) if printed else year
    if not match["word"] and printed is None:
        return None
    end = match.end() if match["open"] else match.end(_last(match))
    if "," in page.plain[at : match.start("word") if match["word"] else end] and _CLAUSE.match(
        page.plain, end
    ):
        return None
    try:
        return Date(dt.date(full, month, day) if full else None, None, end)
    except ValueError:
        return Date(None, None, end)


def read_bare_date(page: Page, at: int) -> Date | None:
    """Read the day that stands behind a code without ``ngày``."""
    match = _BARE_DATE.match(page.plain, at)
    if match is None or page.text[at] == "\t":
        return None
    try:
        return Date(dt.date(int(match[4]), int(match[3]), int(match[1])), None, match.end())
    except ValueError:
        return None


def _last(match: re.Match[str]) -> str:
    """Name the last group of the date that took part."""
    return next(g for g in ("y", "wy", "m", "wm") if match[g])


def _full_year(printed: str) -> int:
    if len(printed) == 4:
        return int(printed)
    return 2000 + int(printed) if int(printed) < 50 else 1900 + int(printed)


def read_year(page: Page, at: int, *, bare: bool) -> Date | None:
    """Read ``năm 2013``, ``(2013)``, ``tháng 2/2017`` and, if ``bare``, ``2013`` alone."""
    match = _YEAR.match(page.low, at)
    if match and not _RANGE.match(page.plain, match.end()):
        return Date(None, int(match[1] or match[2]), match.end())
    match = _MONTH.match(page.low, at)
    if match:
        return Date(None, int(match[2]), match.end())
    match = (_BARE_YEAR if bare else _TITLED_YEAR).match(page.low, at)
    ranged = match is not None and _RANGE.match(page.plain, match.end())
    return Date(None, int(match[1]), match.end()) if match and not ranged else None
