"""A document's own number, kind and date are no citations."""

from __future__ import annotations

import re
from typing import cast

from vnreport.instruments import read_code
from vnreport.lexicon import table
from vnreport.mentions.instruments.page import Page
from vnreport.patterns import lazy
from vnreport.report import InstrumentKind

_OWN = lazy(
    r"^[ \t|>*]{0,40}(?:S[ốỐ]\s{0,3}[.:]?|(?:Luật|LUẬT|Bộ luật|Pháp lệnh|Nghị quyết|NGHỊ QUYẾT)"
    r"\s[Ss][ốỐ]\s{0,2}:)\s{0,3}(?P<code>[^\n]{0,160})$",
    re.MULTILINE,
)
_REST = lazy(
    r"\s{0,20}(?:[|]\s{0,20})?(?:(?:[^\W\d]|[.\s-]){2,40},?\s{0,3}(?:ngày|NGÀY)\s{0,4}[\d….]{0,"
    r"6}\s{0,4}(?:tháng|/|-|\.)[^\n]{0,40}|[|\s]*)(?:\Z|V/v)"
)
_BLANK_CODE = lazy(r"[\s.…_]{0,20}(?:/\d{4})?\s?[/-]\s?[A-ZĐ][\w/.&-]{0,30}")
_NUMBER_SIGN = lazy(r"S(?<!\wS)[ốỐ]\s{0,2}:\s{0,3}(?=\d)")
_STATE = lazy(r"[\s|]{1,40}(?:CỘNG H|ĐẢNG CỘNG SẢN|Độc lập)")
_SUBJECT = lazy(r"(?<!\w)(?:v/v|về việc)(?!\w)")
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
        if not rest.strip():
            spans.append((match.start(), _next_line(page, match.end())))
            continue
        code = read_code(rest, loose=True) if rest[0].isdigit() else None
        blank = _BLANK_CODE.match(rest) if code is None else None
        end = code.end if code else blank.end() if blank else None
        behind = _REST.match(rest, end) if end is not None else None
        if behind:
            spans.append((match.start(), match.start("code") + behind.end()))
    spans.extend(_inline(page, limit, head))
    spans.extend(match.span(1) for match in _TITLE_LINE.finditer(window))
    return spans


def _inline(page: Page, limit: int, head: tuple[int, int] | None) -> list[tuple[int, int]]:
    """Find the own number where the two columns of the head were run into one line."""
    spans: list[tuple[int, int]] = []
    for match in _NUMBER_SIGN.finditer(page.plain, 0, limit):
        code = read_code(page.plain, match.end(), loose=True)
        if code is None:
            continue
        inside = head is not None and head[0] <= match.start() < head[1]
        subject = head is not None and _SUBJECT.search(page.low, head[0], match.start())
        if _STATE.match(page.plain, code.end) or (inside and not subject):
            spans.append((match.start(), code.end))
    return spans


def _next_line(page: Page, at: int) -> int:
    """Give the end of the line behind a ``Số:`` that stands alone, its code on the next line."""
    match = re.compile(r"\n[ \t|\n]{0,20}\d{1,6}[a-zA-Z]?/[\w/.&-]{2,30}[ \t|]{0,20}(?=\n|\Z)").match(
        page.plain, at
    )
    return match.end() if match else at


_TITLE_LINE = lazy(
    r"^[ \t|*]{0,40}((?:NGHỊ\sQUYẾT|NGHỊ\sĐỊNH|QUYẾT\sĐỊNH|THÔNG\sTƯ\sLIÊN\sTỊCH|THÔNG\sTƯ|CHỈ\sTHỊ|"
    r"KẾ\sHOẠCH|CHƯƠNG\sTRÌNH|BÁO\sCÁO|THÔNG\sBÁO|KẾT\sLUẬN|TỜ\sTRÌNH|HƯỚNG\sDẪN|QUY\sĐỊNH|QUY\sCHẾ|"
    r"PHÁP\sLỆNH|BỘ\sLUẬT|LUẬT|LỆNH|CÔNG\sĐIỆN|ĐỀ\sÁN|PHƯƠNG\sÁN))[ \t|:]{0,20}$",
    re.MULTILINE,
)


def own_kinds(page: Page) -> frozenset[InstrumentKind]:
    """Tell what kind of instrument the document itself is: a line that is only ``QUYẾT ĐỊNH``."""
    lines = {" ".join(m[1].lower().split()) for m in _TITLE_LINE.finditer(page.plain[:_WINDOW])}
    if not lines:
        return frozenset()
    return frozenset(cast(InstrumentKind, r["kind"]) for r in table("instrument_kinds") if r["name"] in lines)
