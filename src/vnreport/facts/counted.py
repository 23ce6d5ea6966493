"""Which phrase names a count: the named indicator before it, its own phrase, or what it is a part of."""

from __future__ import annotations

from typing import NamedTuple

from vnreport.facts import indicators, lists, sharing, subjects
from vnreport.facts.brackets import last_open
from vnreport.facts.counted_phrase import of_phrase
from vnreport.facts.governors import is_verb
from vnreport.facts.lists import Reading
from vnreport.facts.matters import counted as matters_of
from vnreport.facts.measured import measured
from vnreport.facts.narrowing import Left
from vnreport.facts.numeric import is_measure
from vnreport.facts.parts_told import of_bodies
from vnreport.facts.scope import Scope
from vnreport.facts.wholes import outside, whole_of
from vnreport.facts.words import action_verbs, column, indicator_head, measures, phrase_words
from vnreport.mentions.quantities.grammar import grammar
from vnreport.patterns import lazy
from vnreport.report import (
    Measurement,
    OrganizationMention,
    PlaceMention,
    QuantityMention,
    TimeMention,
)

_RATE = lazy(
    r"[^\W\d_]+\d?(?:\s[^\W\d_]+)?\s?/\s?(?:\d[\d.,]*\s?)?[^\W\d_A-ZĐ]+\d?(?:\s[^\W\d_]+)?(?:\s?/\s?[^\W\d_]+)?"
)
"""A count by something else: ``người/km2``, ``máy/100 dân``."""
_APART = lazy(r"[,;:]|(?<![^\W_])(?:và|gồm)(?![^\W_])")
"""What parts a label from the number before it."""
_OPENS_LINE = lazy(r"[\s\-–+•*]*(?:\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?")
_STANDS_ALONE = lazy(
    r"\s*(?:$|[.\n]|;\s*(?:$|[^;:\d]{2,50}:)|,\s*(?:đạt|chiếm|tăng|giảm|t[ỷỉ]\s+lệ|bằng|vượt)(?![^\W_])|"
    r"\((?:đạt|chiếm|tăng|giảm|t[ỷỉ]\s+lệ|bằng))"
)
"""What goes on behind a count that its label names."""
_IN_FULL = lazy(r"\s+(?:quá|đúng|trước|chậm|trễ|sớm|đến|tồn|chưa|đã|còn|không|bị|được|đang|có)(?![^\W_])")
"""What goes on with a noun that is counted at the end: ``hồ sơ`` *quá hạn giải quyết 12 hồ sơ*."""


