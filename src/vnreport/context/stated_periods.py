"""What a document says outright of the days that its figures are of: spans announced, days counted up to."""

from __future__ import annotations

import re
from functools import cache

from vnreport.context.lexicon import Where, words
from vnreport.context.period_cues import CLAUSE, LOOK, is_kind, planned
from vnreport.mentions.times.document import ANNOUNCED, announced
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.runs import runs_on
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention
from vnreport.text import fold

_YEAR_OUT = lazy(r"(?:hết|cuối)\s+năm\s+\d{4}$")
_FINER = frozenset({"month", "quarter", "half", "interval"})
_KEPT = lazy(
    r"(?<!\w)(?:trong\skỳ|kỳ\sbáo\scáo|(?:tháng|quý)\s[\divx]{1,4}(?:(?:/|\snăm\s)\d{4})?"
    r"|(?:tháng|đầu|cuối)\snăm(?:\s\d{4})?)(?:\s[^\W\d_]+\s[\divx]{1,4}(?:(?:/|\snăm\s)\d{4})?)?"
    r"\s?\((?:tính\s|số\sliệu\s)?$"
)
"""What the days in brackets behind it are counted for: ``Trong kỳ báo cáo tháng 6/2026 (``."""
_BY = lazy(r"(?:\s?\([^()\n]{4,30}\))?\s?đến\s(?:hết\s)?(?:ngày\s)?$")
"""What leads from the first time of a span to the last, whose days may stand in brackets beside it."""
_CLOCK_BEFORE = lazy(
    r"đến\s+(?:hết\s+)?\d{1,2}\s?(?:giờ|[hg:])\s?\d{0,2}\s*(?:phút\s*)?(?:,\s*)?(?:ngày\s*)?$"
)
_SET_FROM = lazy(r"\s*(?::|là)?\s*(?:tính\s|kể\s)?(?:là\s|được\s)?từ(?:\s+(?:ngày|đầu))?$")
"""What may stand between the word for a span and its first year: ``Thời kỳ thanh tra:`` *từ* ``năm 2013``."""
_FIGURES_TO = lazy(r"(?:số liệu\s(?:tính\s)?|\(tính\s)đến\s(?:hết\s)?(?:ngày\s)?$")
REACH = 2500
"""How far behind the title an agency says what it reports."""
_LEAD = 300
"""So far behind the day of a quick report its first sentence may reach."""
_MONTHS = 62
"""So many days a flood or an outbreak goes on that quick reports are on."""
_MID_MONTH = 24
"""Figures up to a later day of a month are those of the months up to it."""

Found = tuple[Interval, Where]


def announced_span(times: list[TimeMention], text: str, title: Where | None) -> Found | None:
    """Find what the figures are said to be of: ``(số liệu từ … đến …)``, ``Thời điểm điều tra: …``."""
    after = title[1] if title else 0
    reading = Reading(text, fold(text[: after + REACH]))
    titled = title is not None and any(
        title[0] <= m.start < title[1] and m.grain in _FINER and not planned(text, m) for m in times
    )
    for mention in times:
        if mention.end > len(reading.folded):
            break
        before = reading.folded[max(0, mention.start - 2 * LOOK) : mention.start].rstrip(" :")
        before = _SET_FROM.sub("", before)
        if before.endswith(words("span")) and mention.grain != "day" and not is_kind(text, title, "scheme"):
            behind = _bracketed(times, mention, reading.folded)
            return behind or _from_to(times, mention, reading.folded) or run(times, mention, reading.folded)
        if mention.end > after + ANNOUNCED:
            continue
        counted = mention.grain == "day" and before.endswith(words("moment"))
        if counted and before.endswith("thời điểm") and not before.endswith("đến thời điểm"):
            # In a sentence it dates one figure of it.
            line = reading.folded[: mention.start].rpartition("\n")[2]
            opens = not line.rpartition("thời điểm")[0].strip(" -–+*•").removesuffix("tại")
            counted = opens or line.rfind("(") > line.rfind(")")
        elif counted and before.endswith("đến thời điểm"):
            # "Tính đến thời điểm 15/8/2015, cả nước gieo cấy được …" dates what its sentence tells.
            counted = text[mention.end : mention.end + 2].lstrip(" ")[:1] in ("", ")", "\n", ".", ";")
        if counted and before.endswith("tại thời điểm") and titled:
            counted = False  # beside the months of a title it is the day of one count
        days = (mention.end_date - mention.start_date).days
        # A night and a day are counted where they stand below the title.
        stretch = days > (mention.start > after + LOOK) and not planned(text, mention)
        told = stretch and _counts(reading, mention)
        if counted or told:
            return mention.period, (mention.start, mention.end)
    return None


