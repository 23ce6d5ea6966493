"""Comparisons within a sentence: which measurement a change belongs to, and where its verb stands."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.facts import changes, indicators
from vnreport.facts.held import Clause
from vnreport.facts.numeric import Numeric, is_measure, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import column
from vnreport.patterns import lazy
from vnreport.report import (
    Change,
    Measurement,
    MoneyMention,
    PercentMention,
    PlaceMention,
    QuantityMention,
    Source,
)

MEMORY = 40
"""How many measurements of its sentence a number may lean on."""
_NEAR = 24
"""How far before a number the verb of its ``từ`` stands."""


class Stated(NamedTuple):
    """What a sentence has stated so far."""

    facts: list[Measurement]
    ends: list[int]
    """Where the number of each fact ends, its change included."""
    before: list[Measurement]
    """The measurements of the sentence before, in the same paragraph."""


def tie(fact: Measurement, change: Change, start: int, end: int) -> None:
    """Give a measurement its change, which stands at ``[start, end)``."""
    fact.change = change
    fact.sources["change"] = Source(rule="comparison", start=start, end=end)


def add(fact: Measurement, change: Change, mention: Numeric, start: int, end: int) -> str:
    """Give a measurement its change, or the name of a new one where it has another change already."""
    if fact.change is None or (fact.change.value is None and fact.change.direction == change.direction):
        # "giảm còn 1,91%, giảm 5,61%": the amount of a change that is told by its end.
        tie(fact, change, start, end)
        fact.mentions.append(mention.id)
        return ""
    own = isinstance(mention, QuantityMention) and mention.unit not in (fact.unit, fact.change.unit, "lần")
    if own and isinstance(mention, QuantityMention):
        # "giảm 2 vụ và 3 người chết": what is counted names itself.
        return mention.what
    other = fact.change.unit != change.unit and fact.change.value is not None
    if not change.baseline or (fact.change.baseline == change.baseline and not other):
        return ""
    # "tăng 587 tỷ đồng (tăng 17,4%) so với đầu năm", "tăng 1,5% so với tháng trước, tăng 4% so với
    # cùng kỳ": one more thing to say of the same.
    return fact.indicator


def awaits(stated: Stated, mention: QuantityMention) -> bool:
    """Tell whether a count of another unit than the last change's still has no change of its own.

    ``25 chi nhánh và 30 quầy, tăng 7 chi nhánh và 6 quầy``
    """
    facts = (stated.facts or stated.before)[-MEMORY:]
    return any(f.unit == mention.unit and f.value is not None and f.change is None for f in facts)


def told_again(stated: Stated, mention: Numeric, change: Change, first: Numeric) -> bool:
    """Tie a change to the number before it that is its end: ``33 đơn, giảm từ 51 xuống 33 đơn``."""
    last = stated.facts[-1] if stated.facts else None
    if (
        last is None
        or last.change is not None
        or (last.value, last.unit) != (mention.value, unit_of(mention))
    ):
        return False
    tie(last, change, first.start, mention.end)
    last.mentions += [first.id, mention.id]
    return True


def named_at(scope: Scope, stated: Stated, name: str, mention: Numeric, clause: Clause) -> Source:
    """Give where an indicator stands: before the number, in its phrase, behind it, or further up."""
    text = scope.text
    for rule, at in (
        ("counted", text.find(name, mention.start, mention.end)),
        ("before", text.rfind(name, clause.start, mention.start)),
        ("behind", text.find(name, mention.end, clause.end)),
    ):
        if at >= 0:
            return Source(rule=rule, start=at, end=at + len(name))
    earlier = next((f for f in reversed(stated.facts[-MEMORY:]) if f.indicator == name), None)
    return earlier.sources["indicator"] if earlier else Source(rule="composed")


def verb_start(scope: Scope, floor: int, start: int) -> int:
    """Give where the verb of a change whose number is at ``start`` begins; ``start`` if there is none."""
    folded = scope.folded
    verbs = list(_CHANGE_VERB.finditer(folded, max(floor, start - 60), start))
    if len(verbs) > 1 and verbs[-1][0] == "từ" and start - verbs[-2].end() < _NEAR:
        return verbs[-2].start()
    return verbs[-1].start() if verbs else start


def is_aside(scope: Scope, fact: Measurement, at: int) -> bool:
    """Tell whether a measurement stands in brackets that are closed before ``at``.

    What follows goes on with what stands before them: ``45 dự án (12 dự án mới), tăng 5 dự án``.
    """
    start = fact.sources["value"].end or 0
    depth = 0
    for mark in _BRACKET.finditer(scope.folded, start, at):
        depth += 1 if mark[0] == "(" else -1
        if depth < 0:
            return True
    return False


_PART_CUT = lazy(
    r"(?<![^\W_])(?:trong\s+đó|gồm|cụ\s+thể)[\s,:]+(?:đã\s+)?(?P<verb>giảm|tăng)(?:\s+được)?\s*$"
)


_PART_MET = lazy(r"(?<![^\W_])trong\s+đó[\s,:]+(?:có\s+)?vượt\s*$")
"""What opens the part of the aims that was more than met: ``đạt 19 chỉ tiêu, trong đó vượt`` *11*."""


def comes_to(scope: Scope, facts: list[Measurement], mention: Numeric, left: str) -> bool:
    """Tell whether a sum is what its subject came to, compared with nothing: ``doanh thu vượt`` *32 tỷ*."""
    if not isinstance(mention, MoneyMention) or any(f.unit == unit_of(mention) for f in facts):
        return False
    return changes.reaches(left, scope.folded[mention.end : mention.end + 40])


def adds(scope: Scope, facts: list[Measurement], mention: Numeric, left: str) -> bool:
    """Tell whether a number is by how much the count before it grew: ``710 hội viên, thêm`` *48 hội viên*."""
    last = facts[-1] if facts else None
    if last is None or last.unit != unit_of(mention) or (last.value or 0) <= mention.value or last.change:
        return False
    if isinstance(mention, QuantityMention) and mention.what.strip().lower() != mention.unit.strip().lower():
        return False
    if _ADDED.search(left) is None or left.count(",") > 1:
        return False
    counts = isinstance(mention, QuantityMention) and not is_measure(mention)
    return counts or changes.baseline(scope.folded, mention.end, mention.end + 60) is not None


_ADDED = lazy(r"^[^,;:.()]{0,40},\s*(?:tức\s+)?thêm(?:\s+(?:được|khoảng|gần|hơn|trên|tới|đến))*\s*$")


def goes_on_cutting(left: str, last: Measurement, mention: Numeric) -> bool:
    """Tell whether a number is a part of what was cut: ``giảm 55 đầu mối, trong đó giảm`` *6 phòng*."""
    if isinstance(mention, QuantityMention) and _PART_MET.search(left) and last.unit == mention.unit:
        return mention.unit.lower() in ("chỉ tiêu", "tiêu chí")
    part = _PART_CUT.search(left)
    if part is None or last.value is None or last.unit == unit_of(mention):
        return False
    return (last.action or "").lower().endswith(part["verb"])


def at_level(scope: Scope, facts: list[Measurement], floor: int, mention: Numeric) -> str:
    """Name what comes to, or is compared with, a level: ``giảm 800 đồng, về mức 16.500 đồng``."""
    last = facts[-1] if facts else None
    if last is None or last.unit != unit_of(mention):
        return ""
    return last.indicator if _LEVEL.search(scope.folded, floor, mention.start) else ""


def belongs_to(scope: Scope, stated: Stated, mention: Numeric, clause: Clause) -> Measurement | None:
    """Give the measurement that a change without a subject belongs to.

    A share for a change in points; else the one that counts in the unit of the change, whose phrase is
    the most alike, the nearest of these; else the nearest of the clause, a share of a plan passed over
    (``đạt 5 tỷ đồng, bằng 98%, tăng 3%``).
    """
    facts, ends = stated.facts, stated.ends
    if isinstance(mention, QuantityMention) and mention.unit.lower() in ("bậc", "hạng"):
        # "đạt 88,4 điểm, tăng 2 bậc": the rank went up, not the points.
        return next((f for f in reversed(facts[-2:]) if f.unit == mention.unit and f.change is None), None)
    if isinstance(mention, PercentMention) and mention.points:
        share = next((f for f in reversed(facts[-3:]) if f.unit == "%"), None)
        if share is not None and share.change is None and not _of_plan(scope, stated, share):
            # "chiếm 75,2%, giảm 9,4 điểm phần trăm"
            return share
    if (alike := _alike(scope, stated, mention, clause)) is not None:
        return alike
    if facts and facts[-1].unit == "%" and facts[-1].change is None:
        # "chiếm 79,5% trong tổng số phải thi hành (giảm 3,6%)"
        end = facts[-1].sources["value"].end or 0
        plan = indicators.names_plan(scope.folded[end : end + 30])
        if not plan and _OF_WHOLE.fullmatch(scope.folded, end, mention.start):
            return facts[-1]
    aside = True
    for fact, end in zip(facts[: -MEMORY - 1 : -1], ends[: -MEMORY - 1 : -1], strict=True):
        if end < clause.start:
            return None
        aside = aside and is_aside(scope, fact, mention.start)
        if _is_of_another_kind(scope, fact, mention, clause):
            return None
        if (
            not aside
            and not (fact.status == "target" and indicators.names_plan(fact.indicator))
            and not _only_where(scope, facts, fact)
            and (fact.unit != "%" or fact is facts[0] or not _leans(scope, facts, fact))
        ):
            return None if elsewhere(scope, fact, mention) else fact
    return None


def _is_of_another_kind(scope: Scope, fact: Measurement, mention: Numeric, clause: Clause) -> bool:
    """Tell whether what was cut or added, compared with nothing, is of another kind than what was counted.

    ``sáp nhập 5 chi nhánh, giảm`` *38 đầu mối* ``cấp phòng``
    """
    if not isinstance(mention, QuantityMention) or is_measure(mention) or mention.unit in (fact.unit, "lần"):
        return False
    weak = column("weak_nouns", "noun")
    units = (mention.unit.lower(), fact.unit.lower())
    if fact.unit == "%" or fact.unit.isupper() or any(u in weak for u in units) or " " not in mention.what:
        return False
    return changes.baseline(scope.folded, mention.end, clause.end) is None


def elsewhere(scope: Scope, fact: Measurement, mention: Numeric) -> bool:
    """Tell whether a count of other things changed in a place that stands between: ``… xã A tăng 4 lớp``."""
    if not isinstance(mention, QuantityMention) or mention.unit in ("lần", fact.unit):
        return False
    if fact.unit == "%" or fact.unit.isupper() or mention.unit.lower() in column("weak_nouns", "noun"):
        return False
    end = fact.sources["value"].end or 0
    return not is_measure(mention) and any(
        isinstance(m, PlaceMention) for m in scope.between(end, mention.start)
    )


def _alike(scope: Scope, stated: Stated, mention: Numeric, clause: Clause) -> Measurement | None:
    """Give the measurement in the unit of a change, or the one that ``về …`` behind it names."""
    said = indicators.about(scope, mention.end, clause.end)
    about = _COUNT_OF.sub("", said[0].lower()) if said else ""
    words = set(mention.what.lower().split()) if isinstance(mention, QuantityMention) else set()
    words -= set(unit_of(mention).lower().split())
    best: tuple[tuple[bool, int, bool], Measurement] | None = None
    coordinated = scope.folded.endswith((" với ", " và "), mention.start - 6, mention.start)
    known = (stated.facts or stated.before)[-MEMORY:]
    for fact, last in zip(reversed(known), [*known[-2::-1], None], strict=False):
        same = f"{fact.unit} ".startswith(f"{unit_of(mention)} ") and fact.unit != "%"
        named = about and (about in fact.indicator.lower() or fact.unit.lower() in about)
        if fact.change is None and (same or named) and not (same and differs(mention, fact)):
            # "thụ lý tăng 4 vụ với 9 bị cáo": those that were counted with the cases that changed.
            beside = coordinated and last is not None and last.change is not None and last.unit != fact.unit
            shared = len(words & set(fact.indicator.lower().split()))
            rank = not is_aside(scope, fact, mention.start), shared, beside
            if best is None or rank > best[0] or (rank == best[0] and not stated.facts):
                # "Xảy ra 86 vụ, làm rõ 68 vụ. So với tháng trước, tăng 2 vụ": the first of that sentence.
                best = (rank, fact)
    return best[1] if best is not None else None


def twin(scope: Scope, stated: Stated, mention: Numeric, name: str) -> Measurement | None:
    """Give the count that a change names again: ``làm 8 người bị thương; bị thương giảm 2 người``."""
    if isinstance(mention, PercentMention):
        return _named_by_unit(stated, name)
    if not name or not isinstance(mention, QuantityMention):
        return None
    unit = mention.unit.lower().split()
    words = _content(name, unit)
    for fact in reversed(stated.facts[-MEMORY:]):
        same = fact.unit == mention.unit and fact.change is None and fact.value is not None
        same = same and not is_aside(scope, fact, mention.start)
        done = f"{fact.action or ''},".lower().startswith(f"{name.lower()},")
        done = done or (bool(words) and _content(fact.action or "", unit) == words)
        if same and (done or _content(fact.indicator, unit) == words):
            # "giải quyết 60 vụ (giải quyết tăng 4 vụ)": the verb alone names the count as well.
            return fact
    return None


def _named_by_unit(stated: Stated, name: str) -> Measurement | None:
    """Give the count whose unit a share of change names: ``64 vụ với 91 bị can (tăng 9% số vụ, …)``."""
    unit = _NUMBER_OF.fullmatch(name.lower())
    if unit is None:
        return None
    for fact in reversed(stated.facts[-MEMORY:]):
        counted = fact.unit.lower()
        same = f"{counted} ".startswith(f"{unit['what']} ")
        if not same and f"{unit['what']} ".startswith(f"{counted} "):
            # "làm chết 8 người, bị thương 9 người (giảm 5% số vụ, 4% số người chết, 7% số người bị thương)"
            which = _content(unit["what"], counted.split())
            same = bool(which) and which == _content(fact.indicator, counted.split())
        if same and fact.change is None and fact.value is not None:
            return fact
    return None


_NUMBER_OF = lazy(r"(?:tổng\s+)?số\s+(?P<what>[^\W\d_]+(?:\s+[^\W\d_]+){0,3})")


def _content(name: str, unit: list[str]) -> set[str]:
    """Give the words of a name that say which ones are counted."""
    return set(name.lower().replace(",", " ").split()).difference(unit, _LIGHT)


def differs(mention: Numeric, fact: Measurement) -> bool:
    """Tell whether two counts in one unit both say which ones, in other words."""
    if not isinstance(mention, QuantityMention) or "/" in mention.what:
        # "24,6 m2 sàn/người, tăng 0,4 m2 sàn/người"
        return False
    unit = set(mention.unit.lower().split())
    mine = set(mention.what.lower().replace(",", " ").split()) - unit - {"việc"}
    theirs = set(fact.indicator.lower().replace(",", " ").split()) - unit - {"số", "tổng", "bị"}
    return bool(mine and theirs) and not (mine - {"bị"}) & theirs


def _of_plan(scope: Scope, stated: Stated, fact: Measurement) -> bool:
    """Tell whether a share says how much of a plan was done: the count before it keeps the changes."""
    end = stated.ends[max(i for i, other in enumerate(stated.facts) if other is fact)]
    return indicators.names_plan(scope.folded[end : end + 30])


def _only_where(scope: Scope, facts: list[Measurement], fact: Measurement) -> bool:
    """Tell whether a count only says where: ``402 ca tại 33 tỉnh, giảm 21%``."""
    at = fact.sources["value"].start or 0
    return fact is not facts[0] and WHERE.search(scope.folded[max(0, at - 12) : at]) is not None


def _leans(scope: Scope, facts: list[Measurement], fact: Measurement) -> bool:
    """Tell whether a share has its indicator from the measurement before it."""
    last = facts[-MEMORY:]
    index = next((i for i, other in enumerate(last) if other is fact), 0)
    at = fact.sources["value"].start or 0
    if _RATE.search(scope.folded[max(0, at - 24) : at]):
        # "đạt tỷ lệ 75,8%, cao hơn 1,8%": the rate itself is compared.
        return False
    return index > 0 and last[index - 1].indicator == fact.indicator


_LIGHT = ("số", "tổng", "làm", "bị", "có")
_LEVEL = lazy(
    r"(?<![^\W_])(?:lên|xuống|về|còn|hơn|so\s+với|từ)\s+(?:mức|con\s+số)"
    r"(?:\s+(?:tăng|giảm|tối\s+đa|khoảng|gần|hơn|trên|dưới))*\s+$"
)
_COUNT_OF = lazy(r"^(?:tổng\s+)?(?:số\s+lượng|số|lượng)\s+")
_BRACKET = lazy(r"[()]")
_OF_WHOLE = lazy(r"\s+[^\W\d_][^();:\d]{2,80}\(\s*(?:tăng|giảm|vượt|(?:cao|thấp)\s+hơn)[^();:\d]{0,30}")
"""What a share is of, up to the change that its brackets tell."""
WHERE = lazy(r"(?<![^\W_])(?:tại|ở|thuộc)\s+$")
"""What stands before a place where something is."""
_RATE = lazy(r"(?<![^\W_])t[ỷỉ]\s+(?:lệ|trọng)(?:\s+[^\W\d_]+)?\s+$")
_CHANGE_VERB = lazy(
    r"(?<![^\W_])(?:tăng\s+gấp|(?:cao|nhiều|lớn)\s+(?:(?:gần|hơn|khoảng)\s+)?gấp|"
    r"(?:(?:cũng|đều)\s+)*(?:bị\s+)?(?:kéo|sụt|suy|(?<!trị )gia)\s+(?:tăng|giảm)|"
    r"tăng|giảm|gấp|vượt|(?:cao|thấp|nhiều|ít|lớn|nhỏ|nhỉnh|đắt|rẻ)\s+hơn|nâng|(?:chỉ\s+)?nhích|"
    r"(?<=, )thêm|hụt|sụt|hạ|tụt|từ|(?<=,\s)hơn(?=\s$))(?![^\W_])|\+"
)
