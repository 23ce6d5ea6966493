"""Whose deed the first sentence of a text tells, and in whose area what it tells has come about."""

from __future__ import annotations

from vnreport.context import narrator
from vnreport.context.lead import lead
from vnreport.context.lexicon import Where
from vnreport.context.speech import is_source
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_CLAUSE = 120
_LOOK = 24
_AREA = lazy(r"(?<!\w)(?:địa bàn|địa phận|tuyến|khu vực|phạm vi|lĩnh vực|vùng)(?:\s[^.;:\n]{0,80})?\sdo\s$")
_MANAGES = lazy(r"\s(?:trực tiếp\s)?(?:quản lý|phụ trách)(?!\w)")
"""``Tình hình trên tuyến biên giới do`` *Cục Hải quan …* ``quản lý``."""


def subject(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency of whose deed the first sentence behind the title tells; one that it quotes is none."""
    for sentence in lead(layout, title, 1):
        inside = [m for m in agencies if sentence.start <= m.start < sentence.end]
        quotes = any(is_source(text, mention) for mention in inside)
        return None if quotes else narrator.leading(text, layout, inside, title)
    return None


def manager(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency in whose area the first sentence says that things have come about."""
    for sentence in lead(layout, title, 1):
        for mention in agencies:
            if not sentence.start <= mention.start < sentence.end:
                continue
            before = fold(text[max(sentence.start, mention.start - _CLAUSE) : mention.start])
            if _AREA.search(before) and _MANAGES.match(fold(text[mention.end : mention.end + _LOOK])):
                return mention
    return None
