"""Which of the two ways to write numbers a text follows, where a form leaves it open."""

from __future__ import annotations

from vnreport.mentions.numbers.patterns import ENGLISH, POINTED, VIETNAMESE


def english_style(text: str) -> bool:
    """Tell whether the text's own unmistakable numbers group thousands by a comma."""
    return bool(ENGLISH.search(text)) and not VIETNAMESE.search(text)


def pointed_style(text: str) -> bool:
    """Tell whether the text's shares have a decimal point and no number is written the other way."""
    return bool(POINTED.search(text)) and not VIETNAMESE.search(text)
