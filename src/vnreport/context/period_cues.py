"""What stands around a time, or opens a title, that tells whether a report is of that time."""

from __future__ import annotations

import re

from vnreport.context.frames import noun_before
from vnreport.context.lexicon import Where, openings, words
from vnreport.patterns import lazy
from vnreport.report import TimeMention
from vnreport.text import fold

LOOK = 24
CLAUSE = 120
"""How far before a time the noun of what it dates is looked for."""
_AHEAD = 80
"""How far behind a time a word that puts it ahead is looked for."""
COUNT = lazy(r"(?<!\d)(?<!kỷ niệm )(\d{1,2}) (tháng|năm)(?!\w| \d)")
"""A count of months or years that no year stands behind."""
_BACK = lazy(r"(?:năm|tháng|quý|quí|tuần)(?: học)?(?: liền)? (?:ngoái|trước)")
_EARLY = lazy(r"(?<!\w)(?:trước|sau|sớm|sớm hơn|chậm|muộn)\s+$")
_EFFORT = lazy(r"(?<=nỗ lực) phấn đấu(?= của| không)|(?<=sự) phấn đấu")
"""Who has striven, not what is striven for: ``với sự nỗ lực`` *phấn đấu* ``của các cấp``."""
_HORIZON = lazy(r"(?<!\w)(?:tầm\s+nhìn|định\s+hướng|hướng)\s+(?:(?:cho|tới|đến)\s+){0,2}$")
_BY_THEN = lazy(r"(?<!\w)(?:đến|tới)\s+(?:hết\s+|cuối\s+)?$")
_CONGRESS = lazy(
    r"(?<!nghị quyết )(?<!\w)đại\s+hội\s(?P<between>(?:(?!nhiệm\s+kỳ)[^.;:]){0,110})"
    r"(?<!\w)nhiệm\s+kỳ\s+\d{4}\s*[-–]\s*\d{2,4}$"
)
"""The term that a congress opens, of which nothing can be told yet."""
_FROM = lazy(r"(?<!\w)(?:từ|kể từ)\s(?:đầu\s|cuối\s|sau\s|giữa\s)?$")


_WILL = lazy(r"(?<!\w)sẽ\s[^.;:,\n\d]{1,80}\s(?:vào|trong|đến)\s(?:đầu\s|cuối\s|hết\s)?$")
"""What puts the time behind it ahead: ``đề án sẽ trình trong`` *quý III*."""
_ASIDE = lazy(r"(?<!\w)(?:được\sbiết|được\sbiết\sthêm|trước\sđó|liên\squan),?\s(?:trong\s|từ\s)?$")
_EACH_YEAR = lazy(r"\s(?:hàng|hằng|mỗi)\snăm(?!\w)")
_PENALTY = lazy(
    r"(?<!\w)(?:cấm|phạt|giam|giữ|tước|đình\schỉ|thời\shạn|gia\shạn|bảo\shành|tù|hoãn|nghỉ)"
    r"(?:\s[^\W\d_]+){0,3}\s$"
)
"""What gives something a length, no report: ``cấm bay`` *12 tháng*."""
_SHAREHOLDERS = lazy(
    r"đại\s+hội\s+(?:đồng\s+)?(?:cổ\s+đông|thành\s+viên|xã\s+viên)"
    r"(?:\s+(?:thường\s+niên|bất\s+thường|lần\s+thứ\s+\w+|lần\s+\w+))*,?\s*$"
)
"""The meeting that hears in its year what the year before brought."""

_LIFE = 60
"""More years than so many no report looks back on."""
_QUOTES = str.maketrans('“”"‘’', "     ")


def of_a_meeting(text: str, mention: TimeMention) -> bool:
    """Tell whether a year is that of a meeting of members: ``Đại hội đồng cổ đông`` *năm 2016*."""
    before = fold(text[max(0, mention.start - CLAUSE) : mention.start])
    return mention.grain == "year" and _SHAREHOLDERS.search(before) is not None


def each_year(text: str, mention: TimeMention) -> bool:
    """Tell whether a time comes back every year: *Tháng 3* ``hằng năm``."""
    return _EACH_YEAR.match(fold(text[mention.end : mention.end + LOOK])) is not None


def counted_in(text: str, title: Where) -> re.Match[str] | None:
    """Find the months or years that a title counts and reports on, not the length of a penalty."""
    folded = fold(text[title[0] : title[1]])
    count = COUNT.search(folded)
    return count if count is None or _PENALTY.search(folded[: count.start()]) is None else None


