"""Plans and sums that name what a share or a part of money is of."""

from __future__ import annotations

from vnreport.facts.numeric import unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import squeeze
from vnreport.patterns import lazy
from vnreport.report import Measurement, MoneyMention, OrganizationMention, PlaceMention

_DONE = frozenset(
    ("hoàn thành", "thực hiện", "đạt", "hoàn thành đạt", "thực hiện đạt", "phấn đấu hoàn thành", "giải ngân",
     "phân bổ", "thanh toán")
)  # fmt: skip
"""What is done with a plan, which names nothing alone."""
_PLAN = lazy(
    r"\s+(?P<what>(?:dự\s+toán|kế\s+hoạch|chỉ\s+tiêu|nhiệm\s+vụ)\s+(?P<of>(?!(?:năm|tháng|quý|tuần|được|giao|đề|tỉnh|huyện|"
    r"xã|phường|quận|thị|thành|trung\s+ương|tw|cấp(?!\s+(?:căn|giấy|thẻ|phép|mã|sổ))|hđnd|ubnd|bộ|sở|thủ|chính|cả|và|đã|do|của|theo|pháp\s+lệnh|trên|nghị|"
    r"trước|trong|phấn|so|như|đặt|nêu|này|ngành|cục|tổng|chi\s+cục|hội|ban|đảng|nhà\s+nước)(?![^\W_]))"
    r"(?:(?!\s(?:năm|tháng|quý|trước|trong|được|do|so|theo|vào|đã|tỉnh|huyện|xã|trên|của|để|nhằm|và)(?![^\W_]))[^,;:.()\d\n]){3,60}))"
)
"""A plan that says of what it is: ``kế hoạch kiểm tra``, not whose or of when."""
_PART = lazy(r"(?<![^\W_])(?:trong\s+đó|gồm|riêng)(?![^\W_])\s*:?(?:\s*(?:có|là|khoảng|gần|hơn|trên))*\s*$")
_STATE = lazy(r"\s+(?P<state>(?:không|chưa|đã|khó)\s+[^,;:.()\d\n]{2,40}?)(?=\s*(?:[,;.()\n]|$))")
"""What is said behind a sum of which part of another it is."""


def planned(scope: Scope, name: str, end: int, limit: int) -> str:
    """Give the plan behind a share that says of what it is: ``hoàn thành 100%`` *kế hoạch kiểm tra*.

    Args:
        scope: the text.
        name: what stands before the share.
        end: where the share ends.
        limit: where its clause ends.
    """
    found = _PLAN.match(scope.folded, end, limit) if name.lower() in _DONE else None
    if found is None or any(
        isinstance(m, (OrganizationMention, PlaceMention)) and m.start == found.start("of")
        for m in scope.between(found.start("of"), found.start("of") + 1)
    ):
        return ""
    return squeeze(scope.text[slice(*found.span("what"))])


def part_of_sum(scope: Scope, facts: list[Measurement], floor: int, mention: MoneyMention) -> str:
    """Name a sum that is a part of another before it, with what is said of that part; empty where it is none.

    ``nợ thuế 9 tỷ đồng của 213 hộ, trong đó 3 tỷ đồng không có khả năng thu``
    """
    if not facts or facts[-1].unit == unit_of(mention):
        return ""
    sums = [fact for fact in facts if fact.unit == unit_of(mention)]
    if not sums or _PART.search(scope.folded, max(floor, mention.start - 40), mention.start) is None:
        return ""
    state = _STATE.match(scope.folded, mention.end)
    said = f" {squeeze(scope.text[slice(*state.span('state'))])}" if state else ""
    return f"{sums[-1].indicator}{said}"