def is_part(stated: Interval, told: list[TimeMention]) -> bool:
    """Tell whether days are but those of one month of a title that names more: ``tháng 11 và 11 tháng``."""
    days = (stated.end - stated.start).days
    months = [m for m in told if m.grain in _FINER]
    longest = max(((m.end_date - m.start_date).days for m in months), default=0)
    return len(months) > 1 and 0 < 2 * days < longest


def _counts(reading: Reading, mention: TimeMention) -> bool:
    """Tell whether days are told as those that the figures are of: ``Trong kỳ báo cáo tháng 6 (từ …)``."""
    folded = reading.folded
    if mention.grain != "interval" or not folded.startswith("từ", mention.start):
        return False
    if folded.startswith("từ đầu", mention.start):
        return False  # what is added up from New Year is of its sentence
    kept = _KEPT.search(folded[max(0, mention.start - CLAUSE) : mention.start])
    return kept is not None or announced(reading, mention.start, mention.grain)


def _bracketed(times: list[TimeMention], named: TimeMention, folded: str) -> Found | None:
    """Give the days in brackets right behind a time: ``Kỳ báo cáo: tháng 6 (`` *từ ngày 15/5 …* ``)``."""
    for mention in times[times.index(named) + 1 :][:1]:
        if mention.grain == "interval" and folded[named.end : mention.start].strip() in ("(", "(tính"):
            return mention.period, (mention.start, mention.end)
    return None


def _from_to(times: list[TimeMention], first: TimeMention, folded: str) -> Found | None:
    """Give a span told by its two ends: ``từ đầu năm học 2010 - 2011 (01/9/2010) đến hết năm 2012``.

    A day in brackets beside an end says when that begins or ends.
    """
    if not folded[: first.start].rstrip().endswith(("từ", "từ đầu")):
        return None
    at = times.index(first)
    near = [m for m in times[at + 1 : at + 4] if m.start - first.end < CLAUSE]
    last = next((m for m in near if _BY.fullmatch(folded, first.end, m.start)), None)
    if last is None or last.end_date <= first.start_date:
        return None
    begun = next((m.start_date for m in near if m.end < last.start and m.grain == "day"), first.start_date)
    return Interval(start=begun, end=last.end_date), (first.start, last.end)


def run(times: list[TimeMention], first: TimeMention, folded: str) -> Found:
    """Give a time with those that run on from it: ``Thời kỳ thanh tra: năm 2018, 2019``."""
    last = first
    for mention in times[times.index(first) + 1 :]:
        if not runs_on(folded, last, mention):
            break
        last = mention
    return Interval(start=first.start_date, end=last.end_date), (first.start, last.end)


def as_of(times: list[TimeMention], text: str, title: Where | None) -> Found | None:
    """Find the day up to which the title, or the line below it, counts.

    A quick report is of that day (``tính đến 17 giờ ngày 30/10/2020``); other figures run from New Year
    (``số liệu đến 31/10/2024``).
    """
    low, high = (title[0], title[1] + CLAUSE) if title else (0, 0)
    for mention in times:
        if not low <= mention.start < high:
            continue
        before = fold(text[max(low, mention.start - LOOK) : mention.start])
        inside = mention.start < (title[1] if title else 0)
        if mention.grain != "day":
            if inside:
                break
            continue
        if inside and _YEAR_OUT.match(fold(mention.text)) and not planned(text, mention):
            # "Tình hình tái định cư đến hết năm 2012"
            return mention.period.model_copy(update={"start": mention.start_date.replace(month=1, day=1)}), (
                mention.start,
                mention.end,
            )
        if _CLOCK_BEFORE.search(before):
            return _since(times, mention, text) or (mention.period, (mention.start, mention.end))
        counted = _FIGURES_TO.search(before) or (
            inside and _reached().search(before) and not planned(text, mention)
        )
        if counted and mention.start_date.day > _MID_MONTH:
            start = mention.start_date.replace(month=1, day=1)
            return Interval(start=start, end=mention.end_date), (mention.start, mention.end)
    return None


def _since(times: list[TimeMention], day: TimeMention, text: str) -> Found | None:
    """Find since when a quick report counts up to its day: ``thiệt hại`` *từ ngày 06/10 đến nay*."""
    for mention in times[times.index(day) + 1 :]:
        days = (day.end_date - mention.start_date).days
        if mention.start > day.end + _LEAD or "\n" in text[day.end + _LEAD // 2 : mention.start]:
            break
        running = mention.end_date == day.end_date and fold(mention.text).endswith("nay")
        if running and mention.grain == "interval" and 0 < days <= _MONTHS:
            return mention.period, (mention.start, mention.end)
    return None


@cache
def _reached() -> re.Pattern[str]:
    """What a title counts up to a day: ``giải ngân`` *đến ngày*."""
    counted = "|".join(map(re.escape, words("reached")))
    return re.compile(rf"(?:{counted})\s(?:tính\s)?đến\s(?:hết\s)?(?:ngày\s)?$")
