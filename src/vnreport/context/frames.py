"""Which time of the opening sets the frame of a report, and which is but told of in passing."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date, timedelta

from vnreport.context.lexicon import PAPER, Where, words
from vnreport.layout import Layout
from vnreport.patterns import lazy
from vnreport.report import TimeMention
from vnreport.text import fold

_LOOK = 24
_CLAUSE = 120
"""How far before a time the noun of what it dates is looked for."""
_MID_STRETCH = 45
"""Fewer days than so many are a stretch that a sentence may tell of in passing."""
_CHRONICLE = 2
"""So many other years that open sentences tell that a page goes from year to year."""
_SKIPPED = 20
"""So many lines behind the title may be of the page rather than of what it tells."""
_FIRST_WORDS = 14
_EDGES = ("đầu", "cuối", "giữa", "trước", "sau", "từ")
_HOLIDAYS = lazy(
    r"(?:\bngày|kỳ|dịp|đợt)\s(?:nghỉ|lễ|tết|ra\squân|cao\sđiểm)(?:\s[^\W_]+){0,6}\s?(?:\(|,)\s?(?:tính\s)?(?:từ\s)?(?:ngày\s)?$"
)
"""What a few days in brackets are told of: ``Trong 4 ngày nghỉ lễ (`` *từ ngày 01/9 đến ngày 04/9*."""
_EDGE = lazy(r"(?<!\w)(?:đầu|cuối|giữa|(?:thực hiện|diễn ra|tổ chức|tiến hành|xảy ra)\svào)\s+$")
"""What makes a month but that of one event: ``được thực hiện vào đầu`` *tháng 4*."""
_WEEK = lazy(r"(?<!\w)(?:tuần|kỳ|đợt|phiên|theo đó)(?!\w)")
_CHARGED = lazy(
    r"(?<!\w)(?:theo|tại|nội\s+dung)\s+(?:bản\s+)?(?:cáo\s+trạng|cáo\s+buộc|kết\s+luận\s+điều\s+tra|bản\s+án|hồ\s+sơ\s+vụ\s+án)"
)
"""What leads in the deeds that somebody is charged with, whose time is theirs."""
_CULPRITS = lazy(
    r"\s*,?\s(?:các\s|những\s|nhóm\s|hai\s|ba\s|\d{1,3}\s){0,2}(?:đối\s+tượng|bị\s+can|bị\s+cáo|nghi\s+phạm|kẻ\s+gian)(?:\s+(?:này|trên|đã)|(?=\s[^\W\d]))"
)
"""Whose deeds a time is of in the story of a case."""
_MARK = lazy(r"(?:^|\s)(?:[-–+•*]|(?:\d{1,2}(?:\.\d{1,2})*|[ivx]{1,5}|[a-zđ])[.)])\s*$")


def fits(layout: Layout, mention: TimeMention, strict: bool) -> bool:
    """Tell whether a time of the opening dates the report: it sets a frame, or is what is reviewed.

    In the text of an event or a rule only what is reviewed counts (``sơ kết 6 tháng đầu năm``).
    """
    sentence = layout.sentence_at(mention.start)
    if sentence is None:
        return False
    head = layout.text[max(sentence.start, mention.start - _CLAUSE) : mention.start]
    head = fold(PAPER.sub("", head, count=1) if PAPER.match(head) else head)
    if mention.grain != "year" and not within_two_years(mention):
        return mention.start_date < mention.end_date and _HOLIDAYS.search(head) is not None
    if _CHARGED.search(head) or _CULPRITS.match(layout.folded, mention.end):
        return False
    if noun_before(head, "review"):
        return True
    if strict or _EDGE.search(head):
        return False
    if mention.grain == "year":
        # "(2015: 6,87%, 2016: 6,56%)" lists years.
        named = not mention.text.isdecimal() and head.rfind("(") <= head.rfind(")")
        follows = head.removesuffix("trong ").endswith((", ", ": "))
        edge = head.rstrip().endswith(_EDGES)  # "Đầu năm 2016, …" is of a day
        return (named and follows) or (len(head) <= len("Trong ") and not edge)
    bare = _MARK.sub("", head).strip(' (“"')
    behind = layout.text[mention.end : mention.end + 1]
    bare = "" if bare == "kể" else bare  # "Kể" *từ 01/7 đến hết 08/10*", …"
    told = bare.rpartition(" ")[2] in words("edge")  # "khởi công vào" *tháng 8/2012*", do …"
    opens = not bare or bare[-1] in ",;:" or (behind == "," and not told)
    return opens or bare.rpartition(" ")[2] in words("within") or noun_before(head, "tell")


def noun_before(head: str, kind: str) -> bool:
    """Tell whether a word of a class stands before a time, with no number between."""
    for word in words(kind):
        at = head.rfind(word)
        if at >= 0 and not any(c.isdigit() for c in head[at:]):
            return True
    return False


def within_two_years(mention: TimeMention) -> bool:
    """Tell whether a stretch is as long as reports cover: a week to two years."""
    return 5 <= (mention.end_date - mention.start_date).days < 732


def opening_years(layout: Layout, spans: list[TimeMention]) -> set[int]:
    """Give the years that sentences open with."""
    return {m.end_date.year for m in spans if m.grain == "year" and _opens_sentence(layout, m)}


def passing(layout: Layout, mention: TimeMention, years: set[int], title: Where | None) -> bool:
    """Tell whether some days or a year are but those of what one sentence of a page tells.

    ``Năm 2012, hợp tác xã ra đời. Năm 2013, …`` goes on to other years. Days are those of the page where
    its first sentence names them (``Từ ngày 05 đến ngày 20/5, đội đã kiểm tra …``), not a later one.
    """
    if mention.grain == "year":
        return len(years - {mention.end_date.year}) >= _CHRONICLE
    stretch = mention.grain == "interval" and any(map(str.isdigit, mention.text.partition(" đến ")[0]))
    days = (mention.end_date - mention.start_date).days
    if not stretch or days >= _MID_STRETCH or (mention.start_date.day == 1 and _ends_month(mention.end_date)):
        return False
    sentence = layout.sentence_at(mention.start)
    if sentence is None or mention.start < _behind_first(layout, title):
        return False
    head = fold(layout.text[sentence.start : mention.start])
    told = noun_before(head, "tell") or noun_before(head, "review") or _WEEK.search(head) is not None
    return not told and "(" not in head[-_LOOK:]


def _behind_first(layout: Layout, title: Where | None) -> int:
    """Give where the first sentence behind the title ends."""
    after = title[1] if title else 0
    at = bisect_left(layout.sentences, after, key=lambda s: s.start)
    for sentence in layout.sentences[at : at + _SKIPPED]:
        if not layout.boilerplate.overlaps(sentence.start, sentence.end):
            return sentence.end
    return after


def _opens_sentence(layout: Layout, mention: TimeMention) -> bool:
    """Tell whether a time stands at the head of its sentence, a word or two before it at most."""
    sentence = layout.sentence_at(mention.start)
    return sentence is not None and mention.start - sentence.start < _FIRST_WORDS


def _ends_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
