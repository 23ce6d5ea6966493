"""Names by their place: bodies that no finder knows, where the text says that a body stands there.

``Vườn quốc gia Núi Chúa: Thả 12 cá thể …``, ``Theo Ban Quản lý dự án 85, …``.
"""

from __future__ import annotations

from itertools import pairwise

from vnreport.context.lead import LEAD, lead
from vnreport.context.lexicon import Where, openings, words
from vnreport.layout import Layout
from vnreport.mentions.organizations import read_at
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_TOPIC = lazy(r"(?P<name>[^\W\d_][^\n:;,.]{5,90}?)\s?:\s")
_QUOTED = lazy(
    r"(?i:theo|thông tin từ|tin từ)\s"
    r"(?i:(?:báo cáo|số liệu|thông tin|thống kê|đánh giá)\s(?:nhanh\s)?(?:của|từ)\s)?"
    r"(?P<name>[^\W\d_][^\n:;,.()]{5,90}?)(?=,\s|\s\()"
)
_HEADED = lazy(r"(?:^|[\s,])(?i:(?:phó )?trưởng) (?P<body>(?:phòng|ban|trạm|đội|đồn)) (?=[A-ZĐÀ-Ỹ])")
_SPEAKS = lazy(
    r",? ?(?:[A-ZĐ]\w*(?: [A-ZĐÀ-Ỹ]\w*){1,4},? )?(?:đã |cũng |vừa )?"
    r"(?:cho biết|cho hay|thông tin|khẳng định|chia sẻ|nói|đánh giá|nhấn mạnh|trao đổi)(?!\w)"
)
_WORD = lazy(r"\S+")
_NOBODY = ("ngành ", "vụ ", "đội tuyển ", "khối ")
_CLUSTER = "khối thi đua "
"""What opens names of bodies, and here of what is none."""
_MOST = 14
"""So many words a name has at most."""


def heading_name(
    text: str, found: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Give the body that the title names before its colon."""
    match = _TOPIC.match(text, *title) if title is not None else None
    return _named(text, found, match.span("name")) if match is not None else None


def quoted_name(
    text: str, layout: Layout, found: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Give the body that one of the first sentences behind the title says that it follows."""
    for sentence in lead(layout, title, LEAD):
        match = _QUOTED.match(text, sentence.start, sentence.end)
        name = _named(text, found, match.span("name")) if match is not None else None
        if name is not None:
            return name
    return None


def spoken_for(text: str, layout: Layout, title: Where | None) -> OrganizationMention | None:
    """Give the body whose head speaks in the first sentences: ``Trưởng`` *phòng Y tế …* ``cho biết``."""
    for sentence in lead(layout, title, LEAD + 1):
        for match in _HEADED.finditer(text, sentence.start, sentence.end):
            at = match.start("body")
            read = read_at(text[at].upper() + text[at + 1 : sentence.end], 0)
            if read is not None and _SPEAKS.match(text, at + read[1], sentence.end):
                end = at + read[1]
                return OrganizationMention(text=text[at:end], start=at, end=end, name=read[0])
    return None


def acting_name(
    text: str, found: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Give the body that opens the title before a verb: ``Chi bộ thị trấn Phước An`` *nâng cao*."""
    if title is None:
        return None
    parts = list(_WORD.finditer(text, *title))
    for before, part in pairwise(parts[: _MOST + 1]):
        if before[0][-1] in ",:;–-":
            return None
        if part[0] in words("verb") and (before[0][0].isupper() or before[0].isdecimal()):
            name = _named(text, found, (title[0], before.end()))
            if name is not None:
                return name
    return None


def _named(text: str, found: list[OrganizationMention], span: Where) -> OrganizationMention | None:
    """Give the body that a span names; None where it is no name: a proper noun or number tells one."""
    if any(mention.start == span[0] for mention in found):
        return None
    name = " ".join(text[slice(*span)].split())
    parts = name.split()
    folded = f"{fold(name)} "
    nobody = folded.startswith((*openings("phrase"), *_NOBODY)) and not folded.startswith(_CLUSTER)
    if not folded.startswith(openings("agency")) or nobody:
        return None
    told = [word for word in parts[2:] if word[0].isupper() or word[0].isdigit()]
    common = any(word[0].islower() for word in parts) or len(parts) > 3
    if not told or not common or len(parts) > _MOST or not parts[0][0].isupper():
        return None
    return OrganizationMention(text=text[slice(*span)], start=span[0], end=span[1], name=name)
