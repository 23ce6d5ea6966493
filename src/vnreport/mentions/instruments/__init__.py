"""Citations of legal and administrative instruments.

One pass over the text finds the places where a citation may begin (:mod:`.triggers`); from each the
grammar reads as far as it can: provisions, head, number or name, date, issuer, more numbers that share
the head, title. The forms are those of Nghị định 30/2020/NĐ-CP (administrative documents), Nghị định
78/2025/NĐ-CP (normative instruments), Hướng dẫn 36-HD/VPTW (Party documents), and the older and looser
ones that reports use.
"""

from __future__ import annotations

from vnreport.layout import Layout
from vnreport.mentions.instruments.page import Page
from vnreport.mentions.instruments.triggers import find_triggers
from vnreport.mentions.instruments.walk import Walk
from vnreport.report import InstrumentMention

__all__ = ["find"]


def find(text: str, layout: Layout) -> list[InstrumentMention]:
    """Find citations of instruments, in text order.

    Args:
        text: the repaired text.
        layout: its shape; the head's own number is no citation.

    Returns:
        Mentions with provisional ids (``i1``, ``i2`` …); ``refers_to`` names one
        of them. They do not overlap.
    """
    page, found = find_triggers(Page.of(text))
    drafts = Walk(page, layout.head).run(found)
    return [draft.mention(text, position) for position, draft in enumerate(drafts)]
