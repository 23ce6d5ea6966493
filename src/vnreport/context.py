"""Document context: what the whole text says about itself, with the span each answer came from.

Where officials put these things is fixed by Decree 30/2020/NĐ-CP, appendix I: the agency that issues,
its number, place and date stand in the head, kind and subject in the title. Web pages give a
headline and a date beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from functools import cache

from vnreport.layout import Layout
from vnreport.lexicon import table
from vnreport.mentions.times.document import published, title_span
from vnreport.report import (
    AnyMention,
    Document,
    Interval,
    Mention,
    OrganizationMention,
    PlaceMention,
    Span,
    TimeMention,
)
from vnreport.text import fold

_HEAD = 2000
_OPENING = 3
"""How many sentences behind the title may name the period."""
_LOOK = 24

Where = tuple[int, int]


def describe(
    text: str, layout: Layout, mentions: list[AnyMention], reference_date: dt.date | None = None
) -> Document:
    """Read title, publisher, place, date, period and number of a document off its shape and mentions.

    Args:
        text: the repaired text.
        layout: its shape.
        mentions: all mentions of the text, in text order.
        reference_date: not needed: relative times are resolved already.

    Returns:
        What the text says; each field that is set has the span it was read from in ``sources``.
    """
    title = title_span(text, layout)
    facts: dict[str, tuple[object, Where] | None] = {
        "title": (" ".join(text[title[0] : title[1]].split()), title) if title else None,
        "number": _number(text, layout, title),
        "published": _published(text, layout),
        "period": _period(layout, [m for m in mentions if isinstance(m, TimeMention)], text, title),
    }
    organizations = [m for m in mentions if isinstance(m, OrganizationMention)]
    publisher = _publisher(text, layout, organizations, title)
    facts["publisher"] = (publisher.name, (publisher.start, publisher.end)) if publisher else None
    places = [m for m in mentions if isinstance(m, PlaceMention)]
    facts["place"] = _place(text, layout, places, publisher, title)
    known = {name: found for name, found in facts.items() if found is not None}
    return Document(
        **{name: value for name, (value, _) in known.items()},  # type: ignore[arg-type]
        sources={name: Span(start=where[0], end=where[1]) for name, (_, where) in known.items()},
    )


@cache
def _words(kind: str) -> tuple[str, ...]:
    return tuple(row["word"] for row in table("document_words") if row["class"] == kind)


@cache
def _own_number() -> re.Pattern[str]:
    """``Số: 145/BC-SYT``, ``Luật số: 91/2015/QH13``, at the start of a line or cell."""
    return re.compile(
        r"(?:^|[|\t]|\n)[^\S\n]*(?:luật\s|pháp lệnh\s)?số[^\S\n]{0,3}[:.]?[^\S\n]{0,5}"
        r"(?P<code>\d{1,6}[a-zđ]?[^\S\n]{0,2}[/\-][^\S\n]{0,2}(?:\d{4}[^\S\n]{0,2}/[^\S\n]{0,2})?[a-zđ][\w&.]{0,20}"
        r"(?:[^\S\n]?[-–/][^\S\n]?[\w&.]{1,20}){0,4})",
        re.IGNORECASE,
    )


def _number(text: str, layout: Layout, title: Where | None) -> tuple[str, Where] | None:
    """Find the document's own number, which stands before its title."""
    end = layout.head[1] if layout.head else min(title[0], _HEAD) if title else 0
    start = layout.head[0] if layout.head else 0
    match = _own_number().search(text, start, end)
    if match is None:
        return None
    code = re.sub(r"\s", "", match["code"]).replace("–", "-").replace("Ð", "Đ").rstrip(".")
    return code, match.span("code")


def _published(text: str, layout: Layout) -> tuple[dt.date, Where] | None:
    found = published(text, layout)
    return (found.day, (found.start, found.end)) if found else None


# Period


def _period(
    layout: Layout, times: list[TimeMention], text: str, title: Where | None
) -> tuple[Interval, Where] | None:
    """Find the period that the document reports on: in its title, its opening, or most of its text."""
    titled = [m for m in times if title and title[0] <= m.start < title[1] and _spans_days(m)]
    if titled:
        lead = titled[0]
        for other in titled[1:]:
            if other.grain != "year" and _covers(other, lead) and not _planned(text, other):
                lead = other
        return lead.period, (lead.start, lead.end)
    usable = [m for m in times if _spans_days(m) and not _planned(text, m)]
    opening = _opening_end(layout, title)
    for mention in usable:
        if mention.start < opening and mention.grain != "year" and _within_two_years(mention):
            return mention.period, (mention.start, mention.end)
    finer = [m for m in usable if m.grain != "year" and _within_two_years(m)] or usable
    if not finer:
        return None
    counts = Counter((m.start_date, m.end_date) for m in finer)
    (first, last), times_said = counts.most_common(1)[0]
    source = next(m for m in finer if (m.start_date, m.end_date) == (first, last))
    if source.grain == "year" and times_said < 2:
        return None
    return Interval(start=first, end=last), (source.start, source.end)


def _spans_days(mention: TimeMention) -> bool:
    return mention.grain != "day"


