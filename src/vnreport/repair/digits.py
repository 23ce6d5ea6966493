"""Letters that a scanner's reader took for digits: ``2Ol8``, ``l5/2O20``, ``O5/2019/TT-BTC``, ``1.2OO.000``.

Only within what can be nothing but a date, a year, the number of a document or thousands set apart, and
beside a digit that was read right; everything else is left (``CO2``, ``H2O``, ``10l/phút``, ``quý I/2018``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnreport.patterns import lazy
from vnreport.repair.types import Replacement
from vnreport.repair.words import Block, places

_DIGITS = str.maketrans("OolI", "0011")
_BESIDE = lazy(r"[0-9]\.?[OolI]|[OolI]\.?[0-9]")
_D = "[0-9OolI]"
_FORMS = lazy(
    rf"(?<![\w/.,-])(?P<date>{_D}{{1,2}}(?P<mark>[/.-]){_D}{{1,2}}(?P=mark){_D}{{4}})(?![\w/])"
    rf"|(?<![\w/.,-])(?P<numbered>(?=[OolI]{{0,3}}[0-9]){_D}{{1,4}}/[12]{_D}{{3}})(?!\w)"
    rf"|(?:(?<=[Nn]ăm )|(?<=NĂM )|(?<=[IV]/))(?P<year>[12]{_D}{{3}})(?!\w)"
    rf"|(?<![\w/.,-])(?P<lone>2[0Oo]{_D}{{2}})(?!\w)"
    rf"|(?<=gày )(?P<day>{_D}{{2}})(?= tháng)|(?<=háng )(?P<month>{_D}{{2}})(?= năm|/)"
    r"|(?<![\w/.,-])(?P<one>[lI](?:\.[0-9]{3})+)(?= [^\W\d_A-ZĐ])"
    rf"|(?<![\w/.,-])(?P<count>{_D}{{1,3}}(?:\.{_D}{{3}})+)(?!\w)"
    r"|(?<![\w/.,-])(?P<tens>[1-9][0-9]{0,2}O)(?=%| [^\W\d_A-ZĐ]{2})"
    rf"|(?:(?<=[Ss]ố )|(?<=[Ss]ố: ))(?P<bare>{_D}{{2,4}})(?=/[A-ZĐ]{{2}})"
)
_BEFORE, _BEHIND = 8, 8


def find(text: str, odd: Sequence[Block]) -> list[Replacement]:
    """Find letters that stand for digits.

    Args:
        text: NFC text.
        odd: its blocks with their odd words.

    Returns:
        The changes, in order and disjoint, of kind ``lookalike``.
    """
    found: list[Replacement] = []
    for block in odd:
        if _BESIDE.search(" ".join(block.odd)) is None:
            continue
        for at, word in places(text, block, {word for word in block.odd if _BESIDE.search(word)}):
            found += _within(text, at, at + len(word))
    return found


def _within(text: str, start: int, end: int) -> Iterator[Replacement]:
    low = max(0, start - _BEFORE)
    for match in _FORMS.finditer(text[low : end + _BEHIND]):
        name = match.lastgroup if match.lastgroup != "mark" else "date"
        at, stop = match.span(name or 0)
        seen = match[name or 0]
        digits = seen.translate(_DIGITS)
        if start <= low + at and low + stop <= end and digits != seen and _is_good(name, seen, digits):
            yield Replacement(low + at, low + stop, digits, "lookalike", 0.9)


def _is_good(name: str | None, seen: str, digits: str) -> bool:
    """Tell whether each part was read right in part, and all makes a date, a year or a number."""
    if name in ("one", "tens"):
        return True  # l.250 ha, 12O hộ
    parts = re.split(r"[/.-]", seen)
    for part in parts:
        right = sum(map(str.isdigit, part))
        if name == "count":
            if not right and part not in ("OOO", "ooo"):
                return False
        elif 2 * right < len(part):
            return False
    numbers = [int(part) for part in re.split(r"[/.-]", digits)]
    if name == "count":
        return digits[0] != "0" and any(map(str.isdigit, parts[0]))
    if name == "date":
        return 0 < numbers[0] <= 31 and 0 < numbers[1] <= 12 and 1900 <= numbers[2] < 2100
    if name in ("numbered", "year", "lone"):
        return 1900 <= numbers[-1] < 2100
    return name == "bare" or 0 < numbers[0] <= (12 if name == "month" else 31)
