"""The period that a document reports on."""

from __future__ import annotations

import re
from collections import Counter

from vnreport.context.lexicon import Where, words
from vnreport.layout import Layout
from vnreport.mentions.times.document import ANNOUNCED, announced
from vnreport.mentions.times.reading import Reading
from vnreport.report import Interval, TimeMention
from vnreport.text import fold

_OPENING = 3
"""How many sentences behind the title may name the period."""
_LOOK = 24


def find_period(
    layout: Layout, times: list[TimeMention], text: str, title: Where | None
) -> tuple[Interval, Where] | None:
    """Find the period that the document reports on: in its title, its opening, or most of its text."""
    reading = Reading(text, fold(text[: (title[1] if title else 0) + ANNOUNCED]))
    for mention in times:
        if mention.end > len(reading.folded):
            break
        if announced(reading, mention.start, mention.grain):
            return mention.period, (mention.start, mention.end)
    titled = [m for m in times if title and title[0] <= m.start < title[1] and _spans_days(m)]
    if titled:
        lead = titled[0]
        for other in titled[1:]:
            if other.grain != "year" and _covers(other, lead) and not _planned(text, other):
                lead = other
        lead = _as_long_as(lead, times, layout, title) or lead
        return lead.period, (lead.start, lead.end)
    usable = [m for m in times if _spans_days(m) and not _planned(text, m)]
    opening = _opening_end(layout, title)
    for mention in usable:
        fits = _within_two_years(mention) if mention.grain != "year" else _opens(layout, mention)
        if mention.start < opening and fits:
            return mention.period, (mention.start, mention.end)
    usable = [m for m in usable if _within_two_years(m)]
    finer = [m for m in usable if m.grain != "year"] or usable
    if not finer:
        return None
    counts = Counter((m.start_date, m.end_date) for m in finer)
    (first, last), times_said = counts.most_common(1)[0]
    source = next(m for m in finer if (m.start_date, m.end_date) == (first, last))
    if times_said < 2:
        return None
    return Interval(start=first, end=last), (source.start, source.end)


_MONTHS = re.compile(r"\d{1,2} tháng")


def _as_long_as(
    lead: TimeMention, times: list[TimeMention], layout: Layout, title: Where | None
) -> TimeMention | None:
    """Find the dates of a number of months that the title leaves open: ``Kết quả 04 tháng vận hành …``."""
    count = _MONTHS.fullmatch(fold(lead.text))
    if count is None:
        return None
    months = int(count[0].split()[0])
    for mention in times:
        if mention.grain == "interval" and mention.start >= lead.end:
            days = (mention.end_date - mention.start_date).days + 1
            if abs(days - 30.44 * months) < 4:
                return mention
    return None


def _spans_days(mention: TimeMention) -> bool:
    return mention.grain != "day"


def _opens(layout: Layout, mention: TimeMention) -> bool:
    """Tell whether a year opens its sentence or clause: ``Năm 2020, …``, ``Trong năm 2020, …``."""
    if layout.text[max(0, mention.start - 2) : mention.start] == ", " and mention.text[:1] in "nN":
        return True
    sentence = layout.sentence_at(mention.start)
    return sentence is not None and mention.start - sentence.start <= len("Trong ")


def _within_two_years(mention: TimeMention) -> bool:
    """Tell whether a stretch is as long as reports cover: a week to two years."""
    return 5 <= (mention.end_date - mention.start_date).days < 732


def _covers(outer: TimeMention, inner: TimeMention) -> bool:
    return outer.start_date <= inner.start_date and inner.end_date <= outer.end_date


def _planned(text: str, mention: TimeMention) -> bool:
    """Tell whether a period is one to come (``nhiệm vụ 6 tháng cuối năm``) or compared with (``cùng kỳ``)."""
    before = fold(text[max(0, mention.start - _LOOK) : mention.start])
    if fold(mention.text).startswith("cùng") or before.rstrip().endswith(
        ("so với", "đến", "tầm nhìn", "hơn")
    ):
        return True
    return any(word in before for word in words("plan"))


def _opening_end(layout: Layout, title: Where | None) -> int:
    """Give the end of the first sentences behind the title."""
    after = title[1] if title else 0
    seen = 0
    for sentence in layout.sentences:
        if sentence.start >= after and not layout.boilerplate.overlaps(sentence.start, sentence.end):
            seen += 1
            if seen == _OPENING:
                return sentence.end
    return len(layout.text)
