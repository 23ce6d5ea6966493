"""Signatures: the closing block of an official document, from ``Nơi nhận`` to the name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnreport.layout.lines import GROUNDS, Line, is_upper
from vnreport.layout.wording import RECIPIENTS, RULE, is_agency, is_office, is_type_line
from vnreport.patterns import lazy

_SIGNED = lazy(r"^\(?\s*(?:đã ký|ký tên|ký, ghi rõ|đã kí|ký và ghi)", re.I)
_CLOSING = lazy(r"^(?:như trên|như điều|lưu|bs|ths|ts|đ/c|thượng|đại|thiếu|trung|các)\b|^\(", re.I)
_NAME = lazy(r"^(?:[^\W\d_]+\.?\s+){1,5}[^\W\d_]+$")
_APPENDIX = lazy(r"^(?:phụ lục|biểu|bảng|mẫu|danh sách|danh mục)\b", re.I)
SIGNATURE_LINES = 40


def mark_signature(lines: Sequence[Line]) -> tuple[int, int] | None:
    """Set ``kind`` of the closing block's lines and give their range of indices."""
    start = next(
        (i for i, line in enumerate(lines) if line.kind == "body" and RECIPIENTS.match(line.text)), -1
    )
    if start < 0:
        start = _office_start(lines)
    if start < 0:
        return None
    while start > 0 and lines[start - 1].kind == "body" and is_office(lines[start - 1].text):
        start -= 1
    end = start + 1
    for index in range(start + 1, min(start + SIGNATURE_LINES, len(lines))):
        line = lines[index]
        if line.kind == "boilerplate" or not _is_closing(line.text):
            break
        end = index + 1
    for line in lines[start:end]:
        line.kind = "signature"
    return start, end


def _office_start(lines: Sequence[Line]) -> int:
    """Find a signer's office near the end that a name follows."""
    own = [i for i, line in enumerate(lines) if line.kind == "body"][-15:]
    for place, index in enumerate(own):
        following = lines[own[place + 1]].text if place + 1 < len(own) else ""
        if place and is_office(lines[index].text) and not GROUNDS.match(following):
            rest = [lines[i].text for i in own[place + 1 :]][:6]
            if any(_NAME.match(text) and text[0].isupper() for text in rest) or not rest:
                return index
    return -1


def _is_closing(text: str) -> bool:
    """Tell whether a line goes on with the closing block."""
    if _APPENDIX.match(text) or len(text) > 160 or is_type_line(text):
        return False
    if text[0] in "-–+•*" or RULE.match(text) or _SIGNED.match(text) or RECIPIENTS.match(text):
        return True
    if is_office(text) or (is_upper(text) and is_agency(text)):
        return True
    if _NAME.match(text) and len(text) < 60:
        return sum(word[0].isupper() for word in text.split()) * 3 >= len(text.split()) * 2
    return len(text) < 100 and bool(_CLOSING.match(text))
