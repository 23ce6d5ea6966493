"""Numbers that state nothing of their own: said once more, bounds within a label, the sort of a thing."""

from __future__ import annotations

from decimal import Decimal

from vnreport.facts import changes, subjects
from vnreport.facts.brackets import last_open
from vnreport.facts.comparisons import MEMORY, is_aside
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.restricting import restricts
from vnreport.facts.scope import Scope
from vnreport.layout import Sentence
from vnreport.patterns import lazy
from vnreport.report import Measurement, Modifier, MoneyMention, PercentMention, QuantityMention

_CLOSE = 32
"""How far behind a change its amount in per cent is told again."""
_TOLD = lazy(
    r"\(\s*(?:tương\s+(?:đương|ứng)|tức|hay)\s+(?:là\s+)?(?:tăng|giảm|vượt|(?:cao|thấp)\s+hơn)\s+"
    r"(?:thêm\s+)?(?:khoảng\s+|gần\s+|hơn\s+|trên\s+)?$"
)
"""What opens the amount of a change in other words: ``(tương ứng giảm 161 doanh nghiệp)``."""
_AGAIN = lazy(
    r"\s*(?:\(\s*(?:(?:tương\s+(?:đương|ứng)|tức|hay)\s*)?|=\s*|(?:[,\-–]\s*|(?<=\s))(?:tương\s+(?:đương|ứng)|tức|hay)\s+)"
    r"(?:(?:với|là|bằng|tăng|giảm|khoảng|gần|hơn|trên)\s*)*[+\-–]?\s*"
)
"""What stands between a change and the same change in another unit."""
_WITH = lazy(r"\s*(?:với|là)\s+(?:(?:khoảng|gần|hơn|trên)\s+)*")
_OR = lazy(r"(?<![^\W_])(?:tương|tức|hay)(?![^\W_])")
_OWN_CHANGE = lazy(r"\(\s*(?:tăng|giảm)")
_OR_MORE = lazy(r"\s+trở\s+(?:lên|xuống)(?:\s*:|\s+(?:là|có|đạt))?\s*\d")
_WHO_REACH = lazy(r"\d\s+(?:[^\W\d_]+\s+){1,5}(?:đạt|có|được)(?:\s+(?:từ|số\s+điểm|tổng\s+điểm|điểm))*\s+\Z")
_WHICH_REACH = lazy(
    r"(?<![^\W_])(?:số|t[ỷỉ]\s+lệ)\s+(?:[^\W\d_]+\s+){1,6}(?:đạt|có|được)\s+(?:(?:từ|dưới|trên|hơn|ít\s+nhất)\s+)?\Z"
)
_COMES_TO = lazy(
    r"\s+(?:(?:trở\s+(?:lên|xuống))\s+)?(?:giảm\s+|tăng\s+)?(?:còn|xuống|lên|là|chiếm|đạt)(?![^\W_])"
    r"[^,;:.()\n\d]{0,20}\d"
)
_RATE = lazy(r"(?<![^\W_])t[ỷỉ]\s+lệ(?![^\W_])[^,;.:\n]*$")
_SHARE_BEHIND = lazy(r"\s+(?:đạt|là|chiếm)\s+(?:[^\W\d_]+\s+)?\d[\d.,]*\s*%")
_SORT = lazy(
    r"(?<![^\W_])(?<!các )(?<!mọi )(?<!thanh )(?<!phân )(?<!kim )(?<!chủng )(?<!thể )(?<!xếp )"
    r"(?:loại|cỡ|size)\s+$"
)
"""What names a sort by a number: ``tôm sú loại 20 con/kg``."""
_PACK = lazy(r"(?<![^\W_])(?:bình|bao|chai|thùng|hộp|can|lon|gói|túi)\s+$")
"""What a thing is sold in, before how much that holds: ``gas bình 12 kg``."""
_HELD = frozenset(("kg", "g", "gam", "gram", "lít", "l", "ml"))
_BROKEN = lazy(r"gạo[^,;.:\d\n]{0,30}\s$")
"""Rice, which is sold by the share of broken grains in it: ``gạo`` *5% tấm*."""
_FINE = lazy(r"(?<![^\W_])phạt(?:\s+tiền)?(?:\s+(?:là|mức|ở|tiền))*\s+(?:từ\s+)?$")
_IN_ALL = lazy(r"(?<![^\W_])(?:tăng|giảm)\s+(?:(?:ở|trên|về)\s+)?(?:cả|trên|ở)\s+(?:cả\s+)?$")
_ESTIMATE = lazy(r"[\s\-–+•*]*(?:\d{1,2}[.)]\s*)*(?:dự\s+)?ước(?![^\W_])")


