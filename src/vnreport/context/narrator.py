"""Who a text is told by: the agency that its first sentences quote, or that acts in them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from vnreport.context.lead import LEAD, lead
from vnreport.context.lexicon import Where, openings, words
from vnreport.context.speech import is_object, is_source
from vnreport.gazetteer import PlaceSpan, read_place
from vnreport.layout import Layout
from vnreport.names import UPPER
from vnreport.patterns import lazy
from vnreport.report import OrganizationMention
from vnreport.text import fold

_LOOK = 24
_CONTACT = lazy(
    r"[^.;\n]{0,24}?(?:điện thoại|đt|đường dây nóng|số máy|email)(?:\s?:|\s\d|\sliên hệ)|\strực\s\d"
)
"""What follows the agency that may be called."""
_OWN = lazy(r"\n[^\w\n]*(?:[\divx]{1,4}[.)]\s)?(?:kết quả\s)?(?:hoạt động|công tác)\scủa\s$")
"""What heads the part on an agency's own work."""
_CLAUSE = 200
"""How long the clause before the subject of a sentence may be."""
_REPORTS = lazy(
    r"\s(?:(?:xin|kính|trân trọng|nghiêm túc|tiến hành)\s)*(?:báo cáo|tổng hợp)(?!\w)"
    r"[^.;:\n]*?\s(?:như sau|sau đây)"
)
_OPENING = 2000
"""How far below the title the agency says that it reports."""
_IS = lazy(r"\s(?:(?:hiện|đã|đang)\s)?(?:có|là|đạt|tăng)(?!\w)")
"""What says how a unit stands, not what its committee does."""
_HELPED = lazy(
    r"(?<!\w)(?:sự|được|nhờ|dưới)(?:\s[^\W\d_]+){0,4}?"
    r"\s(?:quan tâm|chỉ đạo|lãnh đạo|giúp đỡ|hỗ trợ|ủng hộ|phối hợp)"
    r"[^.;:\n]{0,160}\s(?:của|,|và|với|giữa|các)?[^.;:\n]{0,40}$"
)
"""Whose help others had: ``được sự quan tâm của`` *Tỉnh ủy, UBND tỉnh*."""
_SET = lazy(r"(?:dự toán|kế hoạch|chỉ tiêu|nghị quyết)(?:\s(?:năm|do))?\s$")
"""What others are told to reach: ``đạt 58% dự toán`` *HĐND tỉnh* ``giao``."""
_HOSTED = lazy(
    r"(?:hội nghị|buổi|lễ|hội thảo|kỳ họp|cuộc|đợt|chương trình|hội thi|lớp|đoàn|tổ công tác)"
    r"\s[^.:\n]*\sdo\s$"
)
_HOSTS = lazy(
    r"(?:\s\([^()\n]{2,20}\)(?:\s[^\W\d_]+){0,3}?)?"
    r"\s(?:vừa\s|đã\s)?(?:phối hợp\s[^.;:\n]{0,80})?(?:tổ chức|chủ trì|phát động|làm trưởng đoàn)(?!\w)"
)
"""``Đó là mục tiêu của hội nghị sơ kết do`` *Ban Dân tộc* ``tổ chức``."""
_NTH = lazy(r"\s(?:\([^()\n]{2,30}\)\s)?(?:lần thứ|lần|khóa|khoá|mở rộng|thường kỳ|phiên thứ)(?!\w)")
"""What follows the body whose sitting is told of: ``Hội nghị Ban Chấp hành Đảng bộ …`` *lần thứ 21*."""
_GUESTS = lazy(
    r"(?:(?:cùng |tham |đến )?dự|cùng (?:đi|làm việc|tham gia|có mặt)|tham gia (?:buổi|đoàn|hội nghị|cuộc)"
    r"|tiếp và làm việc|có mặt|về phía|thành phần)"
    r"(?:\s[^.;:\n]*)?\s?(?:có|gồm|:)\s"
)
"""``Dự buổi làm việc có đại diện`` *Sở Y tế, UBND huyện*: they are guests."""
_ITEM = lazy(r"\s?:?\s\d")
"""What follows an agency in a list of amounts: ``Hội Nông dân`` *776 tỷ đồng*; it tells nothing."""
_AND_OTHERS = lazy(r",? và các (?:tổ chức|đoàn thể|ban,? ngành|hội|cơ quan|ngành)(?!\w)")
"""``Mặt trận Tổ quốc`` *và các tổ chức chính trị - xã hội*: bodies of no place, named together."""
_ENOUGH = 3
"""So much an agency must act that the text is surely about it."""
_TOLD = 4
"""What it counts that a sentence tells what an agency says."""
_FIELD = 5
"""What it counts that the title is of an agency's field."""


