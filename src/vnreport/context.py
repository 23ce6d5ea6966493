"""Document context: what the whole text says about itself, with the span each answer came from."""

from __future__ import annotations

import datetime as dt

from vnreport.layout import Layout
from vnreport.report import AnyMention, Document


def describe(
    text: str, layout: Layout, mentions: list[AnyMention], reference_date: dt.date | None = None
) -> Document:
    """Read title, publisher, place, date and period of a document off its shape and mentions."""
    return Document()
