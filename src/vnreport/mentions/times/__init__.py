"""Find dates, intervals and reporting periods.

In three steps: :mod:`scan` reads every date by itself, :mod:`joining` puts the ends of intervals
together and shares what a list says once, :mod:`resolving` turns them into days, taking a missing
year from the nearest context.
"""

from __future__ import annotations

import datetime as dt

from vnreport.base_model import made
from vnreport.layout import Layout
from vnreport.mentions.times.anchors import anchors_of
from vnreport.mentions.times.document import published
from vnreport.mentions.times.joining import join
from vnreport.mentions.times.reading import Reading
from vnreport.mentions.times.resolving import Resolved, Resolver
from vnreport.mentions.times.scan import scan
from vnreport.mentions.times.years import year_at_hand
from vnreport.report import TimeMention
from vnreport.spans import Spans

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
    reading = Reading(text, layout.folded)
    scanned = scan(reading)
    signed = published(layout, scanned)
    found = join(reading, scanned)
    atoms = [a for a in found if not taken.overlaps(a.start, a.end)]
    if not atoms:
        return []
    anchors = anchors_of(reading, layout, atoms, reference_date, signed)
    cited = [year_at_hand(a) for a in found if not layout.boilerplate.overlaps(a.start, a.end)]
    resolver = Resolver(reading, layout, atoms, anchors, latest_cited=max(filter(None, cited), default=None))
    return [_mention(text, each) for each in resolver.resolve() if each is not None]


def _mention(text: str, found: Resolved) -> TimeMention:
    atom = found.atom
    return made(TimeMention)(
        text=text[atom.start : atom.end],
        start=atom.start,
        end=atom.end,
        start_date=found.days[0],
        end_date=found.days[1],
        grain=atom.grain,
        year_from=found.origin,
    )