def leading(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that the first sentences behind the title quote or tell something of."""
    for sentence in lead(layout, title, LEAD):
        inside = [m for m in agencies if sentence.start <= m.start < sentence.end]
        for index, mention in enumerate(inside):
            if is_source(text, mention):
                return _part_of(text, inside[: index + 1])
        first = next((m for m in inside if not is_object(text, m)), None)
        if (
            first is not None
            and _acts(text, _last_of(text, inside, first))
            and _opens(text, sentence.start, first)
        ):
            return _owner(text, inside, first)
        host = next((m for m in inside if _is_host(text, m)), None)
        if host is not None:
            return host
    return None


def quoted_first(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that the first sentence behind the title quotes."""
    for sentence in lead(layout, title, 1):
        inside = [m for m in agencies if sentence.start <= m.start < sentence.end]
        if inside and is_source(text, inside[0]):
            return inside[0]
    return None


def _is_host(text: str, mention: OrganizationMention) -> bool:
    before = fold(text[max(0, mention.start - _CLAUSE - _LOOK) : mention.start])
    after = fold(text[mention.end : mention.end + _CLAUSE])
    if before.endswith(openings("session")) and _NTH.match(after) is not None:
        return True
    return _HOSTED.search(before) is not None and _HOSTS.match(after) is not None


def _owner(text: str, agencies: list[OrganizationMention], first: OrganizationMention) -> OrganizationMention:
    """Give the body that a team is of, which is nobody without it: ``Đoàn Thanh tra thuộc`` *Sở Y tế*."""
    if not f"{fold(first.name)} ".startswith(openings("team")):
        return first
    behind = (m for m in agencies if m.start > first.end)
    return next((m for m in behind if text[first.end : m.start].strip() in ("thuộc", "của")), first)


def reporting(
    text: str, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the agency that says of itself that it reports: ``… báo cáo kết quả như sau:``."""
    after = title[1] if title else 0
    for mention in agencies:
        if mention.start > after + _OPENING:
            break
        heard = fold(text[max(after, mention.start - _LOOK) : mention.start]).endswith("nghe ")
        if (
            mention.start >= after
            and not heard  # "Sau khi nghe Sở Y tế báo cáo, …, Chủ tịch kết luận như sau"
            and _REPORTS.match(fold(text[mention.end : mention.end + 2 * _CLAUSE]))
        ):
            return mention
    return None


def _part_of(text: str, agencies: list[OrganizationMention]) -> OrganizationMention:
    """Give the part that the last of some agencies is named with: ``Cục Cảnh sát giao thông Bộ Công an``."""
    *before, part = agencies
    for mention in reversed(before):
        if not _is_part(text, mention, part):
            break
        part = mention
    return part


def _is_part(text: str, mention: OrganizationMention, owner: OrganizationMention) -> bool:
    between = text[mention.end : owner.start]
    return len(between) < _LOOK and between.strip() in ("", "thuộc", "-", "–", "(")


def _last_of(
    text: str, agencies: list[OrganizationMention], first: OrganizationMention
) -> OrganizationMention:
    """Give the last agency of the coordination that the first begins: ``Sở Y tế, Công an tỉnh``."""
    last = first
    for mention in agencies:
        if mention.start > last.end and text[last.end : mention.start].strip() in (",", "và", ", và"):
            last = mention
    return last


def acting(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Find the agency that the text is about: it opens sentences and acts, and the title is of its field."""
    topic = fold(text[title[0] : title[1]]) if title else ""
    scores: Counter[str] = Counter()
    firsts: dict[str, OrganizationMention] = {}
    before: OrganizationMention | None = None
    for mention in agencies:
        firsts.setdefault(mention.name, mention)
        part = before if before is not None and _is_part(text, before, mention) else mention
        scores[part.name] += _activity(text, layout, mention)
        before = mention
    raw = dict(scores)
    for name in scores:
        folded = fold(name)
        field = " ".join(folded.split()[1:])
        if len(field) > 5 and field in topic:
            scores[name] += _FIELD
        if folded.startswith(openings("unit")):
            scores[name] -= _TOLD
    able = [name for name in scores if scores[name] >= _ENOUGH]
    if not able:
        # Nobody acts as much; then a body below another is as good as one above.
        scores, able = Counter(raw), [name for name in raw if raw[name] > 0]
    below = [name for name in able if not _is_superior(fold(name))]
    best = max(below or able, key=lambda name: (scores[name], -firsts[name].start), default=None)
    return firsts[best] if best is not None else None


def acting_units(text: str, layout: Layout, title: Where | None) -> Iterator[PlaceSpan]:
    """Give the districts and communes that the first sentences behind the title say to act."""
    for sentence in lead(layout, title, LEAD):
        for match in _subject_unit().finditer(
            text, sentence.start, min(sentence.end, sentence.start + _CLAUSE)
        ):
            place = read_place(text, match.start("unit"))
            before = text[sentence.start : match.start("unit")].rstrip()
            opens = not before or before.endswith(",")
            if place is None or not place.name or any(u.level == "province" for u in place.candidates):
                continue
            if opens and _does(text, place.end) and not _IS.match(fold(text[place.end : place.end + _LOOK])):
                yield place


def of_levels(text: str, layout: Layout, title: Where | None) -> tuple[Where, str] | None:
    """Find the society whose branches the first sentences say to act: ``các cấp`` *Hội …* ``trong tỉnh``.

    Returns:
        Its span, and the name of the body that leads them: ``Hội Nông dân tỉnh``.
    """
    for sentence in lead(layout, title, LEAD):
        high = min(sentence.end, sentence.start + _CLAUSE)
        for match in _BRANCHES.finditer(text, sentence.start, high):
            before = text[sentence.start : match.start()].rstrip()
            if (not before or before.endswith((",", "-", "–", ")"))) and _does(text, match.end()):
                body = match["body"][0].upper() + match["body"][1:]
                leader = "Liên đoàn Lao động" if fold(body) == "công đoàn" else body
                return match.span("body"), f"{leader} {match['level']}"
    return None


_BRANCHES = lazy(
    r"(?<!\w)[Cc]ác cấp (?P<body>[Cc]ông đoàn|[Hh]ội (?:[^\W\d_]+ ){1,4}?[^\W\d_]+)"
    r" (?:(?:trong|toàn|trên địa bàn|của) )+(?P<level>tỉnh|huyện|thành phố|thị xã|quận|xã|phường)(?= )"
)


def sector(text: str, layout: Layout, title: Where | None) -> tuple[Where, str, str] | None:
    """Find the sector of a unit that the first sentences say to act: ``ngành Thanh tra tỉnh Kon Tum đã …``.

    Returns:
        Its span, the name of the body that leads it, and the unit.
    """
    for sentence in lead(layout, title, LEAD):
        for match in _SECTOR.finditer(text, sentence.start, min(sentence.end, sentence.start + _CLAUSE)):
            place = read_place(text, match.start("unit"))
            before = text[sentence.start : match.start()].rstrip()
            named = place is not None and bool(place.name)
            if (before and not before.endswith(",")) or not (named or match["bare"]):
                continue
            end = place.end if place is not None and named else match.end()
            unit = f"{place.word} {place.name}" if place is not None and named else fold(match["bare"])
            if _does(text, end):
                leader = _LEADERS[" ".join(fold(match["body"]).split()[:2])]
                return (match.start("body"), end), f"{leader} {unit}", unit
    return None


_SECTOR = lazy(
    r"(?<!\w)(?:toàn )?ngành "
    r"(?P<body>thanh tra|(?:viện )?kiểm sát(?: nhân dân)?|t(?:òa|oà) án(?: nhân dân)?) "
    r"(?:hai cấp |2 cấp )?(?P<unit>(?P<bare>tỉnh|huyện)|thành phố|TP\.?|quận|thị xã)(?= )",
    re.IGNORECASE,
)
_LEADERS = {
    "thanh tra": "Thanh tra",
    "kiểm sát": "Viện kiểm sát nhân dân",
    "viện kiểm": "Viện kiểm sát nhân dân",
    "tòa án": "Tòa án nhân dân",
    "toà án": "Tòa án nhân dân",
}
"""The bodies by which a sector is known, one in each unit."""
_AMOUNTS = lazy(
    r"(?<!\w)(?:doanh số|dư nợ|doanh thu|nguồn vốn|tổng số vốn|tổng vốn|"
    r"tổng thu|tổng chi|số thu|lợi nhuận|sản lượng|kim ngạch)"
    r"[^.;:\n]{0,100}\scủa\s$"
)
_AMOUNT = lazy(r"\d ?(?:tỷ|tỉ|triệu|%)")
_AMOUNT_TO = lazy(r"(?: ước)?(?: thực hiện)?(?: đã)? (?:đạt|là|tăng|giảm|lên)(?!\w)")


def owner_of_figures(
    text: str, layout: Layout, agencies: list[OrganizationMention], title: Where | None
) -> OrganizationMention | None:
    """Take the body whose figures the first sentence gives: ``Tổng dư nợ của`` *Ngân hàng …* ``đạt …``."""
    after = title[1] if title else 0
    for mention in agencies:
        if mention.start < after or layout.boilerplate.overlaps(mention.start, mention.end):
            continue
        before = fold(text[max(after, mention.start - _CLAUSE) : mention.start])
        if _AMOUNTS.search(before) and _AMOUNT_TO.match(fold(text[mention.end : mention.end + _LOOK])):
            # Where other figures come first, it is one of those that the text tells of.
            sentence = layout.sentence_at(mention.start)
            opens = sentence.start if sentence is not None else mention.start
            return mention if _AMOUNT.search(text, after, opens) is None else None
    return None


@cache
def _subject_unit() -> re.Pattern[str]:
    levels = "|".join(word for word in words("level") if word != "tỉnh")
    return re.compile(rf"(?<![^\W_])(?P<unit>(?i:{levels}))\s(?=[{UPPER}])")


def _is_superior(name: str) -> bool:
    """Tell whether a body is one that others report to: a committee, a ministry, one of the whole country."""
    return f"{name} ".startswith(openings("superior")) or name.endswith(words("whole"))


def _activity(text: str, layout: Layout, mention: OrganizationMention) -> int:
    """Rate how much a mention is the subject of its sentence."""
    if is_source(text, mention):
        return _TOLD
    if _OWN.search(fold(text[max(0, mention.start - 2 * _LOOK) : mention.start])):
        return _TOLD + _FIELD
    before = fold(text[max(0, mention.start - _CLAUSE) : mention.start])
    if (
        is_object(text, mention)
        or before.endswith("(")
        or _SET.search(before)
        or _HELPED.search(before)
        or _is_guest(layout, mention)
        or _ITEM.match(text, mention.end)
        or _AND_OTHERS.match(text, mention.end)
    ):
        return 0
    if _CONTACT.match(fold(text[mention.end : mention.end + 2 * _LOOK])):
        return _TOLD + _FIELD
    rate = 1
    sentence = layout.sentence_at(mention.start)
    if sentence is not None and _opens(text, sentence.start, mention):
        rate += 2
    if _acts(text, mention):
        rate += 2
    return rate


def _is_guest(layout: Layout, mention: OrganizationMention) -> bool:
    """Tell whether a mention stands in a sentence that says who was there."""
    sentence = layout.sentence_at(mention.start)
    opens = sentence is not None and _GUESTS.match(layout.folded, sentence.start, mention.start)
    return bool(opens)


def _acts(text: str, mention: OrganizationMention) -> bool:
    """Tell whether a verb of what agencies do follows a mention, adverbs aside."""
    return _does(text, mention.end)


_SEAT = lazy(
    rf", (?:tỉnh|[Tt]hành phố|TP\.?|huyện|quận|thị xã)"
    rf" [{UPPER}]\w*(?: [{UPPER}]\w*){{0,3}}(?:, (?=[^\W\d_]))?"
)
"""The unit that an agency is in, behind a comma: ``Phòng Y tế huyện Mỹ Đức`` *, thành phố Hà Nội*."""


def _does(text: str, end: int) -> bool:
    seat = _SEAT.match(text, end)
    end = seat.end() if seat else end
    following = fold(text[end : end + 2 * _LOOK]).split()
    while following and following[0] in words("adverb"):
        following = following[1:]
    return bool(following) and following[0] in words("verb")


def _opens(text: str, start: int, mention: OrganizationMention) -> bool:
    """Tell whether a mention is what its sentence begins with, but for a time or clause and a comma.

    ``Sáng 5/3, UBND tỉnh …``, ``Thực hiện kế hoạch của huyện, Công an xã …``.
    """
    before = text[start : mention.start].rstrip()
    return len(before) <= _LOOK or (len(before) <= _CLAUSE and before.endswith(","))
