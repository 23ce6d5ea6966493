"""The patterns of dates and periods, over folded text; compiled when first asked for.

Every gap and list is bounded, so that each try costs a bounded time. ``_`` is white space within a
line but no tab, which parts the cells of a table (``Tháng 3`` / ``Tháng 4``); ``__`` may hold one line
break: officials' lines break inside ``ngày 18`` / ``tháng 9``.
"""

from __future__ import annotations

import re
import string
from functools import cache

from vnreport.mentions.times.words import alternation
from vnreport.starts import Starts

_ = r"[^\S\n\t]{0,12}"
__ = rf"{_}(?:\n{_})?"
DASH = r"[-–—−÷]"
YEAR = r"(?:1\d|2[01])\d\d(?!\d|\.\d{3}(?!\d))"
JOIN = rf"{_}(?:,(?:{_}và)?|;|và|hoặc|&|\+|{DASH}|đến|tới){_}"
CLOCK = rf"(?:khoảng{_})?\d{{1,2}}(?:{_}giờ|[hg:])(?:{_}\d{{1,2}})?(?:{_}phút)?"
"""A time of day."""
_HOUR = r"\d{1,2}(?:\sgiờ|[hg:])(?:\d\d)?"
NUMERAL = r"\d{1,2}(?!\d|\.\d{1,3}(?!\d)|,\d{3}(?!\d)|%)"
"""A day or month in digits: not the head of a longer number."""


def again(group: str = "again") -> str:
    """Pattern of the words that count years (months …) from another."""
    return rf"(?P<{group}>nay|này|ngoái|trước|sau|tới)(?!\w)"


def year_tail() -> str:
    """Pattern of a year behind a month, quarter or half year: ``/2017``, ``năm 2017``, ``năm trước``."""
    return (
        rf"(?:{_}[/.]{_}(?P<y1>{YEAR})(?!/\w)|(?:{_}{DASH}{_}|,)(?P<y4>{YEAR})(?!/\w)"
        rf"|{__},?{_}(?:của\s|trong\s)?năm{__}(?:(?P<y2>{YEAR})|{again()})|\s{_}(?P<y3>{YEAR}))"
    )


def month() -> str:
    """Pattern of a month in digits or words (not ``năm`` where it opens ``năm 2019``)."""
    return (
        rf"(?:{NUMERAL}|(?!năm{_}(?:[12]\d\d\d|{again('x').replace('?P<x>', '?:')})){alternation('month')})"
    )


_LUNAR = (
    r"(?P<lunar>(?:\s?\((?:âm\slịch|[âa]l)\)|(?:\s(?:âm\slịch|[âa]l)|[âa]l)(?!\w))"
    rf"(?:,?\snăm\s(?P<y7>{YEAR}))?)?"
)


def _date(listed: bool) -> str:
    """Pattern of a numeric or half-written date, or of several days that share one month."""
    gap = (
        rf"{_}(?:(?:,(?:{_}và)?|và|{DASH}|đến|tới|hoặc|&|\+){_}(?:hết{_}|rạng{_}|{_HOUR}{_}(?=ngày))?|(?:,{_})?rạng{_})"
        rf"(?:(?:ngày|mồng|mùng|sáng|trưa|chiều|tối|đêm){_}){{0,2}}"
    )
    days = rf"\d{{1,2}}(?:{gap}\d{{1,2}}(?!\d)){{0,12}}" if listed else r"\d{1,2}"
    numeric = (
        rf"{_}(?P<sep>[/.\-–]){_}(?P<m>\d{{1,2}})(?!\d)"
        rf"(?:{_}[/.\-–]{_}(?P<y>{YEAR})(?!/\w|\.\d)|(?P=sep)(?P<yy>\d\d)(?!\d|[/.,\-–]\d|/\w)"
        rf"|{_},?{_}năm{_}(?:(?P<y5>{YEAR})|{again('again2')}))?"
    )
    written = rf"{__},?{_}tháng{_}(?P<mw>{month()})(?:{year_tail()})?"
    return rf"(?P<days>{days})(?:{numeric}|{written}){_LUNAR}"


