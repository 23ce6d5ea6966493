"""Numbers in digits and words: the floor that money, percentages and quantities stand on."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from vnreport.layout import Layout
from vnreport.report import Modifier
from vnreport.spans import Spans


class NumberSpan(NamedTuple):
    """A number in the text, with its range and modifier read off."""

    start: int
    """Start of the number itself, modifier excluded."""
    end: int
    value: Decimal
    value_max: Decimal | None
    modifier: Modifier
    spelled: bool
    """Whether it is written in words."""


def parse_number(text: str) -> Decimal | None:
    """Read one whole string as a number."""
    return None


def find(text: str, layout: Layout, taken: Spans) -> list[NumberSpan]:
    """Find the numbers outside the taken spans."""
    return []
