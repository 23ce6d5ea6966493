"""Where: the administrative unit that a document reports on."""

from __future__ import annotations

import re
from collections import Counter

from vnreport.context.lexicon import Where, openings, words
from vnreport.layout import Layout
from vnreport.report import OrganizationMention, PlaceMention
from vnreport.text import fold


def find_place(
    text: str,
    layout: Layout,
    places: list[PlaceMention],
    publisher: OrganizationMention | None,
    title: Where | None,
) -> tuple[str, Where] | None:
    """Find the place that the report is about: the title's, the publisher's, the province named most.

    Args:
        text: the repaired text.
        layout: its shape.
        places: the places of the text, in text order.
        publisher: who reports.
        title: span of the title.

    Returns:
        The name with its level word, where the text has it or it is known, and its span.
    """
    named = [m for m in places if m.level in {"province", "district", "commune"} or _levels(text, m.name)]
    if title is not None:
        titled = [m for m in named if title[0] <= m.start < title[1]]
        if titled:
            return _full(text, titled[0], places), (titled[0].start, titled[0].end)
    if publisher is not None and publisher.place:
        return _full_name(text, publisher.place, places), (publisher.start, publisher.end)
    if publisher is not None and (fold(publisher.name) + " ").startswith(openings("national")):
        return None
    provinces = [m for m in named if m.level == "province"]
    if layout.head is not None:
        headed = [m for m in provinces if layout.head[0] <= m.start < layout.head[1]]
        if headed:
            return _full(text, headed[0], places), (headed[0].start, headed[0].end)
    if not provinces:
        return None
    counts = Counter(_bare(m.name) for m in provinces)
    best = max(counts, key=lambda key: counts[key])
    source = next(m for m in provinces if _bare(m.name) == best)
    return _full(text, source, places), (source.start, source.end)


def _bare(name: str) -> str:
    """Give a place's folded name without its level word."""
    return re.sub(rf"^(?:{'|'.join(words('level'))}|tp\.?)\s", "", fold(name))


def _levels(text: str, name: str) -> list[str]:
    """Give the level words that the text has before a name, those of the larger units first."""
    if _bare(name) != fold(name):
        return [fold(name)[: len(name) - len(_bare(name))].strip()]
    return [level for level in words("level") if f"{level} {name}" in text]


def _full(text: str, place: PlaceMention, places: list[PlaceMention]) -> str:
    if place.level == "province" and _bare(place.name) == fold(place.name):
        return f"{'thành phố' if _bare(place.name) in words('city') else 'tỉnh'} {place.name}"
    return _full_name(text, place.name, places)


def _full_name(text: str, name: str, places: list[PlaceMention]) -> str:
    """Put the level word before a bare name: as a mention has it, as the text has it, or as provinces are."""
    bare = _bare(name)
    if bare != fold(name):
        return name
    for mention in places:
        if _bare(mention.name) == bare:
            if fold(mention.name) != bare:
                return mention.name
            if mention.level == "province":
                return f"{'thành phố' if bare in words('city') else 'tỉnh'} {name}"
    levels = _levels(text, name)
    return f"{levels[0]} {name}" if levels else name
