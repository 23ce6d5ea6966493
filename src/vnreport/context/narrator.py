"""Who a text is told by: the agency that its first sentences quote, or that acts in them."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from vnreport.context.lexicon import Where, openings, words
from vnreport.layout import Layout
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
_LEAD = 2
"""The lead of an article: so many sentences."""
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
    after = title[1] if title else 0
    seen = 0
    for sentence in layout.sentences:
        if sentence.start < after or layout.boilerplate.overlaps(sentence.start, sentence.end):
            continue
        seen += 1
        inside = [m for m in agencies if sentence.start <= m.start < sentence.end]
        for index, mention in enumerate(inside):
            if is_source(text, mention):
                part = inside[index - 1] if index else mention
                return part if text[part.end : mention.start].strip() == "thuộc" else mention
        first = next((m for m in inside if not is_object(text, m)), None)
        if (
            first is not None
            and _acts(text, _last_of(text, inside, first))
            and _opens(text, sentence.start, first)
        ):
            return first
        if seen == _LEAD:
            break
    return None


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
    for mention in agencies:
        firsts.setdefault(mention.name, mention)
        scores[mention.name] += _activity(text, layout, mention)
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


def _is_superior(name: str) -> bool:
    """Tell whether a body is one that others report to: a committee, a ministry, one of the whole country."""
    return f"{name} ".startswith(openings("superior")) or name.endswith(words("whole"))


def _activity(text: str, layout: Layout, mention: OrganizationMention) -> int:
    """Rate how much a mention is the subject of its sentence."""
    if is_source(text, mention):
        return _TOLD
    if _OWN.search(fold(text[max(0, mention.start - 2 * _LOOK) : mention.start])):
        return _TOLD + _FIELD
    if is_object(text, mention) or text[: mention.start].endswith("("):
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


def _acts(text: str, mention: OrganizationMention) -> bool:
    """Tell whether a verb of what agencies do follows a mention, adverbs aside."""
    following = fold(text[mention.end : mention.end + 2 * _LOOK]).split()
    while following and following[0] in words("adverb"):
        following = following[1:]
    return bool(following) and following[0] in words("verb")


def _opens(text: str, start: int, mention: OrganizationMention) -> bool:
    """Tell whether a mention is what its sentence begins with, but for a time or clause and a comma.

    ``Sáng 5/3, UBND tỉnh …``, ``Thực hiện kế hoạch của huyện, Công an xã …``.
    """
    before = text[start : mention.start].rstrip()
    return len(before) <= _LOOK or (len(before) <= _CLAUSE and before.endswith(","))


@cache
def _account() -> re.Pattern[str]:
    """What stands before an agency that is quoted: ``theo``, ``theo báo cáo nhanh của``, ``thông tin từ``."""
    accounts = "|".join(sorted(map(re.escape, words("account")), key=len, reverse=True))
    return re.compile(
        rf"(?<!\w)(?:(?P<bare>theo)|(?:theo\s)?(?:{accounts})(?:\s[^\W\d_]+){{0,2}}?\s(?:của|từ|do))\s$"
    )


def is_source(text: str, mention: OrganizationMention) -> bool:
    """Tell whether a sentence tells what an agency says: ``Theo UBND xã …,``, ``Thông tin từ Sở Y tế``."""
    behind = fold(text[mention.end : mention.end + _LOOK])
    if behind.startswith(tuple(f" {word}" for word in words("says"))) and not is_object(text, mention):
        return True
    match = _account().search(fold(text[max(0, mention.start - 2 * _LOOK) : mention.start]))
    if match is None:
        return False
    # "Theo Sở Y tế, …" quotes; "theo Sở Y tế tỉnh quy định" may not.
    return match["bare"] is None or behind.startswith((",", ":"))


def is_object(text: str, mention: OrganizationMention) -> bool:
    """Tell whether the word before a mention makes it the object of another's deed."""
    before = fold(text[max(0, mention.start - _LOOK) : mention.start]).split()
    return bool(before) and before[-1] in words("object")
