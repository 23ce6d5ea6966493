"""A document's own number, kind and date are no citations."""

from __future__ import annotations

import re
from typing import cast

from vnreport.lexicon import table
from vnreport.mentions.instruments.page import Page
from vnreport.report import InstrumentKind

_OWN = re.compile(
    r"^[ \t|>*]{0,40}(?:(?P<luat>Luật|LUẬT|Nghị quyết|NGHỊ QUYẾT|Pháp lệnh|Bộ luật|Lệnh|Nghị "
    r"định)\s)?S[ốỐ]\s{0,3}[.:]?\s{0,3}(?P<code>\d{0,6}[^\n]{0,160})$",
    re.MULTILINE,
)
_REST = re.compile(
    r"\s{0,20}(?:[|]\s{0,20})?(?:(?:[^\W\d]|[.\s-]){2,40},?\s{0,3}(?:ngày|NGÀY)\s{0,4}[\d….]{0,"
    r"6}\s{0,4}(?:tháng|/|-|\.)[^\n]{0,40}|[|\s]*|V/v[^\n]*)\Z"
)
_CODE_ONLY = re.compile(
    r"\d{0,6}[a-zA-Z]?\s{0,4}[/-]\s{0,3}[\w\s/.&-]{1,34}?(?=\s{2,}|\s?\||\s+[A-ZĐ]\w+(?:\s\w+)"
    r"{0,4},\s?ngày|\s*V/v|\Z)"
)
_WINDOW = 6000


def own_spans(page: Page, head: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Find the lines that give a document's own number (``Số: 145/BC-SYT``)."""
    spans: list[tuple[int, int]] = []
    limit = max(_WINDOW, head[1] if head else 0)
    window = page.plain[:limit]
    for match in _OWN.finditer(window):
        if match.end() == limit and limit < len(page.plain):
            continue
        rest = match["code"]
        code = _CODE_ONLY.match(rest)
        if code is None:
            if not rest:
                spans.append((match.start(), _next_line(page, match.end())))
            continue
        if _REST.match(rest, code.end()):
            spans.append(match.span())
    return spans


def _next_line(page: Page, at: int) -> int:
    """Give the end of the line behind a ``Số:`` that stands alone, its code on the next line."""
    match = re.compile(r"\n[ \t|]{0,20}\d{1,6}[a-zA-Z]?/[\w/.&-]{2,30}[ \t|]{0,20}(?=\n|\Z)").match(
        page.plain, at
    )
    return match.end() if match else at


_TITLE_LINE = re.compile(
    r"^[ \t|*]{0,40}((?:NGHỊ QUYẾT|NGHỊ ĐỊNH|QUYẾT ĐỊNH|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|CHỈ THỊ|"
    r"KẾ HOẠCH|CHƯƠNG TRÌNH|BÁO CÁO|THÔNG BÁO|KẾT LUẬN|TỜ TRÌNH|HƯỚNG DẪN|QUY ĐỊNH|QUY CHẾ|"
    r"PHÁP LỆNH|BỘ LUẬT|LUẬT|LỆNH|CÔNG ĐIỆN|ĐỀ ÁN|PHƯƠNG ÁN))[ \t|:]{0,20}$",
    re.MULTILINE,
)


def own_kinds(page: Page) -> frozenset[InstrumentKind]:
    """Tell what kind of instrument the document itself is: a line that is only ``QUYẾT ĐỊNH``."""
    lines = {m[1].lower() for m in _TITLE_LINE.finditer(page.plain[:_WINDOW])}
    if not lines:
        return frozenset()
    return frozenset(cast(InstrumentKind, r["kind"]) for r in table("instrument_kinds") if r["name"] in lines)