def counted(
    reading: Reading, facts: list[Measurement], name: str, headed: bool, changed: bool
) -> tuple[str, float]:
    """Name what a quantity measures: the named indicator before it, or the counted phrase."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    if left.linker == "preposition" or (left.linker and not left.colon and MEAN.fullmatch(name.lower())):
        name, headed = "", False
    if name.lower().startswith("là ") and facts and facts[-1].unit == mention.unit:
        # "235 sản phẩm là hàng nhập lậu và 306 sản phẩm": what the number before was.
        name, headed = "", False
    if _NONE.match(name.lower()) and "," in name:
        # "không có người chết, bị thương 5 người": what there was none of ends with the comma.
        name = name.rpartition(",")[2].strip()
    if "," in name and not any(char.isalpha() for char in mention.text):
        # "đạt 130% chỉ tiêu, giải thể 12"
        last = name.rpartition(",")[2].strip()
        name = last if is_verb(last) and not is_verb(name.partition(",")[0]) else name
    if not any(char.isalpha() for char in mention.text):
        if _REST.search(scope.folded, left.start, mention.start):
            # "xét xử 33, đình chỉ 4, còn lại 4"
            return f"{mention.what} còn lại", 0.8
        if name.lower() in ("không", "chưa") and left.linker == "strong":
            # "đạt 51, không đạt 9"
            name = f"{name} đạt"
    if name.lower() in phrase_words("person_part") and (people := _people_before(mention, facts)):
        # "640 cán bộ (nữ 215 người)"
        return f"{people} {name.lower()}", 0.8
    if name.lower() in phrase_words("level") and (of_level := _of_another_level(mention, facts)):
        return f"{of_level} {name.lower()}", 0.8
    if bodies := of_bodies(reading, facts, name):
        return bodies, 0.75
    if part := sharing.named(reading, facts, name, headed):
        return part, 0.8
    if name and not headed and (host := lists.host(outside(scope, facts, mention.start), mention, name)):
        return host, 0.8
    if name and not headed and (herd := lists.of_herd(mention, facts, name)):
        return herd, 0.8
    if name and not headed and "/" in mention.unit and (whole := lists.elliptic(facts, mention, name)):
        return whole, 0.8
    if matters := matters_of(scope, left, mention):
        # "khiếu nại 497 đơn, kiến nghị, phản ánh 1.007 đơn"
        return matters, 0.8
    if name.lower() in phrase_words("level") and (levelled := _of_level(mention, facts)):
        # "1.968 thủ tục: cấp tỉnh 1.547, cấp huyện 278"
        return f"{levelled} {name.lower()}", 0.8
    if name and not any(char.isalpha() for char in mention.text):
        # "(khởi tố 83, tạm đình chỉ 2)": a part without a noun of its own.
        exceeds = headed and f" quá {name.lower()}" in scope.folded[left.start : left.end]
        if is_verb(name) and f" {mention.what.lower()} " not in f" {name.lower()} ":
            # "giải quyết 97 kiến nghị, đang giải quyết 41"
            return f"{name} {mention.what}", 0.75
        return f"quá {name}" if exceeds else name, 0.75
    count = _look(mention)
    if not name and facts and count.bare and _is_dated_bracket(reading.scope, left):
        # "46 đảng viên vi phạm … (năm 2009: 61 người)"
        return whole_of(scope, facts, mention.start).indicator, 0.8
    if (named := _by_subject(reading, count, name, headed, changed)) is not None:
        return named
    if name and count.bare and subjects.is_bracketed(reading.scope, mention.start):
        more = indicators.modifying_verb(scope, mention.end, reading.clause.end, count.bare, count.weak)
        if more and count.weak and not _behind_name(reading):
            # "án quá hạn vẫn còn (59 vụ bị sửa)": it says itself which ones.
            return f"{mention.what}{more}", 0.85
        return _in_brackets(reading, facts, name, count.measure)
    if _says_more(count, left, name):
        # "Khách quốc tế đạt 61.300 lượt khách"
        return name, 0.85
    if count.bare and count.measure:
        return measured(reading, facts, name)
    return of_phrase(reading, facts, name, count.bare, count.weak)


_NONE = lazy(r"(?:không|chưa)\s+(?:có|xảy\s+ra|để|phát\s+sinh|còn|ghi\s+nhận|phát\s+hiện)(?![^\W_])")
MEAN = lazy(
    r"(?:bình\s+quân|trung\s+bình)(?:\s+(?:(?:mỗi|một|chung|cả|toàn)(?:\s+[^\W\d_]+)?|h[àằ]ng\s+(?:năm|tháng|ngày)|ngày|tuần|tháng|quý|năm))?"
)
"""What says only that a number is a mean: ``bình quân mỗi xã đạt`` *15 tiêu chí*."""


_REST = lazy(r"(?<![^\W_])(?:còn|số)\s+lại\s*:?\s*(?:là\s+)?$")


class _Count(NamedTuple):
    """What a quantity says itself."""

    what: str
    """The counted phrase, in lower case."""
    unit: str
    bare: bool
    """Whether it says no more than its unit, a rate or a weak noun."""
    measure: bool
    """Whether it counts in a unit of measure, or by something else."""
    weak: bool
    """Whether its noun says nothing alone: ``trường hợp``."""


def _look(mention: QuantityMention) -> _Count:
    what, unit = mention.what.strip().lower(), mention.unit.strip().lower()
    rate = (
        "/" in what
        and _RATE.fullmatch(mention.what.strip()) is not None
        and not all(part.strip() in grammar().admin for part in what.split("/"))
    )
    weak_nouns = column("weak_nouns", "noun")
    where = is_measure(mention) and _WHOSE.match(what, len(mention.unit)) is not None
    bare = what == unit or rate or what in weak_nouns or where
    return _Count(what, unit, bare, is_measure(mention) or rate, mention.unit.lower() in weak_nouns)


def _by_subject(
    reading: Reading, count: _Count, name: str, headed: bool, changed: bool
) -> tuple[str, float] | None:
    """Name a count by the subject before it, or give None where that does not name it."""
    left, mention, bare = reading.left, reading.mention, count.bare
    assert isinstance(mention, QuantityMention)
    if not name:
        return None
    words, strong = f" {name.lower()} ", left.linker == "strong"
    if bare and not count.measure and (done := _SUM_OF_DONE.match(name)):
        # "Tổng số đã kiểm tra 296 cơ sở"
        return f"{mention.what} {done['done']}", 0.85
    counts = bare and name.lower().startswith(("số ", "tổng số ", "số lượng ", "tổng ", "quân số ", "sĩ số "))
    named = strong or changed or left.opens_with_head or (count.measure and bare) or counts
    own = left.colon and not count.measure and not count.weak and _OF_MONEY.match(name.lower())
    if own:
        # "Chi xây dựng cơ bản: 06 công trình", "Quy mô: 36 lớp"
        return None
    if headed and named and name.lower() not in phrase_words("empty_head"):
        return name, 0.95
    if not bare:
        return None
    if headed and count.weak and not left.linker and _GIVEN.search(name.lower()):
        # "Biên chế được giao 71 người"
        return name, 0.8
    whole = words.removeprefix(" số")
    in_full = left.linker == "" and not left.bracket and whole.startswith(f" {count.what} ")
    more = name.removeprefix("Số ").removeprefix("số ").split()[len(count.what.split()) :]
    fuller = bool(more) and more[0].islower() and (mention.of is None or len(more) > 1)
    if in_full and (fuller or _IN_FULL.match(whole.lstrip()[len(count.what) :])):
        # "hồ sơ quá hạn giải quyết 12 hồ sơ", "trạm y tế có bác sĩ 12/14 trạm", "hộ nghèo đầu năm 610 hộ"
        return name, 0.8
    if not count.measure and not count.weak and left.colon and _is_label(reading, name):
        # "- Thụ tinh trong ống nghiệm: 37 chu kỳ"
        return name, 0.8
    if left.linker == "weak" and words.find(f" {count.what} ") in range(12):
        # "đơn thuộc lĩnh vực hành chính có 33 đơn"
        return name, 0.8
    if count.weak and name.lower().startswith(_BODIES):
        # "UBND các xã còn 37 trường hợp chưa nộp tiền": who has them is not what is counted.
        return None
    if "/" in count.what and not is_measure(mention) and not headed:
        # "Nông thôn mới: bình quân 15,2 tiêu chí/xã"
        return None
    copula = (strong and f" {count.what} " in words) or (left.copula and len(name.split()) > 5)
    if (count.measure or count.weak or copula) and (strong or changed):
        # "nâng tổng số lên 19 sản phẩm": the head alone says less than the noun.
        empty = name.lower() in phrase_words("empty_head") and not count.measure
        return None if empty else (name, 0.8)
    return None


_SUM_OF_DONE = lazy(r"(?i:tổng\s+số|số)\s+(?P<done>(?:đã|phải|đang|được|còn\s+phải|chưa|cần)\s+[^\W\d_].*)")
"""A sum that says only what was done, not with what."""
_BODIES = ("ubnd ", "hđnd ", "sở ", "cục ", "chi cục ", "phòng ", "công an ", "cơ quan ", "chủ đầu tư ")
"""What opens the name of those who have the cases that are counted."""
_GIVEN = lazy(r"\s(?:được\s+)?(?:giao|duyệt|phê\s+duyệt|phân\s+bổ|bố\s+trí|cấp)$")
"""What a head is told to have been, right before its count."""
_OF_MONEY = lazy(r"(?:chi|thu|vốn|kinh\s+phí|quy\s+mô)(?![^\W_])")
"""Heads of a label that a count with a noun of its own is not named by."""


def _says_more(count: _Count, left: Left, name: str) -> bool:
    """Tell whether the subject says all that a weak noun's phrase says, and more."""
    said, words = set(count.what.split()) - {count.unit}, name.lower().split()
    fuller = left.linker == "strong" and len(words) > len(said) + 1
    return not count.bare and count.weak and fuller and said <= {*words}


