"""What somebody has: ``toàn tỉnh hiện có 45 chợ``."""

from __future__ import annotations

from vnreport.facts.narrowing import Left
from vnreport.facts.scope import Scope
from vnreport.patterns import lazy

_HAS = lazy(r"(?:(?:hiện|đang|đã|chỉ|cũng|vẫn|thì)\s+)*(?P<has>có)(?![^\W_])")
_MORE = lazy(r"(?<![^\W_])(?P<has>có)\s+thêm\s+$")
"""What somebody has more of than before: ``huyện có thêm 3 xã``."""
_NOBODY = lazy(
    r"[\s\-–+•*]*(?:(?:trong|trên|tại|ở|qua|đến|từ|theo|về|sau|với|riêng|l[ũu]y\s+kế|luỹ\s+kế|kết\s+quả|hiện|nay|đã|chỉ|cả(?!\s+nước)|"
    r"năm|tháng|quý|ngày|tuần|giai\s+đoạn|tính|bình\s+quân|cụ\s+thể|ngoài\s+ra|và|nhưng|song|tuy|đặc\s+biệt)(?![^\W_])|\d|$|"
    r".*(?<![^\W_])(?:biết|hay|rằng|thấy|đó|này|qua|nay|nên|mà|khi)\s*$)"
)
"""What opens the words before a ``có`` that name nobody who has something."""
_OWNER = lazy(
    r"(?:(?<![^\W_])(?:toàn|cả)\s+(?:tỉnh|huyện|xã|thành\s+phố|ngành|nước|quận|phường|trường|thị\s+xã|cơ\s+quan|đơn\s+vị|viện|khu)"
    r"(?:\s+[^\W\d_]+){0,3}|(?<![^\W_])trên\s+(?:địa\s+bàn|công\s+trường|(?:toàn\s+)?tuyến|địa\s+phận)(?:\s+[^\W\d_]+){0,5}|:)"
    r"\s*(?:(?:hiện|đã|đang|chỉ|nay)\s*)*$"
)
"""Who has something, right before ``có``: all of a unit, its area, or what a label names."""
_STAFF = lazy(r"[\s\-–+•*]*biên\s+chế(?![^\W_])")
"""The staff that somebody has, which is no figure of its own: ``Biên chế hiện có 12 người``."""
_LABELLED = lazy(r"\s*:\s*(?:(?:hiện|đang|đã)\s+)*(?P<has>có)(?![^\W_])")
_NOW = lazy(r"[\s\-–+•*]*(?:(?:đến|hiện)\s+nay|hiện|nay)\s*,?\s+(?=[^\W\d_])(?!(?:có|đã|còn)(?![^\W_]))")
"""What may stand before who has something now: ``Hiện huyện có 6 xã``."""


def has(scope: Scope, left: Left, start: int) -> str | None:
    """Give the ``có`` before a number where somebody has what is counted: ``toàn tỉnh hiện có 45 chợ``."""
    if left.opens_with_head and _STAFF.match(scope.folded, left.start) is None:
        # "Tổng đàn lợn hiện có 96.000 con"
        return None
    if (labelled := _LABELLED.match(scope.folded, left.end, start)) is not None:
        return scope.text[slice(*labelled.span("has"))]
    found = _HAS.match(scope.folded, left.end, start) or _HAS.match(scope.folded, left.end + 1, start)
    found = found or _MORE.search(scope.folded, max(left.start, start - 16), start)
    if found is None:
        return None
    end = min(left.end, found.start())
    if _OWNER.search(scope.folded, left.start, end):
        return scope.text[slice(*found.span("has"))]
    opening = max(scope.folded.rfind(mark, left.start, end) for mark in ",;:.()\n") + 1
    opening = max(opening, left.start)
    now = _NOW.match(scope.folded, opening, end)
    opening = now.end() if now else opening
    return None if _NOBODY.match(scope.folded, opening, end) else scope.text[slice(*found.span("has"))]
