"""The agency that answers for a text: in a bracket below the title, a signature, a line at the close."""

from __future__ import annotations

import re

from vnreport.context.letterhead import fills_line
from vnreport.context.lexicon import Where
from vnreport.gazetteer import read_place
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_LOOK = 24
_FOR_COMMITTEE = lazy(
    r"^[^\S\n]*(?:TM|T/M|KT|K/T)\.?[^\S\n]?(?P<body>(?:UBND|ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN)"
    r"[^\S\n](?P<level>XÃ|PHƯỜNG|THỊ TRẤN|HUYỆN|QUẬN|THỊ XÃ|THÀNH PHỐ|TỈNH))[^\S\n]*$",
    re.MULTILINE,
)
_ANSWERS = lazy(
    r"[^\W\d_][^\n:;]{3,30}:[^\n:;]{4,60}\s[-–,]\s(?:Phó\s)?(?:Giám đốc|Trưởng|Chi cục trưởng|Cục trưởng)\s"
)
_BYLINE = 300
"""How far below the title a bracket may name the agency."""
_GOES_ON = lazy(r"\)[^\S\n]?[-–]?[^\S\n]?[^\W\d_]")
"""What follows a paper's short name, which opens the first sentence: ``(CATP)`` *Theo UBND …*."""
_SIGNED = 600
"""How close to the end of the text its author may sign."""


def bylined(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that a bracket right below the title opens with: ``(Văn phòng UBND tỉnh)``."""
    if title is None:
        return None
    for mention in agencies:
        if mention.start > title[1] + _BYLINE:
            break
        before = text[max(0, mention.start - _LOOK) : mention.start]
        if mention.start < title[1] or re.search(r"(?:^|\n)[^\S\n]*\($", before) is None:
            continue
        paper = mention.text.isupper() and " " not in mention.text and _GOES_ON.match(text, mention.end)
        return None if paper else mention
    return None


def signed(text: str, layout: Layout, agencies: list[OrganizationMention]) -> OrganizationMention | None:
    """Take the agency that stands in capitals on a line of its own at the close of a text without a head."""
    if layout.head is not None:
        return None
    low = max(len(text) // 2, len(text) - _SIGNED)
    closing = [
        m
        for m in agencies
        if m.start >= low and m.text.isupper() and fills_line(text, m)
        and not layout.boilerplate.overlaps(m.start, m.end)
    ]  # fmt: skip
    return closing[-1] if closing else None


_CLOSES = lazy(r"^\W{0,4}trên đây(?: là)?\s(?P<told>[^.;\n]{2,200})(?:\s(?P<own>của|do)|,(?: nay)?)\s$")
_SENDS = lazy(
    r"(?:\s(?:xin|kính|trân trọng))*\s(?:báo cáo|gửi|trình|đề nghị|thông báo|tổng hợp|trả lời|phúc đáp)(?!\w)"
)
_OTHERS = lazy(
    r"(?<!\w)(?:nghị quyết|kế hoạch|chỉ thị|quyết định|công văn|văn bản|chương trình|đề án|luật|kết luận"
    r"|chỉ đạo|yêu cầu|công điện|thông tư|nghị định|thuộc)(?!\w)"
)
"""Of what another body than the one that closes may be the author."""


def closing(text: str, layout: Layout, agencies: list[OrganizationMention]) -> OrganizationMention | None:
    """Take the agency that closes its words: ``Trên đây là nội dung trả lời của`` *Sở Y tế …*."""
    low = len(text) // 2
    for mention in reversed(agencies):
        if mention.start < low:
            break
        line = layout.folded.rfind("\n", low, mention.start) + 1
        match = _CLOSES.search(layout.folded[max(low, line) : mention.start])
        if match is None:
            continue
        behind = layout.folded[mention.end : mention.end + 2 * _LOOK]
        if match["own"] is None and _SENDS.match(behind):
            return mention
        if match["own"] is not None and behind[:1] in {"", ",", ".", ";", "/", "\n"}:
            return None if _OTHERS.search(match["told"]) else mention
    return None


def held_by_signer(
    text: str, layout: Layout, agencies: list[OrganizationMention]
) -> OrganizationMention | None:
    """Take the agency of who answers for the text in a line at its close: ``Soát tin: A - Giám đốc B``."""
    low = max(len(text) // 2, len(text) - _SIGNED)
    for mention in agencies:
        if mention.start < low or layout.boilerplate.overlaps(mention.start, mention.end):
            continue
        line = text[text.rfind("\n", low, mention.start) + 1 : mention.start]
        if _ANSWERS.fullmatch(line) and text[mention.end : mention.end + 1] in ("", "\n", "."):
            return mention
    return None


def signed_for(text: str, title: Where | None) -> OrganizationMention | None:
    """Take the committee that is signed for, if the title names its unit: ``TM. UBND XÃ``."""
    match = _FOR_COMMITTEE.search(text, max(len(text) // 2, len(text) - _SIGNED))
    if match is None or title is None:
        return None
    word = fold(match["level"]) + " "
    at = fold(text[title[0] : title[1]]).find(word)
    place = read_place(text, title[0] + at) if at >= 0 else None
    if place is None or not place.name:
        return None
    full = f"{place.word} {place.name}"
    start, end = match.span("body")
    return OrganizationMention(
        text=text[start:end], start=start, end=end, name=f"Ủy ban nhân dân {full}", place=full
    )
