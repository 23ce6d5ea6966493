"""Whether ``giá`` is the name of a number or what stands between goods and their price."""

from __future__ import annotations

import re

from vnreport.facts.scope import Scope
from vnreport.patterns import lazy


def is_price(scope: Scope, start: int, head: re.Match[str], end: int) -> bool:
    """Tell whether ``giá`` ends a phrase behind what costs that much: ``xăng E5 giá 21.050 đồng/lít``."""
    if head[0] != "giá" or head.end() < end:
        return False
    return _GOODS_BEFORE.match(scope.folded, start, head.start()) is not None


_GOODS_BEFORE = lazy(
    r"(?:(?!(?:với|theo|trị|tổng|bán|mua|đạt|trong|về|vực|đối|cho|của|do|phạt|thu)(?![^\W_]))[^\W_][^\s,;:()]*\s+){1,6}"
    r"(?:(?:có|với)\s+)?$"
)
"""Goods before their price."""
