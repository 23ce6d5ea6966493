"""Mentions: spans of the repaired text with a normalised value.

Each type has its finder, a pure function from text and layout to mentions without ids. Earlier
finders claim their characters: a number inside an instrument or a date is no quantity.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from vnreport.layout import Layout
from vnreport.mentions import (
    instruments,
    money,
    numbers,
    organizations,
    people,
    percents,
    places,
    programmes,
    quantities,
    times,
)
from vnreport.report import AnyMention, Mention
from vnreport.spans import Spans

__all__ = ["find_mentions"]


def _spans(mentions: Iterable[Mention]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in mentions]


def find_mentions(text: str, layout: Layout, reference_date: dt.date | None = None) -> list[AnyMention]:
    """Find every mention in a text, in text order, outside boilerplate, with ids but no source spans.

    Args:
        text: the repaired text.
        layout: its shape.
        reference_date: what relative times (``năm ngoái``) count from; the document's own date where None.
    """
    taken = layout.boilerplate
    cited = instruments.find(text, layout)
    taken = taken.union(_spans(cited))
    timed = times.find(text, layout, taken, reference_date)
    taken = taken.union(_spans(timed))
    counted = numbers.find(text, layout, taken)
    shares = percents.find(text, counted)
    sums = money.find(text, counted)
    taken = taken.union(_spans([*shares, *sums]))
    amounts = quantities.find(text, layout, counted, taken)
    organized = organizations.find(text, layout, Spans(_spans(cited)))
    placed = places.find(text, layout, organized, Spans(_spans(cited)))
    named = people.find(text, layout, organized, Spans(_spans([*cited, *placed])))
    planned = programmes.find(text, layout, cited, Spans(_spans(organized)))
    found: list[AnyMention] = [
        *cited, *timed, *shares, *sums, *amounts, *organized, *placed, *named, *planned,
    ]  # fmt: skip
    found = [m for m in found if not layout.boilerplate.overlaps(m.start, m.end)]
    found.sort(key=lambda m: (m.start, -m.end, m.type))
    return _with_ids(found)


def _with_ids(found: list[AnyMention]) -> list[AnyMention]:
    """Name the mentions in text order and translate the references between instruments.

    The instrument finder names its own mentions before all others are known; ``refers_to`` holds
    such a provisional name until here.
    """
    final = {m.id: f"m{i}" for i, m in enumerate(found, 1) if m.id}
    for i, mention in enumerate(found, 1):
        mention.id = f"m{i}"
        if mention.type == "instrument" and mention.refers_to is not None:
            mention.refers_to = final.get(mention.refers_to)
    return found
