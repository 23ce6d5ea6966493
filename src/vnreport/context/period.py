"""The period that a document reports on."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

from vnreport.context.counted_days import AHEAD, counted_days, days_past, is_stretch
from vnreport.context.frames import fits, opening_years, passing, within_two_years
from vnreport.context.lexicon import Where, words
from vnreport.context.period_cues import (
    CLAUSE,
    COUNT,
    LOOK,
    ahead_of,
    and_whole,
    aside,
    behind_colon,
    by_then,
    counted_in,
    each_year,
    horizon,
    is_answer,
    is_event,
    is_kind,
    is_lifetime,
    of_a_meeting,
    of_a_term,
    passed,
    planned,
    quoted,
    since,
)
from vnreport.context.reported import by_report, found_at, reported, told_in_body
from vnreport.context.stated_periods import Found, announced_span, as_of, is_part, run
from vnreport.context.visits import looked_into
from vnreport.layout import Layout
from vnreport.mentions.times.document import Published
from vnreport.patterns import lazy
from vnreport.report import Interval, TimeMention
from vnreport.text import fold

_OPENING = 3
"""How many sentences behind the title may name the period."""
_UNITS = {"tháng": (30.44, 4.0), "năm": (365.25, 370.0)}
"""The days of a month and a year, and how many more or less a stretch of some of them may have."""
_DAYS_OF_IT = lazy(r"(?:\(|\([^()]{2,30}:|^:)\s*(?:(?:tính|số liệu|thời gian)\s+)?(?:từ\s+)?(?:ngày\s+)?$")
"""What opens brackets in a title that tell the days of what it names: ``Tháng hành động năm 2023 (từ …)``."""
_NUMBERED_DAY = lazy(r"\d\D+\d")
_YEAR_AT_END = lazy(r"(?<=[^\W\d_])(?<!năm)(?<!NĂM)(?<!Năm) (?P<year>(?:19[89]|20[0-3])\d)(?=[”\"]?\W?\Z|: )")
_MOMENT = lazy(r"\s{0,2}\(\s?\d{1,2}\s?(?:giờ|[hHgG:])\s?(?:\d{2})?(?:\s?phút)?,?\s(?=ngày\s\d)")
"""The moment in brackets behind a title that a report on what is going on counts up to."""
_DAY_WORD = len("ngày ")
_LATELY = 75
"""So many days behind its months a paper on them is written at most."""
_NEAR = 1200
"""So far behind the title a time tells of the whole text that no other time tells of."""
_SUMMER = 9
"""Up to this month a year is not yet one to report on."""
_REACH_OF_LEAD = 400
_DAY_FIRST = lazy(
    r"(?:[^\n]{0,80}\n){1,7}\s{0,4}(?:(?:sáng|chiều|tối|trưa)(?:\s+ngày)?|ngày)\s+\d{1,2}[/.-]\d{1,2}"
    r"(?:[/.-]\d{4})?(?=,|\s[^\W\d]|\s\()"
)
"""The day that the first sentence of a page opens with."""
_ADDRESSED = lazy(
    r"[\s\-–+*•]*(?:(?:kính\s(?:gửi|thưa|trình))(?!\w)|(?<=[-–+*•]\s)[^.:\n]{3,80}[;.]?\s*(?:\n|$))"
)
"""Whom a letter or a speech is to, a line for each."""
_STAGE = 20
"""So many years a report may look back on."""
_IN_STAGE = lazy(
    r"(?:^|[,:])\s*(?:trong\s+)?(?:giai\s+đoạn|nhiệm\s+kỳ)\s+(?:từ\s+)?(?:năm\s+)?\d{4}\s*(?:[-–]|đến)\s*(?:năm\s+)?\d{4}$"
)


def find_period(
    layout: Layout, times: list[TimeMention], text: str, title: Where | None, signed: Published | None = None
) -> Found | None:
    """Find the period that the document reports on: in its title, its opening, or most of its text.

    A period of plans (``nhiệm vụ năm 2015``) is taken only where nothing tells of what has been. A rule
    or an event that reviews nothing has no period but that of its title, or its days; minutes and bulletins
    are of the day they were made on.
    """
    held = [m for m in times if title and title[0] <= m.start < title[1] and of_a_meeting(text, m)]
    found = _find(layout, [m for m in times if m not in held], text, title, signed)
    found = found or (_find(layout, times, text, title, signed) if held else None)
    if title is not None and found is not None and fold(text[title[0] : title[1]]).startswith("biên bản"):
        # What a sentence of minutes opens with is its own; what is reviewed is told behind more words.
        sentence = layout.sentence_at(found[1][0])
        stated = announced_span(times, text, title)
        opens = sentence is not None and sentence.start >= title[1] and found[1][0] - sentence.start < LOOK
        if opens and found != stated:
            found = None
    if found is None and title is not None and is_kind(text, title, "report"):
        stamp = _MOMENT.match(text, title[1])
        day = next((m for m in times if stamp and stamp.end() <= m.start + _DAY_WORD < m.end), None)
        if stamp is not None and day is not None and day.start < stamp.end() + LOOK:
            # "Tình hình mưa lũ trên địa bàn tỉnh (06h30, ngày 06/8/2020)"
            return day.period, (day.start, day.end)
    if found is None and signed is not None and is_kind(text, title, "daily"):
        return Interval(start=signed.day, end=signed.day), (signed.start, signed.end)
    return found


def _find(
    layout: Layout, times: list[TimeMention], text: str, title: Where | None, signed: Published | None
) -> Found | None:
    spans = [m for m in times if m.grain != "day" and not of_a_term(text, m) and not since(text, m)]
    spans = [m for m in spans if not each_year(text, m)]
    titled = [m for m in spans if title and title[0] <= m.start < title[1] and not ahead_of(text, m)]
    titled = [m for m in titled if not fold(m.text).startswith("cùng") and not is_lifetime(m)]
    nearer = [m for m in titled if not horizon(text, m)]
    if len(nearer) < len(titled) and all(by_then(text, m) for m in nearer):
        return None  # a plan of two horizons, whose sections have each its own
    titled = nearer
    told = [m for m in titled if not planned(text, m)]
    # The years in a scheme's quoted name are its own: "Đề án “… giai đoạn 2017 - 2025” năm 2020".
    told = [m for m in told if not quoted(text, m, title)] or [m for m in told if not by_then(text, m)]
    stated = announced_span(times, text, title) or as_of(times, text, title)
    # Figures up to a day before the month that the title names are what that month's matter rests on.
    early = stated is not None and bool(told) and stated[0].end < min(m.start_date for m in told)
    if stated is not None and not early and not is_part(stated[0], told):
        return stated
    event = is_event(text, title)
    opening = _opening_times(layout, spans, title, signed, event)
    if titled and not told and is_kind(text, title, "scheme"):
        return titled[0].period, (titled[0].start, titled[0].end)
    if told:
        return _of_title(told, spans, opening, layout, event)
    stretch = _counted(layout, spans, opening, title, event, named=bool(titled))
    if stretch is not None:
        return stretch.period, (stretch.start, stretch.end)
    if is_answer(text, title) and not titled:
        return None  # each answer has a time of its own
    framed = _framed(layout, spans, opening, title, signed, event)
    if framed is not None:
        return framed
    if titled:
        return told_in_body(layout, spans) or (titled[0].period, (titled[0].start, titled[0].end))
    return _untold(layout, times, spans, opening, title, signed)


def _opening_times(
    layout: Layout, spans: list[TimeMention], title: Where | None, signed: Published | None, event: bool
) -> list[TimeMention]:
    """Give the times of the opening that may be what has been."""
    text = layout.text
    opening = [m for m in _in_opening(layout, title, spans) if not planned(text, m) and not passed(text, m)]
    opening = [m for m in opening if not aside(text, m)]
    if signed is None:
        return opening
    # What begins later is to come, whatever is said of it; so is most of a year that has just begun.
    last = signed.day + timedelta(days=AHEAD if event else 0)
    return [
        m
        for m in opening
        if m.start_date <= (last if is_stretch(m) else signed.day) and not _runs(m, signed, layout, title)
    ]


def _counted(
    layout: Layout,
    spans: list[TimeMention],
    opening: list[TimeMention],
    title: Where | None,
    event: bool,
    named: bool,
) -> TimeMention | None:
    """Find the days, months or years that the title or the opening counts."""
    count = counted_in(layout.text, title) if title else None
    stretch = _interval_of(spans, title[1], int(count[1]), count[2]) if title and count else None
    if stretch is None and not named:
        stretch = days_past(spans, layout.text, title)
    if stretch is None and event:
        stretch = next((m for m in opening if is_stretch(m)), None)
    return stretch or counted_days(layout, opening)


def _framed(
    layout: Layout,
    spans: list[TimeMention],
    opening: list[TimeMention],
    title: Where | None,
    signed: Published | None,
    event: bool,
) -> Found | None:
    """Find the time that the opening sets as the frame, or the years that a supervision looked into."""
    text = layout.text
    rule, reports = is_kind(text, title, "rule"), is_kind(text, title, "report")
    years = opening_years(layout, spans)
    framed = next(
        (
            m
            for m in opening
            if not rule and fits(layout, m, event) and (reports or not passing(layout, m, years, title))
        ),
        None,
    )
    past = [m for m in spans if signed is None or m.end_date <= signed.day]
    seen = None
    if not (rule or event or is_kind(text, title, "scheme")) and (framed is None or is_stretch(framed)):
        seen = looked_into(layout, past, title)
    if seen is not None or framed is None:
        return seen
    return found_at(text, _summed_up(layout, framed, opening))


def _untold(
    layout: Layout,
    times: list[TimeMention],
    spans: list[TimeMention],
    opening: list[TimeMention],
    title: Where | None,
    signed: Published | None,
) -> Found | None:
    """Find the period of a text whose title and opening name none."""
    text = layout.text
    reports, event = is_kind(text, title, "report"), is_event(text, title)
    if event and (said := reported(layout, spans, title)) is not None:
        return said
    if event or is_kind(text, title, "rule"):
        named = _day_of(times, text, title) or _bare_year(text, title, signed)
        return named or (_stage(layout, opening) if event else None)
    if signed is not None:
        # Nor is what is still to come what is reported, however often it is named.
        spans = [m for m in spans if m.start_date <= signed.day]
    return (
        _bare_year(text, title, signed)
        or (told_in_body(layout, spans) if reports else None)
        or reported(layout, spans, title)
        or by_report(layout, spans, title)
        or _most_named(layout, spans, title, signed)
        or _day_of(times, text, title)
        or _stage(layout, opening)
    )


def _runs(mention: TimeMention, signed: Published, layout: Layout, title: Where | None) -> bool:
    """Tell whether a year goes on that a page of one day speaks of: ``Ngày 7/5, …`` *Năm 2019* ``, …``."""
    running = mention.grain == "year" and (signed.day.year, signed.day.month <= _SUMMER) == (
        mention.end_date.year,
        True,
    )
    if not running or title is None or is_kind(layout.text, title, "report"):
        return False
    return _DAY_FIRST.match(layout.folded, title[1], title[1] + _REACH_OF_LEAD) is not None


def _summed_up(layout: Layout, framed: TimeMention, opening: list[TimeMention]) -> TimeMention:
    """Give the time of the opening that a report's figures are of, beside the first that frames it.

    The months that a sentence adds up to its month (``trong tháng 8 đạt …, lũy kế`` *8 tháng năm 2014*); the
    part of the year that has been, where the year is but that of a plan
    (``giám sát nghị quyết năm 2019. Trong`` *10 tháng đầu năm* …).
    """
    sentence = layout.sentence_at(framed.start)
    opens = sentence is not None and framed.start - sentence.start < LOOK
    for other in opening:
        if other.start <= framed.start or other.grain not in {"half", "quarter", "interval"}:
            continue
        longer = framed.grain == "month" and framed.end_date == other.end_date and _covers(other, framed)
        if longer and sentence is not None and other.end <= sentence.end and other.start_date.day == 1:
            return other
        part = framed.grain == "year" and not opens and _covers(framed, other)
        if part and other.start_date == framed.start_date and fits(layout, other, strict=False):
            return other
    return framed


def _of_title(
    told: list[TimeMention],
    spans: list[TimeMention],
    opening: list[TimeMention],
    layout: Layout,
    event: bool,
) -> Found:
    """Give the period that the title names, the longer one of ``tháng 6 và 6 tháng``; an event's days."""
    lead, text = told[0], layout.text
    for other in told[1:]:
        whole = other.grain != "year" or and_whole(text[lead.end : other.start])
        told_days = other.grain == "interval" and _DAYS_OF_IT.search(fold(text[lead.end : other.start]))
        if (whole and _covers(other, lead)) or told_days:
            lead = other
    count = COUNT.fullmatch(fold(lead.text))
    days = _interval_of(spans, lead.end, int(count[1]), count[2]) if count else None
    if days is None and event and lead.grain == "year":
        days = next((m for m in opening if is_stretch(m) and _covers(lead, m)), None)
    if days is None and lead.grain == "year" and len(told) > 1:
        return run(told, lead, layout.folded)
    return found_at(text, days or lead)


