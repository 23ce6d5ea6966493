"""Changes in a row for counts in a row: ``tăng lần lượt 13,7% và 5,4%``, in the order of the counts."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.facts import changes
from vnreport.facts.comparisons import MEMORY, Stated, is_aside
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.scope import Scope
from vnreport.patterns import lazy
from vnreport.report import Measurement, QuantityMention

_CUE = lazy(r"(?<![^\W_])(?:lần\s+lượt|tương\s+ứng|theo\s+thứ\s+tự)(?![^\W_])")
_NEAR = 24
"""How far before its verb the cue of a row stands."""
_NEXT = lazy(
    r"\s*(?:,|;|và|,\s*và)\s*(?:(?:(?P<up>tăng)|(?P<down>giảm))(?![^\W_])\s*)?(?:(?:là|hơn|gần|khoảng|trên)\s+)*"
)
"""What stands between two numbers of a row."""


class Row(NamedTuple):
    """The amounts of changes that one verb governs, with what each is the change of."""

    amounts: list[tuple[Numeric, changes.Direction]]
    changed: list[Measurement]


def find(
    scope: Scope, numbers: list[Numeric], verb: int, way: changes.Direction, stated: Stated
) -> Row | None:
    """Find the row of changes that begins with a number, or None.

    Args:
        scope: the text.
        numbers: the numbers of the sentence, from the first amount on.
        verb: where the verb of the change stands.
        way: which way the first change goes.
        stated: what the sentence has stated.
    """
    first = numbers[0]
    if len(numbers) == 1 or not _CUE.search(scope.folded, max(0, verb - _NEAR), first.start):
        return None
    amounts = [(first, way)]
    for number in numbers[1:]:
        last = amounts[-1][0]
        between = _NEXT.fullmatch(scope.folded, last.end, number.start)
        if between is None or type(number) is not type(last):
            break
        turned: changes.Direction = "down" if between.group("down") else "up" if between.group("up") else way
        amounts.append((number, turned))
    hosts = [
        fact
        for fact in stated.facts[-MEMORY:]
        if fact.value is not None and fact.change is None and not is_aside(scope, fact, first.start)
    ][-len(amounts) :]
    if len(amounts) < 2 or len(hosts) < len(amounts):
        return None
    if isinstance(first, QuantityMention) and any(
        unit_of(number) != fact.unit for (number, _), fact in zip(amounts, hosts, strict=True)
    ):
        return None
    return Row(amounts, hosts)
