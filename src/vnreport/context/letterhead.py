"""The agency above the number and the title, and its office."""

from __future__ import annotations

import re

from vnreport.context import codes
from vnreport.context.heading import headed
from vnreport.context.lexicon import Where
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import Mention, OrganizationMention
from vnreport.text import fold

_COUNTRY = "cộng hòa xã hội chủ nghĩa việt nam"
_LOOK = 24
_OFFICE = lazy(r"^\W*VĂN PHÒNG(?=\W*$| {3}|[^\S\n]?[\t|])", re.MULTILINE)
"""The line of an office, whatever stands in the column beside it."""
_OF_OFFICE = lazy(r"[-/]\s?VP")


def of_head(
    layout: Layout, agencies: list[OrganizationMention], title: Where | None, number: Where | None
) -> OrganizationMention | None:
    """Give the last agency above the number and the title: the one before it is its superior."""
    start, stop = layout.head or (0, 0)
    if title is not None:
        stop = min(stop, title[0]) if layout.head and title[0] > start else title[0]
        start = start if layout.head else max(0, title[0] - 200)
    if number is not None and number[0] > start:
        stop = min(stop, number[0])
    if layout.head is None:
        start = max([start, *(high for _, high in layout.boilerplate if high <= stop)])
    column = headed(layout.text, agencies, start, stop)
    if column is not None:
        return codes.completed(layout.text, _office_of(layout.text, column, start, stop, number), number)
    above = [m for m in agencies if start <= m.start < stop and fills_line(layout.text, m)]
    above = [m for m in above if not _COUNTRY.endswith(fold(m.name))]
    above = [m for m in above if not layout.boilerplate.overlaps(m.start, m.end)]
    return above[-1] if above else None


def _office_of(
    text: str, body: OrganizationMention, start: int, stop: int, number: Where | None
) -> OrganizationMention:
    """Give the office of a body, ``VĂN PHÒNG`` below its name, where the number is its own: ``12/TB-VP``."""
    line = _OFFICE.search(text, start, stop) if number is not None else None
    own = number is not None and _OF_OFFICE.search(text, *number) is not None
    if line is None or not own or fold(body.name).startswith("văn phòng"):
        return body
    return body.model_copy(update={"name": f"Văn phòng {body.name}", "end": max(body.end, line.end())})


def fills_line(text: str, mention: Mention) -> bool:
    """Tell whether a name fills its line or table cell, as in a head."""
    before = text[max(0, mention.start - _LOOK) : mention.start].rstrip(" \t\xa0*")
    after = text[mention.end : mention.end + _LOOK].lstrip(" \t\xa0*")
    return (not before or before[-1] in "\n|") and (not after or after[0] in "\r\n|-_—:")
