"""Document context: what the whole text says about itself, with the span each answer came from.

Where officials put these things is fixed by Decree 30/2020/NĐ-CP, appendix I: the agency that issues,
its number, place and date stand in the head, kind and subject in the title. Web pages give a
headline and a date beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from vnreport.base_model import made
from vnreport.context.calling import seated
from vnreport.context.lexicon import Where, openings, words
from vnreport.context.period import find_period
from vnreport.context.place import find_place
from vnreport.context.publisher import find_publisher
from vnreport.gazetteer import units
from vnreport.layout import Layout
from vnreport.mentions.times.document import published, title_span
from vnreport.patterns import lazy
from vnreport.report import (
    AnyMention,
    Document,
    InstrumentMention,
    OrganizationMention,
    PlaceMention,
    Span,
    TimeMention,
)
from vnreport.text import fold

__all__ = ["describe"]

_HEAD = 2000
_DATE_CELL = lazy(
    r"(?:\s{3,}|[ ]?[\t|]\s*)[^\W\d_][^\n,]{1,40},\s?ngày\s[\d.…]{0,4}\s?tháng\s[\d.…]{0,4}\s?năm\s\d{4}"
    r"(?=\s*(?:\n|$))"
)
"""The place and date of the other column, beside the first of two lines of a subject."""


_LOOSE = lazy(r"(?<!\S)[\u0300-\u036f]+(?!\S)")
"""Marks that a copy of a PDF file left without their letters."""
_GLUED = lazy(r"(?<=[^\W_])[,;:](?=[^\W\d_]{2})")


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
    organizations = [m for m in mentions if isinstance(m, OrganizationMention)]
    places = [m for m in mentions if isinstance(m, PlaceMention)]
    title = _without_stamp(text, _without_agency(text, title_span(text, layout), organizations))
    number = _number(text, layout, title)
    cited = [m for m in mentions if isinstance(m, InstrumentMention)]
    publisher = find_publisher(text, layout, organizations, title, number[1] if number else None, cited)
    where = find_place(text, layout, places, organizations, publisher, title)
    if where is not None:
        publisher = publisher or _committee_of(text, where, title, organizations)
        publisher, where = _settled(publisher, where)
    signed = published(layout)
    facts: dict[str, tuple[object, Where] | None] = {
        "title": (_spaced(text[title[0] : title[1]]), title) if title else None,
        "number": number,
        "published": (signed.day, (signed.start, signed.end)) if signed else None,
        "period": find_period(
            layout, [m for m in mentions if isinstance(m, TimeMention)], text, title, signed
        ),
        "publisher": (publisher.name, (publisher.start, publisher.end)) if publisher else None,
        "place": where,
    }
    known = {name: found for name, found in facts.items() if found is not None}
    return made(Document)(
        **{name: value for name, (value, _) in known.items()},  # type: ignore[arg-type]
        sources={name: made(Span)(start=where[0], end=where[1]) for name, (_, where) in known.items()},
    )


def _spaced(title: str) -> str:
    """Give a title on one line, a space behind each comma and colon: page scrapers lose them."""
    plain = _LOOSE.sub(" ", _DATE_CELL.sub("", title))
    return _GLUED.sub(r"\g<0> ", " ".join(plain.split()))


def _committee_of(
    text: str, where: tuple[str, Where], title: Where | None, organizations: list[OrganizationMention]
) -> OrganizationMention | None:
    """Take the committee of the unit that a title names where no body is named anywhere.

    ``Kết quả 2 năm thực hiện Chương trình giảm nghèo huyện Mường Khương``.
    """
    place, (start, end) = where
    titled = title is not None and title[0] <= start < title[1]
    if organizations or not titled or not fold(text[start:end]).startswith(openings("level")):
        return None
    return OrganizationMention(text=place, start=start, end=end, name=f"Ủy ban nhân dân {place}", place=place)


def _settled(
    publisher: OrganizationMention | None, where: tuple[str, Where]
) -> tuple[OrganizationMention | None, tuple[str, Where]]:
    """Complete the bare level word that ends a publisher's name, and the place that lacks one.

    ``Công an huyện`` of ``Mộc Châu`` is ``Công an huyện Mộc Châu``, of ``huyện Mộc Châu``.
    """
    place, span = where
    if publisher is None:
        return None, where
    level = next((word for word in words("level") if fold(publisher.name).endswith(f" {word}")), "")
    if level and units(level, place):
        place = f"{level} {place}"
    if level and fold(place).startswith(f"{level} "):
        name = publisher.name + place[len(level) :]
        publisher = publisher.model_copy(update={"name": name, "place": place})
    return seated(publisher, place), (place, span)


def _without_agency(text: str, title: Where | None, organizations: list[OrganizationMention]) -> Where | None:
    """Leave out the agency that stands on a line of its own above the title."""
    if title is None:
        return None
    start, end = title
    if text[start:end].isupper() and any(m.start == start and m.end >= end for m in organizations):
        return None  # a line of a head, no title
    for mention in organizations:
        if start == mention.start and text[mention.end : end].lstrip(" \t")[:1] in {"\n", "\r"}:
            start = end - len(text[mention.end : end].lstrip())
    return start, end


_STAMP = lazy(
    r"(?:\s*(?P<open>\(\s*)|\s{3,})(?:\d{1,2}[:hg]\d{2}\W{1,4})?(?:ngày\s)?\d{1,2}[/.-]\d{1,2}[/.-]20\d\d"
    r"(?:\W{1,4}\d{1,2}[:hg]\d{2})?(?(open)\s*\))$"
)
"""What a web page puts behind a headline: the date, in brackets or apart."""


def _without_stamp(text: str, title: Where | None) -> Where | None:
    """Leave out the date in brackets that closes a title: ``Sơ kết công tác quý II (05/7/2018)``."""
    match = _STAMP.search(text, max(title[0] + 1, title[1] - 40), title[1]) if title is not None else None
    return (title[0], match.start()) if title is not None and match is not None else title


@cache
def _own_number() -> re.Pattern[str]:
    """``Số: 145/BC-SYT``, ``Luật số: 91/2015/QH13``, at the start of a line or cell."""
    return re.compile(
        r"(?:^|[|\t\n])[^\S\n]{0,20}[-–]?(?:luật\s|pháp lệnh\s)?"
        r"(?:số[^\S\n]{0,3}[:.]?|s[^\s\d:]?[^\S\n]?:)\s{0,5}"
        r"(?P<code>\d{1,6}[a-zđ]?[^\S\n]{0,2}[/\-][^\S\n]{0,2}(?:\d{4}[^\S\n]{0,2}/[^\S\n]{0,2})?[a-zđ][\w&.]{0,20}"
        r"(?:[^\S\n]?[-–/][^\S\n]?[\w&.]{1,20}){0,4}"
        r"|[a-zđ]{2,6}[-_]?\d{1,3}/\d{1,2}h\d{0,2}/[a-zđ]{2,6}(?!\w))",
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
