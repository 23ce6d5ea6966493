"""What the three kinds of numbers that make measurements have in common."""

from __future__ import annotations

from vnreport.facts.words import measures
from vnreport.report import MoneyMention, PercentMention, QuantityMention

Numeric = MoneyMention | PercentMention | QuantityMention


def unit_of(mention: Numeric) -> str:
    """Give the unit of a measurement: the currency, ``%`` or the counted unit."""
    if isinstance(mention, MoneyMention):
        return mention.currency
    if isinstance(mention, PercentMention):
        return "%"
    return mention.unit


def change_unit_of(mention: Numeric) -> str:
    """Give the unit of a change; percentage points are told from per cent."""
    if isinstance(mention, PercentMention) and mention.points:
        return "điểm phần trăm"
    return unit_of(mention)


def is_measure(mention: QuantityMention) -> bool:
    """Tell whether a quantity is measured (``ha``, ``tấn/ha``) rather than counted."""
    return mention.unit.lower().split("/")[0] in measures()