def states_nothing(scope: Scope, floor: int, mention: Numeric, behind: list[Numeric]) -> bool:
    """Tell whether a number states nothing of its own.

    Args:
        scope: the text.
        floor: where the words of the last number end.
        mention: the number.
        behind: the number behind it, if there is one.
    """
    return (
        is_bound(scope, floor, mention)
        or restricts(scope, floor, mention, behind)
        or is_sort(scope, floor, mention)
        or is_base(scope, floor, mention)
        or counts_criteria(scope, mention)
        or is_fine(scope, floor, mention)
    )


def is_sort(scope: Scope, floor: int, mention: Numeric) -> bool:
    """Tell whether a number names the sort of a thing."""
    if isinstance(mention, PercentMention):
        broken = scope.folded.startswith("tấm", mention.end + 1)
        at = max(floor, mention.start - 40)
        return broken and _BROKEN.search(scope.folded, at, mention.start) is not None
    at = max(floor, mention.start - 8)
    if _holds(scope, at, mention):
        return True
    before = scope.folded[max(floor, mention.start - 12) : mention.start].rstrip()
    if not before.endswith(("loại", "cỡ", "size")):
        return False
    return _SORT.search(scope.folded, max(floor, mention.start - 12), mention.start) is not None


def _holds(scope: Scope, at: int, mention: Numeric) -> bool:
    """Tell whether a measure is that of the pack that a thing is sold in."""
    held = isinstance(mention, QuantityMention) and mention.unit.lower() in _HELD
    return held and _PACK.search(scope.folded, at, mention.start) is not None


def is_base(scope: Scope, floor: int, mention: Numeric) -> bool:
    """Tell whether a number is what a rate is told of: ``giá trị sản phẩm trên`` *1 ha đất trồng trọt*."""
    if not isinstance(mention, QuantityMention) or mention.of is not None:
        return False
    if mention.value in _BASES and _PER_HEAD.search(
        scope.folded, max(floor, mention.start - 40), mention.start
    ):
        # "số giường bệnh bình quân 1 vạn dân là 35"
        return _MEAN_IS.match(scope.folded, mention.end) is not None
    if mention.modifier != "over":
        return False
    if mention.value not in _BASES or not scope.folded.endswith("trên ", 0, mention.start):
        return False
    clause = max(floor, mention.start - 80)
    inner = [*scope.heads.finditer(clause, mention.start)]
    return bool(inner) and _OF_RATE.fullmatch(scope.folded, inner[-1].end(), mention.start) is not None


_BASES = frozenset(map(Decimal, (1, 10, 100, 1000, 10000, 100000)))
"""What rates are told of."""
_PER_HEAD = lazy(r"(?<![^\W_])(?:bình\s+quân|trung\s+bình|tính)(?:\s+(?:trên|cho|theo))?\s+$")
_MEAN_IS = lazy(r"\s+(?:(?:là|đạt|có|khoảng|chiếm|ước)\s+){1,2}\d|\s*:\s*\d")
"""What a mean comes to, behind what it is told of."""
_OF_RATE = lazy(r"[^,;:.()\d\n]{0,70}(?<![^\W_])(?<!là )(?<!đạt )(?<!có )(?<!còn )(?<!với )(?<!lên )trên\s+$")


def counts_criteria(scope: Scope, mention: Numeric) -> bool:
    """Tell whether a number says in how many ways something changed: ``giảm cả 3 tiêu chí``."""
    return (
        isinstance(mention, QuantityMention)
        and mention.unit.lower() in ("tiêu chí", "mặt", "chỉ tiêu", "chỉ số", "phương diện")
        and _IN_ALL.search(scope.folded, max(0, mention.start - 24), mention.start) is not None
    )


def is_fine(scope: Scope, floor: int, mention: Numeric) -> bool:
    """Tell whether a sum is what a rule threatens with: ``bị phạt tiền từ 6 triệu đồng đến 8 triệu đồng``."""
    if not isinstance(mention, MoneyMention) or mention.value_max is None:
        return False
    return _FINE.search(scope.folded, max(floor, mention.start - 40), mention.start) is not None