def _within_two_years(mention: TimeMention) -> bool:
    return (mention.end_date - mention.start_date).days < 732


def _covers(outer: TimeMention, inner: TimeMention) -> bool:
    return outer.start_date <= inner.start_date and inner.end_date <= outer.end_date


def _planned(text: str, mention: TimeMention) -> bool:
    """Tell whether a period is one to come (``nhiệm vụ 6 tháng cuối năm``) or compared with (``cùng kỳ``)."""
    before = fold(text[max(0, mention.start - _LOOK) : mention.start])
    if fold(mention.text).startswith("cùng") or before.rstrip().endswith(
        ("so với", "đến", "tầm nhìn", "hơn")
    ):
        return True
    return any(word in before for word in _words("plan"))


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


# Publisher


def _publisher(
    text: str, layout: Layout, found: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Find who reports: the head's last agency, the title's, or the one that acts in the text."""
    agencies = [m for m in found if fold(m.name).startswith(_words("agency"))]
    if layout.head is not None:
        above = layout.head[0], title[0] if title and title[0] > layout.head[0] else layout.head[1]
        number = _number(text, layout, title)
        stop = number[1][0] if number else above[1]
        headed = [m for m in agencies if above[0] <= m.start < min(stop, above[1])]
        if headed:
            return headed[-1]
    if title is not None:
        titled = [m for m in agencies if title[0] <= m.start < title[1] and not _is_object(text, m)]
        if titled:
            return titled[0]
    return _acting(text, layout, agencies, title) or _source(text, layout, found)


def _acting(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Find the agency that the text is about: it opens sentences, is no object, and the title is of its field."""
    topic = fold(text[title[0] : title[1]]) if title else ""
    scores: Counter[str] = Counter()
    firsts: dict[str, OrganizationMention] = {}
    for mention in agencies:
        name = mention.name
        firsts.setdefault(name, mention)
        scores[name] += 0 if _is_object(text, mention) else 1
        sentence = layout.sentence_at(mention.start)
        if sentence is not None and mention.start - sentence.start <= _LOOK:
            scores[name] += 2
    for name in scores:
        field = " ".join(fold(name).split()[1:])
        if len(field) > 5 and field in topic:
            scores[name] += 5
    best = max(scores, key=lambda name: (scores[name], -firsts[name].start), default=None)
    return firsts[best] if best is not None and scores[best] >= 3 else None


def _is_object(text: str, mention: Mention) -> bool:
    before = fold(text[max(0, mention.start - _LOOK) : mention.start]).split()
    return bool(before) and before[-1] in _words("object")


def _source(text: str, layout: Layout, found: list[OrganizationMention]) -> OrganizationMention | None:
    """Take the agency that a closing ``Nguồn: Sở Y tế`` names."""
    low = max(0, len(text) - _HEAD)
    match = re.search(r"^[^\S\n]*nguồn\s?:[^\S\n]*(?P<name>[^\n]{3,80}?)[^\S\n.]*$", text[low:], re.I | re.M)
    if match is None or not fold(match["name"]).startswith(tuple(f"{w} " for w in _words("agency"))):
        return None
    start, end = low + match.start("name"), low + match.end("name")
    same = next((m for m in found if fold(m.name) == fold(match["name"])), None)
    name = same.name if same else match["name"]
    return OrganizationMention(text=text[start:end], start=start, end=end, name=name)


# Place


def _place(
    text: str,
    layout: Layout,
    places: list[PlaceMention],
    publisher: OrganizationMention | None,
    title: Where | None,
) -> tuple[str, Where] | None:
    """Find the place that the report is about: the title's, the publisher's, the province named most."""
    named = [m for m in places if m.level in {"province", "district", "commune"}]
    if title is not None:
        titled = [m for m in named if title[0] <= m.start < title[1]]
        if titled:
            return _full(titled[0], places), (titled[0].start, titled[0].end)
    if publisher is not None and publisher.place:
        return publisher.place, (publisher.start, publisher.end)
    if publisher is not None and fold(publisher.name).startswith(_words("national")):
        return None
    provinces = [m for m in named if m.level == "province"]
    if layout.head is not None:
        headed = [m for m in provinces if layout.head[0] <= m.start < layout.head[1]]
        if headed:
            return _full(headed[0], places), (headed[0].start, headed[0].end)
    if not provinces:
        return None
    counts = Counter(_key(m) for m in provinces)
    best = max(counts, key=lambda key: counts[key])
    source = next(m for m in provinces if _key(m) == best)
    return _full(source, places), (source.start, source.end)


def _key(place: PlaceMention) -> str:
    """Give what a place has in common whether its level word is written or not."""
    return place.code or re.sub(r"^(?:tỉnh|thành phố|tp\.?)\s", "", fold(place.name))


def _full(place: PlaceMention, places: list[PlaceMention]) -> str:
    """Give the longest name that the text has for a place: with its level word, where it is written once."""
    names = [m.name for m in places if m.level == place.level and _key(m) == _key(place)]
    return max(names, key=lambda name: (name[:1].islower(), len(name)), default=place.name)
