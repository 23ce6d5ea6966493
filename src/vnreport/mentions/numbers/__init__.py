"""Numbers in digits and words: the floor that money, percentages and quantities stand on."""

from __future__ import annotations

import re
from decimal import Decimal
from operator import itemgetter
from unicodedata import normalize

from vnreport.layout import Layout
from vnreport.mentions.numbers.context import look_after
from vnreport.mentions.numbers.digits import read_digits
from vnreport.mentions.numbers.patterns import MOST_WORDS
from vnreport.mentions.numbers.ranges import join
from vnreport.mentions.numbers.scan import Scanner
from vnreport.mentions.numbers.types import Label, NumberSpan, tidy
from vnreport.mentions.numbers.words import read
from vnreport.patterns import lazy
from vnreport.spans import Spans
from vnreport.text import fold

__all__ = ["Label", "NumberSpan", "find", "look_after", "parse_number", "tidy"]

_LONGEST = 400
_TOKEN = lazy(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+")
_SPACED = lazy(r"[0-9]{1,3}(?:[ \u00a0\u202f\u2009][0-9]{3})+(?:,[0-9]+)?")


def parse_number(text: str) -> Decimal | None:
    """Read one whole string as a number, in words, digits or both; the inverse of num2words for Vietnamese.

    Args:
        text: ``hai mươi mốt nghìn``, ``1.203``, ``64,500``, ``2,5 triệu``, ``1 tỷ 200 triệu``, ``âm năm``.

    Returns:
        The value, or None where the string is no number. A single comma before three digits groups
        thousands (``64,500``) unless a scale word follows (``64,500 tỷ``) or the number begins with 0.
    """
    string = fold(normalize("NFC", text)).strip()
    if not string or len(string) > _LONGEST:
        return None
    sign = 1
    for mark in ("âm ", "trừ ", "-", "−", "+"):
        if string.startswith(mark):
            sign = -1 if mark != "+" else 1
            string = string[len(mark) :].strip()
            break
    if _SPACED.fullmatch(string):
        return sign * Decimal(re.sub(r"\s", "", string).replace(",", "."))
    tokens = _TOKEN.findall(string)
    if not tokens or len(tokens) > MOST_WORDS or _TOKEN.sub("", string).strip(" \u00a0\t-\n"):
        return None
    if len(tokens) == 1 and tokens[0][0].isdigit():
        value = read_digits(tokens[0], comma3_groups=True)
        return None if value is None else tidy(sign * value)
    reading = read(tokens, whole=True)
    if reading is None or reading.used != len(tokens):
        return None
    return tidy(sign * reading.value)


def find(text: str, layout: Layout, taken: Spans) -> list[NumberSpan]:
    """Find the numbers outside the taken spans, in text order.

    Args:
        text: the repaired text.
        layout: its shape.
        taken: boilerplate, instruments and times; a number that touches them is not looked at.

    Returns:
        Numbers with scale, range and modifier. Some only name things (:attr:`NumberSpan.label`): money and
        percentages overrule that, quantities do not.
    """
    folded = layout.folded
    scanner = Scanner(text, folded, taken)
    digits = list(scanner.digits())
    spelled = [n for n in scanner.spelled() if n is not None]
    return join(folded, _merge(digits, spelled))


def _merge(digits: list[NumberSpan], spelled: list[NumberSpan]) -> list[NumberSpan]:
    """Put both lists in text order; digits win where words overlap them, unless the words repeat them."""
    if not spelled:
        return digits
    merged: list[NumberSpan] = []
    for number in sorted([*digits, *spelled], key=itemgetter(0)):
        if merged and number.start < merged[-1].end:
            continue
        merged.append(number)
    return merged
