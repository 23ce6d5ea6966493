"""Changes in a row for counts in a row: ``tăng lần lượt 13,7% và 5,4%``, in the order of the counts."""

from __future__ import annotations

from vnreport.facts import changes
from vnreport.facts.comparisons import MEMORY, Stated, is_aside, tie
from vnreport.facts.held import Clause
from vnreport.facts.numeric import Numeric, change_unit_of, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import squeeze
from vnreport.patterns import lazy
from vnreport.report import Change, QuantityMention

_CUE = lazy(r"(?<![^\W_])(?:lần\s+lượt|tương\s+ứng|theo\s+thứ\s+tự)(?![^\W_])")
_NEAR = 24
"""How far before its verb the cue of a row stands."""
_NEXT = lazy(
    r"\s*(?:,|;|và|,\s*và)\s*(?:(?:(?P<up>tăng)|(?P<down>giảm))(?![^\W_])\s*)?(?:(?:là|hơn|gần|khoảng|trên)\s+)*"
)
"""What stands between two numbers of a row."""


def against_each(
    scope: Scope, numbers: list[Numeric], verb: int, baseline: tuple[int, int] | None
) -> list[tuple[Numeric, str]]:
    """Give two amounts of one change what each is compared with, if a row of two begins here.

    ``So với tháng trước và cùng kỳ tăng lần lượt 5% và 17%``
    """
    if baseline is None or len(numbers) < 2 or type(numbers[0]) is not type(numbers[1]):
        return []
    against = squeeze(scope.text[baseline[0] : baseline[1]]).rsplit(" và ", 1)
    first, second = numbers[:2]
    if len(against) != 2 or not _CUE.search(scope.folded, max(0, verb - _NEAR), first.start):
        return []
    if _NEXT.fullmatch(scope.folded, first.end, second.start) is None:
        return []
    return [(first, against[0]), (second, against[1])]


def tie_row(
    scope: Scope, clause: Clause, numbers: list[Numeric], verb: int, way: changes.Direction, stated: Stated
) -> tuple[int, int] | None:
    """Give the counts before a row of changes their changes, if a row begins with the first number.

    Args:
        scope: the text.
        clause: the clause of the numbers.
        numbers: the numbers of the sentence, from the first amount on.
        verb: where the verb of the change stands.
        way: which way the first change goes.
        stated: what the sentence has stated.

    Returns:
        Where the last amount ends, and the words behind it that belong to the row; None if there is no row.
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
        other: changes.Direction = "down" if between.group("down") else "up" if between.group("up") else way
        amounts.append((number, other))
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
    end = amounts[-1][0].end
    span = changes.baseline(scope.folded, end, clause.end)
    baseline = squeeze(scope.text[span[0] : span[1]]) if span else None
    for (number, turned), fact in zip(amounts, hosts, strict=True):
        unit = change_unit_of(number)
        tie(
            fact, Change(direction=turned, value=number.value, unit=unit, baseline=baseline), verb, number.end
        )
        fact.mentions.append(number.id)
    return end, span[1] if span else end