def _in_brackets(reading: Reading, facts: list[Measurement], name: str, measure: bool) -> tuple[str, float]:
    """Name a count in brackets by the words before it, unless they belong to the number before."""
    scope, mention, left = reading.scope, reading.mention, reading.left
    assert isinstance(mention, QuantityMention)
    if _behind_name(reading) and (whole := _of_cases(mention, facts)):
        # "1.885 trường hợp lao động trái phép, nhiều nhất ở xã Quảng Lộc (225 người)"
        return whole, 0.75
    if _behind_name(reading) and not measure and f" {mention.unit.lower()} " not in f" {name.lower()} ":
        # "Nhiều nhất là Công an tỉnh (590 hồ sơ), Sở Tư pháp (128 hồ sơ)"
        return mention.what, 0.75
    if not measure and _MOST.search(name.lower()):
        # "Đầu tư từ Đài Loan nhiều nhất (187 dự án)"
        return mention.what, 0.75
    if (listed := _AMONG.search(name)) is not None:
        # "bằng 104% kế hoạch, chủ yếu là gạo (312 tấn)"
        name = name[listed.end() :]
    opens = measure and left.start <= reading.clause.start
    apart = not facts or opens or _APART.search(scope.folded, left.start, left.end)
    # "giải tán 04 điểm nhóm của tổ chức khác (37 người)": the words belong to the number before.
    return (name if apart or indicators.names_plan(name) else mention.what), 0.8