_DIGITS = r"""
    [0-9] (?: (?<![\w/].) | (?<=ngày.) | (?<=mồng.) | (?<=mùng.) ) (?<!\d[.,].)
    (?: (?P<day> [0-9]? (?!\d) (?=[^\S\n]{0,3}(?:[/.\-–,+&]|đến|tới|và|hoặc|rạng|\n?[^\S\n]{0,3}tháng)
        | [^\S\n]?th?(?:[\s/.\-]|20\d\d)) )
      | (?P<years> (?:(?<=1)[5-9]|(?<=2)[01]) \d\d (?: (?![\d%]|[.,]\d) | (?=(?:19|20)\d\d(?!\d)) ) ) )
"""
_WORDS = r"""
    n (?: (?P<year>ăm) | (?P<spelled>gày(?=\s\D{2,20}tháng)) | (?P<tomorrow>gày\s(?:mai|kia)(?!\w))
      | (?P<half>ửa(?=\s(?:đầu|cuối))) )
  | t (?: (?P<month>háng) | (?P<week>(?<!\w.)uần) | (?P<tet>(?<!\w.)ết(?!\w))
      | (?P<century>(?<!\w.)h(?:ế|ập)\s(?=[kn])) )
  | q (?P<quarter> (?<!\w.) (?:u[ýí]|úy) (?![^\W\d]) )
  | c (?P<same> (?<!\w.) ùng\s(?=k[ỳì]|thời|(?:tháng|quý)\snăm\s) )
  | [mr] (?P<spelled2> (?<!\w.) (?:ồng|ùng|ằm) (?=\s\D{0,20}tháng) )
  | [sctđh] (?P<today> (?<!\w.) (?:áng|hiều|rưa|ối|êm|ôm) \s (?:nay|qua|kia|mai) (?!\w) )
  | [tqh] (?P<short> (?<![\w/].) \.? (?=\d{1,2}[/.\-]|[iv]{1,3}[/.\-]) )
"""


@cache
def digits() -> re.Pattern[str]:
    """Digits that may open a date or a year; the group's name says which."""
    return re.compile(_DIGITS, re.VERBOSE)


@cache
def openers() -> re.Pattern[str]:
    """Words that may open a date or a period, where one of :func:`openings` stands.

    The group's name says which rule reads on.
    """
    return re.compile(_WORDS, re.VERBOSE)


@cache
def openings() -> Starts:
    """The letters that :func:`openers` begin with, all of them."""
    parts = [a + b for a in "sctđh" for b in ("áng", "hiều", "rưa", "ối", "êm", "ôm")]
    spelled = [a + b for a in "mr" for b in ("ồng", "ùng", "ằm")]
    short = [a + b for a in "tqh" for b in (".", "i", "v", *string.digits)]
    words = ("năm", "ngày", "nửa", "tháng", "tuần", "tết", "thế", "thập", "quý", "quí", "qúy", "cùng")
    return Starts({"": (*words, *parts, *spelled, *short)}, inside=("",))


@cache
def date() -> re.Pattern[str]:
    """``9/2/2017``, ``9 tháng 2 năm 2017``, ``28/6``."""
    return re.compile(_date(listed=False))


@cache
def dates() -> re.Pattern[str]:
    """``5, 6/7/2017``, ``01 đến 15/7/2017``, ``5 và 6 tháng 7``."""
    return re.compile(_date(listed=True))


@cache
def hyphened_day() -> re.Pattern[str]:
    """A day that is surely written with a hyphen, the year left out: ``ngày 25-4``."""
    return re.compile(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm)\s\d{1,2}-\d{1,2}(?![\w/.,-]\d|\w|\s\d)")


@cache
def dotted_day() -> re.Pattern[str]:
    """A day that is surely written with a dot, the year left out: ``ngày 25.4``."""
    return re.compile(r"(?<!\w)(?:ngày|sáng|trưa|chiều|tối|đêm)\s\d{1,2}\.\d{1,2}(?![\w/.,-]\d|\w|\s\d)")