def _interval_of(spans: list[TimeMention], after: int, count: int, unit: str) -> TimeMention | None:
    """Find the dates of the months or years that the title counts: ``Kết quả 04 tháng vận hành …``."""
    length, margin = _UNITS[unit]
    for mention in spans:
        days = (mention.end_date - mention.start_date).days + 1
        if fold(mention.text).startswith("cùng"):
            continue
        if mention.grain == "interval" and mention.start >= after and abs(days - length * count) < margin:
            return mention
    return None


def _covers(outer: TimeMention, inner: TimeMention) -> bool:
    return outer.start_date <= inner.start_date and inner.end_date <= outer.end_date


def _bare_year(text: str, title: Where | None, signed: Published | None) -> Found | None:
    """Find the year that stands bare behind a name at the end of a title: ``Tháng Công nhân`` *2024*."""
    match = _YEAR_AT_END.search(text, *title) if title is not None else None
    if match is None or title is None or any(word in fold(text[slice(*title)]) for word in words("cited")):
        return None
    year = int(match["year"])
    if signed is not None and abs(signed.day.year - year) > 1:
        return None
    return Interval(start=date(year, 1, 1), end=date(year, 12, 31)), match.span("year")


def _most_named(
    layout: Layout, spans: list[TimeMention], title: Where | None, signed: Published | None
) -> Found | None:
    """Give the period that most sentences are led in by: two at least, or one where no other time is named.

    One is enough for months added up from January to shortly before the day of writing. What is named in
    passing (``khởi công tháng 8/2012``), however often, is no period of the document.
    """
    usable = [m for m in spans if within_two_years(m) and not planned(layout.text, m)]
    finer = [m for m in usable if m.grain != "year"] or usable
    years = opening_years(layout, spans)
    leading = [m for m in finer if fits(layout, m, strict=False) and not passing(layout, m, years, title)]
    leading = [m for m in leading if not passed(layout.text, m) and not by_then(layout.text, m)]
    leading = [m for m in leading if not aside(layout.text, m)]
    counts = Counter((m.start_date, m.end_date) for m in leading)
    for days in {(m.start_date, m.end_date) for m in leading if signed and _just_added_up(m, signed)}:
        counts[days] += 1
    for days, said in counts.most_common(1):
        source = next(m for m in leading if (m.start_date, m.end_date) == days)
        named = {(m.start_date, m.end_date) for m in finer}
        alone = len(named) == 1 and not fold(source.text).startswith("từ đầu năm")
        if signed is not None:
            alone = alone and 0 <= (signed.day - source.end_date).days <= _LATELY
        else:
            alone = alone and source.start < (title[1] if title else 0) + _NEAR
        if said > 1 or alone:
            return found_at(layout.text, source)
    return None