def is_bound(scope: Scope, floor: int, mention: Numeric) -> bool:
    """Tell whether a number says which things the next one counts: ``tàu từ 15m trở lên: 64 chiếc``."""
    if _WHICH_REACH.search(scope.folded, max(floor, mention.start - 60), mention.start):
        # "tỷ lệ số xã đạt dưới 10 tiêu chí còn 25%"
        return _COMES_TO.match(scope.folded, mention.end) is not None
    if mention.modifier not in ("at_least", "at_most"):
        return False
    if _OR_MORE.match(scope.folded, mention.end):
        return True
    if mention.modifier == "at_least" and _WHO_REACH.search(
        scope.folded, max(0, mention.start - 60), mention.start
    ):
        # "138 học sinh đạt 27 điểm trở lên"
        return isinstance(mention, QuantityMention) and mention.unit == "điểm"
    rate = _RATE.search(scope.folded, max(floor, mention.start - 80), mention.start)
    return rate is not None and _SHARE_BEHIND.match(scope.folded, mention.end) is not None


def repeats(
    scope: Scope, sentence: Sentence, facts: list[Measurement], changed: tuple[int, int], mention: Numeric
) -> bool:
    """Tell whether a number, in brackets or behind ``tương đương``, says again what the sentence has said.

    Args:
        scope: the text.
        sentence: the sentence of the number.
        facts: what the sentence has stated.
        changed: where its last change ends, and the baseline of it.
        mention: the number.
    """
    share = isinstance(mention, PercentMention)
    known = facts[-1].change.unit if facts and facts[-1].change is not None else None
    amount, based = changed
    close = 0 <= mention.start - amount <= _CLOSE and (
        share or (known == "%" and facts[-1].value is not None)
    )
    again = share and known not in (None, "%")
    again = again or (not share and known == "%" and facts[-1].unit == unit_of(mention))
    if again and 0 <= based <= mention.start <= based + _CLOSE:
        # "giảm 12 vụ so với năm 2018 (20%)", but "tăng 5% so với năm 2018 (240 người)" tells of that year
        again = _AGAIN.fullmatch(scope.folded, based, mention.start) is not None
        return again and (share or _OR.search(scope.folded, based, mention.start) is not None)
    with_it = known == "%" and not share and facts[-1].unit == unit_of(mention)
    if close and with_it and _WITH.fullmatch(scope.folded, amount, mention.start):
        # "giảm 3,2% với 2.538 người so với năm trước"
        return True
    if close and _AGAIN.fullmatch(scope.folded, amount, mention.start):
        # "tăng 2 vụ (16,7%)", "giảm 16 vụ (tương đương 42%)": the same change once more, unless the
        # brackets have a verb and a baseline of their own.
        own = _OWN_CHANGE.search(scope.folded, amount, mention.start)
        return not (own and changes.baseline(scope.folded, mention.end, sentence.end))
    paired = isinstance(mention, QuantityMention) and mention.of is not None
    if paired and 0 <= mention.start - amount <= _CLOSE:
        # "giảm 5,83% (3.389/3.599 vụ)": now and then, between which the change lies
        return scope.folded[amount : mention.start].split() == ["("]
    left = scope.folded[max(0, mention.start - 80) : mention.start]
    if "(" not in left:
        return False
    if _TOLD.search(left):
        return True
    if isinstance(mention, MoneyMention) and mention.text[0].isalpha() and facts and facts[-1].unit.isupper():
        # "1.250.000đ (Một triệu, hai trăm năm mươi nghìn đồng)"
        opened = last_open(scope.folded, facts[-1].sources["value"].end or 0, mention.start)
        return opened >= 0
    if not subjects.is_bracketed(scope, mention.start):
        return False
    # In a list each item has its own in brackets: "Tân An (45 hồ sơ), Tân Hòa (45 hồ sơ)".
    return any(
        fact.value == mention.value
        and (fact.unit == "%") == share
        and not is_aside(scope, fact, mention.start)
        for fact in facts[-MEMORY:]
    )


def modifier(scope: Scope, sentence: Sentence, mention: Numeric) -> Modifier:
    """Give how a number is qualified: an estimate that opens a list holds for what it lists."""
    if mention.modifier != "exact":
        return mention.modifier
    match = _ESTIMATE.match(scope.folded, sentence.start, mention.start)
    listed = match is not None and scope.folded.find(":", match.end(), mention.start) >= 0
    return "estimated" if listed else "exact"
