"""Find dates, intervals and reporting periods.

In three steps: :mod:`scan` reads every date by itself, :mod:`joining` puts the ends of intervals
together and shares what a list says once, :mod:`resolving` turns them into days, taking a missing
year from the nearest context.
"""

from __future__ import annotations

import datetime as dt

from vnreport.layout import Layout
from vnreport.mentions.times.calendar import Atom
from vnreport.mentions.times.document import published, title_span
from vnreport.mentions.times.joining import join
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.resolving import Anchors, Resolver
from vnreport.mentions.times.scan import scan
from vnreport.report import TimeMention
from vnreport.spans import Spans
from vnreport.text import fold

__all__ = ["find"]


def find(text: str, layout: Layout, taken: Spans, reference_date: dt.date | None) -> list[TimeMention]:
    """Find dates, intervals and reporting periods.

    Args:
        text: the repaired text.
        layout: its shape.
        taken: where no time is looked for: boilerplate and the citations of instruments.
        reference_date: what ``năm ngoái`` counts from; the document's own date where None.

    Returns:
        The mentions in text order, without ids; none overlaps another or ``taken``.
    """
    reading = Reading(text, fold(text))
    atoms = [a for a in join(reading, scan(reading)) if not taken.overlaps(a.start, a.end)]
    if not atoms:
        return []
    anchors = _anchors(reading, layout, atoms, reference_date)
    mentions = []
    for found in Resolver(reading, layout, atoms, anchors).resolve():
        if found is None:
            continue
        atom = found.atom
        mentions.append(
            TimeMention(
                text=text[atom.start : atom.end],
                start=atom.start,
                end=atom.end,
                start_date=found.days[0],
                end_date=found.days[1],
                grain=atom.grain,
                year_from=found.origin,
            )
        )
    return mentions


def _anchors(reading: Reading, layout: Layout, atoms: list[Atom], reference: dt.date | None) -> Anchors:
    """Read what the document as a whole says of its time: published day, title."""
    signed = published(reading.text, layout)
    day = signed.day if signed else None
    blank = Anchors(None, None, None, day, reference)
    title = title_span(reading.text, layout)
    if title is None:
        return blank
    inside = [a for a in atoms if title[0] <= a.start < title[1]]
    resolved = [r for r in Resolver(reading, layout, inside, blank).resolve() if r is not None]
    periods = [r for r in resolved if r.atom.kind == "fixed" and r.atom.grain != "day"]
    years = {r.days[0].year for r in resolved if r.days[0].year == r.days[1].year}
    if not periods:
        return Anchors(next(iter(years), None) if len(years) == 1 else None, None, None, day, reference)
    lead = periods[0]
    for other in periods[1:]:
        if other.days[0] <= lead.days[0] and lead.days[1] <= other.days[1] and not other.atom.plain_year:
            lead = other
    year = lead.days[0].year if lead.days[0].year == lead.days[1].year else None
    return Anchors(year, lead.days, lead.atom.grain, day, reference)