@cache
def month_year() -> re.Pattern[str]:
    """``7/2017``."""
    return re.compile(rf"(?P<m>\d{{1,2}}){_}[/.\-–]{_}(?P<y>{YEAR})(?!/\w)")


@cache
def iso_date() -> re.Pattern[str]:
    """``2017-07-12``."""
    return re.compile(rf"(?P<y>{YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d|[-/.]\w)")


@cache
def years() -> re.Pattern[str]:
    """``2017``, ``2016-2020``, ``2016 đến 2020``, ``2021-22``."""
    return re.compile(
        rf"(?P<y>{YEAR})(?:{_}(?:{DASH}|(?P<slash>/)|đến|tới){_}(?:năm{_})?(?P<z>{YEAR}|\d\d(?![\d.,%/])))?(?!/\w)"
    )


@cache
def bracketed_years() -> re.Pattern[str]:
    """``2015, 2016, 2017)`` behind an opening bracket."""
    return re.compile(rf"{YEAR}(?:(?:,\s?|\svà\s){YEAR}){{1,12}}(?=\))")


@cache
def four_digits() -> re.Pattern[str]:
    """A year of a list."""
    return re.compile(r"\d{4}")


@cache
def spelled_date() -> re.Pattern[str]:
    """``ngày mười lăm tháng tám năm 2019``, ``rằm tháng Giêng``."""
    return re.compile(
        rf"(?:(?:ngày|mồng|mùng)\s){{0,2}}(?P<d>{alternation('day')}){__}tháng{_}(?P<mw>{month()})"
        rf"(?:{year_tail()})?{_LUNAR}"
    )


@cache
def months() -> re.Pattern[str]:
    """``tháng 7/2017``, ``tháng 5, 6 năm 2019``, ``tháng Mười``."""
    return re.compile(
        rf"tháng{_}(?P<list>{month()}(?:{JOIN}{NUMERAL}(?!{_}(?:tháng|ngày|quý|tuần))){{0,11}})(?:{year_tail()})?"
    )


@cache
def count_before() -> re.Pattern[str]:
    """The number of months or quarters, at the end of what goes before them."""
    return re.compile(rf"(?<![\w.,/])(?P<n>\d{{1,2}}|{alternation('count')}){_}$")


@cache
def part_of_year() -> re.Pattern[str]:
    """``tháng đầu năm 2018``, ``quý cuối năm``."""
    return re.compile(
        rf"(?:tháng|quý|quí){_}(?P<part>đầu|cuối|còn\slại)(?:\s(?:của|trong))?(?:{_}(?P<y6>{YEAR})"
        rf"|{__}năm(?!\w|\s(?:học|thứ))(?:{__}(?:(?P<y2>{YEAR})|{again()}))?)"
    )


@cache
def count_of_year() -> re.Pattern[str]:
    """``tháng năm 2019`` and ``tháng/2019`` behind a count: ``9 tháng năm 2019``."""
    return re.compile(
        rf"tháng(?:{_}/{_}(?P<y1>{YEAR})|(?:\s(?:của|trong))?{__}năm{__}(?:(?P<y2>{YEAR})|{again()})"
        rf"|{_}(?P<y3>{YEAR}))"
    )


@cache
def count_of_quarters() -> re.Pattern[str]:
    """``quý năm 2019`` behind a count."""
    return re.compile(rf"qu[ýí](?:\s(?:của|trong))?{__}năm{__}(?:(?P<y2>{YEAR})|{again()})")


@cache
def short_count() -> re.Pattern[str]:
    """``9T/2020``, ``6T đầu năm 2021``, ``6T 2021``, ``9T2020``, ``6 th/2008``."""
    return re.compile(
        rf"(?P<n>\d{{1,2}})(?:t|\sth)\.?(?:{_}/{_}(?P<y1>{YEAR})|\s(?:(?P<part>đầu|cuối)\s)?năm(?:\s(?P<y2>{YEAR}))?(?!\w)"
        rf"|[\s.\-]?(?P<y3>{YEAR}))"
    )