def _of_cases(mention: QuantityMention, facts: list[Measurement]) -> str:
    """Give the cases that people behind the names of places are counted among, or nothing."""
    last = facts[-1] if facts and mention.what.lower() == "người" else None
    return last.indicator if last is not None and last.unit in phrase_words("case") else ""


def _people_before(mention: QuantityMention, facts: list[Measurement]) -> str:
    """Give the people counted before of whom a number tells a part: ``trong đó nữ 12 đồng chí``."""
    if mention.what.strip().lower() not in phrase_words("one_of_people"):
        return ""
    parts = tuple(f" {words}" for words in phrase_words("person_part"))
    for fact in reversed(facts[-3:]):
        counts = fact.unit != "%" and not fact.unit.isupper()
        if counts and (fact.value or 0) >= mention.value and not fact.indicator.lower().endswith(parts):
            cases = fact.unit in phrase_words("case") or fact.unit in phrase_words("event")
            told = fact.indicator.removesuffix(f" {fact.unit}")
            # "Lao động người", but "khởi tố bị can"
            told = fact.unit if action_verbs(told.lower()) or " " not in told else told
            return "" if cases or fact.unit.lower() in measures() else told
    return ""


_SHORT = 4
"""The longest name of what is counted that a part of it repeats, in words."""


def _of_another_level(mention: QuantityMention, facts: list[Measurement]) -> str:
    """Give what was counted of another level: ``số cán bộ cấp huyện là 70 người, cấp xã là`` *300 người*."""
    if not facts or facts[-1].unit.lower() != mention.unit.strip().lower():
        return ""
    last = facts[-1].indicator
    levels = (f" {words}" for words in phrase_words("level"))
    cut = max((len(level) for level in levels if last.lower().endswith(level)), default=0)
    return last[:-cut] if cut and indicator_head().match(last.lower()) else ""


def _of_level(mention: QuantityMention, facts: list[Measurement]) -> str:
    """Give what was counted of which a level of administration has its part, or nothing."""
    what, unit = mention.what.strip().lower(), mention.unit.strip().lower()
    if what != unit and any(map(str.isalpha, mention.text)):
        return ""
    levels = tuple(f" {words}" for words in phrase_words("level"))
    wholes = (
        f for f in reversed(facts) if f.unit.lower() == unit and not f.indicator.lower().endswith(levels)
    )
    whole = next((f.indicator for f in wholes if f.value is not None), "")
    says = len(whole.split()) <= _SHORT and unit in whole.lower()
    return whole if says or not whole else mention.unit


def _is_dated_bracket(scope: Scope, left: Left) -> bool:
    """Tell whether a bracket before a number holds a time alone: ``(năm 2009: 61 người)``."""
    at = last_open(scope.folded, left.start, left.end)
    inner = scope.between(at + 1, left.end) if at >= 0 else []
    return len(inner) == 1 and isinstance(inner[0], TimeMention)


def _is_label(reading: Reading, name: str) -> bool:
    """Tell whether a label before a colon is all that names a bare count, which stands alone behind it."""
    scope, sentence = reading.scope, reading.clause.sentence
    if (
        is_verb(name)
        or len(name.split()) < 2
        or name.lower().startswith(("toàn ", "cả ", "tổng", "cộng", "trong ", "số còn"))
        or _OPENS_LINE.fullmatch(scope.folded, reading.clause.start, reading.left.end - len(name)) is None
    ):
        return False
    return _STANDS_ALONE.match(scope.folded, reading.mention.end, sentence.end) is not None


def _behind_name(reading: Reading) -> bool:
    """Tell whether the bracket of a number opens right behind the name of a place or an agency."""
    scope, left = reading.scope, reading.left
    names = [
        m for m in scope.between(left.start, left.end) if isinstance(m, (PlaceMention, OrganizationMention))
    ]
    return bool(names) and not scope.folded[names[-1].end : left.end].strip(" (")


_MOST = lazy(r"\s(?:nhiều|cao|lớn|đông|ít|thấp)\s+nhất$")
_AMONG = lazy(r"(?:^|[,\s])(?:chủ\s+yếu|nhất|chính)\s+là\s+(?=\S)")
"""What leads from a sum to the first of its parts."""
_WHOSE = lazy(r"\s+(?:thuộc|trên|tại|của|nằm)(?![^\W_])")
"""What behind a measure says only where it is: ``64 ha`` *thuộc địa giới xã Tân Lập*."""
