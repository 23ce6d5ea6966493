"""Which agency of a sentence acts: the subject, not who helps it, who undergoes it or who is above it."""

from __future__ import annotations

from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_SUBJECT = lazy(
    r"(?:(?:^|[,;:.\n–+•*-]|(?:^|[\n:;.])\s*(?:[a-zđ]|\d{1,2})\)|(?<![^\W_])(?:do|nay|(?:thời\s+gian|năm|tháng|tuần|ngày|quý|kỳ|vừa)\s+qua"
    r"|trong\s+đó|riêng|theo|\d+))\s*"
    r"(?:(?<![^\W_])(?:(?:các\s+)?lực\s+lượng|cán\s+bộ,\s+chiến\s+sĩ|đoàn\s+(?:kiểm\s+tra|công\s+tác|liên\s+ngành)|tổ\s+công\s+tác)\s*)?"
    r"|(?:^|[;:.\n])\s*(?:(?:phó\s+)?(?:chủ\s+tịch|giám\s+đốc|chi\s+cục\s+trưởng|cục\s+trưởng|bộ\s+trưởng)|lãnh\s+đạo)\s*)$"
)
"""What stands before an agency that acts, not before one that is governed (``đề nghị UBND tỉnh``)."""
_SOURCE = lazy(
    r"(?:(?:^|[,;:.\n–+•*-]|(?<![^\W_])(?:theo|qua))\s*)(?:báo\s+cáo|số\s+liệu|thống\s+kê|khảo\s+sát|tổng\s+hợp|thông\s+tin|đánh\s+giá|"
    r"số|kết\s+quả\s+(?:khảo\s+sát|điều\s+tra|đo\s+đạc|quan\s+trắc|rà\s+soát|thống\s+kê|kiểm\s+tra|tổng\s+hợp))"
    r"(?:\s+[^\W_]+){0,4}\s+(?:của|từ)\s+$"
)
"""What leads in whose figures follow: ``Theo số liệu của`` *Cục Thuế tỉnh*."""
_LONGEST_SOURCE = 64
_UNDERGOES = lazy(r"\s*(?:\([^()]{0,80}\)\s*)?(?:(?:đã|đang|sẽ|cũng)\s+)?(?:bị|được)(?![^\W_])")
_HELPED = lazy(
    r"\s*(?:\([^()\d]{0,40}\))?\s*(?:,|và|cùng(?:\s+với)?|(?:đã\s+|chủ\s+động\s+)?(?:chủ\s+trì,?\s+)?phối\s+hợp(?:\s+(?:với|cùng))?)\s*"
)
"""What joins an agency to those that help it or that it is part of: ``Đội số 7, Cục Quản lý thị trường``."""
_TOGETHER = lazy(r"(?<![^\W_])phối\s+hợp\s+(?:(?:chặt\s+chẽ\s+)?(?:với|cùng)\s+)?(?:các\s+)?[^.;:]{0,80}$")
_PRESENT = lazy(
    r"(?<![^\W_])(?:dự|thành\s+phần|có\s+mặt)(?![^\W_])[^.;]{0,120}?(?:(?<![^\W_])(?:có|gồm)(?![^\W_])|:)"
)
"""What leads in who was present: ``Tham dự hội nghị có Sở Y tế, Công an tỉnh và 120 đại biểu``."""
_DONE_BY = lazy(r"[^\W\d_]\s+do\s+\Z")
_OWN_VERB = lazy(
    r"\s+(?:làm\s+)?(?:chủ\s+trì|tổ\s+chức|chủ\s+đầu\s+tư|phát\s+động|quản\s+lý|phụ\s+trách|đứng\s+đầu)\s*[,;]"
)
"""The verb of an agency behind ``do``, and the mark that ends what is said of it."""
_BAR = lazy(r"[\t|]")
_BEFORE = 48
"""How far before an agency the words are looked at that make it a subject."""


def acting(
    folded: str, agencies: list[OrganizationMention], floor: int, publisher: str | None
) -> list[OrganizationMention]:
    """Give the agencies that act, of those of a sentence from ``floor`` on, in text order.

    Of agencies in a row the first acts (``Sở Y tế phối hợp Công an tỉnh kiểm tra``); behind ``phối hợp với``
    at the head of a clause none does, nor those that were present.
    """
    found: list[OrganizationMention] = []
    last: OrganizationMention | None = None
    present = _PRESENT.search(folded, floor, agencies[-1].start) if agencies else None
    for agency in agencies:
        if present is not None and agency.start >= present.end():
            break
        joined = last is not None and _HELPED.fullmatch(folded, last.end, agency.start) is not None
        last = agency
        if joined:
            continue
        before = folded[max(floor, agency.start - _BEFORE) : agency.start]
        if (
            not _TOGETHER.search(before)
            and (_SUBJECT.search(before) or _is_source(folded, agency, floor, publisher))
            and not _UNDERGOES.match(folded, agency.end)
        ):
            found.append(agency)
    return found


def _is_source(folded: str, agency: OrganizationMention, floor: int, publisher: str | None) -> bool:
    """Tell whether words before an agency, no part of who reports, say that the figures are its own."""
    low = max(floor, agency.start - _LONGEST_SOURCE)
    return _SOURCE.search(folded[low : agency.start]) is not None and not is_part(agency.name, publisher)


def is_part(name: str, publisher: str | None) -> bool:
    """Tell whether an agency is by its kind a part of who reports: a section, a ministry's department."""
    reporter = fold(publisher or "")
    part = fold(name)
    if reporter and part.endswith(f" {reporter}"):
        return True
    if reporter.startswith("bộ ") and part.startswith(("cục ", "vụ ", "tổng cục ")):
        return True
    if reporter.startswith(("sở ", "cục ", "ban ")) and part.startswith("chi cục "):
        return True
    return _PART.match(part) is not None and not reporter.startswith(("báo ", "đài "))


_PART = lazy(
    r"(?:phòng|khoa|tổ|đội|văn\s+phòng|ban\s+(?:tổ\s+chức|dân\s+vận|tuyên\s+giáo|pháp\s+chế|thường\s+vụ))(?![^\W_])"
)
"""Parts of an agency, whose figures are its own."""


def told_of(folded: str, agency: OrganizationMention, at: int) -> bool:
    """Tell whether an agency only does what the words before say of it, its own verb ended by a comma.

    ``tham gia 6 cuộc cùng đoàn do Sở Lao động chủ trì, tham gia | 2 cuộc``: who takes part is another.
    """
    if not _DONE_BY.search(folded, max(0, agency.start - _BEFORE), agency.start):
        return False
    return _OWN_VERB.match(folded, agency.end, at) is not None


def in_row(folded: str, start: int, end: int) -> bool:
    """Tell whether a number at ``end`` is in a row of a table: an agency there is what the figures are of."""
    return _BAR.search(folded, start, end) is not None