@cache
def quarters() -> re.Pattern[str]:
    """``quý III năm 2018``, ``quý 3/2018``, ``quý I, II năm 2019``."""
    quarter = alternation("quarter")
    return re.compile(
        rf"(?:qu[ýí]|qúy){_}(?P<list>{quarter}(?:{JOIN}(?:quý{_})?{quarter}){{0,3}})(?:{year_tail()})?"
    )


@cache
def short() -> re.Pattern[str]:
    """``T7/2017``, ``Q3/2019``, ``H1/2018``."""
    return re.compile(rf"(?P<unit>[tqh])\.?(?P<n>\d{{1,2}}|[iv]{{1,3}})[/.\-](?P<y>{YEAR})(?!/?\w)")


@cache
def year() -> re.Pattern[str]:
    """``năm 2017``, ``năm 2017, 2018 và 2019``, ``năm học 2021-2022``."""
    return re.compile(
        rf"năm{__}(?:(?:học|tài\schính|tài\skh[oó][aá]|ngân\ssách|kế\shoạch|công\stác|du\slịch){__})?"
        rf"(?P<list>{YEAR}(?:(?:{JOIN}|/)(?:năm{_})?{YEAR}){{0,15}}(?:{_}{DASH}{_}\d\d(?![\d.,%/]))?)(?!/\w)"
    )


@cache
def unit_again() -> re.Pattern[str]:
    """``năm ngoái``, ``quý trước``."""
    return re.compile(rf"(?P<unit>năm|tháng|quý|quí|tuần)\s(?:liền\s)?{again()}")


@cache
def school_year_before() -> re.Pattern[str]:
    """``năm học trước``, ``năm học liền trước``."""
    return re.compile(rf"năm{_}học{_}(?:liền{_})?trước(?!\w)")


@cache
def within() -> re.Pattern[str]:
    """``Trong năm``, ``Trong tháng``, without a word that says which."""
    return re.compile(
        r"trong\s(?P<unit>năm|tháng|quý)(?!\w)(?!\s*(?:\d|[ivx]+(?!\w)|qua|tới|sau|trước|học|một|hai|ba|nay|này|đó|cuối|đầu"
        r"|giêng|chạp|tư|năm|sáu|bảy|tám|chín|mười|ấy|vừa|gần|tiếp|thứ|thanh\sniên|hành\sđộng|cao\sđiểm))"
    )


@cache
def spelled_year() -> re.Pattern[str]:
    """``năm hai nghìn không trăm mười bảy``."""
    return re.compile(
        r"năm\s(?P<words>(?:một|hai)\s(?:nghìn|ngàn)(?:\s(?:không|linh|lẻ|mươi|mười|mốt|một|hai|ba|bốn|tư|năm|lăm"
        r"|nhăm|sáu|bảy|bẩy|tám|chín|trăm)(?!\w)){1,6})"
    )


@cache
def same() -> re.Pattern[str]:
    """``cùng kỳ``, ``cùng kỳ năm 2018``, ``cùng thời điểm năm trước``, ``cùng kỳ tháng trước``."""
    return re.compile(
        rf"cùng\s(?:k[ỳì]|thời\s(?:(?P<moment>điểm|gian)|k[ỳì])|(?:tháng|quý)(?=\snăm))(?!\w)(?:\snày)?(?:{__}(?:của{_}|trong{_})?(?:"
        rf"năm{__}(?:(?P<y2>{YEAR})|(?P<last>liền\s(?:trước|kề))|{again()})|(?P<y3>{YEAR})|/{_}(?P<y1>{YEAR})"
        rf"|(?P<unit>tháng|quý|tuần)\s(?P<before>trước)(?!\w)))?"
    )