def since(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is but the start of one that runs on: ``Từ năm 2005`` *đến nay*."""
    behind = fold(text[mention.end : mention.end + LOOK]).lstrip(" ,")
    if not behind.startswith(("đến nay", "tới nay", "trở lại đây")):
        return False
    return _opened(text, mention) or fold(mention.text).startswith("từ ")


def horizon(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is how far a plan looks: ``… đến năm 2025, tầm nhìn đến`` *năm 2030*."""
    return _HORIZON.search(fold(text[max(0, mention.start - LOOK) : mention.start])) is not None


def aside(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is of what a page adds: ``Được biết,`` *4 tháng đầu năm 2011* ``, …``."""
    return _ASIDE.search(fold(text[max(0, mention.start - LOOK) : mention.start])) is not None


def by_then(text: str, mention: TimeMention) -> bool:
    """Tell whether something is to be reached by a time: ``Kế hoạch phát triển … đến`` *năm 2025*."""
    return _BY_THEN.search(fold(text[max(0, mention.start - LOOK) : mention.start])) is not None


def passed(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is the one before (``năm ngoái``) or a mere beginning (``từ tháng 7/2016``)."""
    if mention.grain in {"month", "quarter", "year"} and _opened(text, mention):
        return True
    return _BACK.fullmatch(fold(mention.text)) is not None


def _opened(text: str, mention: TimeMention) -> bool:
    return _FROM.search(fold(text[max(0, mention.start - LOOK) : mention.start])) is not None


def ahead_of(text: str, mention: TimeMention) -> bool:
    """Tell whether a count says how far from its time something is: ``về đích trước 2 tháng``."""
    counted = COUNT.fullmatch(fold(mention.text)) is not None
    return counted and _EARLY.search(fold(text[max(0, mention.start - 12) : mention.start])) is not None


def and_whole(between: str) -> bool:
    """Tell whether a year is joined to the part of it before it: ``quý IV`` *và cả* ``năm 2019``."""
    return fold(between).strip(" ,") in {"và", "và cả", "cả"}


def of_a_term(text: str, mention: TimeMention) -> bool:
    """Tell whether a time is the term that a council is elected for: ``đại biểu … nhiệm kỳ 2026 - 2031``."""
    before = fold(text[max(0, mention.start - CLAUSE) : mention.end])
    congress = _CONGRESS.search(before)
    if congress is not None and not noun_before(congress["between"], "tell"):
        return True
    at = before.rfind("nhiệm kỳ")
    own = before[at : len(before) - (mention.end - mention.start)] if at >= 0 else ""
    if at < 0 or "\n" in before[at:] or any(map(str.isdigit, own)):
        return False
    chosen = re.split(r"[.:;]\s|\n\n", before[:at])[-1].replace("đại hội đại biểu", "đại hội")
    return any(word in chosen for word in words("elected"))


def planned(text: str, mention: TimeMention) -> bool:
    """Tell whether a period is one to come (``nhiệm vụ 6 tháng cuối năm``) or compared with (``cùng kỳ``).

    What has been done of plans is not to come: ``kết quả thực hiện nhiệm vụ năm 2025``.
    """
    before = fold(text[max(0, mention.start - CLAUSE) : mention.start])
    if fold(mention.text).startswith("cùng") or before.rstrip().endswith(words("compared")):
        return True
    if any(f" {word} " in _clause_behind(text, mention) for word in words("ahead")) or _WILL.search(before):
        return True
    plan = max((before.rfind(word) for word in words("plan")), default=-1)
    if plan >= 0 and "\n" in before[plan:] and before[:plan].rstrip().endswith(("%", "vượt")):
        return False  # The title tells what has been reached of a plan.
    if plan < max(before.rfind("sơ kết"), before.rfind("tổng kết")):
        return False
    if plan < 0 or any(c in ".;:" or c.isdigit() for c in before[plan:]):
        return False
    done = max(((before.rfind(word, 0, plan), len(word)) for word in words("done")), default=(-1, 0))
    between = before[done[0] + done[1] : plan] if done[0] >= 0 else ","
    return "," in between or " và " in between or len(between) > LOOK


def quoted(text: str, mention: TimeMention, title: Where | None) -> bool:
    """Tell whether a time stands in the quotation marks of a title."""
    before = text[title[0] if title else mention.start : mention.start]
    return before.count("“") > before.count("”") or ("“" not in before and before.count('"') % 2 == 1)


def _clause_behind(text: str, mention: TimeMention) -> str:
    """Give the words behind a time, to the end of its clause or of the one it opens."""
    behind = fold(text[mention.end : mention.end + _AHEAD])
    framing = behind.startswith(",")
    return _EFFORT.sub("", f"{re.split('[.;:,]', behind[framing:], maxsplit=1)[0]} ")


def is_kind(text: str, title: Where | None, kind: str) -> bool:
    """Tell whether the title opens with a word of a class (``rule``, ``scheme``)."""
    words_of_title = fold(text[title[0] : title[1]]).split() if title else []
    return " ".join(words_of_title).startswith(openings(kind))


def behind_colon(text: str, title: Where) -> Where:
    """Give the part of a title behind whose it is: ``Đà Nẵng:`` *Cập nhật tình hình …*."""
    at = text.find(": ", title[0], title[1])
    return (at + 2, title[1]) if at >= 0 else title


def is_event(text: str, title: Where | None) -> bool:
    """Tell whether the title tells of an event: a festival, a session, a visit."""
    folded = f" {fold(text[title[0] : title[1]]).translate(_QUOTES)} " if title else ""
    return any(f" {word} " in folded for word in words("event"))


def is_answer(text: str, title: Where | None) -> bool:
    """Tell whether the title is that of answers to questions, of voters or deputies."""
    folded = f" {fold(text[title[0] : title[1]])} " if title else ""
    return any(f" {word} " in folded for word in words("answer"))


def is_lifetime(mention: TimeMention) -> bool:
    """Tell whether two days are those of somebody's life or an anniversary: ``(02/3/1901 - 02/3/2021)``."""
    years = mention.end_date.year - mention.start_date.year
    same = f"{mention.start_date:%m%d}" == f"{mention.end_date:%m%d}"
    return mention.grain == "interval" and (years > _LIFE or (same and years > 0))
