"""Numbers in digits: which mark groups the thousands and which one is the decimal sign.

Vietnamese writes ``1.203.456,7`` (Circular 01/2011/TT-BNV and common usage); texts also hold English
grouping and a decimal point. The form decides where it can (``2.5``, ``1,203,456``); where three digits stand
behind a single mark, the caller says what may be counted.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from vnreport.patterns import lazy

LONGEST = 32
"""Strings of digits and marks longer than this are codes, not numbers."""

_GROUPED = {
    ".": re.compile(r"[1-9][0-9]{0,2}(?:\.[0-9]{3})+"),
    ",": re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"),
}
_ONE_MARK = lazy(r"[0-9]+([.,])([0-9]+)")
_BOTH = lazy(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)")

FRACTIONS = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
"""Fractions that are one character."""

Form = Literal["plain", "comma3", "dot3"]


def read_digits(digits: str, *, comma3_groups: bool = False, dot3_groups: bool = True) -> Decimal | None:
    """Read digits with their marks; None where they are no number (``1.1.1``, ``0904.123``).

    Args:
        digits: a string that begins and ends with a digit and holds digits, dots and commas.
        comma3_groups: whether ``64,500`` is sixty-four thousand rather than 64.5.
        dot3_groups: whether ``64.500`` is.
    """
    if len(digits) > LONGEST:
        return None
    if digits.isdigit():
        return _plain(digits)
    if _GROUPED["."].fullmatch(digits):
        single = digits.count(".") == 1
        return Decimal(digits if single and not dot3_groups else digits.replace(".", ""))
    if _GROUPED[","].fullmatch(digits):
        if digits.count(",") == 1 and not comma3_groups:
            return Decimal(digits.replace(",", "."))
        return Decimal(digits.replace(",", ""))
    one = _ONE_MARK.fullmatch(digits)
    if one:
        return _decimal(digits.replace(",", "."), one[1])
    both = _BOTH.fullmatch(digits)
    if both:
        whole, rest = (both[1], both[2]) if both[1] else (both[3], both[4])
        return Decimal(re.sub(r"[^0-9]", "", whole) + "." + rest)
    return None


def _plain(digits: str) -> Decimal | None:
    if not digits.isascii():
        return None
    if digits[0] == "0" and len(digits) > 2 and int(digits) > 0:
        return None
    return Decimal(digits)


def _decimal(number: str, mark: str) -> Decimal | None:
    whole = number.partition(".")[0]
    if len(whole) > 1 and whole[0] == "0":
        return None
    if mark == "." and len(whole) > 4:
        return None
    return Decimal(number)


def form(digits: str) -> Form:
    """Tell whether a single mark with three digits behind it leaves the reading open."""
    if len(digits) in {5, 6, 7} and digits[-4] in ".," and digits[0] != "0":
        rest = digits[:-4] + digits[-3:]
        if rest.isdigit():
            return "dot3" if digits[-4] == "." else "comma3"
    return "plain"
