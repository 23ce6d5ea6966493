"""Numbers named by the list that they stand in: by what leads it in, by a label, by the last in the unit."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import islice

from vnreport.facts import subjects
from vnreport.facts.edges import trim
from vnreport.facts.governors import Governor
from vnreport.facts.held import WIDTH, Clause
from vnreport.facts.matters import is_matter
from vnreport.facts.narrowing import Left, phrase_before
from vnreport.facts.numeric import Numeric, unit_of
from vnreport.facts.scope import Scope
from vnreport.facts.words import (
    acting_noun,
    action_verbs,
    column,
    indicator_head,
    phrase_pattern,
    phrase_words,
)
from vnreport.patterns import lazy
from vnreport.report import (
    AnyMention,
    Measurement,
    MoneyMention,
    OrganizationMention,
    PlaceMention,
    QuantityMention,
)

_TOPIC = 6
"""The longest label that tells what a line is about, in words."""
_SHORT = 4
"""The longest label that says only what differs, in words."""
LEANT_ON = 60
"""How many of the last numbers one leans on: enough for any list that a person reads."""
_ITEM = lazy(r"[^()]{0,40}\)\s*(?:[,;]|và)\s*(?:và\s+)?(?P<label>[^\W\d_][^(),;:\d]{2,60}?)\s*\(")
"""The next item of a list behind one whose number stands in brackets."""
_FIRST = lazy(
    r"(?<![^\W_])(?:chủ\s+yếu(?:\s+là)?|nhất\s+là|gồm|như|cụ\s+thể(?:\s+là)?)\s*:?\s+(?P<label>[^\W\d_][^(),;:\d]{1,60}?)\s*\(\s*$"
)
_NEXT = lazy(r"\)\s*(?:[,;]|và)\s*[^\W\d_][^(),;:\d]{1,60}\(\s*\d")


@dataclass(frozen=True, slots=True)
class Reading:
    """A number on its way to a measurement."""

    scope: Scope
    mention: Numeric
    clause: Clause
    left: Left
    governor: Governor | None
    around: list[Measurement]
    """What the sentence before stated, or the one that announces the list."""


def own_label(reading: Reading, facts: list[Measurement]) -> str:
    """Give the label that a count alone follows: ``Học sinh bỏ học: cả năm có`` *1.702 em*, or nothing."""
    scope, start = reading.scope, reading.clause.start
    colon = scope.folded.rfind(":", max(start, reading.left.end - WIDTH), reading.mention.start)
    if colon < 0 or any((fact.sources["value"].start or 0) >= start for fact in facts):
        return ""
    first, last = trim(scope, colon + 1, reading.mention.start)
    if _WHEN.fullmatch(scope.folded, first, last) is None:
        return ""
    named, _ = subjects.subject(scope, Left(start, colon, "strong", colon=True))
    people = unit_of(reading.mention).lower() in phrase_words("one_of_people")
    # "Học sinh bỏ học: 1.702 em", but "Công an huyện: có 12 vụ"
    agent = not people and acting_noun().match(named.lower())
    other = agent or _about_work().match(named.lower())
    return "" if other or len(named.split()) > _LONG_LABEL else named


_WHEN = lazy(r"(?:\s|(?:cả|toàn|trong|hiện|đến|tới|nay|năm|tháng|quý|kỳ|tuần|có|là|đã|chỉ|học)(?![^\W_]))*")
"""What may stand between a label and its count."""
_LONG_LABEL = 8
"""The longest label that names a count, in words."""


def for_each(reading: Reading, name: str, facts: list[Measurement]) -> str | None:
    """Give what was counted before where a number holds for each (``45 căn nhà, mỗi căn 12 triệu đồng``)."""
    if isinstance(reading.mention, MoneyMention) and (done := _done_to_each(reading, facts)):
        return done
    words = name.lower().split()
    if len(words) < 2 or words[0] not in ("mỗi", "một"):
        return None
    scope, last = reading.scope, facts[-1].sources["value"].end if facts else None
    if last is not None and scope.folded.find("(", last, reading.mention.start) >= 0:
        # "4 “Mái ấm” (mỗi nhà 40 triệu đồng)"
        return facts[-1].indicator
    named = next((f.indicator for f in reversed(facts) if f.indicator.lower().split()[0] == words[1]), None)
    of_them = isinstance(reading.mention, MoneyMention) and words[1] in phrase_words("one_of_them")
    if named is None and last is not None and of_them:
        counts = facts[-1].unit != "%" and not facts[-1].unit.isupper()
        right_behind = _EACH.fullmatch(scope.folded, last, reading.mention.start) is not None
        # "12 “Mái ấm”, mỗi căn 40 triệu đồng"
        fined = "phạt" in (facts[-1].action or "")
        return facts[-1].indicator if counts and right_behind and not fined else None
    return named


def _done_to_each(reading: Reading, facts: list[Measurement]) -> str:
    """Give who gets a sum each, with the verb: ``mỗi giáo viên được thưởng`` *400.000 đồng*, or nothing."""
    scope, left = reading.scope, reading.left
    found = _EACH_GETS.search(scope.folded[max(left.start, left.end - 60) : left.end])
    verbs = action_verbs(found["done"]) if found is not None else []
    if found is None or not verbs or verbs[0].start() or verbs[-1].end() < len(found["done"]):
        return ""
    who, gets = found["who"], " ".join(found["gets"].split())
    # "143 nhà tạm, mỗi nhà được hỗ trợ 60 triệu đồng"
    known = (f.indicator for f in reversed(facts) if gets.startswith(("được ", "bị ")))
    host = next((name for name in known if f"{name.lower()} ".startswith(f"{who} ")), " ".join(who.split()))
    return f"{host} {gets}"


_EACH_GETS = lazy(
    r"(?<![^\W_])mỗi\s+(?P<who>(?!năm|tháng|quý|ngày|tuần)[^\W\d_]+(?:\s+(?!(?:được|bị)\s)[^\W\d_]+)?)\s+"
    r"(?P<gets>(?:được\s+|bị\s+)?(?P<done>[^\W\d_]+(?:\s+[^\W\d_]+){0,2}))\s*$"
)
"""Who gets a sum each, up to the verb."""
_EACH = lazy(
    r"\s*[,;]\s*(?:trị\s+giá\s+)?(?:mỗi|một)\s+[^\W\d_]+\s+(?:(?:trị\s+giá|được|giá|từ|hơn|gần|khoảng|trên|là|hỗ\s+trợ)\s+)*"
)
"""What leads from a count to the sum for each."""


def topic(reading: Reading, matter: bool = False) -> str:
    """Give the label that opens the line of a number: ``Tay chân miệng: 35 ca. Lũy kế 402 ca``.

    Nothing where a verb, a place or a time opens it, or words of the report itself; with ``matter``
    nothing but a matter that is brought to an office (``Tố cáo``).
    """
    scope, start = reading.scope, reading.clause.sentence.start
    line = scope.folded.rfind("\n", max(0, start - WIDTH), start) + 1
    match = _TOPIC_LABEL.match(scope.folded, line, reading.mention.start)
    if match is None:
        return ""
    # "Ma túy: 14 vụ; kinh tế: phát hiện 6 vụ"
    match = [match, *_NEXT_TOPIC.finditer(scope.folded, match.end(), reading.mention.start)][-1]
    if scope.between(*match.span("label")):
        return ""
    label = " ".join(scope.text[slice(*match.span("label"))].split())
    folded = label.lower()
    if matter:
        return label if is_matter(folded) else ""
    other = _about_work().match(folded) or acting_noun().match(folded) or action_verbs(folded)
    return "" if other or len(folded.split()) > _TOPIC else label


_TOPIC_LABEL = lazy(
    r"[\s\-–+•*]*(?:(?:\d{1,2}(?:\.\d{1,2})*[.)/]?|[a-zđ][.)])\s+)?(?P<label>[^\W\d_][^:.;,\d\n]{2,60}?)\s*:"
)

_NEXT_TOPIC = lazy(r";\s*(?P<label>[^\W\d_][^:.;,\d\n()]{2,60}?)\s*:")


@cache
def _about_work() -> re.Pattern[str]:
    """What opens a label that names a part of the report rather than what is counted."""
    ends = r".*(?<![^\W_])(?:gồm|là|như\s+sau)$"
    return re.compile(rf"(?:{phrase_pattern('part_of_report')}|{ends})(?![^\W_])")


def of_another(reading: Reading, facts: list[Measurement]) -> str:
    """Give what was measured before where only whose it is is told: ``của hộ nghèo là 3,2 triệu đồng``."""
    scope, left, mention = reading.scope, reading.left, reading.mention
    if left.linker != "strong" or left.colon or not facts or facts[-1].unit != unit_of(mention):
        return ""
    if isinstance(mention, QuantityMention) and mention.what.strip().lower() != mention.unit.strip().lower():
        return ""
    start = phrase_before(scope, left)[0]
    return facts[-1].indicator if _WHOSE.match(scope.folded, start, left.end) else ""


_WHOSE = lazy(
    r"[\s,;/]*(?:(?:còn|và|riêng|trong\s+khi)\s+)*(?:của|thuộc|đối\s+với|ở|tại)\s+(?!số\s|tổng\s)[^\W\d_]"
)
"""What opens words that only say whose or where something is."""


def in_step(reading: Reading, facts: list[Measurement]) -> str:
    """Give what the second number of an item counts where the first goes through what was announced.

    ``bắt 63 vụ, trị giá hàng 1,9 tỷ đồng. Theo đơn vị: - Chi cục Bản Sầm: 22 vụ -`` *742 triệu đồng*
    """
    last = facts[-1] if facts else None
    if last is None or not reading.around or any(last is fact for fact in reading.around):
        return ""
    end = last.sources["value"].end or 0
    if last.indicator not in {f.indicator for f in reading.around} or unit_of(reading.mention) == last.unit:
        return ""
    apart = _STEP.fullmatch(reading.scope.folded, end, reading.mention.start)
    return in_unit(reading.around, unit_of(reading.mention)) if apart else ""


_STEP = lazy(r"\s*(?:[,/(;–-]|với|và)\s*(?:(?:hơn|gần|khoảng|trên)\s+)?")


def shared(reading: Reading, facts: list[Measurement]) -> str:
    """Give what a list by places or agencies counts: ``lượng mưa phổ biến … mm: trạm Đồng Văn 120 mm``.

    The words before its colon say so, else the last number in the same unit.
    """
    scope, mention, left = reading.scope, reading.mention, reading.left
    if isinstance(mention, QuantityMention) and mention.what.strip().lower() != mention.unit.strip().lower():
        return ""
    places: list[AnyMention] = [
        m for m in scope.between(left.start, left.end) if isinstance(m, (PlaceMention, OrganizationMention))
    ]
    between = scope.folded[places[-1].end : left.end].strip(" :(,–-") if places else "-"
    if between and (not places or _RANKED.fullmatch(between) is None):
        return ""
    unit, start = unit_of(mention), reading.clause.sentence.start
    if foremost := _foremost(reading, places):
        return foremost
    if like := in_unit(facts, unit):
        return like
    if isinstance(mention, QuantityMention) and (people := among_people(facts, mention)):
        return people
    colon = scope.folded.rfind(":", start, places[-1].start)
    if colon >= 0 and not any((f.sources["value"].start or 0) > colon for f in facts):
        such_as = _SUCH_AS.search(scope.folded, max(start, colon - 24), colon)
        colon = such_as.start() if such_as else colon
        named, headed = subjects.subject(scope, Left(start, colon, "strong"))
        if headed:
            return named
        verbs = action_verbs(named.lower()) if isinstance(mention, MoneyMention) else []
        if verbs and not any(map(str.isdigit, named)):
            # "Các đơn vị ủng hộ nhiều: Công ty Bia Huế 1 tỷ đồng"
            return verbs[-1][0]
    parts = _PARTS.match(scope.folded, start) is not None
    if facts or not (left.colon or parts or any(isinstance(m, PlaceMention) for m in places)):
        return ""
    if left.linker == "weak" and unit.lower() not in column("weak_nouns", "noun"):
        # "Huyện Đại Từ có 80 thanh niên lên đường": who has something is no item of a list.
        return ""
    # "61 ca mắc, 2 ca tử vong. Huyện có số mắc cao: Đức Hòa 21 ca"
    living = [fact for fact in reading.around if not _DEATHS.search(fact.indicator.lower())]
    wholes = [fact for fact in living if not _is_part(scope, fact)]
    return in_unit(wholes, unit) or in_unit(living, unit) or in_unit(reading.around, unit)


def _foremost(reading: Reading, places: list[AnyMention]) -> str:
    """Give what places are the first or the last in: ``Tỷ lệ lấp đầy cao nhất là Long Đức (97%)``."""
    scope, left = reading.scope, reading.left
    if not places or isinstance(reading.mention, QuantityMention):
        return ""
    found = _FOREMOST.search(scope.folded, left.start, places[0].start)
    if found is None:
        return ""
    named, headed = subjects.subject(scope, Left(left.start, found.start(), "strong"))
    return named if headed else ""


_FOREMOST = lazy(
    r"(?<=\S),?\s+(?:(?:cao|thấp|lớn|nhỏ|nhiều|ít|nhanh|chậm|tốt|mạnh|đông)\s+nhất|dẫn\s+đầu|đứng\s+(?:đầu|cuối))"
    r"(?:\s+(?:vẫn\s+)?(?:là|ở|tại|thuộc\s+về|có|gồm|như))?\s*:?\s*$"
)
"""What makes the places behind it the first or the last in what stands before."""


def _is_part(scope: Scope, fact: Measurement) -> bool:
    """Tell whether a number is told as a part of another one: ``420 đối tượng, trong đó có`` *120 …*."""
    at = fact.sources["value"].start or 0
    return _PART.search(scope.folded, max(0, at - 40), at) is not None


_PART = lazy(r"(?<![^\W_])trong\s+(?:đó|số\s+(?:đó|này))(?:\s+(?:có|còn|riêng))?\s*$")


_PARTS = lazy(r"[\s\-–+•*]*(?:trong\s+đó|cụ\s+thể|gồm|bao\s+gồm|đó\s+là|theo\s+đó)\s*[,:]?")
"""What opens a sentence that goes through the parts of what the one before told."""
_SUCH_AS = lazy(r"\s*,?\s*(?:bao\s+gồm|gồm(?:\s+có)?|như|cụ\s+thể(?:\s+(?:như|là))?|là|trong\s+đó)\s*$")
"""What leads from what is told of to those who have it, before a colon."""
_RANKED = lazy(r"(?:tiếp\s+tục\s+)?(?:(?:đứng|xếp)\s+(?:vị\s+trí\s+)?(?:thứ\s+\w+|đầu)|dẫn\s+đầu)(?:\s+với)?")
"""What tells the place of one in a list: ``Singapore đứng thứ nhất với`` *4,3 tỷ USD*."""
_DEATHS = lazy(r"(?<![^\W_])(?:tử\s+vong|chết|bị\s+thương)(?![^\W_])")


def labelled(reading: Reading) -> str:
    """Give what stands before the brackets of a number where each item of a list has its own in brackets.

    ``hộ nghèo (27 tỷ đồng), hộ cận nghèo (31 tỷ đồng)``: not where the items are places or agencies.
    """
    scope, left = reading.scope, reading.left
    match = _ITEM.match(scope.folded, left.start, reading.mention.start)
    if match is None and _NEXT.match(scope.folded, reading.mention.end, reading.clause.end):
        # "…, chủ yếu là lúa (50%), ngô (30%)"
        match = _FIRST.search(
            scope.folded, max(left.start, reading.mention.start - 80), reading.mention.start
        )
    if match is None or scope.between(*match.span("label")):
        return ""
    return " ".join(scope.text[slice(*match.span("label"))].split())


def in_unit(facts: list[Measurement], unit: str) -> str:
    """Give the indicator of the last value in a unit, which may be the head of a longer one (``ổ dịch``)."""
    return next(
        (
            f.indicator
            for f in islice(reversed(facts), LEANT_ON)
            if f.value is not None and f"{f.unit} ".startswith(f"{unit} ")
        ),
        "",
    )


def elliptic(facts: list[Measurement], mention: Numeric, label: str, apart: bool = False) -> str:
    """Give a share its full name where it says only what differs (``tỷ lệ … ngoại trú 88%, nội trú 91%``).

    A label that a semicolon parts from the aims before it has to share a word with them (``apart``).
    """
    words = label.split()
    if "/" in unit_of(mention):
        return _of_yield(facts, mention, words)
    if len(words) > 3 or unit_of(mention) != "%":
        return ""
    full: list[str] = []
    for fact in reversed(facts):
        if fact.unit != "%" or indicator_head().match(fact.indicator.lower()) is None:
            break
        full = fact.indicator.split()
    if len(full) < len(words) + 3:
        return ""
    tail = {word.lower() for word in full[-len(words) :]}
    # "… ngoại trú 88%, nội trú 91%" differ in a word; "… đến trường: nhà trẻ 43%, mẫu giáo 99%" go on.
    if apart and not tail & {word.lower() for word in words}:
        return ""
    kept = full[: -len(words)] if tail & {word.lower() for word in words} else full
    return " ".join([*kept, *words])


def _of_yield(facts: list[Measurement], mention: Numeric, words: list[str]) -> str:
    """Give a yield its full name: ``năng suất lúa vụ xuân 56 tạ/ha; vụ hè thu 50 tạ/ha``."""
    last = facts[-1] if facts else None
    if (
        last is None
        or last.unit != unit_of(mention)
        or indicator_head().match(last.indicator.lower()) is None
    ):
        return ""
    full = last.indicator.split()
    lowered = [word.lower() for word in full]
    opens = words[0].lower() in lowered[1:] and len(words) <= _SHORT
    return " ".join([*full[: lowered.index(words[0].lower(), 1)], *words]) if opens else ""


def of_herd(mention: QuantityMention, facts: list[Measurement], label: str) -> str:
    """Give a label its herd: ``Tổng đàn trâu 4.100 con, bò 9.300 con``; nothing where there is none."""
    last = facts[-1] if facts else None
    if last is None or mention.what.lower() != "con" or last.unit.lower() != "con":
        return ""
    herd = _OF_HERD.match(last.indicator)
    return f"{herd['herd']} {label}" if herd is not None and len(label.split()) <= _SHORT else ""


_OF_HERD = lazy(r"(?i:(?P<herd>(?:tổng\s+)?đàn))\s+(?!gia\s+(?:súc|cầm))[^\W\d_]")


def host(facts: list[Measurement], mention: Numeric, label: str) -> str:
    """Give what a list by names goes through (``742 ha (Lập Thạch 109 ha; Sông Lô 80 ha)``), or nothing."""
    words = label.replace("(", " ").replace(")", " ").split()
    if len(words) > 1 and words[0].lower() in ("ông", "bà", "anh", "chị"):
        # "thu hồi của ông Thái 25 triệu đồng, bà Hạnh 31 triệu đồng"
        words = words[1:]
    if not words or len(words) > 5 or not all(word[:1].isupper() for word in words) or label.isupper():
        return ""
    if len(words) == 1 and is_product(label):
        # "Ngô 1.773 ha; Lạc 325 ha": a capital behind a semicolon makes no name.
        return ""
    return next(
        (f.indicator for f in reversed(facts) if f.unit == unit_of(mention) and f.value is not None), ""
    )


def is_product(label: str) -> bool:
    """Tell whether a label is the name of a product, which has a capital only where it opens a clause."""
    return label.lower() in column("products", "name")


def among_people(facts: list[Measurement], mention: QuantityMention) -> str:
    """Give the people of whom others are a part by places: ``610 lao động, trong đó Lào`` *405 người*."""
    if mention.what.strip().lower() != "người":
        return ""
    for fact in reversed(facts):
        if fact.unit.lower() in phrase_words("one_of_people"):
            return fact.indicator if (fact.value or 0) >= mention.value else ""
        if fact.unit != "%" and not fact.unit.isupper() and fact.unit.lower() != "người":
            return ""
    return ""
