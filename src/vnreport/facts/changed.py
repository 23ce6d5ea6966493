"""What a change is told of: the words before it, what stands behind it, or what was told before."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.facts import changes, indicators, naming, subjects
from vnreport.facts.comparisons import MEMORY, WHERE, Stated, differs, elsewhere
from vnreport.facts.held import Clause
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import acting_noun, squeeze
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import Measurement, PercentMention, PlaceMention, QuantityMention


class Told(NamedTuple):
    """What a change is told of."""

    name: str
    headed: bool
    """Whether a noun of indicators or the words behind the amount say so."""
    own: bool
    """Whether the change has a subject of its own, so that it goes with no number before it."""
    elsewhen: bool
    """Whether it tells of the last number at another time."""
    ends: int
    """Where the noun behind the amount ends, or -1."""


def told(
    scope: Scope,
    stated: Stated,
    mention: Numeric,
    clause: Clause,
    span: tuple[int, int],
    baseline: tuple[int, int] | None,
    listed: list[Measurement],
    named: str = "",
) -> Told:
    """Tell what a change is told of.

    Args:
        scope: the text.
        stated: what the sentence has stated.
        mention: the amount of the change.
        clause: its clause.
        span: where the words of its subject may begin, and where its verb stands.
        baseline: what it is compared with, where that stands beside it.
        listed: what a list by places goes through.
        named: what changes, folded, where the text says so between the verb and the amount.
    """
    floor, verb = span
    since = (stated.facts[-1].sources["value"].start or floor) if stated.facts else floor
    name, headed, ends = compared(scope, mention, clause, floor, verb, baseline, since)
    if named:
        at = scope.folded.rfind(named, floor, mention.start)
        name, headed = squeeze(scope.text[at : at + len(named)]), True
    if floor in stated.ends[-1:] and indicators.names_plan(scope.folded[floor : min(floor + 24, verb)]):
        # "đạt 95% chỉ tiêu phấn đấu và tăng 25%"
        name, headed = "", False
    other = told_of(scope, stated, mention, name, floor, verb)
    name, headed = (other, True) if other else (name, headed)
    own = headed or own_subject(scope, stated, name, floor, verb)
    elsewhen = not headed and own_time(scope, stated, floor, verb)
    if elsewhen:
        name, own = stated.facts[-1].indicator, True
    last = stated.facts[-1] if stated.facts else None
    same = last is not None and last.unit == unit_of(mention)
    if last is not None and same and not headed and name.lower().startswith(("ở ", "tại ", "trong ")):
        # "tỷ lệ hộ nghèo giảm còn 5%, riêng ở các huyện nghèo giảm 4%"
        name, own, elsewhen = last.indicator, True, True
    if not name and (owned := of_place(scope, clause, floor, verb, listed)):
        name, own = owned, True
    return Told(name, headed, own, elsewhen, ends)


def from_before(
    scope: Scope, stated: Stated, sentence: Sentence, mention: Numeric, clause: Clause, verb: int
) -> str:
    """Name what a change without words of its own is told of by the numbers before it or the topic."""
    if stated.facts and not elsewhere(scope, stated.facts[-1], mention):
        last = in_its_unit(stated.facts, mention)
        if isinstance(mention, QuantityMention) and last.unit != mention.unit and " " in mention.what:
            # "tinh giản 7 biên chế; sắp xếp, giảm 3 đơn vị sự nghiệp": the amount says what changes.
            return mention.what
        return last.indicator
    if stated.before and naming.goes_on(scope, sentence.start, mention.start):
        # "TTHC chậm hạn giảm 3,9%. Đặc biệt giảm tới 49% so với tháng 01."
        return stated.before[-1].indicator
    return subjects.topic(scope, clause.start, verb)


def compared(
    scope: Scope,
    mention: Numeric,
    clause: Clause,
    floor: int,
    verb: int,
    baseline: tuple[int, int] | None,
    since: int,
) -> tuple[str, bool, int]:
    """Name the subject of a change, tell whether it is sure, and where it ends behind the amount.

    Args:
        scope: the text.
        mention: the amount of the change.
        clause: its clause.
        floor: where the words of the subject may begin.
        verb: where the verb of the change stands.
        baseline: what the change is compared with.
        since: where the number before it begins.
    """
    end = verb
    if baseline is not None and baseline[0] >= floor and baseline[1] <= verb:
        end = scope.folded.rfind("so", floor, baseline[0])
    name, headed = subjects.subject(scope, Left(floor, max(floor, end), "strong"))
    if isinstance(mention, QuantityMention) and acting_noun().fullmatch(name.lower()):
        # "Công an kéo giảm 12 vụ": who acts is not what is counted.
        name = ""
    if isinstance(mention, QuantityMention) and mention.unit != "lần" and _EACH.fullmatch(name.lower()):
        # "mỗi xã tăng 2 tiêu chí"
        name, headed = mention.what, False
    if isinstance(mention, PercentMention) and (baseline is None or baseline[1] <= mention.start or not name):
        # "giảm 5% số vụ tai nạn": what changes stands behind.
        behind = indicators.behind(scope, mention.end, clause.end).partition(" so ")[0]
        if behind and not indicators.names_plan(behind):
            at = scope.text.find(behind, mention.end, clause.end)
            return behind, True, at + len(behind) if at >= 0 else -1
    if _OF_THE_COUNT.fullmatch(scope.folded, since, verb):
        # "214 chi bộ về thu, nộp đảng phí (tăng 6,5%)": the words go on with what was counted.
        return "", False, -1
    return name, headed, -1


def own_subject(scope: Scope, stated: Stated, name: str, floor: int, verb: int) -> bool:
    """Tell whether the words before a change name its own subject, rather than go on with the last number."""
    folded = scope.folded
    if stated.facts and folded[max(floor, verb - 3) : verb].rstrip().endswith("("):
        # "nhóm giáo dục (+0,1%), may mặc (+0,2%)": a sign alone goes with the label of its item.
        return _ITEM.match(folded, floor, verb) is not None and folded[verb : verb + 1] == "+"
    return _BOUNDARY.search(folded, floor, verb) is not None and not indicators.names_plan(name)


def in_its_unit(facts: list[Measurement], mention: Numeric) -> Measurement:
    """Give the last measurement in the unit of the amount of a change, else the last of all.

    ``so với 2019 giảm 120 vụ vi phạm, tiền phạt tăng 3 tỷ đồng; so với 2021 giảm 9 vụ``
    """
    if not isinstance(mention, QuantityMention) or mention.unit == "lần":
        return facts[-1]
    return next((f for f in reversed(facts[-MEMORY:]) if f.unit == mention.unit), facts[-1])


def own_time(scope: Scope, stated: Stated, floor: int, verb: int) -> bool:
    """Tell whether a change tells of the same at another time: ``quý I tăng 7%, quý II tăng 6%``."""
    times = scope.times.between(floor, verb)
    if not times or not stated.facts:
        return False
    opens = _TIMED.search(scope.folded, floor, times[-1].start) is not None
    return opens and not scope.folded[times[-1].end : verb].strip(" ,")


def told_of(scope: Scope, stated: Stated, mention: Numeric, name: str, floor: int, verb: int) -> str:
    """Name what a change is told of where the words before it do not: the last number, or another thing.

    Args:
        scope: the text.
        stated: what the sentence has stated.
        mention: the amount of the change.
        name: what the words before the change say.
        floor: where these words begin.
        verb: where the verb of the change stands.
    """
    if stated.facts and _BEFORE_THAT.search(scope.folded, max(floor, verb - 40), verb):
        # "tăng 7,6% (cùng kỳ tăng 6,9%)": the same, a year earlier.
        return stated.facts[-1].indicator
    if stated.facts and _LESS_PRICES.fullmatch(name.lower()):
        # "tăng 9% (nếu loại trừ yếu tố giá tăng 6%)"
        return stated.facts[-1].indicator
    if stated.facts and name.lower() in _EACH_YEAR:
        # "còn 33%, bình quân mỗi năm giảm 3%"
        return stated.facts[-1].indicator
    if isinstance(mention, QuantityMention) and is_another(stated, mention):
        # "01 người bị thương …, giảm 02 người chết": these were not counted.
        return mention.what
    return ""


def of_place(scope: Scope, clause: Clause, floor: int, verb: int, around: list[Measurement]) -> str:
    """Name what changes in a list by places: ``Chỉ số của một số tỉnh: Quảng Nam tăng 34%; Đà Nẵng giảm 3%``.

    Nothing where no place stands right before the verb of the change.
    """
    places = [m for m in scope.between(floor, verb) if isinstance(m, PlaceMention)]
    if not places or scope.folded[places[-1].end : verb].strip(" :("):
        return ""
    if WHERE.search(scope.folded, max(floor, places[-1].start - 12), places[-1].start):
        return ""
    start = clause.sentence.start
    colon = scope.folded.rfind(":", start, places[-1].start)
    if colon >= 0:
        owners = _OWNERS.search(scope.folded, start, colon)
        end = owners.start() if owners else colon
        name, headed = subjects.subject(scope, Left(start, end, "strong"))
        if headed:
            return name
    return around[-1].indicator if around else ""


def is_another(stated: Stated, mention: QuantityMention) -> bool:
    """Tell whether all that was counted in a unit are things of another sort (``người bị thương``)."""
    if mention.unit == "lần":
        return False
    alike = [f for f in (stated.facts or stated.before)[-MEMORY:] if f.unit == mention.unit]
    return bool(alike) and all(differs(mention, fact) for fact in alike)


_EACH = lazy(r"(?:bình\s+quân\s+|trung\s+bình\s+)?mỗi\s+[^\W\d_]+(?:\s+còn\s+lại)?")
"""Each of those that something was gained by: ``mỗi xã còn lại``."""
_OF_THE_COUNT = lazy(
    r"\d[\d.,]*\s*%?\s*(?:[^\W\d_]+\s+){0,8}?(?:về|đối\s+với|trong|cho|tại|thuộc|để|nhằm)\s[^();:\d]{2,120}\(\s*|"
    r"\d[\d.,]*\s?%\s+(?:[^\W\d_]+\s+){1,6}và\s+|"
    r"\d[\d.,]*\s?%\s+(?:trong\s+|trên\s+)?(?:tổng\s+)?số\s[^();:\d]{2,80}\(\s*"
)
"""A count with what follows it, up to the change that its brackets, or ``và``, tell of it."""
_ITEM = lazy(r"\s*\)?\s*[,;]\s*[^\W\d_][^()\d]{1,60}\(\s*$")
"""A label between two changes, up to the bracket of the second."""
_TIMED = lazy(
    r"(?:[,;:(]|(?<![^\W_])(?:và|còn|riêng|tính\s+chung|trong\s+đó))\s*(?:(?:và|còn|riêng|trong|tính|chung|đó)\s+)*$"
)
"""What stands before a time that opens a clause."""
_EACH_YEAR = frozenset(("bình quân", "bình quân mỗi", "trung bình", "trung bình mỗi"))
_LESS_PRICES = lazy(
    r"(?:(?:nếu|sau\s+khi|đã|khi)\s+)*(?:loại\s+trừ|trừ|loại\s+bỏ)\s+(?:đi\s+)?yếu\s+tố\s+(?:tăng\s+|trượt\s+)?giá(?:\s+thì)?"
)
"""What says that a growth is told anew, less the growth of prices."""
_BEFORE_THAT = lazy(
    r"\(\s*(?:(?:cùng\s+k[ỳì]|năm\s+trước|tháng\s+trước|quý\s+trước)[^()\d]{0,20}|sơ\s+bộ[^()]{0,24})$"
)
"""What opens brackets that tell the change of a year before."""
_BOUNDARY = lazy(r"[,;:(]|(?<![^\W_])(?:và|trong\s+khi)\s+\S")
"""What parts a subject from the number before it."""
_OWNERS = lazy(
    r"\s(?:của|ở|tại)\s+(?:một\s+số|nhiều|các)\s+(?:địa\s+phương|tỉnh|huyện|xã|thành\s+phố)(?![^\W_])"
)
"""Whose figures a list by places goes through."""


def object_before(scope: Scope, start: int, end: int) -> str:
    """Give what is changed where it stands behind the verb: *giảm* ``số hộ nghèo`` *từ 28 hộ xuống 23 hộ*."""
    told = changes.object_changed(scope.folded[start:end])
    at = scope.folded.rfind(told[1], start, end) if told is not None else -1
    return squeeze(scope.text[at : at + len(told[1])]) if told is not None and at >= 0 else ""
