"""Periods: which of the times around a number is the one that it holds for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

from vnreport.base_model import made
from vnreport.facts.calendar_parts import calendar_part, from_january
from vnreport.facts.compared import ADJOINING, adjoins, is_compared, same_is_over, then
from vnreport.facts.held import Held
from vnreport.facts.occurrences import Occurrences
from vnreport.facts.open_ends import dates_label, dates_subject, in_own_brackets, lasting
from vnreport.facts.spells import began, carried, first_of, founded, is_dateline, leaning, of_its_plan
from vnreport.patterns import lazy
from vnreport.report import (
    AnyMention,
    InstrumentMention,
    Interval,
    OrganizationMention,
    ProgrammeMention,
    TimeMention,
)
from vnreport.starts import Matches
from vnreport.text import fold

_SPECIFIES = lazy(r"\s*\(\s*(?:(?:số\s+liệu|tính|kể)\s+){0,2}(?:từ\s+)?(?:ngày\s+)?")
"""What opens brackets that say which days a month or a quarter is counted from and to."""
_TERM = ("giai đoạn", "nhiệm kỳ")
_SAID = lazy(
    r"(?<![^\W_])(?:cho\s+(?:biết|hay)|thông\s+(?:báo|tin)\s+(?:về|rằng)|công\s+bố\s+(?:kết\s+quả|báo\s+cáo|số\s+liệu))(?![^\W_])"
)
_YEAR_END = lazy(r"(?<![^\W_])(?:cuối|hết)\s+năm(?![^\W_])")
_RUNNING = lazy(
    r"(?<![^\W_])(?:l[ũu]y\s+kế|luỹ\s+kế|cộng\s+dồn|(?<=mắc )tích\s+l[ũu]y|(?<=ca )tích\s+l[ũu]y|"
    r"(?:từ|kể\s+từ)\s+đầu\s+năm)(?![^\W_])"
)
_RELATIVE = lazy(
    r"(?<![^\W_])(?P<reach>trong|cả)\s+(?P<unit>tháng|quý|năm)(?!\s*(?:\d|[ivx]+(?![^\W_])|qua|tới|sau|trước|học|một|hai|ba|thanh\s+niên|hành\s+động|cao\s+điểm))(?![^\W_])"
)
"""A part of the calendar that the period of the whole document tells: ``trong tháng``, ``cả năm``."""
_MONTHS = lazy(
    r"(?<![^\W_\d])(?<!\d)0?(?P<count>[3-9]|1[01])\s+tháng(?:(?=\s+(?:là|đạt|ước|qua|của)(?![^\W_])|\s*,)|"
    r"(?<=(?:sau|ung) \d tháng)(?!\s+(?:cuối|tới|tiếp|tù|còn|sau|trước|đầu|nữa)(?![^\W_])))"
)
_SINCE_JANUARY = lazy(r"^từ\s+đầu\s+năm(?![^\W_])")
_BEFORE_IT = 2000
"""How far before ``từ đầu năm`` the day is looked for that it may run to, in characters."""
_UP_TO_DAY = lazy(r"(?<![^\W_])đến(?![^\W_])")
_STRETCH = lazy(
    r"(?<![^\W_])(?:trong|đợt|tuần|kỳ|tháng|quý)\s+(?:tuần|kỳ|tháng|quý|báo\s+cáo|cao\s+điểm|này|qua|vừa\s+qua)"
    r"(?:\s+(?:này|qua|vừa\s+qua|báo\s+cáo))?\s*$"
)
"""A stretch whose days brackets behind it tell: ``trong tuần (từ ngày 10 đến 17/5/2019)``."""
_OCCASION = lazy(
    r"(?<![^\W_])(?:dịp|đợt|chiến\s+dịch|tháng\s+(?:hành\s+động|cao\s+điểm|thanh\s+niên)|tuần\s+lễ|kỳ\s+nghỉ|nghỉ\s+(?:lễ|tết))"
    r"(?![^\W_])(?:covid-19|[^,.;:()\d\n]){0,60}$"
)
"""What brackets behind it say the days of: ``dịp Tết Nguyên đán (từ 8 đến 14/2)``."""
_SINCE = lazy(r"(?<![^\W_])(?:kể\s+)?từ(?:\s+ngày)?\s*$")
_YEARLY = lazy(
    r"(?<![^\W_])(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|mục\s+tiêu)\s+(?:(?:giao|của|cả)\s+)?năm"
    r"(?:\s+(?P<year>\d{4})|\s+nay)?\s*(?:(?:được\s+)?giao\s*)?(?:là|:)\s*$"
)
"""What names a plan for the year right before its number: ``dự toán năm là 1.225 tỷ đồng``."""
_PLAN_ASIDE = lazy(
    r"(?:(?:%|(?<![^\W_])(?:so\s+với|so|vượt|đạt|bằng))\s*(?:kế\s+hoạch|dự\s+toán|chỉ\s+tiêu|nghị\s+quyết)"
    r"(?:\s+năm\s+(?P<year>\d{4}))?(?:(?!tháng|quý|tuần)[^(),;.:\d\n]){0,40}\(\s*|"
    r"\(\s*(?:kế\s+hoạch|kh|dự\s+toán|chỉ\s+tiêu)\s*(?:(?:năm|giao|là|:)\s*){0,3})$"
)
"""What opens brackets with the plan for a year: ``đạt 6% chỉ tiêu giao (220 tỷ đồng)``, ``(KH: 275 tấn)``."""
_PLAN_YEAR = lazy(
    r"[\s\-–+•*\d.)]*(?:các\s+)?(?:chỉ\s+tiêu|mục\s+tiêu|kế\s+hoạch|nhiệm\s+vụ|phương\s+hướng|dự\s+toán|kết\s+quả|ước)\s+"
    r"(?P<year>20\d{2})\s*[:,]"
)
_PLANNED = lazy(
    r"(?:hoàn\s+thành|khởi\s+công|kết\s+thúc|xong|từ|"
    r"kéo\s+dài|hạn|trước|ngày\s+sinh)(?:\s+(?:vào|trong|đến|trước|ngày))*\s*$"
)
"""What stands before a time that dates something else: ``dự kiến hoàn thành cuối tháng 11``."""
_CLAUSE = lazy(r",\s*(?:[^\W\d_]+\s+){2}")
"""A comma with words of its own behind: what it opens has a time of its own."""
_ASIDE = lazy(r"\s*\([^()]*\)")
_DEADLINE = lazy(
    r"(?<![^\W_])(?<!như )(?:trước|chậm\s+nhất|hạn|thời\s+hạn|hạn\s+cuối)"
    r"(?:\s+(?:là|vào|đến|hết|trước|\d{1,2}\s*(?:giờ|h)(?:\s*\d{2})?))*\s*$"
)
"""What stands before a day by which something is to be done."""
_MEETING = lazy(
    r"(?<![^\W_])(?:hội\s+nghị|hội\s+thảo|kỳ\s+họp|cuộc\s+họp|buổi\s+họp|phiên\s+họp|họp\s+báo|giao\s+ban|lễ|đại\s+hội)"
    r"(?![^\W_])[^;:.()]{0,120}$"
)
"""A meeting and what it is about, up to a time that this names."""
_COUNTS = lazy(r"[^,;.()\n]{0,60}\d")
_ENDS = lazy(r"[.+]\s+[^\W_]")
"""What ends a statement inside a sentence that was not cut there, or adds another number."""
_ELSEWHERE = lazy(r"(?<![^\W_])theo(?!\s+dõi)(?![^\W_])")
"""What leads in the ground of a number, which has a time of its own."""
_OF_A_PLAN = lazy(
    r"(?<![^\W_])(?:quy\s+hoạch|kế\s+hoạch|đề\s+án|dự\s+án|chương\s+trình|chiến\s+lược|bộ\s+tiêu\s+chí)(?![^\W_])"
)
"""What has a term of its own: ``14 xã chưa lập quy hoạch sử dụng đất giai đoạn 2021 - 2030``."""
_SUM_OF_PLAN = lazy(
    r"kế\s+hoạch\s+(?:đầu\s+tư(?:\s+công)?|vốn)\s+năm\s+\d{4}(?:\s+của(?:\s+[^\W\d_]+){1,6}?)?\s*(?:là|:)\s+"
    r"(?:(?:hơn|gần|trên|khoảng)\s+)?\d[\d.,]*\s+(?:nghìn\s+|triệu\s+)?(?:tỷ|tỉ|triệu|nghìn)(?![^\W_])"
)
"""A plan that is no more than a sum of money."""
_LED_IN = lazy(
    r"[\s\-–+•*]*(?:(?:theo|về|đối\s+với)\s[^,;.:()\d\n]{2,80},\s*|"
    r"(?:kể\s+)?từ\s+(?:khi|lúc|ổ|ca|vụ|trường\s+hợp)\s[^;:.()\n]{2,120},\s*(?=(?:tính\s+)?(?:đến|tới)\s))"
)
_BRACKETS = 90
"""How far behind a number its time may stand in brackets, in characters."""
OPENING = 40
"""How far into a sentence a time still opens it, in characters."""


def _opens_title(folded: str, end: int, title: str) -> bool:
    """Tell whether a title stands right behind an instrument that ends at ``end``."""
    first = fold(title).split(maxsplit=1)[0]
    return folded[end : end + _BEFORE_TITLE + len(first)].lstrip(' ,:–-“"\n').startswith(first)


_BEFORE_TITLE = 4
"""How many signs may part a title from its instrument."""


class Times:
    """The times of a text that numbers can hold for."""

    def __init__(
        self,
        folded: str,
        mentions: Iterable[AnyMention],
        words: Mapping[str, Sequence[int]],
        sentence: Callable[[int], tuple[int, int]],
    ) -> None:
        self.folded = folded
        self.times: list[TimeMention] = []
        self._compared_with: dict[int, TimeMention] = {}
        """The times that numbers are compared with, by where they begin and by where they end."""
        holder_end = 0
        for m in mentions:
            if isinstance(m, ProgrammeMention) and _SUM_OF_PLAN.match(folded, m.start):
                # "Kế hoạch đầu tư năm 2023 của công ty là 1.659 tỷ đồng": a sum of that year.
                continue
            if isinstance(m, (ProgrammeMention, InstrumentMention, OrganizationMention)):
                # A time in the title of an instrument is that of the title.
                title = m.title if isinstance(m, InstrumentMention) else None
                if title and not _opens_title(folded, m.end, title):
                    # "Quyết định này" repeats the title of the one that it refers to.
                    title = None
                closing = m.end + (len(title) + 1 if title else 0)
                semicolon = folded.find(";", m.end, closing)
                holder_end = max(holder_end, closing if semicolon < 0 else semicolon)
            elif isinstance(m, TimeMention) and m.start >= holder_end:
                if (
                    holder_end
                    and folded.startswith(_TERM, m.start)
                    and not folded[holder_end : m.start].strip(" ")
                ):
                    # "Chương trình 135 giai đoạn 2016-2020": the term of the programme.
                    continue
                if self._dates(m):
                    self.times.append(m)
                else:
                    self._compared_with[m.start] = self._compared_with[m.end] = m
        self._starts = [t.start for t in self.times]
        self._leaning = (words["running"], words["relative"])
        self._running = Occurrences(Matches(_RUNNING, folded, words["running"]).finditer, sentence)
        self._relative = Occurrences(Matches(_RELATIVE, folded, words["relative"]).finditer, sentence)
        self._months = Occurrences(partial(_find_months, folded), sentence)

    def between(self, start: int, end: int) -> list[TimeMention]:
        """Give the times that begin in ``[start, end)``, those left out that numbers are compared with."""
        return self.times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _dates(self, time: TimeMention) -> bool:
        """Tell whether numbers may hold for a time: none that is compared with, nor one of the past."""
        endless = time.start_date == time.end_date and self.folded.startswith("nay", time.end - 3)
        past = carried(self.folded, time) or founded(self.folded, time) or is_dateline(self.folded, time)
        past = past or began(self.folded, time)
        return not endless and not past and not is_compared(self.folded, time)

    def compared_from(self, start: int) -> TimeMention | None:
        """Give the time at a place that numbers are compared with."""
        time = self._compared_with.get(start)
        return time if time is not None and time.start == start else None

    def bracketed(self, time: TimeMention, end: int) -> bool:
        """Tell whether a time stands in a bracket that closes before ``end``: it dates what stands there."""
        opened = self.folded.rfind("(", max(0, time.start - 30), time.start)
        if opened < 0 or self.folded.find(")", opened, time.start) >= 0:
            return False
        if any(0 <= opened - other.end <= 1 for other in self.between(opened - 40, opened)):
            # "Tháng 11 (từ 16/10 đến 15/11)" says which days.
            return False
        if _STRETCH.search(self.folded, max(0, opened - 24), opened) is not None:
            return False
        if time.grain == "interval" and _OCCASION.search(self.folded, max(0, opened - 80), opened):
            return False
        closing = self.folded.find(")", time.end, end)
        if closing < 0 or dates_label(self.folded, time, opened, closing):
            return False
        return not dates_subject(self.folded, time, opened, closing)

    def glossed(self, start: int, end: int) -> TimeMention | None:
        """Give the time of a number that tells how much what is compared was."""
        return then(self.folded, self._compared_with, start, end) if self._compared_with else None

    def adjoining(self, start: int, end: int, limit: int) -> TimeMention | None:
        """Give the time right behind a number that is its own: ``62% năm 2016 và 146%`` *năm 2015*."""
        behind = self.between(end, min(end + _BRACKETS, limit))[:1]
        if behind and in_own_brackets(self.folded, end, behind[0]):
            return behind[0]
        near = behind and behind[0].start <= end + ADJOINING
        return behind[0] if near and adjoins(self.folded, start, end, behind[0]) else None

    def specified(self, time: TimeMention) -> TimeMention:
        """Give the days that brackets say a time stands for: ``quý I (tính từ 1/12/2019 đến 29/2/2020)``."""
        at = bisect_left(self._starts, time.end)
        behind = self.times[at] if at < len(self.times) else None
        if behind is None or behind.grain != "interval":
            return time
        return behind if _SPECIFIES.fullmatch(self.folded, time.end, behind.start) else time

    def joined(self, time: TimeMention) -> TimeMention:
        """Give the first of the times that run up to one: ``năm 2017, 2018`` *và 6 tháng đầu năm 2019*."""
        at = bisect_left(self._starts, time.start)
        return (
            first_of(self.folded, self.times, at) if at < len(self.times) and self.times[at] is time else time
        )

    def aside(self, time: TimeMention, start: int) -> bool:
        """Tell whether a time is that of a plan, or the day of telling: ``ngày 5/7, Sở Y tế cho biết …``."""
        if time.grain != "day":
            return of_its_plan(self.folded, time, start)
        if time.start_date == time.end_date and _DEADLINE.search(
            self.folded, max(0, time.start - 24), time.start
        ):
            return True
        return _SAID.search(self.folded, time.end, min(start, time.end + 160)) is not None

    def of_meeting(self, before: list[TimeMention]) -> list[TimeMention]:
        """Leave out what a meeting is about where its day stands first.

        ``Ngày 29/6, Sở tổ chức hội nghị tổng kết năm 2016, triển khai nhiệm vụ năm 2017 với`` *90 đại biểu*
        """
        days = [t for t in before if t.grain == "day" and t.start_date == t.end_date]
        if not days or before[-1] is days[-1]:
            return before
        day = days[-1]
        about = _MEETING.search(self.folded, day.end, before[-1].start)
        return before[: before.index(day) + 1] if about is not None else before

    def aimed(self, held: Held[Interval]) -> Held[Interval]:
        """Give the year of what is striven for ``đến cuối năm 2025``, which is not of its last day alone."""
        day = held.value
        if day is None or day.start != day.end or (day.end.month, day.end.day) != (12, 31):
            return held
        if held.start is None or _YEAR_END.search(self.folded, held.start, held.end or held.start) is None:
            return held
        return replace(held, value=Interval(start=day.end.replace(month=1, day=1), end=day.end))

    def holds(self, time: TimeMention, start: int) -> bool:
        """Tell whether a time still holds at a place behind it: ``cùng kỳ`` does up to the next statement."""
        return not same_is_over(self.folded, time, start)

    def reach(self, time: TimeMention, document: Interval | None) -> Interval:
        """Give the period that a time stands for, which may be open at one end.

        ``lũy kế từ 01/02`` reaches on to the end of the document's; ``đến hết tháng 9`` is that month.
        """
        if document is not None and (own := leaning(self.folded, time, document)) is not None:
            return own
        if document is not None and (rest := lasting(self.folded, time, document)) is not None:
            return rest
        low = max(0, time.start - 24)
        if time.start_date == time.end_date and _SINCE_JANUARY.search(self.folded, time.start, time.end):
            return self._since_january(time, document)
        if time.grain == "day" and document is not None and time.start_date < document.end:
            since = _SINCE.search(self.folded, low, time.start) or self.folded.startswith("từ", time.start)
            if since and _RUNNING.search(self.folded, low, time.start):
                return made(Interval)(start=time.start_date, end=document.end)
        first = self.joined(time)
        return made(Interval)(start=first.start_date, end=time.end_date) if first is not time else time.period

    def _since_january(self, time: TimeMention, document: Interval | None) -> Interval:
        """Give what ``từ đầu năm`` stands for, which names its beginning alone.

        It runs to the end of the document's period, else to the last time before it in the same year.
        """
        year = time.start_date.year
        end = document.end if document is not None and document.end.year == year else None
        if end is None:
            before = self.between(max(0, time.start - _BEFORE_IT), time.start)
            end = next((t.end_date for t in reversed(before) if t.end_date.year == year), time.end_date)
        return made(Interval)(start=time.start_date, end=end)

    def plan_year(self, start: int, end: int) -> tuple[Interval, tuple[int, int]] | None:
        """Give the year of a plan that opens a sentence without the word for year: ``Chỉ tiêu 2024: …``."""
        match = _PLAN_YEAR.match(self.folded, start, end)
        if match is None:
            return None
        year = int(match["year"])
        return made(Interval)(start=date(year, 1, 1), end=date(year, 12, 31)), match.span("year")

    def may_lean(self, start: int, end: int) -> bool:
        """Tell whether a stretch may hold words or a year that :meth:`relative` or :meth:`plan_year` read."""
        return any(self.folded.find(word, start, end) >= 0 for word in ("năm", "tháng", "20", "(")) or any(
            bisect_left(starts, start) < bisect_left(starts, end) for starts in self._leaning
        )

    def relative(
        self, start: int, end: int, document: Interval | None, day: TimeMention | None = None
    ) -> tuple[Interval, tuple[int, int]] | None:
        """Give the period of words that lean on the document's (``lũy kế``, ``cả năm``), and their span.

        Args:
            start: where the words may begin.
            end: where they end.
            document: the period of the document.
            day: the time before them, a day up to which figures may run: ``Đến 20/8, lũy kế từ đầu năm``.
        """
        running = self._running.last(start, end) if day is not None and day.grain == "day" else None
        if (
            day is not None
            and running is not None
            and _UP_TO_DAY.search(self.folded, day.start - 24, day.start + 4)
        ):
            upto = made(Interval)(start=day.end_date.replace(month=1, day=1), end=day.end_date)
            return upto, running.span()
        if document is None:
            return None
        yearly, near = None, self.folded[max(start, end - 80) : end]
        if "năm" in near:
            yearly = _YEARLY.search(self.folded, max(start, end - 60), end)
        if yearly is None and "(" in near and document.start.year == document.end.year:
            yearly = _PLAN_ASIDE.search(self.folded, max(start, end - 80), end)
        if yearly is not None:
            year = int(yearly["year"]) if yearly["year"] else document.end.year
            return made(Interval)(start=date(year, 1, 1), end=date(year, 12, 31)), yearly.span()
        running = self._running.last(start, end)
        if running is not None and self.folded.find("trong kỳ", running.end(), end) < 0:
            # "lũy kế đã và đang giải quyết trong kỳ" tells of the period itself.
            return from_january(document), running.span()
        months = self._months.last(start, end)
        if months is not None and int(months["count"]) == document.end.month:
            # "Tổng thu 9 tháng là …" in a report that ends with September
            return from_january(document), months.span()
        last = self._relative.last(start, end)
        if last is None:
            return None
        return calendar_part(last.group("reach"), last.group("unit"), document), last.span()


def _find_months(folded: str, start: int, end: int) -> Iterable[re.Match[str]]:
    return _MONTHS.finditer(folded, start, end) if folded.find("tháng", start, end) >= 0 else ()


def dates_number(folded: str, time: TimeMention, end: int) -> bool:
    """Tell whether the first time behind a number that ends at ``end`` dates it."""
    between = folded[end : time.start]
    if ")" in between:
        between = _ASIDE.sub("", between)
    if "(" in between or _ENDS.search(between) or _CLAUSE.search(between) or _ELSEWHERE.search(between):
        return False
    if time.grain == "interval" and _OF_A_PLAN.search(between):
        return False
    if "," in between and _COUNTS.match(folded, time.end):
        # "còn 4,5%, ước cuối năm 2020 còn 3,9%": the time is that of the next number.
        return False
    return not dates_something_else(folded, time)


def dates_something_else(folded: str, time: TimeMention) -> bool:
    """Tell whether a time behind a number dates the end of a work or the like rather than the number."""
    return _PLANNED.search(folded, max(0, time.start - 40), time.start) is not None


def led_in(folded: str, start: int) -> int:
    """Give where a sentence goes on behind its source or topic: ``Theo báo cáo của Sở Y tế, …``."""
    match = _LED_IN.match(folded, start)
    return match.end() if match else start


def to_come(time: TimeMention, known: date | None) -> bool:
    """Tell whether what has happened by a day cannot have done so in a time: to come, or a running term."""
    if known is None:
        return False
    return time.start_date > known or (time.end_date > known and fold(time.text).startswith("nhiệm kỳ"))
