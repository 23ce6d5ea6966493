"""Whose the figures of a section are: the agency that its heading names, or the one that was inspected."""

from __future__ import annotations

from vnreport.facts.headings import Headings
from vnreport.facts.held import Held
from vnreport.facts.localities import full_name
from vnreport.facts.row import Row
from vnreport.layout import Layout, Sentence
from vnreport.patterns import lazy
from vnreport.report import Document, OrganizationMention, PlaceMention
from vnreport.text import fold

_MARKER = lazy(r"[\s\-–+•*]*(?:(?:[ivx]{1,4}|[a-zđ]|\d{1,2}(?:\.\d{1,2}){0,3})[.)/:]\s*)?")
_CLOSE = lazy(r"[\s:.\-–]*")
_OF = lazy(
    r"(?:(?:đối với|về)\s)?(?:kết quả|hoạt động|công tác|tình hình|báo cáo)(?:\s[^\W\d_]+){0,8}\scủa\s"
    r"|(?:đối với|về phía)\s"
)
"""What a heading says of an agency behind it whose own work it tells."""
_SOURCE = lazy(r"\((?:nguồn|theo|số liệu)(?:\s?:|\s(?:của|từ|báo cáo của))?\s*")
"""What opens the bracket of a heading that names whose figures follow."""
_INSPECTION = lazy(r"(?:thông báo\s)?kết luận\s(?:thanh tra|kiểm tra|xác minh|kiểm toán)")
_AT = lazy(r"(?<!\w)(?:tại|của|đối với|ở)\s$")
_FINDINGS = lazy(
    r"(?<!\w)(?:kết quả (?:thanh tra|kiểm tra|xác minh|kiểm toán|thực hiện)|tình hình thực hiện)(?!\w)"
)
_VERDICT = lazy(r"(?<!\w)(?:kết luận|kiến nghị|xử lý|biện pháp|nhận xét|tổ chức thực hiện)(?!\w)")
_INSPECTED = lazy(
    r"(?<!\w)(?:(?:kiểm tra|thanh tra|xác minh|kiểm toán)"
    r"(?:\s(?:ngẫu nhiên|xác suất|thực tế|điểm|trực tiếp))?"
    r"|đoàn(?:\s[^\W\d_]+){0,3}\s(?:xem|rút|chọn))\s+$"
)
"""What stands right before the number of what the inspectors looked at."""
_LOOK = 48


class Owners:
    """Whose figures stand below which headings."""

    def __init__(
        self, folded: str, layout: Layout, headings: Headings, agencies: Row[OrganizationMention],
        places: Row[PlaceMention], document: Document,
    ) -> None:  # fmt: skip
        self.folded, self.headings, self.agencies, self.document = folded, headings, agencies, document
        self.inspected = self._inspected(layout, places)

    def of(self, sentence: Sentence, start: int) -> Held[str] | None:
        """Give the agency of the section for a number at ``start``; None: who reports."""
        above = self.headings.above(sentence)
        crosshead = self.headings.crosshead(sentence) if self.agencies else None
        for heading in [crosshead, *above] if crosshead else above:
            owner = self._named(*heading)
            if owner is not None:
                return Held(self.full_name(owner.name), "heading", owner.start, owner.end)
        low = max(sentence.start, start - _LOOK)
        if self.inspected is None or _INSPECTED.search(self.folded[low:start]):
            return None
        found = any(_FINDINGS.search(self.folded, *heading) for heading in above)
        judged = any(_VERDICT.search(self.folded, *heading) for heading in above)
        return self.inspected if found and not judged else None

    def full_name(self, name: str) -> str:
        """Complete the name of an agency by the document's, or by that of the body inspected: ``UBND xã``."""
        inspected = self.inspected.value if self.inspected is not None else None
        if inspected and inspected.startswith(f"{name} "):
            return inspected
        return full_name(name, self.document)

    def _named(self, start: int, end: int) -> OrganizationMention | None:
        """Give the agency that a heading consists of, whose work it is of, or whose figures it announces."""
        begin = _MARKER.match(self.folded, start, end)
        first = begin.end() if begin is not None else start
        for agency in self.agencies.between(start, end):
            alone = agency.start == first and _CLOSE.fullmatch(self.folded, agency.end, end) is not None
            work = _OF.fullmatch(self.folded, first, agency.start) is not None
            told = self.folded.startswith(")", agency.end) and any(
                opens.end() == agency.start for opens in _SOURCE.finditer(self.folded, first, agency.start)
            )
            if alone or told or (work and _CLOSE.fullmatch(self.folded, agency.end, end)):
                return agency
        return None

    def _inspected(self, layout: Layout, places: Row[PlaceMention]) -> Held[str] | None:
        """Give the body that the title of an inspection's conclusion says was inspected."""
        title = layout.title
        if title is None or _INSPECTION.match(self.folded, *title) is None:
            return None
        for agency in self.agencies.between(*title):
            named = fold(agency.name) != fold(self.document.publisher or "")
            if named and _AT.search(self.folded, title[0], agency.start):
                return Held(full_name(agency.name, self.document), "inspected", agency.start, agency.end)
        for place in places.between(*title):
            unit = place.level in ("district", "commune") and _AT.search(self.folded, title[0], place.start)
            if unit and fold(place.name).split()[0] in ("xã", "phường", "huyện", "quận", "thị", "thành"):
                return Held(f"Ủy ban nhân dân {place.name}", "inspected", place.start, place.end)
        return None