@cache
def week() -> re.Pattern[str]:
    """``tuần 3 tháng 7``, ``tuần thứ 28 năm 2020``."""
    return re.compile(
        rf"tuần{_}(?:thứ{_})?(?:(?P<n>{NUMERAL}|đầu|cuối|nhất|một|hai|ba|tư)(?:\scủa)?\stháng{_}(?P<m>{NUMERAL})"
        rf"(?:{year_tail()})?|(?P<w>\d{{1,2}})(?:(?:{_}/{_}|\s(?:của\s)?năm{_})(?P<y>{YEAR}))?(?!\w|[.,/]\d))"
    )


@cache
def days_of_month() -> re.Pattern[str]:
    """``ngày đầu tháng 7/2019`` behind a count, ``nửa cuối tháng 7``."""
    return re.compile(
        rf"(?:ngày|nửa)\s(?P<part>đầu|cuối)\s(?:của\s)?tháng{_}(?P<m>{NUMERAL})(?:{year_tail()})?"
    )


@cache
def half() -> re.Pattern[str]:
    """``nửa đầu năm 2018``."""
    return re.compile(
        rf"nửa\s(?P<part>đầu|cuối)(?:\scủa)?(?:\s(?P<y6>{YEAR})|\snăm(?!\w|\s(?:học|thứ))"
        rf"(?:{__}(?:(?P<y2>{YEAR})|{again()}))?)"
    )


@cache
def closing() -> re.Pattern[str]:
    """What may stand behind a bare date or year: no noun that it would count."""
    return re.compile(rf"[\"”’']?{_}(?:$|[\n\r()\]\".,;:!?/“”\-–—…|]|{alternation('follows')})")


@cache
def season() -> re.Pattern[str]:
    """``vụ Đông Xuân`` at the end of what goes before a year."""
    return re.compile(
        r"(?:(?:niên\s)?vụ\s(?:sản\sxuất\s)?(?:(?:đông|xuân|hè|thu|mùa|chiêm|lúa|ngô|màu)[\s\-–+,]{0,3}){1,5}"
        r"|niên\svụ(?:\s[^\W\d]{1,8}){1,2}\s"
        r"|(?<!\w)(?:đông[\s\-–]{1,3}xuân|hè[\s\-–]{1,3}thu|thu[\s\-–]{1,3}đông)\s)"
        r"(?:năm\s)?$"
    )


@cache
def opened() -> re.Pattern[str]:
    """``từ``, with a time of day, ``đầu`` or nothing, at the end of what goes before a date."""
    return re.compile(rf"(?:kể{_}|tính{_})?từ(?:{_}(?:{CLOCK}|đầu|giữa|cuối))?$")


@cache
def until_now() -> re.Pattern[str]:
    """``đến nay`` behind a date."""
    return re.compile(rf"{_}(?:cho{_})?(?:đến|tới){_}nay(?!\w)")


@cache
def interval_gap() -> re.Pattern[str]:
    """What stands between the two ends of an interval."""
    return re.compile(
        rf"\s*(?:{DASH}|(?:cho{_})?(?:đến|tới)(?:{_}gần)?(?:{_}(?:hết|cuối|đầu|giữa|trước|thời{_}điểm))?(?:{_}{CLOCK})?(?:{_}(?:sáng|trưa|chiều|tối|đêm))?(?:{_}ngày)?)\s*"
    )


@cache
def list_gap() -> re.Pattern[str]:
    """What stands between two dates that share what the second one says."""
    return re.compile(rf"\s*(?:,|&|\+|,?{_}(?:và|hoặc)(?:{_}(?:cả|ước|trong))?)(?:{_}(?:đầu|giữa|cuối))?\s*")


@cache
def range_ahead() -> re.Pattern[str]:
    """The other end of a range of days or months, right behind the first."""
    return re.compile(
        rf"{_}(?:{DASH}|đến|tới){_}(?:hết{_})?(?:ngày{_})?\d{{1,2}}(?P<more>[/.\-–]\d{{1,2}}(?!\d))?(?:[/.\-](?P<y>\d{{4}}))?(?!\d)"
    )
