"""Running totals: what the number for several months goes back to, over the parts of the last one."""

from __future__ import annotations

from vnreport.facts import lists
from vnreport.facts.comparisons import is_aside
from vnreport.facts.lists import Reading
from vnreport.facts.numeric import unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import phrase_words
from vnreport.patterns import lazy
from vnreport.report import Measurement, MoneyMention, PercentMention, QuantityMention

_REACH = 80
"""How far before a number the word that makes it a running total stands, in characters."""
_RUNNING = lazy(
    r"(?<![^\W_])(?:l[ũu]y\s+kế|luỹ\s+kế|cộng\s+dồn|(?:tính\s+)?(?:lũy|luỹ)\s+tiến|tính\s+chung|tính\s+từ\s+đầu\s+năm)(?![^\W_])[^,;:()\n]*$"
)
"""The words around a running total, up to its number."""
_PARTS = lazy(
    r"(?<![^\W_])(?:trong\s+(?:đó|số\s+(?:đó|này))|(?:bao\s+)?gồm|riêng|cụ\s+thể|chủ\s+yếu|phân\s+theo|chia\s+(?:theo|ra))(?![^\W_])"
)
"""What leads from a number to its parts."""
_STOP = lazy(r";|\.\s|\n")
"""What parts clauses."""
_NO_NOUN = frozenset(("", "thu", "chi", "số thu", "số chi", "thực hiện", "kết quả", "số tiền"))
"""What may stand beside a running total that does not name it."""


def total(reading: Reading, facts: list[Measurement], name: str) -> str:
    """Name the running total of what was told for a month: ``lũy kế 5 tháng 118.600 tấn``, or nothing.

    Args:
        reading: the number.
        facts: what the sentence has stated.
        name: what the words before the number say.
    """
    scope, mention = reading.scope, reading.mention
    verb = name.lower().removeprefix("lũy kế").removeprefix("luỹ kế").removeprefix("cộng dồn").strip()
    known = facts or reading.around
    if verb not in _NO_NOUN or not known or _says(mention):
        return ""
    floor = max(reading.clause.start, mention.start - _REACH)
    if _RUNNING.search(scope.folded, floor, mention.start) is None:
        return ""
    if unit_of(mention).lower() in phrase_words("instance") and lists.topic(reading):
        # "Sốt xuất huyết: 74 ca mắc. Cộng dồn 1.902 ca": the label names them all.
        return ""
    head = _head(scope, known, mention.start, unit_of(mention))
    if head is None:
        return ""
    noun = verb.removeprefix("số ")
    money = isinstance(mention, MoneyMention) and noun in ("thu", "chi")
    return head.indicator if not money or f" {noun} " in f" {head.indicator.lower()} " else ""


def _says(mention: MoneyMention | PercentMention | QuantityMention) -> bool:
    """Tell whether a number says itself what it counts; a share is told of the number before it."""
    if isinstance(mention, QuantityMention):
        return mention.what.strip().lower() != mention.unit.strip().lower()
    return isinstance(mention, PercentMention)


def _head(scope: Scope, facts: list[Measurement], at: int, unit: str) -> Measurement | None:
    """Give the last result in a unit that is no part of another one; the first of its clause behind that."""
    whole: Measurement | None = None
    parting, opens, end = False, True, None
    apart = _STOP.search(scope.folded, facts[-1].sources["value"].end or 0, at) is not None
    for fact in facts:
        span = fact.sources["value"]
        between = scope.folded[end : span.start] if end is not None else ""
        if _PARTS.search(between):
            parting = True
        elif _STOP.search(between):
            parting, opens = False, True
        result = fact.unit == unit and fact.value is not None and fact.status == "result"
        if result and (whole is None or not (parting or is_aside(scope, fact, at) or (apart and not opens))):
            whole, opens = fact, False
        end = span.end
    return whole