def _just_added_up(mention: TimeMention, signed: Published) -> bool:
    """Tell whether a time is that of the months of a year that were over when a paper was written."""
    first, last = mention.start_date, mention.end_date
    over = 0 <= (signed.day - last).days <= _LATELY
    return over and (first.month, first.day) == (1, 1) and first.year == last.year and last.month > 1


def _stage(layout: Layout, opening: list[TimeMention]) -> Found | None:
    """Find the years that the opening says it tells of: ``Giai đoạn 2016 - 2021, tình hình …``."""
    for mention in opening:
        sentence = layout.sentence_at(mention.start)
        years = mention.end_date.year - mention.start_date.year
        if sentence is None or not 2 <= years <= _STAGE:
            continue
        first = sentence.start <= len(layout.text) - len(layout.text.lstrip())
        if not first and not layout.text.startswith(",", mention.end):
            continue
        low = max(sentence.start, mention.end - CLAUSE)
        if _IN_STAGE.search(fold(layout.text[low : mention.end])):
            return mention.period, (mention.start, mention.end)
    return None


def _day_of(times: list[TimeMention], text: str, title: Where | None) -> Found | None:
    """Give the day that the title of a report names: ``Báo cáo nhanh ngày 17/11/2020``."""
    if title is None or not (
        is_kind(text, title, "report") or is_kind(text, behind_colon(text, title), "report")
    ):
        return None
    days = [m for m in times if title[0] <= m.start < title[1] and m.grain == "day" and m.year_from == "text"]
    days = [m for m in days if _NUMBERED_DAY.search(m.text)]  # no "Tết Nguyên đán năm 2024"
    return (days[0].period, (days[0].start, days[0].end)) if len(days) == 1 else None


def _in_opening(layout: Layout, title: Where | None, spans: list[TimeMention]) -> list[TimeMention]:
    """Give the times of the first sentences behind the title, and of what stands above it."""
    after = title[1] if title else 0
    end, seen = len(layout.text), 0
    for sentence in layout.sentences:
        if sentence.start < after or layout.boilerplate.overlaps(sentence.start, sentence.end):
            continue
        seen += not _ADDRESSED.match(layout.folded, sentence.start)
        if seen == _OPENING:
            end = sentence.end
            break
    return [m for m in spans if m.start < end and not (title and title[0] <= m.start < title[1])]
