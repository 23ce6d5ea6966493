"""Numbers in words, or in digits with scale words, as a sum of parts.

The grammar is that of spoken Vietnamese: a part below a thousand (``ba trăm linh năm``, ``305``), the
scale words behind it (``nghìn``, ``triệu``, ``nghìn tỷ``), then a part with a smaller scale, at last a half
(``rưỡi``) or a lone digit in the next place (``một tỷ hai`` is 1.2 tỷ).
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from vnreport.lexicon import table
from vnreport.mentions.numbers.digits import read_digits

BILLION = Decimal(10**9)
_ONLY_AFTER_TENS = frozenset({"mốt", "lăm", "nhăm"})


class Words(NamedTuple):
    """The number words by the place that they take."""

    digits: dict[str, int]
    scales: dict[str, Decimal]
    groups: dict[str, Decimal]
    kinds: dict[str, str]


@cache
def words() -> Words:
    """Give the table ``number_words`` sorted by kind."""
    digits: dict[str, int] = {}
    scales: dict[str, Decimal] = {}
    groups: dict[str, Decimal] = {}
    kinds: dict[str, str] = {}
    for row in table("number_words"):
        word, kind = row["word"], row["kind"]
        kinds[word] = kind
        if kind == "digit":
            digits[word] = int(row["value"])
        elif kind in {"scale", "short", "foreign"}:
            scales[word] = Decimal(row["value"])
        elif kind == "group":
            groups[word] = Decimal(row["value"])
    return Words(digits, scales, groups, kinds)


class Reading(NamedTuple):
    """The longest number that opens a sequence of words."""

    value: Decimal
    used: int
    """How many words it takes."""
    scale: Decimal
    """The last scale word; 1 where there is none."""
    big: bool
    """Whether it holds a hundred or a scale word."""
    short: bool
    """Whether its last word counts tenths of the scale before it (``một tỷ hai``)."""


class _Small(NamedTuple):
    value: Decimal
    next: int
    hundred: bool


def _tens(w: Sequence[str], i: int, lex: Words) -> tuple[int, int] | None:
    """Read a number below a hundred at ``i``; give it and the index behind it."""
    n = len(w)
    if i >= n:
        return None
    if w[i] == "mười":
        if i + 1 < n and lex.digits.get(w[i + 1], 0) and not _begins_part(w, i + 1, lex):
            return 10 + lex.digits[w[i + 1]], i + 2
        return 10, i + 1
    digit = lex.digits.get(w[i])
    if digit is None or w[i] in _ONLY_AFTER_TENS:
        return None
    if i + 1 < n and digit >= 2:
        after = w[i + 1]
        if after == "mươi":
            if i + 2 < n and lex.digits.get(w[i + 2], 0) and not _begins_part(w, i + 2, lex):
                return digit * 10 + lex.digits[w[i + 2]], i + 3
            return digit * 10, i + 2
        if after in _ONLY_AFTER_TENS:
            return digit * 10 + lex.digits[after], i + 2
    return digit, i + 1


def _begins_part(w: Sequence[str], i: int, lex: Words) -> bool:
    """Tell whether the digit at ``i`` opens a part of its own (``mười | hai trăm``)."""
    return i + 1 < len(w) and w[i + 1] in {"trăm", "mươi"}


def _small(w: Sequence[str], i: int, lex: Words, *, whole: bool = False) -> _Small | None:
    """Read a number below a thousand, or digits, at ``i``."""
    if i >= len(w):
        return None
    if w[i][0].isdigit():
        # "3 tỷ 017,5 triệu": a later part may be filled up with zeros.
        number = read_digits(w[i].lstrip("0") or "0") if i and w[i][1:2].isdigit() else read_digits(w[i])
        if number is None:
            return None
        if i + 1 < len(w) and w[i + 1] == "trăm":
            return _Small(number * 100, i + 2, True)
        return _Small(number, i + 1, False)
    head = _tens(w, i, lex)
    if head is None:
        return None
    value, i = head
    if i < len(w) and w[i] == "trăm" and value < 100:
        value, i = value * 100, i + 1
        if i < len(w) and lex.kinds.get(w[i]) == "link":
            rest = _tens(w, i + 1, lex)
            return (
                _Small(Decimal(value + rest[0]), rest[1], True) if rest else _Small(Decimal(value), i, True)
            )
        if i < len(w) and lex.kinds.get(w[i]) == "half":
            return _Small(Decimal(value + 50), i + 1, True)
        rest = _tens(w, i, lex)
        if rest is None or (rest[1] < len(w) and w[rest[1]] == "trăm"):
            return _Small(Decimal(value), i, True)
        if w[i] == "năm" and rest[1] == i + 1 and not whole:
            return _Small(Decimal(value), i, True)  # a hundred years
        # "một trăm hai" is 120; "một trăm hai mươi" has said its tens.
        add = rest[0] * 10 if rest[0] < 10 and rest[1] == i + 1 else rest[0]
        return _Small(Decimal(value + add), rest[1], True)
    return _Small(Decimal(value), i, False)


def _fraction(w: Sequence[str], i: int, lex: Words) -> tuple[Decimal, int] | None:
    """Read what stands behind ``phẩy``: digits one by one, or a number below a thousand."""
    j = i
    while j < len(w) and j - i < 12 and w[j] in lex.digits:
        j += 1
    if j > i and not (j < len(w) and w[j] in {"mươi", "trăm"}):
        return Decimal("0." + "".join(str(lex.digits[x]) for x in w[i:j])), j
    part = _small(w, i, lex)
    if part is None or part.value != int(part.value):
        return None
    return Decimal(f"0.{int(part.value)}"), part.next


def read(w: Sequence[str], start: int = 0, *, whole: bool = False) -> Reading | None:
    """Read the longest number that begins at ``w[start]``.

    Args:
        w: words in lower case; digits with their separators are words too.
        start: where to begin.
        whole: whether the words are nothing but a number, so that ``1 tỷ 2`` may be short for 1.2 tỷ.
    """
    lex = words()
    i = used = start
    total = group = Decimal(0)
    group_scale: Decimal | None = None
    scale = Decimal(1)
    billions: Decimal | None = None
    big = short = False
    while i < len(w):
        linked = lex.kinds.get(w[i]) == "link"
        if linked and used == start:
            return None
        part = _half_of(w, i) if w[i] == "nửa" and used == start else _small(w, i + linked, lex, whole=whole)
        if part is None:
            break
        value, i = part.value, part.next
        if i < len(w) and lex.kinds.get(w[i]) == "point" and used == start:
            fraction = _fraction(w, i + 1, lex)
            if fraction is not None:
                value, i = value + fraction[0], fraction[1]
        if i < len(w) and w[i] in lex.groups:
            value, i, big = value * lex.groups[w[i]], i + 1, True
        multiplier, ends_in_billion, i = _scale(w, i)
        if used > start:
            bare = multiplier == 1
            if bare and not linked and _is_short(w, part, i, scale, whole):
                total += Decimal("0." + _digits_of(w[part.next - 1], lex)) * scale
                used, short = i, True
                break
            if not _fits(value * multiplier, multiplier, ends_in_billion, group_scale, billions, scale):
                break
            if bare and w[part.next - 1][0].isdigit():
                break
        big = big or part.hundred or multiplier > 1
        if ends_in_billion:
            below = multiplier / BILLION
            group += value * below
            total += group * BILLION
            billions, group, group_scale = group, Decimal(0), None
        else:
            group += value * multiplier
            group_scale = multiplier
        scale = multiplier if multiplier > 1 else scale
        used = i
        if i < len(w) and lex.kinds.get(w[i]) == "half" and multiplier > 1:
            total += multiplier / 2
            used = i + 1
            break
        if multiplier == 1:
            break
    if used == start:
        return None
    return Reading(total + group, used - start, scale, big, short)


def _scale(w: Sequence[str], i: int) -> tuple[Decimal, bool, int]:
    """Multiply the scale words from ``w[i]`` on; tell whether the last is a billion, and where they end."""
    scales = words().scales
    multiplier, ends_in_billion = Decimal(1), False
    while i < len(w) and w[i] in scales and multiplier < 10**18:
        multiplier *= scales[w[i]]
        ends_in_billion = scales[w[i]] == BILLION
        i += 1
    return multiplier, ends_in_billion, i


def _half_of(w: Sequence[str], i: int) -> _Small | None:
    if i + 1 < len(w) and w[i + 1] in words().scales:
        return _Small(Decimal("0.5"), i + 1, False)
    return None


def _digits_of(word: str, lex: Words) -> str:
    return word if word[0].isdigit() else str(lex.digits[word])


def _is_short(w: Sequence[str], part: _Small, i: int, scale: Decimal, whole: bool) -> bool:
    """Tell whether a last part without scale counts tenths of the scale before it (``một tỷ hai``)."""
    if scale < 1000 or part.next != i or part.hundred:
        return False
    word = w[i - 1]
    if word[0].isdigit():
        return whole and i == len(w) and len(word) <= 3 and word.isdigit()
    one_word = word in words().digits and part.value < 10 and part.value > 0
    # "một nghìn năm" is a thousand years unless nothing else is said.
    return one_word and (whole or word != "năm") and i == len(w)


def _fits(
    value: Decimal,
    multiplier: Decimal,
    ends_in_billion: bool,
    group_scale: Decimal | None,
    billions: Decimal | None,
    scale: Decimal,
) -> bool:
    """Tell whether a part may follow what was read: scales go down."""
    if ends_in_billion:
        if billions is not None and group_scale is None:
            return billions % 1000 == 0 and value < 1000 * BILLION
        return group_scale is not None and multiplier / BILLION < group_scale
    if group_scale is None:
        return value < BILLION
    return multiplier < group_scale and value < group_scale
