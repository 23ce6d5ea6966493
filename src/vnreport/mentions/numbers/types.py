"""What the number finder gives to the rooms that stand on it."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache
from typing import Literal, NamedTuple

from vnreport.report import Modifier

Label = Literal["", "weak", "strong"]
"""How strongly the words before a number say that it names a thing (``quận 1``) and counts nothing."""


class NumberSpan(NamedTuple):
    """A number in the text, with its scale, range and modifier read off."""

    start: int
    """Start of the number itself, modifier excluded."""
    end: int
    """Offset behind the number, its scale words and a repetition in brackets (``05 (năm)``)."""
    value: Decimal
    """The value, scale words multiplied in."""
    value_max: Decimal | None
    """Upper end of a range (``10 - 15``)."""
    modifier: Modifier
    """What the words before the number say; words behind it are read with its unit."""
    spelled: bool
    """Whether it is written in words."""
    scale: Decimal = Decimal(1)
    """The last scale word: 1,000,000 for ``26 triệu``; 1 where there is none."""
    of: Decimal | None = None
    """The whole, in ``50/53``."""
    label: Label = ""
    """Whether the word before makes it a name; see the table ``number_labels``."""
    label_word: str = ""
    """That word."""
    paired: bool = False
    """Whether it is the first end of ``từ 12 lên 15``: its unit stands behind the next number."""
    raw: str = ""
    """The digits as printed, without scale; empty for a number in words."""
    from_: bool = False
    """Whether ``từ`` stands before it."""


EXACT = Context(prec=100)
"""For arithmetic on numbers of any length that is written: the usual context rounds to 28 digits."""


@lru_cache(maxsize=4096)
def tidy(value: Decimal) -> Decimal:
    """Give a value without the zeros that a decimal part left behind (``2.50`` becomes ``2.5``)."""
    if value == value.to_integral_value():
        return Decimal(int(value))
    return value.normalize(EXACT)
